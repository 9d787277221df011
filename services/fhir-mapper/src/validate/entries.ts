import { WRITTEN_RESOURCES } from '../resource-types.ts';
import type { Issues } from './issues.ts';
import type { Json } from './walk.ts';

const FULL_URL = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TYPES: ReadonlySet<string> = new Set(WRITTEN_RESOURCES);
const CREATED_ONCE = new Set(['Patient', 'Device', 'Encounter', 'DocumentReference', 'Provenance']);

/**
 * The bundle's frame: a transaction with the job's identifier, entries with unique fullUrls, of the kinds that the
 * mapper writes, each with the conditional request that makes importing it twice harmless.
 */
export function checkFrame(bundle: Json, issues: Issues): void {
  if (bundle?.resourceType !== 'Bundle') {
    issues.add('not-a-bundle', 'Bundle');
    return;
  }
  if (bundle.type !== 'transaction') issues.add('not-a-transaction', 'Bundle.type');
  if (!bundle.identifier?.system || !bundle.identifier?.value) issues.add('no-job-identifier', 'Bundle.identifier');
  if (!Array.isArray(bundle.entry) || bundle.entry.length === 0) {
    issues.add('no-entries', 'Bundle.entry');
    return;
  }
  const seen = new Set<string>();
  for (const [i, entry] of bundle.entry.entries()) {
    const at = `Bundle.entry[${i}]`;
    const { fullUrl, resource, request } = entry ?? {};
    if (typeof fullUrl !== 'string' || !FULL_URL.test(fullUrl)) issues.add('full-url', `${at}.fullUrl`);
    if (seen.has(fullUrl)) issues.add('full-url-twice', `${at}.fullUrl`);
    seen.add(fullUrl);
    if (!TYPES.has(resource?.resourceType)) issues.add('resource-type', `${at}.resource`);
    else
      checkRequest(resource, String(fullUrl).slice('urn:uuid:'.length), request, at, bundle.identifier?.system, issues);
    if (resource?.contained !== undefined || resource?.id !== undefined)
      issues.add('id-or-contained', `${at}.resource`);
  }
  for (const type of ['Patient', 'Encounter', 'DocumentReference', 'Device', 'Composition', 'Provenance']) {
    const count = bundle.entry.filter((entry: Json) => entry?.resource?.resourceType === type).length;
    if (count !== 1) issues.add(`not-one-${type}`, 'Bundle.entry');
  }
}

function checkRequest(resource: Json, id: string, request: Json, at: string, system: string, issues: Issues): void {
  const type: string = resource.resourceType;
  const token = encodeURIComponent(`${system}|${id}`);
  const query = type === 'Provenance' ? `_tag=${token}` : `identifier=${token}`;
  const expected = CREATED_ONCE.has(type)
    ? { method: 'POST', url: type, ifNoneExist: query }
    : { method: 'PUT', url: `${type}?${query}` };
  const same =
    request?.method === expected.method && request.url === expected.url && request.ifNoneExist === expected.ifNoneExist;
  if (!same) issues.add('request', `${at}.request`);
  const carrier =
    type === 'Provenance'
      ? resource.meta?.tag?.[0]
      : type === 'Composition'
        ? resource.identifier
        : resource.identifier?.[0];
  if (carrier?.system !== system || (carrier?.value ?? carrier?.code) !== id)
    issues.add('identifier', `${at}.resource`);
}
