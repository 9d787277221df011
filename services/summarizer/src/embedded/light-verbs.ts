import { type Line, spanish, wordAt } from './reading.ts';
import { words } from './word-set.ts';

const STEMS_ES =
  'present|refier|refir|refer|asoci|apreci|objetiv|observ|evidenci|muestr|mostr|detect|palp|identific|visualiz|encontr|encuentr|hall|exist|sufr|padec|desarroll|experiment|manifest|manifiest|describ|demostr|demuestr|registr|report|constat|aquej|relat|revel|reflej|aparec|acompan|document|curs|coment|obtien|obtuv|obten|capt|percib|sient|sint|sent|auscult|impresion|sugier|suger|logr';
const ENDINGS_ES =
  'a|an|o|e|en|amos|emos|imos|aba|aban|ia|ian|io|aron|ieron|eron|ara|aran|ar|er|ir|ando|iendo|ado|ido|aria|eria|iria';
const VERB_ES = new RegExp(
  `^(?:(?:${STEMS_ES})(?:${ENDINGS_ES})(?:se|le|me|nos)?|hay|habia|habian|hubo|haya|tiene|tienen|tengo|tuvo|tuve|tuvieron|tenia|tener|tenido|nota|noto|notado|notar|consta|constan|visto|vio|ven|ve|vemos)$`,
);
const VERB_EN =
  /^(?:report|note|notice|experience|endorse|describe|demonstrate|show|reveal|develop|appreciate|observe|identify|detect|have|see|find|feel|complain)(?:s|d|ed|ing|n)?$|^(?:has|had|having|seen|found|felt|identified|exhibited|exhibits?)$/;

const BESIDE_VERB = words(
  'se me le les lo la los las nos te ha han he hemos haber habiendo habiendose hayan sido estado podido puede pueden pudo pudieron podia poder pudiendo vuelto volver vuelve volvio volviendo llega llegar llegado llego a al parece parecen nunca jamas ya aun todavia actualmente tampoco asimismo ademas momento siquiera been any to really ever currently yet also of',
);
const ADVERB = /mente$/;
const DETERMINER = /^(el|la|los|las|un|una)$/;

/** `No nothing I have gout`: another statement begins. */
const SUBJECT = /^(?:i|we|he|she|they)$/;

/**
 * Where the verb that a denial belongs to ends, when that verb says only that something is there or not: `no se ha
 * podido objetivar`, `sin llegar a presentar`, `has not noticed`. What follows is what is denied. `at` itself where no
 * such verb follows.
 */
export function afterLightVerbs(line: Line, at: number): number {
  if (!spanish(line) && SUBJECT.test(wordAt(line, at))) return at;
  const verb = spanish(line) ? VERB_ES : VERB_EN;
  let end = at;
  for (let i = at; i < line.to; i += 1) {
    const word = wordAt(line, i);
    if (verb.test(word)) end = i + 1;
    else if (!BESIDE_VERB.has(word) && !(ADVERB.test(word) && word.length > 6)) break;
  }
  if (
    end === at &&
    /^(llegar|llega|llego)$/.test(wordAt(line, at)) &&
    wordAt(line, at + 1) === 'a' &&
    DETERMINER.test(wordAt(line, at + 2))
  )
    return at + 2;
  while (end > at && end < line.to && spanish(line) && /^(que|como)$/.test(wordAt(line, end))) end += 1;
  return end;
}
