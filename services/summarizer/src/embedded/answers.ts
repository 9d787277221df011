import type { Said } from './attributes.ts';
import type { Candidate } from './candidate.ts';
import { dosesIn } from './doses.ts';
import type { Answer } from './exchange.ts';
import { type Grade, gradesIn } from './grades.ts';
import { quantitiesIn } from './quantities.ts';
import { type Line, said, textOf, wordAt } from './reading.ts';
import { timesIn } from './times.ts';

const HOW_LONG =
  /\b(how long|how many (days|weeks|months|years)|cuanto tiempo|desde cuando|hace cuanto|cuantos (dias|meses|anos)|cuantas semanas|since when)\b/;
const WHEN = /\b(when did|when was|cuando (empezo|comenzo|le|fue|empezaron|aparecio|noto)|desde cuando|how long ago)\b/;
const HOW_BAD =
  /\b(how bad|how severe|scale|zero to ten|1 to 10|one to ten|0 to 10|out of 10|out of ten|del (1|uno|0|cero) al (10|diez)|escala|que intensidad|how painful|how would you rate|como de fuerte|intenso)\b/;
const WHERE =
  /\b(where|whereabouts|which (side|part|area|leg|arm|eye|ear|knee|one)|one side|both sides|left or|right or|donde|en que (parte|lado|zona|pierna|brazo|ojo|oido|rodilla)|de que lado|que lado|izquierd[oa] o|derech[oa] o)\b/;
const HOW_OFTEN = /\b(how often|how many times|con que frecuencia|cada cuanto|cuantas veces)\b/;

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
  const asked = textOf(question);
  const out: Said[] = [...timesIn(answer)];
  const quantity = quantitiesIn(answer)[0];
  if (
    (HOW_LONG.test(asked) || offersTime(question)) &&
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
  if ((WHEN.test(asked) || HOW_LONG.test(asked)) && out.length === 0) {
    const moment = answer.words.find(
      (hit) => hit.as === 'moment' && hit.to - hit.from > 0 && wordAt(answer, hit.from) !== 'then',
    );
    if (moment !== undefined)
      out.push({ name: 'onset', value: said(answer, moment.from, moment.to), from: moment.from, to: moment.to });
  }
  if ((WHEN.test(asked) || HOW_LONG.test(asked)) && out.length === 0) {
    const event = eventIn(answer);
    if (event !== null) out.push(event);
  }
  if (WHERE.test(asked)) out.push(...placesIn(answer));
  const grades = gradesIn(answer);
  if (HOW_BAD.test(asked)) {
    const grade = grades.find((one) => /\//.test(one.value)) ?? number(answer) ?? grades[0];
    if (grade !== undefined) out.push(grade);
  } else out.push(...grades.filter((grade) => grade.free || answer.to - answer.from <= 5));
  const often = dosesIn(answer).filter((one) => one.name === 'frequency');
  if (HOW_OFTEN.test(asked) || answer.to - answer.from <= 8) out.push(...often);
  return out;
}

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
  line.question && !WHERE.test(textOf(line)) && (timesIn(line).length > 0 || quantitiesIn(line).length > 0);

/** Gives a finding that was asked about what the answer says of it, and the answer's words as its ground. */
export function enrich(candidate: Candidate, question: Line, answer: Answer): void {
  if (candidate.assertion === 'negated') return;
  for (const line of answer.rest.slice(0, 3)) {
    if (line.question || line.mentions.length > 0) continue;
    for (const one of saidInAnswer(question, line)) {
      if (candidate.attributes[one.name] != null) continue;
      candidate.attributes[one.name] = one.value;
      candidate.grounds.push({ line, from: one.from, to: one.to });
    }
  }
}

/** `How bad is it?`: the word asks for the grade, it doesn't give one. */
export const asksHowBad = (line: Line): boolean => line.question && HOW_BAD.test(textOf(line));

/** Whether a question without a finding of its own asks on about the one spoken of before (`How long has it lasted?`). */
export function asksOn(line: Line): boolean {
  const asked = textOf(line);
  return (
    HOW_LONG.test(asked) ||
    WHEN.test(asked) ||
    HOW_BAD.test(asked) ||
    WHERE.test(asked) ||
    HOW_OFTEN.test(asked) ||
    offersTime(line)
  );
}
