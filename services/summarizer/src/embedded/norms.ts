import type { Candidate } from './candidate.ts';
import { fragmentIn } from './clauses.ts';
import type { Answer } from './exchange.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

/** What a body does, and what life asks of it. */
const FUNCTION =
  /^(bowels?|waterworks|urine|wee|weeing|pee|peeing|appetite|eating|drinking|sleep|sleeping|breathing|periods?|weight|mood|energy|vision|eyesight|hearing|memory|balance|swallowing|speech|walking|movement|skin|pulse|reflexes|sensation|bladder|digestion|concentration|stools?|poo|work|diet)$/;
const COPULA =
  /^(is|are|was|'s|'re|been|has|have|seems?|feels?|looks?|all|still|pretty|absolutely|perfectly|just|quite|both|totally|completely|really|as)$/;
const WELL =
  /^(fine|ok|okay|normal|normally|good|alright|regular|steady|stable|unchanged|clockwork|well|properly|usual|perfect)$/;
const GERUND = /^(sleeping|eating|drinking|weeing|peeing|walking|moving|breathing|swallowing|working)$/;
/** `Fine until last week`, `OK apart from ...`: not quite so. */
const QUALIFIED = /^(until|till|apart|except|but|if|when|enough|with|for|then|before|at|on|as)$/;
const DENIED = /^(n't|not|never|no|was|were|used|if|hope|wish|should|would|could)$/;

const make = (line: Line, from: number, nameTo: number, at: number, grounds: Candidate['grounds']): Candidate => ({
  kind: 'measurement',
  at: { line, from, to: nameTo },
  name: said(line, from, nameTo),
  concept: null,
  term: null,
  assertion: 'present',
  experiencer: 'patient',
  relation: null,
  attributes: {},
  grounds,
  source: 'grammar',
  textFrom: from,
  textTo: at,
});

const nounAt = (line: Line, i: number): number => {
  if (FUNCTION.test(wordAt(line, i))) return i + 1;
  const site = line.words.find((hit) => hit.as === 'site' && hit.from === i);
  return site?.to ?? i;
};

/** `My bowels are fine`, `sleeping OK`: functions that are told to be in order, each with the word that says so. */
function statedIn(line: Line): Candidate[] {
  const out: Candidate[] = [];
  for (let i = line.from; i < line.to; i += 1) {
    const to = nounAt(line, i);
    if (to === i || DENIED.test(wordAt(line, i - 1))) continue;
    let at = to;
    while (at < to + 5 && COPULA.test(wordAt(line, at))) at += 1;
    if (at === to && !GERUND.test(wordAt(line, i))) continue;
    if (wordAt(line, at) === 'all' && wordAt(line, at + 1) === 'right') at += 1;
    if (!WELL.test(wordAt(line, at)) || QUALIFIED.test(wordAt(line, at + 1))) continue;
    if (wordAt(line, at) === 'well' && wordAt(line, at - 1) === 'as') continue;
    const side = line.words.find((hit) => hit.as === 'laterality' && hit.to === i);
    const one = make(line, side?.from ?? i, to, at + 1, []);
    one.attributes.value = said(line, at, at + 1);
    out.push(one);
    i = at;
  }
  return out;
}

const ASKED =
  /^(and|how|about|are|is|'s|your|the|her|his|what|of|,|ok|okay|so|right|been|have|has|any|all|good|then|now|with|did|do)$/;

const PRONOUN = /^(it|they|that|everything)$/;

/** `And your bowels?` `Fine.`: the function is named in the question and the answer says that all is well. */
function answeredAsWell(line: Line, answer: Answer): Candidate[] {
  let i = line.from;
  while (i < line.to && ASKED.test(wordAt(line, i))) i += 1;
  if (!FUNCTION.test(wordAt(line, i))) return [];
  const said_ = fragmentIn(answer.line, answer.kind === 'yes' ? answer.to : answer.line.from);
  if (answer.kind === 'no' || said_ === null || said_.to - said_.from > 4) return [];
  let at = said_.from;
  while (at < said_.to && (COPULA.test(wordAt(answer.line, at)) || PRONOUN.test(wordAt(answer.line, at)))) at += 1;
  if (!WELL.test(wordAt(answer.line, at)) || at !== said_.to - 1) return [];
  const one = make(line, i, i + 1, i + 1, [
    { line, from: line.from, to: line.to },
    { line: answer.line, from: answer.line.from, to: at + 1 },
  ]);
  one.attributes.value = said(answer.line, at, at + 1);
  return [one];
}

/** What is told to be as it should, as a finding of its own value: a denied problem would say more than was said. */
export function normsIn(line: Line, answer: Answer | undefined): Candidate[] {
  if (spanish(line)) return [];
  const { speaker } = line.segment;
  if (line.question) return answer === undefined ? [] : answeredAsWell(line, answer);
  return speaker === 'patient' || speaker === 'other' ? statedIn(line) : [];
}
