import type { FactKind } from '@clinical/contracts';
import type { Reading, ReadSegment, Span } from '../reading.ts';
import { asked, deniedAtOnce } from './asked.ts';
import { careAskedFor, careTold } from './care-told.ts';
import { lookAt } from './look.ts';
import { noFinding } from './no-finding.ts';
import type { Observation } from './observed.ts';
import { stated } from './stated.ts';

/** Reads the context of a mention on its own: sentence, question and answer, and whose it is. The first that speaks decides. */
export function observe(reading: Reading, read: ReadSegment, mention: Span, kind: FactKind): Observation {
  const look = lookAt(reading, read, mention, kind);
  return noFinding(look) ?? careTold(look) ?? deniedAtOnce(look) ?? careAskedFor(look) ?? asked(look) ?? stated(look);
}
