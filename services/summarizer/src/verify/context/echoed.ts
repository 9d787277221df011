import type { Reading, ReadSegment, Span } from '../reading.ts';

/** What to do should something come: a condition and where to turn. */
const WARNS =
  /(?<![\p{L}])(?:if|unless|should|si|cualquier|en caso de|signos de alarma|red flags?|warning signs?)(?![\p{L}])/u;
const TURN_TO =
  /(?<![\p{L}])(?:999|111|911|112|a ?(?:&|and) ?e|er|emergency|ambulance|hospital|urgencias|guardia|emergencias|straight (?:back|in|to)|same day|come (?:back|in)|ring|call|phone|vuelva|venga|acuda|llame|vaya|me llama|vuelve|ven|regrese)(?![\p{L}])/u;
/** Tells of what is: no repeating of what was told. */
const TELLS =
  /(?<![\p{L}])(?:i|i'm|i've|my|me|mine|he|she|we|already|now|today|have|had|got|been|was|yo|tengo|tenia|me|mi|mis|ya|ahora|hoy|noto|siento|estoy|llevo|he|le|tiene|it's|it is|still|at the (?:minute|moment)|todavia|sigue|sigo|de momento)(?![\p{L}])/u;
/** Longer turns tell more than they repeat, code units. */
const LONGEST = 140;

/**
 * "If you can't pee or the foot starts dropping, A and E." "Can't pee, foot dropping. A and E.": what the patient repeats
 * of the clinician's warnings is no complaint.
 */
export function isEchoed(reading: Reading, read: ReadSegment, sentence: Span): boolean {
  if (read.segment.speaker === 'clinician' || read.segment.speaker === 'unknown') return false;
  if (read.folded.length > LONGEST || TELLS.test(read.folded.slice(sentence.start, sentence.end))) return false;
  const told = reading.segments[read.index - 1];
  if (told?.segment.speaker !== 'clinician' || told.folded.trimEnd().endsWith('?')) return false;
  return WARNS.test(told.folded) && TURN_TO.test(told.folded);
}
