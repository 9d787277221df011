import type { Mention } from '../language/lexicon.ts';
import type { Steps } from '../steps.ts';
import { allergensIn } from './allergens.ts';
import { allergiesIn, asksOfAllergies, knownAllergies } from './allergies.ts';
import { asksOfThePast } from './answered.ts';
import { asksHowBad, enrich } from './answers.ts';
import { asks } from './asks.ts';
import { attach } from './attach.ts';
import type { Candidate, Span } from './candidate.ts';
import { changesIn } from './clauses.ts';
import { conditionAfter, underCondition } from './conditions.ts';
import { correctSide, correctWithin } from './corrections.ts';
import { Dictation } from './dictated.ts';
import { settleDoubts } from './doubts.ts';
import { link } from './exchange.ts';
import { candidatesOf, type Found, fromMention, type Reading } from './findings.ts';
import { isGeneral } from './general-denials.ts';
import { generalFrom } from './general-talk.ts';
import { isHabit, settleHabit, tellAmounts } from './habits-es.ts';
import { settleHistory } from './history.ts';
import { measurementsIn, pressureAfter } from './measurements.ts';
import { medicinesIn } from './medicines.ts';
import { namesAnother } from './names-another.ts';
import { normsIn } from './norms.ts';
import { openFindings, pointsBack } from './open-findings.ts';
import { operationIn } from './operations.ts';
import { isCarersOwn, isCliniciansOwn, isCompanionsOwn, isOutsiders, isParents } from './outsiders.ts';
import type { Person } from './persons.ts';
import { plansIn } from './plans.ts';
import { predicateOver } from './predicates.ts';
import { correctByAnswer } from './put-right.ts';
import { type Line, said, spanish, textBetween, textOf, wordAt } from './reading.ts';
import { resultsIn } from './results.ts';
import { safetyNetIn } from './safety-net.ts';
import { sharedResults } from './shared-results.ts';
import { statureIn } from './stature.ts';
import { settleTaking } from './taken-on.ts';
import { Talk } from './talk.ts';
import { temperaturesIn } from './temperatures.ts';
import { namesATest } from './tests-named.ts';
import { isUnmeant } from './unmeant.ts';
import { whitherIn } from './whither.ts';

export type AllCandidates = Candidate[];

const overlaps = (one: { from: number; to: number }, other: { from: number; to: number }): boolean =>
  one.from < other.to && other.from < one.to;

/** `Allergies? I see penicillin here.`: tokens of what an asker adds to the question. */
const SHORT = 6;

/** The part of a conversation after which medicines are ordered rather than asked after. */
const LATE = 0.6;

/** Everything that the conversation tells, line by line, in its order. */
export function* collect(
  lines: readonly Line[],
  topics: readonly (Person | null)[],
  child: boolean,
): Steps<AllCandidates> {
  const exchanges = link(lines);
  const asked = new Map<number, Line>();
  for (const [k, answer] of exchanges)
    for (const { index } of answer.rest.slice(0, 2)) asked.set(index, lines[k] as Line);
  const reading: Reading = { lines, exchanges, asked, topics, child };
  const out: Candidate[] = [];
  const allergyUntil = new Map<number, boolean>();
  const echoes = new Set<number>();
  for (const [k, answer] of exchanges) {
    if (answer.echo !== undefined) echoes.add(answer.echo.index);
    if (!asksOfAllergies(lines[k] as Line)) continue;
    for (const line of answer.rest.slice(0, 2)) allergyUntil.set(line.index, true);
    const added = lines[k + 1];
    if (added?.turn === lines[k]?.turn && added?.question === false && added.to - added.from <= SHORT)
      allergyUntil.set(added.index, true);
  }
  const conditions = underCondition(lines);
  const beside = child || lines.some(({ segment }) => segment.speaker === 'patient');
  const talk = new Talk();
  const dictation = new Dictation();
  for (const line of lines) {
    yield;
    if (echoes.has(line.index) || acknowledges(line, lines[line.index - 1])) continue;
    correctSide(line, talk.focus);
    const read = [...measurementsIn(line), ...pressureAfter(line, lines, asked.get(line.index) ?? null)];
    read.push(...statureIn(line, asked.get(line.index) ?? null, read, child));
    read.push(...resultsIn(line, read));
    read.push(
      ...temperaturesIn(line, asked.get(line.index) ?? null).filter(
        (one) => !read.some(({ at }) => overlaps(at, one.at)),
      ),
    );
    const measured = [...read, ...sharedResults(line, read)]
      .filter((one) => !isDisease(line, one))
      .toSorted((a, b) => a.at.from - b.at.from);
    const named = line.mentions
      .filter(
        (mention) =>
          !measured.some((one) => overlaps(one.at, mention)) &&
          !(pointsBack(line, mention.from, mention.to) && !isFirstAsked(lines, line, mention)) &&
          (!namesATest(line, mention) || predicateOver(line, mention.from, mention.to)?.says === 'negation') &&
          !namesAnother(line, mention) &&
          !isYardstick(line, mention) &&
          !isOffered(line, mention),
      )
      .map(fromMention);
    const known = [
      ...named.filter((one) => one.kind !== 'medication'),
      ...medicinesIn(line, named).filter((one) => !measured.some(({ at }) => overlaps(at, one))),
    ];
    const open = openFindings(line, known, reading);
    const inside = (one: Found): boolean => open.some((wide) => wide.from <= one.from && wide.to >= one.to);
    const found = [...known.filter((one) => !inside(one)), ...open].toSorted((a, b) => a.from - b.from);
    const drafted = candidatesOf(line, withoutDeeds(line, found), reading, out).filter(saysSomething);
    const candidates = drafted.filter((one) => !isUnmeant(one, lines, drafted));
    for (const one of candidates)
      if (
        isOutsiders(line, one.at.from) ||
        isCliniciansOwn(line, one.at.from) ||
        isCompanionsOwn(line, one.at.from, one.at.to) ||
        isCarersOwn(line, one.at.from, beside) ||
        (child && isParents(line, one))
      )
        one.experiencer = 'other';
    const elsewhere = candidates.filter((one) => isOfAnotherPart(one, asked.get(line.index) ?? null, out));
    if (elsewhere.length > 0)
      candidates.splice(0, candidates.length, ...candidates.filter((one) => !elsewhere.includes(one)));
    knownAllergies(line, candidates);
    candidates.push(...allergiesIn(line, candidates));
    if (candidates.length === 1 && talk.isMeant(line, candidates[0] as Candidate)) candidates.pop();
    if (allergyUntil.has(line.index)) {
      for (const one of candidates) asAllergy(one);
      const asker = asked.get(line.index) ?? null;
      if (asker !== null && asksOfAllergies(asker)) candidates.push(...allergensIn(line, asker, candidates));
    }
    candidates.push(...whitherIn(line, asked.get(line.index) ?? null, candidates));
    const operation = operationIn(line, asked.get(line.index) ?? null);
    if (operation !== null)
      candidates.splice(
        0,
        candidates.length,
        ...candidates.filter(
          ({ at, kind }) => !overlaps(at, operation.at) && !(kind === 'procedure' && at.to < operation.at.from),
        ),
        operation,
      );
    const advice = safetyNetIn(line);
    const plans = advice === null ? plansIn(line, candidates) : [advice];
    attach(line, candidates);
    dictation.settle(line, candidates, plans, { late: line.index > lines.length * LATE, known: out });
    const reply = exchanges.get(line.index);
    if (reply !== undefined) for (const one of candidates) correctByAnswer(one, reply);
    const stay = talk.absorb(line, candidates, asked.get(line.index) ?? null);
    if (stay.length < candidates.length) candidates.splice(0, candidates.length, ...stay);
    talk.turnTo(line, out);
    const answer = reading.exchanges.get(line.index);
    if (answer !== undefined && answer.kind !== 'no')
      for (const one of candidates)
        if (one.kind === 'symptom' || one.kind === 'condition' || one.kind === 'medication') enrich(one, line, answer);
        else if (isHabit(one)) tellAmounts(one, answer);
    if (answer !== undefined && candidates.length === 0) talk.ask(line, answer);
    settleHistory(line, candidates);
    talk.tell(line, candidates, asked.get(line.index) ?? null);
    for (const one of candidates) {
      correctWithin(one);
      settleHabit(one);
      if (one.kind === 'risk_factor' && one.assertion === 'present' && isOfOldHabit(asked.get(line.index)))
        one.assertion = 'historical';
    }
    settleDoubts(line, candidates, asked.get(line.index) ?? null);
    suppose(line, candidates, conditions.get(line.index) ?? null);
    settleTaking(line, candidates, lines);
    const norms = normsIn(line, answer).filter(
      (one) => ![...candidates, ...measured].some(({ at }) => overlaps(at, one.at)),
    );
    out.push(...candidates.filter(isMeant), ...measured, ...norms, ...plans);
  }
  return out;
}

/** `How about the inner side?` `No pain.`, of one that hurts elsewhere. */
const isOfAnotherPart = (
  { assertion, term, attributes }: Candidate,
  asked: Line | null,
  before: AllCandidates,
): boolean =>
  assertion === 'negated' &&
  term?.key === 'pain' &&
  attributes.body_site == null &&
  asked !== null &&
  asked.mentions.length === 0 &&
  /^(?:(?:ok|okay|and|so|right|y|,) )*(?:(?:how|what) about|and|y|que tal) /.test(textOf(asked)) &&
  before.some(
    (one) =>
      one.assertion === 'present' &&
      one.experiencer === 'patient' &&
      /pain|dolor/.test(one.term?.key ?? one.name ?? ''),
  );

/** `How much did you smoke before that?` `A pack a day.` */
const isOfOldHabit = (asked: Line | undefined): boolean => asked?.question === true && asksOfThePast(asked);

/** `Tiene la tensión alta`: what somebody has, told in a verb; no reading was taken. */
const isDisease = (line: Line, { at }: Candidate): boolean =>
  line.mentions.some(
    (one) =>
      one.term.kind === 'condition' && one.from < at.from && one.to >= at.to && one.to - one.from > at.to - at.from,
  );

/** `I got a rash to penicillin when I was younger`. */
const REACTED =
  /\b(?:rash\w*|hives|swell\w*|swollen|react\w*|anaphyla\w*|itch\w*|ronchas|urticaria|sarpullido|reaccion) (?:to|with|from|after|on|when|con|a|al|por) (?:\w+ ){0,3}$/;

/** What is named where allergies are asked after: `a medicamentos no` denies an allergy, not the taking. */
function asAllergy(one: Candidate): void {
  if (one.kind !== 'medication') return;
  if (isGeneral(one)) {
    const { line, from, to } = one.at;
    one.name = `${spanish(line) ? 'alergia a' : 'allergy to'} ${said(line, from, to)}`;
  } else if (
    one.assertion !== 'present' &&
    !(one.assertion === 'historical' && REACTED.test(textBetween(one.at.line, one.at.line.from, one.at.from)))
  )
    return;
  one.kind = 'allergy';
}

/** `¿El bulto lo tiene en el derecho?`, of which nothing was said before: it points at what both can see. */
const isFirstAsked = (lines: readonly Line[], line: Line, { term }: Mention): boolean =>
  line.question &&
  line.segment.speaker === 'clinician' &&
  !lines.slice(0, line.index).some(({ mentions }) => mentions.some((one) => one.term.key === term.key));

/** `With ten the worst pain you've ever had`: what a scale is explained by. */
const isYardstick = (line: Line, { from }: Mention): boolean =>
  asksHowBad(line) && /^(worst|peor|no|ningun|nada|cero|zero)$/.test(wordAt(line, from - 1));

/** `How would you describe the pain, like dull, achy, sharp?`: words to choose from. */
const isOffered = (line: Line, { from, to }: Mention): boolean =>
  line.question &&
  line.segment.speaker === 'clinician' &&
  to === from + 1 &&
  /^(achy|aching|sore|tender|throbbing|burning|sharp|dull)$/.test(wordAt(line, from)) &&
  /^(,|or|like|and)$/.test(wordAt(line, from - 1)) &&
  asks(line, 'what like');

/** `It hurts when I cough`: the deed that brings something on is no finding of its own. */
function withoutDeeds(line: Line, found: readonly Found[]): readonly Found[] {
  if (!found.some(({ kind }) => kind === 'symptom')) return found;
  const changes = changesIn(line);
  return found.filter(
    (one) =>
      one.kind !== 'symptom' ||
      (!changes.some(({ from, to }) => one.from >= from && one.to <= to) && !isOccasion(line, one, found)),
  );
}

/** `I leak when I cough`, `se me escapa al toser`: what the other comes on with. */
function isOccasion(line: Line, { from }: Found, found: readonly Found[]): boolean {
  let at = from - 1;
  if (/^(i|you|she|he|they)$/.test(wordAt(line, at))) at -= 1;
  else if (!/^(al|cuando)$/.test(wordAt(line, at))) return false;
  return (
    /^(when|whenever|if|time|al|cuando)$/.test(wordAt(line, at)) &&
    found.some(({ kind, to }) => kind === 'symptom' && to <= at && at - to < 3)
  );
}

/** `Medical problems` that somebody has are none in particular. */
const saysSomething = (one: Candidate): boolean =>
  (one.assertion === 'negated' || !isGeneral(one)) && !isForbidden(one);

/** `Y nada de alcohol`: what the clinician forbids is no habit that was denied. */
const isForbidden = ({ kind, assertion, at: { line, from, to } }: Candidate): boolean =>
  kind === 'risk_factor' &&
  assertion === 'negated' &&
  line.segment.speaker === 'clinician' &&
  !line.question &&
  (/^(de|more|cero|zero|sin|no)$/.test(wordAt(line, from - 1)) || /^(cero|zero|nada|fuera)$/.test(wordAt(line, to)));

/** Materials that the tables list among the substances, as people are allergic to them, and what is drunk in coffee. */
const ONLY_AN_ALLERGEN = /^(?:latex|caffeine)$/;
const isMeant = (one: Candidate): boolean => one.kind !== 'medication' || !ONLY_AN_ALLERGEN.test(one.concept ?? '');

const HEARD =
  /^([,.…!?]|ok|okay|right|alright|all|sure|yeah|yes|good|fine|great|i|see|so|vale|bien|ya|de|acuerdo|si|muy|and)$/;

/** `Latex, okay.`: the clinician repeats what the patient just said, and adds nothing. */
function acknowledges(line: Line, before: Line | undefined): boolean {
  if (line.question || line.segment.speaker !== 'clinician' || before === undefined || line.mentions.length === 0)
    return false;
  if (before.segment.speaker === 'clinician' || before.segment.speaker === 'unknown') return false;
  for (let i = line.from; i < line.to; i += 1)
    if (!HEARD.test(wordAt(line, i)) && !line.mentions.some(({ from, to }) => from <= i && to > i)) return false;
  return line.mentions.every(({ term }) => before.mentions.some((said) => said.term.key === term.key));
}

/** Tokens of a line that a condition set before it still governs. */
const REACH = 25;

/** Told under a condition, or of anybody who has the disease: nothing that this patient has. */
function suppose(line: Line, candidates: readonly Candidate[], condition: Span | null): void {
  if (candidates.length === 0) return;
  const general = generalFrom(line);
  for (const one of candidates) {
    if (one.assertion === 'negated' || one.assertion === 'hypothetical' || one.kind === 'plan') continue;
    const after = conditionAfter(line, one.at.to);
    if (condition !== null && one.at.from - line.from < REACH) one.grounds.push(condition);
    else if (after !== null) one.grounds.push({ line, ...after });
    else if (general === null || one.at.from < general || one.at.from > general + REACH) continue;
    one.assertion = 'hypothetical';
  }
}
