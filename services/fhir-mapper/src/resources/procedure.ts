import type { Fact } from '@clinical/contracts';
import type { Procedure } from '@medplum/fhirtypes';
import { asserted } from '../elements/asserted.ts';
import { factConcept, notes } from '../elements/concept.ts';
import { startDate } from '../elements/period.ts';
import { clean, firstText } from '../elements/text.ts';
import type { Mapping } from '../mapping.ts';

const STATUS = { historical: 'completed', negated: 'not-done', present: 'unknown', possible: 'unknown' } as const;

/** Something that was done to the patient. Only history is said to be completed. */
export function procedure(id: string, fact: Fact, mapping: Mapping): Procedure {
  const { onset, duration, body_site } = fact.attributes;
  const site = clean(body_site);
  const done = fact.assertion === 'historical' ? startDate(onset ?? duration, mapping.visitDate) : null;
  const words = firstText(onset, duration);
  return {
    resourceType: 'Procedure',
    ...asserted(id, fact.evidence, mapping),
    status: STATUS[fact.assertion as keyof typeof STATUS] ?? 'unknown',
    code: factConcept(fact, [], mapping),
    subject: { reference: mapping.refs.patient },
    encounter: { reference: mapping.refs.encounter },
    ...(done ? { performedDateTime: done } : words && { performedString: words }),
    ...(site && { bodySite: [{ text: site }] }),
    ...notes(fact, mapping, done && words),
  };
}
