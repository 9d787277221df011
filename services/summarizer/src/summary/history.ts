import type { Fact } from '@clinical/contracts';
import { type Term, type Tongue, termsIn } from '../language/lexicon.ts';
import { tokenise } from '../language/tokens.ts';
import type { Reading } from '../verify/reading.ts';
import { foldInPlace, sentenceAt } from '../verify/reading.ts';
import { possibly } from './wording.ts';

const TOLD_AS_HISTORY =
  /(?:^|[\s-])(?:histor\p{L}*|antecedentes?|ex-?\p{L}*|former|previous|previ[oa]s?|past|prior|post|hx|old)(?![\p{L}])/iu;

/** A finding of the patient's past, in words that say so: as said where they were said ("historial de migrañas"). */
export function asHistory(fact: Fact, reading: Reading, tongue: Tongue): string {
  const name = said(fact);
  const when = whenSaid(fact, name, tongue);
  if (TOLD_AS_HISTORY.test(name)) return `${name}${when}`;
  return `${tongue === 'es' ? spanishLead(fact, reading) : 'history of'} ${name}${when}`;
}

/** What was said, unless it is a clause; then its name. */
const said = (fact: Fact): string =>
  fact.kind === 'condition' && fact.text.split(/\s+/).length <= 5 ? fact.text : fact.name;

function spanishLead(fact: Fact, reading: Reading): string {
  const evidence = fact.evidence[0];
  const read = evidence && reading.byId.get(evidence.segment_id);
  if (evidence === undefined || read === undefined) return 'antecedente de';
  const sentence = sentenceAt(read, evidence.start);
  const at = read.folded.indexOf(foldInPlace(fact.text), Math.max(sentence.start, evidence.start));
  const before = read.folded.slice(sentence.start, at < 0 ? evidence.end : at);
  return /historial(?![\p{L}])/u.test(before) ? 'historial de' : 'antecedente de';
}

/** The time of a past event, where it was said as one: "en 2016", "hace 5 años", "3 years ago". */
function whenSaid(fact: Fact, name: string, tongue: Tongue): string {
  const { onset } = fact.attributes;
  if (onset === null || name.includes(onset)) return '';
  if (/^\d{4}$/.test(onset)) return ` ${tongue === 'es' ? 'en' : 'in'} ${onset}`;
  return /^(?:en|in|hace|at|a los|de|as|when|cuando)\s|\sago$/i.test(onset) ? ` ${onset}` : '';
}

/** "antecedente familiar: diabetes (madre)". */
export function asFamilyHistory(fact: Fact, tongue: Tongue): string {
  const whose =
    fact.relation === null ? '' : ` (${fact.relation.replace(/^(?:my|your|his|her|mi|su|tu|la|el|mis|sus)\s+/i, '')})`;
  const words = fact.text.split(/\s+/).length <= 3 ? fact.text : fact.name;
  const told = `${tongue === 'es' ? 'antecedente familiar' : 'family history'}: ${words}${whose}`;
  return fact.assertion === 'possible' ? possibly(told, tongue) : told;
}

/** The term of the tables that names the fact. */
export function termOfFact(fact: Pick<Fact, 'name' | 'text'>): Term | null {
  for (const text of [fact.name, fact.text]) {
    const tokens = tokenise(text);
    const found = termsIn(tokens, 0, tokens.length, ['es', 'en']);
    if (found.length > 0) return found.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]!.term;
  }
  return null;
}

/** Goes on although it is told as history: by what was said of it, else by its nature. Never what has ended. */
export function goesOn(fact: Fact): boolean {
  const { status } = fact.attributes;
  if (status !== null) return /^(?:chronic|recurrent|active|cr[oó]nic[oa]|recurrente|activ[oa])$/.test(status);
  return termOfFact(fact)?.course != null;
}
