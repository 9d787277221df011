import type { Found } from './findings.ts';
import { type Line, said, spanish, textOf, wordAt } from './reading.ts';

const GOES =
  /^(go|goes|going|went|shoot|shoots|shooting|spread|spreads|spreading|travel|travels|move|moves|radiate|radiates|radiating|run|runs)$/;
const SUBJECT =
  /^(it|that|they|pain|pains|ache|which|sometimes|then|also|and|kind|sort|of|just|does|can|will|'s|will|tends|to|like|yeah|yes|,)$/;
const WAY =
  /^(down|up|into|to|through|across|round|around|along|over|from|in|right|all|the|way|sort|of|like|kind|my|me|a|bit|straight|out|and|then|towards|both|left|side|back)$/;
/** Without one of these nothing goes anywhere. */
const ANY = / (?:go|went|shoot|spread|travel|move|radiat|run)/;
const ANYWHERE = /^(anywhere|elsewhere|somewhere)$/;

/** `It goes down my leg`, `does it spread anywhere?`: where a pain is felt beyond its place. */
export function radiationIn(line: Line): Found[] {
  if (spanish(line) || !ANY.test(textOf(line))) return [];
  for (let i = line.from + 1; i < line.to; i += 1) {
    if (!GOES.test(wordAt(line, i)) || !SUBJECT.test(wordAt(line, i - 1))) continue;
    let subject = i - 1;
    while (
      subject > line.from &&
      SUBJECT.test(wordAt(line, subject)) &&
      !/^(it|that|they|pain|pains|ache|which)$/.test(wordAt(line, subject))
    )
      subject -= 1;
    if (!/^(it|that|they|pain|pains|ache|which)$/.test(wordAt(line, subject))) continue;
    let to = i + 1;
    let end = -1;
    while (to < line.to && to < i + 10) {
      if (ANYWHERE.test(wordAt(line, to))) {
        end = wordAt(line, to + 1) === 'else' ? to + 2 : to + 1;
        break;
      }
      const site = line.words.find((hit) => hit.as === 'site' && hit.from === to);
      if (site !== undefined && to > i + 1) {
        end = site.to;
        to = site.to;
      } else if (WAY.test(wordAt(line, to))) to += 1;
      else break;
    }
    if (end > 0) return [{ from: i, to: end, mention: null, kind: 'symptom', name: said(line, i, end) }];
  }
  return [];
}
