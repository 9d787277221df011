import type { ClinicalImpression } from '@medplum/fhirtypes';
import { asserted } from '../elements/asserted.ts';
import { clean } from '../elements/text.ts';
import type { Mapping } from '../mapping.ts';

export interface ImpressionParts {
  /** Sentences of the narrative. */
  readonly summary: readonly string[];
  /** References to symptoms, measurements and family history. */
  readonly investigated: readonly string[];
  /** References to conditions that are not refuted. */
  readonly problems: readonly string[];
}

/** The visit in one view, still in progress: nobody has signed it. A Device cannot be its assessor, so it has none. */
export function clinicalImpression(id: string, parts: ImpressionParts, mapping: Mapping): ClinicalImpression {
  const summary = clean(parts.summary.join(' '));
  return {
    resourceType: 'ClinicalImpression',
    ...asserted(id, [], mapping),
    status: 'in-progress',
    description: mapping.labels.extraction,
    subject: { reference: mapping.refs.patient },
    encounter: { reference: mapping.refs.encounter },
    effectiveDateTime: mapping.visitDate,
    date: mapping.submittedAt,
    ...(parts.investigated.length > 0 && {
      investigation: [
        { code: { text: mapping.labels.symptoms }, item: parts.investigated.map((reference) => ({ reference })) },
      ],
    }),
    ...(summary && { summary }),
    ...(parts.problems.length > 0 && {
      finding: parts.problems.map((reference) => ({ itemReference: { reference } })),
    }),
  };
}
