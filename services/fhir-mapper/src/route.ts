import type { Fact } from '@clinical/contracts';
import { firstText } from './elements/text.ts';
import { factCode } from './terminology/fact-code.ts';

/**
 * What becomes of a fact. `words`: it stands in the Composition's text and makes no resource, because FHIR R4 has no
 * honest place for it. `nothing`: there is no readable word in it.
 */
export type Route =
  | 'symptom'
  | 'measurement'
  | 'social'
  | 'condition'
  | 'family'
  | 'medication'
  | 'allergy'
  | 'procedure'
  | 'plan'
  | 'words'
  | 'nothing';

/**
 * The safety rules in one place: another person's facts and the hypothetical never become the patient's resources,
 * family history is only FamilyMemberHistory, and a denial goes only where the resource can say "not".
 */
export function route(fact: Fact): Route {
  if (firstText(fact.name, fact.text) === null) return 'nothing';
  if (fact.experiencer === 'other') return 'words';
  if (isFamily(fact)) return inFamilyHistory(fact) ? 'family' : 'words';
  if (fact.assertion === 'hypothetical') return fact.kind === 'plan' ? 'plan' : 'words';
  const denied = fact.assertion === 'negated';
  switch (fact.kind) {
    case 'measurement':
      return denied ? 'words' : 'measurement';
    case 'plan':
      return denied ? 'words' : 'plan';
    case 'risk_factor':
      return factCode(fact, ['condition', 'symptom', 'history']) === undefined ? 'social' : 'condition';
    default:
      return fact.kind;
  }
}

/** "A family history of diabetes" is the family's even where the grammar says "I have". */
const isFamily = (fact: Fact): boolean =>
  fact.experiencer === 'family' ||
  fact.assertion === 'family' ||
  (fact.kind === 'risk_factor' && factCode(fact, ['family']) !== undefined);

const inFamilyHistory = (fact: Fact): boolean =>
  (fact.kind === 'condition' || fact.kind === 'symptom' || fact.kind === 'risk_factor') &&
  fact.assertion !== 'negated' &&
  fact.assertion !== 'hypothetical';
