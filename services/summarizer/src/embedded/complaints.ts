import type { Found } from './findings.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

const ADVERB =
  /^(really|very|so|quite|pretty|a|bit|little|kind|of|sort|just|more|too|extremely|still|always|also|been|generally|all|mucho|muy|bastante|un|poco|tan|mas|algo|siempre|demasiado|super|even|barely|hardly|actually|honestly|properly_)$/;
const WELL =
  /^(good|fine|okay|ok|better|great|well|like|comfortable|confident|happy|that|the|safe|normal|free|alright|sure|about|as|i|you|it|ready|to|your|my|any|this|how|bien|mejor|que|como|fenomenal|estupendamente|tranquil[oa]|content[oa]|segur[oa]|normal|aqui|cuando|en|de|igual|con|por|mas|nada|some|in|for|and|or|but|up|lo|la|el|everything|everybody|nothing|them|him|her|myself|today|over|lately|recently|since|these|all|marvell?ous|wonderful|brilliant|fabulous|fantastic|amazing|lovely|grand|terrific|splendid|perfect|excellent|super|rested|refreshed|positive|younger|stronger|healthy|healthier|fit|fitter|lucky|blessed|proud|relieved|reassured|calm|calmer|guilty_|good_)$/;
const STOP =
  /^([.,;:?!…()]|and|or|but|because|so|if|when|since|for|at|now|then|i|you|it|that|which|y|o|e|ni|pero|porque|cuando|desde|si|que|aunque|like|as|until|anymore|today|right|unless|while)$/;
const CANNOT_EN = /^(ca|can|could)$/;
const IDLE =
  /^(remember|think|say|tell|wait|believe|recall|know|imagine|complain|help|afford|understand|see|find|make|come|go|get|do|have|be|give|stress|promise|speak|comment|really|even|quite|wrong|hurt|be|blame|guarantee|hear|read|put|recordar|decir|decirle|creer|saber|venir|esperar|ir|hacer|ver|dar|quejarme|explicar|pagar|ser|estar|tener)$/;
/** `I can't hear properly`, never `I can't hear you`. */
const SENSES = /^(hear|see) (very|well|properly|clearly|much|anything|a|out|as|it)$/;
const INFINITIVE = /(ar|er|ir|arme|erme|irme|arse|erse|irse|arlo|arla)$/;

const phrase = (line: Line, from: number, most: number): number => {
  let to = from;
  while (
    to < line.to &&
    to - from < most &&
    (!STOP.test(wordAt(line, to)) || isFiller(line, to)) &&
    line.tokens[to]?.kind !== 'mark'
  )
    to += 1;
  return to;
};

/** `I can't take like a deep breath`. */
const isFiller = (line: Line, at: number): boolean =>
  wordAt(line, at) === 'like' && /^(a|an|any|my|deep|the)$/.test(wordAt(line, at + 1));

const past = (line: Line, from: number, test: RegExp): number => {
  let i = from;
  while (i < line.to && test.test(wordAt(line, i))) i += 1;
  return i;
};

/** `I can't swallow`, `couldn't sleep at all`: what somebody who complains is unable to do. */
function cannot(line: Line, i: number): Found | null {
  let at = i;
  if (CANNOT_EN.test(wordAt(line, i)) && /^(n't|not)$/.test(wordAt(line, i + 1))) at = i + 2;
  else if (wordAt(line, i) === 'cannot') at = i + 1;
  else if (wordAt(line, i) === 'unable' && wordAt(line, i + 1) === 'to') at = i + 2;
  else return null;
  at = past(line, at, ADVERB);
  if (wordAt(line, at) === 'not') return null;
  if (IDLE.test(wordAt(line, at)) && !SENSES.test(`${wordAt(line, at)} ${wordAt(line, at + 1)}`)) return null;
  if (/^feel like/.test(`${wordAt(line, at)} ${wordAt(line, at + 1)}`)) return null;
  if (STOP.test(wordAt(line, at)) || line.tokens[at]?.kind !== 'word') return null;
  return make(line, i, phrase(line, at, 4));
}

/** `It's hard for me to hold things`, `difficult to swallow`: what can hardly be done. */
function hardTo(line: Line, i: number): Found | null {
  if (!/^(hard|difficult|tough|tricky)$/.test(wordAt(line, i)) || !/^(to|for)$/.test(wordAt(line, i + 1))) return null;
  if (
    !/^('s|is|was|been|it|get|gets|getting|find|found|finding|really|so|very|quite|bit|little|pretty|too)$/.test(
      wordAt(line, i - 1),
    )
  )
    return null;
  let at = i + 1;
  if (wordAt(line, at) === 'for' && /^(me|him|her)$/.test(wordAt(line, at + 1))) at += 2;
  if (wordAt(line, at) !== 'to') return null;
  at = past(line, at + 1, ADVERB);
  if (NOT_BODILY.test(wordAt(line, at)) || STOP.test(wordAt(line, at)) || line.tokens[at]?.kind !== 'word') return null;
  return make(line, i, phrase(line, at, 4));
}
const NOT_BODILY =
  /^(say|tell|know|describe|explain|remember|believe|find|get|be|put|pinpoint|judge|imagine|understand|see|keep|answer|give|think|talk|admit|do|have|go|come|make|stay|quit|stop|give|work|afford|decide|predict|compare|pin|rate|take)$/;

/** `I feel feverish`, `felt really weird`: a state, unless it is a good one. */
function feels(line: Line, i: number): Found | null {
  if (!/^(feel|feels|felt|feeling)$/.test(wordAt(line, i))) return null;
  const at = past(line, i + 1, ADVERB);
  if (WELL.test(wordAt(line, at)) || line.tokens[at]?.kind !== 'word' || STOP.test(wordAt(line, at))) return null;
  return make(line, i, phrase(line, at, 2));
}

/** `No puedo tragar`, `me cuesta andar`, `me siento raro`. */
function spanishState(line: Line, i: number): Found | null {
  const word = wordAt(line, i);
  if (word === 'no' && /^(puedo|puede|podia|pude|consigo|logro)$/.test(wordAt(line, i + 1))) {
    const at = /^(ni|casi|apenas)$/.test(wordAt(line, i + 2)) ? i + 3 : i + 2;
    return INFINITIVE.test(wordAt(line, at)) && !IDLE.test(wordAt(line, at))
      ? make(line, i, phrase(line, at, 4))
      : null;
  }
  if (!/^(me|le)$/.test(word)) return null;
  const verb = wordAt(line, i + 1);
  if (/^(cuesta|costaba|cuestan)$/.test(verb)) {
    const at = past(line, i + 2, ADVERB);
    return INFINITIVE.test(wordAt(line, at)) ? make(line, i, phrase(line, at, 4)) : null;
  }
  if (!/^(siento|encuentro|noto|sentia|encontraba|notaba)$/.test(verb)) return null;
  const at = past(line, i + 2, ADVERB);
  if (WELL.test(wordAt(line, at)) || line.tokens[at]?.kind !== 'word' || STOP.test(wordAt(line, at))) return null;
  return make(line, i, phrase(line, at, 2));
}

const LOOSE =
  /^(about|on|of|to|for|with|my|the|a|an|quite|really|very|actually|just|too|so|de|en|a|con|mi|el|la|muy|que|out|last|this|next|every|than)$/;

const make = (line: Line, from: number, end: number): Found | null => {
  let to = end;
  while (to > from + 1 && LOOSE.test(wordAt(line, to - 1))) to -= 1;
  return stands(line, from, to);
};

const stands = (line: Line, from: number, to: number): Found => ({
  from,
  to,
  mention: null,
  kind: 'symptom',
  name: said(line, from, to),
});

/** States that a patient (or who speaks for one) complains of in verbs, where no table knows them. */
export function complaintsIn(line: Line, known: readonly { from: number; to: number }[]): Found[] {
  if (line.segment.speaker !== 'patient' && line.segment.speaker !== 'other') return [];
  const out: Found[] = [];
  for (let i = line.from; i < line.to; i += 1) {
    const found = spanish(line) ? spanishState(line, i) : (cannot(line, i) ?? feels(line, i) ?? hardTo(line, i));
    if (found === null) continue;
    if (!known.some((one) => one.from < found.to && one.to > found.from)) out.push(found);
    i = found.to - 1;
  }
  return out;
}
