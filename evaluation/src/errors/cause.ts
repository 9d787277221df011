/** Each kind of error: what it is called in a report, and what would close it. */
const KINDS = {
  assertion: [
    'a fact is there, with another assertion',
    "the scope's rules: which trigger reaches it, or which answer",
  ],
  other_kind: ['a fact is there, of another kind', 'the kind that the tables or the grammar give it'],
  person: ["a fact is there, as another person's", 'whose it is: topics and relatives'],
  value: ['a fact is there, with another value', 'the reading of numbers and words in that place'],
  not_read: ['stated, not read', 'the form of words in which it is stated'],
  boundary: ['a fact is there, its words end elsewhere', 'where the phrase begins and ends'],
  part: ['a fact says part of it', 'the rest of the phrase: its qualifiers, or a second fact beside it'],
  rejected: [
    'drafted, rejected by verification',
    'the check that rejects it, or a draft that quotes what the check needs',
  ],
  omission: ['only listed as a possible omission', 'the rule that passes over a term of the tables'],
  passed_over: [
    'known to the tables, no fact',
    'the rule that passes over it: a question, a guard, the clause it stands in',
  ],
  unknown: [
    'said, but neither tables nor grammar know it',
    'vocabulary where it is one word, grammar of phrases where it is long',
  ],
  other_words: ['said in other words', 'synonyms'],
  unsaid: [
    'not said in any of its words',
    'inference, which this engine does not make: what is published stands on a quote',
  ],
  scope: [
    'a trigger stands in the sentence, but does not reach it',
    "the trigger's reach: lists, clauses, what ends it",
  ],
  no_trigger: ['no trigger of the tables stands in the sentence', 'triggers, and words that say it by themselves'],
  not_gold: ['the gold does not name it', 'precision of the rule, or a gold that leaves it out on purpose'],
  trap: ['a trap', 'the rule that this category is about'],
  evidence: ['its quote does not stand at its offsets', 'a defect of verification'],
  no_summary: ['no summary came', "the engine's failure of that code"],
} as const;

export type CauseKind = keyof typeof KINDS;

/** Why one thing was missed or wrongly said; `detail` parts a kind further (as what, by which reason). */
export interface Cause {
  readonly kind: CauseKind;
  readonly detail: string | null;
}

export const because = (kind: CauseKind, detail: string | null = null): Cause => ({ kind, detail });

export const titleOf = ({ kind, detail }: Cause): string =>
  detail === null ? KINDS[kind][0] : `${KINDS[kind][0]}: ${detail}`;

export const remedyOf = ({ kind }: Pick<Cause, 'kind'>): string => KINDS[kind][1];
