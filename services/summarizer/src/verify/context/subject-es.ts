import { type Reading, type ReadSegment, type Span, within } from '../reading.ts';
import { word } from './cues/words.ts';
import { KIN } from './experiencers.ts';
import { has, matches } from './patterns.ts';
import { isProxy } from './proxy.ts';
import { CHILD, PATIENTS_OWN } from './subject-es-nouns.ts';

/** Third persons that have, get or are left with an illness: the finding is what they have. */
const HAVING = word(
  [
    'tienen?|tenian?|tuvo|tuvieron|tendran?|ha tenido|han tenido|padecen?|padecian?|padecio|sufren?|sufrian?|sufrio|sufrieron',
    '(?:agarr|pill|pesc|contagi)(?:a|an|o|aron)|cog(?:e|en|io|ieron)|contrajo|contrajeron|ha (?:agarrado|pillado|cogido|pescado)',
    '(?:esta|estan|estaba|estaban|estuvo|anda|andan|andaba|andaban|va|van|iba|iban|viene|vino|vinieron|sigue|siguen|quedo|quedaron|salio|salieron|acabo|acabaron|termino|terminaron|amanecio|volvio|volvieron|nacio|cayo|cayeron|se fue|ha estado|ha salido)(?: \\p{L}+){0,3}? (?:con|de)',
    'murio|murieron|fallecio|fallecieron|ha muerto|(?:dio|dieron) positivo',
    'se hizo|se hicieron|se opero|se operaron|(?:fue|fueron) (?:operad|diagnosticad|ingresad)[oa]s?',
  ].join('|'),
);
/** What one is: the finding is its predicate. */
const BEING = word(
  '(?:es|son|era|eran|fue|fueron|parece|parecia|ha sido|resulto)(?: (?:como|todo|toda|puro|pura|mas que))?',
);
const GIVEN =
  '(?:(?:se )?(?:lo|la|los|las) (?:han |habian |tuvieron que |tienen que )?(?:llevaron|llevado|llevar|sacaron|sacado|sacar|retiraron|retirado|retirar|ingresaron|ingresado|ingresar|internaron|internado|hospitalizaron|operaron|operado|operar|cambiaron|evacuaron|trasladaron|mandaron|dieron de baja|pillaron)(?: \\p{L}+){0,3}? (?:con|por|de)|(?:se )?les? (?:ha |han |habia )?(?:dio|dieron|da|dan|daba|dado|entro|entra|salio|salieron|salido|agarro|agarra|pillo|diagnosticaron|diagnostico|diagnosticado|encontraron|encontrado|detectaron|detectado|operaron|operado|vino|duele|duelen|dolia|subio|sube))';
/** What happened to somebody who is only meant by the pronoun. */
const GIVEN_TO_A_PERSON = word(
  'les? (?:ha |han |habia )?(?:dio|dieron|dado|agarro|diagnosticaron|diagnosticado|encontraron|encontrado|detectaron|detectado|operaron|operado)',
);

/** Words between the verb and the finding that begin another clause, or bring the patient back. */
const ANOTHER_CLAUSE =
  /(?<![\p{L}])(?:que|quien|porque|cuando|mientras|si|pero|aunque|como|me|te|nos|yo|mi|mis|tengo|tuve|estoy|ando|soy|siento|noto|llevo|usted|es|son|hay)(?![\p{L}])|[.;:?!()]/u;
const FARTHEST = 9;

const EDGE =
  /[,.;:?!¿¡()«»"“”–—…]|(?<![\p{L}])(?:y|e|pero|porque|que|si|cuando|aunque|pues|donde|mientras|sino|o|como|segun|dicen?|dijo)(?![\p{L}])/gu;
const DETERMINER =
  '(?:el|la|los|las|mi|mis|tus?|sus?|un|una|unos|unas|es[ea]|es[oa]s|est[ea]|est[oa]s|aquel(?:l[oa]s?)?|nuestr[oa]s?|vuestr[oa]s?|al|del|otr[oa]s?|algun[oa]s?|cualquier|cada|medi[oa]|tod[oa]s? (?:el|la|los|las)|la mitad de (?:el|la|los|las|mi|mis)?)';
const SUBJECT = new RegExp(`(?:^|\\s)${DETERMINER}\\s+((?:\\p{L}+)(?:\\s+\\p{L}+){0,7})\\s*$`, 'u');
const BESIDE_VERB =
  /(?<![\p{L}])(?:no|se|ya|tambien|siempre|nunca|aun|todavia|hoy|ayer|anoche|ahora|solo|hasta|casi|luego|despues|entonces|encima|ademas|ha|han|habia|dicen|creo|parece|aqui|alli|ahi|bien|muy|mal|claro)(?![\p{L}])/gu;
const PATIENT =
  /(?<![\p{L}])(?:yo|me|te|nos|usted|ustedes|conmigo|paciente|tengo|tuve|estoy|vengo|voy|llevo)(?![\p{L}])/u;
/** The noun phrase without what hangs on it: "el perro de la vecina". */
const HANGS_ON = /\s(?:de|del|con|en|a|al|para|por|sin|sobre|desde)\s.*$/u;

/** Whether a noun phrase (after its determiner) names what is neither the patient's nor a relative. */
function isForeign(reading: Reading, phrase: string): boolean {
  const head = phrase.replace(HANGS_ON, '');
  return !PATIENTS_OWN.test(head) && !has(KIN.es, head) && !(CHILD.test(head) && isProxy(reading));
}

/** The last of a pattern's matches that governs the end of a text. */
function governing(pattern: RegExp, before: string): Span | null {
  const hit = matches(pattern, before).at(-1);
  if (hit === undefined) return null;
  const end = hit.index + hit[0].length;
  const between = before.slice(end);
  if (ANOTHER_CLAUSE.test(between) || between.trim().split(/\s+/).length > FARTHEST) return null;
  return { start: hit.index, end };
}

/** Whether the clause that a verb at `verb` closes has a subject, by name or by what it goes on from, that is foreign. */
function foreignSubject(
  reading: Reading,
  text: string,
  verb: number,
  own: (from: number, to: number) => boolean,
): boolean {
  const edge = matches(EDGE, text.slice(0, verb)).at(-1);
  const from = edge === undefined ? 0 : edge.index + edge[0].length;
  const clause = text.slice(from, verb);
  if (PATIENT.test(clause)) return false;
  const subject = clause.replace(BESIDE_VERB, ' ').trimEnd();
  if (subject.trim() !== '') {
    const found = SUBJECT.exec(subject);
    return found !== null && isForeign(reading, found[1] as string) && !own(from, verb);
  }
  if (edge?.[0] === 'que') return isAntecedent(reading, text.slice(0, edge.index));
  return edge !== undefined && /^[,ye]$/.test(edge[0]) && joins(reading, text.slice(0, edge.index));
}

/** "El perro se comió un trapo y quedó con diarrea": joined verbs have the subject of the first. */
function joins(reading: Reading, before: string, step = 0): boolean {
  const who = WHO.exec(before);
  if (who !== null && !PATIENT.test(before.slice(who.index + who[0].length))) return true;
  const edge = matches(EDGE, before).at(-1);
  const clause = before.slice(edge === undefined ? 0 : edge.index + edge[0].length);
  if (PATIENT.test(clause)) return false;
  const head = HEAD.exec(clause);
  if (head !== null) return isForeign(reading, head[1] as string);
  if (edge?.[0] === 'que') return isAntecedent(reading, before.slice(0, edge.index));
  return step < JOINED && edge !== undefined && joins(reading, before.slice(0, edge.index), step + 1);
}
/** Clauses that may stand between a subject and the last of its verbs. */
const JOINED = 3;
const WHO = /(?:^|[\s,])(?:el|la|los|las) que\s(?=[^.;:]*$)|(?<![\p{L}])quien\s(?=[^.;:]*$)/u;
const HEAD = new RegExp(`^\\s*${DETERMINER}\\s+(\\p{L}+)\\s+\\p{L}+`, 'u');

const ANTECEDENT = new RegExp(`(?:^|[\\s,])${DETERMINER}(?:\\s+((?:\\p{L}+)(?:\\s+\\p{L}+){0,5}?))?\\s*,?\\s*$`, 'u');

/** What is told of a body by a verb in the third person: the finding's own word is the verb. */
const DOES =
  /^(?:(?:se )?(?:tos(?:e|en|ia)|vomit(?:a|an|aba|o)|tiembla|temblaba|tembla|se desmay(?:a|o)|desmay(?:a|o)|ronca|roncaba|sangra|sangraba|sangro|suda|cojea|cojeaba|estornuda|delira|convulsiona|agoniza|marea|duerme|cansa|murio|muere|rasca))(?![\p{L}])/u;

/** "La que quedó con anemia", "el de la tele que tuvo": who is meant by the clause with `que`. */
function isAntecedent(reading: Reading, before: string): boolean {
  const found = ANTECEDENT.exec(before);
  return found !== null && (found[1] === undefined || isForeign(reading, found[1]));
}

const VERBLESS = new RegExp(
  `(?:^|[,;.¿¡]|(?<![\\p{L}])(?:y|e))\\s*${DETERMINER}\\s+((?:\\p{L}+)(?:\\s+de(?:l| la)?\\s+\\p{L}+)?)\\s+con (?:un |una |mucha? |el |la )?$`,
  'u',
);
/** "Cada reunión una úlcera": what one is, without its verb. */
const IS_A = new RegExp(
  `(?:^|[,;.¿¡])\\s*${DETERMINER}\\s+((?:\\p{L}+)(?:\\s+de(?:l| la)?\\s+\\p{L}+)?),? (?:un|una|pur[oa])\\s+$`,
  'u',
);
/** "Murió el cantante ese, dicen que de sobredosis": the subject behind its verb. */
const VERB_FIRST =
  /(?<![\p{L}])(?:se )?(?:murio|fallecio|ha muerto|ha fallecido|enfermo|cayo|quedo)\s+(?:el|la|un|una|ese|esa|aquel|aquella)\s+(\p{L}+)(?:\s+(?:ese|esa|aquel|famos[oa]|del? [^,]{1,30}|que [^,]{1,40}))?,?\s+(?:dicen que |parece que |creo que |al parecer |fue |y fue )?(?:de|por|con)\s+(?:un |una |el |la )?$/u;
const EXCLAIMED =
  /(?:^|[.;!¡¿]|(?<![\p{L}])(?:y|es|son|fue|pero))\s*¡?\s*(?:un|una|que|vaya|menud[oa]|tremend[oa]|pur[oa])\s*$/u;
const OF_IT =
  /^\s*,?\s*(?:es[aeo]s?|est[ae]s?|aquel(?:l[oa])?|el|la|los|las|tu|su|con (?:el|la|los|las|tanto|tanta)|lo (?:de|del))\s+((?!verdad)(?:\p{L}+)(?:\s+\p{L}+)?)/u;
const TO_SOMEBODY = new RegExp(
  `(?<![\\p{L}])(?:al|a (?:el|la|los|las|mi|mis|su|sus|tu|un|una|es[ae]|tod[oa]s? (?:el|la|los|las)|medi[oa]|aquel(?:la)?))\\s+(?!\\p{L}+[aei]r\\s)((?:\\p{L}+)(?:\\s+(?!les?(?![\\p{L}]))\\p{L}+){0,3})\\s+(?:ya |tambien |casi |no )?${GIVEN}(?:\\s+\\p{L}+){0,4}?\\s+$`,
  'u',
);

/**
 * In Spanish talk, whether what governs a mention is neither the speaker nor anything of a body, an illness or a visit:
 * "el coche tiene tos", "la actriz que quedó con anemia", "menudo dolor de cabeza, esa mudanza", "al portero le dio".
 */
export function hasForeignSubjectEs(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker === 'unknown' || !read.tongues.includes('es')) return false;
  const before = read.folded.slice(sentence.start, mention.start);
  const after = read.folded.slice(mention.end, sentence.end);
  const own = (from: number, to: number): boolean =>
    within(read.terms(), { start: sentence.start + from, end: sentence.start + to }).length > 0;
  if (DOES.test(read.folded.slice(mention.start, mention.end)))
    return foreignSubject(reading, before, before.length, own);
  const having = governing(HAVING, before);
  if (having !== null && !/(?:^|\s)(?:me|te|nos|le|les) (?:\p{L}+ )?$/u.test(before.slice(0, having.start)))
    return foreignSubject(reading, before, having.start, own);
  const being = governing(BEING, before);
  if (being !== null && /^\s+(?:un|una|pur[oa]|tod[oa])\s+(?:\p{L}+ )?$/u.test(before.slice(being.end)))
    if (foreignSubject(reading, before, being.start, own)) return true;
  const given = TO_SOMEBODY.exec(before);
  if (given !== null) return isForeign(reading, given[1] as string);
  if (read.segment.speaker === 'patient' && !isProxy(reading) && governing(GIVEN_TO_A_PERSON, before) !== null)
    return true;
  const after_ = /muri|fallec|muert|enferm|cayo|quedo/.test(before) ? VERB_FIRST.exec(before) : null;
  if (after_ !== null) return isForeign(reading, after_[1] as string);
  const with_ = VERBLESS.exec(before) ?? IS_A.exec(before);
  if (with_ !== null && isForeign(reading, with_[1] as string)) return true;
  const of = EXCLAIMED.test(before) ? OF_IT.exec(after) : null;
  return of !== null && isForeign(reading, of[1] as string);
}
