import type { Language, Segment, Transcript } from '@clinical/contracts';
import { type Mention, type Tongue, termsIn } from '../language/lexicon.ts';
import { TRANSCRIBERS_MARK } from '../language/normalise.ts';
import { tokensOf } from '../language/segments.ts';
import { spokenForIn } from '../language/spoken-for.ts';
import type { Token } from '../language/tokens.ts';
import { tonguesFor } from '../language/tongues.ts';
import { stem } from './words.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A segment read once for all checks. Spans are UTF-16 offsets into `segment.text`. */
export interface ReadSegment {
  readonly index: number;
  readonly segment: Segment;
  readonly previous: ReadSegment | null;
  readonly tokens: readonly Token[];
  /** Lower case without accents, exactly as long as the text, so that offsets hold in both. */
  readonly folded: string;
  readonly sentences: readonly Span[];
  readonly tongues: readonly Tongue[];
  /** Terms of the tables, as spans. */
  readonly terms: () => readonly ReadTerm[];
  /** The stems of all its words. */
  readonly stems: () => ReadonlySet<string>;
}

export interface ReadTerm extends Span {
  readonly term: Mention['term'];
  /** The language in which it was said. */
  readonly tongue: Tongue;
}

export interface Reading {
  readonly language: Language;
  readonly segments: readonly ReadSegment[];
  readonly byId: ReadonlyMap<string, ReadSegment>;
  /** The relative whom a carer speaks for, by the word used; null: the patient speaks. */
  readonly spokenFor: string | null;
  /** The stems of all that was said. */
  readonly stems: () => ReadonlySet<string>;
}

export function read(transcript: Transcript): Reading {
  const segments: ReadSegment[] = [];
  for (const segment of transcript.segments) segments.push(readSegment(segment, segments));
  let stems: Set<string> | null = null;
  return {
    language: transcript.language,
    segments,
    spokenFor: spokenForIn(transcript),
    byId: new Map(segments.map((read) => [read.segment.id, read])),
    stems: () => {
      stems ??= new Set(segments.flatMap((read) => [...read.stems()]));
      return stems;
    },
  };
}

function readSegment(segment: Segment, earlier: readonly ReadSegment[]): ReadSegment {
  const tokens = tokensOf(segment);
  const tongues = tonguesFor(segment.language, tokens, 0, tokens.length);
  let terms: readonly ReadTerm[] | null = null;
  let stems: ReadonlySet<string> | null = null;
  return {
    index: earlier.length,
    segment,
    previous: earlier.at(-1) ?? null,
    tokens,
    folded: foldInPlace(segment.text),
    sentences: sentenceSpans(segment.text, segment.speaker === 'unknown'),
    tongues,
    terms: () => {
      terms ??= termsIn(tokens, 0, tokens.length, tongues).map(({ term, from, to, tongue }) => ({
        tongue,
        term,
        start: tokens[from]!.start,
        end: tokens[to - 1]!.end,
      }));
      return terms;
    },
    stems: () => {
      stems ??= new Set(tokens.map((token) => stem(token.text)));
      return stems;
    },
  };
}

const FOLDS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'áàäâéèëêíìïîóòöôúùüûñç’‘´`\u00a0\t'].map((unit, i) => [unit, [..."aaaaeeeeiiiioooouuuunc''''  "][i]!]),
);

const TAG = new RegExp(TRANSCRIBERS_MARK, 'gu');

/** Folds unit by unit; what has no one-unit fold stays as it is. */
export function foldInPlace(text: string): string {
  const said = /[<[(]/.test(text) ? text.replace(TAG, (tag) => ' '.repeat(tag.length)) : text;
  const lower = said.toLowerCase();
  const base = lower.length === text.length ? lower : said;
  return base.replace(/[^\x20-\x7e\n]|[`\t]/g, (unit) => FOLDS[unit] ?? unit);
}

const ABBREVIATED = /(?:^|[\s(])(?:dr|dra|sr|sra|srta|mr|mrs|ms|vs|aprox|approx|ej|prof|st|no)$/i;

/** Speech that came without marks is cut between words, so that the work on a sentence stays bounded. */
const LONGEST = 4000;

/** `(síncope?)`: a doubt in brackets asks nobody. */
const inBrackets = (text: string, at: number): boolean =>
  text[at] === '¿'
    ? /\(\s*$/.test(text.slice(Math.max(0, at - 3), at))
    : /^\??\s*\)/.test(text.slice(at + 1, at + 5)) && /\([^()]{1,48}$/.test(text.slice(Math.max(0, at - 50), at));

/** Sentences end at . ? ! … and at line breaks that begin something new; the mark belongs to its sentence. */
export function sentenceSpans(text: string, notes = false): Span[] {
  const out: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    while (end - start > LONGEST) {
      const space = text.lastIndexOf(' ', start + LONGEST);
      add(space > start ? space + 1 : start + LONGEST);
    }
    add(end);
  };
  const add = (end: number): void => {
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) out.push({ start, end });
    start = end;
  };
  const mark = /[\n¿.?!…]/g;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    let i = found.index;
    const unit = found[0];
    if ((unit === '?' || unit === '¿') && inBrackets(text, i)) continue;
    if (unit === '\n') {
      if (!/^\s*\p{Ll}/u.test(text.slice(i + 1, i + 40))) close(i + 1);
    } else if (unit === '¿' && i > start) close(i);
    else if (unit === '?' && notes && queries(text, i)) continue;
    else if (unit !== '¿') {
      const after = text[i + 1];
      if (unit === '.' && after !== undefined && /[\p{L}\p{N}]/u.test(after) && !/\p{Lu}/u.test(after)) continue;
      if (unit === '.' && ABBREVIATED.test(text.slice(Math.max(start, i - 8), i))) continue;
      if (
        unit === '?' &&
        after !== undefined &&
        /\p{L}/u.test(after) &&
        (i === start || /[\s:,(/;]/.test(text[i - 1]!))
      )
        continue;
      let end = i + 1;
      while (end < text.length && '.?!…)"»'.includes(text[end]!)) end += 1;
      close(end);
      i = end - 1;
    }
    mark.lastIndex = i + 1;
  }
  close(text.length);
  return out;
}

/** A note's mark before what it asks, apart from the word before: `?PE`, `rash ? drug reaction`. It ends no sentence. */
const queries = (text: string, i: number): boolean =>
  !/[\p{L}\p{N})]/u.test(text[i - 1] ?? '') &&
  /^[ ]?(?!(?:yes|no|none|nil|si)(?!\p{L}))\p{L}/iu.test(text.slice(i + 1, i + 8));

/** The sentence that holds an offset. */
export function sentenceAt(read: ReadSegment, offset: number): Span {
  const i = firstFrom(read.sentences, offset + 1) - 1;
  const span = read.sentences[i];
  return span !== undefined && offset < span.end ? span : { start: 0, end: read.segment.text.length };
}

/** The sentence before one, and those after it. */
export const sentenceBefore = (read: ReadSegment, sentence: Span): Span | undefined =>
  read.sentences[firstFrom(read.sentences, sentence.start) - 1];
export const sentencesAfter = (read: ReadSegment, sentence: Span, most: number): readonly Span[] => {
  const from = firstFrom(read.sentences, sentence.end);
  return read.sentences.slice(from, from + most);
};

/** Those of an ordered list that lie within a span. */
export function within<T extends Span>(ordered: readonly T[], span: Span): T[] {
  const out: T[] = [];
  for (let i = firstFrom(ordered, span.start); i < ordered.length && ordered[i]!.end <= span.end; i += 1)
    out.push(ordered[i]!);
  return out;
}

/** Index of the first that begins at or after an offset. */
function firstFrom(ordered: readonly Span[], offset: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
