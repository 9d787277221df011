/** Text without case, accents or doubled spaces, and the way back: `at[i]` is where folded unit i began in the original. */
export interface Folded {
  readonly text: string;
  /** One entry per UTF-16 unit of `text`, and one more that holds the original's length. */
  readonly at: Int32Array;
}

const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g;
const MARKS = /\p{M}/gu;
const SPACE = /\s/;
const PLAIN = /^[a-z0-9 ,.]*$/;

/** Lower case, no accents (ñ becomes n), one kind of apostrophe. Spaces stay as they are. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return word.normalize('NFD').replace(MARKS, '').toLowerCase().replace(APOSTROPHES, "'");
}

/** A term as the tables are keyed by: folded, trimmed, single spaces. */
export function foldTerm(term: string): string {
  return foldWord(term).replace(/\s+/g, ' ').trim();
}

/**
 * Folds a whole text and keeps the offsets (UTF-16 code units both ways), so that a place found in the folded text can
 * be cut out of the original verbatim: `original.slice(at[from], at[to])`.
 */
export function fold(original: string): Folded {
  const at: number[] = [];
  let text = '';
  let spaced = true;
  let i = 0;
  while (i < original.length) {
    const unit = String.fromCodePoint(original.codePointAt(i) as number);
    if (SPACE.test(unit)) {
      if (!spaced) {
        text += ' ';
        at.push(i);
        spaced = true;
      }
    } else {
      const folded = foldWord(unit);
      for (let k = 0; k < folded.length; k += 1) at.push(i);
      text += folded;
      if (folded !== '') spaced = false;
    }
    i += unit.length;
  }
  at.push(original.length);
  return { text, at: Int32Array.from(at) };
}

/**
 * What a transcriber writes beside the words: `<UNIN/>`, `[inaudible 00:12]`, `(risas)`. Nobody said it. To be used
 * sticky or global by whoever reads.
 */
export const TRANSCRIBERS_MARK =
  /<\/?[A-Z_]+\/?>|\[(?i:(?:brief |long |short |slight )?(?:inaudible|unintelligible|indistinct|cross-?talk|overlapping|laugh(?:s|ing|ter)?|chuckl(?:es?|ing)|pauses?|silence|(?:background )?noise|sighs?|cough(?:s|ing)?|sneezes?|sniffs?|crying|sobs?|clears throat|typing|phone rings|music|ininteligible|no se (?:entiende|oye)|risas?|se r[ií]e|silencio|pausa|ruido|suspir[ao]|tose|tos|llanto|llora|carraspe[ao]|teclea|m[uú]sica)(?: [^\]]{0,16})?)\]|\((?i:(?:inaudible|unintelligible|indistinct|cross-?talk|laugh(?:s|ing|ter)?|ininteligible|no se (?:entiende|oye)|risas?|se r[ií]e)(?: [^)]{0,16})?)\)/u;
