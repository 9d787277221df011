import { type Reading, type ReadSegment, type Span, sentencesAfter } from '../reading.ts';
import { answerOf } from './answers.ts';
import { isQuestion } from './is-question.ts';

/** What is said in reply to a question. */
export interface Reply {
  /** Index of the segment that it begins in. */
  readonly at: number;
  /** Folded. */
  readonly text: string;
  readonly raw: string;
  /** No other question stands between. */
  readonly direct: boolean;
}

export function replyAfter(reading: Reading, read: ReadSegment, sentence: Span): Reply | null {
  const rest = sentencesAfter(read, sentence, 12);
  const recapped = recaps(read.folded.slice(sentence.start, sentence.end));
  let direct = true;
  for (const span of rest) {
    const text = read.folded.slice(span.start, span.end);
    if (isQuestion(text, read.segment.speaker === 'clinician')) {
      if (recapped || !continues(text)) direct = false;
      continue;
    }
    if (
      answerOf(text) !== 'none' &&
      (read.segment.speaker === 'unknown' || read.segment.speaker === 'other' || !direct || span === rest[0])
    ) {
      if (read.segment.speaker !== 'clinician' || answersOneself(text))
        return {
          at: read.index,
          text: read.folded.slice(span.start),
          raw: read.segment.text.slice(span.start),
          direct,
        };
    }
  }
  for (let i = read.index + 1; i < Math.min(reading.segments.length, read.index + 4); i += 1) {
    const next = reading.segments[i]!;
    if (next.segment.speaker === read.segment.speaker && read.segment.speaker !== 'unknown') {
      if (next.sentences.some((span) => isQuestion(next.folded.slice(span.start, span.end), true))) direct = false;
      continue;
    }
    if (/^[\s\W]*(?:(?:uh+|um+|mm+|hmm+|okay|ok|so|eh|ah|bueno|pues)[\s\W]*)*$/.test(next.folded)) continue;
    return { at: i, text: next.folded, raw: next.segment.text, direct };
  }
  return null;
}

/** "You feel a little tired? Any other medical issues?": what was recalled is not what the answer is for. */
const recaps = (question: string): boolean =>
  /(?<![\p{L}])you(?:'ve|'re)? (?:feel|felt|have|are|had|get|got|were|said|mentioned)(?![\p{L}])/u.test(question) &&
  !/(?<![\p{L}])(?:(?:do|did|have|are|were|had|can|does|is|was) (?:you|it|there|your)|any|what|how|when|where)(?![\p{L}])/u.test(
    question,
  );

/** "Any fever? Chills? Any sort of rash at all?" is one list; "Any fever? Do you smoke?" is two questions. */
const continues = (question: string): boolean =>
  question.trim().split(/\s+/).length <= 4 ||
  /^[\s,]*or\s/.test(question) ||
  /^[\s,]*(?:(?:or|and|and no|y|o)\s+)?(?:any|algun|alguna)\s(?!(?:chance|idea)\b)/.test(question);

/** A clinician who dictates: "Fever? No." */
const answersOneself = (text: string): boolean =>
  /^\s*(?:no|yes|si|none|negative|negativo|niega)\s*[.,]?\s*$/.test(text);
