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

const ASKS_WHY_ES =
  /\b(?:que (?:le|te|lo|la) (?:pasa|trae|ocurre|sucede|trae por aqui)|en que (?:le |te )?(?:puedo|podemos)|como (?:va|anda|esta|estas|se encuentra|sigue|andamos|le va|te va|se siente)|cuente(?:me)?|cuentame|contame|digame|dime|que tal|que (?:me )?cuenta\w*|a que viene\w*|que hay|por que (?:viene|venis|vienes|consulta))\b/;
const LEADS_ES =
  /^(?:(?:pues|mire|mira|vera|veras|bueno|ay|uy|doctora?|doc|,|que|es|es que|vengo|venia|por|con|lo de|mal|regular|aqui|otra vez|y|la verdad|siempre) )*$/;
/** `La rodilla, que no me deja vivir`: the part, and what it does to who complains of it. */
const NO_LIFE =
  /^, que (?:no (?:me|le) deja|me tiene|le tiene|me trae|me esta|ya no|no puedo|no hay quien|me lleva|cada dia|va a peor) /;

/** `La rodilla, que no me deja vivir.`, `vengo por la espalda otra vez`. */
function partEs(line: Line): Found[] {
  const site = line.words.find(
    ({ as, from }) => as === 'site' && /^(la|el|las|los|esta|este|mi)$/.test(wordAt(line, from - 1)),
  );
  if (site === undefined || !LEADS_ES.test(textBetween(line, line.from, site.from - 1))) return [];
  let to = site.to;
  if (/^(derech[oa]|izquierd[oa])$/.test(wordAt(line, to))) to += 1;
  if (NO_LIFE.test(textBetween(line, to, line.to))) {
    to += 1;
    while (to < line.to && to < site.to + 9 && !/^[,.;!…]$/.test(wordAt(line, to))) to += 1;
  } else if (!/^(|[.;!…])$/.test(wordAt(line, to)) && wordAt(line, to) !== 'otra') return [];
  return [{ from: site.from - 1, to, mention: null, kind: 'symptom', name: said(line, site.from - 1, to) }];
}

/** What somebody comes for, as said in answer to why, where no table knows it: the head of the visit, so that what is asked on has a bearing. */
export function openingComplaint(
  line: Line,
  known: readonly { from: number; to: number }[],
  asked: Line | null,
): Found[] {
  const { speaker } = line.segment;
  if (line.question || asked === null || (speaker !== 'patient' && speaker !== 'other')) return [];
  if (spanish(line))
    return ASKS_WHY_ES.test(textOf(asked))
      ? partEs(line).filter((one) => !known.some(({ from, to }) => from < one.to && to > one.from))
      : [];
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
