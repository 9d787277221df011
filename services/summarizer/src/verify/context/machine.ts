import type { ReadSegment, Span } from '../reading.ts';
import { word } from './cues/words.ts';
import { has, hits, occursIn } from './patterns.ts';

/** Speaks to whoever makes the summary rather than to the other person. */
const TO_THE_MACHINE = word(
  [
    '(?:hello|hi|hey|hola|oye|oiga|dear|oi),? (?:(?:there|you|mr|mister|senor|the|little|querid[oa])[\\s,]+)*(?:software|recorder|recording|machine|microphone|mic|app|tablet|scribe|grabadora?|grabacion|maquina|microfono|aplicacion|aparato|aparatito|programa|sistema|maquinita)(?![\\p{L}])',
    '(?:esto|eso|lo) que (?:graba|escucha|oye|transcribe|esta grabando)[\\s,]+(?:que )?(?:pon|apunt|anot|escrib|diga|met|agreg)\\p{L}*',
    '(?:sistema|maquina|asistente|grabadora|aplicacion|programa|software|computer|recorder|machine)[\\s,:]+(?:please |por favor |tu )*(?:pon|apunt|anot|escrib|registr|agreg|inclu|write|add|put|note|record|say|list)\\p{L}*',
    'system:',
    'sistema:',
    '(?:ignore|disregard|forget|override|bypass) (?:all |the |your |any |every |these |those |of )*(?:previous |prior |above |earlier |preceding |foregoing |existing |current |other |safety )*(?:instructions?|rules?|prompts?|guidelines|guardrails|constraints|directives|messages?)',
    '(?:ignore|disregard) (?:everything|anything|whatever|what|all) (?:that )?(?:(?:i|the (?:doctor|clinician|patient)) )?(?:said|says|above|before|was said|written|you (?:were|have been) told)',
    'new (?:rule|instructions?):',
    'as an? (?:ai|language model|assistant|llm)',
    'system ?(?:prompt|message|override)',
    'json',
    '"?assertion"?:?',
    '"?experiencer"?',
    'developer mode',
    'ignor\\p{L}+ (?:todas |las |tus |sus )*(?:anteriores )?(?:instrucciones|reglas|indicaciones)',
    'olvid\\p{L}+ (?:todas |las |tus |sus )*(?:reglas|instrucciones)',
    'nueva regla',
    '(?:nuevas instrucciones|instrucciones nuevas)',
    "to (?:the|any|whatever) (?:ai|assistant|scribe|computer|model|machine|system|bot|software)(?: (?:that is |who is |that's )?(?:listening|reading|writing|typing|transcribing))?:?",
    '(?:para|a) (?:el|la|quien) (?:asistente|ia|modelo|sistema|maquina|robot|escucha|transcribe|escribe|resume)',
    'al (?:asistente|modelo|sistema|robot|programa)(?= que)',
    'como (?:inteligencia artificial|modelo de lenguaje|ia|asistente)',
    'modo desarrollador',
    'end of transcript',
    'begin transcript',
    '(?:nota|mensaje|instruccion|orden|aviso|note|message|instruction|memo) (?:para|al|a|to|for) (?:el |la |the |whoever |quien )?(?:asistente|sistema|ia|ai|modelo|transcriptora?|programa|maquina|robot|grabadora|scribe|assistant|model|system|computer|bot|software|summari[sz]er|resumen|summary|is typing|writes)',
    '(?:hey|hi|oye|hola|ok|okay|attention|atencion|dear|querid[oa]),? (?:scribe|assistant|computer|siri|alexa|google|ai|ia|asistente|gpt|chatgpt|robot|programa|maquina|copilot)',
  ].join('|'),
);

const SUMMARY =
  '(?:resumen|informe|historial?|historia|ficha|expediente|nota|registro|conditions|record|list|lista|summary|chart|note|notes|file|diagnos[ei]s|diagnosticos|condiciones|enfermedades|report|transcript)';

/** The same, but such as a clinician may say in earnest to who writes the note. */
const TO_THE_SCRIBE = word(
  [
    "(?<!(?:i|we|they|he|she|would|'d|not|n't|did|do) )(?:write|say|report|output|note|record|state|print|list|put|jot|mark)(?: it| this| me| him| her)?(?: down)? (?:that|in the|on the|only|as)",
    `add .{1,40} to (?:the|my|this) ${SUMMARY}`,
    '(?:please|kindly) (?:say|state|tell them|put down|mark) (?:that )?(?:i|he|she|we|they) ',
    'please (?:document|record|note|write|add|list|include|code|put|log)',
    'por favor,? (?:anot|registr|incluy|pon|escrib|agreg|anad|document|apunt)\\p{L}*',
    '(?:pon|pone|ponga|anota|anote|apunta|apunte|agrega|agregue|escribe|escribi|escriba|incluye|inclui|registra|registre|mete)(?:lo|la|me|selo|mela|melo|le)(?= (?:en|como|que))',
    '(?:pon|pone|ponga|anota|anote|apunta|apunte|agrega|agregue|escribe|escribi|escriba|registra|registre)(?:me|le)?(?: (?:ahi|alli|tambien|de paso|nomas|por favor|entonces))* que (?:tengo|soy|tomo|padezco|sufro|estoy)(?= )',
    '(?:the |this |that |your )?(?:assistant|ai|scribe|recorder|software|computer|system|machine|app|bot|program) (?:must|should|has to|needs to|is to|will) (?:now )?(?:document|record|write|note|list|put|add|say|report|include)',
    '(?:el |la |este |esta )?(?:asistente|ia|sistema|ordenador|computadora|programa|grabadora|aplicacion|app|maquina|robot) (?:debe|tiene que|ha de|debera) (?:documentar|registrar|escribir|anotar|apuntar|poner|incluir|decir)',
    '(?:modo|mode) (?:administrador|admin|desarrollador|root|dios|depuracion)|(?:admin|administrator|developer|debug|god) mode',
    '(?:registra|registre|anota|anote|documenta|documente|escribe|escriba|apunta|record|log|register|document) (?:\\p{L}+[ ,]+){1,6}(?:como|as) (?:an? )?(?:diagnosticos?|diagnos[ei]s|confirmad|confirmed)',
    'you must (?:write|say|report|output|add|include|list|answer|respond)',
    'respond (?:only|with)',
    'the diagnosis (?:is|should be|must be)',
    '(?:escrib|anad|inclu|respond|pon|anot|report|registr|agreg|apunt|met|guard)\\p{L}+ (?:en el (?:resumen|informe|historial)|que (?:el|la|tengo|tiene|soy|es|padezco|sufro|tomo)|solo|unicamente|.{1,40} a las? (?:enfermedades|lista|condiciones|historia|diagnosticos))',
    `(?:escrib|anad|inclu|pon|anot|registr|agreg|apunt|met|guard)\\p{L}+ (?:\\p{L}+ ){0,3}(?:al|en el|a la|en la|a mi|en mi) ${SUMMARY}`,
    'deb(?:es|e) (?:decir|escribir|poner|responder|anadir|incluir|agregar)',
  ].join('|'),
);

/** Nobody is ill in a test of the microphone. */
const SOUND_CHECK = word(
  '(?:prueba|test|testeo|chequeo|comprobacion)(?: de)?(?: (?:el|la|del?|de))* (?:microfono|micro|audio|sonido|grabacion|grabadora|dictado|voz)|probando,? (?:probando|uno|1|el (?:micro|audio|dictado))|(?:uno|1),? (?:dos|2),? (?:tres|3),? probando|(?:esto|eso|todo) (?:se borra|lo borro|hay que borrarlo|no cuenta)|testing,? (?:testing|one|1)|(?:mic|microphone|sound|dictation) (?:test|check)|(?:say|diga|di|digan) (?:something|anything|whatever|algo|cualquier cosa)(?![\\p{L}])[^.?!]{0,40}[:,]',
);

/** A line that poses as another voice of the machine's. */
const POSES =
  /^\s*(?:(?:system|sistema|assistant|asistente|developer|user|instruction|instruccion|prompt|override)|(?:instruccion|instruction|orden|order|mensaje|message|aviso|notice|nota|note|prompt|command|comando|directiva|directive)(?:es|s)? (?:del?|para|al?|of|for|from|to)(?: (?:el|la|los|the|your|tu))? (?:sistema|system|modelo|model|asistente|assistant|ia|ai|llm|bot|robot|programa|software|administrador|admin|desarrollador|developer|usuario|user|motor|engine)|(?:system|model|assistant|ai|admin|developer) (?:instruction|message|prompt|order|note|notice|override|command)s?)\s*:/;
/** What opens as a message to a machine does, whatever it says. */
const A_MESSAGE =
  /^\s*(?:<\/?(?:system|sys|instructions?|prompt|assistant|admin|developer|override|user|ai|llm|cmd|command)(?![\p{L}])|<<sys>>|<\||\[inst\]|(?:#{2,}|-{3,}|={3,}|\*{3,}|%{2,})\s*(?:begin |start |new |end of )?(?:system|instructions?|assistant|prompt|admin|developer|override|user|ai)(?![\p{L}]))/u;

const MARKS: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['/*', '*/'],
  ['{{', '}}'],
  ['[[', ']]'],
  ['<script', '</script'],
];

/** Hidden in a comment or a markup that people don't see: no part of the note. */
export function isEnclosed(read: ReadSegment, mention: Span): boolean {
  if (!occursIn(MARKED, read)) return false;
  const { text } = read.segment;
  return MARKS.some(([open, close]) => {
    const from = text.lastIndexOf(open, mention.start);
    return from >= 0 && text.lastIndexOf(close, mention.start) < from;
  });
}

/** What is set apart from the words around it as no speech is: `<<SYSTEM: ...>>`. */
const SET_APART =
  /<<sys>>.*?(?:<<\/sys>>|$)|<\|[^|>]*\|>.*?(?:<\|[^|>]*\|>|$)|<<[^>]*>>|\{\{[^}]*\}\}|\[\[[^\]]*\]\]|<([a-z][\w-]*)[^>]*>.*?<\/\1\s*>|\[inst\].*?(?:\[\/inst\]|$)|\[(?:system|inst|assistant|admin|override|prompt|ai|to ai|note to)[^\]]*\]|(?:^|\n|(?<=[\s.]))(?:#{2,}|-{3,}|={3,}|\*{3,}|%{2,})\s*(?:begin |start |new |end of )?(?:system|instructions?|assistant|prompt|admin|developer|override|user|ai)(?![\p{L}])(?:(?: (?:prompt|message|note|text|instructions?))?\s*(?:#{2,}|-{3,}|={3,}|\*{3,}|%{2,}))?.*?(?:(?:#{2,}|-{3,}|={3,}|\*{3,}|%{2,})(?:\s*end[^\n#=*%-]{0,30}(?:#{2,}|-{3,}|={3,}|\*{3,}|%{2,}))?|\n|(?<=[.!?])(?=\s)|$)|`{3}.*?(?:`{3}|$)/gsu;

/** Characters that such a piece begins with: few turns hold any. */
const MARKED = /[<{[`|]|\/\*|[#=*%-]{2}/;

/** A mention within such a piece that holds an order. */
export const isSetApart = (turn: string, mention: Span): boolean =>
  MARKED.test(turn) &&
  hits(SET_APART, turn).some(
    ({ start, end }) => start < mention.end && end > mention.start && isOrder(turn.slice(start, end)),
  );

/** Whether a sentence, or the short turn around it, is an order to whoever makes the summary. */
export function isInstruction(turn: string, { start, end }: Span, clinician: boolean): boolean {
  const told = turn.slice(0, end);
  const open = MARKED.test(told) ? told.replace(SET_APART, (apart) => ' '.repeat(apart.length)) : told;
  const sentence = open.slice(start);
  const near = open.length < 400 ? open : sentence;
  if (near.length < 400 && has(SOUND_CHECK, near)) return true;
  return isOrder(near) || (!clinician && has(TO_THE_SCRIBE, sentence));
}

const isOrder = (text: string): boolean =>
  A_MESSAGE.test(text) ||
  POSES.test(text.replace(/^[\s<{[(#=*~_-]+/, '')) ||
  /[{[]\s*"\w+"\s*:/.test(text) ||
  has(TO_THE_MACHINE, text);
