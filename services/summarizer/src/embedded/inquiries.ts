import type { Found } from './findings.ts';
import { type Line, wordAt } from './reading.ts';

const POINTS =
  /^(i|my|me|mine|we|our|us|he|she|his|her|it|this|that|these|those|still|tengo|tuve|estoy|mi|mis|yo|noto|siento|llevo|tomo|mio|mia|esto|eso|este|esta|estos|estas|ese|esa|esos|esas|su|sus|tiene|tenga|nos|sera|seran|todavia|sigue)$/;
const OWNED = /^(i|my|tengo|tuve|mi|mis)$/;
const ASKS =
  /^(what|how|why|can|could|does|do|is|are|will|would|when|where|which|who|should|que|como|por|puede|pueden|es|son|da|dan|cuando|cual|cuanto|hace|sirve|cura|contagia)$/;

/** `What is lupus?`, `¿cómo se contagia la sarna?` from the patient: of the disease in anybody, not of his own. */
export function asksOfAnybody(line: Line, { from, to }: Found): boolean {
  const { speaker } = line.segment;
  if (!line.question || (speaker !== 'patient' && speaker !== 'other')) return false;
  let asks = 0;
  for (let i = line.from; i < from; i += 1) {
    if (POINTS.test(wordAt(line, i))) return false;
    if (ASKS.test(wordAt(line, i))) asks += 1;
  }
  for (let i = to; i < line.to; i += 1) {
    if (OWNED.test(wordAt(line, i))) return false;
    if (ASKS.test(wordAt(line, i))) asks += 1;
  }
  return asks > 0;
}
