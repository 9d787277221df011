import { isPolar } from './exchange.ts';
import { type Person, topicOf } from './persons.ts';
import { type Line, wordAt } from './reading.ts';

const PRONOUNS = new Set(['she', 'he', 'they', 'ella', 'el', 'ellos', 'ellas', 'her', 'his', 'their']);

/**
 * Of whom each line tells when it doesn't say so itself: the clinician asks after a relative and the answer goes on
 * about her; a line that opens with `she` goes on about whom the line before named.
 */
export function topicsOf(lines: readonly Line[], child: boolean): (Person | null)[] {
  const out: (Person | null)[] = [];
  let asked: { person: Person; turn: number } | null = null;
  let before: Person | null = null;
  for (const line of lines) {
    const own = topicOf(line, !child);
    let topic: Person | null = null;
    if (asked !== null && line.turn === asked.turn + 1) topic = asked.person;
    else if (own === null && before !== null && PRONOUNS.has(wordAt(line, line.from))) topic = before;
    out.push(topic);
    if (line.question && own !== null && isPolar(line) !== null) asked = { person: own, turn: line.turn };
    else if (asked !== null && line.turn > asked.turn + 1) asked = null;
    before = own ?? (topic !== null ? topic : null);
  }
  return out;
}
