import type { Assertion, FactKind } from '@clinical/contracts';
import type { Mention } from '../language/lexicon.ts';
import { placesIn } from './answers.ts';
import type { Said } from './attributes.ts';
import type { Candidate, Span } from './candidate.ts';
import { careScope } from './care-scope.ts';
import { amends, presumes } from './details.ts';
import { type Answer, classify, deniesANoun, type Exchanges, isPolar } from './exchange.ts';
import { isTaken, isTakenNext } from './granted.ts';
import { amountIn } from './habits.ts';
import { amountsIn } from './habits-es.ts';
import { asksOfAnybody } from './inquiries.ts';
import type { Person } from './persons.ts';
import { postposed } from './postposed.ts';
import { putsRight } from './put-right.ts';
import { type Line, said, textOf, wordAt } from './reading.ts';
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
  if (term?.absent === true && made.experiencer === 'patient' && made.assertion !== 'hypothetical')
    made.assertion = 'negated';
  return made;
}

/** `Duermo bien`: what a denial or a doubt makes of it, no table tells. */
const isWellness = ({ mention }: Found): boolean =>
  mention?.term.absent === true && mention.tongue === 'es' && mention.to - mention.from > 1;

const ONLY_AFTER_NO = new Set(['only', 'just', 'solo', 'solamente', 'unicamente', 'nomas']);

const OVER =
  /^(gone|settled|stopped|resolved|cleared|subsided|quitado|pasado|desaparecido|cesado|remitido|resuelto|settle|resolve)$/;

/** `Has the vomiting settled?`: yes says that it is over, no that it goes on. */
function asksWhetherOver(line: Line, mine: Found): boolean {
  for (let i = line.from; i < line.to; i += 1) {
    if (wordAt(line, i) === 'gone' && i < mine.from) continue;
    if (OVER.test(wordAt(line, i)) && !(i >= mine.from && i < mine.to)) return true;
  }
  return false;
}

const GONE = /^(gone|resolved|away|disappeared|better|desaparecio|quitado|quito|fue|pasado|paso)$/;
const LEFT_OFF = /^(deje|dejado|quit|stopped|gave|used)$/;

function begins(answer: Answer, test: RegExp): boolean {
  const { line } = answer;
  for (let i = line.from; i < Math.min(line.to, line.from + 5); i += 1) if (test.test(wordAt(line, i))) return true;
  return false;
}

/** `The pain`, `su tos`: the question takes the finding for granted and asks something else of it. */
const GRANTED = new Set(
  'the your this that these those su sus ese esa esos esas este esta estos estas aquel aquella tu tus'.split(' '),
);

/** `Está cansado` is a verb, `esta tos` is not. */
const grants = (line: Line, i: number): boolean =>
  GRANTED.has(wordAt(line, i)) && !/á/i.test(said(line, i, i + 1).normalize('NFC'));

const ASKS_OF = /^(is|are|was|were|does|do|did|has|have)$/;
const CLOSES = /^([?,.]|at|when|now|too|or|and|in|lately|recently|today|anymore|still|if|with|)$/;

/** `Does the leg feel weak?`: the part is taken for granted, its state is what is asked. */
const predicated = (line: Line, mine: Found): boolean =>
  mine.state === true ||
  (mine.to - mine.from > 1 && ASKS_OF.test(wordAt(line, mine.from - 2)) && CLOSES.test(wordAt(line, mine.to)));

/** What an answer makes of a finding that the question names. Null: nothing can be said of it. */
function answeredAs(line: Line, scope: Scope, answer: Answer, several: boolean, mine: Found): Assertion | null {
  if (scope.assertion === 'hypothetical') return null;
  const denied = scope.assertion === 'negated';
  if (asksWhetherOver(line, mine))
    return answer.kind === 'yes' ? 'historical' : answer.kind === 'no' ? 'present' : null;
  if (endsIt(answer.line) && !denied) return 'historical';
  if (!denied && isPolar(line) && amends(line, answer.line)) return scope.assertion;
  const granted = !predicated(line, mine) && grants(line, mine.from - 1);
  if (granted && (answer.kind === 'unsure' || answer.kind === 'no')) return null;
  if (!isPolar(line)) {
    if (answer.kind === 'no' || answer.kind === 'unsure' || begins(answer, GONE)) return null;
    return denied ? null : scope.assertion === 'historical' ? 'historical' : 'present';
  }
  if (
    answer.kind === 'other' &&
    begins(answer, LEFT_OFF) &&
    (mine.kind === 'risk_factor' || mine.kind === 'medication')
  )
    return 'historical';
  if (answer.kind === 'other' && mine.kind === 'risk_factor' && !denied && amountsIn(answer.line).length > 0)
    return 'present';
  switch (answer.kind) {
    case 'no':
      return 'negated';
    case 'yes': {
      if (denied && AFRAID_SO.test(textOf(answer.line))) return 'present';
      if (denied)
        return /^(right|correct|exact|eso|correcto|exacto|asi|that)/.test(wordAt(answer.line, answer.to - 1))
          ? 'negated'
          : null;
      if (several && alternatives(line, mine)) return 'possible';
      return scope.assertion === 'negated' ? null : scope.assertion;
    }
    case 'unsure':
      return denied ? null : 'possible';
    default:
      return null;
  }
}

/** `You're not still getting them, are you?` `'Fraid so.`: so it is, though it was put as a denial. */
const AFRAID_SO = /\b(?:fraid|afraid) (?:so|i (?:am|do|have))\b/;

const ENDED =
  /^(?:(?:,|\.|well|oh|no|not really|yeah|yes|actually|pues|bueno|si|la verdad) )*(?:not any ?more|no longer|i used to|used to|(?:i (?:'ve |have )?)?(?:stopped|quit|given (?:it |them )?up|gave (?:it |them )?up|packed (?:it |them )?in|kicked (?:it|the habit)|knocked it on the head)|not for (?:\w+ ){0,2}years|not since|ya no|antes si|(?:lo|la|los|las) deje|lo he dejado|deje de|hace (?:tiempo|anos|meses|mucho) que no|hace \w+ (?:anos|meses) que no)/;

/** `I used to`, `not any more`, `lo dejé`: so once, and over. */
const endsIt = (line: Line): boolean => ENDED.test(textOf(line));

function alternatives(line: Line, mine: Found): boolean {
  for (let i = line.from; i < line.to; i += 1) {
    if (/^(or|o|u)$/.test(wordAt(line, i)) && Math.abs(i - mine.from) < 14) return true;
  }
  return false;
}

/** An answer that goes on about the thing itself (`It comes and goes`, `Since Monday`) though it says neither yes nor no. */
const AFFIRMS = /^(since|for|about|every|desde|hace|cada|only|just|solo|mostly|usually|especially|worse|sobre|casi)$/;

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
export function candidatesOf(line: Line, found: readonly Found[], reading: Reading): Candidate[] {
  const topic = reading.topics[line.index] ?? null;
  const answer = reading.exchanges.get(line.index) ?? null;
  if (!line.question && answer === null)
    return found.flatMap((one) => {
      if (isTaken(line, one) || isTakenNext(line, reading.lines[line.index + 1], one))
        return [candidate(line, one, takenScope(line, one))];
      const scope = scopeOf(line, one.from, one.to, topic, !reading.child);
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
    const echoed = scope.assertion === 'present' ? echoedPart(line, one, answer) : null;
    let assertion = echoed?.assertion ?? answeredAs(line, scope, answer, several, one);
    if (scope.assertion === 'present' && putsRight(line, answer, one.kind === 'medication') !== null)
      assertion = 'present';
    const amount = one.kind === 'risk_factor' && answer.kind !== 'no' ? amountAnswered(answer) : null;
    if (amount !== null && scope.assertion === 'present') assertion = 'present';
    if (assertion === 'present' && one.kind === 'risk_factor' && OF_THE_PAST.test(textOf(line)))
      assertion = 'historical';
    if (
      assertion === null &&
      answer.kind === 'other' &&
      !several &&
      isPolar(line) &&
      AFFIRMS.test(wordAt(answer.line, answer.line.from))
    ) {
      assertion = scope.assertion === 'negated' ? null : scope.assertion;
    }
    if (
      assertion === null &&
      answer.kind === 'other' &&
      scope.assertion !== 'negated' &&
      (grants(line, one.from - 1) || /^(el|la|los|las)$/.test(wordAt(line, one.from - 1))) &&
      alternatives(line, one) &&
      placesIn(answer.line).length > 0
    )
      assertion = scope.assertion;
    if (assertion === null && answer.kind === 'other' && answer.rest.length > 0 && several && onlyNames(answer))
      assertion = 'negated';
    const kin = scope.experiencer === 'family' && answer.kind !== 'no' ? relativeIn(answer) : null;
    if (assertion === null && kin !== null && answer.kind === 'other' && !several) assertion = 'family';
    if (assertion === null || (isWellness(one) && assertion !== 'present')) continue;
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
const ASKS_ON = /^(any|is|are|do|does|did|have|has|tiene|hay|ha|nota|siente|le|tambien|alguna?)$/;

/** `You said you feel dizzy, so is there any headache?`: the first is recalled, only the second asked. */
function isRecalled(line: Line, one: Found, found: readonly Found[]): boolean {
  let recalls = -1;
  for (let i = line.from; i < one.from && recalls < 0; i += 1)
    if (RECALLS.test(wordAt(line, i)) && /^(you|also|he|she|ha|me|has|usted|que)$/.test(wordAt(line, i - 1)))
      recalls = i;
  if (recalls < 0) return false;
  for (let i = one.to; i < line.to - 1; i += 1) {
    const starts = /^([,.…¿]|so|and|y|entonces|but|pero|yeah)$/.test(wordAt(line, i - 1));
    if (starts && ASKS_ON.test(wordAt(line, i)) && !RECALLS.test(wordAt(line, i + 1)))
      return found.some((other) => other.from > i);
  }
  return false;
}

/** `How many did you smoke?` */
const OF_THE_PAST = /\b(did you (smoke|drink|use|vape)|were you (smoking|drinking)|used to)\b/;

/** `Six pints over a weekend`: how much, which says that it is so. */
function amountAnswered(answer: Answer): { line: Line; said: Said } | null {
  for (const line of answer.rest.slice(0, 2)) {
    const amount = amountIn(line);
    if (amount !== null) return { line, said: amount };
  }
  return null;
}

/** The relative whom an answer names: `Yes, my father`. */
function relativeIn(answer: Answer): string | null {
  for (const line of answer.rest.slice(0, 2)) {
    const hit = line.words.find((word) => word.as === 'relative');
    if (hit !== undefined && !line.cues.some((cue) => cue.triggers.some((t) => t.category === 'negation')))
      return said(line, hit.from, hit.to);
  }
  return null;
}

/** `No vomiting` to `any nausea or vomiting?`, and no further `no`: of the nausea nothing was said. */
function deniesAnother(answer: Answer, asked: Line, one: Found, several: boolean): boolean {
  if (!deniesANoun(answer)) return false;
  const next = answer.rest[1];
  if (next !== undefined && classify(next).kind === 'no' && !deniesANoun(classify(next))) return false;
  const { line, to } = answer;
  const noun = singular(wordAt(line, to));
  for (let i = one.from; i < one.to; i += 1) if (singular(wordAt(asked, i)) === noun) return false;
  for (let i = to; i < line.to; i += 1)
    if (wordAt(line, i) === ',' && wordAt(line, i + 1) === 'no' && !several) return false;
  if (several) return true;
  return line.mentions.some(({ from, term }) => from === to && term.key !== one.mention?.term.key);
}

const singular = (word: string): string => word.replace(/s$/, '');

/** Shorter words are articles and pronouns. */
const CONTENT = 4;

/** `Las piernas no` to `¿se le hinchan las piernas?`: a part of what was asked, and how it stands. */
function echoedPart(asked: Line, one: Found, answer: Answer): { assertion: 'negated' | 'present'; at: Span } | null {
  for (const line of answer.rest.slice(0, 2)) {
    if (line.question) continue;
    for (let i = one.from; i < one.to; i += 1) {
      const word = wordAt(asked, i);
      for (let k = line.from; k < line.to && word.length >= CONTENT; k += 1) {
        const after = wordAt(line, k) === word ? postposed(line, k, k + 1) : null;
        if (after === null) continue;
        return { assertion: after.says === 'no' ? 'negated' : 'present', at: { line, from: line.from, to: after.to } };
      }
    }
  }
  return null;
}

/** The answer names the thing itself, so its own words say how it stands. */
const isNamed = (answer: Answer, one: Found): boolean =>
  one.mention !== null &&
  answer.rest.slice(0, 2).some((line) => line.mentions.some((m) => m.term.key === one.mention?.term.key));

const onlyNames = (answer: Answer): boolean => ONLY_AFTER_NO.has(wordAt(answer.line, answer.line.from));
