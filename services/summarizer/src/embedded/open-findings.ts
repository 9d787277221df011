import { bodyTalk } from './body-talk.ts';
import { changedIn } from './changed.ts';
import { complaintsIn } from './complaints.ts';
import { deniedCare, unnamedCare } from './denied-care.ts';
import { deniedPhrases } from './denied-phrases.ts';
import type { Found, Reading } from './findings.ts';
import { generalTerms } from './general-denials.ts';
import { hedgedPhrases } from './hedged-phrases.ts';
import { namedBy } from './named-by.ts';
import { notedFindings } from './note-findings.ts';
import { openingComplaint } from './opening.ts';
import { phraseEnd } from './phrases.ts';
import { radiationIn } from './radiation.ts';
import { type Line, said, wordAt } from './reading.ts';
import { socialIn } from './social.ts';
import { isSpecimen } from './specimen.ts';
import { statesIn } from './states.ts';
import { testsOrdered } from './tests-ordered.ts';
import { troublesIn } from './troubles.ts';
import { weightIn } from './weight.ts';

const covered = (known: readonly { from: number; to: number }[], from: number, to: number): boolean =>
  known.some((one) => one.from < to && one.to > from);

const BARE = new Set(
  'tumor tumores tumoracion tumoraciones lesiones masa nodulo nodulos quiste quistes placa ulcera ulceras derrame coleccion obstruccion estenosis imagen hematoma fistula sangrado hemorragia secrecion exudado anomalia malformacion neoformacion trombo bulto mancha mass nodule nodules cyst cysts lesion lesions tumor ulcer fluctuacion sindrome signos sintomas tension presion crisis vision movimientos reaccion reduccion aumento incremento descenso disminucion elevacion mal imagen crecimiento trastorno trastornos cicatriz tumor perdida sensacion dificultad difficulty trouble loss decrease increase changes pressure locking congestion alteracion alteraciones retraso compresion rotura limitacion defecto defectos lesion lesiones irritation sensitivity instability masas placa placas imposibilidad incapacidad intolerancia deterioro quejas ruido inversion desplazamiento desviacion destruccion injury tear changes mass'.split(
    ' ',
  ),
);

/** `La lesión`, `dicha masa`: the word points back at what was named before. */
const POINTS_BACK = new Set(
  'el la los las del al dicha dicho dichas dichos esta este estas estos ambas ambos misma mismo the this that these those said such'.split(
    ' ',
  ),
);

/** Says nothing without a word on its kind or place. */
const UNTOLD =
  /^(lesion|lesiones|masa|masas|estenosis|infiltrados?|ulceracion|inflamacion|adenopatias?_|oclusion|dilatacion|dificultad|pigmentacion|lesions?|mass|alteraciones|alteracion|placas?|nodulos?|manchas?)$/;

export function pointsBack(line: Line, from: number, to: number): boolean {
  if (to - from !== 1 || !BARE.has(wordAt(line, from))) return false;
  if (POINTS_BACK.has(wordAt(line, from - 1))) return true;
  return UNTOLD.test(wordAt(line, from)) && phraseEnd(line, from) === to;
}

function headed(line: Line, known: readonly Found[], out: Found[]): void {
  const specimen = isSpecimen(line);
  const denials = deniedCare(line).map(({ cue }) => cue);
  for (let i = line.from; i < line.to; i += 1) {
    const kind = namedBy(line, i);
    if (
      kind === null ||
      specimen ||
      (BARE.has(wordAt(line, i)) && POINTS_BACK.has(wordAt(line, i - 1))) ||
      line.cues.some((cue) => cue.from <= i && cue.to > i) ||
      covered(denials, i, i + 1) ||
      covered([...known, ...out], i, i + 1)
    )
      continue;
    const from = BARE.has(wordAt(line, i)) ? partBefore(line, i) : i;
    const to = Math.max(i + 1, phraseEnd(line, i));
    let end = i + 1;
    while (end < to && !covered([...known, ...out], end, end + 1)) end += 1;
    while (end > i + 1 && LOOSE_END.test(wordAt(line, end - 1))) end -= 1;
    if (end === from + 1 && BARE.has(wordAt(line, i))) continue;
    if (
      wordAt(line, i) === 'discharge' &&
      /^(summar\w+|letters?|planning|plans?|dates?|instructions?|medications?|diagnos[ei]s|home|note|from)$/.test(
        wordAt(line, i + 1),
      )
    )
      continue;
    if (
      /^(clinic|clinics|unit|ward|team|service|specialist|nurse|consultant|unidad|consulta)$/.test(
        wordAt(line, end - 1),
      )
    )
      continue;
    out.push({ from, to: end, mention: null, kind, name: said(line, from, end) });
    i = end - 1;
  }
}

/** `Lung nodule`: the English part stands before its lesion. */
function partBefore(line: Line, i: number): number {
  const part = line.tongues[0] === 'en' ? line.words.find(({ as, to }) => as === 'site' && to === i) : undefined;
  return part === undefined ? i : part.from;
}

const LOOSE_END = /^(de|del|en|of|in|on|off|out|up|el|la|los|las|the|a|my|your)$/;

/** Findings that no table knows, where the grammar leaves no doubt that they are findings. */
export function openFindings(line: Line, known: readonly Found[], reading: Reading): Found[] {
  const out: Found[] = generalTerms(line, known, reading.lines[line.index - 1]);
  out.push(...bodyTalk(line, known));
  if (line.segment.speaker !== 'unknown') out.push(...weightIn(line, [...known, ...out]));
  out.push(...changedIn(line, reading.lines).filter(({ from, to }) => !covered([...known, ...out], from, to)));
  out.push(...complaintsIn(line, [...known, ...out]));
  out.push(...troublesIn(line, [...known, ...out]));
  out.push(...radiationIn(line).filter(({ from, to }) => !covered([...known, ...out], from, to)));
  out.push(...statesIn(line, [...known, ...out], reading.asked.get(line.index) ?? null));
  out.push(
    ...socialIn(
      line,
      [...known.filter(({ kind }) => kind !== 'procedure'), ...out],
      reading.asked.get(line.index) ?? null,
    ),
  );
  out.push(...unnamedCare(line, [...known, ...out]));
  out.push(...testsOrdered(line, [...known, ...out]));
  out.push(...deniedPhrases(line, [...known, ...out], reading));
  out.push(...hedgedPhrases(line, [...known, ...out]));
  out.push(...notedFindings(line, [...known, ...out]));
  headed(line, known, out);
  out.push(...openingComplaint(line, [...known, ...out], reading.asked.get(line.index) ?? null));
  return out;
}
