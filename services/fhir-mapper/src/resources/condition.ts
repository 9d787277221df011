import type { Fact } from '@clinical/contracts';
import type { CodeableConcept, Condition } from '@medplum/fhirtypes';
import { asserted } from '../elements/asserted.ts';
import { factText, notes } from '../elements/concept.ts';
import { began } from '../elements/period.ts';
import { clean } from '../elements/text.ts';
import type { Mapping } from '../mapping.ts';
import {
  codingOf,
  concept,
  conditionCategory,
  conditionClinical,
  conditionVerification,
} from '../terminology/codes.ts';
import { factCode } from '../terminology/fact-code.ts';
import { noneKnown } from '../terminology/none-known.ts';

const USES = ['condition', 'symptom', 'history'];

/**
 * A problem: present or historical (unconfirmed: nobody has confirmed what a machine heard), suspected (provisional, or
 * differential among several), or ruled out (refuted, without a clinical status).
 */
export function condition(id: string, fact: Fact, mapping: Mapping, suspected = 1): Condition {
  const history = fact.assertion === 'historical' ? mapping.labels.history : null;
  const stands = fact.assertion !== 'negated';
  const onset = stands ? began(fact.attributes, mapping.visitDate) : null;
  const site = stands ? clean(fact.attributes.body_site) : null;
  const severity = stands ? clean(fact.attributes.severity) : null;
  return {
    resourceType: 'Condition',
    ...asserted(id, fact.evidence, mapping),
    ...clinicalStatus(fact),
    verificationStatus: concept(conditionVerification(verification(fact, suspected))),
    ...category(fact),
    ...(severity && { severity: { text: severity } }),
    code: codedAs(fact),
    ...(site && { bodySite: [{ text: site }] }),
    subject: { reference: mapping.refs.patient },
    encounter: { reference: mapping.refs.encounter },
    ...(onset && { onsetDateTime: onset }),
    recordedDate: mapping.submittedAt,
    ...notes(fact, mapping, history, ...(stands ? toldOf(fact.attributes) : [])),
  };
}

const toldOf = ({ onset, duration, status, character, aggravated_by, relieved_by }: Fact['attributes']) => [
  onset,
  duration,
  status,
  character,
  aggravated_by,
  relieved_by,
];

/** "No problems" is itself a statement that stands; every other denial refutes. */
const denied = (fact: Fact): boolean => fact.assertion === 'negated' && noneKnown(fact) === undefined;

/** A suspicion keeps its code: the verification status says what it is. */
function codedAs(fact: Fact): CodeableConcept {
  const row = noneKnown(fact) ?? factCode(fact, USES);
  return { ...(row && { coding: [codingOf(row)] }), text: factText(fact) };
}

/** History says nothing of today unless its status was said; then no clinical status is better than a guess. */
function clinicalStatus(fact: Fact): Pick<Condition, 'clinicalStatus'> | null {
  if (denied(fact)) return null;
  switch (fact.attributes.status) {
    case 'resolved':
      return { clinicalStatus: concept(conditionClinical('resolved')) };
    case 'chronic':
    case 'recurrent':
    case 'active':
      return { clinicalStatus: concept(conditionClinical('active')) };
    default:
      return fact.assertion === 'historical' ? null : { clinicalStatus: concept(conditionClinical('active')) };
  }
}

function verification(fact: Fact, suspected: number): 'unconfirmed' | 'provisional' | 'differential' | 'refuted' {
  if (denied(fact)) return 'refuted';
  if (fact.assertion !== 'possible') return 'unconfirmed';
  return suspected > 1 ? 'differential' : 'provisional';
}

/** con-3: a problem-list item needs a clinical status, so history without one has no category. */
function category(fact: Fact): Pick<Condition, 'category'> | null {
  if (denied(fact) || fact.assertion === 'possible') {
    return { category: [concept(conditionCategory('encounter-diagnosis'))] };
  }
  return clinicalStatus(fact) && { category: [concept(conditionCategory('problem-list-item'))] };
}
