import type { Attributes } from '@clinical/contracts';
import { fold } from '../terminology/match.ts';

const NUMBERS = new Map<string, number>(
  [
    ['un una uno a an one', 1],
    ['dos two', 2],
    ['tres three', 3],
    ['cuatro four', 4],
    ['cinco five', 5],
    ['seis six', 6],
    ['siete seven', 7],
    ['ocho eight', 8],
    ['nueve nine', 9],
    ['diez ten', 10],
    ['once eleven', 11],
    ['doce twelve', 12],
    ['quince fifteen', 15],
    ['veinte twenty', 20],
    ['treinta thirty', 30],
  ].flatMap(([words, value]) => (words as string).split(' ').map((word) => [word, value as number] as const)),
);

const SINCE = /^(?:(?:desde|hace|ya|for|since|the|last|past|los|las|ultimos|ultimas|durante|lleva|llevo|con) )*/;
const AMOUNT =
  /^(\d{1,3}|\p{L}+) (dias?|days?|semanas?|weeks?|mes|meses|months?|años?|years?)(?: (?:ago|de evolucion|atras|now))?$/u;
const YEAR = /^(?:en |in |from |el año )?((?:19|20)\d\d)$/;
/** Years that a person can look back on; more is a slip of the tongue or of the ear. */
const LIFETIME = 120;
const DAYS_BACK = new Map([
  ['hoy', 0],
  ['today', 0],
  ['esta mañana', 0],
  ['this morning', 0],
  ['ayer', 1],
  ['yesterday', 1],
  ['anoche', 1],
  ['last night', 1],
  ['anteayer', 2],
  ['antier', 2],
]);

/**
 * The partial date (YYYY, YYYY-MM, YYYY-MM-DD) at which something began, counted back from the visit; null where the
 * words do not say it exactly ("unos días", "a while"). As precise as the words: years give a year, months a month.
 */
export function startDate(words: string | null, visitDate: string): string | null {
  if (words === null) return null;
  const said = fold(words).replace(SINCE, '');
  const back = DAYS_BACK.get(said);
  if (back !== undefined) return daysBefore(visitDate, back);
  const year = YEAR.exec(said)?.[1];
  if (year !== undefined) return year <= visitDate.slice(0, 4) ? year : null;
  const [, amount, unit] = AMOUNT.exec(said) ?? [];
  if (amount === undefined || unit === undefined) return null;
  const count = /^\d/.test(amount) ? Number(amount) : NUMBERS.get(amount);
  if (count === undefined || count === 0) return null;
  if (/^(año|year)/.test(unit) && count > LIFETIME) return null;
  if (/^(dia|day)/.test(unit)) return daysBefore(visitDate, count);
  if (/^(semana|week)/.test(unit)) return daysBefore(visitDate, 7 * count);
  if (!/^\d{4}-\d\d/.test(visitDate)) return null;
  const months = /^(mes|month)/.test(unit);
  const total = Number(visitDate.slice(0, 4)) * 12 + Number(visitDate.slice(5, 7)) - 1 - (months ? count : 12 * count);
  const y = String(Math.floor(total / 12)).padStart(4, '0');
  return months ? `${y}-${String((total % 12) + 1).padStart(2, '0')}` : y;
}

function daysBefore(date: string, days: number): string | null {
  const day = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(day)) return null;
  return new Date(day - days * 86_400_000).toISOString().slice(0, 10);
}

/** When something began: its onset if that can be counted, else its duration. */
export const began = (attributes: Attributes, visitDate: string): string | null =>
  startDate(attributes.onset, visitDate) ?? startDate(attributes.duration, visitDate);
