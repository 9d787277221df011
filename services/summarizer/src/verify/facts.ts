import type { Assertion, Attributes, Evidence, Fact, RejectedDraft } from '@clinical/contracts';
import type { DraftFact } from '../engine.ts';
import type { Tongue } from '../language/lexicon.ts';
import { checkAttributes, numbersHeard } from './attributes.ts';
import { tokensOfClaim } from './claims.ts';
import { isContested } from './contested.ts';
import { observe } from './context/observe.ts';
import type { Observation } from './context/observed.ts';
import { isSidePutRight } from './context/side-put-right.ts';
import { retractedIn } from './corrections.ts';
import { BY_ASSERTION, BY_EXPERIENCER, type Verdict } from './decision-table.ts';
import { isAThing, isGrounded } from './grounds.ts';
import { type Heard, hear } from './heard.ts';
import { type Side, sideIsHeard, sideOf, sidesIn } from './laterality.ts';
import { type Located, locate } from './locate.ts';
import { type Reading, type Span, within } from './reading.ts';
import { sameMeasure } from './same-measure.ts';
import { keysIn, needed, placesOf, placesOfKeys, type Said } from './support.ts';
import { stem } from './words.ts';

/** A fact that stood up to every check; its id comes with the summary's order. */
export type VerifiedFact = Omit<Fact, 'id'>;

export interface FactVerdict {
  readonly fact: VerifiedFact | null;
  readonly rejected: readonly RejectedDraft[];
}

interface Supported {
  readonly heard: readonly Heard[];
  readonly places: readonly Said[];
  readonly text: string;
  readonly name: string;
  readonly flags: readonly string[];
  /** The side that its speaker meant after all. */
  readonly meant: Meant | null;
}

/** One claim against the transcript: its words, its numbers and sides, its polarity and its person. */
export function verifyFact(draft: DraftFact, reading: Reading): FactVerdict {
  const rejected: RejectedDraft[] = [];
  const no = (reason: string, text = draft.text, quote = draft.quotes[0]?.quote ?? null): void => {
    rejected.push({ what: 'fact', kind: draft.kind, text, quote, reason });
  };
  const located: Located[] = [];
  for (const quote of draft.quotes) {
    const found = locate(quote, reading);
    if (found === null) no('quote_not_found', draft.text, quote.quote);
    else located.push(found);
  }
  const fail = (reason: string): FactVerdict => {
    no(reason);
    return { fact: null, rejected };
  };
  if (located.length === 0) {
    if (draft.quotes.length === 0) no('no_evidence');
    return { fact: null, rejected };
  }

  let last: { reason: string } | null = null;
  for (const places of choices(located)) {
    const heard = places.map(({ read, place }) => hear(reading, read, place));
    const tongues: readonly Tongue[] = [...new Set(heard.flatMap(({ read }) => read.tongues))];
    const support = supported(draft, heard, tongues, reading);
    if ('reason' in support) {
      last ??= support;
      continue;
    }
    const judged = judge(
      draft,
      support.places.map((place) => observe(reading, place.read, place, draft.kind)),
    );
    if ('reason' in judged) {
      last = judged;
      continue;
    }
    const contested = judged.assertion === 'present' && isContested(draft, support.places, reading);
    const { kept, lost } = checkAttributes(draft, heard, support.places, tongues, reading);
    for (const { name, value, reason } of lost) no(reason, `${name}: ${value}`);
    if (draft.kind === 'measurement' && lost.some(({ name }) => name === 'value' || name === 'unit'))
      return fail('number_not_in_evidence');
    return {
      rejected,
      fact: {
        kind: draft.kind,
        text: support.text,
        name: support.name,
        concept: support.flags.includes('name_as_said') ? null : draft.concept,
        assertion: contested ? 'possible' : judged.assertion,
        experiencer: draft.experiencer,
        relation: draft.experiencer === 'patient' ? null : (judged.relation ?? relationSaid(draft, heard)),
        attributes: {
          ...kept,
          ...(support.meant !== null && { laterality: support.meant.word }),
          ...(judged.ended && draft.kind !== 'medication' && { status: 'resolved' }),
        },
        evidence: [...heard, ...(support.meant === null ? [] : [support.meant])].map(toEvidence),
        source: draft.source,
        flags: [...support.flags, ...judged.flags, ...(contested ? ['lowered:possible', 'contradicted'] : [])],
      },
    };
  }
  return fail(last?.reason ?? 'quote_not_found');
}

/** Where a quote stands in several places each is tried; other quotes stay at their first. */
function choices(located: readonly Located[]): { read: Located['read']; place: Located['places'][number] }[][] {
  const first = located.map(({ read, places }) => ({ read, place: places[0]! }));
  const out = [first];
  located.forEach(({ read, places }, i) => {
    for (const place of places.slice(1, 4)) out.push(first.map((chosen, k) => (k === i ? { read, place } : chosen)));
  });
  return out;
}

/** Whether the evidence says what the claim names, with its numbers and sides. */
function supported(
  draft: DraftFact,
  heard: readonly Heard[],
  tongues: readonly Tongue[],
  reading: Reading,
): Supported | { reason: string } {
  const drug = draft.kind === 'medication';
  const missing = { reason: drug ? 'drug_not_in_evidence' : 'finding_not_in_evidence' };
  const nameKeys = keysNamed(draft.name, heard) ?? keysIn(draft.name, tongues);
  const byText = placesOf(draft.text, heard, tongues);
  const byName = placesOf(draft.name, heard, tongues);
  const byKey = placesOfKeys(nameKeys.length > 0 ? nameKeys : keysIn(draft.text, tongues), heard);
  const textHeard = byText.length > 0;
  const nameHeard = byName.length > 0 || (nameKeys.length > 0 && byKey.length > 0);
  if (!textHeard && !nameHeard) return missing;
  if (drug && keysClash(draft, heard, tongues)) return { reason: 'drug_not_in_evidence' };
  if (!kindIsSaid(draft, heard)) return { reason: 'allergy_not_said' };
  if (namesNothing(draft) || isAThing(draft)) return { reason: 'names_nothing' };
  let text = textHeard ? draft.text : said((byName.length > 0 ? byName : byKey)[0]!);
  const sameThing = nameHeard || sameConcept(draft, nameKeys, tongues) || sameMeasure(draft, heard);
  let name = sameThing ? draft.name : text;
  let meant: Meant | null = null;
  if (textHeard && nameKeys.length > 0 && !nameHeard && drug) return missing;
  for (const claim of [text, name]) {
    if (claim === name && !drug && isTermsOwn(name, heard, nameKeys)) continue;
    if (!numbersHeard(claim, heard, tongues)) return { reason: 'number_not_in_evidence' };
    const tokens = tokensOfClaim(claim);
    const site = new Set(needed(claim, tongues));
    for (const { side } of sidesIn(tokens)) {
      if (sideIsHeard(side, heard, (word) => site.has(stem(word)))) {
        if (heard.every(({ read, end }) => isSidePutRight(reading, read, end, side)))
          return { reason: 'laterality_mismatch' };
        continue;
      }
      meant = meantInstead(side, heard, reading);
      if (meant === null) return { reason: 'laterality_mismatch' };
    }
  }
  if (meant !== null) [text, name] = [withoutSide(text), withoutSide(name)];
  const places = byKey.length > 0 && byText.length === 0 ? byKey : byText.length > 0 ? byText : byName;
  if (!isGrounded(draft, places, tongues)) return { reason: 'names_nothing' };
  return { heard, places, text, name, flags: sameThing ? [] : ['name_as_said'], meant };
}

/** A term that was heard and whose own name, in the language it was said in, the claim gives: `ethinylestradiol and levonorgestrel`. */
function keysNamed(name: string, heard: readonly Heard[]): string[] | null {
  const found = heard.flatMap(({ read, start, end }) =>
    within(read.terms(), { start, end }).filter(({ term, tongue }) => term[tongue] === name),
  );
  return found.length === 0 ? null : [...new Set(found.map(({ term }) => term.key))];
}

type Meant = NonNullable<ReturnType<typeof retractedIn>[number]['side']>;

/** "My left shoulder. No, sorry, the right one": the finding stands, with the side that was meant. */
function meantInstead(side: Side, heard: readonly Heard[], reading: Reading): Meant | null {
  for (const { read, start, end } of heard)
    for (const lost of retractedIn(reading, read))
      if (lost.side !== undefined && lost.start >= start && lost.end <= end && sideIn(read, lost) === side)
        return lost.side;
  return null;
}

const sideIn = (read: Heard['read'], span: Span): Side | null => sideOf(read.folded.slice(span.start, span.end));

const withoutSide = (claim: string): string =>
  claim
    .split(' ')
    .filter((word) => sideOf(word.toLowerCase()) === null)
    .join(' ');

/** Words that stand for a finding or a drug without naming one. */
const GENERIC =
  /^(?:(?:the|any|some|other|that|this|my|your|el|la|los|las|un|una|alg[uú]n|alguna|otr[oa]s?|mi|su)\s+)*(?:medicamentos?|medicina|f[aá]rmacos?|pastillas?|algo|eso|esto|nada|cosas?|problemas?|enfermedad(?:es)?|s[ií]ntomas?|dolencias?|tema|caso|medications?|medicines?|drugs?|pills?|anything|something|nothing|that|this|it|else|problems?|issues?|symptoms?|conditions?|diseases?|illness|things?|stuff)$/iu;

const namesNothing = ({ kind, name, text, assertion }: DraftFact): boolean =>
  kind !== 'plan' &&
  GENERIC.test(name.trim()) &&
  GENERIC.test(text.trim()) &&
  !(
    assertion === 'negated' &&
    (kind === 'medication' || kind === 'condition') &&
    !/^(?:eso|esto|nada|that|this|it|nothing)$/i.test(name.trim())
  );

/** `COVID` was said and the tables call it COVID-19: the number is the term's own. */
const isTermsOwn = (name: string, heard: readonly Heard[], keys: readonly string[]): boolean =>
  placesOfKeys(keys, heard).some(({ read, start, end }) =>
    within(read.terms(), { start, end }).some(
      ({ term }) => keys.includes(term.key) && (name === term.es || name === term.en),
    ),
  );

const said = ({ read, start, end }: Said): string => read.segment.text.slice(start, end);

/** The text as said and the name are one concept of the tables. */
const sameConcept = (draft: DraftFact, nameKeys: readonly string[], tongues: readonly Tongue[]): boolean =>
  nameKeys.length > 0 && keysIn(draft.text, tongues).some((key) => nameKeys.includes(key));

/** A known drug is named by one that sounds like it, or by another that stands nearby. */
function keysClash(draft: DraftFact, heard: readonly Heard[], tongues: readonly Tongue[]): boolean {
  const claimed = [
    ...(keysNamed(draft.name, heard) ?? keysIn(draft.name, tongues)),
    ...keysIn(draft.text, tongues),
  ].filter((key) => !key.startsWith('class:'));
  return (
    claimed.length > 0 && placesOfKeys(claimed, heard).length === 0 && placesOf(draft.text, heard, tongues).length === 0
  );
}

const ALLERGY =
  /(?<![\p{L}])(?:allerg\w*|alerg\w*|nkda|intoleran\w*|anaphyla\w*|anafila\w*|reaction|reaccion\w*|react(?:s|ed)?|reacciono|hives|rash|ronchas|swell\w*|hinch\w*|sensitiv\w*|break out|sarpullido|urticaria|no puedo tomar|can't (?:take|have))/u;

/** An allergy is said as one, in the evidence or in the turn that asked. */
function kindIsSaid(draft: DraftFact, heard: readonly Heard[]): boolean {
  if (draft.kind !== 'allergy') return true;
  return heard.some(({ read }) =>
    [read, read.previous, read.previous?.previous].some((one) => ALLERGY.test(one?.folded ?? '')),
  );
}

interface Judged {
  readonly assertion: Assertion;
  readonly relation: string | null;
  readonly flags: readonly string[];
  /** Told as past and over, not only as past. */
  readonly ended: boolean;
}

/** The table, applied to every place where the evidence names the fact; the strictest verdict holds. */
function judge(draft: DraftFact, seen: readonly Observation[]): Judged | { reason: string } {
  let assertion = draft.assertion;
  const flags: string[] = [];
  let relation: string | null = null;
  const named = seen.filter(({ modality }) => modality !== 'name');
  // What was said outright is not undone by being asked about again: "Can you describe the rash?"
  const told = named.some(({ modality }) => modality === 'affirmed')
    ? named.filter(({ modality }) => modality !== 'unanswered')
    : named;
  for (const { modality, whose, relation: whom } of told.length > 0 ? told : seen) {
    const person = BY_EXPERIENCER[draft.experiencer][whose];
    if (person !== 'keep') return { reason: person.reject };
    relation ??= whom;
    const verdict = planned(draft, modality, BY_ASSERTION[draft.assertion][modality]);
    if (verdict === 'keep') continue;
    if ('reject' in verdict) return { reason: verdict.reject };
    if (RANK[verdict.lower] > RANK[assertion]) assertion = verdict.lower;
  }
  if (draft.experiencer === 'family' && assertion === 'present') assertion = 'family';
  if (assertion === 'present' && isResolved(draft.attributes)) assertion = 'historical';
  if (assertion !== draft.assertion) flags.push(`lowered:${assertion}`);
  const ended = assertion === 'historical' && seen.every(({ modality }) => modality === 'ended');
  return { assertion, relation, flags, ended };
}

/** A claim that says itself that it is over. */
export const isResolved = ({ status }: Pick<Attributes, 'status'>): boolean =>
  /^(?:resolved|resuelt[oa])$/i.test(status ?? '');

/** How far a claim has been lowered; the lowest reading wins. */
const RANK: Readonly<Record<Assertion, number>> = {
  present: 0,
  negated: 0,
  family: 0,
  historical: 1,
  possible: 2,
  hypothetical: 3,
};

/** A plan is about what may be done: hedges and conditions are its nature. */
const planned = (draft: DraftFact, modality: Observation['modality'], verdict: Verdict): Verdict =>
  draft.kind === 'plan' && ['possible', 'historical', 'hypothetical', 'unanswered'].includes(modality)
    ? 'keep'
    : verdict;

function relationSaid(draft: DraftFact, heard: readonly Heard[]): string | null {
  if (draft.relation === null) return null;
  const wanted = needed(draft.relation, []);
  return wanted.every((word) => heard.some(({ read }) => read.stems().has(word))) ? draft.relation : null;
}

const toEvidence = ({ read, start, end }: Pick<Heard, 'read' | 'start' | 'end'>): Evidence => ({
  segment_id: read.segment.id,
  quote: read.segment.text.slice(start, end),
  start,
  end,
});
