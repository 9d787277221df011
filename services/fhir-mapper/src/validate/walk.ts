// biome-ignore lint/suspicious/noExplicitAny: any JSON may come to the gate
export type Json = any;

/**
 * Calls `visit` for every property of a JSON tree, depth first. `path` is the FHIRPath of the element; `place` is the
 * same without indexes and with the choice type taken off ("Observation.value" for valueQuantity).
 */
export function walk(
  node: Json,
  path: string,
  place: string,
  visit: (value: Json, key: string, path: string, place: string, parent: Json) => void,
): void {
  for (const key of Object.keys(node)) {
    const value = node[key];
    const below = `${path}.${key}`;
    const belowPlace = `${place}.${CHOICES.get(key) ?? key}`;
    visit(value, key, below, belowPlace, node);
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) {
        if (value[i] !== null && typeof value[i] === 'object') walk(value[i], `${below}[${i}]`, belowPlace, visit);
      }
    } else if (value !== null && typeof value === 'object') walk(value, below, belowPlace, visit);
  }
}

const CHOICES = new Map([
  ['valueQuantity', 'value'],
  ['valueCodeableConcept', 'value'],
  ['medicationCodeableConcept', 'medication'],
]);
