import { DETERMINERS, phraseEnd } from './phrases.ts';
import { type Line, wordAt } from './reading.ts';

interface Tokens {
  readonly from: number;
  readonly to: number;
}

/** What an examination or a patient brings to light; what follows is a finding, whatever its name. */
const REVEALS =
  /^(showed|shows|showing|revealed|reveals|revealing|demonstrated|demonstrates|demonstrating|disclosed|discloses|detected|developed|develops)$/;
const TELLS = /^(describes|described|reports|reported|noticed|complained|complains|complaining)$/;
const LEADS =
  /^(of|multiple|several|some|many|few|mild|moderate|severe|marked|extensive|bilateral|left|right|large|small|tiny|subtle|new|old|further|occasional|scattered|diffuse|focal|signs?|features|evidence|both|also|only|more|increasing|progressive|recent|typical|characteristic|worsening|persistent|intermittent|frequent|a|an|the)$/;
/** What is brought to light without being wrong, or as a value. */
const NO_FINDING =
  /^(normal|unremarkable|improvement|improved|improving|response|results?|no|not|nothing|that|how|what|if|it|him|her|them|this|these|interest|insight|signs|progress|good|satisfactory|stable|stability|resolution|reduction|normalisation|clear|intact|patent|adequate|preserved|sinus|negative|positive|feeling|being|having|taking|using|drinking|smoking|to|daily|well|better|clearance|union|healing|recovery|position|growth|appearances?|findings|changes?|concerns?|symptoms?|problems?|events?|episodes?|history|ability|understanding|good|full|equal|regular|similar|same|previous|prior|wife|husband|mother|father|son|daughter|family|patient)$/;
const GOES_ON = /^(,|and|with|or|plus|&)$/;
/** Items of a list. */
const MOST = 6;

/** `Colonoscopy revealed patchy ulceration and cobblestoning`: the items after such a verb, in notes. */
export function revealedAt(line: Line, i: number, free: (at: number) => boolean): Tokens[] {
  const out: Tokens[] = [];
  const tells = TELLS.test(wordAt(line, i));
  if (!REVEALS.test(wordAt(line, i)) && !tells) return out;
  if (/^(complain\w*)$/.test(wordAt(line, i)) && wordAt(line, i + 1) !== 'of') return out;
  let at = i + 1;
  for (let n = 0; n < MOST && at < line.to; n += 1) {
    while (at < line.to && (LEADS.test(wordAt(line, at)) || DETERMINERS.has(wordAt(line, at)))) at += 1;
    if (line.tokens[at]?.kind !== 'word' || NO_FINDING.test(wordAt(line, at))) return out;
    const end = phraseEnd(line, at, 6);
    if (end === at) return out;
    for (let k = at; k < end; k += 1) if (NO_FINDING.test(wordAt(line, k))) return out;
    let to = at;
    while (to < end && free(to)) to += 1;
    while (to > at && /^(of|in|on|the|a|an|at)$/.test(wordAt(line, to - 1))) to -= 1;
    const adjective =
      to === at + 1 &&
      wordAt(line, to) === ',' &&
      /^(smooth|soft|firm|hard|small|large|round|irregular|regular|mobile|fixed|tender|thickened|flat|raised)$/.test(
        wordAt(line, at),
      );
    if (to > at && !adjective && (to === end || at + 1 < to)) out.push({ from: at, to });
    at = end;
    if (!GOES_ON.test(wordAt(line, at))) return out;
    while (GOES_ON.test(wordAt(line, at))) at += 1;
    if (/^(is|was|were|are|has|had|he|she|they|it|there|which|then|we|i|no|not|without)$/.test(wordAt(line, at)))
      return out;
    if (tells && n > 2) return out;
  }
  return out;
}
