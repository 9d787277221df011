import type { Candidate } from './candidate.ts';
import { type Line, textBetween, wordAt } from './reading.ts';
import { words } from './word-set.ts';

/** People, animals and things that are no patient. The tables' own words for relatives and others are read elsewhere. */
const OUTSIDERS = words(`
  actor actriz cantante futbolista jugador jugadora portero arquero delantero defensa arbitro entrenador piloto torero
  ciclista tenista boxeador presentador presentadora protagonista personaje ministro presidente presidenta alcalde
  alcaldesa rey reina principe politico cartero panadera panadero peluquera peluquero taxista conductor chofer albanil
  electricista fontanero carnicero cura monja novio galan villano inquilino vecinos presentadores jugadores
  caballo yegua vaca toro gallina loro canario conejo burro oveja cabra tortuga gatito perrito cachorro novillos
  coche carro auto moto camion motor lavadora nevera heladera ordenador computadora computador impresora movil celular
  telefono tele television radio edificio puente rosal arbol economia mercado equipo empresa gobierno oficina banco
  actress singer footballer striker goalkeeper player referee coach driver presenter minister president mayor king queen
  prince postman baker plumber electrician horse cow bull parrot rabbit puppy kitten car van bike engine boiler fridge
  computer laptop printer phone telly economy company government
`);
const DETERMINERS = words(
  'el la los las un una mi mis su sus tu ese esa este esta aquel nuestro al media medio the a an my our that this',
);
const OPENS = /^(?:|[,.;:…¿¡?!(]|y|e|pero|que|and|but|so|then|pues|claro|si|yes|no)$/;
/** Between the subject and the finding the patient, or another subject, takes the word. */
const OTHERS_TURN =
  /\b(?:yo|me|mi|mis|te|nos|usted|tengo|tuve|estoy|ando|siento|noto|llevo|porque|cuando|si|aunque|i|my|me|you|your|because|when|if)\b|[.;:?!(,]/;

/** `El delantero se fue con un esguince`, `the boiler has a fever`: the finding is told of the clause's own subject. */
export function isOutsiders(line: Line, from: number): boolean {
  if (line.segment.speaker === 'unknown') return false;
  for (let i = line.from; i < from - 1; i += 1) {
    if (!OUTSIDERS.has(wordAt(line, i + 1)) || !DETERMINERS.has(wordAt(line, i)) || !OPENS.test(wordAt(line, i - 1)))
      continue;
    if (from - i > 2 && !OTHERS_TURN.test(textBetween(line, i + 2, from))) return true;
  }
  return false;
}

/** First persons of whoever speaks, with small words alone up to the finding. */
const OWN_ES =
  /\b(?:ando|estoy|sigo|amaneci|vengo|llevo|tengo|tuve|padezco|sufro|me duele|me dio) (?:(?:yo|hoy|ya|tambien|con|de|muy|todo|toda|medio|media|un|una|mucha|mucho|algo|bastante) )*$|\b(?:es|son|por|con) mis? $/;
const OWN_EN =
  /\bi (?:also |still |too |do )?(?:(?:'ve|have) (?:also )?got|get|suffer from|'m full of) (?:an? |the |some |this )?$/;

/** `Y a mí con ella me dio preeclampsia`, from who came along; `la que es hipertensa soy yo`. */
const COMPANIONS_OWN =
  /\ba mi (?:\w+ ){0,3}me (?:dio|dieron|da|salio|hicieron|operaron|diagnosticaron) (?:\w+ ){0,3}$|\b(?:el|la) que (?:si )?(?:es|tiene|padece|toma|sufre) (?:\w+ ){0,2}$/;
export const isCompanionsOwn = (line: Line, from: number, to: number): boolean => {
  if (line.segment.speaker !== 'other') return false;
  const before = textBetween(line, line.from, from);
  const cleft = /\b(?:soy yo|era yo|fui yo)\b/.test(textBetween(line, to, line.to));
  return COMPANIONS_OWN.test(before) && (cleft || /\ba mi /.test(before));
};

const FIRST_PERSON =
  /(?:^| )(?:yo (?:tambien |si |no )?|i (?:also |do |used to |still )?(?:have |had |get |got |smoke |'ve got |'ve had |suffer from )(?:an? |some |my )?|(?:tengo|tuve|padezco|soy|sufro) (?:yo )?(?:una? |de |con )?)$/;
const OWN_VERB = /^(?:fumo|fumaba|bebo|smoke|smoked)$/;

/** `Y yo fumo`, from who speaks for a child or sits beside the patient: a habit or an illness of one's own. */
export const isCarersOwn = (line: Line, from: number, beside: boolean): boolean =>
  beside &&
  line.segment.speaker === 'other' &&
  (OWN_VERB.test(wordAt(line, from)) ||
    (wordAt(line, from) === 'i' && /^(have|had|get|got|'ve)$/.test(wordAt(line, from + 1))) ||
    FIRST_PERSON.test(textBetween(line, line.from, from)));

/** `Que ando ronca`, from the clinician: small talk of one's own. */
export function isCliniciansOwn(line: Line, from: number): boolean {
  if (line.segment.speaker !== 'clinician') return false;
  const before = textBetween(line, line.from, from);
  return OWN_ES.test(before) || OWN_EN.test(before);
}

/** What only the mother has, where the patient is her child. */
const OF_MOTHERS =
  /^(?:pregnancy|gestational_diabetes|preeclampsia|eclampsia|miscarriage|cesarean|cesarean_section|labor|labour|group_b_strep|postpartum_\w+|hyperemesis\w*|breast_engorgement|mastitis|menopause|morning_sickness)$/;
const WHILE_PREGNANT =
  /\b(?:during (?:the |your |my |her )?pregnancy|while (?:you|i) (?:were|was) pregnant|durante el embarazo|en el embarazo|embarazada)\b/;
/** `I've just been getting very concerned`: the parent's own state. */
const PARENTS_OWN =
  /(?:^|[^a-z])i (?:'ve|'m|am|was|have|feel|felt|get|got)(?: (?:just|been|getting|feeling|very|really|so|a|bit|little|quite|also|all|pretty|kind|of|more|now|still))* $|\b(?:estoy|ando|me siento|me tiene) (?:(?:muy|tan|un|poco|bastante|muerta?|de|toda|todo) )*$/;
const FELT = /^(?:anxiety|fear|stress|fatigue|insomnia|depression|low_mood|worry|distress|nervousness|exhaustion)$/;

/** Of a child's visit: what is told of the pregnancy, or of how its parent feels. */
export function isParents(line: Line, { at, term, kind }: Candidate): boolean {
  if (kind === 'plan' || kind === 'medication' || at.line !== line) return false;
  const key = term?.key ?? '';
  if (OF_MOTHERS.test(key)) return true;
  const text = textBetween(line, line.from, line.to);
  if (line.question && WHILE_PREGNANT.test(text)) return true;
  return (
    line.segment.speaker !== 'clinician' && FELT.test(key) && PARENTS_OWN.test(textBetween(line, line.from, at.from))
  );
}
