import type { Said } from './attributes.ts';
import { numberFrom } from './numbers.ts';
import { type Line, said, wordAt } from './reading.ts';

const YOUNG = /^(kid|child|baby|boy|girl|teenager|teen|student|youngster|toddler)$/;
const JOVEN = /^(nin[oa]|joven|chic[oa]|chiquit[oa]|pequen[oa]|bebe|adolescente|crio|cria)$/;
const DECADE = /^(teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)$/;
const ENDS = /^([.,;:?!…()]|and|y|but|pero|with|con|for|por|from|de|the|el|la|)$/;

/** The end of a number of years that begins at `at`: `fourteen`, `catorce años`; null: no number is there. */
function yearsEnd(line: Line, at: number): number | null {
  const age = numberFrom(line, at);
  if (age === null || age.value < 1 || age.value > 99) return null;
  return /^(years|months|weeks|anos|anitos|meses)$/.test(wordAt(line, age.to)) ? age.to + 1 : age.to;
}

/** Where a phrase that places something in a life begins at `i`, its end; null: none does. */
function endOf(line: Line, i: number): number | null {
  const word = wordAt(line, i);
  const next = (k: number): string => wordAt(line, i + k);
  if (/^(when|since)$/.test(word) && /^(i|he|she|we)$/.test(next(1)) && /^(was|were)$/.test(next(2))) {
    const article = /^(a|an|about|only|just|around)$/.test(next(3)) ? 4 : 3;
    if (YOUNG.test(next(article)) || /^(little|young|small|younger)$/.test(next(article))) return i + article + 1;
    return yearsEnd(line, i + article);
  }
  if (word === 'as' && /^(a|an)$/.test(next(1)) && YOUNG.test(next(2))) return i + 3;
  if (word === 'in' && /^(my|his|her|their)$/.test(next(1)))
    return DECADE.test(next(2)) ? i + 3 : DECADE.test(next(3)) ? i + 4 : null;
  if (word === 'at') {
    const from = next(1) === 'the' && next(2) === 'age' && next(3) === 'of' ? 4 : next(1) === 'age' ? 2 : 1;
    const to = yearsEnd(line, i + from);
    return to !== null && ENDS.test(wordAt(line, to)) ? to : null;
  }
  if (word === 'a' && (next(1) === 'los' || next(1) === 'las')) {
    const to = yearsEnd(line, i + 2);
    return to !== null && next(1) === 'los' && (wordAt(line, to - 1) === 'anos' || ENDS.test(wordAt(line, to)))
      ? to
      : null;
  }
  if (word === 'cuando' && next(1) === 'tenia') return yearsEnd(line, i + 2);
  if (word === 'cuando' && next(1) === 'era') return JOVEN.test(next(2)) ? i + 3 : null;
  if (word === 'de' && JOVEN.test(next(1))) return i + 2;
  if (word === 'last' && next(1) === 'year') return i + 2;
  if (word === 'el' && next(1) === 'ano' && next(2) === 'pasado') return i + 3;
  return null;
}

/** `When I was fourteen`, `at fifty-two`, `in her eighties`, `a los catorce años`, `de niño`: when in a life it was. */
export function lifeTimesIn(line: Line): Said[] {
  const out: Said[] = [];
  for (let i = line.from; i < line.to; i += 1) {
    const to = endOf(line, i);
    if (to === null || to > line.to) continue;
    const from = wordAt(line, i - 1) === 'since' || wordAt(line, i - 1) === 'desde' ? i - 1 : i;
    out.push({ name: 'onset', value: said(line, from, to), from, to });
    i = to - 1;
  }
  return out;
}
