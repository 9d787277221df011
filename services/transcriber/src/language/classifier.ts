import { plain } from '../parse/text.ts';
import { FUNCTION_WORDS, SAMPLES } from './samples.ts';

/** Words and letters of one text as evidence: above 0 speaks for Spanish, below for English. */
export interface LanguageEvidence {
  /** Sum of the words' evidence in natural-log units. */
  readonly score: number;
  readonly words: number;
}

const SPANISH = new Set<string>(FUNCTION_WORDS.es);
const ENGLISH = new Set<string>(FUNCTION_WORDS.en);
const FUNCTION_WEIGHT = 2.2;
/** What letter statistics say of one word never outweighs a function word. */
const LETTER_CAP = 1.5;

/** Words that both languages have, or that everybody says: they tell nothing. */
const NEUTRAL = new Set(
  'no ok okay mm mmm mhm ah oh eh hm hmm aha doctor doctora dr mg ml kg cm hospital normal general animal me a he has e as pm am vs dos'.split(
    ' ',
  ),
);

const trigrams = (word: string): string[] => {
  const padded = ` ${word} `;
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, index) => padded.slice(index, index + 3));
};

/** Natural log of how much likelier each letter trigram is in our Spanish samples than in the English ones. */
const LOG_RATIO: ReadonlyMap<string, number> = (() => {
  const count = (sample: string): { counts: Map<string, number>; total: number } => {
    const counts = new Map<string, number>();
    let total = 0;
    for (const word of wordsOf(sample)) {
      for (const gram of trigrams(word)) {
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
        total += 1;
      }
    }
    return { counts, total };
  };
  const es = count(SAMPLES.es);
  const en = count(SAMPLES.en);
  const ratio = new Map<string, number>();
  for (const gram of new Set([...es.counts.keys(), ...en.counts.keys()])) {
    const inSpanish = ((es.counts.get(gram) ?? 0) + 0.5) / es.total;
    const inEnglish = ((en.counts.get(gram) ?? 0) + 0.5) / en.total;
    ratio.set(gram, Math.log(inSpanish / inEnglish));
  }
  return ratio;
})();

/** Words in lower case with their accents, which are evidence themselves. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/\p{L}+(?:'\p{L}+)?/gu) ?? []
  );
}

function wordScore(word: string): number {
  const bare = plain(word);
  if (NEUTRAL.has(bare) && bare === word) return 0;
  if (/ñ|[áéíóúü]/.test(word)) return FUNCTION_WEIGHT;
  if (/'(?:s|t|re|ve|ll|m|d)$/.test(word)) return -FUNCTION_WEIGHT;
  const spanish = SPANISH.has(bare);
  const english = ENGLISH.has(word);
  if (spanish !== english) return spanish ? FUNCTION_WEIGHT : -FUNCTION_WEIGHT;
  const grams = trigrams(word);
  const sum = grams.reduce((total, gram) => total + (LOG_RATIO.get(gram) ?? 0), 0);
  return Math.max(-LETTER_CAP, Math.min(LETTER_CAP, sum / 3));
}

/** Adds up what the words of a text tell. */
export function evidenceOf(text: string): LanguageEvidence {
  const words = wordsOf(text);
  let score = words.reduce((sum, word) => sum + wordScore(word), 0);
  // Only Spanish opens questions and exclamations.
  score += 2 * (text.match(/[¿¡]/g)?.length ?? 0);
  return { score, words: words.length };
}
