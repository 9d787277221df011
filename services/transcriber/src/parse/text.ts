/** Line ends to \n, without a byte order mark or NUL; nothing else of what was said changes. */
export function normaliseText(raw: string): string {
  return raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\u0000', '');
}

/** Lower case without accents: what words are compared by. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text in plain form. */
export const plainWords = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? [];
