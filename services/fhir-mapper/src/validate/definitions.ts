import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { indexStructureDefinitionBundle } from '@medplum/core';
import type { StructureDefinition } from '@medplum/fhirtypes';

interface TrimmedDefinitions {
  readonly fhirVersion: string;
  readonly definitions: StructureDefinition[];
  /** `system|code` of each enumerable value set that some element is bound to by "required". */
  readonly bindings: Readonly<Record<string, readonly string[]>>;
}

const read = (): TrimmedDefinitions =>
  JSON.parse(gunzipSync(readFileSync(new URL('../../definitions/r4.json.gz', import.meta.url))).toString('utf8'));

export interface RequiredBinding {
  readonly tokens: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
}

let bindings: ReadonlyMap<string, RequiredBinding> | null = null;

/** Loads the definitions into the validator, once in a process; returns the required bindings by value set. */
export function requiredBindings(): ReadonlyMap<string, RequiredBinding> {
  if (bindings !== null) return bindings;
  const trimmed = read();
  indexStructureDefinitionBundle(trimmed.definitions);
  bindings = new Map(
    Object.entries(trimmed.bindings).map(([url, tokens]) => [
      url,
      { tokens: new Set(tokens), codes: new Set(tokens.map((token) => token.slice(token.indexOf('|') + 1))) },
    ]),
  );
  return bindings;
}
