import { classify } from './exchange.ts';
import { type Person, topicOf } from './persons.ts';
import { type Line, wordAt } from './reading.ts';

/** How many lines of an answer still tell of the relative who was asked after. */
const ANSWER_LINES = 2;

const PRONOUNS = new Set(['she', 'he', 'they', 'ella', 'el', 'ellos', 'ellas', 'her', 'his', 'their']);

/**
 * Of whom each line tells when it doesn't say so itself: the clinician asks after a relative and the answer goes on
 * about her; a line that opens with `she` goes on about whom the line before named.
 */
export function topicsOf(lines: readonly Line[], child: boolean): (Person | null)[] {
  const out: (Person | null)[] = [];
  let asked: { person: Person; turn: number; left: number } | null = null;
  let before: Person | null = null;
  for (const line of lines) {
    const own = topicOf(line, !child);
    let topic: Person | null = null;
    if (asked !== null && line.turn === asked.turn + 1) {
      if (asked.left > 0 && classify(line).kind !== 'no') topic = asked.person;
      else asked.left = 0;
      asked.left -= 1;
    }
    if (topic === null && own === null && before !== null && PRONOUNS.has(wordAt(line, line.from))) topic = before;
    out.push(topic);
    if (line.question && own !== null) asked = { person: own, turn: line.turn, left: ANSWER_LINES };
    else if (asked !== null && line.turn > asked.turn + 1) asked = null;
    before = own ?? (topic !== null ? topic : null);
  }
  return out;
}
