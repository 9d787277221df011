import type { Bundle, OperationOutcome } from '@medplum/fhirtypes';
import { checkCoding, checkQuantity } from './codes.ts';
import { requiredBindings } from './definitions.ts';
import { checkFrame } from './entries.ts';
import { checkExtensions } from './extensions.ts';
import { Issues } from './issues.ts';
import { checkDiv } from './narrative.ts';
import { checkStatement, isMachineMade } from './statements.ts';
import { checkStructure } from './structure.ts';
import { checkValue } from './values.ts';
import { type Json, walk } from './walk.ts';

/** Loads the definitions, so that the first bundle does not wait for them. */
export const warmUp = (): void => void requiredBindings();

/**
 * What stands between the mapper and the topic. Null for a bundle that may go out; else an OperationOutcome that names
 * rules and places, and no value of the bundle.
 */
export function gate(bundle: Bundle): OperationOutcome | null {
  const issues = new Issues();
  checkFrame(bundle, issues);
  const entries: Json[] = Array.isArray(bundle?.entry) ? bundle.entry : [];
  const types = new Map<string, string>(entries.map((entry) => [entry?.fullUrl, entry?.resource?.resourceType]));
  const document = entries.find((entry) => entry?.resource?.resourceType === 'DocumentReference')?.fullUrl;
  const resolve = (reference: string): string => {
    const type = types.get(reference);
    return type === undefined ? reference : `${type}/${reference.slice('urn:uuid:'.length)}`;
  };
  walkFrame(bundle, issues);
  for (const [i, entry] of entries.entries()) {
    const resource = entry?.resource;
    if (resource === null || typeof resource !== 'object') continue;
    const at = `Bundle.entry[${i}].resource`;
    checkStructure(resource, at, resolve, issues);
    checkStatement(resource, at, issues);
    walk(resource, at, resource.resourceType, (value, key, path, place, parent) => {
      checkValue(value, key, path, issues);
      if (place.endsWith('.meta.tag') || place.includes('.meta.tag.')) return;
      if (key === 'coding' || place.endsWith('.meta.security') || place === 'Encounter.class') {
        for (const coding of Array.isArray(value) ? value : [value]) checkCoding(coding, path, place, issues);
      } else if (key === 'valueQuantity') checkQuantity(value, path, issues);
      else if (key === 'extension' && parent?.url === undefined) checkExtensions(value, path, document, issues);
      else if (key === 'modifierExtension' || key === 'contained' || key.startsWith('_')) issues.add('unknown', path);
      else if (key === 'div') checkDiv(value, resource.language, path, issues);
      else if (key === 'reference' && typeof value === 'string' && !types.has(value)) {
        issues.add('reference-does-not-resolve', path, 'not-found');
      } else if (key.endsWith('Period') || key === 'period') checkPeriod(value, path, issues);
    });
  }
  checkProvenance(entries, issues);
  return issues.list.length === 0 ? null : { resourceType: 'OperationOutcome', issue: issues.list };
}

function walkFrame(bundle: Json, issues: Issues): void {
  for (const key of Object.keys(bundle ?? {})) {
    if (!['resourceType', 'identifier', 'type', 'timestamp', 'entry'].includes(key))
      issues.add('unknown', `Bundle.${key}`);
    else if (key !== 'entry') checkValue(bundle[key], key, `Bundle.${key}`, issues);
  }
}

function checkPeriod(period: Json, path: string, issues: Issues): void {
  const { start, end } = period ?? {};
  if (typeof start !== 'string' || typeof end !== 'string') return;
  const length = Math.min(start.length, end.length);
  if (start.slice(0, length) > end.slice(0, length)) issues.add('per-1', path, 'invariant');
}

/** Every machine-made resource is a target of the Provenance, and its source is the transcript. */
function checkProvenance(entries: readonly Json[], issues: Issues): void {
  const provenance = entries.find((entry) => entry?.resource?.resourceType === 'Provenance')?.resource;
  const targets = new Set((provenance?.target ?? []).map((target: Json) => target?.reference));
  for (const [i, entry] of entries.entries()) {
    if (isMachineMade(entry?.resource) && !targets.has(entry.fullUrl)) {
      issues.add('no-provenance', `Bundle.entry[${i}].resource`);
    }
  }
}
