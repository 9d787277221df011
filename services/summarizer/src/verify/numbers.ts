import type { Tongue } from '../language/lexicon.ts';
import type { Token } from '../language/tokens.ts';

const list = (words: string, first: number, step = 1): [string, number][] =>
  words.split(' ').map((word, i) => [word, first + i * step]);

const UNITS: Readonly<Record<Tongue, ReadonlyMap<string, number>>> = {
  en: new Map([
    ...list(
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
      0,
    ),
    ...list('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
    ['a', 1],
    ['an', 1],
    ['oh', 0],
    ['once', 1],
    ['twice', 2],
    ['couple', 2],
  ]),
  es: new Map([
    ...list(
      'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
      0,
    ),
    ...list('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10),
    ...list(
      'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
      200,
      100,
    ),
    ...list(
      'doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas',
      200,
      100,
    ),
    ['un', 1],
    ['una', 1],
    ['veintiun', 21],
    ['cien', 100],
    ['ciento', 100],
    ['par', 2],
  ]),
};
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['mil', 1000],
]);
const POINTS = new Set(['point', 'punto', 'coma', 'con']);
const HALVES = new Set(['half', 'medio', 'media']);
/** Said so often without counting anything that a claim need not find them. */
const SMALL_TALK = new Set(['a', 'an', 'un', 'una', 'uno', 'one', 'once', 'oh', 'par', 'couple', 'con']);

/** Before a number they are articles: "a twenty two year old". */
const ARTICLES = new Set(['a', 'an', 'un', 'una']);

/** A number as said, with the tokens that say it (`to` exclusive). */
export interface SaidNumber {
  readonly values: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Digits mean what they can mean: 1.000 is one or a thousand, 130/85 is two numbers. */
function digits(text: string): number[] {
  const out: number[] = [];
  for (const part of text.split('/')) {
    const value = Number(part.replace(',', '.'));
    if (Number.isFinite(value)) out.push(value);
    if (/^\d{1,3}([.,]\d{3})+$/.test(part)) out.push(Number(part.replace(/[.,]/g, '')));
  }
  return out;
}

/**
 * Numbers in digits or words of either language. Words are read as their sum (cuarenta y cinco), as hundreds (one
 * thirty), with decimals (thirty eight point five, treinta y ocho y medio); every reading counts.
 */
export function numbersIn(tokens: readonly Token[], tongues: readonly Tongue[]): SaidNumber[] {
  const out: SaidNumber[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    if (token.kind === 'number') {
      const values = digits(token.text);
      const spaced = tokens[i + 1]?.text === ',' && tokens[i + 2]?.kind === 'number';
      if (spaced) values.push(Number(`${token.text}.${tokens[i + 2]!.text}`));
      out.push({ values, from: i, to: i + 1 });
      continue;
    }
    const attached = /^(\d+(?:[.,]\d+)?)\p{L}+$/u.exec(token.text);
    if (attached !== null) {
      out.push({ values: digits(attached[1]!), from: i, to: i + 1 });
      continue;
    }
    for (const tongue of tongues) {
      const said = inWords(tokens, i, tongue);
      if (said === null) continue;
      out.push(said);
      i = said.to - 1;
      break;
    }
  }
  return out;
}

function inWords(tokens: readonly Token[], from: number, tongue: Tongue): SaidNumber | null {
  const units = UNITS[tongue];
  if (ARTICLES.has(tokens[from]!.text) && units.has(tokens[from + 1]?.text ?? '')) return null;
  const parts: number[] = [];
  const values: number[] = [];
  let total = 0;
  let part = 0;
  let scaled = false;
  let i = from;
  for (; i < tokens.length; i += 1) {
    const { text } = tokens[i]!;
    const unit = units.get(text);
    const scale = SCALES.get(text);
    if (unit !== undefined) {
      part += unit;
      parts.push(unit);
    } else if (scale !== undefined && (i > from || text === 'mil')) {
      scaled = true;
      part = Math.max(part, 1) * scale;
      if (scale === 1000) {
        total += part;
        part = 0;
      }
    } else if ((text === 'y' || text === 'and') && i > from && units.has(tokens[i + 1]?.text ?? '')) {
    } else break;
  }
  if (i === from) return isHalf(tokens, from) ? { values: [0.5], from, to: from + 1 } : null;
  values.push(total + part);
  if (!scaled && !isOne(parts)) values.push(...parts);
  if (parts.length === 2 && parts[0]! < 10 && parts[1]! >= 10) values.push(parts[0]! * 100 + parts[1]!);
  if (parts.length === 3 && parts[0]! < 10 && parts[1]! >= 20) values.push(parts[0]! * 100 + parts[1]! + parts[2]!);
  if (parts.length === 3 && parts[0]! < 10 && parts[1] === 0 && parts[2]! < 10)
    values.push(parts[0]! * 100 + parts[2]!);
  if (parts.length === 3 && parts[0]! >= 20 && parts[0]! < 100 && parts[1]! < 10 && parts[2]! < 10)
    values.push(Math.round((parts[0]! + parts[1]!) * 10 + parts[2]!) / 10);
  const decimal = POINTS.has(tokens[i]?.text ?? '') ? units.get(tokens[i + 1]?.text ?? '') : undefined;
  if (decimal !== undefined) {
    values.push(Number(`${total + part}.${decimal}`));
    i += 2;
  } else if (/^(y|and)$/.test(tokens[i]?.text ?? '')) {
    const half = [tokens[i + 1]?.text, tokens[i + 2]?.text].findIndex((text) => HALVES.has(text ?? ''));
    if (half >= 0) {
      values.push(total + part + 0.5);
      i += half + 2;
    }
  }
  return { values, from, to: i };
}

/** `Seventy five` and `ciento cincuenta` are one number, and five or fifty was not said; `two three days` are two. */
const isOne = (parts: readonly number[]): boolean =>
  parts.every((part, k) => {
    const before = parts[k - 1];
    return before === undefined || before >= 100 || (before >= 20 && before % 10 === 0 && part < 10);
  });

/** `Media pastilla` counts; `otitis media`, `oído medio` and `línea media` tell which. */
const COUNTED =
  /^(hora|pastilla|comprimido|tableta|capsula|ampolla|sobre|gragea|litro|kilo|gramo|miligramo|cajetilla|paquete|cigarr|puro|docena|vaso|copa|botella|cucharad|ano|dia|mes|semana|manana|tarde|noche|dosis|vial|parche|metro|centimetro|milimetro|minuto|cuartillo|taza|racion|unidad)/;
function isHalf(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at]!;
  return HALVES.has(text) && (text === 'half' || COUNTED.test(tokens[at + 1]?.text ?? ''));
}

/** What a claim says in numbers: each must be found among what was said. */
export function claimedNumbers(tokens: readonly Token[], tongues: readonly Tongue[]): number[] {
  return numbersIn(tokens, tongues)
    .filter(({ from, to }) => to - from > 1 || !SMALL_TALK.has(tokens[from]!.text))
    .flatMap(({ values, from }) => (tokens[from]!.text.includes('/') ? values : values.slice(0, 1)));
}
