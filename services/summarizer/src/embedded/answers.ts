import { asks } from './asks.ts';
import type { Said } from './attributes.ts';
import type { Candidate } from './candidate.ts';
import type { Answer } from './classify.ts';
import { changesIn, characterIn, fragmentIn } from './clauses.ts';
import { dosesIn } from './doses.ts';
import { effectIn } from './effects.ts';
import { type Grade, gradesIn } from './grades.ts';
import { quantitiesIn } from './quantities.ts';
import { type Line, said, textOf, wordAt } from './reading.ts';
import { timesIn } from './times.ts';

function number(line: Line): Grade | null {
  for (let i = line.from; i < line.to; i += 1) {
    if (/^(un|una|a|an)$/.test(wordAt(line, i))) continue;
    const token = line.tokens[i];
    const value =
      token?.kind === 'number' && /^(10|\d)$/.test(token.text)
        ? token.text
        : line.words.find((hit) => hit.as === 'number' && hit.from === i)?.value;
    if (value !== undefined && Number(value) <= 10 && Number.isInteger(Number(value)))
      return { name: 'severity', value: `${value}/10`, from: i, to: i + 1, free: true };
  }
  return null;
}

/** What an answering line says of the thing asked about: how long, since when, how bad, how often. */
export function saidInAnswer(question: Line, answer: Line): Said[] {
  const out: Said[] = [...timesIn(answer)];
  const time = asks(question, 'how long', 'when');
  const quantity = quantitiesIn(answer)[0];
  if (
    (asks(question, 'how long') ||
      offersTime(question) ||
      (asks(question, 'when') && answer.to - answer.from <= SHORT + 1)) &&
    quantity !== undefined &&
    !out.some((one) => one.name === 'duration' || one.name === 'onset')
  ) {
    out.push({
      name: 'duration',
      value: said(answer, quantity.from, quantity.to),
      from: quantity.from,
      to: quantity.to,
    });
  }
  if (time && out.length === 0) {
    const moment = answer.words.find(
      (hit) => hit.as === 'moment' && hit.to - hit.from > 0 && wordAt(answer, hit.from) !== 'then',
    );
    if (moment !== undefined)
      out.push({ name: 'onset', value: said(answer, moment.from, moment.to), from: moment.from, to: moment.to });
  }
  if (time && out.length === 0) {
    const event = eventIn(answer);
    if (event !== null) out.push(event);
  }
  if (asks(question, 'where') && !asksWhither(question)) out.push(...placesIn(answer));
  const grades = gradesIn(answer);
  if (asks(question, 'how bad')) {
    const grade = grades.find((one) => /\//.test(one.value)) ?? number(answer) ?? grades[0];
    if (grade !== undefined) out.push(grade);
  } else out.push(...grades.filter((grade) => grade.free || answer.to - answer.from <= 5));
  const often = dosesIn(answer).filter((one) => one.name === 'frequency');
  if (asks(question, 'how often') || answer.to - answer.from <= 8) out.push(...often);
  return out;
}

/** `Does it go anywhere else?`: another place than its own. */
export const asksWhither = (question: Line): boolean =>
  /\b(anywhere|elsewhere|somewhere|otr[oa] (?:sitio|lado|parte|lugar)|alg[uú]n (?:otro )?(?:sitio|lado|lugar)|alguna (?:otra )?parte)\b/.test(
    textOf(question),
  );

/** `Worse, definitely`, and `yes` to `is it getting worse?`: the way that it goes. */
function trendAnswered(question: Line, { kind, rest }: Answer): Told | null {
  for (const on of rest.slice(0, 2)) {
    const hit = trendsIn(on)[0];
    if (hit !== undefined && !on.question)
      return { line: on, said: { name: 'trend', value: said(on, hit.from, hit.to), ...hit } };
  }
  const put = trendsIn(question);
  const [only] = put;
  if (kind !== 'yes' || only === undefined || put.length > 1) return null;
  return { line: question, said: { name: 'trend', value: said(question, only.from, only.to), ...only } };
}

const trendsIn = (line: Line): { from: number; to: number }[] =>
  line.words.filter(({ as }) => as === 'trend').map(({ from, to }) => ({ from, to }));

/** What the first words of an answer say in reply to what it is like, what changes it, whether the medicine helped. */
function saidInReply(question: Line, answer: Answer): Told[] {
  const { kind, line, to, rest } = answer;
  const first = kind === 'other' ? fragmentIn(line) : fragmentIn(line, to);
  const next = rest[1];
  const at = first ?? (kind === 'yes' && next !== undefined && !next.question ? fragmentIn(next) : null);
  const where = first === null ? next : line;
  const out: Told[] = [];
  const put = (name: Said['name'], said_: Said | undefined, on: Line): void => {
    if (said_ !== undefined) out.push({ line: on, said: { ...said_, name } });
  };
  const bare = (name: Said['name']): Said | undefined =>
    at === null || where === undefined ? undefined : { name, value: said(where, at.from, at.to), ...at };
  if (asks(question, 'what like') && kind !== 'unsure')
    put(
      'character',
      characterIn(line)[0] ?? (at !== null && at.to - at.from <= SHORT ? bare('character') : undefined),
      line,
    );
  const trend = asks(question, 'which way') ? trendAnswered(question, answer) : null;
  if (trend !== null) out.push(trend);
  for (const [ask, name] of CHANGES) {
    if (!asks(question, ask) || kind === 'unsure') continue;
    const told = changesIn(line).find((one) => one.name === name);
    const put_ = changesIn(question).find((one) => one.name === name);
    if (told !== undefined) put(name, told, line);
    else if (kind === 'yes' && put_ !== undefined) put(name, put_, question);
    else if (
      kind !== 'no' &&
      !isOfNoUse(answer) &&
      !tellsTheOther(name, line, next) &&
      (put_ === undefined || /\bany\b/.test(put_.value))
    )
      put(name, bare(name), where ?? line);
  }
  return out;
}

/** `If I rest it, it's better`, where both were asked: no answer to what makes it worse. */
const tellsTheOther = (name: Said['name'], ...lines: readonly (Line | undefined)[]): boolean =>
  lines.some((line) => line !== undefined && (name === 'aggravated_by' ? EASES : WORSENS).test(textOf(line)));
const EASES = /\b(?:better|helps?|helped|eases?|eased|relieves?|mejor|alivia|calma)\b/;
const WORSENS = /\b(?:worse|worst|aggravates?|peor|empeora)\b/;

/** `I tried Advil, but it didn't really help`: what was tried, and eased nothing. */
const isOfNoUse = ({ rest }: Answer): boolean => rest.slice(0, 2).some((line) => OF_NO_USE.test(textOf(line)));
const OF_NO_USE =
  /\b(?:(?:n't|not|never|hardly|barely|without)(?: \w+){0,5} (?:help\w*|work\w*|touch\w*|eas\w*|difference|reliev\w*|do\w* (?:much|anything|a thing)|did (?:much|anything))|(?:nothing|neither|none)(?: \w+){0,4} (?:help\w*|work\w*|eas\w*)|no (?:me |le |se me )?(?:hizo|hace|hacen|hicieron|ayud\w+|sirv\w+|alivi\w+|calm\w+|quit\w+|funcion\w+)|(?:no|any) (?:relief|use|effect|good|joy|luck))\b/;

interface Told {
  readonly line: Line;
  readonly said: Said;
}

const CHANGES = [
  ['what worsens', 'aggravated_by'],
  ['what eases', 'relieved_by'],
] as const;

/** Words of an answer that describe a thing whole. */
const SHORT = 5;

const EVENT = /^(when|after|since|cuando|tras|despues|desde)$/;

/** `When I changed my job`: an onset told by what happened then. */
function eventIn(line: Line): Said | null {
  for (let i = line.from; i < line.from + 6 && i < line.to; i += 1) {
    if (!EVENT.test(wordAt(line, i))) continue;
    let to = i + 1;
    while (to < line.to && to < i + 12 && line.tokens[to]?.kind !== 'mark' && wordAt(line, to) !== 'so') to += 1;
    return to - i >= 3 ? { name: 'onset', value: said(line, i, to), from: i, to } : null;
  }
  return null;
}

/** Tokens between the parts of one list of places. */
const LISTED = 4;

/** The parts of the body that a line names, as one stretch, and the side. */
export function placesIn(line: Line): Said[] {
  const out: Said[] = [];
  const side = line.words.find(({ as }) => as === 'laterality');
  const sites = line.words
    .filter(({ as, from, to }) => as === 'site' && !(side !== undefined && side.from < to && side.to > from))
    .toSorted((a, b) => a.from - b.from);
  const [first] = sites;
  if (first !== undefined && !line.cues.some(({ triggers }) => triggers.some((t) => t.category === 'negation'))) {
    let { to } = first;
    for (const site of sites) if (site.from - to <= LISTED) to = Math.max(to, site.to);
    out.push({ name: 'body_site', value: said(line, first.from, to), from: first.from, to });
  }
  if (side !== undefined && wordAt(line, side.to) !== 'now')
    out.push({ name: 'laterality', value: said(line, side.from, side.to), from: side.from, to: side.to });
  return out;
}

/** A question that puts a time itself: `Two months, or six?`, `It started on Monday, is that right?` */
export const offersTime = (line: Line): boolean =>
  line.question && !asks(line, 'where') && (timesIn(line).length > 0 || quantitiesIn(line).length > 0);

/** What is still open; and a number on a scale, which says more than `awful`. */
export const isNews = ({ attributes }: Candidate, { name, value }: Said): boolean =>
  attributes[name] == null || (name === 'severity' && value.includes('/') && !attributes.severity?.includes('/'));

/** Gives a finding that was asked about what the answer says of it, and the answer's words as its ground. */
export function enrich(candidate: Candidate, question: Line, answer: Answer): void {
  if (candidate.assertion === 'negated') return;
  const give = (line: Line, one: Said): void => {
    if (!isNews(candidate, one)) return;
    candidate.attributes[one.name] = one.value;
    candidate.grounds.push({ line, from: one.from, to: one.to });
  };
  if (candidate.kind !== 'medication') for (const told of saidInReply(question, answer)) give(told.line, told.said);
  for (const line of answer.rest.slice(0, 3)) {
    if (line.question || line.mentions.length > 0) continue;
    if (candidate.kind === 'medication')
      for (const one of dosesIn(line).filter(({ name }) => name === 'dose')) give(line, one);
    for (const one of saidInAnswer(question, line)) if (answer.kind !== 'no' || AFTER_NO.has(one.name)) give(line, one);
  }
}

/** What an answer says of whether a medicine helped: its own words, be they no more than `not really`. */
export function effectAnswered({ line, kind, from, to }: Answer): Said | null {
  const told = effectIn(line, line.from);
  if (told !== null || kind === 'unsure') return told;
  const at = kind === 'other' ? fragmentIn(line) : { from, to };
  return at === null ? null : { name: 'effect', value: said(line, at.from, at.to), ...at };
}

/** `No, on and off`: what an answer may still say that denies what was put. */
const AFTER_NO = new Set<Said['name']>(['frequency', 'laterality', 'body_site']);

/** `How bad is it?`: the word asks for the grade, it doesn't give one. */
export const asksHowBad = (line: Line): boolean => line.question && asks(line, 'how bad');

/** Whether a question without a finding of its own asks on about the one spoken of before (`How long has it lasted?`). */
export const asksOn = (line: Line): boolean =>
  asks(
    line,
    'how long',
    'when',
    'how bad',
    'where',
    'how often',
    'what like',
    'what worsens',
    'what eases',
    'which way',
  ) || offersTime(line);
