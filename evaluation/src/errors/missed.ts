import type { Fact, Segment, Summary } from '@clinical/contracts';
import { termsIn } from '../../../services/summarizer/src/language/lexicon.ts';
import { tokenise } from '../../../services/summarizer/src/language/tokens.ts';
import { factWords, fold, sameThing, spansIn, stems } from '../matching.ts';
import { because, type Cause } from './cause.ts';

/** A finding of the gold by its place. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const crosses = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  one.start < other.end && other.start < one.end;

/** A share of the words that makes a fact a partial answer. */
const PART = 0.34;
/** And one that makes a segment the place where the thing is said. */
const SAID = 0.67;

/** Facts that the score leaves out, with what leaves them out; null where the score counts them. */
type LeftOut = (fact: Fact) => Cause | null;

/** Why no fact that counts stands on a span of the gold. */
export function whyMissedAt(span: Span, segment: Segment, summary: Summary, leftOut: LeftOut): Cause {
  const here = summary.facts.filter((fact) => spansIn(fact, segment).some((one) => crosses(one, span)));
  const causes = here.map(leftOut).filter((cause) => cause !== null);
  const nearest = causes.find(({ kind }) => kind === 'assertion') ?? causes[0];
  if (nearest !== undefined) return nearest;
  if (here.length > 0) return because('boundary');
  const words = stems(span.text);
  const rejected = summary.rejected.find(
    ({ what, text, quote }) =>
      what === 'fact' &&
      [...stems(text)].some((word) => words.has(word)) &&
      (quote === null || fold(segment.text).includes(fold(quote))),
  );
  if (rejected !== undefined) return because('rejected', rejected.reason);
  const omitted = summary.possible_omissions.some(({ evidence }) =>
    evidence.some((one) => one.segment_id === segment.id && crosses(one, span)),
  );
  if (omitted) return because('omission');
  return saidOnly(span.text, segment.language === 'en' ? ['en', 'es'] : ['es', 'en']);
}

/** Why no fact that counts covers what the gold says in words of its own. */
export function whyMissed(wanted: string, summary: Summary, leftOut: LeftOut): Cause {
  for (const fact of summary.facts) {
    const cause = leftOut(fact);
    if (cause !== null && sameThing(wanted, factWords(fact))) return cause;
  }
  const rejected = summary.rejected.find(({ what, text }) => what === 'fact' && sameThing(wanted, text));
  if (rejected !== undefined) return because('rejected', rejected.reason);
  if (summary.possible_omissions.some(({ text }) => sameThing(wanted, text))) return because('omission');
  if (summary.facts.some((fact) => leftOut(fact) === null && sameThing(wanted, factWords(fact), PART)))
    return because('part');
  const { segments } = summary.transcript;
  if (segments.some(({ text }) => sameThing(wanted, text, SAID)))
    return saidOnly(wanted, summary.language === 'es' ? ['es', 'en'] : ['en', 'es']);
  return because(segments.some(({ text }) => sameThing(wanted, text, PART)) ? 'other_words' : 'unsaid');
}

function saidOnly(text: string, tongues: readonly ('es' | 'en')[]): Cause {
  const tokens = tokenise(text);
  const [known] = termsIn(tokens, 0, tokens.length, tongues);
  if (known !== undefined) return because('passed_over', known.term.kind);
  const words = tokens.filter(({ kind }) => kind !== 'mark').length;
  return because('unknown', words === 1 ? 'one word' : words <= 3 ? 'two or three words' : 'a longer phrase');
}
