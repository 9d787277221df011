import type { Assertion, Experiencer } from '@clinical/contracts';
import type { Cue, Trigger, TriggerCategory } from '../language/triggers.ts';
import { barred } from './barriers.ts';
import { deniesBackwards, deniesClarity, deniesForwards } from './denial-reach.ts';
import { headingOver } from './headings.ts';
import { afterLightVerbs } from './light-verbs.ts';
import { type Person, personOver } from './persons.ts';
import { postposed } from './postposed.ts';
import { inPredicate, type Predicate, predicateOver } from './predicates.ts';
import { queriedAt } from './query-marks.ts';
import { type Line, spanish, textBetween, wordAt } from './reading.ts';
import { words } from './word-set.ts';

/** What the words around a finding make of it, and which words those are. */
export interface Scope {
  assertion: Assertion;
  experiencer: Experiencer;
  relation: string | null;
  /** Token spans of the words that decided. */
  readonly by: { readonly from: number; readonly to: number; readonly category: TriggerCategory | 'person' }[];
}

const BARE_NOT = words("no not n't nunca never tampoco ni nor jamas");
const BETWEEN = words(
  'se me le lo la te nos les os i been to really ha he han has have had do does did is was it that just even quite al ca wo could would can will',
);

const wordsBetween = (line: Line, from: number, to: number): number => {
  let count = 0;
  for (let i = from; i < to; i += 1) if (line.tokens[i]?.kind !== 'mark') count += 1;
  return count;
};

/** `Not that I can think of`: nothing is supposed. */
const isNothingElse = (line: Line, { from, to }: Cue): boolean =>
  wordAt(line, to - 1) === 'of' && /^think/.test(wordAt(line, to - 2)) && /^(can|could)$/.test(wordAt(line, from - 1));

function reaches(line: Line, cue: Cue, trigger: Trigger, from: number, to: number): boolean {
  const forward = trigger.direction === 'forward' || trigger.direction === 'bidirectional';
  const backward = trigger.direction === 'backward' || trigger.direction === 'bidirectional';
  if (forward && cue.from < from) {
    if (trigger.category === 'hypothetical' && isNothingElse(line, cue)) return false;
    if (inPredicate(line, cue)) return false;
    if (typeof trigger.reach === 'number' && wordsBetween(line, Math.min(cue.to, from), from) > trigger.reach)
      return false;
    const negation = trigger.category === 'negation';
    if (negation && !deniesForwards(line, cue, from, to)) return false;
    const heading = trigger.category === 'possible' && wordAt(line, cue.to) === ':' ? 1 : 0;
    const start = negation ? Math.min(afterLightVerbs(line, cue.to), from) : cue.to + heading;
    return !barred(line, start, from, trigger.reach === 'sentence');
  }
  if (backward && cue.from >= to) {
    const far = typeof trigger.reach === 'number' ? trigger.reach : 6;
    if (wordsBetween(line, to, cue.from) > far) return false;
    for (let i = to; i < cue.from; i += 1) {
      if ([',', ';', '.', '…', 'y', 'and'].includes(wordAt(line, i)) && !signsListed(line, from, cue)) return false;
      if (wordAt(line, i) === '(' && i < cue.from - 1) return false;
    }
    if (trigger.category === 'negation' && !deniesBackwards(line, cue, from)) return false;
    if (trigger.category === 'possible' && OF.test(wordAt(line, cue.from - 1))) return false;
    const end = wordAt(line, cue.from - 1) === ':' ? cue.from - 1 : cue.from;
    return !barred(line, to, end, false);
  }
  return false;
}

/** `Kernig y Brudzinski negativos`: signs that bear names share what their list ends with. */
function signsListed(line: Line, from: number, cue: Cue): boolean {
  if (!/^(negativ[oa]s|negative|ausentes)$/.test(wordAt(line, cue.to - 1))) return false;
  for (let i = from; i < cue.from; i += 1)
    if (line.tokens[i]?.shape === 'low' && !/^(,|y|e|and|\/|ni)$/.test(wordAt(line, i))) return false;
  return true;
}

/** `Demencia de probable origen mixto`: the doubt is of what follows it. */
const OF = /^(de|en|por|con|a|of|with|in)$/;

/** `No se me ha abierto la herida`: the wound is there. */
const DONE_TO_IT =
  /^(?:(?:se|me|le|te|ha|han|he) )*(?:abierto|abrio|infectado|infecto|cerrado|cicatrizado|mojado|tocado) (?:la|el|los|las|mi|mis) $/;

/** `No se me quita el dolor`, `the cough won't go away`: the verb is denied, the finding stays. */
function deniesAnotherVerb(line: Line, cue: Cue, mention: number): boolean {
  if (spanish(line) && DONE_TO_IT.test(textBetween(line, cue.to, mention))) return true;
  if (!BARE_NOT.has(wordAt(line, cue.to - 1)) || afterLightVerbs(line, cue.to) > cue.to) return false;
  let i = cue.to;
  while (i < mention && BETWEEN.has(wordAt(line, i))) i += 1;
  return i < mention && line.words.some((hit) => hit.as === 'persists' && hit.from === i);
}

/** `Ay, no`, `no, no`: what may stand before the word that answers. */
const BEFORE_NO = /^(?:,|no|yeah|yes|ay|uy|oh|ah|eh|bueno|pues|well)$/;

/** `Azul no, pálido`: it denies what stands before it. */
const postponed = (line: Line, cue: Cue): boolean =>
  spanish(line) &&
  /^(no|tampoco)$/.test(wordAt(line, cue.from)) &&
  wordAt(line, cue.to) === ',' &&
  line.tokens[cue.from - 1]?.kind === 'word' &&
  cue.from > line.from;

/** `No, ...`: the word answers what was asked; it denies nothing that follows. */
function isAnswer(line: Line, cue: Cue): boolean {
  const twice =
    cue.to - cue.from === 2 && /^no$/.test(wordAt(line, cue.from)) && /^no$/.test(wordAt(line, cue.from + 1));
  if (cue.to - cue.from !== 1 && !twice) return false;
  if (
    wordAt(line, cue.from) === 'no' &&
    !spanish(line) &&
    (/^(my|your|the|i|it|he|she|we|that|this)$/.test(wordAt(line, cue.to)) ||
      (wordAt(line, cue.to) === 'you' && wordAt(line, cue.to + 1) === 'know'))
  )
    return true;
  let at = cue.from - 1;
  while (at >= line.from && BEFORE_NO.test(wordAt(line, at))) at -= 1;
  if (postponed(line, cue)) return true;
  const aside = wordAt(line, cue.from - 1) === ',' && wordAt(line, cue.to) === ',';
  const opens =
    aside ||
    at < line.from ||
    (wordAt(line, at + 1) === ',' && at + 1 < cue.from - 1) ||
    /^[.…]+$/.test(wordAt(line, cue.from - 1));
  return opens && /^(|[,.…;]|just|only|solo|solamente|unicamente)$/.test(wordAt(line, cue.to));
}

const RANK: Record<string, number> = { hypothetical: 5, negation: 4, possible: 3, history: 2 };
const ASSERTION: Record<string, Assertion> = {
  hypothetical: 'hypothetical',
  negation: 'negated',
  possible: 'possible',
  history: 'historical',
};

/** `Sin síntomas de`, `no signs of`: the denial takes them in, whatever else such a phrase would mean. */
const SIGNS_OF = /^(such|including|sintomas?|signos?|clinica|symptoms?|signs?|causas?|causes?)$/;

/** `Sí que le notan torpe` typed without its accent, `Alergias : si`; `para la marcha, caída`: no condition and no aim. */
function notIf(line: Line, cue: Cue, from: number): boolean {
  const word = wordAt(line, cue.from);
  if (word === 'si') return wordAt(line, cue.from + 1) === 'que' || wordAt(line, cue.from - 1) === ':';
  if (word !== 'para' || cue.to - cue.from !== 2) return false;
  for (let i = cue.to; i < from; i += 1) if (/^[,;]$/.test(wordAt(line, i))) return true;
  return false;
}

/** `Maybe three glasses`: how many is what is unsure. */
const hedgesACount = (line: Line, cue: Cue): boolean =>
  /^(maybe|perhaps|probably|possibly|about|quizas?)$/.test(wordAt(line, cue.to - 1)) &&
  (line.tokens[cue.to]?.kind === 'number' ||
    line.words.some((hit) => hit.as === 'number' && hit.from === cue.to) ||
    A_DRINK.test(textBetween(line, cue.to, Math.min(line.to, cue.to + 6))));

/** `Maybe some wine at weekends`. */
const A_DRINK =
  /^(?:, (?:maybe|perhaps|probably) )*(?:some|an?|the odd|the occasional|un|una|algun|alguna) (?:\w+ of )?(?:wines?|beers?|drinks?|glass(?:es)?|pints?|cigarettes?|fags?|cocktails?|spirits|cider|vin(?:o|ito)s?|cervezas?|cervecitas?|copas?|copitas?|cigarros?|cigarrillos?) /;

/** A denial that opens a new statement after a comma is not under the condition or the fear before it. */
function deniedAnew(line: Line, hypothetical: Scope['by'][number], denial: Scope['by'][number]): boolean {
  if (/^(si|if)$/.test(wordAt(line, hypothetical.to - 1))) return false;
  return denial.from > hypothetical.to && /^[,;]$/.test(wordAt(line, denial.from - 1));
}

/** `Pain on movement, nil at rest`: not there, but there it is. */
const isNilElsewhere = (line: Line, cue: Cue, to: number): boolean =>
  cue.from >= to &&
  /^(nil|none)$/.test(wordAt(line, cue.to - 1)) &&
  /^(at|on|in|with|during|when|l|r|left|right|today|now)$/.test(wordAt(line, cue.to));

/** `No tengo fuerzas para nada`: the second denial goes with the one that is part of the finding. */
const deniesTwice = (line: Line, cue: Cue, from: number, to: number): boolean =>
  wordAt(line, from) === 'no' && cue.from === to && /^(nada|absoluto)$/.test(wordAt(line, cue.to - 1));

/** `I do n't enjoy anything`: its denial is part of the finding. */
function deniesItself(line: Line, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (/^(n't|not|cannot)$/.test(wordAt(line, i))) return true;
  return false;
}

/** `Clear phlegm` is a kind of it. */
const isClearLiquid = (line: Line, cue: Cue): boolean =>
  wordAt(line, cue.to - 1) === 'clear' &&
  /^(phlegm|sputum|mucus|discharge|fluid|urine|liquid|snot|spit)$/.test(wordAt(line, cue.to));

/** `A three day history of`: how long it has lasted, no past. */
const lasts = (line: Line, cue: Cue): boolean =>
  line.words.some((hit) => hit.as === 'time' && hit.to === cue.from) ||
  /^\d{1,2}\/(?:7|52|12)$/.test(wordAt(line, cue.from - 1));

/** `He's had a cold since Sunday`: begun then, and still there. */
const goesOn = (line: Line, cue: Cue, to: number): boolean => {
  if (wordAt(line, cue.from) !== 'had' || !/^('s|'ve|has|have|been)$/.test(wordAt(line, cue.from - 1))) return false;
  for (let i = to; i < Math.min(line.to, to + 4); i += 1) if (/^(since|for)$/.test(wordAt(line, i))) return true;
  return false;
};

/** Of several words that say the same, the nearest before the finding is the one it stands on. */
function nearestOnly(scope: Scope, cue: Scope['by'][number], at: number): void {
  const same = scope.by.findIndex((other) => other.category === cue.category && other.from < at);
  if (same >= 0 && cue.from < at) scope.by[same] = cue;
  else scope.by.push(cue);
}

/** `( síncope ? )`. */
function doubtedInBrackets(line: Line, to: number): boolean {
  let i = to;
  while (i < to + 3 && line.tokens[i]?.kind === 'word') i += 1;
  while (wordAt(line, i) === '?') i += 1;
  return wordAt(line, i - 1) === '?' && wordAt(line, i) === ')';
}

const overlaps = (one: { from: number; to: number }, other: { from: number; to: number }): boolean =>
  one.from < other.to && one.to > other.from;

/** `Screening for chlamydia was negative`: what it was looked for with has answered. */
const isAnswered = (cue: Cue, predicate: Predicate | undefined): boolean =>
  predicate?.says === 'negation' && predicate.subjects.some(({ from, to }) => cue.from >= from && cue.from < to);

/** `No rash, fever present`, `amylase not raised, making pancreatitis unlikely`: a statement of its own after the comma. */
function affirmsAnew(line: Line, cue: Cue, { says, subjects }: Predicate): boolean {
  const [only, ...more] = subjects;
  return (
    (says === 'affirmed' || says === 'possible') &&
    only !== undefined &&
    more.length === 0 &&
    cue.to < only.from &&
    /^(,|making|rendering)$/.test(wordAt(line, only.from - 1))
  );
}

/** `(-) fever`. */
const signBefore = (line: Line, from: number): boolean =>
  wordAt(line, from - 1) === ')' && /^[-–−]$/.test(wordAt(line, from - 2)) && wordAt(line, from - 3) === '(';

/** Reads the scope of a finding at tokens `from`..`to` of its line (NegEx and ConText, with persons by grammar). */
export function scopeOf(line: Line, from: number, to: number, topic: Person | null, children = true): Scope {
  const scope: Scope = { assertion: 'present', experiencer: 'patient', relation: null, by: [] };
  let rank = 0;
  const predicate = predicateOver(line, from, to);
  const says = predicate?.says;
  if (predicate !== undefined && (says === 'negation' || says === 'possible' || says === 'history')) {
    scope.by.push({ from: predicate.from, to: predicate.to, category: says });
    rank = RANK[says] as number;
    scope.assertion = ASSERTION[says] as Assertion;
  }
  if (wordAt(line, from - 1) === 'non' && !spanish(line)) {
    scope.by.push({ from: from - 1, to: from, category: 'negation' });
    rank = RANK.negation as number;
    scope.assertion = 'negated';
  }
  const heading = headingOver(line, from, to);
  if (heading !== undefined || signBefore(line, from)) {
    const by = heading ?? { from: from - 3, to: from };
    scope.by.push({ from: by.from, to: by.to, category: 'negation' });
    rank = RANK.negation as number;
    scope.assertion = 'negated';
  }
  const query = line.segment.speaker === 'unknown' ? queriedAt(line, from) : null;
  if (query !== null && rank < (RANK.possible as number)) {
    scope.by.push({ from: query, to: query + 1, category: 'possible' });
    rank = RANK.possible as number;
    scope.assertion = 'possible';
  }
  for (const cue of line.cues) {
    if (cue.from < to && cue.to > from && (cue.from >= from || deniesItself(line, from, to))) continue;
    if (predicate !== undefined && (overlaps(cue, predicate) || affirmsAnew(line, cue, predicate))) continue;
    for (const trigger of cue.triggers) {
      const weight = RANK[trigger.category];
      if (weight === undefined || !reaches(line, cue, trigger, from, to)) continue;
      if (trigger.category === 'history' && (lasts(line, cue) || goesOn(line, cue, to))) continue;
      if (
        trigger.category === 'negation' &&
        (isClearLiquid(line, cue) || isNilElsewhere(line, cue, to) || deniesTwice(line, cue, from, to))
      )
        continue;
      if (trigger.category === 'hypothetical' && wordAt(line, cue.to) === ':' && cue.to <= from) continue;
      if (trigger.category === 'hypothetical' && (notIf(line, cue, from) || isAnswered(cue, predicate))) continue;
      if (trigger.category === 'possible' && hedgesACount(line, cue)) continue;
      if (trigger.category === 'negation') {
        if (cue.from < from && (isAnswer(line, cue) || deniesAnotherVerb(line, cue, from))) continue;
      }
      nearestOnly(scope, { from: cue.from, to: cue.to, category: trigger.category }, from);
      if (weight > rank) {
        rank = weight;
        scope.assertion = ASSERTION[trigger.category] as Assertion;
      }
      break;
    }
  }
  const after = postposed(line, from, to);
  if (after?.says === 'yes' && scope.assertion === 'negated') {
    scope.assertion = 'present';
    scope.by.splice(0, scope.by.length, ...scope.by.filter(({ category }) => category !== 'negation'));
  }
  if (after?.says === 'no' && scope.assertion !== 'hypothetical') {
    scope.assertion = 'negated';
    scope.by.push({ from: after.from, to: after.to, category: 'negation' });
  }
  const denial = scope.by.find((cue) => cue.category === 'negation');
  if (scope.assertion === 'hypothetical' && denial !== undefined) {
    const all = scope.by.filter((cue) => cue.category === 'hypothetical');
    if (all.every((cue) => SIGNS_OF.test(wordAt(line, cue.from)) || deniedAnew(line, cue, denial)))
      scope.assertion = 'negated';
  }
  if (scope.assertion === 'negated' && denial !== undefined && deniesClarity(line, denial, from, to))
    scope.assertion = 'possible';
  if (scope.assertion === 'present' && (wordAt(line, from - 1) === '?' || doubtedInBrackets(line, to)))
    scope.assertion = 'possible';
  const person = personOver(line, from, to, topic, children);
  if (person !== null) {
    scope.experiencer = person.experiencer;
    scope.relation = person.relation;
    if (person.to > person.from) scope.by.push({ from: person.from, to: person.to, category: 'person' });
    if (person.experiencer === 'family' && scope.assertion !== 'negated' && scope.assertion !== 'hypothetical') {
      scope.assertion = 'family';
    }
  }
  return scope;
}
