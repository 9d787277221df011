import type { Found } from './findings.ts';
import { standsAsMedicine } from './medicine-context.ts';
import { namesMedicine } from './medicine-names.ts';
import { type Line, said, wordAt } from './reading.ts';
import { saltEnd, widened } from './salts.ts';

/** What the body makes itself or that is measured in it: named beside `niveles de`, or `en orina`, it is no medicine. */
const OWN =
  /^(vitamin|cortisol|testosteron|estradiol|progesteron|tirox|thyrox|adrenalin|noradrenalin|dopamin|insulin|glucos|albumin|bicarbonat|calci|hierro|iron|magnesi|potasi|zinc|cobre|acido folico|folat|eritropoyetin|calcitonin|prolactin|gonadotropin|inmunoglobulin|estrogen|aldosteron|magnesium|calcium)/;
const LEVEL =
  /^(nivel|niveles|cifra|cifras|valor|valores|concentracion|concentraciones|determinacion|excrecion|deficit|deficiencia|metabolismo|level|levels|deficiency|low|high|secrecion|produccion)$/;
const WHERE = /^(seric[oa]s?|plasmatic[oa]s?|urinari[oa]s?|basal|basales|libre|en|level|levels|deficiency|in)$/;
const FLUID = /^(sangre|orina|suero|plasma|blood|urine|serum)$/;

const MEASURES = /^(?:medir\w*|mide|midio|medimos|check|checking|measure)$/;

/** `Niveles de vitamina D`, `cortisol en orina`: measured, not given. */
function isMeasured(line: Line, { from, to, name }: Found): boolean {
  const said = (name ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (/^ox[iy]g/.test(wordAt(line, from)) && [1, 2].some((back) => MEASURES.test(wordAt(line, from - back))))
    return true;
  if (!OWN.test(wordAt(line, from)) && !OWN.test(said)) return false;
  let at = from - 1;
  while (/^(de|del|la|el|of|los|y|,|the|plasmaticos|sericos)$/.test(wordAt(line, at)) && at > from - 4) at -= 1;
  if (LEVEL.test(wordAt(line, at))) return true;
  const after = wordAt(line, to);
  if (/^(checked|tested|measured|looked|redone|repeated)$/.test(after)) return true;
  if (!WHERE.test(after)) return false;
  return !/^(en|in)$/.test(after) || FLUID.test(wordAt(line, to + 1));
}

/** Ways of giving that a name of the tables may end with; they are attributes of what is given. */
const WAY = /^(oral|orales|iv|intravenos[oa]|topic[oa]|domiciliari[oa]|inhalad[oa]|subcutane[oa]|intramuscular)$/;

function withoutWay(line: Line, found: Found): Found {
  const to = WAY.test(wordAt(line, found.to - 1)) && found.to - found.from > 1 ? found.to - 1 : found.to;
  return to === found.to ? found : { ...found, to };
}

/**
 * Medicines of a line: those of the tables, widened to salt and form; simple salts; and words that end as an
 * international name does or spell one otherwise. What is measured is left out.
 */
export function medicinesIn(line: Line, known: readonly Found[]): Found[] {
  const medicines = known
    .filter((one) => one.kind === 'medication' && !isMeasured(line, one))
    .map((one) => widened(line, withoutWay(line, one)));
  const starts = (at: number): boolean => medicines.some((one) => one.from === at);
  const ends = (at: number): boolean => medicines.some((one) => one.to === at);
  for (let i = line.from; i < line.to; i += 1) {
    if (known.some((one) => one.from <= i && one.to > i) || medicines.some((one) => one.from <= i && one.to > i))
      continue;
    const salt = saltEnd(line, i);
    const to = salt > i ? salt : namesMedicine(line, i) || standsAsMedicine(line, i, starts, ends) ? i + 1 : i;
    if (to === i) continue;
    medicines.push(widened(line, { from: i, to, mention: null, kind: 'medication', name: said(line, i, to) }));
    i = to - 1;
  }
  return joined(line, medicines);
}

/**
 * `Trimetroprim - sulfametoxazol`: two names tied together are one product where no table knows the one or the other;
 * two that it knows are in it as a combination if they are one.
 */
function joined(line: Line, medicines: readonly Found[]): Found[] {
  const out: Found[] = [];
  for (const one of medicines.toSorted((a, b) => a.from - b.from)) {
    const before = out.at(-1);
    const tied = before !== undefined && before.to === one.from - 1 && /^[-/]$/.test(wordAt(line, before.to));
    if (!tied || (before.mention !== null && one.mention !== null)) out.push(one);
    else out[out.length - 1] = { ...before, to: one.to, mention: null, name: said(line, before.from, one.to) };
  }
  return out;
}
