import type { Fact } from '@clinical/contracts';
import type { Annotation, CodeableConcept } from '@medplum/fhirtypes';
import type { Mapping } from '../mapping.ts';
import { codingOf } from '../terminology/codes.ts';
import { factCode } from '../terminology/fact-code.ts';
import { firstText } from './text.ts';

/** What a fact is called, in the conversation's language; a fact without any readable word is not mapped. */
export const factText = (fact: Fact): string => firstText(fact.name, fact.text) ?? '?';

/**
 * A fact as a concept: its words, with the pinned code of its concept where it has one. What is only possible stays
 * text alone ("fiebre (posible)"), so that no receiver takes the code for a finding.
 */
export function factConcept(fact: Fact, uses: readonly string[], mapping: Mapping): CodeableConcept {
  if (fact.assertion === 'possible') return { text: `${factText(fact)} (${mapping.labels.possible})` };
  const row = factCode(fact, uses);
  return { ...(row && { coding: [codingOf(row)] }), text: factText(fact) };
}

/** A concept that is words alone, or nothing. */
export const textConcept = (text: string | null): CodeableConcept | null => (text === null ? null : { text });

/** Words that have no element of their own: when it began, how long it lasts, that speakers disagree. */
export function notes(fact: Fact, mapping: Mapping, ...texts: (string | null)[]): { note: Annotation[] } | null {
  const lines = texts.map((text) => firstText(text)).filter((text) => text !== null);
  if (fact.flags.some((flag) => flag.startsWith('contradicted'))) lines.push(mapping.labels.contradicted);
  return lines.length === 0 ? null : { note: [...new Set(lines)].map((text) => ({ text })) };
}
