import { DERIVATION_REFERENCE } from '../elements/evidence.ts';
import type { Issues } from './issues.ts';
import type { Json } from './walk.ts';

const PARTS: Readonly<Record<string, string>> = {
  reference: 'valueReference',
  path: 'valueString',
  offset: 'valueInteger',
  length: 'valueInteger',
};

/**
 * The one extension that the mapper writes. Its parts are 0..1 and of their type, it points to the transcript, and it
 * has no length without an offset (der-1).
 */
export function checkExtensions(extensions: Json, path: string, document: string | undefined, issues: Issues): void {
  if (!Array.isArray(extensions)) {
    issues.add('extension-not-a-list', path);
    return;
  }
  for (const [i, extension] of extensions.entries()) {
    const at = `${path}[${i}]`;
    if (extension?.url !== DERIVATION_REFERENCE || !Array.isArray(extension.extension)) {
      issues.add('extension-unknown', at, 'extension');
      continue;
    }
    checkParts(extension.extension, at, document, issues);
  }
}

function checkParts(parts: Json[], at: string, document: string | undefined, issues: Issues): void {
  const seen = new Map<string, Json>();
  for (const part of parts) {
    const valueKey = PARTS[part?.url];
    if (valueKey === undefined || seen.has(part.url) || Object.keys(part).sort().join() !== `url,${valueKey}`) {
      issues.add('extension-part', at, 'extension');
      continue;
    }
    seen.set(part.url, part[valueKey]);
  }
  if (seen.get('reference')?.reference !== document) issues.add('evidence-not-the-transcript', at);
  if (seen.has('length') && !seen.has('offset')) issues.add('der-1', at, 'invariant');
  if (seen.has('offset') && !(Number.isInteger(seen.get('offset')) && seen.get('offset') >= 0)) {
    issues.add('evidence-offset', at);
  }
  if (seen.has('length') && !(Number.isInteger(seen.get('length')) && seen.get('length') > 0)) {
    issues.add('evidence-length', at);
  }
}
