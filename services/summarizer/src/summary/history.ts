import type { Fact } from '@clinical/contracts';
import type { Term, Tongue } from '../language/lexicon.ts';
import { termsOfClaim } from '../verify/claims.ts';
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

/** "I had a stomach ulcer", "tuve neumonía": words that make a sentence of it. */
const CLAUSE = /^(?:i|we|he|she|they|you|had|have|has|was|were|me|le|se|yo|tuv[eo]|tuvimos|he|ha|hab[ií]a|ten[ií]a)\s/i;

const SENTENCE_START = /^(?:Historial|Antecedentes?|History|Previous|Prior|Past|Former)(?!\p{L})/u;

/** What was said, unless it is a clause; then its name. A sentence's capital is not part of it. */
function said(fact: Fact): string {
  if (fact.kind !== 'condition' || fact.text.split(/\s+/).length > 5 || CLAUSE.test(fact.text)) return fact.name;
  if (fact.text.toLowerCase() === fact.name.toLowerCase()) return fact.name;
  return fact.text.replace(SENTENCE_START, (word) => word.toLowerCase());
}

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

const BOTH: readonly Tongue[] = ['es', 'en'];

/** The term of the tables that names the fact. */
export function termOfFact(fact: Pick<Fact, 'name' | 'text'>): Term | null {
  for (const text of [fact.name, fact.text]) {
    const found = termsOfClaim(text, BOTH);
    if (found.length > 0) return found.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]!.term;
  }
  return null;
}

/** A time that is over: "in 2016", "ten years ago", "hace 5 años". */
const LONG_OVER = /^(?:\d{4}|(?:en|in)\s.*|hace\s.*|.*\sago)$/i;

/**
 * Goes on although it is told as history: by what was said of it, else by its nature. Never what has ended, nor what may
 * come again but is told of a time that is over.
 */
export function goesOn(fact: Fact): boolean {
  const { status, onset } = fact.attributes;
  if (onset !== null && LONG_OVER.test(onset) && status !== 'chronic' && status !== 'active') return false;
  if (status !== null) return /^(?:chronic|recurrent|active|cr[oó]nic[oa]|recurrente|activ[oa])$/.test(status);
  return termOfFact(fact)?.course != null;
}
