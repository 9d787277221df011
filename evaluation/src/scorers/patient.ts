import type { Summary } from '@clinical/contracts';
import { because, type Cause } from '../errors/cause.ts';
import { ratio } from '../statistics.ts';
import { ageMentioned, sexMentioned } from './mentions.ts';
import type { Outcome, Scorer } from './scorer.ts';

interface Gold {
  /** Null: not known, or not to be compared. */
  readonly age: { readonly value: number; readonly unit: string } | null;
  readonly ageStated: boolean;
  readonly gender: 'male' | 'female' | null;
  readonly genderStated: boolean;
}

function goldOf({ record }: Outcome): Gold | null {
  const { gold } = record.row;
  if (gold === undefined) return null;
  if ('age_mentions' in gold || 'sex_mentions' in gold) {
    const said: string | undefined = gold.age_mentions?.[0];
    const age = ageMentioned(said, record.language);
    const gender = sexMentioned(gold.sex_mentions ?? [], record.language);
    return { age, ageStated: said !== undefined, gender, genderStated: gender !== null };
  }
  if (!('age_stated' in gold)) return null;
  return {
    age: typeof gold.age === 'number' ? { value: gold.age, unit: 'a' } : null,
    ageStated: gold.age_stated === true,
    gender: gold.gender === 'male' || gold.gender === 'female' ? gold.gender : null,
    genderStated: gold.gender_word_stated === true,
  };
}

/** Age and gender: right where stated, invented where not. */
export const patient: Scorer = {
  scores: [
    { name: 'stated age right', better: 'higher', target: 0.98, gated: true, figure: ratio },
    { name: 'age invented where not stated', better: 'lower', target: 0.005, gated: true, figure: ratio },
    { name: 'stated gender right', better: 'higher', target: 0.97, gated: true, figure: ratio },
    { name: 'gender wrong', better: 'lower', target: 0.005, gated: true, figure: ratio },
  ],
  count(outcome, note) {
    const gold = goldOf(outcome);
    if (gold === null) return null;
    const { age, gender } = outcome.summary.patient;
    const counts: { [score: string]: number[] } = {};
    if (gold.ageStated && gold.age !== null) {
      const right = age !== null && age.value === gold.age.value && age.unit === gold.age.unit;
      counts['stated age right'] = [Number(right), 1];
      if (!right)
        note(
          'stated age right',
          whyNot('age', age !== null, outcome.summary),
          `gold ${gold.age.value} ${gold.age.unit}, got ${age?.value ?? 'none'} ${age?.unit ?? ''}: ${age?.evidence[0]?.quote ?? ''}`,
        );
    } else if (age === null || gold.age !== null || !saidInMonths(outcome)) {
      counts['age invented where not stated'] = [Number(age !== null), 1];
      if (age !== null)
        note(
          'age invented where not stated',
          because('not_gold', age.unit),
          `${age.value} ${age.unit}: ${age.evidence[0]?.quote ?? ''}`,
        );
    }
    if (gold.gender !== null) {
      if (gold.genderStated) counts['stated gender right'] = [Number(gender?.value === gold.gender), 1];
      const wrong = gender !== null && gender.value !== gold.gender;
      counts['gender wrong'] = [Number(wrong), 1];
      const told = `gold ${gold.gender}, got ${gender?.value ?? 'none'}: ${gender?.evidence[0]?.quote ?? ''}`;
      const cause = whyNot('gender', gender !== null, outcome.summary);
      if (wrong) note('gender wrong', cause, told);
      if (gold.genderStated && (wrong || gender === null)) note('stated gender right', cause, told);
    }
    return counts;
  },
};

function whyNot(what: 'age' | 'gender', published: boolean, summary: Summary): Cause {
  if (published) return because('value');
  const rejected = summary.rejected.find((one) => one.what === what);
  return rejected === undefined ? because('not_read') : because('rejected', rejected.reason);
}

const UNIT = { a: null, mo: 'month|mes', wk: 'week|semana', d: 'day|d[ií]a' } as const;

/** A gold of whole years says nothing of an infant whose age the transcript gives word for word in a smaller unit. */
function saidInMonths({ summary, record }: Outcome): boolean {
  const { age } = summary.patient;
  const unit = age === null ? null : UNIT[age.unit];
  if (age === null || unit === null) return false;
  const said = new RegExp(`(?<!\\d)${age.value}[ -](?:${unit})(?:e?s)?(?:[ -]old| de (?:edad|vida))`, 'iu');
  return record.transcript.segments.some(({ text }) => said.test(text));
}
