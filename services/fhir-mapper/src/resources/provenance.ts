import type { Provenance } from '@medplum/fhirtypes';
import type { Mapping } from '../mapping.ts';
import { AIAST, ASSEMBLER, concept, DATA_CREATE } from '../terminology/codes.ts';

/**
 * Who made all this, of what, and that it was a machine (AI Transparency on FHIR). R4 gives Provenance no identifier,
 * so its tag holds its identity for the conditional create.
 */
export const provenance = (id: string, targets: readonly string[], mapping: Mapping): Provenance => ({
  resourceType: 'Provenance',
  meta: { tag: [{ system: mapping.settings.identifierSystem, code: id }] },
  target: targets.map((reference) => ({ reference })),
  recorded: mapping.now,
  reason: [concept(AIAST)],
  activity: concept(DATA_CREATE, mapping.labels.extraction),
  agent: [{ type: concept(ASSEMBLER), who: { reference: mapping.refs.device } }],
  entity: [{ role: 'source', what: { reference: mapping.refs.document } }],
});
