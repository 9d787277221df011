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

const GOES_ES =
  /^(corre|va|baja|sube|irradia|extiende|pasa|reparte|recorre|coge|llega|tira|agarra|viene|corria|bajaba|subia|iba)$/;
const PRONOUN_ES = /^(me|se|le|te)$/;
const WAY_ES =
  /^(a|al|hacia|hasta|por|para|desde|todo|toda|el|la|los|las|mi|este|esta|lado|parte|detras|atras|adelante|un|poco|de|del|abajo|arriba|izquierd[oa]|derech[oa])$/;

/** `Se me corre a la espalda`, `me baja por la pierna`. */
function radiationEs(line: Line): Found[] {
  for (let i = line.from + 1; i < line.to; i += 1) {
    if (!GOES_ES.test(wordAt(line, i)) || !PRONOUN_ES.test(wordAt(line, i - 1))) continue;
    let to = i + 1;
    while (to < line.to && to < i + 7) {
      const site = line.words.find((hit) => hit.as === 'site' && hit.from === to);
      if (site !== undefined && to > i + 1) {
        const side = line.words.find((hit) => hit.as === 'laterality' && hit.from === site.to);
        const end = side?.to ?? site.to;
        let from = i - 1;
        while (from > line.from && PRONOUN_ES.test(wordAt(line, from - 1))) from -= 1;
        return [{ from, to: end, mention: null, kind: 'symptom', name: said(line, from, end) }];
      }
      if (!WAY_ES.test(wordAt(line, to))) break;
      to += 1;
    }
  }
  return [];
}

/** Whether a finding tells where another one goes. */
export const isRadiation = (name: string | null): boolean => {
  const [first = '', ...rest] = (name ?? '').toLowerCase().split(' ');
  return GOES.test(first) || (PRONOUN_ES.test(first) && rest.some((word) => GOES_ES.test(word)) && rest.length > 2);
};

/** `It goes down my leg`, `does it spread anywhere?`: where a pain is felt beyond its place. */
export function radiationIn(line: Line): Found[] {
  if (spanish(line)) return line.segment.speaker === 'unknown' ? [] : radiationEs(line);
  if (!ANY.test(textOf(line))) return [];
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
