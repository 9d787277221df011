import { type Measure, measureIn } from '../language/measures.ts';
import type { Line } from './reading.ts';

/** A measure at tokens of a line, `to` exclusive. */
export interface MeasureAt extends Measure {
  readonly from: number;
  readonly to: number;
}

/** The longest name of a measure that begins at token `at`. */
export function measureAt(line: Line, at: number): MeasureAt | null {
  const found = measureIn(line.segment.text, line.tokens, at, line.to, line.tongues);
  return found === null ? null : { ...found.measure, from: at, to: found.to };
}
