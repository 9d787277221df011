import type { Fact } from '@clinical/contracts';
import { because, type Cause } from '../errors/cause.ts';
import { whyMissed } from '../errors/missed.ts';
import { keys } from '../matching.ts';
import { ratio } from '../statistics.ts';
import { type Item, isConditional, itemsOf, partsOf } from './checklist-items.ts';
import type { Outcome, Scorer } from './scorer.ts';
import { type Said, saidBy, saidOfAge, type Told, toldBy } from './told.ts';

/** Clinicians' checklists: critical items told by some fact, and told with the right polarity. */
export const checklist: Scorer = {
  scores: [
    { name: 'critical items recall', better: 'higher', target: 0.6, gated: true, figure: ratio },
    { name: 'polarity right of those found', better: 'higher', target: 0.97, gated: true, figure: ratio },
    { name: 'all items recall', better: 'higher', target: null, gated: false, figure: ratio },
  ],
  count({ record, summary }, note) {
    const lists = record.row.checklists;
    if (!Array.isArray(lists)) return null;
    const said = tellings(summary);
    const planned = summary.facts.filter(isUnderACondition).map(saidBy);
    const counts = { critical: [0, 0], all: [0, 0], polarity: [0, 0] };
    for (const items of lists.flatMap(({ checklists }: { checklists: Parameters<typeof itemsOf>[0][] }) =>
      checklists.map((list) => itemsOf(list, record.language)),
    )) {
      for (const item of items) {
        const parts = toldInParts(item, isConditional(item) ? [...said, ...planned] : said);
        const told = parts.flatMap((part) => part.told);
        for (const count of item.critical ? [counts.all, counts.critical] : [counts.all]) {
          count[0]! += Number(told.length > 0);
          count[1]! += 1;
        }
        if (told.length === 0) {
          const why = whyMissed(item.text, summary, leftOut);
          note('all items recall', why, item.text);
          if (item.critical) note('critical items recall', why, item.text);
        }
        const judged = parts.flatMap((part) => {
          const named = closest(part.told.filter((one) => one.named && one.said.fact !== null));
          return named.length === 0 || part.item.polarity === 'mixed' ? [] : [{ ...part, named }];
        });
        if (judged.length === 0) continue;
        const wrong = judged.find((part) => !agree(part.item, part.named, items));
        counts.polarity[0]! += Number(wrong === undefined);
        counts.polarity[1]! += 1;
        if (wrong !== undefined)
          note(
            'polarity right of those found',
            because('assertion', wrong.named[0]!.said.fact?.assertion),
            `${item.text} <> ${wrong.named.map(({ said: { fact } }) => `${fact?.name} ${fact?.assertion}`).join('; ')}`,
          );
      }
    }
    return {
      'critical items recall': counts.critical,
      'polarity right of those found': counts.polarity,
      'all items recall': counts.all,
    };
  },
};

interface TellsPart {
  readonly item: Item;
  readonly told: readonly Told[];
}

/** Who tells a line: facts that carry most of it or, of a line that joins several things, some fact for each of them. */
function toldInParts(item: Item, said: readonly Said[]): readonly TellsPart[] {
  const whole = item.bare ? toldUnder(item, said) : toldBy(item.text, said);
  if (whole.length > 0) return [{ item, told: whole }];
  const parts = partsOf(item).map((part) => ({ item: part, told: toldBy(part.text, said) }));
  return parts.every(({ told }) => told.length > 0) ? parts : [];
}

const isUnderACondition = ({ experiencer, assertion }: Fact): boolean =>
  experiencer !== 'other' && assertion === 'hypothetical';

const leftOut = ({ experiencer, assertion }: Fact): Cause | null =>
  experiencer === 'other' ? because('person') : assertion === 'hypothetical' ? because('assertion', assertion) : null;

/** What is told of the patient and the family: a condition under which something might be so tells nothing. */
function tellings({ facts, patient }: Outcome['summary']): Said[] {
  const out = facts.filter((fact) => leftOut(fact) === null).map(saidBy);
  if (patient.age !== null) out.push(saidOfAge(`${patient.age.value} years old`));
  return out;
}

const UNDER: Record<NonNullable<Item['heading']>, RegExp> = {
  conditions: /medical|condition|illness|problem|health|surg|m[eé]dic[oa]s|enfermedad|antecedentes/i,
  medicines: /medicat|medicin|medicament|medicaci|drug|pills|tablets|pastillas|tratamiento/i,
  family: /famil/i,
};

/** `Nil` under a heading: a fact that denies what the heading asks for. */
function toldUnder({ heading }: Item, said: readonly Said[]): Told[] {
  if (heading === null) return [];
  return said
    .filter(({ fact }) => fact?.assertion === 'negated' && UNDER[heading].test(`${fact.name} ${fact.text}`))
    .map((one) => ({ said: one, words: 1, named: true }));
}

const closest = (told: readonly Told[]): Told[] => {
  const most = Math.max(...told.map(({ words }) => words));
  return told.filter(({ words }) => words === most);
};

/**
 * The facts nearest to the item say as it does; one that says otherwise is excused where the list does so too, or says
 * itself that there is one (`no other allergies`).
 */
function agree(item: Item, named: readonly Told[], items: readonly Item[]): boolean {
  const right = named.filter(({ said }) => says(item, said.fact as Fact));
  if (right.length === 0 || right.length === named.length) return right.length > 0;
  if (/\b(?:other|else|otr[oa]s?)\b/i.test(item.text)) return true;
  const mine = keys(item.text);
  return items.some((other) => other.polarity !== item.polarity && [...keys(other.text)].some((key) => mine.has(key)));
}

const DENIES = /(?:\b(?:no|not|never|without|sin|nunca)\b|n['’]t\b)/i;

/** A denial inside the item's own term (`not eating`) or the fact's own words (`can't sleep`) is no denial of it. */
function says(item: Item, fact: Fact): boolean {
  const denied = (fact.assertion === 'negated') !== (keys(fact.text).size === 0 && DENIES.test(fact.text));
  if (item.polarity === 'unsure') return fact.assertion === 'possible';
  return denied === (item.polarity === 'negated');
}
