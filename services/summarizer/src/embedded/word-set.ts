/** The words of a list, parted by blanks or lines. */
export const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));
