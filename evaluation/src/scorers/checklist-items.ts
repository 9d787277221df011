import type { Language } from '@clinical/contracts';
import { termsIn } from '../../../services/summarizer/src/language/lexicon.ts';
import { tokenise } from '../../../services/summarizer/src/language/tokens.ts';
import { written } from './shorthand.ts';

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

const HEADINGS: readonly (readonly [RegExp, Item['heading']])[] = [
  [/^\W*(?:pmh|past medical|medical history|antecedentes(?! fam)|app?\b)/i, 'conditions'],
  [/^\W*(?:dh|dhx|drug|medication|medicaci|tratamiento|tto|tx\b)/i, 'medicines'],
  [/^\W*(?:fh|fhx|family|antecedentes fam|ah?f\b)/i, 'family'],
];

const DENIAL = /^(?:no|not|nor|nil|non|never|none|without|denies|neither|n't|sin|ningun|ninguna|niega|nunca|ni)$/;
const AUXILIARY = /^(?:is|has|have|does|do|did|ca|can|could|was)$/;
const JOINED = /^\W*(?:or|nor|o|ni)(?![\p{L}])/iu;
const UNSURE = /\b(?:not (?:too |really )?(?:sure|certain)|unsure|uncertain|no (?:lo )?sabe|no est[aá] segur[oa])\b/i;
const AFTER_DENIAL = /^(?:nil|none|no|nothing|nada|ningun[oa]?)?\W*(?:else|other|more|m[aá]s|otr[oa]s?)?\W*$/i;

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
export function itemsOf(
  list: readonly { text: string; criticality: string | null }[],
  language: Language = 'en',
): Item[] {
  const out: Item[] = [];
  let heading: Item['heading'] = null;
  let before: Polarity | null = null;
  for (const { text: said, criticality } of list) {
    if (criticality === null) {
      heading = HEADINGS.find(([pattern]) => pattern.test(said))?.[1] ?? null;
      before = null;
      continue;
    }
    const text = written(said, language);
    const polarity = polarityOf(text, before);
    before = polarity;
    const bare = AFTER_DENIAL.test(text.trim());
    out.push({ text, critical: criticality === 'critical', polarity, heading, bare });
  }
  return out;
}

/** What joins several things in one line: `no vomiting / fever`, `heart attack, stent 2021`; not `7-8/10`. */
const JOINS = /\s*[,;+&]\s*|\s*(?<!\d)\/\s*|\s*\/(?!\d)\s*|\s+(or|and|nor|o|u|y|e|ni)\s+/giu;
/** Over a comma a denial may end: `no tremor, bowels same`. */
const DENIES_ON = /\/|(?<![\p{L}])(?:or|nor|o|u|ni)(?![\p{L}])/iu;

/** The things that a line names one after the other, each with its own polarity; empty for a line that names one. */
export function partsOf(item: Item): readonly Item[] {
  const joins = [...item.text.matchAll(JOINS)];
  if (joins.length === 0 || item.bare) return [];
  const first = item.text.slice(0, joins[0]!.index);
  let polarity = polarityOf(first, null);
  const out: Item[] = [{ ...item, text: first, polarity }];
  joins.forEach((join, i) => {
    const text = item.text.slice(join.index + join[0].length, joins[i + 1]?.index);
    const own = polarityOf(text, null);
    if (own !== 'affirmed') polarity = own;
    else if (polarity === 'negated' && !DENIES_ON.test(join[0])) polarity = 'mixed';
    out.push({ ...item, text, polarity });
  });
  return out;
}

/** `Return if fever`: told by what is planned under a condition. */
export const isConditional = ({ text }: Item): boolean =>
  /(?<![\p{L}])(?:if|unless|safety ?net(?:ted|ting)?|red flags|return|come back|a&e|999|112|si|salvo que|signos de alarma|volver|urgencias)(?![\p{L}])/iu.test(
    text,
  );
