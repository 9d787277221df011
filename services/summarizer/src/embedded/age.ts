import type { Draft } from '../engine.ts';
import type { Span } from './candidate.ts';
import { noteHeads } from './note-heads.ts';
import { numberFrom } from './numbers.ts';
import { type Person, personOver } from './persons.ts';
import { type Line, wordAt } from './reading.ts';
import { words } from './word-set.ts';

export interface AgeFound {
  readonly value: number;
  readonly unit: 'a' | 'mo' | 'wk' | 'd';
  readonly at: Span;
  readonly sure: number;
}

const UNITS: Record<string, AgeFound['unit']> = { a: 'a', mo: 'mo', wk: 'wk', d: 'd' };
const PERSON_NOUN = words(
  'paciente varon mujer hombre senor senora nino nina bebe lactante adolescente joven nene chico chica chica muchacho muchacha anciano anciana male female man woman gentleman lady boy girl patient infant child toddler baby neonato recien escolar anciana caballero',
);
const AGE_CUES = words('edad age aged');
const SEX_LETTER = words('m f');

function timeAt(line: Line, at: number): { unit: AgeFound['unit']; to: number } | null {
  const hit = line.words.find((word) => word.as === 'time' && word.from === at);
  const unit = hit === undefined || /^(decad|decenio)/.test(wordAt(line, at)) ? undefined : UNITS[hit.value];
  return hit === undefined || unit === undefined ? null : { unit, to: hit.to };
}

const nounNear = (line: Line, from: number, to: number): boolean => {
  for (let i = from; i < to; i += 1) if (PERSON_NOUN.has(wordAt(line, i))) return true;
  return false;
};

/** How sure it is that the number at `at` is the patient's age; 0: it isn't one. */
function certainty(
  line: Line,
  at: number,
  to: number,
  unit: { unit: AgeFound['unit']; to: number } | null,
  child: boolean,
): { sure: number; to: number } {
  const before = wordAt(line, at - 1);
  const before2 = wordAt(line, at - 2);
  if (AGE_CUES.has(before) || (AGE_CUES.has(before2) && /^(:|de|of|is|es)$/.test(before))) {
    if (/^(at|when|a|desde|from|la)$/.test(wordAt(line, at - 3)) && wordAt(line, at - 2) === 'edad')
      return { sure: 0, to };
    return { sure: 4, to: unit?.to ?? to };
  }
  if (unit === null) {
    if (child && isOfChild(line, at, to)) return { sure: 2, to };
    if (
      SEX_LETTER.has(wordAt(line, to)) &&
      line.tokens[to]?.shape !== 'low' &&
      line.tokens[to]?.start === line.tokens[to - 1]?.end
    )
      return { sure: 3, to: to + 1 };
    if (/^(yo|ya)$/.test(wordAt(line, to)) && line.tokens[at]?.kind === 'number') return { sure: 3, to: to + 1 };
    if (wordAt(line, to) === 'y' && wordAt(line, to + 1) === 'o') return { sure: 3, to: to + 2 };
    if (/^(i|'m|am|soy)$/.test(before) && /^(i|and|im)$/.test(before2) && /^([.,]|now|and|)$/.test(wordAt(line, to)))
      return { sure: 1, to };
    return { sure: 0, to };
  }
  const after = wordAt(line, unit.to);
  if (
    after === 'old' ||
    (after === 'of' && wordAt(line, unit.to + 1) === 'age') ||
    (after === 'de' && wordAt(line, unit.to + 1) === 'edad')
  ) {
    const end = after === 'old' ? unit.to + 1 : unit.to + 2;
    return { sure: 3, to: end };
  }
  if (unit.unit !== 'a' && !nounNear(line, at - 3, at)) return { sure: 0, to };
  if (before === 'de' && (nounNear(line, at - 3, at) || nounNear(line, at - 6, at - 1)))
    return { sure: 3, to: unit.to };
  if (before === ',' && nounNear(line, at - 3, at)) return { sure: 2, to: unit.to };
  if (before === 'de' && nounNear(line, unit.to, unit.to + 3) && at - 1 <= line.from + 1)
    return { sure: 2, to: unit.to };
  if (
    /^(tengo|tiene|cumpli|cumplio|cumplo|cumple)$/.test(before) &&
    !/^(de|con|sin|fumando|tomando|en|que|trabajando)$/.test(after)
  ) {
    if (/^(ya|que)$/.test(before2) && after !== '' && !/^[.,]$/.test(after)) return { sure: 0, to };
    return { sure: 2, to: unit.to };
  }
  if (nounNear(line, unit.to, unit.to + 1) && at === line.from) return { sure: 2, to: unit.to };
  if (at - 1 <= line.from && nounNear(line, line.from, at)) return { sure: 2, to: unit.to };
  return { sure: 0, to };
}

/** `It's about Arjun, he's four.`, `my son's three`: said by who speaks for a child. */
const isOfChild = (line: Line, at: number, to: number): boolean =>
  line.segment.speaker !== 'patient' &&
  /^('s|is|tiene)$/.test(wordAt(line, at - 1)) &&
  (/^(he|she|que)$/.test(wordAt(line, at - 2)) || line.words.some((hit) => hit.as === 'child' && hit.to === at - 1)) &&
  /^(|[.,;!?]|and|now|years?|y|anos)$/.test(wordAt(line, to));

const KIN_AFTER =
  /^(son|daughter|brother|sister|mother|father|mom|dad|wife|husband|cousin|nephew|niece|grandson|granddaughter|twins|sons|daughters|immunizations|vaccines|checkup|immunization|hijo|hija|hermano|hermana|kids?|children|twin)$/;
const HAVE = /^(have|has|had|got|with|tengo|tiene)$/;
const APPROACHES =
  /^(at|from|since|around|about|by|before|after|until|the|when|la|desde|a|passed|died|started|diagnosed|con)$/;

/** The words around say that it is a child's, a brother's, or an age at which something happened. */
function ofAnotherPerson(line: Line, at: number, to: number, child: boolean): boolean {
  const before = wordAt(line, at - 1);
  for (let i = to; i < to + 2; i += 1) if (KIN_AFTER.test(wordAt(line, i))) return true;
  if (!child && /^(a|an|un|una)$/.test(before) && HAVE.test(wordAt(line, at - 2))) return true;
  for (let i = at - 1; i >= line.from && i >= at - 5; i -= 1) {
    const word = wordAt(line, i);
    if (/^(they|them|both|eldest|oldest|youngest|mayor|menor|twins)$/.test(word)) return true;
    if (
      line.words.some(
        (hit) =>
          (hit.as === 'relative' ||
            hit.as === 'other' ||
            (hit.as === 'child' && !child && !PERSON_NOUN.has(wordAt(line, hit.from)))) &&
          hit.to === i + 1,
      )
    )
      return true;
  }
  if (AGE_CUES.has(before) || AGE_CUES.has(wordAt(line, at - 2))) {
    const cue = AGE_CUES.has(before) ? at - 1 : at - 2;
    if (APPROACHES.test(wordAt(line, cue - 1)) || APPROACHES.test(wordAt(line, cue - 2)))
      return wordAt(line, cue + 1) !== ':';
  }
  return false;
}

function ofAnotherTime(line: Line, at: number, sure: number): boolean {
  if (sure >= 4) return false;
  for (let i = at - 1; i >= line.from && i >= at - 4; i -= 1) {
    const word = wordAt(line, i);
    if (/^[,.;:]$/.test(word)) return false;
    if (
      word === 'when' ||
      word === 'since' ||
      word === 'cuando' ||
      word === 'was' ||
      word === 'tenia' ||
      word === 'until' ||
      word === 'were'
    )
      return true;
    if (word === 'at' || word === 'from')
      return i === at - 1 || wordAt(line, i + 1) === 'age' || wordAt(line, i + 1) === 'about';
  }
  return false;
}

/** Ages in a line that are said of the patient, never of a relative or of another time of life. */
function agesIn(line: Line, topic: Person | null, child: boolean): AgeFound[] {
  const out: AgeFound[] = [];
  for (const { age, from, to } of noteHeads(line))
    if (age !== null && !ofAnotherTime(line, from, 3) && !ofAnotherPerson(line, from, to, child))
      if (personOver(line, from, to, topic, !child) === null) out.push({ ...age, at: { line, from, to }, sure: 3 });
  for (let i = line.from; i < line.to; i += 1) {
    const number = numberFrom(line, i);
    if (number === null) continue;
    if (Number.isInteger(number.value) && (number.value > 0 || line.tokens[i]?.kind === 'number')) {
      const half = wordAt(line, number.to) === 'and' && wordAt(line, number.to + 2) === 'half' ? 3 : 0;
      const unit = timeAt(line, number.to + half);
      const found = certainty(line, i, number.to + half, unit, child);
      const value = number.value + (half > 0 ? 0.5 : 0);
      const limit = (unit?.unit ?? 'a') === 'a' ? 115 : 400;
      if (
        found.sure > 0 &&
        value <= limit &&
        (value > 0 || unit?.unit !== 'a') &&
        !ofAnotherTime(line, i, found.sure) &&
        !ofAnotherPerson(line, i, found.to, child)
      ) {
        const person = personOver(line, i, found.to, topic, !child);
        if (person === null)
          out.push({
            value,
            unit: unit?.unit ?? 'a',
            at: { line, from: ground(line, i), to: found.to },
            sure: found.sure,
          });
      }
    }
    i = number.to - 1;
  }
  return out;
}

function ground(line: Line, at: number): number {
  let from = at;
  while (from - 1 >= line.from && at - from < 3 && !/^[.,;?!]$/.test(wordAt(line, from - 1))) from -= 1;
  return from;
}

const ASKED = /\b(how old|your age|what age|que edad|cuantos anos)\b/;
const OF_OTHERS = /\b(when|cuando|were you|was (he|she)|tenia)\b/;

/** `How old are you?` - `Seventy six.` */
function answered(lines: readonly Line[], k: number, child: boolean): AgeFound | null {
  const line = lines[k] as Line;
  const asked = line.tokens
    .slice(line.from, line.to)
    .map((token) => token.text)
    .join(' ');
  if (!ASKED.test(asked) || OF_OTHERS.test(asked)) return null;
  if (personOver(line, line.to, line.to, null, !child) !== null) return null;
  for (let j = k + 1; j < Math.min(lines.length, k + 4); j += 1) {
    const answer = lines[j] as Line;
    if (answer.segment.speaker === line.segment.speaker && line.segment.speaker !== 'unknown') continue;
    for (let i = answer.from; i < answer.to; i += 1) {
      const number = numberFrom(answer, i);
      if (number === null || (number.value === 1 && answer.tokens[i]?.kind !== 'number')) continue;
      if (i > answer.from + 7 || /^(of|decades?|was)$/.test(wordAt(answer, number.to))) return null;
      if (/^(they|both|one|eldest)$/.test(wordAt(answer, answer.from))) return null;
      for (let j = answer.from; j < i; j += 1) if (/^(be|almost|nearly|casi)$/.test(wordAt(answer, j))) return null;
      const unit = timeAt(answer, number.to);
      if (number.value < 1 || number.value > 115 || personOver(answer, i, number.to, null, !child) !== null)
        return null;
      return {
        value: number.value,
        unit: unit?.unit ?? 'a',
        at: { line: answer, from: i, to: unit?.to ?? number.to },
        sure: 3,
      };
    }
    if (answer.turn > line.turn + 1) return null;
  }
  return null;
}

/** The patient's age where it is stated; when two are stated the surer one, then the earlier. */
export function findAge(
  lines: readonly Line[],
  topics: readonly (Person | null)[],
  child: boolean,
): (NonNullable<Draft['age']> & { at: Span }) | null {
  let best: AgeFound | null = null;
  for (let k = 0; k < lines.length; k += 1) {
    const line = lines[k] as Line;
    const found = line.question
      ? agesIn(line, topics[k] ?? null, child).filter((age) => age.sure >= 2)
      : agesIn(line, topics[k] ?? null, child);
    const asked = line.question ? answered(lines, k, child) : null;
    for (const age of asked === null ? found : [...found, asked]) if (best === null || age.sure > best.sure) best = age;
  }
  if (best === null) return null;
  return { value: best.value, unit: best.unit, quotes: [], at: best.at };
}
