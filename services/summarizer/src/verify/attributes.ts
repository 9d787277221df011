import type { Attributes } from '@clinical/contracts';
import type { DraftFact } from '../engine.ts';
import type { Tongue } from '../language/lexicon.ts';
import type { Token } from '../language/tokens.ts';
import { tokensOfClaim } from './claims.ts';
import { isClause, whyNotClause } from './clauses.ts';
import type { Heard } from './heard.ts';
import { claimedSides, sideIsHeard, sideOf } from './laterality.ts';
import { claimedNumbers, numbersIn } from './numbers.ts';
import { type Reading, within } from './reading.ts';
import type { Said } from './support.ts';
import { isStop, stem } from './words.ts';

export interface LostAttribute {
  readonly name: keyof Attributes;
  readonly value: string;
  readonly reason: string;
}

/** Set by the engine's reading rather than said; checked with the fact itself. */
const READ_NOT_SAID: ReadonlySet<string> = new Set(['status']);

/** Ways to write one unit or grade: signs, English words, Spanish words. The first names it. */
const SAME: readonly (readonly [signs: string, en: string, es: string])[] = [
  ['mg mgs', 'milligram milligrams', 'miligramo miligramos'],
  ['g gr', 'gram grams', 'gramo gramos'],
  ['mcg µg ug', 'microgram micrograms', 'microgramo microgramos'],
  ['kg kilo kilos', 'kilogram kilograms', 'kilogramos'],
  ['ml', 'milliliter milliliters millilitres', 'mililitro mililitros'],
  ['%', 'percent', 'por ciento'],
  ['d', 'days day', 'dia dias'],
  ['', 'weeks week', 'semana semanas'],
  ['', 'months month', 'mes meses'],
  ['', 'years year yr yrs', 'ano anos'],
  ['h', 'hours hour hrs', 'hora horas'],
  ['° ºc c', 'degrees degree', 'grados grado'],
  ['u iu ui', 'units unit', 'unidades unidad'],
  ['', 'mild mildly slight', 'leve leves ligero ligera'],
  ['', 'moderate moderately', 'moderado moderada'],
  ['', 'severe severely', 'grave graves severo severa severidad'],
];
/** One grade however said; they measure nothing, unlike units. */
const SAME_GRADE: typeof SAME = [
  [
    'severe terrible horrible extreme',
    'awful horrendous excruciating unbearable agonizing intense strong bad worst violent',
    'fuerte fuertes intenso intensa intensos intensas insoportable insoportables atroz violento violenta intensisimo fortisimo fuertisimo',
  ],
  ['mild', 'minor light slightly', 'suave ligeros ligeras levemente'],
];
const list = (words: string): string[] => words.split(' ').filter((word) => word !== '');
const named = (rows: typeof SAME): Map<string, string> =>
  new Map(
    rows.flatMap((ways) => {
      const words = ways.flatMap(list);
      return words.map((word) => [word, words[0]!] as const);
    }),
  );
const UNIT = named(SAME);
const GRADE = named(SAME_GRADE);
const TONGUE = new Map<string, Tongue>(
  [...SAME_GRADE, ...SAME].flatMap(([, en, es]) => [
    ...list(en).map((word) => [word, 'en'] as const),
    ...list(es).map((word) => [word, 'es'] as const),
  ]),
);
const canonical = (word: string): string => UNIT.get(word) ?? GRADE.get(word) ?? stem(word);
/** Lend a number its meaning: `500 mg` is not `500 g`. */
const isUnit = (word: string): boolean => UNIT.has(word);

/** Attributes whose every number, unit, side and word was said; the others are dropped and told. */
export function checkAttributes(
  fact: DraftFact,
  heard: readonly Heard[],
  places: readonly Said[],
  tongues: readonly Tongue[],
  reading: Reading,
): { readonly kept: Attributes; readonly lost: LostAttribute[] } {
  const kept: { -readonly [K in keyof Attributes]: Attributes[K] } = { ...fact.attributes };
  const lost: LostAttribute[] = [];
  for (const name of Object.keys(kept) as (keyof Attributes)[]) {
    const value = kept[name];
    if (value === null || READ_NOT_SAID.has(name)) continue;
    if (value.trim() === '') {
      kept[name] = null;
      continue;
    }
    const reason = isClause(name)
      ? whyNotClause(name, value, fact, heard, reading)
      : whyNot(name, value, fact, heard, places, tongues);
    if (reason === null) continue;
    kept[name] = null;
    lost.push({ name, value, reason });
  }
  return { kept, lost };
}

function whyNot(
  name: keyof Attributes,
  value: string,
  fact: DraftFact,
  heard: readonly Heard[],
  places: readonly Said[],
  tongues: readonly Tongue[],
): string | null {
  const tokens = tokensOfClaim(value);
  if (!numbersHeard(value, heard, tongues)) return 'number_not_in_evidence';
  if (!quantityHeard(tokens, heard, tongues)) return 'unit_not_in_evidence';
  const siteStems = new Set(
    tokensOfClaim(`${fact.attributes.body_site ?? ''} ${fact.text}`)
      .map((token) => stem(token.text))
      .filter((word) => !isStop(word) && sideOf(word) === null),
  );
  for (const side of claimedSides(tokens)) {
    if (!sideIsHeard(side, heard, (word) => siteStems.has(stem(word)))) return 'laterality_mismatch';
  }
  const said = new Set(heard.flatMap(({ tokens: all }) => all.map((token) => canonical(token.text))));
  const translated = (word: string): boolean => {
    const tongue = TONGUE.get(word);
    return tongue !== undefined && !tongues.includes(tongue);
  };
  const counted = new Set(numbersIn(tokens, tongues).flatMap(({ from, to }) => tokens.slice(from, to)));
  const words = tokens.filter(
    (token) => token.kind === 'word' && !counted.has(token) && !isStop(token.text) && sideOf(token.text) === null,
  );
  const heardAs = ({ text }: Token): boolean =>
    !translated(text) && (said.has(canonical(text)) || saidJoined(text, heard));
  if (!words.every(heardAs)) return 'attribute_not_in_evidence';
  if (name === 'dose' && !doseIsOwn(tokens, heard, places, tongues)) return 'dose_of_another_drug';
  return null;
}

/** "500mg" in one word. */
const saidJoined = (word: string, heard: readonly Heard[]): boolean =>
  heard.some(({ tokens }) =>
    tokens.some((token) => /^\d/.test(token.text) && canonical(token.text.replace(/^[\d.,]+/, '')) === canonical(word)),
  );

/** Each number of a claim stands among the numbers of its evidence, in digits or words. */
export function numbersHeard(claim: string, heard: readonly Heard[], tongues: readonly Tongue[]): boolean {
  const wanted = claimedNumbers(tokensOfClaim(claim), tongues);
  if (wanted.length === 0) return true;
  const both = tongues.length === 2 ? tongues : heard.flatMap(({ read }) => read.tongues);
  const said = new Set(
    heard.flatMap(({ tokens }) => [
      ...numbersIn(tokens, [...new Set([...tongues, ...both])]).flatMap(({ values }) => values),
      ...tokens.flatMap(({ text }) => withinName(text)),
    ]),
  );
  return wanted.every((value) => said.has(value));
}

/** Digits that a name is written with: T2DM, CKD3. */
function withinName(text: string): number[] {
  const found = /^\p{L}{1,4}(\d)\p{L}*$/u.exec(text);
  return found === null ? [] : [Number(found[1])];
}

/** A number with its unit: where the claim has a unit beside a number, so has the evidence beside the same number. */
function quantityHeard(tokens: readonly Token[], heard: readonly Heard[], tongues: readonly Tongue[]): boolean {
  return numbersIn(tokens, tongues).every((claimed) => {
    const unit = unitAfter(tokens, claimed.to, claimed.from);
    if (unit === null) return true;
    return heard.some(({ tokens: said }) =>
      numbersIn(said, tongues).some((number) => {
        if (!claimed.values.some((value) => number.values.includes(value))) return false;
        const own = unitAfter(said, number.to, number.from);
        return own === unit || (own === null && laterUnit(said, number.to) === unit);
      }),
    );
  });
}

function unitAfter(tokens: readonly Token[], to: number, from: number): string | null {
  const joined = /^[\d.,]+(\p{L}+)$/u.exec(tokens[from]?.text ?? '')?.[1];
  const word = joined ?? tokens[to]?.text;
  return word !== undefined && isUnit(word) ? UNIT.get(word)! : null;
}

/** "two to three days": the unit of the first number stands after the second. */
function laterUnit(tokens: readonly Token[], to: number): string | null {
  for (const token of tokens.slice(to, to + 4)) if (isUnit(token.text)) return UNIT.get(token.text)!;
  return null;
}

/** With several drugs in the evidence, a dose belongs to the one it stands nearest to, under whichever of its names. */
function doseIsOwn(
  dose: readonly Token[],
  heard: readonly Heard[],
  places: readonly Said[],
  tongues: readonly Tongue[],
): boolean {
  const wanted = numbersIn(dose, tongues).flatMap(({ values }) => values);
  if (wanted.length === 0) return true;
  return heard.some(({ read, start, end, tokens }) => {
    const numbers = numbersIn(tokens, tongues).filter(({ values }) => values.some((value) => wanted.includes(value)));
    if (numbers.length === 0) return false;
    const own = places.filter((place) => place.read === read && place.start >= start && place.end <= end);
    if (own.length === 0) return true;
    const drugs = within(read.terms(), { start, end }).filter(({ term }) => term.kind === 'medication');
    const mine = drugs.filter((drug) => own.some((place) => place.start < drug.end && drug.start < place.end));
    const others = drugs.filter((drug) => !mine.includes(drug) && !mine.some(({ term }) => term.key === drug.term.key));
    return numbers.some(({ from }) => {
      const at = tokens[from]!.start;
      const distance = (span: { start: number; end: number }): number =>
        span.end <= at ? at - span.end : 20 + span.start - at;
      const nearest = Math.min(...[...own, ...drugs.filter((drug) => !others.includes(drug))].map(distance));
      return others.every((drug) => distance(drug) >= nearest);
    });
  });
}
