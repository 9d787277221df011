import { NO_ATTRIBUTES } from '@clinical/contracts';
import type { ClaimedQuote, DraftFact } from '../engine.ts';
import type { Candidate, Span } from './candidate.ts';
import { said, wordAt } from './reading.ts';

const BREAK = /^[.;?!…]$/;

/** Words that a quote takes beyond what it must hold, where no comma ends the clause before. */
const AROUND = 14;

/** The clause around a finding, widened to all the words that it stands on in that line. */
function quoteOf(spans: readonly Span[]): ClaimedQuote {
  const { line } = spans[0] as Span;
  let from = Math.min(...spans.map((span) => span.from));
  let to = Math.max(...spans.map((span) => span.to));
  const least = Math.max(line.from, from - AROUND);
  const most = Math.min(line.to, to + AROUND);
  while (
    from > least &&
    !BREAK.test(wordAt(line, from - 1)) &&
    wordAt(line, from - 1) !== ',' &&
    wordAt(line, from - 1) !== ':'
  )
    from -= 1;
  while (to < most && !BREAK.test(wordAt(line, to)) && wordAt(line, to) !== ',') to += 1;
  const quote = said(line, from, to);
  return { segment_id: line.segment.id, quote, start: line.tokens[from]?.start ?? 0 };
}

/** One quote a line, in the order of the conversation. */
export function quotesOf(candidate: Pick<Candidate, 'at' | 'grounds'>): ClaimedQuote[] {
  const byLine = new Map<number, Span[]>();
  for (const span of [candidate.at, ...candidate.grounds]) {
    const spans = byLine.get(span.line.index);
    if (spans === undefined) byLine.set(span.line.index, [span]);
    else spans.push(span);
  }
  return [...byLine.keys()].toSorted((a, b) => a - b).map((index) => quoteOf(byLine.get(index) as Span[]));
}

/** What recognisers put between words that they did not catch: `<unk>`, `[inaudible]`. */
const MARK = /<\/?[\p{L}_/ ]{1,24}\/?>|\[(?:inaudible|unclear|crosstalk|laughs?|risas|ininteligible)[^\]]*\]/giu;
const withoutMarks = (name: string): string => {
  const clean = name
    .replace(MARK, ' ')
    .replace(/<\/?[\p{L}_]{1,24}$|^[\p{L}_]{1,24}\/?>/u, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return clean === '' ? name : clean;
};

export function toFact(candidate: Candidate): DraftFact {
  const { at } = candidate;
  const text = said(at.line, candidate.textFrom, Math.max(candidate.textTo, candidate.textFrom + 1));
  return {
    kind: candidate.kind,
    text,
    name: withoutMarks(candidate.name ?? said(at.line, at.from, at.to)),
    concept: candidate.concept,
    assertion: candidate.assertion,
    experiencer: candidate.experiencer,
    relation: candidate.relation,
    attributes: { ...NO_ATTRIBUTES, ...candidate.attributes },
    quotes: quotesOf(candidate),
    source: candidate.source,
  };
}

const keyOf = (candidate: Candidate): string =>
  [
    candidate.kind,
    candidate.term?.key ??
      (candidate.name ?? said(candidate.at.line, candidate.at.from, candidate.at.to)).toLowerCase(),
    candidate.assertion,
    candidate.experiencer,
    candidate.relation ?? '',
    candidate.attributes.laterality ?? '',
    candidate.term === null || candidate.kind !== 'symptom' ? '' : (candidate.attributes.body_site ?? '').toLowerCase(),
    candidate.kind === 'measurement' ? candidate.attributes.value : '',
  ].join('|');

/** Lines after which a further mention may tell of another episode, so that its times are not the first one's. */
const SAME_TALK = 15;
const MAX_QUOTES = 4;

/** The same thing said again is one fact: attributes of later mentions fill what the first left open. */
export function merge(candidates: readonly Candidate[]): Candidate[] {
  const out = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    const first = out.get(key);
    if (first === undefined) {
      out.set(key, candidate);
      continue;
    }
    let gave = false;
    for (const [name, value] of Object.entries(candidate.attributes)) {
      const attribute = name as keyof typeof first.attributes;
      if (value == null || first.attributes[attribute] != null) continue;
      if (candidate.at.line.index - first.at.line.index > SAME_TALK && candidate.kind !== 'medication') continue;
      first.attributes[attribute] = value;
      gave = true;
    }
    const lines = new Set(first.grounds.map((span) => span.line.index));
    if (gave || (lines.size < MAX_QUOTES - 2 && !isAdvised(first, candidate)))
      first.grounds.push(candidate.at, ...(gave ? candidate.grounds : []));
  }
  const all = [...out.values()];
  return all.filter((one) => !all.some((other) => settles(other, one) || outdoes(other, one)));
}

/** `That's one of them too, better not`: what the clinician says of a tablet adds nothing to its being taken. */
const isAdvised = (first: Candidate, later: Candidate): boolean =>
  later.kind === 'medication' &&
  later.at.line.segment.speaker === 'clinician' &&
  first.at.line.segment.speaker !== 'clinician';

const isPresent = ({ assertion, experiencer }: Candidate): boolean =>
  assertion === 'present' && experiencer === 'patient';

/** `If the headache gets worse`, of one that is there: the supposing adds nothing to its being told. */
function outdoes(told: Candidate, one: Candidate): boolean {
  if (told === one || !isPresent(told) || one.experiencer !== 'patient') return false;
  return (
    one.assertion === 'hypothetical' &&
    one.at.line.segment.speaker !== 'unknown' &&
    (one.kind === 'symptom' || one.kind === 'condition') &&
    one.term !== null &&
    one.term === told.term &&
    (one.attributes.laterality ?? null) === (told.attributes.laterality ?? null)
  );
}

/** `Do you drink or smoke?` `Yes.` ... `And smoking?` `No.`: which of two habits was meant is asked again. */
const settles = (later: Candidate, first: Candidate): boolean =>
  first.kind === 'risk_factor' &&
  first.assertion === 'possible' &&
  later.kind === 'risk_factor' &&
  later.assertion !== 'possible' &&
  later.assertion !== 'hypothetical' &&
  later.experiencer === first.experiencer &&
  later.at.line.index > first.at.line.index &&
  later.term !== null &&
  later.term.key === first.term?.key;
