import type { Candidate } from './candidate.ts';
import type { Answer } from './classify.ts';
import { fragmentIn } from './clauses.ts';
import { examinedIn } from './examined.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

/** What a body does, and what life asks of it. */
const FUNCTION =
  /^(bowels?|waterworks|urine|wee|weeing|pee|peeing|appetite|eating|drinking|sleep|sleeping|breathing|periods?|weight|mood|energy|vision|eyesight|hearing|memory|balance|swallowing|speech|walking|movement|skin|pulse|reflexes|sensation|bladder|digestion|concentration|stools?|poo|work|diet|sugars?|libido|nappies|poos|jabs|vaccinations)$/;
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
  /^(and|how|about|are|is|'s|your|the|her|his|what|of|,|ok|okay|so|right|been|have|has|any|all|good|then|now|with|did|do|you|he|she|still|y|el|la|los|su|sus|tu|que|tal|como|va|van|anda|de|esta|le|lo|lleva|¿|bueno|por|las|noches|se|siente)$/;
const FUNCTION_ES =
  /^(apetito|sueno|animo|vientre|orina|memoria|concentracion|energia|vista|peso|regla|digestion|hambre|humor|duerme|duermes|come|comes|descansa|descansas|menstruacion|menstruaciones|reglas|periodos?|azucar|bebe|bebes|traga|respira|orina|pis|caca|cacas|heces|deposiciones)$/;

const PRONOUN = /^(it|they|that|everything|es|esta|va|van|todo)$/;
/** How a function is, when it is not as it should be. */
const ILL =
  /^(terribl[ey]|awful|awfully|bad|badly|rubbish|poor|poorly|dreadful|dreadfully|horrible|horribly|worse|low|shocking|disturbed|broken|reduced|down|patchy|great|brilliant|amazing|much|hardly|barely|mal|fatal|regular|regulin|poco|poquito|peor|pesim[oa]|flojo|floja|baj[oa]s?|poca|nad[ai]|horrible|high|abundantes?|irregular(?:es)?|dolorosas?|borros[oa]s?|nublad[oa]s?|blurry|blurred|cloudy)$/;
const LEAD =
  /^(um|uh|oh|well|so|,|it|it's|they|they're|'s|'re|is|are|been|a|bit|really|pretty|quite|very|just|kind|of|sort|not|n't|too|so|that|up|and|all|over|the|place|as|usual|pues|bueno|muy|mas|bien|tirando|a|un|bastante|ay|uf|no|regular|la|verdad|is|less|has|have|much|lot|running|'ve|que|antes|siempre)$/;

/** `Not great`, `a bit up and down`, `fatal`: nothing but how it is, its tokens. */
function howItIs(line: Line, start: number): { from: number; to: number } | null {
  let to = start;
  let ill = -1;
  while (to < line.to && to < start + 8 && !/^[.;?!…]$/.test(wordAt(line, to))) {
    if (ILL.test(wordAt(line, to))) ill = to;
    else if (!LEAD.test(wordAt(line, to)) && !WELL.test(wordAt(line, to))) break;
    to += 1;
  }
  if (ill < 0 || !/^(|[.,;?!…]|but|and|because|since|pero|porque|la|y)$/.test(wordAt(line, ill + 1))) return null;
  let from = ill;
  while (
    from > start &&
    /^(not|n't|no|too|so|that|very|really|pretty|quite|muy|bastante|mas|bien|bit|a|un)$/.test(wordAt(line, from - 1))
  )
    from -= 1;
  const denied = /^(not|n't|no)$/.test(wordAt(line, from));
  return /^(great|brilliant|amazing|much)$/.test(wordAt(line, ill)) && !denied ? null : { from, to: ill + 1 };
}

/** `And your bowels?` `Fine.`, `how are you sleeping?` `Terribly.`: a function is asked after, the answer says how it is. */
function answeredHow(line: Line, answer: Answer): Candidate[] {
  let i = line.from;
  while (i < line.to && ASKED.test(wordAt(line, i))) i += 1;
  if (!(spanish(line) ? FUNCTION_ES : FUNCTION).test(wordAt(line, i))) return [];
  const on = answer.line;
  const put = answer.kind === 'yes' ? putAsWell(line, i + 1) : null;
  if (put !== null) return [grantedAs(line, i, answer, put)];
  const ill = on.mentions.length === 0 ? howItIs(on, on.from) : null;
  if (ill !== null) return [answeredWith(line, i, on, ill)];
  if (spanish(line)) return [];
  const said_ = fragmentIn(on, answer.kind === 'yes' ? answer.to : on.from);
  if (answer.kind === 'no' || said_ === null || said_.to - said_.from > 4) return [];
  let at = said_.from;
  while (at < said_.to && (COPULA.test(wordAt(on, at)) || PRONOUN.test(wordAt(on, at)))) at += 1;
  if (!WELL.test(wordAt(on, at)) || at !== said_.to - 1) return [];
  return [answeredWith(line, i, on, { from: at, to: at + 1 })];
}

const WELL_ES = /^(bien|normal|normales|normalmente|perfectamente|regular(?:es)?|dia)$/;

/** `Is he drinking okay?`: the word with which the question puts that it is well. */
function putAsWell(line: Line, from: number): number | null {
  for (let i = from; i < Math.min(line.to, from + 3); i += 1)
    if ((spanish(line) ? WELL_ES : WELL).test(wordAt(line, i))) return i;
  return null;
}

function grantedAs(line: Line, i: number, { line: on, from, to }: Answer, at: number): Candidate {
  const one = make(line, i, i + 1, at + 1, [
    { line, from: line.from, to: line.to },
    { line: on, from, to },
  ]);
  one.attributes.value = said(line, at, at + 1);
  return one;
}

function answeredWith(line: Line, i: number, on: Line, value: { from: number; to: number }): Candidate {
  const one = make(line, i, i + 1, i + 1, [
    { line, from: line.from, to: line.to },
    { line: on, from: on.from, to: value.to },
  ]);
  one.attributes.value = said(on, value.from, value.to);
  return one;
}

/** What is told to be as it should or not, as a finding of its own value: a denied problem would say more than was said. */
export function normsIn(line: Line, answer: Answer | undefined): Candidate[] {
  const { speaker } = line.segment;
  if (line.question) return answer === undefined ? [] : answeredHow(line, answer);
  if (speaker === 'clinician') return examinedIn(line);
  return !spanish(line) && (speaker === 'patient' || speaker === 'other') ? statedIn(line) : [];
}
