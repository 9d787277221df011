import type { FactKind } from '@clinical/contracts';
import { type Reading, type ReadSegment, type Span, sentenceAt, within } from '../reading.ts';
import { questionStart } from './answers.ts';
import { type Whose, whoseIs } from './experiencer.ts';
import { isQuestion } from './is-question.ts';
import { isInstruction } from './machine.ts';
import { hitsIn, PATIENT } from './people.ts';
import { type Scope, scopeOf } from './scope.ts';
import { deniedNext } from './undone.ts';

/** A mention in its sentence, with what every question about it needs. */
export interface Look {
  readonly reading: Reading;
  readonly read: ReadSegment;
  readonly sentence: Span;
  readonly mention: Span;
  readonly kind: FactKind;
  readonly whole: Whole;
  readonly scope: Scope;
  readonly whose: Whose;
  /** Neither a plan nor something measured or done. */
  readonly isFinding: boolean;
  /** What one suffers from, by the claim's kind. */
  readonly isSuffered: boolean;
  readonly drug: boolean;
  /** A drug that somebody takes, neither an allergy to it nor a plan. */
  readonly medicine: boolean;
  /** No disease or symptom of the tables is named. */
  readonly namesNoFinding: boolean;
  /** A disease or an allergy, which a test can show or rule out. */
  readonly tested: boolean;
  /** The mention stands in what its sentence asks. */
  readonly asked: boolean;
  /** The word denies by itself: afebrile, eupneico, nontender. */
  readonly denies: boolean;
  /** Its sentence, folded: before the mention, and after it. */
  readonly before: string;
  readonly after: string;
}

/** What a sentence is by itself, whatever is mentioned in it: read once for all its mentions. */
interface Whole {
  readonly folded: string;
  readonly instruction: boolean;
  readonly asks: boolean;
  /** Where its question begins. */
  readonly asksFrom: number;
  readonly deniedNext: boolean;
}

const SUFFERED: ReadonlySet<FactKind> = new Set(['symptom', 'condition', 'risk_factor']);
const NO_FINDING: ReadonlySet<FactKind> = new Set(['plan', 'measurement', 'procedure']);

export function lookAt(reading: Reading, read: ReadSegment, mention: Span, kind: FactKind): Look {
  const sentence = sentenceAt(read, mention.start);
  const whole = wholeOf(read, sentence);
  const at = mention.start - sentence.start;
  const raw = read.segment.text.slice(sentence.start, sentence.end);
  const terms = within(read.terms(), mention).map(({ term }) => term);
  const isFinding = !NO_FINDING.has(kind);
  const drug = kind === 'medication' || terms.some((one) => one.kind === 'medication');
  return {
    reading,
    read,
    sentence,
    mention,
    kind,
    whole,
    scope: scopeOf(raw, whole.folded, at, Math.min(mention.end, sentence.end) - sentence.start),
    whose:
      kind === 'plan' && isAddressed(reading, read, whole.folded, at)
        ? PATIENT
        : whoseIs(reading, read, mention, isFinding),
    isFinding,
    isSuffered: SUFFERED.has(kind),
    drug,
    medicine: drug && kind !== 'allergy' && kind !== 'plan',
    namesNoFinding: terms.every((one) => !SUFFERED.has(one.kind)),
    tested: kind === 'condition' || kind === 'allergy' || terms.some((one) => one.kind === 'condition'),
    asked: whole.asks && at >= whole.asksFrom,
    denies: kind !== 'plan' && terms.some((term) => term.absent),
    before: whole.folded.slice(0, at),
    after: read.folded.slice(mention.end, sentence.end),
  };
}

/** "Le voy a pedir una endoscopia, por lo de su papá": a plan that names nobody before is for whom the clinician talks to. */
const isAddressed = (reading: Reading, read: ReadSegment, sentence: string, at: number): boolean =>
  read.segment.speaker === 'clinician' && hitsIn(reading, read, sentence).every((hit) => hit.start >= at);

const wholes = new WeakMap<Span, Whole>();

function wholeOf(read: ReadSegment, sentence: Span): Whole {
  const known = wholes.get(sentence);
  if (known !== undefined) return known;
  const folded = read.folded.slice(sentence.start, sentence.end);
  const clinician = read.segment.speaker === 'clinician';
  const asks = isQuestion(folded, clinician);
  const whole = {
    folded,
    instruction: isInstruction(read.folded, sentence, clinician),
    asks,
    asksFrom: asks ? questionStart(folded, clinician) : 0,
    deniedNext: deniedNext(read, sentence),
  };
  wholes.set(sentence, whole);
  return whole;
}
