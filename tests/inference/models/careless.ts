import { type FactKind, NO_ATTRIBUTES, type Transcript } from '@clinical/contracts';
import { termsIn } from '../../../services/summarizer/src/language/lexicon.ts';
import { tokenise } from '../../../services/summarizer/src/language/tokens.ts';
import { sentenceSpans } from '../../../services/summarizer/src/verify/reading.ts';

interface Claim {
  readonly kind: FactKind;
  readonly name: string;
  readonly segment_id: string;
  readonly quote: string;
}

const present = ({ kind, name, segment_id, quote }: Claim) => ({
  kind,
  text: name,
  name,
  assertion: 'present' as const,
  experiencer: 'patient' as const,
  relation: null,
  attributes: NO_ATTRIBUTES,
  quotes: [{ segment_id, quote }],
});

/** Every finding and drug that is mentioned, whatever is said of it, and whoever has it. */
function mentioned(transcript: Transcript): Claim[] {
  return transcript.segments.flatMap(({ id, text }) => {
    const tokens = tokenise(text);
    return termsIn(tokens, 0, tokens.length, ['es', 'en']).flatMap(({ term, from, to }) => {
      const start = tokens[from]!.start;
      const name = text.slice(start, tokens[to - 1]!.end);
      const sentence = sentenceSpans(text).find((span) => start >= span.start && start < span.end);
      const quotes = [name, text.slice(sentence?.start ?? 0, sentence?.end ?? text.length)];
      return quotes.map((quote) => ({ kind: term.kind, name, segment_id: id, quote }));
    });
  });
}

/** Words that a careless reader takes for findings though no table knows them. */
function named(transcript: Transcript, names: readonly string[]): Claim[] {
  return transcript.segments.flatMap(({ id, text }) =>
    names.flatMap((name) => {
      const at = text.toLowerCase().indexOf(name.toLowerCase());
      if (at < 0) return [];
      const quote = text.slice(at, at + name.length);
      return [quote, text].map((words) => ({ kind: 'symptom' as const, name: quote, segment_id: id, quote: words }));
    }),
  );
}

/**
 * What a careless model answers: all that is mentioned is present and the patient's, with an invention and a number of
 * its own on top, told in a confident narrative.
 */
export function carelessly(transcript: Transcript, names: readonly string[] = []) {
  const claims = [...mentioned(transcript), ...named(transcript, names)];
  const first = transcript.segments[0];
  const facts = [
    ...claims.map(present),
    present({
      kind: 'condition',
      name: 'sarcoidosis',
      segment_id: first?.id ?? 's1',
      quote: 'was diagnosed with sarcoidosis',
    }),
    present({ kind: 'condition', name: 'sarcoidosis', segment_id: first?.id ?? 's1', quote: first?.text ?? '' }),
  ];
  const told = [...new Set(claims.map(({ name }) => name))];
  return {
    age: { value: 77, unit: 'years', quotes: [{ segment_id: first?.id ?? 's1', quote: first?.text ?? '' }] },
    gender: null,
    facts,
    narrative: [
      { text: `The patient has ${told.join(', ')} and sarcoidosis.`, facts: facts.map((_, i) => i) },
      ...told.map((name, i) => ({ text: `The patient has ${name}.`, facts: [i * 2] })),
    ],
  };
}

interface GivenClaim {
  readonly kind: FactKind;
  readonly name: string;
  readonly text?: string | undefined;
  readonly quote: string;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

/** One more claim in the model's form, under the segment that holds its quote. */
export function claimed(transcript: Transcript, { kind, name, text, quote, attributes }: GivenClaim) {
  const segment = transcript.segments.find((one) => one.text.includes(quote)) ?? transcript.segments[0];
  const claim = present({ kind, name, segment_id: segment?.id ?? 's1', quote });
  return { ...claim, text: text ?? name, attributes: { ...NO_ATTRIBUTES, ...attributes } };
}
