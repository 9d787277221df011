import type { Fact } from '@clinical/contracts';
import type { CarePlan } from '@medplum/fhirtypes';
import { asserted } from '../elements/asserted.ts';
import { factText } from '../elements/concept.ts';
import { derivedFrom } from '../elements/evidence.ts';
import { clean } from '../elements/text.ts';
import type { Mapping } from '../mapping.ts';

/**
 * What was proposed in the visit: tests, treatment, advice, follow-up. A draft proposal, never an order: each activity
 * is words and its own evidence, and not started.
 */
export const carePlan = (id: string, facts: readonly Fact[], mapping: Mapping): CarePlan => ({
  resourceType: 'CarePlan',
  ...asserted(
    id,
    facts.flatMap((fact) => fact.evidence),
    mapping,
  ),
  status: 'draft',
  intent: 'proposal',
  title: mapping.labels.plan,
  subject: { reference: mapping.refs.patient },
  encounter: { reference: mapping.refs.encounter },
  created: mapping.visitDate,
  activity: facts.map((fact) => ({
    extension: derivedFrom(fact.evidence, mapping),
    detail: { status: 'not-started', description: description(fact, mapping) },
  })),
});

function description(fact: Fact, mapping: Mapping): string {
  const { dose, route, frequency, duration } = fact.attributes;
  const said = factText(fact);
  const more = [dose, route, frequency, duration].map(clean).filter((part) => part !== null && !said.includes(part));
  const condition = fact.assertion === 'hypothetical' || fact.assertion === 'possible' ? fact.assertion : null;
  return [said, ...more].join(', ') + (condition ? ` (${mapping.labels[condition]})` : '');
}
