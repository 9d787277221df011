import { word } from './cues/words.ts';
import { matches } from './patterns.ts';

/** Figures of speech that use a finding's name. */
const FIGURES = word(
  [
    'like an? (?:zombie|wet rag|wet lettuce|bear with a sore head)',
    'popp(?:ing|ed|s) (?:in|out|over|round|by|down|up|to|into|back|along)',
    'muert[oa]s? de (?:hambre|sed|sueno|frio|calor|risa|miedo|verguenza|cansancio|ganas|envidia|aburrimiento)',
    '(?:muriendo(?:se|me)?|me muero|se muere|se mueren|me moria) de (?:hambre|sed|sueno|frio|calor|risa|miedo|verguenza|ganas|envidia|aburrimiento)',
    '(?:heart|stomach) (?:was |is )?in (?:my|his|her|your) (?:mouth|boots)',
    'pain in the (?:neck|butt|arse|ass|backside|rear)',
    '(?:sick|ill) and tired of',
    'worried sick',
    '(?:nearly|almost|about) (?:had|gave me|have) an? (?:heart attack|stroke)',
    '(?<!(?<![\\p{L}])(?:it|they|pills?|tablets?|jabs?|vaccine|injection|drugs?|operation|surgery|clot|covid|cocaine) )(?:gives?|gave|giving) (?:me|us|everybody|everyone|half the \\p{L}+) an? (?:stroke|heart attack|coronary|hernia|aneurysm|seizure|nervous breakdown)',
    '(?:gives?|gave|giving) (?:me|him|her|us) an? (?:headache|heart attack)(?= (?:just|with|every time|when|dealing|trying))',
    '(?:is|are|was|been|be|such|real) an? (?:real |total |big |huge |right )?(?:headache|pain)(?= (?:to|dealing|when|with|these|this|trying))',
    "(?:gonna|going to|about to|'ll|will) (?:have|get|give (?:me|us|him|her) )\\s?(?:an? )?(?:heart attack|stroke|aneurysm|seizure|fit|breakdown|ulcer|coronary|hernia)(?= (?:filling|doing|waiting|dealing|working|with (?:this|these|all|the)|over|just|trying|looking|every|listening|sorting|reading))",
    '(?:casi|por poco) me (?:da|dio|daba) un \\w+',
    'me (?:va|van|iba) a (?:dar|entrar|salir) (?:un|una|algo)(?: \\w+)?',
    '(?:es|son|fue|era) un (?:autentico|verdadero|gran|puro) (?:dolor de cabeza|infarto)',
    '(?:\\p{L}+[aei]r) (?:\\p{L}+ ){0,3}dan? dolor de cabeza',
    '(?:es|son|fue|era) un (?:dolor de cabeza|infarto)(?= (?:el|la|lo|los|las|para|con|aparcar|tramitar|hacer))',
    'qu[eé] (?:dolor de cabeza|cruz) (?:con|el|la|es)',
    '(?:me|te) (?:da|dan|pone|ponen) dolor de cabeza(?= (?:solo|el|la|los|las|tanto|tanta|pensar))',
    '(?:a uno|a una|a cualquiera) (?:le|se le|les) (?:da|dan|entra|entran|sale|salen|pone|ponen|sube|viene)(?: \\p{L}+){0,3}',
    '(?:a bit|a little|just|probably|being) paranoid',
    'sick joke',
    '(?:se )?(?:nos |me |le )?(?:cayo|cae|ha caido|habia caido|cayeron) (?:(?:el|la|los|las|mi) )?(?:sistema|internet|luz|linea|llamada|senal|red|servidor|pagina|techo|conexion|wifi|plan|cita|reunion|negocio|bolsa|movil|telefono|arbol)',
    '(?:(?<=^\\W*)|(?:partido|final|susto|precios?|penaltis?|subida|factura|trafico|finde|recibo|tension|emocion)(?: \\p{L}+){0,3} )(?:fue |era |es |estuvo |de pre)*de infarto',
    '(?:como )?para que (?:a \\p{L}+ )?(?:me|te|le|nos|les) (?:de|den|diera|entre|entrara|salga) (?:un|una|algo)(?: \\p{L}+)?',
    'alergi(?:c[oa]|a) (?:a|al)(?: (?:el|la|los|las|mi|tu|su))? (?:lunes|trabajo|madrugones|madrugar|deporte|gimnasio|gym|jef[ea]|suegr[oa]|estudio|impuestos|limpiar|limpieza|plancha|planchar|politic\\p{L}+|ejercicio|mentiras?|tonterias|compromiso|matrimonio|cocinar|cocina|despertador|colas|examenes)',
    'fever pitch',
    '(?:football|cabin|baby|gold|world cup|saturday night) fever',
    'fiebre (?:del|por el) (?:oro|futbol|mundial)',
    'addicted to (?:coffee|chocolate|my phone|the show)',
    'killing me with',
    '(?:have|has|had|having|get|gets|getting) an? (?:heart attack|stroke|coronary|aneurysm|hernia|cardiac arrest)(?= (?:every time|each time|whenever|any time|at the (?:price|thought|sight)))',
    '(?:dying|die|died|dead|perishing) (?:of|from|with|for|to) (?:boredom|embarrassment|shame|curiosity|laughter|envy|thirst|hunger|heat|cold|an? (?:drink|coffee|pee|wee|cuppa|cigarette|smoke|fag|nap))',
    '(?:bored|scared|frightened|worried|tickled|sick|starved|frozen) to death',
    '(?:paraly[sz]ed|crippled|blinded|sick|shaking|trembling|paralysed) (?:by|with) (?:fear|indecision|debt|doubt|guilt|envy|worry|nerves|rage|love|excitement|anger)',
    '(?:bleeding|haemorrhaging|hemorrhaging|coughing up|coughed up|cough up|vomiting|throwing up) (?:goals|points|money|cash|customers|votes|staff|jobs|members|numbers|(?:the |for the )?(?:fees?|rent|dosh|dough|cash|money|deposit|bill|\\d+|twenty|fifty|hundred|thousand))',
    'allergic to (?:work|mornings?|mondays?|exercise|housework|cooking|commitment|the gym|hard work|effort|maths?|bullshit|nonsense|my (?:boss|job|mother-in-law|in-laws)|alarm clocks?)',
    '(?:a|my|the|absolute|complete|proper|bit of a|such a) (?:headache|migraine|nightmare) of an? \\p{L}+',
    "(?:that|this|it|which) ?(?:'s| is| was|'ll be| would be) (?:giving|gave|gives|give) (?:me|us|everyone) an? (?:headache|migraine|coronary|heart attack|stroke)",
    '(?:voting|selective|collective|corporate|national|verbal|mental|creative|political|economic) (?:amnesia|paralysis|diarrh(?:o)?ea|constipation|hangover|blindness|deafness|depression)',
    '(?:gold|jungle|disco|election|spring|barn|dance|wedding|christmas|lottery|cup|buck|bieber) fever',
    '(?:computer|trojan|laptop|software) (?:virus|bug)',
    'virus (?:scan|checker|software|on (?:my|the|his|her|our) (?:laptop|computer|phone|pc|tablet|system))',
    '(?:blind|deaf) (?:as a|to (?:the|my|any|it|reason))',
    "(?:can ?not|ca ?n['o]?t|could ?n['o]?t|cannot) (?:see|hear)(?= (?:you|him|her|them|me|us|it|that|why|how|what|the (?:screen|picture|video|point|link|camera|icon|button|difference|problem|harm|page|form)|your|much point|myself))",
    '(?:no response|non-?respons\\p{L}*|unresponsive)(?= to (?:the |our |my |a |\\d+ |two |three |several )?(?:text|letter|call|message|e-?mail|invit|reminder|phone|voicemail|request)\\p{L}*)',
  ].join('|'),
);

const GIVES =
  /^[\s,]*(?:que |who |that )?(?:\p{L}+ ){0,3}?(?:me (?:da|dan|pone|ponen|produce|producen|provoca|provocan|causa|causan|esta dando|va a dar|va a provocar)|(?:gives?|is giving|makes?|is making|will give) (?:me|us))\s+(?:\p{L}+ ){0,3}$/u;
const SOMEBODY =
  /(?<![\p{L}])(?:(?:mi|mis|my|our|the|el|la|los|las|este|esta|estos|that|this|those|these)\s+(?:jef[ea]s?|suegr[oa]s?|marido|mujer|espos[oa]|ex|cunad[oa]s?|hij[oa]s?|vecin[oa]s?|companer[oa]s?|profesor[ae]?s?|casero|gobierno|politic[oa]s?|vecindario|trafico|trabajo|curro|chamba|noticias|futbol|equipo|hacienda|banco|seguro|boss|bosses|mother-in-law|husband|wife|kids?|son|daughter|teenagers?|neighbou?rs?|coworkers?|colleagues?|teacher|landlord|government|politicians?|traffic|job|news|bank|insurance|in-laws|team|commute|paperwork|homework)|hacienda|politicians)/gu;

/** Said in the same breath by who doesn't mean it. */
const NOT_MEANT = word(
  "no te (?:fastidia|jode|digo)|nos ha fastidiado|notese la ironia|es (?:una |pura )?(?:broma|ironia|coña|guasa)|(?:i'm |being )sarcastic|yeah,? right|oh,? (?:brilliant|great|wonderful|fantastic|joy),? (?:another|more|just what)",
);

/** Takes back what stands before it: "just kidding, it's my knee". */
const JEST = word('(?:just |only )?(?:kidding|joking)');

/** "My boss gives me a headache": people and paperwork give none that a doctor is told of. */
function givenBySomebody(before: string): boolean {
  const last = matches(SOMEBODY, before).at(-1);
  return last !== undefined && GIVES.test(before.slice(last.index + last[0].length));
}

/** Whether the mention at `start`..`end` of a folded sentence is a figure of speech, or said in jest. */
export function isFigurative(text: string, start: number, end: number): boolean {
  return (
    matches(FIGURES, text).some((hit) => hit.index <= end && hit.index + hit[0].length >= start) ||
    givenBySomebody(text.slice(0, start)) ||
    matches(NOT_MEANT, text).length > 0 ||
    matches(JEST, text).some((hit) => hit.index >= end)
  );
}
