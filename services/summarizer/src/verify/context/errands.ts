import type { ReadSegment, Span } from '../reading.ts';

const PAPER =
  '(?:carnes?|carnets?|papel(?:es)?|papeleta|hojas?|citas?|turnos?|recetas?|justificantes?|certificados?|constancias?|resultados?|tarjetas?|credencial|volantes?|informes?|formularios?|partes?|bajas?|impresos?|copias?|firmas?|sellos?|documentos?|tramites?|facturas?|recibos?)';
/** Fetching and signing are no complaint. */
const ERRAND = new RegExp(
  `^(?:a |para |solo )*(?:no (?:pude|puedo|he podido) )?(?:recog|busc|tra[ei]|entreg|renov|ped|sac|firm|llev|imprim|cambi|sell|retir|dej|llen|rellen|pag)\\p{L}*(?: \\p{L}+){0,3}? ${PAPER}(?![\\p{L}])`,
  'u',
);
/** The line is bad, not the ear: one hears nobody when the ear is, but not "you". */
const LINE =
  /^(?:ya |casi )?no (?:la|lo|te|le|os|les|se|me) (?:oigo|escucho|veo|oye|oyes|escucha|escuchas|oian|oia|ve|ves|entiende)(?: (?:bien|nada))?$/u;
const CALL =
  /(?<![\p{L}])(?:llamadas?|videollamada|telefono|linea|conexion|senal|microfono|camara|pantalla|audio|se corta|se corto|se ha cortado|me (?:oye|escucha|ve|oyes|escuchas)|contesta|contesto|no acude|no asiste|no se presenta|no comparece)(?![\p{L}])/u;
const UNANSWERED = /^(?:sin (?:respuesta|contestar|exito)|no (?:contesta|responde|acude|asiste|se presenta))$/u;
const FALLS = /^(?:se )?(?:ha |habia )?(?:vuelto a )?(?:ca[ei]\p{L}*|cort\p{L}+|corta|colg\p{L}+|cuelga)$/u;
const WHAT_FALLS =
  /^\s*(?:la|el|esta|este)\s+(?:videollamada|llamada|linea|conexion|sistema|red|internet|luz|senal|pagina|servidor)/u;

/** Whether what is called a finding is paperwork, or trouble with the telephone. */
export function isErrand(read: ReadSegment, sentence: Span, mention: Span): boolean {
  const said = read.folded.slice(mention.start, mention.end).trim();
  if (ERRAND.test(said)) return true;
  if (FALLS.test(said)) return WHAT_FALLS.test(read.folded.slice(mention.end, sentence.end));
  if (!LINE.test(said) && !UNANSWERED.test(said)) return false;
  const turn = `${read.previous?.folded.slice(-120) ?? ''} ${read.folded.slice(Math.max(0, sentence.start - 80), sentence.end)}`;
  return CALL.test(turn);
}
