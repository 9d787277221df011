import type { ReadSegment, Span } from '../reading.ts';

const WORDS =
  'n/?a|n\\.a\\.|n/?k|tbc|tba|tbd|pending|blank|left blank|empty|unknown|not (?:known|asked|recorded|documented|assessed|applicable|filled(?: in)?|completed?|discussed|stated|available|done|yet (?:asked|known|recorded))|to (?:be )?(?:complete|completed|fill(?:ed)?(?: in)?|ask|asked|confirm|confirmed|follow|be asked)|see (?:below|over|overleaf)|y(?:es)? ?/ ?n(?:o)?(?: ?/ ?(?:n/?a|unknown))?|n(?:o)? ?/ ?y(?:es)?|pendientes?(?: de \\p{L}+)?|(?:sin|por) (?:rellenar|completar|datos|definir)|no (?:consta|recogido|valorado)|si ?/ ?no|s ?/ ?n|xx+';
/** What stands in a field that nobody filled: strokes, dots, an empty box, or words that say so. */
const EMPTY = `(?:/ ?\\d+(?!\\d)|[º°] ?c(?![\\p{L}])|(?:mm ?hg|lpm|rpm|kg)(?![\\p{L}])|[_.·…–—-]{2,}|[_…–—]|\\[(?:[\\s_.…]*|[-–—]{2,})\\]|\\((?:[\\s_.…]*|[-–—]{2,})\\)|\\{+[^{}]{0,40}\\}+|<{1,2}[\\w ]{0,40}>{1,2}|%{1,2}[\\w.]{1,40}%{1,2}|\\$\\{?[\\w.]{1,40}\\}?|@\\w{2,40}@?|<[\\s_]*>|[☐□]|\\?{2,}|\\*{3,}|\\[(?:${WORDS}|insert[^\\]]{0,40}|enter[^\\]]{0,40}|describe[^\\]]{0,40}|details?|text|value|free text|select[^\\]]{0,40}|yes/no)\\]|\\((?:${WORDS})\\)|(?:${WORDS})(?![\\p{L}\\p{N}]))(?: ?/ ?\\d+)?`;
/** Another field, the end of the line, or the end of what is said of this one. */
const NEXT = `(?=\\s*(?:$|\\n|[.;,|/]|[☐□]|\\[|\\p{L}+ \\(|[\\p{L}][\\p{L} /()-]{0,40}(?::|[_…☐□[]|\\.{3,}|--)))`;
const FIELD = '(?: \\p{L}+){0,3}?(?: ?\\([^)\\n]{0,30}\\))?';
/** Between a heading and what is written there: the colon, or only strokes. */
const UNFILLED = new RegExp(
  `^${FIELD}(?:[ \\t]*[:=]\\s*|[ \\t]*\\?[ \\t]*|[ \\t]*[–—-][ \\t]+(?=[_[(☐□])|[ \\t]+(?=[_[(☐□])|(?=_{2,}))${EMPTY}${NEXT}`,
  'u',
);
/** The filler itself, taken for what one is allergic to. */
const IS_FILLER = new RegExp(`^(?:${WORDS})$`, 'u');
/** `Headache ........`: after a list three dots only go on. */
const DOTTED = new RegExp(`^${FIELD}[ \\t]*(?:\\.{4,}|…{2,})${NEXT}`, 'u');
/** Where a field may begin. */
const AT_A_FIELD = /(?:^|[\n:]|[._…]{2,}|\p{L}\.)\s*(?:\p{L}+ )?$/u;

/** `Chest pain:` and then nothing: the line ends, or the next heading follows. */
const LEFT_EMPTY =
  /^(?: \p{L}+){0,3}?(?: ?\([^)\n]{0,30}\))?[ \t]*:[ \t]*(?:[.,](?=\s|$)|[|;]|$|\n\s*(?:$|\n|[\p{L}][\p{L} /()-]{0,40}:))/u;
/** Headings in a row with nothing between them: `Cough: Fever: Allergies:`. */
const NO_ROOM = /^(?: \p{L}+){0,3}?[ \t]*:[ \t]*(?:[\p{L}][\p{L}/-]*[ \t]+){0,2}[\p{L}][\p{L}/-]*:/u;
/** An empty box before the word; a ticked one says yes. */
const UNTICKED = /(?:\[[\s_]*\]|\([\s_]+\)|[☐□])[ \t]*(?:\p{L}+[ \t]+){0,2}$/u;
/** Items of one line behind such a box: `[ ] Nausea / vomiting`. */
const REACH = 60;

const ASKED =
  /(?<![\p{L}])(?:asked|enquired|inquired|queried|preguntad[oa]s?|se (?:le )?pregunt[ao]) (?:re:?|about|regarding|for|por|sobre)[^.\n]*$/u;
const NO_REPLY =
  /^[^.\n]*(?<![\p{L}])(?:(?:no|without|before|awaiting) (?:a |any )?(?:reply|replying|answer|answering|response)|(?:line|call) (?:dropped|cut|lost|went dead|ended)|hung up|cut off|(?:did|could) not (?:reply|answer|respond)|sin respuesta|no (?:contesta|responde|contesto|respondio)|se (?:corto|corta)|colgo|guarda silencio|cambia de tema|no quiere (?:hablar|contestar|responder)|(?:remains?|stays?|stayed|remained) silent|changes? the subject|declined? to answer|(?:would|will) not (?:say|answer|discuss))(?![\p{L}])/u;

/** "Asked re chest pain, line dropped before reply." */
const isUnreplied = (read: ReadSegment, mention: Span): boolean =>
  ASKED.test(read.folded.slice(Math.max(0, mention.start - 160), mention.start)) &&
  NO_REPLY.test(read.folded.slice(mention.end, mention.end + 160));

/** Whether a mention is a field of a form that nobody filled in: what a template asks for was not found. */
export function isUnfilled(read: ReadSegment, mention: Span): boolean {
  const { speaker } = read.segment;
  if (speaker !== 'unknown' && speaker !== 'clinician') return false;
  if (isUnreplied(read, mention)) return true;
  const rest = read.folded.slice(mention.end, mention.end + REACH + 40);
  if (
    /:\s*$/.test(read.folded.slice(Math.max(0, mention.start - 3), mention.start)) &&
    IS_FILLER.test(read.folded.slice(mention.start, mention.end))
  )
    return true;
  if (UNFILLED.test(rest) || LEFT_EMPTY.test(rest)) return true;
  const before = read.folded.slice(Math.max(0, mention.start - REACH), mention.start);
  if (UNTICKED.test(before) || (DOTTED.test(rest) && AT_A_FIELD.test(before))) return true;
  return NO_ROOM.test(rest) && /(?:^|[:\n.])\s*(?:\p{L}+[ \t]+){0,2}$/u.test(before);
}
