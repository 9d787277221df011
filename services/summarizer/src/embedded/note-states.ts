import { isQuality } from './denied-qualities.ts';
import { type Line, wordAt } from './reading.ts';

interface Tokens {
  readonly from: number;
  readonly to: number;
}

const COPULA =
  /^(is|are|was|were|be|been|becomes?|became|looks?|looked|appears?|appeared|remains?|remained|feels?|felt|seems?|seemed)$/;
const ADVERB =
  /^(very|slightly|mildly|moderately|severely|markedly|quite|rather|somewhat|extremely|profoundly|acutely|increasingly|more|also|still|now|a|bit|little|visibly|clinically|grossly|unusually|.{3,}ly)$/;
const PRONOUN =
  /^(he|she|they|it|patient|who|and|but|i|we|which|there|also|then|boy|girl|man|woman|child|infant|baby|gentleman|lady|neonate)$/;
const CHANGED =
  /^(shortened|rotated|swollen|palpable|tender|thickened|distended|enlarged|inflamed|bruised|displaced|reduced|diminished|increased|absent|brisk|weak|bulging|sunken|pale|cold|dilated|unequal|fixed|sluggish|upgoing|extensor|raised|elevated|erythematous|oedematous|edematous|warm|hot|red|ulcerated|deformed|restricted|limited|impaired|depressed|occluded|narrowed|irregular|perforated|retracted|injected|dull|stiff|rigid)$/;
const ENDS = /^(|[.,;:)]|and|with|to|at|on|in|over|but|or|than|by|bilaterally|below|above)$/;
const BREAKS = /^([.,;:()]|and|but|with|without|no|not|showed|revealed|the|a|an|his|her|both|there|of_)$/;

/** Parts of the body that the tables of sites leave out, and what the body does. */
const PART =
  /^(pulses?|reflex(es)?|jerks?|sounds?|movements?|sensation|vision|hearing|speech|gait|pupils?|power|tone|breathing|respirations?|urine|stools?|appetite|mood|affect|arter(y|ies)|veins?|joints?|nodes?|glands?|nerves?|tendons?|muscles?|discs?|fundi|corneas?|sclerae?|conjunctivae?|tonsils?|uvula|membranes?|spleen|liver|kidneys?|thyroid|testis|testes|uterus|cervix|prostate|bladder|bowel|ventricles?|valves?|aorta|fontanelle|limbs?)$/;

/** `He was lethargic`, `became pale and clammy`: the quality, where the patient is its subject. */
export function qualityAt(line: Line, i: number, free: (at: number) => boolean): Tokens | null {
  if (/^(,|and|but)$/.test(wordAt(line, i)) && isQuality(line, i - 1)) return listedAt(line, i + 1, free);
  if (!COPULA.test(wordAt(line, i))) return null;
  let at = i + 1;
  while (ADVERB.test(wordAt(line, at)) && at < i + 4 && !isQuality(line, at)) at += 1;
  if (!isQuality(line, at) || !free(at)) return null;
  if (!PRONOUN.test(wordAt(line, i - 1)) && !/^(and|to|,)$/.test(wordAt(line, i - 1))) return null;
  return { from: at, to: at + 1 };
}

/** `Pale and clammy`, `drowsy, confused`: the next of a list of qualities. */
function listedAt(line: Line, i: number, free: (at: number) => boolean): Tokens | null {
  let at = i;
  while (/^(and|but)$/.test(wordAt(line, at)) || (ADVERB.test(wordAt(line, at)) && !isQuality(line, at) && at < i + 3))
    at += 1;
  return isQuality(line, at) && free(at) ? { from: at, to: at + 1 } : null;
}

/** `The right temporal artery was thickened`, `right leg shortened and rotated`: a part of the body and what is seen of it. */
export function saidOfPart(line: Line, i: number, free: (at: number) => boolean): Tokens | null {
  const opens = i === line.from || BREAKS.test(wordAt(line, i - 1));
  if (!opens || BREAKS.test(wordAt(line, i)) || PRONOUN.test(wordAt(line, i))) return null;
  let at = i;
  while (at < line.to && at < i + 6 && line.tokens[at]?.kind === 'word' && free(at)) {
    if (COPULA.test(wordAt(line, at)) || CHANGED.test(wordAt(line, at))) break;
    if (BREAKS.test(wordAt(line, at)) && wordAt(line, at) !== 'the') return null;
    at += 1;
  }
  if (at === i) return null;
  if (COPULA.test(wordAt(line, at))) at += 1;
  while (ADVERB.test(wordAt(line, at)) && !CHANGED.test(wordAt(line, at))) at += 1;
  if (!CHANGED.test(wordAt(line, at)) || !free(at) || !ENDS.test(wordAt(line, at + 1))) return null;
  let part = line.words.some((hit) => hit.as === 'site' && hit.from >= i && hit.to <= at);
  for (let k = i; k < at && !part; k += 1) part = PART.test(wordAt(line, k));
  if (!part) return null;
  return { from: i, to: at + 1 };
}
