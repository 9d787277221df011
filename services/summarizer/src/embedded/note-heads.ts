import { numberFrom } from './numbers.ts';
import { type Line, spanish, wordAt } from './reading.ts';

type Sex = 'male' | 'female';

/** How an English note names its patient: `77/M`, `F/54`, `54 y/o F`, `63 y.o. female`, `Ms Patel (32)`, `a man of 50`. */
export interface NoteHead {
  readonly from: number;
  readonly to: number;
  readonly age: { readonly value: number; readonly unit: 'a' | 'mo' | 'wk' | 'd' } | null;
  readonly sex: Sex | null;
}

const LETTERS: Readonly<Record<string, Sex>> = { m: 'male', f: 'female', '♂': 'male', '♀': 'female' };
const PERSON = /^(man|woman|gentleman|lady|boy|girl|male|female|patient|infant|child|baby)$/;
const TITLE = /^(mr|mrs|ms|miss|master)$/;
/** What may stand before a patient's age: nothing, a label, an article. */
const OPENS = /^(|[:.;,(-]|a|an|this|the|is|pt|patient|old|sex|age|gender|year)$/;
const CLOSES = /^(|[.,;)]|and|with|who|but|today|now|years?|yrs?|lives)$/;
const OLDEST = 115;

function sexLetter(line: Line, i: number): Sex | null {
  const token = line.tokens[i];
  if (token === undefined || i >= line.to || (token.kind === 'word' && token.shape !== 'cap')) return null;
  return LETTERS[token.text] ?? null;
}

/** Tokens of the unit of age that begins at `i`: `yo`, `y/o`, `yrs old`, `m.o.`; null: none does. */
function unitAt(line: Line, i: number): { unit: 'a' | 'mo' | 'wk' | 'd'; to: number } | null {
  const word = wordAt(line, i);
  if (word === 'y' && wordAt(line, i + 1) === '/' && wordAt(line, i + 2) === 'o') return { unit: 'a', to: i + 3 };
  if (/^(yo|yr|yrs|years?|y)$/.test(word)) return { unit: 'a', to: wordAt(line, i + 1) === 'old' ? i + 2 : i + 1 };
  if (/^(mo|mos)$/.test(word)) return { unit: 'mo', to: wordAt(line, i + 1) === 'old' ? i + 2 : i + 1 };
  return null;
}

/** The heads of a note's line, left to right. */
export function noteHeads(line: Line): NoteHead[] {
  const out: NoteHead[] = [];
  if (line.segment.speaker !== 'unknown' || spanish(line)) return out;
  for (let i = line.from; i < line.to; i += 1) {
    const found = headAt(line, i);
    if (found === null) continue;
    out.push(found);
    i = found.to - 1;
  }
  return out;
}

function headAt(line: Line, i: number): NoteHead | null {
  const letter = sexLetter(line, i);
  if (letter !== null && line.tokens[i]?.kind === 'word' && OPENS.test(wordAt(line, i - 1))) {
    const at = wordAt(line, i + 1) === '/' ? i + 2 : i + 1;
    const value = at === i + 2 ? ageAt(line, at) : null;
    if (value !== null) return { from: i, to: at + 1, age: { value, unit: 'a' }, sex: letter };
  }
  const value = ageAt(line, i);
  if (value === null) return null;
  const { to: past } = numberFrom(line, i) ?? { to: i + 1 };
  const unit = unitAt(line, past);
  let at = unit?.to ?? past;
  if (/^[/,]$/.test(wordAt(line, at)) && sexLetter(line, at + 1) !== null) at += 1;
  const sex = sexLetter(line, at);
  if (sex !== null && OPENS.test(wordAt(line, i - 1)))
    return { from: i, to: at + 1, age: { value, unit: unit?.unit ?? 'a' }, sex };
  const age = { value, unit: unit?.unit ?? ('a' as const) };
  if (unit !== null && /^(yo|y|mo)$/.test(wordAt(line, past)) && PERSON.test(wordAt(line, unit.to)))
    return { from: i, to: unit.to + 1, age, sex: null };
  if (wordAt(line, i - 1) === 'of' && PERSON.test(wordAt(line, i - 2)) && CLOSES.test(wordAt(line, past)))
    return { from: i - 2, to: unit?.to ?? past, age, sex: null };
  if (/^(she|he|patient)$/.test(wordAt(line, i - 2)) && wordAt(line, i - 1) === 'is' && i - 2 === line.from)
    return unit === null && CLOSES.test(wordAt(line, past)) ? { from: i - 2, to: past, age, sex: null } : null;
  return titled(line, i, past) ? { from: i - 1, to: past + 1, age, sex: null } : null;
}

function ageAt(line: Line, i: number): number | null {
  const found = numberFrom(line, i);
  if (found === null || !Number.isInteger(found.value) || found.value < 1 || found.value > OLDEST) return null;
  return found.value;
}

/** `Ms Patel (32)`. */
function titled(line: Line, i: number, past: number): boolean {
  if (wordAt(line, i - 1) !== '(' || wordAt(line, past) !== ')') return false;
  for (let k = i - 2; k >= line.from && k >= i - 4; k -= 1) if (TITLE.test(wordAt(line, k))) return true;
  return false;
}
