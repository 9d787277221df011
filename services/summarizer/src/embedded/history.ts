import type { Candidate } from './candidate.ts';
import { stopOf } from './left-off.ts';
import { type Line, said, textBetween, wordAt } from './reading.ts';

const LINK = new Set(
  'de of del la el los las a an the un una : personales personal medica medical significant for past'.split(' '),
);
const REMOTE =
  /\b(years? ago|(19|20)\d\d|childhood|child|kid|infancia|joven|nin[oa]|hace (\w+ ){1,3}anos|pasado|(?<!(?:for|over|during|within) (?:the )?)past(?! (?:\w+ ){0,3}(?:hours?|days?|nights?|weeks?|weekend|months?|fortnight)\b)|previous|previously|previo|previa|once|resolved|resuelt[oa])\b/;

const OVER =
  /^(quitado|quito|ido|rid|over|gotten|recovered|ced|remit|desapar|resol|resuel|gone|went|clear|subsid|stopped|quit|paso|pasado|autolimit|self|got)/;

/** It ended: `que cedió con paracetamol`, `has gone away`. */
function isOver(one: Candidate): boolean {
  return one.grounds.some(({ line, from, to }) => {
    if (to - from > 6 || line !== one.at.line || from === one.at.from) return false;
    for (let i = from; i < to; i += 1) if (OVER.test(wordAt(line, i))) return true;
    return false;
  });
}

const RESOLVED = /\b(?:resolved|resuelt[oa]|superad[oa]|curad[oa])\b/;

const STOPPED =
  /^(stop|quit|used|previous|past|came|off|discontinu|longer|dej|antes|anterior|suspen|retir|interrum|abandon|tomaba|was|prior|formerly)/;

/** `Known COPD`: what is known is there; `known history of` tells of the past. */
function isKnown(line: Line, one: Candidate): boolean {
  const cues = line.cues.filter(
    (cue) => cue.to <= one.at.from && cue.triggers.some(({ category }) => category === 'history'),
  );
  return cues.length > 0 && cues.every((cue) => cue.to - cue.from === 1 && wordAt(line, cue.from) === 'known');
}

/** A medicine of the past, by words that say it was left off; that it was begun long ago says nothing of the kind. */
function isStopped(one: Candidate): boolean {
  return one.grounds.some(({ line, from, to }) => {
    for (let i = from; i < Math.min(to, from + 4); i += 1) if (STOPPED.test(wordAt(line, i))) return true;
    return false;
  });
}

/** Words of history that stand right before the finding belong to what is said of it: `historial de migrañas`. */
function withHistoryWords(line: Line, one: Candidate): void {
  for (const cue of line.cues) {
    if (cue.to > one.at.from || !cue.triggers.some((trigger) => trigger.category === 'history')) continue;
    let i = cue.to;
    while (i < one.at.from && LINK.has(wordAt(line, i))) i += 1;
    if (i === one.at.from) {
      one.textFrom = Math.min(one.textFrom, cue.from);
      return;
    }
  }
}

/**
 * History, once all is known of a finding: what is chronic or recurs keeps its course; a symptom told in the past tense
 * without a remote time is a recent one, so present; a medicine of the past is one that was stopped.
 */
export function settleHistory(line: Line, candidates: readonly Candidate[]): void {
  let remote: boolean | null = null;
  for (const one of candidates) {
    if (
      one.term?.course != null &&
      one.experiencer === 'patient' &&
      (one.assertion === 'present' || one.assertion === 'historical')
    ) {
      one.attributes.status ??= one.term.course;
    }
    if (one.kind === 'medication') {
      const off = stopOf(line, one);
      if (off !== null && (one.assertion === 'present' || one.assertion === 'possible')) {
        one.assertion = 'historical';
        one.grounds.push({ line, ...off });
      }
      if (one.assertion === 'historical' && isStopped(one)) one.attributes.status = 'stopped';
      else if (one.assertion === 'historical') one.assertion = 'present';
      continue;
    }
    if (one.assertion !== 'historical') continue;
    if (RESOLVED.test(textBetween(line, one.at.to, Math.min(line.to, one.at.to + 6))))
      one.attributes.status = 'resolved';
    if (isKnown(line, one)) {
      one.assertion = 'present';
      continue;
    }
    if (one.kind === 'symptom') {
      remote ??= REMOTE.test(said(line, line.from, line.to).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
      const nominal = one.grounds.some(
        (span) =>
          /^(antecedentes?|historial|historia|history|hx|pmh)$/.test(wordAt(span.line, span.from)) ||
          /history/.test(wordAt(span.line, span.to - 2)),
      );
      if (one.attributes.status === 'resolved' || isOver(one)) one.attributes.status = 'resolved';
      else if (!remote && !nominal) {
        one.assertion = 'present';
        continue;
      }
    }
    withHistoryWords(line, one);
  }
}
