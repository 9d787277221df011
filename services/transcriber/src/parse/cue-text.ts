const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
};

/** Character references of cue text (WebVTT section 6.4 points to HTML's); what is none stays as it is. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });

/** Cue markup (c, i, b, u, ruby, lang, times inside of a cue; font in SRT, {\an8}) is dropped, its text stays. */
export const stripMarkup = (text: string): string =>
  text
    .replace(/<\/?(?:c|i|b|u|s|v|ruby|rt|lang|font)(?:[.\s][^>]*)?>/gi, '')
    .replace(/<\d{1,4}:\d{2}(?::\d{2})?[.,]\d{3}>/g, '')
    .replace(/\{\\[^}]*\}/g, '');
