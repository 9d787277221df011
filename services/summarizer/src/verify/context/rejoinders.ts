import { type Reading, type ReadSegment, type Span, sentencesAfter, within } from '../reading.ts';
import { answerOf } from './answers.ts';
import { whole } from './cues/words.ts';
import * as cues from './experiencers.ts';
import { isQuestion } from './is-question.ts';
import { has, occursIn } from './patterns.ts';

export type Rejoinder = 'ended' | 'retracted' | 'figurative' | 'other' | null;

/** "That's Mum's", "those are my husband's", "Mum's got that": whose it is after all. */
const THAT_IS =
  /^\W*(?:(?:oh|no|ah|uh|um|er|well|sorry|actually|wait|hang on|hold on|ay|perdon)[\s,.…]+)*(?:that|it|this|those|they|these|eso|esa|ese|esas|esos|es|son)(?: (?:tablets?|pills?|ones?|results?|medicines?|things?|pastillas|resultados))?(?: ?'s| ?'re| is| are| was| were|'ll be| will be| would be|'d be)? (?:es |son |era |eran |de |del )*(?:about |for |from )?((?:\p{L}+ ){0,2}?\p{L}+(?:'s?)?)(?![\p{L}])(?=\s*(?:[.,;!?]|$)|\s+(?:not|i|you|she|he|we|who)(?![\p{L}])|'s)/u;
const HAS_THAT =
  /^\W*(?:(?:oh|no|ah|well|sorry)[\s,.…]+)*((?:my |our |the )?\p{L}+)(?: ?'s got| has| had| takes| is the one with| is the one who has) (?:that|it|those|them|the)(?![\p{L}])/u;
const NOT_MINE = /^(?:his|hers|theirs|not mine|not me|suy[oa]|de (?:el|ella))$/u;
/** "No, sorry, that's his twin", "I'm thinking of her sister". */
const SOMEBODY_MEANT =
  /(?<![\p{L}])(?:no|sorry|wait|perdon|espere?|actually|hang on|hold on)[\s,.…]+(?:(?:no|sorry|wait|actually|perdon)[\s,.…]+)*(?:(?:that|it|this)(?: ?'s| is| was) |i ?'m (?:thinking|talking) of |i (?:was )?(?:mean|meant|thinking of) |eso (?:es|era) |(?:ese|esa|este|esta) (?:es|era) )((?:\p{L}+ ){0,2}\p{L}+)/u;

/** "My brother's got the same", "my grandad had that!": as well. */
const SHARES =
  /^\W*(?:(?:oh|ah|well|funny|really)[\s,.…]+)*my (?:\p{L}+ ?'?s? )?\p{L}+(?: ?'s got| has| had| was) (?:the same|that|it|one)(?: (?:too|as well|an' all))?\s*[.!]/u;

/** The clinician had somebody else's papers. */
const WRONG_PAPERS = whole(
  [
    "(?:wrong|somebody else ?'?s|someone else ?'?s|another (?:patient|person|lady|man|woman|gentleman) ?'?s|the (?:last|previous|next|other) (?:patient|person|lady|man|woman|gentleman|chap) ?'?s|(?:mr|mrs|ms|miss|dr|old) \\p{L}+ ?'?s) (?:\\p{L}+ )?(?:notes?|charts?|files?|records?|results?|letters?|screens?|pages?|tabs?|scans?|x-?rays?|bloods|patient|person|name|one|folder|paperwork|history)",
    '(?:looking at|reading|opened|open|got|have) (?:up )?the wrong (?:\\p{L}+)',
    '(?:me he )?(?:equivocado|confundido) de (?:paciente|historia|ficha|expediente|hoja|pantalla)',
    '(?:historia|ficha|expediente|hoja|informe|pantalla|analitica) (?:equivocad[oa]|de (?:otr[oa]|la senora|el senor|don|dona) ?\\p{L}*)',
  ].join('|'),
);

/** It was not meant: said afterwards by who said it. */
const IN_JEST = whole(
  [
    "(?:i ?'?m |i was |was |we ?'?re |he ?'?s |she ?'?s )?(?:just |only |merely )(?:messing|kidding|joking|teasing|pulling your leg|having you on|winding you up|having a laugh|taking the mick\\p{L}*|testing you)(?: about| around)?",
    "i ?'?m (?:messing|kidding|joking|teasing|pulling your leg|having you on|winding you up)(?: about| around| with)?",
    'pulling your leg|having you on|winding you up|got you there|had you going|april fool',
    '(?:es|era) (?:una )?(?:broma|guasa|coña)|(?:estoy|estaba) (?:de broma|bromeando|de guasa)|le (?:estoy|estaba) tomando el pelo|te (?:estoy|estaba) tomando el pelo',
  ].join('|'),
);

/** The words came out wrong. */
const MUDDLED = whole(
  [
    '(?:got|get|getting|had) (?:my|the|all my) (?:words?|terms?|names?) (?:all )?(?:in a (?:muddle|mess|tangle)|mixed up|muddled(?: up)?|wrong|confused|backwards?|twisted)',
    '(?:it|that)(?: just| all)? (?:came|comes) out (?:all )?wrong|wrong word|slip of the (?:tongue|pen|keyboard)|i misspoke|misspoke|said (?:it|that) wrong|said the wrong (?:thing|word|one)|wrote the wrong (?:thing|word|one)',
    '(?<!i )(?<!always |often |to |keep |and |will )(?:scratch|strike|delete|erase|cross out|disregard|forget|ignore) (?:that|the last (?:bit|line|sentence|one)|what i (?:just )?said|i (?:just )?said that)',
    '(?:dictated|typed|recorded|documented|noted|transcribed|added|put) (?:in|by) (?:error|mistake|accident)',
    '(?:please )?(?:disregard|ignore|delete|strike|omit|remove)(?: (?:that|this|the above|above|it|the previous|the last|last|previous)(?: (?:line|sentence|entry|bit|part|paragraph|statement|diagnosis))?)?(?=\\s*[,.;!]|\\s*$)',
    "(?:what )?i (?:actually |really )?meant(?: to say| to write| was)?[,:]? (?!(?:to|that|it|the|you|by|no|for|well)(?![\\p{L}]))\\p{L}+|i take (?:it|that) back|not what i (?:meant|mean)|did ?n['o]?t mean (?:that|to say that)|meant to say (?:something else|the other)",
    'me (?:equivoque|confundi|lie) (?:de|con (?:la|el|las|los)) (?:palabra|nombre|termino)s?|me he (?:equivocado|confundido|liado) (?:de|con (?:la|el|las|los)) (?:palabra|nombre|termino)s?|(?:borra|borre|tacha|tache|olvida|olvide) (?:eso|lo ultimo|lo que (?:he dicho|dije))',
  ].join('|'),
);
const OF_A_SIDE_OR_NUMBER = /^[^.?!]{0,60}(?<![\p{L}])(?:left|right|izquierd[oa]|derech[oa]|\d+)(?![\p{L}])/u;

/** A question after how it is now, that names nothing: "And these days?" */
const NOW =
  /(?<![\p{L}])(?:these days|nowadays|now|today|currently|at the moment|at present|since|since then|lately|recently|any ?more|still|ahora|hoy|actualmente|ultimamente|desde entonces|todavia|aun|sigue)(?![\p{L}])/u;

const SOMETHING_ELSE =
  /(?<![\p{L}])(?:any(?:thing|one|body)?(?! ?more)|else|other|new|worse|better|chang\p{L}+|spread|worr\p{L}+|questions?|alg\p{L}+|otr[oa]s?|mas)(?![\p{L}])/u;

/** Segments over which what was said may still be taken back. */
const SOON = 3;
/** Words of a question that only asks on: "And now?", "Do you still get it at all?" */
const SHORT = 5;
const STILL = 8;

/** What is made of a mention after its sentence: by its own speaker, or by the one who hears it. */
export function rejoinderTo(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): Rejoinder {
  const own = bySpeaker(read, sentence, mention);
  if (own !== null) return own;
  const later = reading.segments.slice(read.index + 1, read.index + 1 + SOON);
  if (read.segment.speaker === 'clinician') {
    if (later.some((one) => one.segment.speaker === 'clinician' && occursIn(WRONG_PAPERS, one))) return 'retracted';
    if (occursIn(WRONG_PAPERS, read) && WRONG_PAPERS.test(read.folded.slice(mention.end))) return 'retracted';
  }
  const next = later[0];
  if (next === undefined || next.segment.speaker === read.segment.speaker) return null;
  const isLast = read.sentences.at(-1)!.start - sentence.end < 60;
  if (read.segment.speaker !== 'patient' && isLast && (isSomebodys(next.folded) || isNamed(next.segment.text)))
    return 'other';
  if (read.segment.speaker === 'clinician') return null;
  const after = later[1];
  if (after === undefined || after.segment.speaker !== read.segment.speaker) return null;
  if (IN_JEST.test(after.folded.slice(0, 120))) return 'figurative';
  const asked = next.folded;
  const short =
    asked.trim().split(/\s+/).length <=
    (/(?<![\p{L}])(?:still|todavia|aun|sigue)(?![\p{L}])/u.test(asked) ? STILL : SHORT);
  if (next.segment.speaker !== 'clinician' || !short || next.terms().length > 0) return null;
  if (!isQuestion(asked, true) || !NOW.test(asked) || SOMETHING_ELSE.test(asked)) return null;
  return answerOf(after.folded) === 'no' ? 'ended' : null;
}

/** The rest of the sentence, and the next: a jest, another person, a muddle of words. */
function bySpeaker(read: ReadSegment, sentence: Span, mention: Span): Rejoinder {
  const next = sentencesAfter(read, sentence, 2);
  const rest = read.folded.slice(mention.end, next.at(-1)?.end ?? sentence.end);
  if (occursIn(IN_JEST, read) && IN_JEST.test(rest)) return 'figurative';
  const meant = occursIn(SOMEBODY_MEANT, read) ? SOMEBODY_MEANT.exec(rest) : null;
  const listed = (at: number): boolean =>
    within(read.terms(), { start: mention.end, end: mention.end + at }).length > 0;
  if (meant !== null && meant.index < 60 && isPerson(meant[1]!) && !listed(meant.index)) return 'other';
  return muddled(read, sentence, mention);
}

/** "Delete vertigo", "take out the asthma": told to whoever types. */
const DELETED =
  /(?<![\p{L}])(?:delete|erase|remove|strike(?: out)?|scratch|cross out|take out|leave out|omit|borra|borre|tacha|tache|elimina|elimine)(?: (?:the|that|word|line|bit|sentence|about|el|la|lo|de|palabra))* ["'“”]?$/u;

/** "Complains of dizziness. Strike dizziness." */
function isDeletedLater(read: ReadSegment, mention: Span): boolean {
  const name = read.folded.slice(mention.start, mention.end);
  const rest = read.folded.slice(mention.end, mention.end + DELETED_WITHIN);
  const again = rest.indexOf(name);
  return again >= 0 && DELETED.test(rest.slice(0, again));
}
const DELETED_WITHIN = 120;

function muddled(read: ReadSegment, sentence: Span, mention: Span): Rejoinder {
  if (read.segment.speaker !== 'patient' && DELETED.test(read.folded.slice(sentence.start, mention.start).slice(-50)))
    return 'retracted';
  if (read.segment.speaker !== 'patient' && isDeletedLater(read, mention)) return 'retracted';
  const [next] = sentencesAfter(read, sentence, 1);
  const rest = read.folded.slice(mention.end, next?.end ?? sentence.end);
  const found = occursIn(MUDDLED, read) ? MUDDLED.exec(rest) : null;
  if (found === null) return null;
  const after = mention.end + found.index;
  const instead = within(read.terms(), { start: after, end: after + 60 })[0];
  const meant = rest.slice(found.index, instead === undefined ? undefined : instead.start - mention.end);
  if (OF_A_SIDE_OR_NUMBER.test(meant)) return null;
  return read.terms().some(({ start }) => start >= mention.end && start < mention.end + found.index)
    ? null
    : 'retracted';
}

function isSomebodys(reply: string): boolean {
  const head = reply.slice(0, 90);
  const found = THAT_IS.exec(head) ?? HAS_THAT.exec(head);
  if (SHARES.test(head)) return false;
  return found !== null && (isPerson(found[1]!) || NOT_MINE.test(found[1]!));
}

/** "That was Rohan!": by name. */
const isNamed = (reply: string): boolean =>
  /^\W*(?:(?:\p{L}+[,.!…]+\s*){0,3}?)(?:[Tt]hat|[Ii]t|[Ee]so|[Ee]s[ae])(?: was|'s| is| fue| era| es) (?!I\b|Mr|Dr|Covid|God|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\p{Lu}\p{Ll}+(?=\s*[,.!]|,? not\b|,? no\b)/u.test(
    reply,
  );

const isPerson = (words: string): boolean => {
  const plain = words.replace(/'s?$/, '');
  return (has(cues.KIN.en, plain) || has(cues.OTHERS, plain)) && !/^(?:i|you)(?![\p{L}])/u.test(plain);
};
