import type { ReadSegment, Span } from '../reading.ts';
import { whole } from './cues/words.ts';

/** What is written for everybody, and where: of no one in particular. */
const PRINTED =
  '(?:papel(?:ito|ote)?|hoja|hojita|folleto|folletito|triptico|diptico|prospecto|instructivo|etiqueta|envase|cajita|cajeta|blister|cartel|cartelito|letrero|afiche|poster|aviso|rotulo|pizarra|revista|periodico|diario|articulo|reportaje|noticia|titular|libro|enciclopedia|diccionario|manual|guia|protocolo|pagina|web|blog|foro|internet|google|wikipedia|facebook|instagram|tiktok|youtube|whatsapp|grupo de (?:madres|padres|mamas|whatsapp)|tele|television|radio|documental|programa|telediario|noticiero|anuncio|propaganda|publicidad|video|charla|curso|cursillo|conferencia|taller|clase|consentimiento|cuestionario|formulario|encuesta)';
const TELLS =
  '(?:le[iy]\\p{L}*|leo|lee|vi|vimos|visto|viendo|mire|oi|oido|oimos|escuch\\p{L}+|dice|dicen|decia|decian|pon(?:e|en|ia|ian)|trae|traia|viene|vienen|venia|venian|sal(?:e|en|ia|io|ieron)|cuenta|contaban|explic\\p{L}+|habl\\p{L}+|mencion\\p{L}+|advier\\p{L}+|avis\\p{L}+|figura\\p{L}*|aparece\\p{L}*|enumer\\p{L}+|list\\p{L}+|asust\\p{L}+|busc\\p{L}+|consult\\p{L}+)';

/** "Leí en la hoja que", "el folleto habla de": what follows is read out. Either order, close together. */
const READ_OUT = whole(
  `${TELLS}(?:\\s+(?!que(?![\\p{L}]))\\p{L}+){0,4}?\\s+(?:el|la|los|las|un|una|mi|su|es[aeo]|algun[oa]?)\\s+(?:\\p{L}+\\s+)?${PRINTED}|(?:el|la|los|las|un|una|es[aeo])\\s+(?:\\p{L}+\\s+)?${PRINTED}(?:\\s+(?!me(?![\\p{L}]))\\p{L}+){0,8}?\\s+${TELLS}|(?:en|por|segun) (?:internet|google|facebook|instagram|tiktok|youtube|(?:el|la|un|una|los|las)(?:\\s+\\p{L}+)?\\s+${PRINTED})(?:\\s+\\p{L}+){0,2}?\\s+${TELLS}`,
);
/** A note that tells what was handed out or explained. */
const HANDED_OUT =
  /(?:^|[.;])\s*(?:folleto|hoja informativa|sesion (?:educativa|informativa|grupal|de grupo)|(?:se )?(?:explic|inform|instruy|educ|asesor|orient)\p{L}*(?: (?:a|al|a la|a los) \p{L}+)? (?:sobre|acerca de)|triptico|charla|taller|material educativo|informacion escrita|educacion (?:sanitaria|para la salud))(?![\p{L}])/u;

/** The reader comes back to himself. */
const HIMSELF =
  /(?<![\p{L}])(?:y (?:yo|a mi|es (?:lo|justo|exactamente)|resulta que)|yo (?:tengo|tuve|si)|a mi me|tengo|estoy con|me (?:duele|duelen|da|dan|dio|noto|siento|pasa|salio|ha dado)|justo lo que|igual que (?:a mi|yo)|por eso vengo)(?![\p{L}])/u;

/** A report of one's own. */
const OF_A_CLINIC =
  /(?<![\p{L}])(?:medic|doctor|hospital|urgencias|alta|especialist|clinica|resultad|informe|me (?:di|mand|entreg))\p{L}*/u;

/** So many of so many people: statistics. Of days and meals it is how often. */
const NUMBER = '(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|cien|mil|\\d+)';
const ONE_IN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${NUMBER} (?:de|por|en) cada (?:${NUMBER}|ciento|millon|cuatro)(?! (?:dias?|noches?|semanas?|meses|horas?|veces|comidas?|tomas?|pasos?|minutos?|latidos?))|(?:el|un) (?:\\d+(?:[.,]\\d+)? ?%|\\d+ por ciento|\\p{L}+ por ciento) de (?:la|las|los) (?:\\p{L}+ )?(?:gente|poblacion|personas|pacientes|mujeres|varones|hombres|ninos|mayores|casos|adultos|embarazadas|fumadores))`,
  'u',
);

/** Whether a mention is read out, or told of so many people in so many. Folded text in. */
export function isPrinted(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (!read.tongues.includes('es')) return false;
  const text = read.folded.slice(sentence.start, sentence.end);
  const at = mention.start - sentence.start;
  const before = text.slice(0, at);
  if (ONE_IN.test(text)) return true;
  if (read.segment.speaker === 'unknown') return HANDED_OUT.test(before);
  const found = READ_OUT.exec(before);
  return found !== null && !OF_A_CLINIC.test(found[0]) && !HIMSELF.test(before.slice(found.index + found[0].length));
}
