import type { Evidence } from '@clinical/contracts';
import type { Extension, Identifier, Meta } from '@medplum/fhirtypes';
import type { Mapping } from '../mapping.ts';
import { AIAST } from '../terminology/codes.ts';
import { derivedFrom } from './evidence.ts';

/** The business identifier of a resource is its identity itself, in the settings' system. */
export const identifierOf = (id: string, mapping: Mapping): Identifier => ({
  system: mapping.settings.identifierSystem,
  value: id,
});

/** AI Transparency on FHIR: what a machine asserted says so. */
export const machineMade = (): Meta => ({ security: [AIAST] });

/**
 * What every resource that a machine made of something said begins with. No `id`: the server gives it, and a conditional
 * update that brings another one must be refused (R4 http.html#cond-update).
 */
export const asserted = (
  id: string,
  evidence: readonly Evidence[],
  mapping: Mapping,
): { meta: Meta; extension: Extension[]; identifier: Identifier[] } => ({
  meta: machineMade(),
  extension: derivedFrom(evidence, mapping),
  identifier: [identifierOf(id, mapping)],
});
