import type { FactKind } from '@clinical/contracts';
import type { Reading, ReadSegment, Span } from '../reading.ts';
import { asked, deniedAtOnce } from './asked.ts';
import { careAskedFor, careTold } from './care-told.ts';
import { type Look, lookAt } from './look.ts';
import { noFinding } from './no-finding.ts';
import type { Observation } from './observed.ts';
import { stated } from './stated.ts';

/** Reads the context of a mention on its own: sentence, question and answer, and whose it is. The first that speaks decides. */
export function observe(reading: Reading, read: ReadSegment, mention: Span, kind: FactKind): Observation {
  const known = observed.get(read) ?? new Map<string, Observation>();
  observed.set(read, known);
  const key = `${kind} ${mention.start} ${mention.end}`;
  const made = known.get(key) ?? observeAnew(lookAt(reading, read, mention, kind));
  known.set(key, made);
  return made;
}

/** What was observed of a mention: another fact, and the search for omissions, ask of it again. */
const observed = new WeakMap<ReadSegment, Map<string, Observation>>();

const observeAnew = (look: Look): Observation =>
  noFinding(look) ?? careTold(look) ?? deniedAtOnce(look) ?? careAskedFor(look) ?? asked(look) ?? stated(look);
