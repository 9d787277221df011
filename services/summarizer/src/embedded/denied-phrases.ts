import { answersForm, courseAt, deniesQuality } from './denial-reach.ts';
import { deniedQualities } from './denied-qualities.ts';
import { findingNoun, kindOfNoun } from './finding-nouns.ts';
import type { Found, Reading } from './findings.ts';
import { headingsOf } from './headings.ts';
import { afterLightVerbs } from './light-verbs.ts';
import { namedBy } from './named-by.ts';
import { phraseEnd } from './phrases.ts';
import { inPredicate, predicatesOf } from './predicates.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';
import { scopeOf } from './scope.ts';
import { isSpecimen } from './specimen.ts';
import { words } from './word-set.ts';

const LIST = words(', y o e u ni or and nor /');
const BARE = words('no not ni nor');
const COPULA =
  /^(es|era|son|eran|fue|fueron|esta|estan|estaba|estaban|is|are|was|were|ser|be|been|negativo|negativa|negativos|negativas)$/;

/** What may stand right before `any NP` in a question whose answer then says whether it is so. */
const ASKS = words('any algun alguna algunos algunas');

/** `Sin antecedentes de interés` where the tables take the first words for the denial. */
const OF_NOTE = /^(interes|relevancia|importancia|consideracion)$/;

/** `No hay prisa`, `sin cita`, `en algún momento`: in talk anything may be denied; a finding is named as one, or described. */
function namesNoFinding(line: Line, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (namedBy(line, i) !== null) return false;
  return true;
}

/** `No guarding, bowel sounds present`: the item tells how something is. */
const TOLD_ANEW =
  /^(present|normal|intact|clear|clean|unremarkable|patent|preserved|stable|equal|regular|supple|good|fine|ok|okay|soft|smooth|positive|well|reduced|increased|raised|elevated|low|high|awaited|pending|deferred|reasonable|strong|warm|moist|central|unchanged|full)$/;

/** `Any skeletal or muscular issues`: of which kind, and nothing by itself. */
const KIND_OF = /^\w+(?:al|ic|ar|ical|ogic|ogical)$/;

/** `No uptake to suggest metastases`: what is pointed to is denied with it. */
function pointsTo(line: Line, at: number): number | null {
  if (/^(suggesting|indicating|suspicious|suggestive)$/.test(wordAt(line, at)))
    return /^(of|for)$/.test(wordAt(line, at + 1)) ? at + 2 : at + 1;
  return wordAt(line, at) === 'to' && /^(suggest|indicate|support|suspect)$/.test(wordAt(line, at + 1)) ? at + 2 : null;
}

/** `Absent pedal pulses`: what the body should do is what is missing. */
function lacksAFunction(line: Line, cue: { from: number; to: number }): boolean {
  if (wordAt(line, cue.from) !== 'absent' || cue.to - cue.from !== 1) return false;
  for (let i = cue.to; i < cue.to + 4 && line.tokens[i]?.kind === 'word'; i += 1)
    if (FUNCTIONS.test(wordAt(line, i))) return true;
  return false;
}
const FUNCTIONS =
  /^(pulses?|reflex(es)?|jerks?|sounds?|movements?|sensation|vision|hearing|speech|periods?|menses|power|tone|response|air entry)$/;

/** `Was not required`, `could not fasten her bra`, `has never smoked`: a verb or an adjective is denied, nothing found. */
const deniesAVerb = (line: Line, at: number): boolean =>
  !spanish(line) && /^(not|n't|never|cannot)$/.test(wordAt(line, at - 1)) && !/^(a|an|any|the)$/.test(wordAt(line, at));

/** `Alergias : no`: the noun phrase before the colon of a filled-in form. */
function formItem(line: Line, colon: number): { from: number; to: number } | null {
  let from = colon;
  while (
    from > line.from &&
    colon - from < 6 &&
    line.tokens[from - 1]?.kind === 'word' &&
    !/^(no|si)$/.test(wordAt(line, from - 1))
  )
    from -= 1;
  const found = from < colon ? findingNoun(line, from, false, true) : null;
  return found?.to === colon ? found : null;
}

/**
 * Noun phrases under a negation, as items of its list: `niega X, Y ni Z`, `sin X`, `no X`, `denies X or Y`; and in a
 * question those after `any`. Whether they are denied is then for their scope, or for the answer, to say.
 */
export function deniedPhrases(line: Line, known: readonly Found[], reading: Reading): Found[] {
  const out: Found[] = [];
  const asked = line.question || reading.exchanges.has(line.index);
  const taken = (from: number, to: number): Found | undefined =>
    [...known, ...out].find((one) => one.from < to && one.to > from);
  const take = ({ from, to }: { from: number; to: number }): void => {
    if (line.segment.speaker !== 'unknown' && spanish(line) && namesNoFinding(line, from, to)) return;
    if (to - from === 1 && KIND_OF.test(wordAt(line, from)) && LIST.has(wordAt(line, to))) return;
    if (isSpecimen(line, from) || (!asked && scopeOf(line, from, to, null).assertion === 'present')) return;
    out.push({ from, to, mention: null, kind: kindOfNoun(line, from), name: said(line, from, to) });
  };
  const list = (start: number, bare: boolean): void => {
    let at = start;
    for (let n = 0; n < 14 && at < line.to; n += 1) {
      const word = wordAt(line, at);
      if (LIST.has(word)) {
        at += 1;
        continue;
      }
      const found = findingNoun(line, at, bare, n === 0);
      if (found === null) {
        const known = taken(at, at + 1);
        if (n === 0 && OF_NOTE.test(wordAt(line, at)) && /^antecedentes?$/.test(wordAt(line, at - 2)))
          take({ from: at - 2, to: at + 1 });
        if (known === undefined) return;
        at = Math.max(known.to, phraseEnd(line, at));
        continue;
      }
      if (n > 0 && !spanish(line) && TOLD_ANEW.test(wordAt(line, found.to - 1)) && found.to > found.from + 1) return;
      const course = courseAt(line, found.from) === found.from && found.to > found.from + 1;
      if (course || taken(found.from, found.to) === undefined) take(found);
      at = pointsTo(line, found.to) ?? found.to;
      if (at > found.to) continue;
      if (!LIST.has(wordAt(line, at))) return;
    }
  };
  for (const quality of deniedQualities(line)) if (taken(quality.from, quality.to) === undefined) out.push(quality);
  for (const { says, subjects } of line.segment.speaker === 'unknown' ? predicatesOf(line) : [])
    if (says === 'negation' || says === 'possible')
      for (const subject of subjects) {
        if (taken(subject.from, subject.to) !== undefined) continue;
        const found = findingNoun(line, subject.from, false, true);
        if (
          found !== null &&
          !/^(appendix|gallbladder|spleen|pancreas|ovary|ovaries|uterus|prostate|kidneys?|liver|cecum|terminal|cord|duct|ducts|vessels?)$/.test(
            wordAt(line, found.to - 1),
          )
        )
          take({ from: found.from, to: Math.min(found.to, subject.to) });
      }
  for (const heading of line.segment.speaker === 'unknown' ? headingsOf(line) : []) list(heading.to, false);
  for (const cue of line.cues) {
    if (!cue.triggers.some((t) => t.category === 'negation' && t.direction !== 'backward')) continue;
    if (inPredicate(line, cue)) continue;
    const bare = cue.to - cue.from === 1 && BARE.has(wordAt(line, cue.from));
    if (bare && line.segment.speaker !== 'unknown') continue;
    if (bare && wordAt(line, cue.from - 1) === ':') {
      const answered = formItem(line, cue.from - 1);
      if (answered !== null && taken(answered.from, answered.to) === undefined) take(answered);
      if (answersForm(line, cue)) continue;
    }
    if (deniesQuality(line, cue) || lacksAFunction(line, cue)) continue;
    if (
      COPULA.test(wordAt(line, cue.to - 1)) ||
      (wordAt(line, cue.to - 1) !== 'for' &&
        (/^negativ/.test(wordAt(line, cue.from)) || /negativ/.test(wordAt(line, cue.to - 2))))
    )
      continue;
    if (bare && cue.from === line.from && /^[,.]$/.test(wordAt(line, cue.to))) continue;
    if (
      !spanish(line) &&
      line.segment.speaker !== 'unknown' &&
      !/^(den|without|absence|negative)/.test(wordAt(line, cue.from))
    )
      continue;
    const after = afterLightVerbs(line, cue.to);
    if (after === cue.to && deniesAVerb(line, cue.to)) continue;
    list(after, bare && after === cue.to && (spanish(line) || !/^(a|an|any|the)$/.test(wordAt(line, after))));
  }
  if (reading.exchanges.has(line.index)) {
    for (let i = line.from; i < line.to; i += 1) if (ASKS.has(wordAt(line, i))) list(i + 1, false);
  }
  return out;
}
