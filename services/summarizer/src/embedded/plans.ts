import type { Tongue } from '../language/lexicon.ts';
import { readTable } from '../language/tables.ts';
import { tokenise } from '../language/tokens.ts';
import { emptyTrie, insert, type TokenTrie, walk } from '../language/trie.ts';
import type { Candidate } from './candidate.ts';
import { candidate } from './findings.ts';
import { type Line, said, textBetween, wordAt } from './reading.ts';

/** `new`: something that is to be begun or done; `goes on`: a medicine that stays; `stops`: one that ends; `swaps`: one for another. */
type PlanKind = 'new' | 'goes on' | 'stops' | 'swaps' | 'do';

const tries: Record<Tongue, TokenTrie<PlanKind>> = { es: emptyTrie(), en: emptyTrie() };
for (const row of readTable('plans.tsv', ['lang', 'phrase', 'kind'])) {
  insert(
    tries[row.lang as Tongue],
    tokenise(row.phrase).map((token) => token.text),
    row.kind as PlanKind,
  );
}

/** `We had put you on`: told of, not planned. */
const PAST = /^(had|has|was|were|did|been|'ve|have|n't|not|no|ha|habia|fue|used|last)$/;

/** Words between a plan's verb and its object for both to be read as one phrase. */
const NEAR = 5;

interface PlanVerb {
  readonly from: number;
  readonly to: number;
  readonly kind: PlanKind;
}

/** `Le recetó` is told, `le receto` is done: the accent tells them apart. */
const toldOfThePast = (line: Line, { from, to }: PlanVerb): boolean => /ó\b|ó$/u.test(said(line, from, to));

function verbsIn(line: Line): PlanVerb[] {
  const out: PlanVerb[] = [];
  for (let i = line.from; i < line.to; i += 1) {
    let found: PlanVerb | null = null;
    for (const tongue of line.tongues) {
      walk(tries[tongue], line.tokens, i, line.to, (kinds, to) => {
        if (found === null || to > found.to) found = { from: i, to, kind: kinds[0] as PlanKind };
      });
    }
    if (found !== null && !toldOfThePast(line, found)) {
      out.push(found);
      i = (found as PlanVerb).to - 1;
    }
  }
  return out;
}

/** `I want you to think about is, you know`: nothing to do yet. */
const SAYS_NOTHING =
  /^(?:(?:do|think about|be able to|know|understand|remember|just|help|see|have) )(?:(?:is|are|was|that|this|it|um|uh|you|know|,) )*$/;

const FOR = /^(por|for|to|with|a|onto)$/;

/** `Le voy a cambiar el Enantyum por paracetamol`: what stands before the preposition goes, what follows it comes. */
function isGivenUp(line: Line, verb: PlanVerb, one: Candidate, end: number): boolean {
  for (let i = verb.to; i < end; i += 1) if (FOR.test(wordAt(line, i))) return one.at.from < i;
  return true;
}

/** `Something similar to ibuprofen, instead of ibuprofen`. */
const COMPARED =
  /\b(?:similar to|instead of|in place of|stronger than|parecido al?|mas fuerte que|en lugar del?|en vez del?) (?:the |your |el |la )?$/;

const STOP = /^([.;?!:]|but|pero|if|si|because|porque|so|unless|which|until|hasta|when|cuando)$/;

/** `If it gets worse, I'd like you to come back`; not `if you don't mind`. */
const IF =
  /(?<!\b(?:see|know|wonder|check|sure|ask) )\b(?:if|unless|should you|in case) (?!(?:(?:that 's|it 's|that is|it is|you 're) (?:ok|okay|all right|alright|fine|happy|possible|agreeable)|you do n't mind|you agree|possible|okay|ok|i may|i can|we can) )/;

const WOULD = /^('d|would|might|may|could)$/;
const MEANT = /^(like|recommend|suggest|prefer|want|advise|need|have|be|appreciate)$/;

/** `We'd only start it were the tablets to fail`: what would be done, and is not planned. */
function isSupposed(line: Line, verb: PlanVerb): boolean {
  if (IN_ANYBODY.test(textBetween(line, line.from, verb.from))) return true;
  if (/^(might|may)$/.test(wordAt(line, verb.from)) || IF.test(textBetween(line, line.from, verb.from))) return true;
  let would = false;
  for (let i = Math.max(line.from, verb.from - 3); i < verb.from; i += 1)
    would = WOULD.test(wordAt(line, i)) || (would && !MEANT.test(wordAt(line, i)));
  return would && !MEANT.test(wordAt(line, verb.from));
}

/** `Oftentimes you do require surgery, where we try to fix it`: how it goes in anybody. */
const IN_ANYBODY =
  /\b(?:oftentimes|often times|in most cases|in some cases|(?:usually|typically|generally|sometimes|normally) (?:it|this|that|you|people|patients|they|we)|en la mayoria de los casos|a veces (?:hay que|se)|normalmente se)\b/;

const ASKS_FOR = /^(?:pid\w*|ped\w*|solicit\w*|order\w*|request|check|sac\w+|mir\w+)$/;
const IN_BLOOD =
  /^(?:cyanocobalamin|iron|folic acid|calcium|magnesium|potassium|sodium|zinc|vitamin\b.*|cholecalciferol|ferrous .*|glucose|albumin|thyroxine|cortisol|testosterone)$/;

/** `Te pido hemograma, TSH, B12`: looked for in the blood, and not given. */
const isLookedFor = (line: Line, verb: PlanVerb, { kind, term }: Candidate): boolean =>
  kind === 'plan' &&
  IN_BLOOD.test(term?.key ?? '') &&
  Array.from({ length: verb.to - verb.from }, (_, i) => wordAt(line, verb.from + i)).some((word) =>
    ASKS_FOR.test(word),
  );

/** `Sí o sí` is no condition. */
const stops = (line: Line, at: number): boolean =>
  STOP.test(wordAt(line, at)) && !(wordAt(line, at) === 'si' && /í/i.test(said(line, at, at + 1).normalize('NFC')));

/** End of what a plan's verb governs: its clause, at most 16 tokens. */
function clauseEnd(line: Line, from: number): number {
  let to = from;
  while (to < line.to && to < from + 16 && !stops(line, to)) to += 1;
  return to;
}

const INTENT =
  /^(le|te|les|voy|vamos|will|i|we|let|they|something|algo|recomiendo|aconsejo|tome|tomese|recommend|you|vuelva|haremos|pediremos|need|continue|follow|nos)$/;

/** A note tells of what was done in the same verbs; it plans only in the future, the imperative, or under its heading. */
function intends(line: Line, verb: PlanVerb): boolean {
  if (/^(plan|tratamiento|treatment|recomendaciones|recommendations)$/.test(wordAt(line, line.from))) return true;
  for (let i = verb.from; i < verb.to; i += 1) if (INTENT.test(wordAt(line, i))) return true;
  return INTENT.test(wordAt(line, verb.from - 1)) || /^('ll|will|to)$/.test(wordAt(line, verb.from - 1));
}

/**
 * What the clinician is going to do or asks the patient to do. Medicines and procedures governed by a plan's verb become
 * plans; a plan without either is taken as said.
 */
export function plansIn(line: Line, candidates: readonly Candidate[]): Candidate[] {
  if (line.question || line.segment.speaker === 'patient' || line.segment.speaker === 'other') return [];
  const out: Candidate[] = [];
  const verbs = verbsIn(line);
  for (const [k, verb] of verbs.entries()) {
    if (line.segment.speaker === 'unknown' && !intends(line, verb)) continue;
    if (PAST.test(wordAt(line, verb.from - 1)) || PAST.test(wordAt(line, verb.from - 2))) continue;
    const end = Math.min(clauseEnd(line, verb.to), verbs[k + 1]?.from ?? line.to);
    const governed = candidates.filter(
      (one) =>
        (one.kind === 'medication' || one.kind === 'procedure') &&
        one.at.from >= verb.to &&
        one.at.from < end &&
        one.assertion !== 'negated' &&
        !COMPARED.test(textBetween(line, verb.to, one.at.from)),
    );
    for (const one of governed) {
      one.grounds.push({ line, from: verb.from, to: verb.to });
      if (verb.kind === 'goes on') one.attributes.status = 'taking';
      else if (verb.kind === 'stops' || (verb.kind === 'swaps' && isGivenUp(line, verb, one, end)))
        one.attributes.status = 'stopped';
      else {
        one.kind = 'plan';
        if (isLookedFor(line, verb, one)) {
          one.name = said(line, one.at.from, one.at.to);
          one.concept = null;
          one.term = null;
        }
        if (one.at.from - verb.to <= NEAR && !governed.some((other) => other !== one && other.at.from < one.at.from))
          one.textFrom = verb.from;
        if (isSupposed(line, verb) || (/^(if|unless|should|si)$/.test(wordAt(line, end)) && stops(line, end)))
          one.assertion = 'hypothetical';
        else if (one.assertion === 'historical' || one.assertion === 'hypothetical') one.assertion = 'present';
      }
    }
    if (governed.length > 0 || verb.kind !== 'do') continue;
    let to = end;
    while (to > verb.to && /^(,|and|y|o|or|to|the|okay|ok|de|que|a|…|right)$/.test(wordAt(line, to - 1))) to -= 1;
    if (to - verb.to < 1 || SAYS_NOTHING.test(textBetween(line, verb.to, to))) continue;
    const found = { from: verb.from, to, mention: null, kind: 'plan' as const, name: said(line, verb.from, to) };
    const assertion = isSupposed(line, verb) ? 'hypothetical' : 'present';
    out.push(candidate(line, found, { assertion, experiencer: 'patient', relation: null, by: [] }));
  }
  return out;
}
