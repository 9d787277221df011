import type { Draft, DraftFact } from '../engine.ts';
import { termsIn } from '../language/lexicon.ts';
import { tokenise } from '../language/tokens.ts';
import type { ModelAnswer } from './answer-schema.ts';

const UCUM = { years: 'a', months: 'mo', weeks: 'wk', days: 'd' } as const;

/** The answers to all parts as one draft. Concepts are assigned here, by the tables: no code comes from the model. */
export function toDraft(answers: readonly ModelAnswer[]): Draft {
  const facts: DraftFact[] = [];
  const narrative: Draft['narrative'][number][] = [];
  for (const answer of answers) {
    const first = facts.length;
    for (const fact of answer.facts) facts.push({ ...fact, concept: conceptOf(fact.name), source: 'model' });
    for (const { text, facts: cited } of answer.narrative) {
      narrative.push({ text, facts: cited.filter((i) => answer.facts[i] !== undefined).map((i) => first + i) });
    }
  }
  const age = answers.find((answer) => answer.age !== null)?.age ?? null;
  const gender = answers.find((answer) => answer.gender !== null)?.gender ?? null;
  return {
    age: age === null ? null : { value: age.value, unit: UCUM[age.unit], quotes: age.quotes },
    gender,
    facts,
    narrative,
  };
}

/** The concept that the whole name is a term for. */
function conceptOf(name: string): string | null {
  const tokens = tokenise(name);
  const [only, more] = termsIn(tokens, 0, tokens.length, ['es', 'en']);
  const whole = only !== undefined && more === undefined && only.from === 0 && only.to === tokens.length;
  return whole && !only.term.absent ? only.term.concept : null;
}
