import { termsIn } from '../../../services/summarizer/src/language/lexicon.ts';
import { tokenise } from '../../../services/summarizer/src/language/tokens.ts';

/** What a line of a checklist says of what it names; `mixed`: a denial inside it, of a part that can't be told apart. */
export type Polarity = 'affirmed' | 'negated' | 'unsure' | 'mixed';

/** One line of a clinician's checklist, with what its place in the list adds. */
export interface Item {
  readonly text: string;
  readonly critical: boolean;
  readonly polarity: Polarity;
  /** What is asked of the patient under this heading, for lines that only say `nil`. */
  readonly heading: 'conditions' | 'medicines' | 'family' | null;
  /** Nothing but a denial: `nil`, `nil else`. */
  readonly bare: boolean;
}

/** Clinicians' shorthand that no table of findings holds. */
const SHORTHAND: readonly (readonly [RegExp, string])[] = [
  [/(\d+)\/7\b/, '$1 days'],
  [/(\d+)\/52\b/, '$1 weeks'],
  [/(\d+)\/12\b/, '$1 months'],
  [/\b(?:nk\s?d?a|nil known drug allerg\w+)\b/i, 'no drug allergies'],
  [/\bhtn\b/i, 'hypertension'],
  [/\b(?:t2dm|type 2 dm)\b/i, 'type 2 diabetes'],
  [/\bcxr\b/i, 'chest x-ray'],
  [/\bwt\b/i, 'weight'],
  [/\babx\b/i, 'antibiotics'],
  [/\bpen(?= allerg)/i, 'penicillin'],
  [/\bn\s?(?:&|\+|and)\s?v\b/i, 'nausea and vomiting'],
  [/\bd\s?(?:&|\+|and)\s?v\b/i, 'diarrhoea and vomiting'],
  [/\bh\/a\b/i, 'headache'],
  [/\bbp\b/i, 'blood pressure'],
  [/\bprn\b/i, 'when needed'],
  [/\bsx\b/i, 'symptoms'],
  [/\bw\b/, 'with'],
  [/\b(?:sob|dib)\b/i, 'shortness of breath'],
  [/\bcp\b/i, 'chest pain'],
  [/\bbo\b/i, 'bowels open'],
  [/\bpu\b/i, 'passing urine'],
  [/\bloc\b/i, 'loss of consciousness'],
  [/\boa\b/i, 'osteoarthritis'],
  [/\bra\b/i, 'rheumatoid arthritis'],
  [/\buti\b/i, 'urinary tract infection'],
  [/\bmeds\b/i, 'medications'],
  [/\b(?:hx|h\/o)\b/i, 'history'],
  [/\bocc\b/i, 'occasional'],
  [/\bpin?s\s*&\s*needles\b/i, 'pins and needles'],
  [/\bn?amc\b/i, 'alergias'],
  [/\bfrcv\b/i, 'factores de riesgo cardiovascular'],
];

const HEADINGS: readonly (readonly [RegExp, Item['heading']])[] = [
  [/^\W*(?:pmh|past medical|medical history|antecedentes(?! fam)|ap\b)/i, 'conditions'],
  [/^\W*(?:dh|dhx|drug|medication|medicaci|tratamiento)/i, 'medicines'],
  [/^\W*(?:fh|fhx|family|antecedentes fam|af\b)/i, 'family'],
];

const DENIAL = /^(?:no|not|nor|nil|non|never|none|without|denies|neither|n't|sin|ningun|ninguna|niega|nunca|ni)$/;
const AUXILIARY = /^(?:is|has|have|does|do|did|ca|can|could|was)$/;
const JOINED = /^\W*(?:or|nor|o|ni)\b/i;
const UNSURE = /\b(?:not (?:too |really )?(?:sure|certain)|unsure|uncertain|no (?:lo )?sabe|no est[aá] segur[oa])\b/i;
const AFTER_DENIAL = /^(?:nil|none|no|nothing|nada|ningun[oa]?)?\W*(?:else|other|more|m[aá]s|otr[oa]s?)?\W*$/i;
const APOSTROPHES = /\b(do|does|did|is|was|have|has|had|ca|can|could|would|wo|are|were)nt\b/gi;

const written = (text: string): string =>
  SHORTHAND.reduce((out, [pattern, full]) => out.replace(pattern, full), text.replace(APOSTROPHES, "$1n't"));

/**
 * A denial at the head is of the whole line (`no pain in shoulder`), one further on of a part of it; one inside a
 * term belongs to the term (`not eating` is a loss of appetite).
 */
function polarityOf(text: string, before: Polarity | null): Polarity {
  if (UNSURE.test(text)) return 'unsure';
  if (JOINED.test(text) && before !== null) return before;
  const tokens = tokenise(text);
  const terms = termsIn(tokens, 0, tokens.length, ['es', 'en']);
  const at = tokens.findIndex(
    ({ text: word }, i) => DENIAL.test(word) && !terms.some(({ from, to }) => from <= i && to > i),
  );
  if (at < 0 && terms.some(({ term }) => term.absent)) return 'negated';
  if (at < 0) return 'affirmed';
  return at === 0 || (at === 1 && AUXILIARY.test(tokens[0]!.text)) ? 'negated' : 'mixed';
}

/** The lines of one list that are marked as critical or not; headings and what is irrelevant are no items. */
export function itemsOf(list: readonly { text: string; criticality: string | null }[]): Item[] {
  const out: Item[] = [];
  let heading: Item['heading'] = null;
  let before: Polarity | null = null;
  for (const { text: said, criticality } of list) {
    if (criticality === null) {
      heading = HEADINGS.find(([pattern]) => pattern.test(said))?.[1] ?? null;
      before = null;
      continue;
    }
    const text = written(said);
    const polarity = polarityOf(text, before);
    before = polarity;
    const bare = AFTER_DENIAL.test(text.trim());
    out.push({ text, critical: criticality === 'critical', polarity, heading, bare });
  }
  return out;
}
