import type { FactKind } from '@clinical/contracts';
import { type Reading, type ReadSegment, type Span, within } from '../reading.ts';

const FELT: ReadonlySet<FactKind> = new Set(['symptom', 'condition']);
/** Words in which an answer only says how much, how often or where. */
const FEW = 4;

/** Begs time, greets, is well, or speaks of something else. */
const NO_ANSWER =
  /(?<![\p{L}])(?:like|como|only|just|solo|solamente|yes|yeah|yep|si|pues|bueno|well|so|fenomenal\p{L}*|genial|estupend\p{L}+|divin\p{L}+|maravill\p{L}+|excelente|fantastic\p{L}*|wonderful|marvellous|amazing|no|not|none|never|nothing|neither|n't|hang|hold|wait|second|sec|moment|minute|sorry|pardon|excuse|let|see|look|listen|question|hello|hi|thanks?|thank|please|doctor|doc|right|fine|ok|okay|good|great|well|normal|clear|perfect|brilliant|lovely|regular|better|gone|same|usual|mother|father|mum|dad|brother|sister|wife|husband|son|daughter|he|she|they|it|that|this|what|why|who|how|i|you|we|un|momento|esper\p{L}*|aguard\p{L}*|contest\p{L}*|perdon|deje\p{L}*|mire|mira|pregunta|hola|gracias|bien|normales|perfecto|mejor|igual|madre|padre|mama|papa|herman[oa]|marido|esposa|el|ella|ellos|eso|esto|que|por|como|nada|nunca|sin|ni|tampoco|maybe|perhaps|depends|depende|quiza\p{L}*)(?![\p{L}])/u;

/** Before a comma a single word may also call somebody: "Kevin, answer the doctor". */
const DEGREE =
  /^(?:slight|slightly|mild|mildly|bad|badly|severe|severely|terrible|terribly|awful|horrible|constant|constantly|drenched|soaked|leve|levemente|liger[oa]|fuerte|constante|intens[oa]|muchisim[oa]|tremend[oa]|horrible)$/u;

/** "¿Sangre en la orina?" "Las encías.": another thing is named, where the finding has its own place. */
const A_PART = /^\s*(?:las?|los?|el|mis?|the|my)\s+\p{L}+\s*$/u;
const HAS_PLACE = /\p{L} (?:en|de|del|por|in|on|of|from)(?: (?:el|la|los|las|the|your))? \p{L}/u;

/** "Any tremor?" "Slight, when I hold a cup.": a few words that only say of the finding how it is. */
export function tellsHowMuch(
  reading: Reading,
  read: ReadSegment,
  mention: Span,
  reply: { at: number; text: string },
): boolean {
  if (within(read.terms(), mention).every(({ term }) => !FELT.has(term.kind))) return false;
  const answer = reading.segments[reply.at]!;
  if (answer === read || answer.segment.speaker === 'clinician' || answer.segment.speaker === 'unknown') return false;
  const first = /^[^.!?…,;]*/.exec(reply.text)![0];
  const words = first.trim().split(/\s+/);
  if (A_PART.test(first) && HAS_PLACE.test(read.folded.slice(mention.start, mention.end))) return false;
  if (words.length > FEW || words[0] === '' || /^\s*\?/.test(reply.text.slice(first.length))) return false;
  if (words.length === 1 && reply.text[first.length] === ',' && !DEGREE.test(words[0]!)) return false;
  return !NO_ANSWER.test(first) && within(answer.terms(), { start: 0, end: first.length }).length === 0;
}
