import type { Said } from './attributes.ts';
import { type Line, said, wordAt } from './reading.ts';

const INTO = new Set(
  'in on from en at of over under behind around del al a de nivel down across into along through inside sobre por'.split(
    ' ',
  ),
);
const SKIP = new Set(
  'fuerte intenso intensa horrible terrible leve agudo tremendo aqui aca ahi abajo arriba dentro justo mucho muchisimo bastante my your his her their the el la los las mi su sus mis tu both ambos ambas all lower upper whole entire inner outer tip top bottom back front middle base edge punta parte side nivel zona lado'.split(
    ' ',
  ),
);

/** Adjectives of a region, right behind what is found there: `contusión costal`. */
const REGION =
  /^(?:(?:inter)?costal|lumbar|cervical|dorsal|craneal|facial|nasal|ocular|abdominal|inguinal|axilar|plantar|palmar|femoral|tibial|clavicular|escapular|mandibular|maxilar|frontal|occipital|parietal|perianal|glute[oa]|toracic[oa]|pelvic[oa]|sacr[oa]|torac[oi]abdominal|lumbosacr[oa]|cranoencefalic[oa]|craneoencefalic[oa])(?:s|es)?$/;

/**
 * Where a finding that ends at token `to` is felt: a preposition, then perhaps a side, then a part of the body. Before
 * the finding only what stands right there (`left knee pain`).
 */
export function siteOf(line: Line, from: number, to: number): Said[] {
  const out: Said[] = [];
  if (REGION.test(wordAt(line, to)))
    return [{ name: 'body_site', value: said(line, to, to + 1), from: to, to: to + 1 }];
  let i = to;
  let linked = false;
  while (i < line.to && i < to + 7) {
    const word = wordAt(line, i);
    const site = longest(line, 'site', i);
    const side = longest(line, 'laterality', i);
    if (site !== null && linked) {
      out.push({ name: 'body_site', value: said(line, i, site.to), from: to, to: site.to });
      const after = longest(line, 'laterality', site.to);
      if (after !== null)
        out.push({ name: 'laterality', value: said(line, site.to, after.to), from: site.to, to: after.to });
      return out;
    }
    if (side !== null) {
      out.push({ name: 'laterality', value: said(line, i, side.to), from: i, to: side.to });
      i = side.to;
    } else if (INTO.has(word)) {
      linked = true;
      i += 1;
    } else if (SKIP.has(word)) i += 1;
    else break;
  }
  if (out.length === 0) {
    const before = line.words.find((hit) => hit.as === 'laterality' && (hit.to === from || hit.to === from - 1));
    if (before !== undefined) {
      out.push({ name: 'laterality', value: said(line, before.from, before.to), from: before.from, to: before.to });
    }
    for (const hit of line.words) {
      if (hit.as === 'laterality' && hit.from >= from && hit.to <= to) {
        out.push({ name: 'laterality', value: said(line, hit.from, hit.to), from: hit.from, to: hit.to });
        break;
      }
    }
  }
  return out;
}

function longest(line: Line, as: 'site' | 'laterality', at: number): { to: number } | null {
  let found: { to: number } | null = null;
  for (const hit of line.words)
    if (hit.as === as && hit.from === at && (found === null || hit.to > found.to)) found = hit;
  return found;
}
