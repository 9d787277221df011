/** Text as HTML shows it; corpora name files, and files are named by anybody. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (unit) => `&#${unit.charCodeAt(0)};`);
