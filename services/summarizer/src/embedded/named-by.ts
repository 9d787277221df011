import { foldTerm } from '../language/normalise.ts';
import { readTable } from '../language/tables.ts';
import { type Line, spanish, wordAt } from './reading.ts';

const heads = { es: new Set<string>(), en: new Set<string>() };
for (const row of readTable('finding-heads.tsv', ['lang', 'word']))
  heads[row.lang as 'es' | 'en'].add(foldTerm(row.word));

/** Endings by which Greek and Latin name what is wrong; length guards against short everyday words. */
const SUFFIX_ES =
  /(algia|algias|dinia|emia|uria|penia|citosis|megalia|rragia|rragias|rrea|plejia|plegia|paresia|paresias|estesia|estesias|fagia|pnea|cardia|trofia|rexia|opsia|opia|ptosis|ptisis|geusia|osmia|lalia|fasia|praxia|gnosia|edema|edemas|eritema|exantema|cianosis|tonia|quexia|fobia|fixia|tropia|quinesia|cinesia|artria)$/;
const DISEASE_ES =
  /(itis|oma|omas|osis|patia|patias|lisis|malacia|cele|olito|olitos|fecalitos?|litiasis|mania|plasia|plasias|ectasia|ectasias|estenosis|necrosis)$/;
const DISEASE_EN = /(itis|oma|omas|osis|pathy|pathies|malacia|cele|lithiasis|plasia|ectasia|stenosis|necrosis)$/;
/** Names of procedures and of instruments share endings with findings. */
const PROCEDURE =
  /(scopia|copia|copias|terapia|grafia|grafias|tomia|logia|plastia|centesis|stomia|sintesis|foresis|scopy|therapy|graphy|tomy|logy|plasty|lyses|gnosis|osiss|osas?)$/;
const SUFFIX_EN =
  /(algia|odynia|emia|aemia|uria|penia|cytosis|megaly|rrhagia|rrhage|rrhea|rrhoea|plegia|paresis|esthesia|esthesias|phagia|pnea|cardia|trophy|rexia|opsia|opia|ptosis|ptysis|geusia|osmia|phasia|praxia|edema|erythema|cyanosis)$/;
/** `Martillito`: no stone. */
const DIMINUTIVE = /llit[oa]s?$/;
const EVERYDAY = new Set(
  'pandemia epidemia solitos solito manolito bolitos cuculito anestesia creatininemia colesterolemia trigliceridemia calcemia autonoma autonomo autonomas autonomos autonomia economia anatomia toma sintoma sintomas diploma aroma idioma broma paloma goma maximo anestesia simetria asimetria geometria biometria pleuritis academia analisis dialisis paralisis hemodialisis urinalisis cistometria quimica glucemia historia electrolitos catalisis uremia acidemia plasma asma bulimia anemia leucemia terapia biopsia lito loma cromosoma genoma coma poliuria oma tomas doma anatomopatologia psicopatologia sarcoma melanoma idiopatia cito protrombinemia natremia kalemia calcemia trombolisis hemolisis fibrinolisis autolisis electroforesis densitometria audiometria espirometria gasometria flujometria campimetria manometria pelvimetria proctitis empathy sympathy apathy homeopathy therapy roma toma_ norma forma norma plataforma reforma informa'.split(
    ' ',
  ),
);

/** `Discharge you`, `to increase`: the English noun is a verb there. */
const OBJECT = /^(you|him|her|me|them|it|us|your|the|his|my)$/;
const BARE_VERB = /^(to|will|'ll|can|would|should|could|gon|na|let|please|not|n't|i|we|they|you)$/;

/** What the word at `i` names by its form alone: a finding, a disease, or nothing that we know. */
export function namedBy(line: Line, i: number): 'symptom' | 'condition' | null {
  const token = line.tokens[i];
  if (token === undefined || token.kind !== 'word') return null;
  const es = spanish(line);
  const head = heads[es ? 'es' : 'en'].has(token.text);
  const named = head ? 'symptom' : byEnding(token.text, es);
  if (named === null) return null;
  if (!es && (OBJECT.test(wordAt(line, i + 1)) || BARE_VERB.test(wordAt(line, i - 1)))) return null;
  if (head) return token.text === 'mal' && !/^(estado|control|aspecto)$/.test(wordAt(line, i + 1)) ? null : named;
  if (token.shape === 'cap' && i > line.from && (line.tokens[i - 1]?.kind !== 'mark' || wordAt(line, i - 1) === '/'))
    return null;
  return named;
}

function byEnding(word: string, es: boolean): 'symptom' | 'condition' | null {
  if (word.length < 7) return null;
  const disease = (es ? DISEASE_ES : DISEASE_EN).test(word);
  if (!disease && !(es ? SUFFIX_ES : SUFFIX_EN).test(word)) return null;
  if (EVERYDAY.has(word) || PROCEDURE.test(word) || DIMINUTIVE.test(word)) return null;
  return disease ? 'condition' : 'symptom';
}
