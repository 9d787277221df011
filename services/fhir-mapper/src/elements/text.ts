// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** What a careless page would take for a tag. */
const TAG_OPEN = /<(?=[A-Za-z/!?])/g;

/**
 * Text that FHIR and XHTML can carry and that harms no reader: no control characters (R4 "string": only tab, CR and LF
 * below U+0020), no direction overrides, no lone surrogates, no tags (their "<" becomes "‹"), no outer white space.
 * Null where nothing readable is left, so that no empty string is ever written.
 */
export function clean(text: string | null | undefined): string | null {
  if (!text) return null;
  const out = text.toWellFormed().replace(UNSPEAKABLE, ' ').replace(TAG_OPEN, '‹').trim();
  return VISIBLE.test(out) ? out : null;
}

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The first of several texts that has something to say. */
export const firstText = (...texts: (string | null | undefined)[]): string | null => {
  for (const text of texts) {
    const cleaned = clean(text);
    if (cleaned !== null) return cleaned;
  }
  return null;
};
