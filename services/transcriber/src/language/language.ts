import type { Language } from '@clinical/contracts';
import { evidenceOf } from './classifier.ts';

type Known = 'es' | 'en';

/** Evidence above which a text is taken for a language by itself: more than one function word. */
const CERTAIN = 2.4;
/** A word of evidence counts less the further away it was said. */
const CONTEXT_DECAY = 0.6;
const CONTEXT_WEIGHT = 1.2;
const HINT_WEIGHT = 0.8;
/** A second language makes a transcript mixed from this share of its decided words on. */
const MIXED_SHARE = 0.04;
const MIXED_WORDS = 5;

export interface TranscriptLanguages {
  readonly language: Language;
  /** One for each text, in order. */
  readonly segments: readonly Language[];
}

/**
 * Language of each text of a conversation, and of the whole. A short turn ("No.", "Ok") takes the language around it;
 * the hint (BCP 47) only tips what the words leave open. `mixed`: both languages carry clauses of their own.
 */
export function languagesOf(texts: readonly string[], hint: string | null): TranscriptLanguages {
  const prior = hintScore(hint);
  const own = texts.map(ownLanguage);
  const segments = own.map((one, index): Language => {
    if (one.language !== null) return one.language;
    if (one.words === 0) return 'und';
    const score = one.score + context(own, index) * CONTEXT_WEIGHT + prior;
    return Math.abs(score) < 0.5 ? 'und' : score > 0 ? 'es' : 'en';
  });
  return { language: whole(segments, own), segments };
}

interface Own {
  readonly language: Known | 'mixed' | null;
  readonly score: number;
  readonly words: number;
  /** Words of clauses that are certain, by language. */
  readonly certain: Readonly<Record<Known, number>>;
}

function ownLanguage(text: string): Own {
  const { score, words } = evidenceOf(text);
  const certain = { es: 0, en: 0 };
  for (const clause of text.split(/(?<=[.?!;:,…\n])\s+|\n/)) {
    const part = evidenceOf(clause);
    // A clause counts where its evidence is dense, so that a lone borrowed word doesn't.
    if (part.words >= 2 && Math.abs(part.score) >= CERTAIN && Math.abs(part.score) / part.words > 0.7) {
      certain[part.score > 0 ? 'es' : 'en'] += part.words;
    }
  }
  const minor = Math.min(certain.es, certain.en);
  const mixed = minor >= 3 && minor / (certain.es + certain.en) >= 0.15;
  const language = mixed ? 'mixed' : Math.abs(score) >= CERTAIN ? (score > 0 ? 'es' : 'en') : null;
  return { language, score, words, certain };
}

/** What the nearest decided neighbours speak, -1..1. */
function context(own: readonly Own[], index: number): number {
  let sum = 0;
  let weight = 0;
  for (let distance = 1; distance <= 4; distance++) {
    for (const neighbour of [own[index - distance], own[index + distance]]) {
      if (neighbour === undefined || neighbour.language === null || neighbour.language === 'mixed') continue;
      const share = CONTEXT_DECAY ** distance;
      sum += neighbour.language === 'es' ? share : -share;
      weight += share;
    }
  }
  return weight === 0 ? 0 : sum / weight;
}

function hintScore(hint: string | null): number {
  const language = hint?.toLowerCase().split('-')[0];
  return language === 'es' ? HINT_WEIGHT : language === 'en' ? -HINT_WEIGHT : 0;
}

function whole(segments: readonly Language[], own: readonly Own[]): Language {
  const words = { es: 0, en: 0 };
  for (const [index, language] of segments.entries()) {
    const { certain, words: count } = own[index]!;
    if (language === 'mixed') {
      words.es += certain.es;
      words.en += certain.en;
    } else if (language !== 'und') words[language] += count;
  }
  const total = words.es + words.en;
  if (total === 0) return 'und';
  const minor = Math.min(words.es, words.en);
  if (minor >= MIXED_WORDS && minor / total >= MIXED_SHARE) return 'mixed';
  return words.es >= words.en ? 'es' : 'en';
}
