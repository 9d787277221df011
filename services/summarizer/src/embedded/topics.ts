import { cannotMean } from '../language/kin.ts';
import { classify } from './classify.ts';
import { type Person, topicOf } from './persons.ts';
import { type Line, wordAt } from './reading.ts';

/** How many lines of an answer still tell of the relative who was asked after. */
const ANSWER_LINES = 2;

/** What may stand before the pronoun that a line begins with. */
const LEAD = /^([,.]|yeah|yes|no|and|but|so|well|like|because|y|pero|pues|bueno|si|es|que|porque)$/;
/** Words of a line that only takes up a relative whom the other has named: `Grandma, okay.` */
const ONLY_NAMED = 6;

const PRONOUNS = new Set(['she', 'he', 'they', 'ella', 'el', 'ellos', 'ellas', 'her', 'his', 'their']);

/**
 * Of whom each line tells when it doesn't say so itself: the clinician asks after a relative and the answer goes on
 * about her; a line that opens with `she` goes on about whom the line before named.
 */
export function topicsOf(lines: readonly Line[], child: boolean): (Person | null)[] {
  const out: (Person | null)[] = [];
  let asked: { person: Person; turn: number; left: number } | null = null;
  let before: Person | null = null;
  let taken = null as { person: Person; turn: number } | null;
  for (const line of lines) {
    const own = topicOf(line, !child);
    let topic: Person | null = null;
    if (asked !== null && line.turn === asked.turn + 1) {
      if (asked.left > 0 && classify(line).kind !== 'no') topic = asked.person;
      else asked.left = 0;
      asked.left -= 1;
    }
    const pronoun = openingPronoun(line);
    if (topic === null && own === null && before !== null && pronoun !== null)
      if (!cannotMean(pronoun, before.relation ?? '')) topic = before;
    if (topic === null && own === null && taken?.turn === line.turn) topic = taken.person;
    out.push(topic);
    if (own !== null && line.segment.speaker === 'clinician')
      taken = line.to - line.from <= ONLY_NAMED ? { person: own, turn: line.turn } : null;
    const over: Person | null = own ?? (taken?.turn === line.turn ? taken.person : null);
    if (line.question && over !== null) asked = { person: over, turn: line.turn, left: ANSWER_LINES };
    else if (asked !== null && line.turn > asked.turn + 1) asked = null;
    before = own ?? (topic !== null ? topic : null);
  }
  return out;
}

function openingPronoun(line: Line): string | null {
  let i = line.from;
  while (i < line.to && LEAD.test(wordAt(line, i))) i += 1;
  const word = wordAt(line, i);
  return PRONOUNS.has(word) && !(word === 'el' && line.tongues[0] === 'es' && i > line.from) ? word : null;
}
