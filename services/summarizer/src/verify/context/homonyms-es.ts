import { type Reading, type ReadSegment, type Span, within } from '../reading.ts';
import { whole } from './cues/words.ts';

/** Words after which a name comes: people, places, works, and signs of the zodiac. */
const NAMES = new RegExp(
  `(?<![\\p{L}])(?:${[
    '(?:me|te|se|le|lo|la|nos) (?:llam|apellid|nombr|decim|dic|pusi|bautiz)\\p{L}+|llamad[oa]s?|titulad[oa]s?|apodad[oa]|de nombre|de apellido|apellidos?|apodo|mote|nombre(?: es)?',
    'don|dona|senor|senora|senorita|sra?|srta|fray|sor|san|santa|santo|virgen(?: de)?(?: los| las| la)?',
    '(?:calle|esquina|avenida|plaza|paseo|barrio|colonia|vereda|urbanizacion|colegio|escuela|instituto|clinica|hospital|centro|unidad|asociacion|fundacion|liga|cabo|punta|cala|parroquia|iglesia|ermita|capilla|hotel|hostal|bar|cafe|restaurante|discoteca|club|equipo|pena|cofradia|hermandad|pueblo|playa|isla|rio|valle|cerro|monte|finca|rancho|hacienda|estacion|parada|provincia|municipio|parque)(?: (?:de|del|los|las|la|el))*',
    '(?:libro|novela|cuento|poema|poemario|pelicula|peli|serie|telenovela|obra|opera|zarzuela|cancion|tango|bolero|ranchera|cumbia|disco|album|banda|grupo|revista|programa|podcast|documental|videojuego|juego|capitulo|cerveza|vino|salsa|caballo|yegua|barco|yate|huracan|borrasca|tormenta)(?: (?:de|del|que se llama|llamad[oa]|titulad[oa]|se titula))*',
    '(?:signo(?: (?:de|es))?|ascendente(?: en)?|luna en|sol en|horoscopo(?: (?:de|es))?|zodiaco)',
  ].join('|')})\\s*,?\\s*[«"“']?\\s*$`,
  'u',
);
/** "Soy Cáncer": nobody is a disease. */
const SIGN =
  /(?<![\p{L}])(?:soy|sos|eres|somos|son|nacio|naci|era|es)\s+(?:del? (?:signo )?|muy |bien |tod[oa] un[oa]? |un[oa]? )?$/u;
const OF_THE_ZODIAC = /^cancer(?:es|ian[oa])?$/u;

/** Going, seeing and being somewhere: the thing is a place. */
const TRAVELS = whole(
  '(?:ir|fui|fue|fuimos|fueron|va|voy|vamos|van|iba|ibamos|iremos|ire|iria|viaj\\p{L}+|excursion|paseo|visit\\p{L}+|conoc\\p{L}+|llega\\p{L}+|subi\\p{L}*|baj\\p{L}+|vuel[vt]\\p{L}+|volvi\\p{L}*|veng\\p{L}*|vini\\p{L}*|estuv\\p{L}+|turist\\p{L}+|vacaciones|luna de miel|fotos?|tour|rafting)(?:\\s+(?!(?:oper|cirug|quirof|consult|medic|revis|doctor|oculist)\\p{L}*)\\p{L}+){0,5}?\\s+(?:a|hasta|en|por|de)\\s+(?:ver\\s+)?(?:el|la|los|las)',
);
const PLACES = /^(?:cataratas?|colon(?:es)?|canal(?:es)?|valvula|gripe|peste)$/u;
const FALLS_OF = /^\s+(?:del? )(?:el |la )?(?:iguazu|niagara|victoria|\p{Lu}\p{L}+)/u;

/** Machines, money, weather, sport and public life have findings of their own: "virus del ordenador", "fiebre del oro". */
const THINGS =
  '(?:ordenador|computador[ae]?|compu|portatil|laptop|impresora|tablet|movil|celular|telefono|pantalla|disco duro|sistema(?: (?:informatico|de citas))|servidor|pagina|web|wifi|internet|senal|videollamada|microfono|coche|carro|auto|motor|camion|camioneta|llanta|rueda|caldera|lavadora|nevera|heladera|ascensor|tuberia|caneria|mercado|economia|dolar|banca|gobierno|pais|ciudad|prensa|partido|equipo|defensa|liga|mundial|petroleo|futbol|consumo|compras|precios|trafico)';
const OF_THINGS = new RegExp(
  `^\\s+(?:de|del)(?: (?:el|la|los|las|mi|mis|tu|su|sus))?\\s+${THINGS}(?:es|s)?(?![\\p{L}])`,
  'u',
);
/** What vehicles and machines do to people is real. */
const HURTS = /^(?:accident|golpe|trauma|corte|herid|quemad|lesion|fobia|miedo|adicc|depende|mareo|atropell|intoxic)/u;

/** "Hacía un calor", "hace frío": the weather. */
const WEATHER = whole('ha(?:ce|cia|cen|ra|ria|ciendo|ga)|(?:que|con (?:est[ae]|ese|tanto|el))|vaya');
const WARM = /^(?:calor|frio|calores|fresco|bochorno)$/u;
const WEATHER_AFTER =
  /^\s*(?:que (?:hac|hiz)|horroroso|horrible|espantoso|infernal|terrible|tremendo|de (?:morirse|muerte|justicia|perros)|hace|hacia|ahi fuera|afuera|en la calle|hoy|ayer)/u;

/** "Verde de rabia", "me da rabia": anger, no disease. */
const ANGER_BEFORE =
  /(?<![\p{L}])(?:(?:da|dio|daba|dan|doy|dar|tengo|tenia|de|con|por|que|pura|mucha|una|la|cuanta)\s+)(?:la |una |tanta |mucha )?$/u;
const BITE = /(?<![\p{L}])(?:vacun|mord|perro|murcielago|zorro|gato|mono|animal|profilaxis|suero)\p{L}*/u;

/** Women's names that are findings in small letters, where a relative or a title stands before them: "mi hija Dolores". */
const GIVEN_NAME = /^(?:Dolores|Angustias|Consuelo|Remedios|Socorro|Soledad|Milagros|Llagas)$/u;
const NAMED_BY =
  /(?<![\p{L}])(?:hij[oa]|herman[oa]|amig[oa]|t[ií][oa]|señora|sra\.?|doña|madre|mam[aá]|prim[oa]|vecin[oa]|abuel[oa]|niet[oa]|cuñad[oa]|suegr[oa]|mujer|esposa|enfermera|doctora|llam[oa]|llama|llamada|soy|nombre es|con|a|de|y)\s+$/iu;

/** The raw mention is capitalised beside another capitalised word: "Dolores Cabeza Ruiz". */
function isCapitalised(read: ReadSegment, sentence: Span, mention: Span): boolean {
  const raw = read.segment.text;
  const said = raw.slice(mention.start, mention.end);
  if (!/^\p{Lu}\p{Ll}/u.test(said) || /^\p{Lu}[^\p{Ll}]*$/u.test(raw.slice(sentence.start, sentence.end))) return false;
  const before = raw.slice(sentence.start, mention.start);
  const named =
    /\p{Lu}\p{Ll}+\s+(?:de (?:la|los|las) |del? )?$/u.test(before) && !/^[\s¿¡«"]*\p{Lu}\p{Ll}+\s+$/u.test(before);
  return (
    named ||
    (GIVEN_NAME.test(said) && NAMED_BY.test(before)) ||
    (/[\p{L},]\s+$/u.test(before) &&
      /^\s+(?:de (?:la|los|las) |del? )?\p{Lu}\p{Ll}+/u.test(raw.slice(mention.end, sentence.end)))
  );
}

const READS_OR_SEES = whole(
  '(?:le|lei|leo|lee|lees|leia|leiste|leyo|leyendo|releyendo|viendo|mirando|escuchando|vi|vimos|vio|ves|veo|puse|pusieron|ponen|echan|dan|estrenaron|proyectan|canta|canto|cantaban|tocaron)',
);
/** A title begins with a capital right after the verb, or stands in quotation marks. */
function isTitle(read: ReadSegment, sentence: Span, mention: Span): boolean {
  const raw = read.segment.text.slice(sentence.start, mention.start);
  const folded = read.folded.slice(sentence.start, mention.start);
  const title = /(?:^|\s)[«"“']?\p{Lu}\p{Ll}*(?:\s+[\p{L}]+){0,8}?\s*$/u.exec(raw);
  if (title === null || title.index === 0)
    return /[«"“]\s*(?:\p{L}+\s+){0,6}$/u.test(raw) && READS_OR_SEES.test(folded);
  return new RegExp(`${READS_OR_SEES.source}(?: (?:otra vez|de nuevo|ayer|anoche|hoy))?\\s*$`, 'u').test(
    folded.slice(0, title.index + 1).trimEnd(),
  );
}

const ASKS_FOR_A_TITLE = whole(
  '(?:que|cual)(?: \\p{L}+){0,3} (?:le(?:es|e|yendo|yo|iste|ido)|viendo en|viste en|escuch\\p{L}+|libros?|peliculas?|peli|series?|novela|cancion|obra|titulo|signo|nombre|apellidos?)',
);

/** What is named in the short answer to "what are you reading?". */
function answersWithATitle(reading: Reading, read: ReadSegment, sentence: Span): boolean {
  if (read.sentences[0]?.start !== sentence.start) return false;
  const asked = reading.segments[read.index - 1];
  if (asked === undefined || asked.segment.speaker === read.segment.speaker) return false;
  const last = asked.sentences.at(-1);
  return last !== undefined && ASKS_FOR_A_TITLE.test(asked.folded.slice(last.start, last.end));
}

/** "La tirita: sin nitritos": a strip of paper or a plaster. */
const STRIP = /^tirit?as?$/u;
const A_THING = /(?<![\p{L}])(?:la|las|una|unas|esta|esa|otra|con)\s+$/u;
/** "Los nervios de los pies": a part of the body. */
const NERVE = /^ (?:del?|de l[ao]s?|optic\p{L}*|ciatic\p{L}*|facial\p{L}*|periferic\p{L}*|craneal\p{L}*)(?![\p{L}])/u;
/** "Caladryl, alcohol, una crema": put on the skin. */
const PUT_ON =
  /(?<![\p{L}])(?:crema|pomada|caladryl|calamina|gasas?|algodon|vinagre|me (?:eche|unte|puse|pase|frote)|frieg\p{L}+|desinfect\p{L}+|agua oxigenada)(?![\p{L}])/u;

/** "Medirle el oxígeno": what is in the blood. */
const IS_MEASURED =
  /(?<![\p{L}])(?:medir(?:le|te|lo|la)?|midamos|mido|mide|mirar(?:le|te)?|ver(?:le|te)?) (?:el|la saturacion de|los niveles de|la cantidad de)\s+$/u;

/** Whether Spanish words that look like a finding name a person, a place, a work, the weather or a machine's trouble. */
export function isHomonymEs(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker === 'unknown' || !read.tongues.includes('es')) return false;
  const before = read.folded.slice(sentence.start, mention.start);
  const after = read.folded.slice(mention.end, sentence.end);
  const said = read.folded.slice(mention.start, mention.end);
  if (STRIP.test(said) && A_THING.test(before)) return true;
  if (/^nervios?$/.test(said) && NERVE.test(after)) return true;
  if (/(?<![\p{L}])sac\p{L}* (?:la |un poco de )?sangre$/u.test(said) && read.segment.speaker === 'clinician')
    return true;
  if (said === 'oxigeno' && IS_MEASURED.test(before)) return true;
  if (said === 'alcohol' && PUT_ON.test(`${before} ${after}`)) return true;
  const drug = within(read.terms(), mention).some(({ term }) => term.kind === 'medication');
  if (!drug && isCapitalised(read, sentence, mention)) return !isEponym(read, mention);
  const titled = /(?:^|[\s«"“])(?:El|La|Los|Las) $/u.exec(read.segment.text.slice(sentence.start, mention.start));
  if (titled !== null && NAMES.test(before.slice(0, titled.index + 1))) return true;
  if (NAMES.test(before) && /^\p{Lu}\p{Ll}/u.test(read.segment.text.slice(mention.start))) return true;
  if (
    OF_THE_ZODIAC.test(said) &&
    (NAMES.test(before) || (SIGN.test(before) && /(?:soy|sos|eres|somos)/.test(before.slice(-20))))
  )
    return true;
  if (
    PLACES.test(said) &&
    (endsWith(TRAVELS, before) || FALLS_OF.test(read.segment.text.slice(mention.end).toLowerCase()))
  )
    return true;
  if (
    WARM.test(said) &&
    (endsWith(WEATHER, before, 2) || WEATHER_AFTER.test(after)) &&
    !/(?<![\p{L}])(?:tengo|siento|noto|paso|me|le|tiene|nota)(?![\p{L}])/u.test(before.slice(-24))
  )
    return true;
  if (said === 'rabia' && ANGER_BEFORE.test(before) && !BITE.test(read.folded)) return true;
  if (OF_THINGS.test(after) && !HURTS.test(said)) return true;
  return isTitle(read, sentence, mention) || answersWithATitle(reading, read, sentence);
}

/** "Enfermedad de Crohn", "Parkinson": diseases that bear names. */
const isEponym = (read: ReadSegment, mention: Span): boolean =>
  within(read.terms(), mention).some(({ start, end }) =>
    /\p{Ll}\s+(?:de )?\p{Lu}/u.test(read.segment.text.slice(start, end)),
  );

/** Whether a pattern stands before the mention with at most so many words between. */
function endsWith(pattern: RegExp, before: string, words = 0): boolean {
  return new RegExp(`${pattern.source}(?:\\s+\\p{L}+){0,${words}}\\s*$`, 'u').test(before);
}
