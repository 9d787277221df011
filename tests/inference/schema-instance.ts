type Schema = { readonly [key: string]: unknown };

/**
 * The smallest value that a JSON Schema of the structured-output subset allows: empty arrays, nulls, first enum
 * members. What a model without anything to say would answer.
 */
export function minimalInstance(schema: Schema, root: Schema = schema): unknown {
  if (typeof schema.$ref === 'string') return minimalInstance(resolve(schema.$ref, root), root);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  for (const union of [schema.anyOf, schema.oneOf]) {
    if (!Array.isArray(union)) continue;
    const branches = union as Schema[];
    if (branches.some((branch) => branch.type === 'null')) return null;
    return minimalInstance(branches[0] ?? {}, root);
  }
  const types = Array.isArray(schema.type) ? (schema.type as string[]) : [schema.type as string];
  if (types.includes('null')) return null;
  switch (types[0]) {
    case 'object':
      return Object.fromEntries(
        Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(([name, property]) => [
          name,
          minimalInstance(property, root),
        ]),
      );
    case 'array': {
      const count = typeof schema.minItems === 'number' ? schema.minItems : 0;
      return Array.from({ length: count }, () => minimalInstance((schema.items ?? {}) as Schema, root));
    }
    case 'number':
    case 'integer':
      return typeof schema.minimum === 'number' ? schema.minimum : 0;
    case 'boolean':
      return false;
    default:
      return '';
  }
}

function resolve(ref: string, root: Schema): Schema {
  let node: unknown = root;
  for (const part of ref.replace(/^#\/?/, '').split('/').filter(Boolean)) {
    node = (node as Record<string, unknown> | undefined)?.[part];
  }
  if (node === undefined) throw new Error(`Unresolved reference ${ref}`);
  return node as Schema;
}
