import type { Found, Reading } from './findings.ts';
import { DETERMINERS, phraseEnd } from './phrases.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

const words = (list: string): Set<string> => new Set(list.split(' '));

const SKIP = words(
  'ningun ninguna ninguno ningunas ningunos otro otra otros otras mas claro clara claros claras evidente evidentes aparente aparentes significativo significativa any other obvious significant evidence of signs de nuevo nueva nuevos nuevas ni or acute gross further',
);
const LIST = words(', y o e u ni or and nor /');
const BARE = words('no not ni nor');
/** Nouns after `sin` or `no` that name no finding. */
const NO_FINDING = words(
  'tratamiento tratamientos embargo duda dudas antecedentes alergias alergia alergico alergica cambios cambio exito ingreso ingresos cirugia cirugias intervenciones intervencion medicacion contraste ayuda necesidad familiares habitos habito problema idea worries need way one more longer doubt big matter questions question thank thanks thing things reason change changes importa nada obstante contributory history surgeries medications medication meds allergies known antecedente factores relacion resultados resultado interes tanto poder ver ser mucho mucha mas bien tan other else consumo fuma bebe toma fumador bebedor ex hacer realizar tener llegar precisar presentar lograr conseguir requerir querer saber acude trabaja vive hijos hijas embarazos hermanos pareja better worse good great alcohol tobacco drugs smoking interes_ evidencia datos patologia_ se es ha fue he hay tiene tengo esta estaba era me te le lo la los las nos que por con para a de del en al un una unos unas su mi muy tan ya si i you it we they he she the a an my your to too so as in on at that this sure really just only here there clear luck fun good bad response prior previous previously ningun muchas muchos vez veces dia dias anos ano mes meses tuvo tenia presento refirio puede pudo podia quiere quiero se sabe sabia recuerda recuerdo gracias doctor doctora senor senora sir maam ma mam espera espere wait never nunca kidding matter doubt complaints regular real particular specific certain usual weight pets pet animals ideas idea thoughts foods food clothing clothes plans job children kids questions illness illnesses conditions condition medical surgery tablets pills ejercicio mascotas animales ideas dudas preguntas trabajo ropa comida comidas particular concreto concreta peso pastillas medicamento medicamentos enfermedad enfermedades kind sort'
    .trim()
    .split(/\s+/)
    .join(' '),
);
const GENERIC =
  /^(difficulty|difficulties|trouble|problems?|issues?|injuries|dificultad|dificultades|problemas?|molestias|cambios?|changes?|allergies)$/;
const INFINITIVE = /(ar|er|ir|arse|erse|irse|arlo|arla|erlo|irlo)$/;
const VERBISH = /(aba|aban|aron|ieron|ando|iendo|andose|iendose|aria|eria|iria|ado_)$/;
const CLOSES =
  /^([.,;:)/]|asociad[oa]s?|acompanantes?|previ[oa]s?|al|a|en|con|desde|durante|ademas|actualmente|y|o|e|u|ni|or|and|nor|pero|but|salvo|excepto|)$/;

const OPENS = /^([,.;:()…-]|y|and|pero|but|e|ni|o|or|que)$/;
const ADJECTIVE =
  /(ad[oa]s?|id[oa]s?|iv[oa]s?|[ai]bles?|os[oa]s?|antes?|entes?|ales|al|ic[oa]s?|or[oa]s?|movil|moviles)$/;
const COPULA =
  /^(es|era|son|eran|fue|fueron|esta|estan|estaba|estaban|is|are|was|were|ser|be|been|negativo|negativa|negativos|negativas)$/;

/** What may stand right before `any NP` in a question whose answer then says whether it is so. */
const ASKS = words('any algun alguna algunos algunas');

function item(line: Line, at: number, bare: boolean, first: boolean): { from: number; to: number } | null {
  let from = at;
  while (from < line.to && (SKIP.has(wordAt(line, from)) || (!bare && DETERMINERS.has(wordAt(line, from))))) from += 1;
  const word = wordAt(line, from);
  if (line.words.some((hit) => hit.as === 'site' && hit.from === from && phraseEnd(line, from) <= hit.to)) return null;
  if (line.tokens[from]?.kind !== 'word' || NO_FINDING.has(word) || word.length < 3) return null;
  if (
    spanish(line) &&
    ((INFINITIVE.test(word) && word.length > 4 && !/(malestar|bienestar|alter)/.test(word)) || VERBISH.test(word))
  )
    return null;
  const to = phraseEnd(line, from);
  if (to <= from || (to === from + 1 && GENERIC.test(word) && line.segment.speaker !== 'unknown')) return null;
  const closed = to >= line.to || CLOSES.test(wordAt(line, to));
  if (!first && !closed) return null;
  return { from, to };
}

/**
 * Noun phrases under a negation, as items of its list: `niega X, Y ni Z`, `sin X`, `no X`, `denies X or Y`; and in a
 * question those after `any`. Whether they are denied is then for their scope, or for the answer, to say.
 */
export function deniedPhrases(line: Line, known: readonly Found[], reading: Reading): Found[] {
  const out: Found[] = [];
  const taken = (from: number, to: number): Found | undefined =>
    [...known, ...out].find((one) => one.from < to && one.to > from);
  const list = (start: number, bare: boolean): void => {
    let at = start;
    for (let n = 0; n < 14 && at < line.to; n += 1) {
      const word = wordAt(line, at);
      if (LIST.has(word)) {
        at += 1;
        continue;
      }
      const found = item(line, at, bare, n === 0);
      if (found === null) {
        const known = taken(at, at + 1);
        if (known === undefined) return;
        at = Math.max(known.to, phraseEnd(line, at));
        continue;
      }
      const overlap = taken(found.from, found.to);
      if (overlap === undefined)
        out.push({ ...found, mention: null, kind: 'symptom', name: said(line, found.from, found.to) });
      at = found.to;
      if (!LIST.has(wordAt(line, at))) return;
    }
  };
  for (const cue of line.cues) {
    if (!cue.triggers.some((t) => t.category === 'negation' && t.direction !== 'backward')) continue;
    const bare = cue.to - cue.from === 1 && BARE.has(wordAt(line, cue.from));
    if (bare && line.segment.speaker !== 'unknown') continue;
    if (bare && cue.from > line.from && !OPENS.test(wordAt(line, cue.from - 1)) && ADJECTIVE.test(wordAt(line, cue.to)))
      continue;
    if (
      COPULA.test(wordAt(line, cue.to - 1)) ||
      /^negativ/.test(wordAt(line, cue.from)) ||
      /negativ/.test(wordAt(line, cue.to - 2))
    )
      continue;
    if (bare && cue.from === line.from && /^[,.]$/.test(wordAt(line, cue.to))) continue;
    if (
      !spanish(line) &&
      line.segment.speaker !== 'unknown' &&
      !/^(den|without|absence|negative)/.test(wordAt(line, cue.from))
    )
      continue;
    list(cue.to, bare);
  }
  if (reading.exchanges.has(line.index)) {
    for (let i = line.from; i < line.to; i += 1) if (ASKS.has(wordAt(line, i))) list(i + 1, false);
  }
  return out;
}
