import type { Candidate } from './candidate.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

interface Words {
  readonly part: RegExp;
  readonly link: RegExp;
  readonly well: RegExp;
}

const EN: Words = {
  part: /^(chest|lungs?|heart|tummy|abdomen|belly|stomach|ears?|eardrums?|drums?|throat|tonsils?|neck|reflexes|pupils?|calves|calf|pulses?|joints?|skin|eyes?|gait|glands|nodes|nose|mouth|tongue|spine|kidneys?|liver|hips?|knees?|ankles?|shoulders?|wound|fontanelle|sounds|entry|power|tone|sensation|coordination|balance|obs|observations|vitals)$/,
  link: /^(is|are|'s|'re|sounds?|looks?|feels?|seems?|all|both|nice|nicely|and|perfectly|completely|absolutely|quite|very|good|,)$/,
  well: /^(clear|soft|normal|fine|good|ok|okay|equal|intact|clean|symmetrical|regular|healthy|unremarkable|supple|perfect|lovely|strong|alright|reactive|moist|pink|straight)$/,
};
const ES: Words = {
  part: /^(pulmon|pulmones|corazon|abdomen|vientre|barriga|oidos?|timpanos?|garganta|amigdalas|cuello|reflejos|pupilas|pantorrillas|pulsos?|piel|ojos?|marcha|auscultacion|murmullo|ruidos|higado|tono|fuerza|sensibilidad|constantes|nariz|ganglios|rodillas?|caderas?|hombros?|herida|columna)$/,
  link: /^(esta|estan|es|son|se|ve|ven|oye|oyen|nota|notan|siente|suena|suenan|muy|todo|todos|toda|todas|ambos|ambas|los|las|dos|y|,)$/,
  well: /^(limpi[oa]s?|bland[oa]s?|normal(?:es)?|bien|ritmic[oa]s?|simetric[oa]s?|conservad[oa]s?|depresible|libres?|san[oa]s?|perfect[oa]s?|iguales|isocoricas|regular(?:es)?|fuerte|presentes|rosad[oa]s?|humed[oa]s?)$/,
};
/** Before the part: it is supposed, denied, wanted, or somebody else's. */
const NOT_SO =
  /^(my|mi|if|unless|once|until|when|make|sure|hope|hopefully|check|see|keep|not|n't|no|si|cuando|hasta|para|ver|mirar|que)$/;
const QUALIFIED =
  /^(until|till|apart|except|but|if|when|enough|for|before|or|salvo|excepto|pero|si|cuando|hasta|o|de)$/;
/** What stands before the part may belong to its name: `heart sounds`, `air entry`. */
const COMPOUND = /^(heart|breath|bowel|air|ruidos)$/;
/** `Both eyes, OK.`: heard, not examined. */
const ACKNOWLEDGES = /^(ok|okay|good|fine|alright|bien|perfecto)$/;
const MOST_LINKS = 5;

/** Where a run of words that say it is well ends; `at` itself: there is none. */
function wellEnd(line: Line, at: number, { well }: Words): number {
  let to = at;
  while (to < line.to && well.test(wordAt(line, to))) {
    to += 1;
    if (/^(and|y|e|,)$/.test(wordAt(line, to)) && well.test(wordAt(line, to + 1))) to += 1;
  }
  return to;
}

/** `Chest is clear`, `el abdomen, blando y depresible`: what a clinician finds to be as it should on examination. */
export function examinedIn(line: Line): Candidate[] {
  if (line.question || line.segment.speaker !== 'clinician') return [];
  const words = spanish(line) ? ES : EN;
  const out: Candidate[] = [];
  for (let i = line.from; i < line.to; i += 1) {
    if (!words.part.test(wordAt(line, i))) continue;
    if ([1, 2, 3].some((back) => i - back >= line.from && NOT_SO.test(wordAt(line, i - back)))) continue;
    let at = i + 1;
    while (at < i + 1 + MOST_LINKS && words.link.test(wordAt(line, at)) && !words.well.test(wordAt(line, at))) at += 1;
    const to = wellEnd(line, at, words);
    const compound = COMPOUND.test(wordAt(line, i - 1));
    if (wordAt(line, i) === 'sounds' && !compound) continue;
    if (at === i + 1 && wordAt(line, i) !== 'sounds' && wordAt(line, i) !== 'entry') continue;
    if (to === at || QUALIFIED.test(wordAt(line, to))) continue;
    if (wordAt(line, at - 1) === ',' && at === i + 2 && ACKNOWLEDGES.test(wordAt(line, at))) continue;
    const side = line.words.find((hit) => hit.as === 'laterality' && hit.to === i);
    const from = compound ? i - 1 : (side?.from ?? i);
    out.push({
      kind: 'measurement',
      at: { line, from, to: i + 1 },
      name: said(line, from, i + 1),
      concept: null,
      term: null,
      assertion: 'present',
      experiencer: 'patient',
      relation: null,
      attributes: { value: said(line, at, to) },
      grounds: [{ line, from, to }],
      source: 'grammar',
      textFrom: from,
      textTo: to,
    });
    i = to - 1;
  }
  return out;
}
