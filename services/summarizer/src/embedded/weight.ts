import type { Found } from './findings.ts';
import { type Line, said, textOf } from './reading.ts';

const COUNT =
  '(?:\\d+(?:[.,]\\d+)?|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|a few|a couple of|couple of|several|un|unos|unas|medio|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|varios|un par de)';
const MORE =
  '(?:about|around|like|maybe|probably|nearly|almost|roughly|over|at least|easily|ya|como|casi|mas de|cerca de|alrededor de|unos|unas|,)';
const UNIT = '(?:stones?|pounds?|lbs?|kilos?|kilitos?|kgs?|libras?)';
const CHANGED =
  '(?:lost|losing|gained|gaining|put on|putting on|dropped|shed|perdido|perdi|bajado|baje|bajo|adelgazado|adelgace|engordado|engorde|subido|subi)';
const WEIGHT = new RegExp(
  `\\b(${CHANGED} (?:${MORE} )*(?:${COUNT} )(?:(?:or|to|and|o|y) (?:${COUNT}|so) )?(?:and a half |y medio )?${UNIT}) `,
  'dg',
);
/** A line without one of these weighs nothing. */
const ANY = /stone|pound|lb|kilo|kg|libra/;

const AMOUNT = new RegExp(
  `^(?:(?:${MORE}|yes|yeah|si|pues|i think|creo que) )*${COUNT} (?:and a half |y medio )?${UNIT} `,
);

/** `Como dos kilos.`: an amount and no verb. */
export const weighs = (line: Line): boolean => AMOUNT.test(textOf(line));

/** `I've lost about half a stone`, `he bajado dos kilos`: a change of weight told by its amount. */
export function weightIn(line: Line, known: readonly { from: number; to: number }[]): Found[] {
  const text = textOf(line);
  if (!ANY.test(text)) return [];
  return [...text.matchAll(WEIGHT)].flatMap(({ indices }) => {
    const [start, end] = indices?.[1] ?? [0, 0];
    const from = line.from + text.slice(0, start).split(' ').length - 1;
    const to = line.from + text.slice(0, end).split(' ').length;
    if (known.some((one) => one.from < to && one.to > from)) return [];
    return [{ from, to, mention: null, kind: 'symptom' as const, name: said(line, from, to) }];
  });
}
