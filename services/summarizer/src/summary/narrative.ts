import type { Assertion, Fact, NarrativeSentence, RejectedDraft, Summary } from '@clinical/contracts';
import type { Draft } from '../engine.ts';
import { type Term, type Tongue, termsIn } from '../language/lexicon.ts';
import { type Token, tokenise } from '../language/tokens.ts';
import type { Steps } from '../steps.ts';
import { FAMILY, KIN } from '../verify/context/experiencers.ts';
import { has } from '../verify/context/patterns.ts';
import { scopeOf } from '../verify/context/scope.ts';
import { sidesIn } from '../verify/laterality.ts';
import { claimedNumbers, numbersIn } from '../verify/numbers.ts';
import { foldInPlace, type Reading } from '../verify/reading.ts';
import { isFrame, isStop, stem } from '../verify/words.ts';
import { NARRATING } from './narrating.ts';
import { templateNarrative } from './templates.ts';

/**
 * The engine's sentences that say no more than the facts they cite, then templates for the facts that no sentence
 * cites. A sentence that was dropped is told with its reason.
 */
export function* narrate(
  draft: Draft['narrative'],
  became: readonly (number | null)[],
  patient: Summary['patient'],
  facts: readonly Fact[],
  reading: Reading,
  tongue: Tongue,
): Steps<{ readonly narrative: NarrativeSentence[]; readonly rejected: RejectedDraft[] }> {
  const kept: NarrativeSentence[] = [];
  const rejected: RejectedDraft[] = [];
  for (const { text, facts: claimed } of draft) {
    yield;
    const cited = [...new Set(claimed.map((i) => became[i] ?? null).filter((i) => i !== null))].map((i) => facts[i]!);
    const reason = whyDropped(text, cited, patient, reading, tongue);
    if (reason !== null) rejected.push({ what: 'narrative', kind: null, text, quote: null, reason });
    else {
      const segments = cited.flatMap(({ evidence }) => evidence.map(({ segment_id }) => segment_id));
      kept.push({ text, fact_ids: cited.map(({ id }) => id), segment_ids: [...new Set(segments)] });
    }
  }
  if (kept.length === 0) return { narrative: templateNarrative(patient, facts, reading, tongue), rejected };
  const told = new Set(kept.flatMap(({ fact_ids }) => fact_ids));
  const untold = facts.filter(({ id }) => !told.has(id));
  const none = { age: null, gender: null };
  const rest = templateNarrative(none, untold, reading, tongue).filter(({ fact_ids }) => fact_ids.length > 0);
  return { narrative: [...kept, ...rest], rejected };
}

function whyDropped(
  text: string,
  cited: readonly Fact[],
  patient: Summary['patient'],
  reading: Reading,
  tongue: Tongue,
): string | null {
  if (cited.length === 0) return 'no_verified_fact_cited';
  const tongues: readonly Tongue[] = [tongue];
  const tokens = tokenise(text);
  if (isTranslated(tokens, reading)) return 'other_language';
  const carried = cited.map(wordsOf);
  const known = tokenise([...carried, ...patientWords(patient)].join(' . '));
  const numbers = new Set(numbersIn(known, ['es', 'en']).flatMap(({ values }) => values));
  if (!claimedNumbers(tokens, tongues).every((value) => numbers.has(value))) return 'number_not_in_facts';
  const sides = new Set(sidesIn(known).map(({ side }) => side));
  if (!sidesIn(tokens).every(({ side }) => sides.has(side))) return 'laterality_mismatch';
  const keys = new Map(cited.map((fact, i) => [fact, new Set(keysOf(carried[i]!))]));
  for (const { term, from, to } of termsIn(tokens, 0, tokens.length, tongues)) {
    const carriers = cited.filter((fact) => keys.get(fact)!.has(term.key));
    if (carriers.length === 0) return term.kind === 'medication' ? 'drug_not_in_facts' : 'finding_not_in_facts';
    if (!carriers.some((fact) => says(text, tokens[from]!.start, tokens[to - 1]!.end, fact, tongue)))
      return 'polarity_conflict';
  }
  const stems = new Set(known.map((token) => stem(token.text)));
  for (const [fact] of keys) {
    const place = nameIn(text, fact);
    if (place !== null && !says(text, place.start, place.end, fact, tongue)) return 'polarity_conflict';
  }
  const strange = tokens.some(
    ({ kind, text: word }) =>
      kind === 'word' &&
      word.length > 3 &&
      !isStop(word) &&
      !isFrame(word) &&
      !stems.has(stem(word)) &&
      !reading.stems().has(stem(word)) &&
      !NARRATING.has(word),
  );
  return strange ? 'words_not_in_facts' : null;
}

const FRAME: Readonly<Record<Tongue, ReadonlySet<string>>> = {
  es: new Set('el la los las del que y con por desde hace paciente refiere presenta niega tiene toma su'.split(' ')),
  en: new Set('the of and with for since is are was has have had patient reports presents denies takes'.split(' ')),
};

/** The summary speaks the conversation's language: no word of the other frames a sentence, unless it was said. */
function isTranslated(tokens: readonly Token[], { language, stems }: Reading): boolean {
  if (language !== 'es' && language !== 'en') return false;
  const foreign = FRAME[language === 'es' ? 'en' : 'es'];
  return tokens.some(({ text }) => foreign.has(text) && !stems().has(stem(text)));
}

/** All that a fact says, and the words that it stands on. */
const wordsOf = (fact: Fact): string =>
  [fact.name, fact.text, fact.relation, ...Object.values(fact.attributes), ...fact.evidence.map(({ quote }) => quote)]
    .filter((word) => word !== null)
    .join(' . ');

function patientWords({ age, gender }: Summary['patient']): string[] {
  const words =
    gender?.value === 'male'
      ? 'male man masculino hombre varón'
      : gender?.value === 'female'
        ? 'female woman femenino femenina mujer'
        : '';
  return [age === null ? '' : `${age.value} years años`, words];
}

const keysOf = (text: string): string[] => {
  const tokens = tokenise(text);
  return termsIn(tokens, 0, tokens.length, ['es', 'en']).map(({ term }: { term: Term }) => term.key);
};

function nameIn(text: string, fact: Fact): { start: number; end: number } | null {
  const start = foldInPlace(text).indexOf(foldInPlace(fact.name));
  return start < 0 ? null : { start, end: start + fact.name.length };
}

const EXPRESSES: Readonly<Record<Assertion, readonly string[]>> = {
  present: ['affirmed', 'possible'],
  negated: ['negated'],
  possible: ['possible'],
  historical: ['affirmed', 'possible', 'negated'],
  family: ['affirmed', 'possible'],
  hypothetical: ['hypothetical'],
};

/** The sentence asserts the fact as the fact is asserted: a denial as a denial, the past as past, a relative's as theirs. */
function says(text: string, start: number, end: number, fact: Fact, tongue: Tongue): boolean {
  const folded = foldInPlace(text);
  const { polarity, past } = scopeOf(text, folded, start, end);
  const kin = has(KIN[tongue], folded) || has(FAMILY, folded);
  if ((fact.experiencer === 'family') !== kin) return false;
  if (fact.assertion === 'historical' && !past) return false;
  return EXPRESSES[fact.assertion].includes(polarity);
}
