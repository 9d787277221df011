import type { ReadSegment, Span } from '../reading.ts';

const PAPER =
  '(?:carnes?|carnets?|papel(?:es)?|papeleta|hojas?|citas?|turnos?|recetas?|justificantes?|certificados?|constancias?|resultados?|tarjetas?|credencial|volantes?|informes?|formularios?|partes?|bajas?|impresos?|copias?|firmas?|sellos?|documentos?|tramites?|facturas?|recibos?)';
/** Fetching and signing are no complaint. */
const ERRAND = new RegExp(
  `^(?:a |para |solo )*(?:no (?:pude|puedo|he podido) )?(?:recog|busc|tra[ei]|entreg|renov|ped|sac|firm|llev|imprim|cambi|sell|retir|dej|llen|rellen|pag)\\p{L}*(?: \\p{L}+){0,3}? ${PAPER}(?![\\p{L}])`,
  'u',
);
const ONLY_PAPER = new RegExp(`^(?:el |la |los |las |un |una |mi |su )?${PAPER}$`, 'u');
/** "La escucho entrecortada", "hay mucho ruido". */
const BREAKS_UP =
  /^(?:(?:la |lo |te |le )?(?:escucho|oigo|oye) )?(?:entrecortad[oa]|cortad[oa]|congelad[oa]|se congel\p{L}+|mucho ruido|ruidos?|eco|interferencias?)$/u;
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
  if (read.segment.speaker !== 'unknown' && ONLY_PAPER.test(said)) return true;
  if (FALLS.test(said) || BREAKS_UP.test(said)) {
    if (WHAT_FALLS.test(read.folded.slice(mention.end, sentence.end))) return true;
    const itself = /^se /.test(said) || / se $|^se $/.test(read.folded.slice(sentence.start, mention.start));
    return (itself || BREAKS_UP.test(said)) && CALL.test(around(read, sentence));
  }
  if (!LINE.test(said) && !UNANSWERED.test(said)) return false;
  return CALL.test(around(read, sentence));
}

const around = (read: ReadSegment, sentence: Span): string =>
  `${read.previous?.folded.slice(-120) ?? ''} ${read.folded.slice(Math.max(0, sentence.start - 80), sentence.end)}`;
