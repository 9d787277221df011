import { foldTerm } from '../language/normalise.ts';
import { readTable } from '../language/tables.ts';
import { bodyTalk } from './body-talk.ts';
import { deniedPhrases } from './denied-phrases.ts';
import type { Found, Reading } from './findings.ts';
import { phraseEnd } from './phrases.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

const heads = { es: new Set<string>(), en: new Set<string>() };
for (const row of readTable('finding-heads.tsv', ['lang', 'word']))
  heads[row.lang as 'es' | 'en'].add(foldTerm(row.word));

/** Endings by which Greek and Latin name what is wrong; length guards against short everyday words. */
const SUFFIX_ES =
  /(algia|algias|dinia|emia|uria|penia|citosis|megalia|rragia|rragias|rrea|plejia|plegia|paresia|paresias|estesia|estesias|fagia|pnea|cardia|trofia|ectasia|ectasias|estenosis|rexia|opsia|opia|ptosis|ptisis|geusia|osmia|lalia|fasia|praxia|gnosia|edema|edemas|eritema|exantema|cianosis|necrosis|plasia|patia|patias|itis|oma|omas|losis|rosis|tonia|quexia|lisis|malacia|cele|lito|litos|litiasis|fobia|mania|ostosis|fixia|tropia|quinesia|cinesia|metria|artria)$/;
const SUFFIX_EN =
  /(algia|odynia|emia|aemia|uria|penia|cytosis|megaly|rrhagia|rrhage|rrhea|rrhoea|plegia|paresis|esthesia|esthesias|phagia|pnea|cardia|trophy|ectasia|ctasis|stenosis|rexia|opsia|opia|ptosis|ptysis|geusia|osmia|phasia|praxia|edema|erythema|cyanosis|necrosis|plasia|pathy|itis|oma|lysis|malacia)$/;
const EVERYDAY = new Set(
  'autonomia economia anatomia toma sintoma sintomas diploma aroma idioma broma paloma goma maximo anestesia simetria asimetria geometria biometria pleuritis academia analisis dialisis paralisis hemodialisis urinalisis cistometria quimica glucemia historia electrolitos catalisis uremia acidemia plasma asma bulimia anemia leucemia terapia biopsia lito loma cromosoma genoma coma poliuria oma tomas doma anatomopatologia psicopatologia sarcoma melanoma idiopatia cito protrombinemia natremia kalemia calcemia trombolisis hemolisis fibrinolisis autolisis electroforesis densitometria audiometria espirometria gasometria flujometria campimetria manometria pelvimetria proctitis empathy sympathy apathy homeopathy therapy roma toma_ norma forma norma plataforma reforma informa'.split(
    ' ',
  ),
);

export function isFindingHead(line: Line, i: number): boolean {
  const token = line.tokens[i];
  if (token === undefined || token.kind !== 'word') return false;
  const es = spanish(line);
  if (heads[es ? 'es' : 'en'].has(token.text)) return true;
  return token.text.length >= 7 && !EVERYDAY.has(token.text) && (es ? SUFFIX_ES : SUFFIX_EN).test(token.text);
}

const covered = (known: readonly { from: number; to: number }[], from: number, to: number): boolean =>
  known.some((one) => one.from < to && one.to > from);

const BARE = new Set(
  'sindrome signos sintomas tension presion crisis vision movimientos reaccion reduccion aumento incremento descenso disminucion elevacion mal imagen crecimiento trastorno trastornos cicatriz tumor perdida sensacion dificultad difficulty trouble loss decrease increase changes pressure locking congestion alteracion alteraciones retraso compresion rotura limitacion defecto defectos lesion lesiones irritation sensitivity instability masas placa placas imposibilidad incapacidad intolerancia deterioro quejas ruido inversion desplazamiento desviacion destruccion injury tear changes mass'.split(
    ' ',
  ),
);

function headed(line: Line, known: readonly Found[], out: Found[]): void {
  for (let i = line.from; i < line.to; i += 1) {
    if (!isFindingHead(line, i) || covered([...known, ...out], i, i + 1)) continue;
    const to = Math.max(i + 1, phraseEnd(line, i));
    if (to === i + 1 && BARE.has(wordAt(line, i))) continue;
    let end = i + 1;
    while (end < to && !covered([...known, ...out], end, end + 1)) end += 1;
    while (end > i + 1 && /^(de|del|en|of|in|on|el|la|los|las|the|a|my|your)$/.test(wordAt(line, end - 1))) end -= 1;
    if (end === i + 1 && BARE.has(wordAt(line, i))) continue;
    out.push({ from: i, to: end, mention: null, kind: 'symptom', name: said(line, i, end) });
    i = end - 1;
  }
}

/** Findings that no table knows, where the grammar leaves no doubt that they are findings. */
export function openFindings(line: Line, known: readonly Found[], reading: Reading): Found[] {
  const out: Found[] = [];
  out.push(...bodyTalk(line, known));
  out.push(...deniedPhrases(line, [...known, ...out], reading));
  headed(line, known, out);
  return out;
}
