import { type ReadSegment, type Span, within } from '../reading.ts';

const OBJECT =
  '(?: (?:lo de|eso de|la palabra|el termino|lo que dije de|todo lo de|the word|the bit about|la|el|los|las|the))*';
/** Said to a recorder: what is named next was not meant. */
const STRIKES = new RegExp(
  `(?<![\\p{L}])(?:borr(?:a|ar|e|en|o|amos)|tach(?:a|ar|e|en|o|amos)|donde (?:dije|puse|dice|pone|digo)|no pong(?:a|as)|delete|strike|erase|scratch|cross out|where i said)${OBJECT}[\\s:«"“']+$`,
  'u',
);
/** The same words are said of treatments and complaints: they strike out only what was put right in that breath. */
const TAKES_OUT = new RegExp(
  `(?:corrijo|correccion|rectifico|perdon|disculp\\p{L}+|me equivoque|error|correction|sorry|no)[\\s,.:;…]+(?:quit(?:a|ar|e)|suprim(?:e|ir|a)|anul(?:a|ar|e)|descart(?:a|ar|e)|retir(?:a|ar|e)|saca|sacar|elimin(?:a|ar|e|en)|remove|take out|omit|omit(?:e|ir|a))${OBJECT}[\\s:«"“']+$`,
  'u',
);

/** "Por error se consignó", "wrongly recorded as": what follows is not so. */
const IN_ERROR =
  /(?<![\p{L}])(?:(?:por|con) error (?:se |me |le )?(?:ha |habia )?(?:consign|anot|registr|pus|escrib|indic|apunt|inform|figur)\p{L}*|(?:wrongly|mistakenly|erroneously|incorrectly|in error) (?:stated|recorded|listed|documented|noted|said|written|wrote|put|entered|coded|diagnosed)(?: as| with)?)\s+(?:\p{L}+ ){0,3}$/u;

const ERROR_AFTER =
  /^['"”’)]*(?: \p{L}+){0,3}?,? (?:in error|by mistake|erroneously|por error|por equivocacion|(?:was |is )?(?:crossed|struck) (?:out|through)|tachad[oa])(?![\p{L}])/u;

const OF_ANOTHER =
  /(?:belongs?|belonged|pertains?|relates?|refers?|corresponde|correspondia|pertenece|pertenecia|es|era) (?:to|a|de) (?:another|a different|otro|otra) (?:patient|person|paciente|persona)(?![\p{L}])/u;
/** Code units within which an entry is said to be another patient's. */
const ENTRY = 180;

/** "Alérgica a yodo. FE DE ERRATAS: la alergia a yodo corresponde a otra paciente": in one breath, or named again. */
function isOfAnother(folded: string, mention: Span): boolean {
  const next = folded.slice(mention.end, mention.end + ENTRY);
  const found = OF_ANOTHER.exec(next);
  if (found === null) return false;
  const between = next.slice(0, found.index);
  const said = folded
    .slice(mention.start, mention.end)
    .split(/\s+/)
    .find((word) => word.length > 3);
  return !/[.;!?]/.test(between) || (said !== undefined && between.includes(said));
}

/** Code units in which the dictation comes back to its slip. */
const BACK = 90;

const ANY =
  /borr|tach|donde |no pong|quit|suprim|anul|descart|retir|saca|elimin|delete|strike|erase|scratch|cross|where i|remove|take out|omit/;
const striking = new WeakMap<ReadSegment, boolean>();
function mayStrike(read: ReadSegment): boolean {
  const found = striking.get(read) ?? ANY.test(read.folded);
  striking.set(read, found);
  return found;
}

const isStruckAt = (folded: string, at: number): boolean => {
  const before = folded.slice(Math.max(0, at - BACK), at);
  return STRIKES.test(before) || TAKES_OUT.test(before);
};

/** "Cefalea, corrijo, borrar cefalea": both times the word is named it is struck out of what was dictated. */
export function isStruck(read: ReadSegment, mention: Span): boolean {
  if (read.segment.speaker === 'patient' || read.segment.speaker === 'other') return false;
  const { folded } = read;
  if (isOfAnother(folded, mention)) return true;
  if (ERROR_AFTER.test(folded.slice(mention.end, mention.end + BACK))) return true;
  if (IN_ERROR.test(folded.slice(Math.max(0, mention.start - BACK), mention.start))) return true;
  if (!mayStrike(read)) return false;
  if (isStruckAt(folded, mention.start)) return true;
  const said = folded.slice(mention.start, mention.end);
  const again = folded.indexOf(said, mention.end);
  if (again >= 0 && again - mention.end < BACK && isStruckAt(folded, again)) return true;
  const own = within(read.terms(), mention)[0];
  return (
    own !== undefined &&
    within(read.terms(), { start: mention.end, end: mention.end + BACK }).some(
      (other) => other.term.key === own.term.key && isStruckAt(folded, other.start),
    )
  );
}
