import type { Candidate } from './candidate.ts';
import { candidate } from './findings.ts';
import { measureAt } from './measures.ts';
import { numberFrom } from './numbers.ts';
import { type Line, said, textOf, wordAt } from './reading.ts';
import { scopeOf } from './scope.ts';

const LINK = new Set(
  "is 's was of elevated raised high up low at de del a en es fue : = around about the your his her my today hoy reading came back to up down like currently son are eran with which con roughly nivel level levels niveles were running que esta reads read aproximadamente unos unas estaba tenia era eran fueron estaban marco marca marcaba salio dio arrojo registro indico serica serico plasmatica plasmatico basal total".split(
    ' ',
  ),
);
const RESULT_UNIT =
  /^(mg|mmhg|mm|bpm|lpm|kg|kilos|kilogramos|lb|lbs|pounds|cm|m|ml|g|mmol|meq|ng|pg|mcg|ug|µg|μg|umol|µmol|μmol|nmol|pmol|mosm|mui|uui|u|ui|iu|%|percent|grados|degrees|°|º|rpm|celsius|fahrenheit|lpm|milimetros|millimeters|mm3|l|dl|por|c|f|x|ppm|feet|inches)$/;

/** End of a unit that begins at `at`: `mg/dl`, `mm Hg`, `degrees Fahrenheit`, `%`. */
function unitEnd(line: Line, at: number): number {
  let to = at;
  while (
    to < line.to &&
    to < at + 6 &&
    (RESULT_UNIT.test(wordAt(line, to)) || (to > at && /^(\/|hg|por|of|minuto|minute)$/.test(wordAt(line, to))))
  )
    to += 1;
  while (to > at && /^(\/|por|x)$/.test(wordAt(line, to - 1))) to -= 1;
  return to;
}

const DOSE =
  /^(mg|g|gr|mcg|ug|µg|ui|iu|u|meq|mmol|ml|%|units?|unidades|comprimidos?|tablets?|pills?|caps|capsulas?|capsules?|ampollas?|sobres?|gotas|drops|amp|veces|times|al|cada|daily|every|a|per)$/;

/** `500 mg`, `1000 units daily`, not `500 mg/dl`: what is given, no concentration in the blood. */
function isDose(line: Line, at: number): boolean {
  let i = at;
  if (/^[,.]$/.test(wordAt(line, i)) && line.tokens[i + 1]?.kind === 'number') i += 2;
  if (wordAt(line, i) === '%') return true;
  return DOSE.test(wordAt(line, i)) && !(wordAt(line, i + 1) === '/' && /^(d?l|ml|100|mm3)$/.test(wordAt(line, i + 2)));
}

const COPULA = /^(?:es|era|eran|son|fue|fueron)$/;
/** Words between a measure and what it was: `la creatinina del paciente al ingreso era de`. */
const FAR = 8;

/** `Creatinina en aquel momento de 3,3`, `creatinina menor de 0,2`: where the value begins, or `at` where none does. */
function valueAfter(line: Line, at: number): number {
  let i = at;
  while (
    i < at + FAR &&
    line.tokens[i]?.kind === 'word' &&
    !COPULA.test(wordAt(line, i)) &&
    measureAt(line, i) === null
  )
    i += 1;
  if (!COPULA.test(wordAt(line, i)) || line.mentions.some(({ from, to }) => from < i && to > at)) return at;
  i += 1;
  while (LINK.has(wordAt(line, i))) i += 1;
  return line.tokens[i]?.kind === 'number' ? i : at;
}

/** `One-oh-six`: the digit after the nought, over hyphens. */
function ohAfter(line: Line, at: number): ReturnType<typeof numberFrom> {
  let i = at;
  if (wordAt(line, i) === '-') i += 1;
  if (!/^(oh|o)$/.test(wordAt(line, i))) return null;
  i += wordAt(line, i + 1) === '-' ? 2 : 1;
  const digit = numberFrom(line, i);
  return digit === null || digit.value > 9 ? null : digit;
}

/** `One thirty-eight`: what is read off a monitor is said without its hundred. */
function readingFrom(line: Line, at: number): ReturnType<typeof numberFrom> {
  const first = numberFrom(line, at);
  const oh = first === null ? null : ohAfter(line, first.to);
  if (first !== null && first.value < 10 && oh !== null) return { value: first.value * 100 + oh.value, to: oh.to };
  if (first === null || first.value > 9 || first.to !== at + 1 || line.tokens[at]?.kind === 'number') return first;
  const rest = numberFrom(line, first.to);
  if (rest === null || rest.value < 10 || rest.value > 99 || line.tokens[first.to]?.kind === 'number') return first;
  return { value: first.value * 100 + rest.value, to: rest.to };
}

/** `Noventa y cuatro`, `thirty eight point two`, `ciento treinta y dos sobre ochenta`: a value said in words. */
export function spokenAt(line: Line, at: number): { value: string; to: number } | null {
  const whole = readingFrom(line, at);
  if (whole === null || /^(poco|poquito|pelin|tanto|bit|little)$/.test(wordAt(line, whole.to))) return null;
  const part = /^(point|punto|coma|con|over|sobre)$/.test(wordAt(line, whole.to))
    ? numberFrom(line, whole.to + 1)
    : null;
  if (part !== null) {
    const between = /^(over|sobre)$/.test(wordAt(line, whole.to)) ? '/' : '.';
    return { value: `${whole.value}${between}${part.value}`, to: part.to };
  }
  if (TIME.test(wordAt(line, whole.to))) return null;
  if (/^(y|and)$/.test(wordAt(line, whole.to)) && /^(medio|media)$/.test(wordAt(line, whole.to + 1)))
    return { value: `${whole.value}.5`, to: whole.to + 2 };
  return { value: String(whole.value), to: whole.to };
}

/** `A1C of six point three`: a whole number beside a laboratory's name may be anything. */
const withPoint = (read: ReturnType<typeof spokenAt>): ReturnType<typeof spokenAt> =>
  read !== null && /^\d+\.\d+$/.test(read.value) ? read : null;

/** `Thirty-seven one`: degrees, and their tenth. */
export function degreesAt(line: Line, at: number, concept: string | null): { value: string; to: number } | null {
  if (concept !== 'body_temperature' && concept !== 'temperature') return null;
  const whole = numberFrom(line, at);
  const tenth = whole === null ? null : numberFrom(line, whole.to);
  if (whole === null || tenth === null || whole.value < 34 || whole.value > 108 || tenth.value > 9) return null;
  return { value: `${whole.value}.${tenth.value}`, to: tenth.to };
}

/** `Presión, ciento cincuenta y dos, ochenta y ocho`: both, with a comma between. */
function pressureAt(line: Line, at: number, concept: string | null): { value: string; to: number } | null {
  if (concept !== 'blood_pressure') return null;
  const upper = readingFrom(line, at);
  if (upper === null || upper.value < 60 || wordAt(line, upper.to) !== ',') return null;
  const lower = readingFrom(line, upper.to + 1);
  if (lower === null || lower.value < 30 || lower.value >= upper.value) return null;
  return { value: `${upper.value}/${lower.value}`, to: lower.to };
}

const TIME =
  /^(day|days|nights?|week|weeks|month|months|year|years|hours?|minutes?|dias?|anos?|meses|semanas?|horas?|minutos?|veces|times|mg)$/;

/** How many lines before it the pressure may have been named in the same turn. */
const PRESSURE_LINES = 3;
const PRESSURE = /\b(blood pressure|presion|tension|bp)\b/;

/** `I'll check your blood pressure. 128 over 80, that's fine.`: the reading stands in the next sentence. */
export function pressureAfter(line: Line, lines: readonly Line[], asked: Line | null): Candidate[] {
  const goesOn = lines[line.index - 1]?.turn === line.turn;
  if (line.question || (!goesOn && asked === null)) return [];
  let at = line.from;
  while (
    /^(it|'s|yes|yeah|been|about|around|roughly|usually|si|suele|ser|me|salio|sale|so|that|is|,|…|\.|okay|ok|right|well|a|bueno|pues|esta|tiene|en|la)$/.test(
      wordAt(line, at),
    )
  )
    at += 1;
  if (numberFrom(line, at) === null) return [];
  const read = pressureAt(line, at, 'blood_pressure') ?? spokenAt(line, at);
  if (read === null || !/^\d{2,3}[/]\d{2,3}$/.test(read.value)) return [];
  const before = [
    ...(asked === null ? [] : [asked]),
    ...lines.slice(Math.max(0, line.index - PRESSURE_LINES), line.index),
  ].findLast((one) => (one.turn === line.turn || one === asked) && PRESSURE.test(textOf(one)));
  if (before === undefined) return [];
  const measure = before.tokens.findIndex(
    (_, i) => i >= before.from && i < before.to && measureAt(before, i)?.concept === 'blood_pressure',
  );
  if (measure < 0) return [];
  const named = measureAt(before, measure);
  if (named === null) return [];
  const found = {
    from: at,
    to: read.to,
    mention: null,
    kind: 'measurement' as const,
    name: said(before, named.from, named.to),
  };
  const made = candidate(line, found, { assertion: 'present', experiencer: 'patient', relation: null, by: [] });
  made.concept = named.concept;
  made.attributes.value = said(line, at, read.to);
  made.grounds.push({ line: before, from: named.from, to: named.to });
  return [made];
}

/** `My breathing, one bad night`: no rate is so low. */
const isTooFew = (concept: string | null, value: string): boolean =>
  (concept === 'respiratory_rate' && Number(value) < 6) || (concept === 'heart_rate' && Number(value) < 20);

/** Vital signs and laboratory values: a measure's name, a few linking words, a number, perhaps a unit. */
export function measurementsIn(line: Line): Candidate[] {
  const out: Candidate[] = [];
  for (let i = line.from; i < line.to; i += 1) {
    const measure = measureAt(line, i);
    if (measure === null || /^(ondas?|waves?)$/.test(wordAt(line, i - 1))) continue;
    if (/ó$/.test(said(line, i, measure.to).normalize('NFC'))) continue;
    let at = measure.to;
    if (wordAt(line, at) === ',' && line.segment.speaker !== 'unknown') at += 1;
    while (at < line.to && at < measure.to + 5 && LINK.has(wordAt(line, at))) at += 1;
    if (line.tokens[at]?.kind !== 'number' && measure.lab) at = valueAfter(line, at);
    if (line.tokens[at]?.kind !== 'number' || at >= line.to) {
      const spoken = measure.lab
        ? withPoint(spokenAt(line, at))
        : (pressureAt(line, at, measure.concept) ?? degreesAt(line, at, measure.concept) ?? spokenAt(line, at));
      i = measure.to - 1;
      if (spoken === null || line.question || isTooFew(measure.concept, spoken.value)) continue;
      const unit = unitEnd(line, spoken.to);
      const to = Math.max(spoken.to, unit);
      const found = { from: measure.from, to, mention: null, kind: 'measurement' as const, name: measure.name };
      const made = candidate(line, found, { assertion: 'present', experiencer: 'patient', relation: null, by: [] });
      made.concept = measure.concept;
      made.attributes.value = spoken.value;
      if (unit > spoken.to) made.attributes.unit = said(line, spoken.to, unit);
      out.push(made);
      i = to - 1;
      continue;
    }
    if (measure.given && isDose(line, at + 1)) {
      i = measure.to - 1;
      continue;
    }
    let last = at + 1;
    if (
      (/^(over|sobre|\/|,|\.)$/.test(wordAt(line, last)) ||
        (measure.concept === 'blood_pressure' && /^(?:[-–]|con)$/.test(wordAt(line, last)))) &&
      line.tokens[last + 1]?.kind === 'number' &&
      last + 1 < line.to
    ) {
      // Tokenised notes write decimals apart: `7 , 5`.
      if (wordAt(line, last) !== ',' || measure.lab) last += 2;
    }
    const unit = unitEnd(line, last);
    if (
      /^(day|days|week|weeks|month|months|year|years|dias?|anos?|meses|semanas?|veces|times|mg)$/.test(
        wordAt(line, last),
      ) &&
      !measure.lab
    )
      continue;
    const scope = scopeOf(line, measure.from, last, null);
    const made = candidate(
      line,
      { from: measure.from, to: Math.max(last, unit), mention: null, kind: 'measurement', name: measure.name },
      scope,
    );
    made.concept = measure.concept;
    made.attributes.value = said(line, at, last);
    if (unit > last) made.attributes.unit = said(line, last, unit);
    if (scope.assertion === 'negated' || scope.assertion === 'possible') made.assertion = 'present';
    if (!line.question) out.push(made);
    i = Math.max(last, unit) - 1;
  }
  return out;
}
