import type { Found } from './findings.ts';
import { phraseEnd } from './phrases.ts';
import { type Line, said, spanish, textBetween, textOf, wordAt } from './reading.ts';

/** Asks why somebody comes. */
const ASKS_WHY =
  /\b(how can (i|we) help|what (can|could) (i|we) do|what (has |have |'s |is )?(brought|brings|bring|bringing) you|what 's (brought|been going on|going on|happening|been happening|happened|the problem|the matter|wrong|up|been up|bothering|troubling)|what seems to be|what 's (it|this) about|tell me (what|about|a bit)|what 's been|what would you like|what are you here|what did you want|what is the problem|how are (things|you doing|you|you today)|how (have|'ve) (you|things) been|how is (it|everything) going|what 's on your mind|what are we (doing|talking))\b/;
const LEADS =
  /^(it 's|it is|this is|i 've got|i have got|i have|i got|i 've had|i 've been (having|getting)|i keep (getting|having)|i 've (noticed|found|developed|come up with|come out in)|there 's|i noticed|i found|it 's about|about|just|she 's got|he 's got|i 've come about|i 'm here (about|for|with|because of)|i 've been struggling with|struggling with|having) (just |also |really |like |kind of |sort of |all |about |um |uh |, )*/;
const OWN = /^(my|me|this|these|a|an|some|his|her|the)$/;
const TRIM =
  /^(um|uh|uhm|er|yeah|yes|well|so|hi|hello|hiya|morning|good|ok|okay|,|\.|thanks|thank|you|doctor|doc|like|basically|right|just|really|oh|and|but|you|know|erm|you_)$/;
/** What one comes for that is no complaint. */
const ERRAND =
  /^(appointment|question|questions|letter|form|forms|prescription|repeat|note|notes|result|results|test|tests|referral|check|checkup|couple|few|bit|lot|week|day|days|feeling|chat|call|look|favour|idea|review|jab|vaccine|blood|bloods|medication|medicine|tablets|pill|pills|contraception|wife|husband|mum|mother|dad|father|son|daughter|friend|partner|boss|job|work|holiday|car|time|while|moment|one|thing|things|problem|problems|issue|issues|lot|long|bad|terrible|awful|really|strange|weird|nightmare|story|year|month|morning|night|way|reason|scan|second|minute|sister|brother|boyfriend|girlfriend|kids|age|birthday|same|old|new|it|that)$/;

/** `Episodes where I zone out`: the clause belongs to what is complained of. */
function clauseEnd(line: Line, noun: number): number {
  if (!/^(where|when|that)$/.test(wordAt(line, noun)) || !/^(i|my|it|she|he)$/.test(wordAt(line, noun + 1)))
    return noun;
  let to = noun + 2;
  while (
    to < line.to &&
    to < noun + 9 &&
    line.tokens[to]?.kind === 'word' &&
    !/^(and|but|so|because)$/.test(wordAt(line, to))
  )
    to += 1;
  return to;
}

/** `It's this hip again`: the part alone, with what points at it. */
const partAgain = (line: Line, from: number, part: number): Found[] => {
  if (!/^(this|these|my|his|her)$/.test(wordAt(line, from)) || !/^(|again|[.,;!…])$/.test(wordAt(line, part)))
    return [];
  const to = wordAt(line, part) === 'again' ? part + 1 : part;
  return [{ from, to, mention: null, kind: 'symptom', name: said(line, from, to) }];
};

/** What somebody comes for, as said in answer to why, where no table knows it: the head of the visit, so that what is asked on has a bearing. */
export function openingComplaint(
  line: Line,
  known: readonly { from: number; to: number }[],
  asked: Line | null,
): Found[] {
  const { speaker } = line.segment;
  if (spanish(line) || line.question || asked === null || (speaker !== 'patient' && speaker !== 'other')) return [];
  if (!ASKS_WHY.test(textOf(asked))) return [];
  let at = line.from;
  while (at < line.to && TRIM.test(wordAt(line, at))) at += 1;
  const lead = LEADS.exec(textBetween(line, at, line.to));
  if (lead !== null) at += lead[0].trimEnd().split(' ').length;
  if (!OWN.test(wordAt(line, at))) return [];
  let from = at + 1;
  while (
    OWN.test(wordAt(line, from)) ||
    /^(um|uh|,|like|sort|kind|of|really|very|bit|little|terrible|horrible|awful|bad|weird|strange|funny)$/.test(
      wordAt(line, from),
    )
  )
    from += 1;
  const noun = phraseEnd(line, from, 6);
  const to = clauseEnd(line, noun);
  if (to === from + 1 && line.words.some(({ as, from: site }) => as === 'site' && site === from))
    return partAgain(line, at, to);
  if (noun === from || (to === noun && (ERRAND.test(wordAt(line, noun - 1)) || ERRAND.test(wordAt(line, from)))))
    return [];
  if (known.some((one) => one.from < to && one.to > from)) return [];
  return [{ from, to, mention: null, kind: 'symptom', name: said(line, from, to) }];
}
