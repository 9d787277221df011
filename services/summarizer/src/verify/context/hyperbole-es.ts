import { type Reading, type ReadSegment, type Span, sentenceBefore } from '../reading.ts';

/** "Casi muero de", "por poco me quedo", "casi me da una": it did not come to that. */
const ALMOST =
  /(?<![\p{L}])(?:casi(?: casi)?|por poco(?: no)?|un poco mas y|poco falto para que) (?:que )?(?:me |nos |se me |le )?(?:muero|morimos|muere|mori|da|dio|quedo|quede|quedamos|agarra|agarro|entra|entro|sale|salio|cae|vuelvo|desmayo|provoca|provoco|cuesta|costo)(?:(?: \p{L}+){0,3}? y)? ?(?:de |con |por )?(?:un |una |pur[oa] )?\s*$/u;
const DYING = /(?<![\p{L}])(?:me|nos) (?:muero|estoy muriendo|morimos|mori|morimos) (?:\p{L}+ )??de\s+$/u;
/** An illness with its article is one that was had: "casi me muero de la neumonía". */
const DEPRIVED =
  /^(?:inanicion|desnutricion|malnutricion|hambre|sed|frio|calor|hipotermia|insolacion|deshidratacion|susto|vergüenza|verguenza|aburrimiento|risa|pena|asco|sueno|miedo|nervios|ansiedad|estres|angustia|rabia|envidia|amor)$/u;
/** A turn that begins with praise, and isn't meant so. */
const PRAISE =
  /^[\s¡¿]*(?:(?:uy|ay|uf|ah|oh|si|no|pues|bueno|mire|huy|ja|jaja)[\s,.!…]+)*(?:divin[oa]s?|fabulos[oa]s?|espectacular(?:es)?|fantastic[oa]s?|maravillos[oa]s?|maravilla|(?:de|una) maravilla|genial(?:es)?|estupend[oa]s?|fenomenal(?:es)?|precios[oa]s?|de (?:lujo|primera|pelicula|cine|diez|fabula|perlas)|buenisim[oa]s?|un exito(?: total)?|brutal|regi[oa]|barbar[oa]|chevere|padrisim[oa]|increible|magnific[oa]s?|idilic[oa]s?|inolvidable)(?![\p{L}])/u;
const TOO_MUCH =
  /(?<![\p{L}])(?:casi|por poco|muero|morimos|cada \p{L}+ un[oa]?|a punto de|otr[oa]|nuev[oa]s?|premio|de tant[oa]s?|de regalo|de recuerdo|de souvenir)(?![\p{L}])/u;

/** "Cada vez que veo el recibo me da taquicardia". */
const AT_THE_SIGHT =
  /(?<![\p{L}])(?:cada vez que|cuando|solo de|nomas de|con solo|es) (?:me |le )?(?:veo|oigo|pienso|pensar|abro|abrir|miro|mirar|ver|llega|llegan|escucho|escuchar|leo|leer|pago|pagar|recibo|viene|vienen|habla|hablar|toca)(?: \p{L}+){0,4}? (?:recibo|factura|cuenta|precios?|noticias|noticiero|telediario|jef[ea]|suegr[oa]|hacienda|multas?|impuestos|alquiler|renta|hipoteca|banco|notas|politic[oa]s?|gobierno|trafico|cunad[oa]|vecin[oa])(?![\p{L}])[^.;?!]*$/u;

/** "Qué nervios", of a match or an exam. */
const EXCLAIMED = /(?:^|[.;,!¡¿?…])\s*(?:(?:uy|uf|ay|oh|pues|y|si)[\s,]+)*¡?\s*(?:que|menud[oa]s?|vaya)\s+$/u;
const MOODS =
  /^(?:nervios(?:ismo)?|ansiedad|angustia|susto|estres|agobio|miedo|panico|rabia|depresion|tristeza|pena|cansancio|cansera|sueno|hambre|sed|asco|vertigo|taquicardia|infarto|dolor de cabeza|locura|tension)$/u;
const MOOD_OF_MINE = /^[^.?!]{0,40}(?<![\p{L}])(?:tengo|siento|paso|llevo|traigo|me da|no duermo|no puedo)(?![\p{L}])/u;
const LEISURE =
  /(?<![\p{L}])(?:partido|partidazo|final|semifinal|gol|goles|penalti\p{L}*|penales|carrera|equipo|mundial|liga|copa|clasico|derbi|seleccion|novela|serie|pelicula|peli|concierto|fiesta|boda|viaje|vacaciones|examen|oposicion\p{L}*|elecciones|trafico|loteria|sorteo|toros|combate|pelea|tele|noticias|concurso)(?![\p{L}])/u;

export type Overdone = 'figurative' | 'historical' | null;

/** What is told for effect: as good as died of it, or exclaimed over. */
export function isOverdone(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): Overdone {
  if (read.segment.speaker === 'unknown' || !read.tongues.includes('es')) return null;
  const before = read.folded.slice(sentence.start, mention.start);
  const said = read.folded.slice(mention.start, mention.end);
  const previous = reading.segments[read.index - 1]?.folded.slice(-160) ?? '';
  if (EXCLAIMED.test(before) && MOODS.test(said) && !MOOD_OF_MINE.test(read.folded.slice(mention.end, sentence.end)))
    return LEISURE.test(`${previous} ${read.folded.slice(sentence.start)}`) ? 'figurative' : null;
  const almost = /casi|poco/.test(before) && ALMOST.test(before);
  const first = sentenceBefore(read, sentence);
  const mocks =
    (first === undefined || sentenceBefore(read, first) === undefined) &&
    PRAISE.test(read.folded) &&
    TOO_MUCH.test(read.folded.slice(sentence.start, sentence.end));
  if (mocks && /(?<![\p{L}])de tant[oa]s? /u.test(read.folded.slice(mention.end, sentence.end))) return 'figurative';
  if (/\s(?:me|nos) /.test(before) && AT_THE_SIGHT.test(before)) return 'figurative';
  if (mocks && (almost || DYING.test(before) || TOO_MUCH.test(before))) return 'figurative';
  if (!almost) return null;
  return DEPRIVED.test(said) || !/(?:muero|mori|muere|morimos)/.test(before.slice(-40)) ? 'figurative' : 'historical';
}
