import type { FactKind } from '@clinical/contracts';
import type { Mention } from '../language/lexicon.ts';
import { answered, asksWhetherOver, deniesAnother, isNamed } from './answered.ts';
import type { Candidate } from './candidate.ts';
import { careScope } from './care-scope.ts';
import { presumes } from './details.ts';
import type { Exchanges } from './exchange.ts';
import { isTaken, isTakenNext } from './granted.ts';
import { asksOfAnybody } from './inquiries.ts';
import type { Person } from './persons.ts';
import { type Line, textBetween, textOf, wordAt } from './reading.ts';
import { type Scope, scopeOf } from './scope.ts';

/** A finding or medicine at tokens of a line, before its circumstances are known. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly mention: Mention | null;
  readonly kind: FactKind;
  readonly name: string | null;
  /** A part with the state that it is asked to be in: `the leg weak` takes the leg for granted, not the weakness. */
  readonly state?: true;
}

export function fromMention(mention: Mention): Found {
  const { term } = mention;
  return {
    from: mention.from,
    to: mention.to,
    mention,
    kind: term.kind,
    name: mention.tongue === 'es' ? term.es : term.en,
  };
}

/** `It's also known as tennis elbow`: what one calls that which may be. */
const KNOWN_AS =
  /\b(?:it|this|that|which) ?(?:'s|is|are)? (?:also |sometimes |often |commonly )*(?:known as|called|referred to as)(?: (?:a|an|the|um|uh|,))* $/;

export function candidate(line: Line, found: Found, read: Scope): Candidate {
  const scope = found.kind === 'medication' || found.kind === 'procedure' ? careScope(line, found, read) : read;
  const term = found.mention?.term ?? null;
  const at = { line, from: found.from, to: found.to };
  const made: Candidate = {
    kind: found.kind,
    at,
    name: found.name,
    concept: term?.concept ?? null,
    term,
    assertion: scope.assertion,
    experiencer: scope.experiencer,
    relation: scope.relation,
    attributes: {},
    grounds: scope.by.map((span) => ({ line, from: span.from, to: span.to })),
    source: found.mention === null ? 'grammar' : 'lexicon',
    textFrom: found.from,
    textTo: found.to,
  };
  if (
    made.assertion === 'present' &&
    line.segment.speaker === 'clinician' &&
    KNOWN_AS.test(textBetween(line, line.from, found.from))
  )
    made.assertion = 'possible';
  if (term?.absent === true && made.experiencer === 'patient' && made.assertion !== 'hypothetical')
    made.assertion = 'negated';
  return made;
}

/** `Duermo bien`: what a denial or a doubt makes of it, no table tells. */
const isWellness = ({ mention }: Found): boolean =>
  mention?.term.absent === true && mention.tongue === 'es' && mention.to - mention.from > 1;

/** `Beba mucha agua`: an order to do so, where its clause begins with the verb. */
const isAdvice = (line: Line, { from }: Found): boolean =>
  line.segment.speaker === 'clinician' &&
  (/^(|[,.;:¡!]|y|que|pero)$/.test(wordAt(line, from - 1)) ||
    /^(yourself|keep|stay|get|be|him|her|them)$/.test(wordAt(line, from - 1)));

const OTHERWISE =
  /\b(?:normally|usually|in the past|previously|before (?:this|all|that|now)|before [?.]|like (?:this|that|these)|this (?:bad|severe)|antes de (?:esto|eso|ahora)|normalmente|habitualmente|(?:así|asi|como (?:est[eao]s?|ahora)|parecid[oa]s?)(?: antes| alguna vez)?|otras veces|anteriormente|alguna vez|antes [?.])(?:\b|$| )/;

/** `Chest pain with shortness of breath?`, `any breathlessness if you lie flat?`, `does the cough wake you?`: asked of one that is there. */
const isQualified = (line: Line, { from, to, mention }: Found): boolean =>
  [wordAt(line, from - 1), wordAt(line, from)].some((word) => GIVEN.test(word)) ||
  BECAUSE.test(textBetween(line, line.from, from)) ||
  [to, ...line.mentions.filter(({ term }) => term.key === mention?.term.key).map((one) => one.to)].some((end) =>
    QUALIFIED.test(textBetween(line, end, line.to)),
  );
const BECAUSE =
  /\b(?:because (?:of|you (?:were|are|had|have|felt|feel))|due to|porque (?:tenia|tiene|le)|por)(?: (?:the|a|an|so|really|la|el))* $/;
const GIVEN = /^(?:the|with|con|your|this|that|these|el|la|los|las)$/;
const QUALIFIED =
  /^(?:(?:,|um|uh|like|at all) )*(?:if|when|while|at (?:rest|night)|with (?:activity|exercise|exertion|movement)|on (?:exertion|movement|lying)|lying|during|si|cuando|al|por la noche|en reposo|con el (?:esfuerzo|ejercicio)) /;

/** `Do you normally get headaches?`, `have you had headaches like this before?`, once one was told of: of this one nothing is denied. */
const deniesBefore = (line: Line, one: Found, before: readonly Candidate[]): boolean =>
  (OTHERWISE.test(textOf(line)) || isQualified(line, one)) &&
  before.some(({ term, assertion }) => assertion === 'present' && term !== null && term === one.mention?.term);

export interface Reading {
  readonly lines: readonly Line[];
  readonly exchanges: Exchanges;
  /** The question that a line answers. */
  readonly asked: ReadonlyMap<number, Line>;
  readonly topics: readonly (Person | null)[];
  /** A child is the patient, spoken for by another. */
  readonly child: boolean;
}

/** Makes candidates of what a line names: statements by their own scope, questions only through their answers. */
export function candidatesOf(
  line: Line,
  found: readonly Found[],
  reading: Reading,
  before: readonly Candidate[],
): Candidate[] {
  const topic = reading.topics[line.index] ?? null;
  const answer = reading.exchanges.get(line.index) ?? null;
  if (!line.question && answer === null)
    return found.flatMap((one) => {
      if (isTaken(line, one) || isTakenNext(line, reading.lines[line.index + 1], one))
        return [candidate(line, one, takenScope(line, one))];
      const scope = scopeOf(line, one.from, one.to, topic, !reading.child);
      if (one.mention?.term.absent === true && isAdvice(line, one)) return [];
      return isWellness(one) && scope.assertion !== 'present' ? [] : [candidate(line, one, scope)];
    });
  const taken = found.filter((one) => one.kind !== 'medication' && presumes(line, one.from));
  const out = taken.map((one) => candidate(line, one, scopeOf(line, one.from, one.to, topic, !reading.child)));
  if (answer === null) {
    if (out.length > 0 || !wonders(line, reading))
      return [
        ...out,
        ...found.filter((one) => isTaken(line, one)).map((one) => candidate(line, one, takenScope(line, one))),
      ];
    return found.map((one) =>
      candidate(line, one, { ...scopeOf(line, one.from, one.to, topic), assertion: 'possible' }),
    );
  }
  for (const one of found) {
    if (taken.includes(one) || asksOfAnybody(line, one)) continue;
    if (isTaken(line, one)) {
      out.push(candidate(line, one, takenScope(line, one)));
      continue;
    }
    const scope = scopeOf(line, one.from, one.to, topic, !reading.child);
    if (isRecalled(line, one, found)) {
      out.push(candidate(line, one, scope));
      continue;
    }
    const named = answer.rest
      .slice(0, 2)
      .some((said) => said.mentions.some((m) => m.term.key === one.mention?.term.key));
    if (named) continue;
    if (deniesAnother(answer, line, one, found.length > 1)) continue;
    const others = found.some((other) => other !== one && isNamed(answer, other));
    if (others && answer.kind === 'yes') continue;
    const several = found.filter((other) => other.kind === one.kind).length > 1;
    const told = answered(line, one, scope, answer, several);
    if (told === null || (isWellness(one) && (told.assertion !== 'present' || answer.kind === 'other'))) continue;
    if (told.assertion === 'negated' && (deniesOnlyMore(line, one, before) || deniesBefore(line, one, before)))
      continue;
    const { assertion, echoed, amount, kin } = told;
    const made = candidate(line, one, { ...scope, assertion });
    if (assertion === 'historical' && asksWhetherOver(line, one)) made.attributes.status = 'resolved';
    if (kin !== null) made.relation = kin;
    if (amount !== null) {
      made.attributes.frequency = amount.said.value;
      made.grounds.push({ line: amount.line, from: amount.said.from, to: amount.said.to });
    }
    if (made.experiencer === 'family' && assertion !== 'negated') made.assertion = 'family';
    made.grounds.push(
      { line, from: line.from, to: line.to },
      echoed?.at ?? { line: answer.line, from: answer.from, to: Math.max(answer.to, answer.from + 1) },
    );
    out.push(made);
  }
  return out;
}

const OF_MORE =
  /\b(?:else|elsewhere|other|others|another|as well|(?:people|anyone|anybody|someone|somebody|they|friends|family|partner|wife|husband) (?:\w+ ,? ?(?:or )?){0,3}(?:said|commented|noticed|mentioned|told|remarked)|otr[oa]s?|ademas|alguien)\b/;

/** `Do you have dry skin anywhere else?` `No.`: what was told of before is not denied with it. */
const deniesOnlyMore = (line: Line, one: Found, before: readonly Candidate[]): boolean =>
  OF_MORE.test(textOf(line)) &&
  before.some(
    ({ term, name, assertion, experiencer, at }) =>
      assertion === 'present' &&
      experiencer === 'patient' &&
      ((term !== null && term.key === one.mention?.term.key) ||
        [name?.toLowerCase(), textBetween(at.line, at.from, at.to)].some((told) =>
          told?.includes(textBetween(line, one.from, one.to).trim()),
        )),
  );

const takenScope = (line: Line, one: Found): Scope => ({
  ...scopeOf(line, one.from, one.to, null),
  assertion: 'present',
  experiencer: 'patient',
  relation: null,
});

/** `Dolor epigástrico; ¿pancreatitis?`: in the midst of a note nobody is asked, the writer wonders. */
function wonders(line: Line, { lines }: Reading): boolean {
  const before = lines[line.index - 1];
  const words = line.tokens.slice(line.from, line.to).filter(({ kind }) => kind !== 'mark').length;
  const named = line.mentions.reduce((sum, { from, to }) => sum + to - from, 0);
  return (
    line.segment.speaker === 'unknown' && before?.segment === line.segment && !before.question && words - named <= 2
  );
}

const RECALLS = /^(mentioned|said|told|described|dijo|dicho|comento|comentado|menciono|mencionado|contado|decia)$/;
/** `You've had muscle aches, have you had any joint pains?` */
const RECAPS =
  /(?:^|[,.] |\b(?:and|so|ok|okay|alright|know) )(?:(?:so|and) )?you (?:'ve|have)(?: also| obviously)? (?:had|got|been having|been getting|been)(?: (?:some|a|an|the|this|these|bad|a bit of))* $/;
const ASKS_ON = /^(any|is|are|do|does|did|have|has|tiene|hay|ha|nota|siente|le|tambien|alguna?)$/;

/** `You said you feel dizzy, so is there any headache?`: the first is recalled, only the second asked. */
function isRecalled(line: Line, one: Found, found: readonly Found[]): boolean {
  const recaps = RECAPS.test(textBetween(line, line.from, one.from));
  let recalls = recaps ? line.from : -1;
  for (let i = line.from; i < one.from && recalls < 0; i += 1)
    if (RECALLS.test(wordAt(line, i)) && /^(you|also|he|she|ha|me|has|usted|que)$/.test(wordAt(line, i - 1)))
      recalls = i;
  if (recalls < 0) return false;
  for (let i = one.to; i < line.to - 1; i += 1) {
    const starts = /^([,.…¿]|so|and|y|entonces|but|pero|yeah)$/.test(wordAt(line, i - 1));
    if (starts && ASKS_ON.test(wordAt(line, i)) && !RECALLS.test(wordAt(line, i + 1)))
      return recaps || found.some((other) => other.from > i);
  }
  return false;
}
