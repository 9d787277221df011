import type { DraftFact } from '../engine.ts';
import type { Tongue } from '../language/lexicon.ts';
import { sitesIn } from './context/body-parts.ts';
import { isQuestion } from './context/is-question.ts';
import { type ReadSegment, sentenceAt, within } from './reading.ts';
import { keysIn, type Said } from './support.ts';

/** Errands, papers, things and dates: whatever is made of them, they are nothing that anybody has or takes. */
const THINGS =
  'forms?|notes?|sick ?notes?|fit ?notes?|letters?|certificates?|prescriptions?|repeats?|referrals?|paperwork|papers?|results?|appointments?|bookings?|passports?|photos?|signatures?|stamps?|insurance|cards?|documents?|reports?|copies|copy|photocopy|receipts?|bills?|questionnaires?|surveys?|leaflets?|consent|keys?|phones?|numbers?|address(?:es)?|e-?mails?|messages?|calls?|bus(?:es)?|trains?|cars?|taxis?|parking|traffic|weather|rain|snow|sun|heat|holidays?|work|job|school|gym|weekend|today|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|evening|week|month|year|doctor|nurse|receptionist|chairs?|door|screen|computer|printer|line|coffee|tea|news|game|match|football|films?|books?|music|justificantes?|papel(?:es|itos?)?|certificados?|recetas?|volantes?|informes?|formularios?|impresos?|citas?|turnos?|carnet|tarjetas?|firmas?|sellos?|facturas?|partes?|resultados|trabajo|colegio|gimnasio|coche|autobus|lluvia|calor de hoy|telefono|llamadas?|pantalla|ordenador|impresora|vacaciones|partido|pelicula|libro|medic[oa]|enfermera|hoy|manana|ayer|lunes|martes|miercoles|jueves|viernes|sabado|domingo';
const A_THING = new RegExp(
  `^(?:(?:the|an?|my|your|his|her|this|that|some|any|new|gym|school|travel|work|just|only|el|la|los|las|un|una|mi|su|ese|esa|este|esta)\\s+)*(?:${THINGS})(?: (?:form|forms|letter|note|certificate|de trabajo|medico|signed|request))?$`,
  'u',
);

/** Denials of what was asked and circumstances of a life are named in any words. */
const CHECKED: ReadonlySet<DraftFact['kind']> = new Set(['symptom', 'condition', 'medication', 'procedure']);

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Whether a claim names a thing and no finding: "form", "justificante". */
export const isAThing = ({ kind, name, text, assertion }: DraftFact): boolean =>
  assertion === 'present' &&
  CHECKED.has(kind) &&
  [A_THING, PRAISE].some((pattern) => pattern.test(fold(name)) && pattern.test(fold(text)));

/** Praise: what is so well that it is no complaint. */
const PRAISE =
  /^(?:(?:muy|super|todo|feel|feels|felt|feeling|me siento|me encuentro|very|really|absolutely|just|quite|pretty|a|un|una|de) )*(?:buenisim[oa]s?|estupend[oa]s?|estupendamente|maravillos[oa]s?|maravilla|fenomenal(?:es)?|genial(?:es)?|fantastic[oa]?s?|perfect[oa]?s?|perfectamente|excelentes?|divinamente|divin[oa]s?|magnific[oa]s?|espectacular(?:es)?|brilliant|marvell?ous|wonderful|excellent|amazing|lovely|grand|great|superb|splendid|terrific|fabulous|tip ?top|peachy|smashing|happy|delighted|content[oa]s?|feliz|felices|encantad[oa]s?)$/u;

/** How findings and medicines are named where no table knows them. */
const BY_ITS_FORM =
  /(?:itis|osis|oma|omas|emia|aemia|algia|pathy|patia|rrh(?:o)?ea|rrea|uria|pnea|pnoea|plegia|paresis|phobia|fobia|trophy|trofia|ectomy|ectomia|scopy|scopia|mycin|micina|cillin|cilina|pril|sartan|olol|statin|statina|azole|azol|pine|pino|xaban|gliptin|gliflozin|mab|vir|pam|lam|tidine|prazole|idone|ac|ol|ine|ide|ina|ida)$/u;
/** Having, feeling, hurting, taking, being found: some ground for taking an unknown word for a finding or a medicine. */
const GROUND =
  /(?<![\p{L}])(?:ha(?:ve|s|d|ving)|got|gets?|getting|feel(?:s|ing)?|felt|suffer\p{L}*|diagnos\p{L}*|tak(?:e|es|en|ing)|took|on|us(?:e|es|ed|ing)|hurt\p{L}*|pain\p{L}*|sore|ach\p{L}*|notic\p{L}*|see(?:n|ing|s)?|saw|look(?:s|ed|ing)?|find|found|bother\p{L}*|troubl\p{L}*|problem\p{L}*|symptom\p{L}*|swollen|started|began|came|comes?|coming|keep|keeps|kept|can ?not|ca|can't|cannot|unable|difficult\p{L}*|allerg\p{L}*|react\p{L}*|history|treat\p{L}*|prescri\p{L}*|mg|mcg|tablets?|pills?|dose|cream|inhaler|injection|drinks?|smok\p{L}*|lives?|living|works?|never|been|became|gone|went|lost|losing|wake|woke|sleep\p{L}*|eat\p{L}*|this|issues?|concerns?|complain\p{L}*|is|am|are|were|was|like|worse|better|tengo|tiene\p{L}*|tuve|tuvo|tenia|siento|siente|sento|noto|nota|duele\p{L}*|dolor\p{L}*|padec\p{L}*|sufr\p{L}*|tom\p{L}*|us[oa]\p{L}*|diagnostic\p{L}*|molest\p{L}*|sal(?:e|io|en|ieron|ido)|aparec\p{L}*|alerg\p{L}*|hay|habia|me|le|se|estoy|esta\p{L}*|soy|es|son|era|fue|he|ha|no puedo|fum\p{L}*|beb\p{L}*|viv\p{L}*|trabaj\p{L}*)(?![\p{L}])|(?<=\p{L})'(?:s|m|re|ve|d|ll)(?![\p{L}])/u;

/**
 * A claim whose words no table knows needs some ground in its sentence: a verb of having or taking, a part of the body,
 * another finding, or a question of the clinician's that it answers. Notes name findings without any.
 */
export function isGrounded(draft: DraftFact, places: readonly Said[], tongues: readonly Tongue[]): boolean {
  if (draft.assertion !== 'present' || !CHECKED.has(draft.kind)) return true;
  if (keysIn(draft.name, tongues).length > 0 || keysIn(draft.text, tongues).length > 0) return true;
  if (
    fold(draft.text)
      .split(/[^\p{L}]+/u)
      .some((word) => word.length > 6 && BY_ITS_FORM.test(word))
  )
    return true;
  return places.length === 0 || places.some((place) => stands(place));
}

function stands({ read, start }: Said): boolean {
  if (read.segment.speaker === 'unknown' || asksBefore(read.previous)) return true;
  const sentence = sentenceAt(read, start);
  const said = read.folded.slice(sentence.start, sentence.end);
  return (
    isQuestion(said, read.segment.speaker === 'clinician') ||
    GROUND.test(said) ||
    within(read.terms(), sentence).length > 0 ||
    sitesIn(read).length > 0
  );
}

const asksBefore = (read: ReadSegment | null): boolean => {
  const last = read?.sentences.at(-1);
  return (
    read !== null &&
    last !== undefined &&
    read.segment.speaker === 'clinician' &&
    isQuestion(read.folded.slice(last.start, last.end), true)
  );
};
