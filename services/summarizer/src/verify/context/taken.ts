import { type Reading, type ReadSegment, type Span, sentenceBefore, sentencesAfter, within } from '../reading.ts';
import { whole } from './cues/words.ts';

const NEVER = whole(
  [
    'never (?:actually |really |even |once )?(?:took|taken|started|filled|picked|tried|bought|used|got (?:round|around)|opened|collected|touched)',
    "did ?n['o]?t (?:actually |even |ever )?(?:take|start|fill|pick|buy|collect|try|use) (?:it|them|that|one|any)",
    "have ?n['o]?t (?:actually |even )?(?:started|taken|picked|filled|been taking|touched|opened|collected|bought|tried) (?:it|them|that|one|any)?",
    '(?:said no to|turned down|declined|refused) (?:it|them|that)',
    'turned (?:it|them|that) down',
    '(?:still |just )?(?:sits?|sitting) (?:in|on) (?:the|my) (?:box|drawer|cupboard|shelf|cabinet)',
    'ni (?:siquiera )?(?:la|lo|las|los|me la|me lo|me las|me los) (?:compre|tome|abri|empece|probe|recogi|he|llegue)',
    '(?:no|nunca) (?:la|lo|las|los|me la|me lo|me las|me los) (?:llegue a|he (?:llegado|tomado|empezado|comprado|probado)|tome|compre|empece|probe|tomo|uso|use|recogi)',
    '(?:no|nunca) (?:llegue a|he llegado a) (?:tomar|comprar|empezar|probar|usar)',
    "(?:has |have |had |was |were |'s |'ve |is )?never (?:been |actually been )?(?:prescribed|given|on|taking|offered|used|had|dispensed|been on)(?: (?:it|that|this|one|them|any))?",
    "(?:has|have|had|was|were)(?: not|n['o]?t) (?:been )?(?:prescribed|given|dispensed|on) (?:it|that|this|them)",
    '(?:which |that |it )?(?:was|is|were) (?:an? |probably an? |clearly an? |in )?(?:misread(?:ing)?|misprint|typo|misspelling|(?:clerical |transcription |dictation |typing |copying |pharmacy |prescribing )?(?:error|mistake)|slip|mix-?up|mis-?hearing|misheard)',
    'unopened',
    '(?:in|at the back of) (?:a|the|some) (?:drawer|cupboard)(?: somewhere)?|en (?:un|el|algun) (?:cajon|armario|altillo)',
    'never (?:actually |even )?cashed (?:it|them|that|one) in',
    'no (?:tome|probe|use|me tome) ni (?:media|medio|un[oa]?|una sola|un solo)',
    'sin (?:abrir|estrenar|empezar|tocar)',
    '(?:dispensed|supplied|issued|picked|given out|handed out|dispensad[oa]|entregad[oa]) (?:in error|by mistake|por error|por equivocacion)',
    '(?:whole|full|entire) (?:box|packet|pack|bottle|strip)(?: \\p{L}+){0,3} (?:back|left|there|unused)',
    'esta(?:n)? (?:sin abrir|sin empezar|en el cajon)',
  ].join('|'),
);

const STOPPED = whole(
  [
    '(?:stopped|quit|came off|come off|been off|weaned off|went off|dropped|binned|packed in|gave up) (?:taking |using )?(?:it|them|that|those)',
    'gave (?:it|them) up',
    '(?:so|and) i (?:left|knocked) (?:it|them)(?: off| alone| on the head)?(?=\\s*[.,;!]|\\s*$)',
    '(?:took|taken|pulled) me off(?: of)?(?: it| them| that)?',
    '(?:stopped|discontinued|withdrew|swapped|switched) (?:it|them|that|me)',
    '(?:lo|la|los|las) (?:bote|tire|eche (?:a|al)|regale|devolvi|corte|solte|pare|largue|acabe|termine|he (?:botado|tirado|parado|terminado|acabado|cortado))',
    '(?:lo|la|los|las) (?:deje|he dejado|suspendi|abandone|retiraron|quitaron|suspendieron|cambiaron|interrumpi)',
    'me (?:lo|la|los|las) (?:sacaron|saco|pararon|paro|quitaron|retiraron|suspendieron|cambiaron|quito|retiro|suspendio|cambio|quite|han quitado|ha quitado|han retirado)',
    '(?:deje|he dejado) de (?:tomar|usar|ponerme)',
    '(?:had|have|made me|told me|decided|asked me) to (?:stop|quit|come off|give (?:it|them) up)(?! \\p{L}+ing)',
    '(?:tuve|tuvo|hubo|tuvieron) que (?:dejar|suspender|parar|quitar|retirar|interrumpir)(?:lo|la|los|las|melo|mela)?',
    '(?:lo|la|los|las) (?:suspendio|suspendemos|suspendo|retiro|retiramos|abandono|interrumpio|ha suspendido|han suspendido|ha abandonado)(?! (?:el|la|los|las) )',
    'que (?:(?!no |nunca )\\p{L}+ ){0,2}(?:se (?:ha |han )?|fue |fueron |ha sido |han sido )(?:suspend|retir|interrump|abandon)\\p{L}+',
    'que (?:hubo|hubieron|tuvo|tuvimos) que (?:suspender|retirar|interrumpir|abandonar)',
    'no quise (?:mas|seguir|volver a)',
    '(?:me |le )?(?:lo|la|los|las) (?:prohibieron|prohibio|han prohibido|tengo prohibid[oa]s?|tiene prohibid[oa]s?)|me (?:lo|la|los|las) (?:prohibieron|prohibio|han prohibido)',
    'se (?:lo|la|los|las) (?:saque|saco|quite|quito|retire|retiro|suspendi|suspendio)',
    'ya no (?:lo|la|los|las|me (?:lo|la|los|las)) (?:tomo|uso|pongo|necesito|tomaba)',
    'i ?.?m not on (?:it|that|them)|(?<=[.!] ?)(?:but )?not (?:now|any ?more|at the moment|these days)|(?<=[.!] ?)(?:pero )?(?:ahora|hoy) (?:ya )?(?:no|nada(?=\\s*[.,;]|\\s*$))',
    '(?:was |were )?only for (?:that|the) (?:one )?(?:time|episode|attack)|(?:fue|era) solo (?:esa|aquella) vez',
  ].join('|'),
);

/** `Metamizol 575 mg, de momento suspendido`: with no more than its dose in between. */
const STOPPED_AT_ONCE =
  /^(?:\s*(?:\d[\d.,/-]*|mg|mcg|g|ml|ui|retard|oral|iv|parche|\(\s*\d[\d\s./-]*\)|cada|h|horas|al dia|comprimidos?|comp))*\s*[,:(-]?\s*(?:(?:cambio|de momento|por ahora|ya|actualmente|temporalmente|fue|ha sido|esta|queda|quedo|se ha|se)\s+(?:,\s*)?)*(?:suspend(?:e|io|id[oa]s?)|retirad[oa]s?|interrumpid[oa]s?)(?! (?:el|la|los|las) )(?![\p{L}])/u;

const AGAIN =
  /(?<![\p{L}])(?:back on|restart\w*|started (?:it |them )?again|resumed|retom\p{L}*|volvi a|he vuelto a|otra vez|de nuevo)(?![\p{L}])/u;

/** Code units after the medicine in which its speaker still tells whether it is taken. */
const REACH = 140;

/** Code units that a tag takes: "¿verdad?". */
const TAG = 24;

/** What is told of a medicine's taking after its name: left off, or never begun. Null: nothing of the kind. */
export function takenOrNot(
  reading: Reading,
  read: ReadSegment,
  sentence: Span,
  mention: Span,
): 'ended' | 'never' | null {
  const until = Math.min(mention.end + REACH, sentencesAfter(read, sentence, 2).at(-1)?.end ?? sentence.end);
  const before = read.folded.slice(sentence.start, mention.start);
  if (COMPARED.test(before) || WAS_TO_BE.test(before)) return 'never';
  if (ASKED_FOR.test(before) && TURNED_DOWN.test(read.folded.slice(mention.end, until))) return 'never';
  if (isWhatHarms(read, sentence, mention) || isGivenInError(read, mention)) return 'never';
  if (isOfAnotherTime(reading, read, sentence, mention)) return 'ended';
  if (WAS_ON.test(read.folded.slice(Math.max(sentence.start, mention.start - BEFORE), mention.start))) return 'ended';
  if (MAY_BE.test(read.folded.slice(mention.end, until))) return 'never';
  if (WAS_THE_ONE.test(read.folded.slice(mention.end, until))) return 'ended';
  if (isOfThatTime(read, sentence, mention)) return 'ended';
  const own = verdictOf(read, mention.end, until);
  if (own === null && isUntil(read, sentence, mention)) return 'ended';
  if (own === null && isFinished(read, sentence, mention)) return 'ended';
  if (own !== null) return own;
  if (read.segment.speaker === 'clinician' && GOT_ON.test(read.folded.slice(mention.end, until))) return 'ended';
  if (read.segment.speaker !== 'clinician') return takenBackLater(reading, read, mention);
  const reply = reading.segments[read.index + 1];
  if (reply === undefined || reply.segment.speaker === 'clinician' || read.segment.text.length - sentence.end > TAG)
    return null;
  return verdictOf(reply, 0, Math.min(REACH, reply.sentences[1]?.end ?? reply.segment.text.length));
}

const ANOTHER_TIME =
  /(?:(?:what|which)(?: \p{L}+){0,4} (?:did|had|were|was)(?: \p{L}+){0,6} (?:last time|before|previously|back then|in the past|at the time|then)|(?:algo|nada) (?:asi|parecid[oa]|similar)(?: \p{L}+){0,3} antes|(?:anything|something) (?:like (?:this|that)|similar)(?: \p{L}+){0,2} before|which (?:one|ones|tablets?|medicines?) (?:was|were) (?:it|they|that)|what (?:was|were) (?:it|they|that|those) called|(?:que|cual(?:es)?)(?: \p{L}+){0,4} (?:la (?:otra|ultima) vez|antes|entonces|en aquel(?:la)? \p{L}+)|(?:cual|cuales|como se llamaba\p{L}*) (?:era|eran|fue))/u;
const GOES_ON = /(?<![\p{L}])(?:still|now|take|taking|every|daily|sigo|todavia|ahora|tomo|diario)(?![\p{L}])/u;

const GIVEN =
  /(?<![\p{L}])(?:(?:me|le) (?:dieron|dio|pusieron|puso|mandaron|mando|recetaron|receto)|tome|i (?:had|took|was (?:on|given))|(?:they|he|she) (?:gave|put) me(?: on)?)\s+(?:\p{L}+ ){0,2}$/u;

/** "What did you have last time?" "Trimethoprim.": named in answer to what was, without a verb of its own. */
function isOfAnotherTime(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker === 'clinician') return false;
  const first = sentence.start === read.sentences[0]?.start;
  if (!first && !GIVEN.test(read.folded.slice(sentence.start, mention.start))) return false;
  const asker = reading.segments[read.index - 1];
  const asked = asker?.sentences.at(-1);
  if (asker?.segment.speaker !== 'clinician' || asked === undefined) return false;
  if (GOES_ON.test(read.folded.slice(sentence.start, sentence.end))) return false;
  return ANOTHER_TIME.test(asker.folded.slice(asked.start, asked.end)) && mention.start - sentence.start < 60;
}

/** "I asked for diazepam and she said no." */
const ASKED_FOR =
  /(?<![\p{L}])(?:(?:asked|begged|pushed|hoped) (?:him |her |them |the \p{L}+ )?for|wanted|(?:le |les )?(?:pedi|pedimos|rogue)|queria)(?: (?:some|any|the|a|an|more|unas?|unos?|el|la|algun|alguna|las|los))*\s+$/u;
const TURNED_DOWN =
  /^[^.;?!]{0,30}(?<![\p{L}])(?:and|but|y|pero)(?: \p{L}+){0,3} (?:said no|would ?n['o]?t|refused|did ?n['o]?t (?:want to|give|let)|turned (?:me|it) down|(?:dijo|dijeron) que no|no (?:quiso|quisieron|me (?:lo|la|los|las) (?:dio|dieron)))(?![\p{L}])/u;

/** "They were going to put me on insulin", "quería ponerme un antibiótico": it did not come to it. */
const WAS_TO_BE =
  /(?<![\p{L}])(?:(?:was|were) (?:going|about|meant|supposed) to (?:put (?:me|him|her) on|start (?:me|him|her) on|give (?:me|him|her)|prescribe(?: me| him| her)?)|wanted to (?:put (?:me|him|her) on|start (?:me|him|her) on|give (?:me|him|her))|(?:queria|querian|iba a|iban a|pensaba|pensaban) (?:poner|dar|recetar|mandar)(?:me|le))(?: (?:on|the|some|an?|un|una|el|la|unos|unas))*\s+$/u;

/** "Something similar to ibuprofen, but stronger": not that one. */
const COMPARED =
  /(?<![\p{L}])(?:similar to|stronger than|parecid[oa] al?|mas fuerte que) (?:the |your |el |la |su )?$/u;

/** "The label reads clonidine ... Clonidine dispensed in error": by its name, wherever it stands. */
function isGivenInError(read: ReadSegment, mention: Span): boolean {
  if (!/error|mistake|equivocacion/.test(read.folded)) return false;
  const name = read.folded.slice(mention.start, mention.end);
  for (let at = read.folded.indexOf(name); at >= 0; at = read.folded.indexOf(name, at + 1))
    if (IN_ERROR.test(read.folded.slice(at + name.length))) return true;
  return false;
}
const IN_ERROR =
  /^ (?:was |were |fue |had been )?(?:dispensed|supplied|issued|picked|given(?: out)?|handed out|prescribed|dispensad[oa]|entregad[oa]|dad[oa]|recetad[oa]) (?:in error|by mistake|por error|por equivocacion)(?![\p{L}])/u;

const ALLERGY = /(?<![\p{L}])(?:allerg|alerg|anaphyla|anafila)/u;
const USED =
  /(?<![\p{L}])(?:tak(?:e|es|ing|en)|took|on|us(?:e|es|ed|ing)|start\p{L}*|prescri\p{L}*|gave|given|giving|put me on|tom\p{L}+|us[oa]\p{L}*|empe[cz]\p{L}*|recet\p{L}*|pauta\p{L}*|dieron|dio|daban|pongo|ponen|mandaron|con)(?![\p{L}])/u;

/** "I have amoxicillin. Amoxicillin allergy.": named beside its own allergy, and nobody says that it is taken. */
function isWhatHarms(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (USED.test(read.folded.slice(sentence.start, sentence.end))) return false;
  const name = read.folded.slice(mention.start, mention.end);
  return [sentence, ...sentencesAfter(read, sentence, 1)].some(
    (one) =>
      ALLERGY.test(read.folded.slice(one.start, one.end)) && read.folded.slice(one.start, one.end).includes(name),
  );
}

/** "Completed 6/12 rifampicin + isoniazid", "finished a course of": before the medicine. */
const FINISHED =
  /(?<![\p{L}])(?:completed|finished|has had|had|acabe|termine|termino|acabo|completo|complete)(?: \p{L}+)?(?: (?:\d+(?:\/\d+)?(?: (?:days?|weeks?|months?|dias|semanas|meses))?|courses?|cycles?|rounds?|cursos?|ciclos?|of|de|the|el|la|los|an?|un|una|with|con))*\s+(?:[\p{L}-]+\s*(?:\+|&|and|y|,|\/)\s*){0,3}$/u;
const BEFORE = 80;

/** "Tomé warfarina hasta marzo", "I was on it till last year". */
const TOOK =
  /(?<![\p{L}])(?:recibi|recibio|received|tome|tomaba|use|usaba|lleve|estuve (?:con|tomando|usando)|me (?:pusieron|pinchaba|ponia|dieron)|i (?:took|used|was (?:on|taking)|had been on))(?: (?:el|la|los|las|un|una|the|some|my|\p{L}+mente|\d+ ?mg(?: de)?))*\s+$/u;
const UNTIL =
  /^(?: (?:de )?\d+ ?(?:mg|mcg|miligramos))?,? (?:hasta|until|till|up to)(?! (?:hoy|ahora|la fecha|now|today|date|el momento)(?![\p{L}]))/u;
/** "Estuve un año con fluoxetina", "I was on it for a year". */
const WAS_ON = /(?<![\p{L}])(?:estuve|estuvo) (?:\p{L}+ ){0,3}(?:con|tomando|usando) (?:(?:el|la|los|las) )?$/u;
/** "Penicillin I can take": that it may be is not that it is. */
const MAY_BE =
  /^,? (?:i can (?:take|have)|(?:si )?(?:la |lo )?puedo tomar|(?:la|lo) (?:tolero|aguanto)|(?:'s| is| are) (?:fine|ok|okay|all right|no problem)(?=[,.]| (?:i|with)|$))(?![\p{L}])|^'s (?:fine|ok|okay)|^,? (?:no (?:lo |la |los |las )?(?:puedo|puede)(?: tomar\p{L}*)?(?=\s*[.,;!]|$)|i can ?n['o]?t (?:take|have|tolerate)(?![\p{L}]))/u;
/** "Sertraline was the one that made me ill." */
const WAS_THE_ONE =
  /^,? (?:was|were|fue|era|eran|fueron) (?:the (?:one|ones|tablets?|pills?) (?:that|which|they|i|before)|(?:la|el|las|los) que )/u;
const isUntil = (read: ReadSegment, sentence: Span, mention: Span): boolean =>
  UNTIL.test(read.folded.slice(mention.end, sentence.end)) &&
  TOOK.test(read.folded.slice(Math.max(sentence.start, mention.start - BEFORE), mention.start));

const isFinished = (read: ReadSegment, sentence: Span, mention: Span): boolean => {
  const found = FINISHED.exec(read.folded.slice(Math.max(sentence.start, mention.start - BEFORE), mention.start));
  return found !== null && (!/^(?:has )?had/.test(found[0]) || /course|cycle|round|curso|ciclo/.test(found[0]));
};

/** "I take enalapril." "Enalapril, one a day?" "Oh no, sorry, that one they stopped.": put right once it is asked back. */
function takenBackLater(reading: Reading, read: ReadSegment, mention: Span): 'ended' | 'never' | null {
  const [asked, again] = [reading.segments[read.index + 1], reading.segments[read.index + 2]];
  if (asked?.segment.speaker !== 'clinician' || again?.segment.speaker !== read.segment.speaker) return null;
  if (!asked.folded.includes(read.folded.slice(mention.start, mention.end)) || !PUTS_RIGHT.test(again.folded))
    return null;
  return verdictOf(again, 0, Math.min(REACH, again.folded.length));
}
const PUTS_RIGHT =
  /^\W*(?:(?:ay|oh|uy|ah|um|uh)[\s,.]+)*(?:no|sorry|perdon\p{L}*|disculp\p{L}+|wait|espere?|actually)(?![\p{L}])/u;

/** "Nitrofurantoin. And did you get on with that?": once, and no more. */
const GOT_ON =
  /^[^?]{0,30}(?<![\p{L}])(?:(?:did|how did) (?:you|he|she) (?:get on|find|manage|tolerate|cope|react)|did (?:it|that|they) (?:help|work|agree|suit|do anything)|(?:le|te) (?:fue|sento|sentaron|fueron|hizo|hicieron) (?:bien|mal|efecto))[^?]{0,30}\?/u;

const GAVE =
  /(?<![\p{L}])(?:(?:they|he|she|(?:the|my|a) (?:\p{L}+ )?(?:doctor|gp|hospital|nurse|dentist)) (?:gave|put) (?:me|him|her|us)(?: on)?|i (?:took|had)|(?:me|le|lo) (?:dieron|dio|pusieron|mandaron|recetaron|tuvieron)|tome|(?:dias|semanas|meses|days|weeks|months) (?:con|on|of))(?: (?:the|some|a|el|la|los|las|un|una|cuart\p{L}+|medi[oa]|poco|poquito|cachito|pastilla|pastillita|half|one|bit|tablet|of|de|his|her|hers|their|su|sus))* $/u;
const THAT_TIME =
  /(?<![\p{L}])(?:when (?:i|he|she) was|years? ago|months? ago|last (?:time|year|winter|summer|spring|autumn|christmas)|in the (?:summer|winter|spring|autumn)|as a (?:child|baby|kid)|in (?:january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)|cuando (?:era|tenia|estaba)|hace (?:\p{L}+ )?(?:anos|meses)|el (?:ano|verano|invierno) pasado|la otra vez|una vez|once|the once|one time|en (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre))(?![\p{L}])/u;
const STILL =
  /(?<![\p{L}])(?:(?:lo|la|los|las) (?:tomo|uso|sigo tomando)|i(?:'m| am) (?:still )?on (?:it|them)|i take (?:it|them)|still|now|since|ever since|every day|daily|sigo|todavia|desde entonces|ahora|a diario)(?![\p{L}])/u;

/** "When he was one. They gave him amoxicillin", "I took Nurofen in the summer, one week": of a time that is told. */
function isOfThatTime(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker === 'clinician') return false;
  if (!GAVE.test(read.folded.slice(Math.max(sentence.start, mention.start - BEFORE), mention.start))) return false;
  const earlier = sentenceBefore(read, sentence);
  const told = read.folded.slice(earlier?.start ?? sentence.start, sentence.end);
  return THAT_TIME.test(told) && !STILL.test(read.folded.slice(sentence.start, sentence.end));
}

/** "Clonazepam en vez de clonidina": what is told next is of the first. */
const INSTEAD = /(?<![\p{L}])(?:en (?:vez|lugar) del?|instead of|rather than) (?:el |la |the |my )?$/u;

/** "La metformina sí, la otra la dejé": what is left off is another. */
const OF_THE_OTHER =
  /^ (?:si|yes|yeah)(?=\s*[,;.])|(?<![\p{L}])(?:(?:el|la|los|las) (?:otr[oa]s?|demas)|the other (?:one|ones)?|the rest|(?:el|la|los|las) (?:del?|de (?:la|el|los|las)) \p{L}+)(?![\p{L}])/u;

/** The first thing told of it counts: "I stopped it. I never took anything else." */
function verdictOf(read: ReadSegment, from: number, until: number): 'ended' | 'never' | null {
  const text = read.folded.slice(from, until);
  if (STOPPED_AT_ONCE.test(text)) return AGAIN.test(text) ? null : 'ended';
  const never = NEVER.exec(text);
  const stopped = STOPPED.exec(text);
  const found = never !== null && (stopped === null || never.index < stopped.index) ? never : stopped;
  if (found === null || /[?¿]/.test(text.slice(0, found.index)) || AGAIN.test(text.slice(found.index))) return null;
  if (OF_THE_OTHER.test(text.slice(0, found.index))) return null;
  const between = within(read.terms(), { start: from, end: from + found.index });
  if (between.some(({ start, term }) => term.kind === 'medication' && !INSTEAD.test(read.folded.slice(0, start))))
    return null;
  return found === never ? 'never' : 'ended';
}
