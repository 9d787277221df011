import { type Reading, type ReadSegment, type Span, sentencesAfter, within } from '../reading.ts';
import { whole } from './cues/words.ts';
import { occursIn } from './patterns.ts';

/** How it went on: it is over. Pronouns stand for the mention, so nothing else may be named in between. */
const OVER = whole(
  [
    '(?:it|they|that)(?: has|have| is| are| was| were|ve)?(?: all| now| since| already| just)? (?:went away|gone away|disappeared|vanished|cleared up|resolved|settled(?: down)?|gone now|never (?:came|come) back|got better on (?:its|their) own|stopped on (?:its|their) own|healed)',
    "(?:it|that|they)(?: ?'s| is| has| have| was)?(?: kind of| sort of| pretty much| all| now| more or less)* (?:subsided|eased off|calmed down|worn off|died down|passed off)",
    "(?:it|that|they) ?'s (?:gone(?! (?:darker|dark|black|red|bigger|hard|harder|yellow|white|blue|green|pink|purple|brown|all (?:red|black|hard|dark|yellow|white|blue|green|crusty|hot|stiff)|a (?:bit|funny|different|weird)|very|really|quite|soft|lumpy|dead|funny|weird|cold|hot|stiff|scaly|crusty|flaky|dry|septic|bad|worse|before|again|out|wrong|numb|off|down|up|into|to|on))|cleared up|resolved|settled|healed|all gone|over)",
    '(?:no (?:trouble|problems?|issues?|recurrences?|symptoms|more of (?:it|them))|none|nothing|fine|all (?:right|good|clear)|ok(?:ay)?|never again) (?:ever )?since',
    "have ?n['o]?t had (?:one|any|it|that|them|another|a single one)(?: \\p{L}+){0,3} (?:since|in|for)",
    "(?:has|have) ?n['o]?t (?:come back|recurred|bothered me|returned|been back|flared)",
    "did ?n['o]?t come back",
    '(?:out)?gr[eo]wn? out of (?:it|them)',
    'outgr[eo]wn? (?:it|them)',
    '(?:been|am|was|got) (?:fully |completely )?(?:cured|over it|clear of it|in the clear)',
    '(?:that|it|this|those) (?:was|were|happened) (?:in|when|back|years|decades|ages|long|a long|over|as a|during (?:my|the) (?:pregnancy|pregnancies|first|last|second|war|lockdown|pandemic|menopause))(?! (?:the|my|his|her) (?:left|right|chest|leg|arm|head|back|stomach|throat))',
    "(?:that|it) ?'s from (?:university|uni|school|college|childhood|years|ages|way back|when|before|the nineties|the eighties|(?:19|20)\\d\\d|my)",
    '(?:it|they|that) went(?: away)? with (?:the|my) (?:change|menopause|pregnancy|baby|age|time)',
    'not had (?:one|any|it|that|them|another|a single one)(?:,? \\p{L}+,?){0,3} (?:since|in|for)',
    '(?:signed|discharged) me off(?! sick| work)|given the all[- ]clear|(?:gave me|got|had) the all[- ]clear|clear scans?|in remission|en remision',
    '(?:eso|esto|aquello) (?:fue|paso|ocurrio|era) (?:en|cuando|hace|de|por|alla)',
    '(?:eso|esto|aquello) (?:duro|fueron) (?:\\p{L}+ ){0,4}(?:dias?|semanas?|meses|anos?|noches?|rato)',
    '(?:quede|quedo) (?:perfecta(?:mente)?|perfecto|bien|como nuev[oa]|fenomenal|curad[oa])',
    '(?:made|had) a (?:full|complete|good) recovery',
    '(?:fully|completely|totally) recovered',
    "(?:that|it) ?(?:'s| is| has)(?: all| now| been){0,2} (?:sorted|fixed|dealt with|behind me|put right)",
    '(?:ya )?(?:esta|quedo|se ha|lo tengo) (?:ya |todo )?(?:solucionad[oa]|arreglad[oa]|resuelt[oa]|superad[oa])',
    '(?:am|was|been|all) (?:all )?clear (?:ever )?since',
    'had (?:it|them) (?:all )?(?:out|removed|taken out|fixed|treated|cut out)',
    '(?<!no )(?:se me|se le|ya se(?: me| le)?) (?:ha |han )?(?:quito|quitaron|quitado|paso(?! (?:a|al|de|por) )|pasaron|pasado|fue|fueron|ido|curo|curaron|curado|resolvio|desaparecio|desaparecieron)',
    'se (?:quito|curo|resolvio) (?:sol[oa]|con|en|al|a los)',
    '(?:eso|esto|aquello)(?: ya)? (?:se )?(?:me |le )?(?:ya )?(?:paso|quito|pasaron|quitaron)(?=\\s*[.,;!]|\\s*$| ya)',
    'no (?:me |le )?(?:ha|han|he) vuelto',
    'no (?:me |le )?(?:volvio|volvieron)',
    'hace (?:\\p{L}+ )?(?:de )?(?:anos|meses|siglos|un (?:monton|titipuchal|chorro)(?: de (?:anos|tiempo))?|mucho(?: tiempo)?)(?: \\p{L}+){0,3} que no (?:me|lo|la|le)',
    '(?:desde entonces|desde aquello) (?:nada|bien|no|ninguno|ninguna|perfecta?(?:mente)?|sin)',
    '(?:ya )?(?:tiene|lleva|llevo|hace) (?:anos|meses|(?:mucho )?tiempo|\\p{L}+ (?:anos|meses)) que no',
    'nunca mas',
    '(?:ya )?(?:ni|no) (?:me acuerdo de|recuerdo|se)(?: cuando (?:fue|tuve))? (?:la|el) ultim[oa](?: vez)?',
    'sin (?:problemas|molestias|recaidas|secuelas) desde',
    '(?:ya )?(?:lo|la) (?:supere|tengo superad[oa]|supero)',
    '(?:ya )?(?:estoy|esta|quede|quedo) (?:curad[oa]|recuperad[oa]|bien de (?:eso|aquello))',
  ].join('|'),
);

/** How it went on: it was something else, or the record is wrong. */
const NEVER_WAS = whole(
  [
    "turn(?:s|ed) out (?:that )?(?:it |i |he |she )?(?:(?:was|were|is|are|'m|am|'s) ?(?:n['o]?t|not)|not|nothing|to be nothing|negative)",
    "(?:but|and) (?:it|that) (?:was|is) ?n['o]?t(?=\\s*[.,;!]|\\s*$| that| one)",
    '(?:that|it|which|this) (?:was|is) (?:just |actually |all |clearly |probably )*(?:an? )?(?:mix-?up|mistake|(?:clerical |data |transcription |dictation |coding |typing )?error|wrong|typo|misunderstanding|false alarm|misread(?:ing)?|misprint|misspelling|misdiagnosis|slip|mis-?hearing|misheard)',
    "(?:that|it) ?'s (?:just |actually |all )*(?:an? )?(?:mix-?up|mistake|error|wrong|typo|misunderstanding|not true|not right|out of date)",
    '(?:that (?:was|is)|that ?s) (?:my|for my|about my) (?:mum|mom|mother|dad|father|sister|brother|son|daughter|husband|wife|cousin|twin|aunt|uncle|friend)',
    '(?:was |were )?entered (?:wrong|by mistake|in error)',
    'not (?:me|mine)(?=\\s*[.,;!]|\\s*$)',
    "but (?:i|me|we) (?:do ?n['o]?t|did ?n['o]?t|have ?n['o]?t|ca ?n['o]?t|never) (?:really |actually |ever )?(?:feel|felt|think|thought|noticed?|see|saw|agree|believe)(?: (?:it|that|so|any|one|them))?(?=\\s*[.,;!]|\\s*$)",
    'pero (?:yo )?no (?:me )?(?:lo|la|los|las) (?:he )?(?:noto|note|veo|vi|creo|siento|senti|tengo|notado|sentido|visto)',
    'pero (?:al final )?no me (?:la|lo|las|los) (?:puse|hice|hicieron|pusieron|quise)',
    "but (?:i )?(?:did ?n['o]?t|never) (?:have|get|take|do) (?:it|one|them)",
    '(?:but|pero) (?:then |luego |al final |despues )?no(?=\\s*[.;!]|\\s*$|\\s*,(?!\\s*(?:i|he|she|no|yo|ni)(?![\\p{L}])))',
    'they (?:later |then )?ruled (?:it|that) out',
    "(?:i am|i'm|i was) ?(?:n['o]?t|not)(?=\\s*[.,;!]|\\s*$)",
    'result(?:a|o) (?:que no|ser otra cosa|no ser)',
    'que no (?:lo )?(?:soy|era|es|fue|tengo|tenia|tuve)(?=\\s*[.,;!]|\\s*$)',
    'no lo (?:soy|era|es|fui|tengo|tenia)',
    'al final (?:no (?:era|fue|es|lo era)|era otra cosa|fue otra cosa|nada)',
    '(?:me )?lo (?:han )?descart(?:aron|ado)',
    '(?:eso|esto|aquello)(?: si que)? (?:es|era|fue|esta|estaba) (?:un |una |mal )?(?:error|mistake|equivocacion|confusion|equivocad[oa]|mentira|apuntado|puesto|de mi|falsa alarma)',
    '(?:era|es|fue) (?:un |una )?(?:error|equivocacion|confusion|falsa alarma)',
    'no (?:soy|era|fui) yo',
    "(?:pero|but) (?:\\p{L}+ ){1,4}(?:dijo|dice|dijeron|dicen|said|says|told me|reckons) (?:que no|(?:that )?(?:no|it (?:is|was)(?: not|n[o']?t)|not))(?=\\s*[.,;!]|\\s*$)",
    '(?:ticked|put|wrote|said|marked|clicked) (?:that|it|this)(?: down)? (?:by (?:accident|mistake)|in error)',
    "i say \\p{L}+,? (?:but |well |actually )?(?:they|it|he|she|turn)(?![^.;?!]*(?:is|was|'s) (?:broken|fractured))",
    '(?:digo|bueno,? digo) \\p{L}+,? pero',
    '(?:lado|ojo|pierna|mano|lateralidad) (?:mal|erroneamente|incorrectamente) (?:consignad|anotad|registrad|escrit)[oa]',
    '(?:lo|la|eso lo) (?:puse|marque|dije|escribi|apunte) (?:sin querer|por error|por equivocacion|mal)',
  ].join('|'),
);

/** A test that speaks of what it was done for. */
const TESTED_CLEAR = whole(
  '(?:but|and|pero|y),? (?:then )?(?:the |my |all the |las |los |la |el |me hicieron .{0,40})?(?:(?:tests?|results?|swabs?|cultures?|biops(?:y|ies)|scans?|pruebas?|biopsias?|resultados?|cultivos?|it|they)(?: later| all)? |(?:me |le )?(?=sal|dio|die))(?:came back|was|were|came out|salio|salieron|dieron|dio|fue|fueron|resulto|resultaron) (?:all |todas? |todo )?(?:negative|clear|fine|normal|good|ok(?:ay)?|perfect|nothing|negativ[oa]s?|limpi[oa]s?|que no|bien|perfect[oa]s?|normal(?:es)?|estupend\\p{L}+|genial)',
);

/** A complaint is over where its speaker has been well ever since. Of a disease that says nothing. */
const WELL_SINCE = whole(
  [
    '(?:ando|anda|andaba|estaba|amaneci|estoy|esta|sigo|sigue|quede|quedo|voy|va|amaneci|amanecio|me siento|se siente|me encuentro|me levante) (?:ya |ahora )?como (?:si nada|nuev[oa]|una rosa|un roble|un reloj|una lechuga|siempre he estado)',
    '(?:desde (?:el|la|ayer|anoche|entonces|hace|que)|a partir del?|ya|hoy ya|ahora ya)(?: \\p{L}+){0,5}? (?:ando|anda|estoy|esta|me siento|se siente|me encuentro|se encuentra|voy|va)(?: ya| muy| mucho| super| todo){0,2} (?:bien|perfect[oa]|perfectamente|fenomenal|de maravilla|de lujo|genial|estupend[oa]|estupendamente|al cien|sano|sana|recuperad[oa]|recontra bien|joya|al pelo)(?! (?:del todo|salvo|excepto|menos))',
  ].join('|'),
);

export type Later = 'ended' | 'never' | null;

/** Named as a time, not as something else that the pronoun could mean. */
const TIMES = /^(?:pregnancy|childhood|menopause)/;

/** Code units after a mention in which its speaker may still say how it went on. */
const REACH = 150;

/** "Tengo gota. Bueno, gota no": named again to be denied. */
function deniedByName(said: string, text: string): boolean {
  const again = text.indexOf(` ${said} no`);
  return again >= 0 && again < SLIP && /^\s*(?:[,.;:!]|$)/.test(text.slice(again + said.length + 4));
}
/** Code units within which a slip is put right. */
const SLIP = 60;

/** "I see pneumonia on your record." "That was in 2011.": the one who is told says how it went on. */
export function toldOver(reading: Reading, read: ReadSegment, sentence: Span): Later {
  if (read.segment.speaker !== 'clinician' || read.segment.text.length - sentence.end > TAIL) return null;
  const reply = reading.segments[read.index + 1];
  if (reply === undefined || reply.segment.speaker === 'clinician') return null;
  const text = reply.folded.slice(0, REACH);
  for (const [pattern, verdict] of [
    [NEVER_WAS, 'never'],
    [OVER, 'ended'],
  ] as const) {
    const found = occursIn(pattern, reply) ? pattern.exec(text) : null;
    if (found !== null && within(reply.terms(), { start: 0, end: found.index }).length === 0) return verdict;
  }
  return null;
}
/** "A runny nose and a cough, but that went away": of all that was listed. */
const OF_ALL =
  /^(?:they|that|those|these|all|everything|se (?:me|le) (?:quitaron|pasaron|fueron)|eso|todo)(?![\p{L}])/u;
const JOINS =
  /^\s*(?:,|and|or|plus|y|e|o|, and|, y)\s*(?:(?:then|like|also|some|an?|the|my|un|una|la|el|tambien)\s+)*$/u;

function isListed(read: ReadSegment, mention: Span, until: number): boolean {
  let end = mention.end;
  for (const term of within(read.terms(), { start: mention.end, end: mention.end + until })) {
    if (!JOINS.test(read.folded.slice(end, term.start))) return false;
    end = term.end;
  }
  return true;
}

/** Code units that may follow the statement in its turn. */
const TAIL = 60;

/**
 * What the same speaker goes on to say of the thing itself: that it is over, or that it never was. `tested`: also a test
 * that came back negative tells, as it does of a condition and not of a complaint.
 */
export function saidLater(read: ReadSegment, sentence: Span, mention: Span, tested: boolean): Later {
  const next = sentencesAfter(read, sentence, 2);
  const limit = Math.min(mention.end + REACH, next.at(-1)?.end ?? sentence.end);
  const text = read.folded.slice(mention.end, limit);
  if (deniedByName(read.folded.slice(mention.start, mention.end), text)) return 'never';
  const clear = (at: number): boolean =>
    within(read.terms(), { start: mention.end, end: mention.end + at }).every(({ term }) => TIMES.test(term.key));
  const clearOf = (found: RegExpExecArray): boolean =>
    clear(found.index) || (OF_ALL.test(found[0]) && isListed(read, mention, found.index));
  for (const [pattern, verdict] of [
    [NEVER_WAS, 'never'],
    [OVER, 'ended'],
    [tested ? TESTED_CLEAR : null, 'never'],
  ] as const) {
    const found = pattern !== null && occursIn(pattern, read) ? pattern.exec(text) : null;
    if (found !== null && clearOf(found) && !/[?¿]/.test(text.slice(0, found.index))) return verdict;
  }
  const well = tested || !occursIn(WELL_SINCE, read) ? null : WELL_SINCE.exec(text);
  return well !== null && !/[?¿]/.test(text.slice(0, well.index)) ? 'ended' : null;
}
