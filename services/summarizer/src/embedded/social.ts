import type { Found } from './findings.ts';
import { DETERMINERS, phraseEnd } from './phrases.ts';
import { type Line, said, spanish, textOf, wordAt } from './reading.ts';

const ASKS_WORK =
  /\b((what|which) (do|is|kind of|sort of) .{0,20}(work|job|living|occupation)|(do you|are you) (work|working)|your (job|work|occupation)|for a living|trabaja(s)?|(su|tu) trabajo|a que se dedica|a que te dedicas|de que trabaja|profesion)\b/;
const WORKS = /^(work|working|trabajo|trabajando|trabaja)$/;
const AT_WORK = /^(as|in|at|for|with|de|como|en|para)$/;
const SELF =
  /^(i|'m|am|'ve|been|soy|yo|es|a|she|he|is|'s|patient|paciente|actualmente|currently|now|just|,|y|and|so|si|yes|yeah|no)$/;
const LIVE = /^(live|living|lives|vivo|vive|viviendo)$/;
const ALONE = /^(alone|sol[oa])$/;
const BEEN =
  /^(been|travelled|traveled|travelling|traveling|flew|holiday|trip|viaje|viajado|viajo|estuve|estado|vuelto|volvi|back)$/;
const WENT = /^(went|gone|fui|fuimos|fue)$/;
const ASKS_JOURNEY = /\b(abroad|travel\w*|trips?|holiday|away|viaj\w+|extranjero|fuera)\b/;
const TO = /^(to|from|in|a|de|en|away|on|over|por)$/;
/** Answers to `what do you do?` that name no work. */
const NO_WORK =
  /^(not|no|fine|good|ok|okay|bit|little|lot|sure|working|off|well|very|really|here|able|going|trying|happy|from|just|only|also|so|tired|bien|muy|poco|mucho|aqui|de|en)$/;

const phrase = (line: Line, from: number, most: number): number => {
  let at = from;
  while (DETERMINERS.has(wordAt(line, at))) at += 1;
  const to = phraseEnd(line, at, most);
  return to > at ? to : from;
};

/** `I work as a driver`, `trabajo de albañil`; in answer to what one does also `I'm a jockey`, `soy maestra`. */
function work(line: Line, i: number, asked: boolean): { from: number; to: number } | null {
  if (WORKS.test(wordAt(line, i)) && AT_WORK.test(wordAt(line, i + 1)) && SELF.test(wordAt(line, i - 1) || ',')) {
    const at = wordAt(line, i + 2) === ',' ? i + 3 : i + 2;
    const to = phrase(line, at, 5);
    return to > at && !/^(it|that|this|the|my|it_)$/.test(wordAt(line, to - 1)) ? { from: i, to } : null;
  }
  if (!asked) return null;
  const es = spanish(line);
  const a = es ? wordAt(line, i) === 'soy' : /^('m|am)$/.test(wordAt(line, i)) && /^(a|an)$/.test(wordAt(line, i + 1));
  if (!a) return null;
  const at = es ? i + 1 : i + 2;
  if (NO_WORK.test(wordAt(line, at)) || line.tokens[at]?.kind !== 'word') return null;
  const to = phrase(line, at, 4);
  return to > at ? { from: at, to } : null;
}

/** `Live on my own`, `vivo con mi pareja`. */
function home(line: Line, i: number): { from: number; to: number } | null {
  if (!LIVE.test(wordAt(line, i))) return null;
  if (ALONE.test(wordAt(line, i + 1))) return { from: i, to: i + 2 };
  if (wordAt(line, i + 1) === 'on' && /^(my|your|her|his)$/.test(wordAt(line, i + 2)) && wordAt(line, i + 3) === 'own')
    return { from: i, to: i + 4 };
  if (!/^(with|con)$/.test(wordAt(line, i + 1))) return null;
  const to = phrase(line, i + 2, 5);
  return to > i + 2 ? { from: i, to } : null;
}

/** `Been away to Thailand`, `estuve en Perú`: a journey, by the name of the place. */
function journey(line: Line, i: number, asked: boolean): { from: number; to: number } | null {
  if (!BEEN.test(wordAt(line, i)) && !(asked && WENT.test(wordAt(line, i)))) return null;
  let at = i + 1;
  while (at < i + 5 && TO.test(wordAt(line, at))) at += 1;
  const token = line.tokens[at];
  if (at === i + 1 || token === undefined || at >= line.to || token.shape !== 'cap') return null;
  if (
    /^(a|an|and|e|accident|monday|tuesday|wednesday|thursday|friday|saturday|sunday|dr|doctor|gp|hospital)$/.test(
      token.text,
    )
  )
    return null;
  return { from: i, to: at + 1 };
}

/** Home, work and journeys, as the patient tells them: circumstances of a history, no findings. */
export function socialIn(line: Line, known: readonly { from: number; to: number }[], question: Line | null): Found[] {
  const { speaker } = line.segment;
  const own = speaker === 'patient' || speaker === 'other';
  if (!own && !line.question) return [];
  const asked = question !== null && ASKS_WORK.test(textOf(question));
  const abroad = question !== null && ASKS_JOURNEY.test(textOf(question));
  const out: Found[] = [];
  for (let i = line.from; i < line.to; i += 1) {
    const span = home(line, i) ?? (own ? (work(line, i, asked) ?? journey(line, i, abroad)) : null);
    if (span === null || [...known, ...out].some((one) => one.from < span.to && one.to > span.from)) continue;
    out.push({ ...span, mention: null, kind: 'risk_factor', name: said(line, span.from, span.to) });
    i = span.to - 1;
  }
  return out;
}
