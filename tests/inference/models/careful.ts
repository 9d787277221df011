import { draftOf } from '../../../services/summarizer/src/embedded/engine.ts';
import type { Draft } from '../../../services/summarizer/src/engine.ts';
import type { Answer } from '../chat.ts';
import { emptyAnswer } from '../chat.ts';
import { conversationOf } from './conversation.ts';

const UNITS = { a: 'years', mo: 'months', wk: 'weeks', d: 'days' } as const;

type Quote = { readonly segment_id: string; readonly quote: string };
const bare = (quotes: readonly Quote[]): Quote[] => quotes.map(({ segment_id, quote }) => ({ segment_id, quote }));

/** A draft in the form in which a model is asked to answer. */
export function asModelAnswer(draft: Draft) {
  const { age, gender } = draft;
  return {
    age: age && { value: age.value, unit: UNITS[age.unit], quotes: bare(age.quotes) },
    gender: gender && { value: gender.value, quotes: bare(gender.quotes) },
    facts: draft.facts.map(({ kind, text, name, assertion, experiencer, relation, attributes, quotes }) => ({
      kind,
      text,
      name,
      assertion,
      experiencer,
      relation,
      attributes,
      quotes: bare(quotes),
    })),
    narrative: draft.narrative,
  };
}

/** A model that reads well: it answers what the rules of the embedded engine find, in the model's form. */
const careful: Answer = (request) => {
  const transcript = conversationOf(request);
  return transcript === null ? emptyAnswer(request) : asModelAnswer(draftOf(transcript));
};
export default careful;
