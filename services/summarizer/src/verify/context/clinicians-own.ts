import { type Reading, type ReadSegment, type Span, sentenceBefore } from '../reading.ts';

const AND_SO =
  '(?:yo|hoy|ya|tambien|aun|todavia|con|de|un|una|unos|unas|mi|mucha?|muchos|muchas|tanta?|algo|medio|media|toda?|muy|bastante|super|tremend[oa]|este|esta|fatal del?|el dia|dias|semanas|poco|pelin|principio de)';
/** First persons of Spanish with nothing but small words up to what is had. */
const HAS = new RegExp(
  `(?<![\\p{L}])(?<!(?:^|\\s)(?:le|les|te|lo|la|os|se) )(?:ando|estoy|estuve|quede|sigo|vengo|vine|llevo|traigo|amaneci|me levante|me desperte|tengo|tuve|arrastro|padezco|sufro|soy|me siento|vivo|pase|pille|agarre|cogi|me (?:duelen?|dio|dieron|entro|salio|agarro|pillo|pego))(?: ${AND_SO})*\\s+$`,
  'u',
);
/** "La gripe" is said of an illness that one has as of one that is talked about. */
const IS_WITH =
  /(?<![\p{L}])(?:ando|estoy|estuve|amaneci) con (?:la|el|los|las)\s+$|(?<![\p{L}])(?:estuve|estoy|ando|anduve|pase (?:el|la|los|las) \p{L}+) (?:fatal|mal|malisim[oa]|fastidiad[oa]|en cama|hech[oa] polvo)[\s,]+(?:con )?(?:un |una |la |el |mucha? )?$/u;
const MY_OWN =
  /(?<![\p{L}])(?:es|son|por|con|de|fue|era|disculpe|perdone|y|la culpa es de) mis?\s+(?:(?:alergia|alergias|intolerancia|fobia|adiccion) (?:a|al|a la|a los|a las)\s+)?$/u;
const EXCUSES = /(?:disculp|perdon)\p{L}* (?:usted )?(?:la|el|los|las|mi|mis|que|esta|este|estos|estas)\s+$/u;
/** Somebody's words, or the patient's matters. */
const QUOTED =
  /(?<![\p{L}])(?:dice|dijo|diga|decir|digo|dicho|conto|cuenta|refiere|puso|pone|escrib\p{L}+)(?: (?:que|usted|aqui))*[\s:,«"“']*$/u;

/** The patient asks how the clinician is. */
const ASKED_BACK =
  /(?<![\p{L}])(?:(?:y )?(?:usted|ud|vos|tu),? (?:como|que tal|doctora?)|a usted|usted tambien|a (?:la|el) doctora?|como (?:esta|anda|sigue|le va a|se encuentra|amanecio) (?:usted|ud|doctora?)|que tal (?:usted|esta usted|doctora?)|and you|how are you|how about you|yourself)(?![\p{L}])/u;
const TO_THE_PATIENT =
  /(?<![\p{L}])(?:usted|su|sus|le|tiene|digame|cuenteme|cuente|diga|veamos|a ver|pase|paso con|you|your|tell me)(?![\p{L}])/u;

/** In small talk, whether a finding is the clinician's own: "que ando ronca", "es mi alergia", "¿y usted?" "Con migraña". */
export function isCliniciansOwn(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker !== 'clinician') return false;
  const before = read.folded.slice(sentence.start, mention.start);
  const found = !read.tongues.includes('es')
    ? null
    : (HAS.exec(before) ?? IS_WITH.exec(before) ?? MY_OWN.exec(before) ?? EXCUSES.exec(before));
  if (found !== null) return !QUOTED.test(before.slice(0, found.index));
  const asked = reading.segments[read.index - 1];
  if (asked === undefined || asked.segment.speaker === 'clinician' || !ASKED_BACK.test(asked.folded.slice(-60)))
    return false;
  const first = sentenceBefore(read, sentence);
  if (first !== undefined && sentenceBefore(read, first) !== undefined) return false;
  return !TO_THE_PATIENT.test(read.folded.slice(0, sentence.end));
}
