import { isOperationOutcome, OperationOutcomeError, validateResource } from '@medplum/core';
import type { OperationOutcomeIssue } from '@medplum/fhirtypes';
import { requiredBindings } from './definitions.ts';
import type { Issues } from './issues.ts';
import type { Json } from './walk.ts';

interface Token {
  readonly value: Json;
  readonly path: string;
}

/**
 * One resource against its R4 definition: properties, types, cardinalities, formats, invariants, reference targets, and
 * the required bindings. Warnings count as errors. `resolve` gives `Type/id` for a urn:uuid, so that targets have types.
 */
export function checkStructure(
  resource: Json,
  at: string,
  resolve: (reference: string) => string,
  issues: Issues,
): void {
  const bindings = requiredBindings();
  const tokens: Record<string, Token[]> = {};
  for (const issue of validated(withTypedReferences(resource, resolve), tokens)) {
    const where = issue.expression?.[0];
    issues.add(`structure: ${issue.details?.text ?? issue.code}`, where ? `${at}.${where}` : at, issue.code);
  }
  for (const [url, found] of Object.entries(tokens)) {
    const allowed = bindings.get(url);
    if (allowed === undefined) continue;
    for (const { value, path } of found) {
      const coded = value?.coding ?? [value];
      const bound = coded.some((coding: Json) =>
        typeof coding === 'string'
          ? allowed.codes.has(coding)
          : allowed.tokens.has(`${coding?.system}|${coding?.code}`),
      );
      if (!bound) issues.add('required-binding', `${at}.${path}`, 'code-invalid');
    }
  }
}

function validated(resource: Json, tokens: Record<string, Token[]>): OperationOutcomeIssue[] {
  try {
    return validateResource(resource, { collect: { tokens } } as Parameters<typeof validateResource>[1]);
  } catch (error) {
    if (error instanceof OperationOutcomeError && isOperationOutcome(error.outcome)) return error.outcome.issue;
    return [{ severity: 'error', code: 'structure' }];
  }
}

function withTypedReferences(node: Json, resolve: (reference: string) => string): Json {
  if (Array.isArray(node)) return node.map((item) => withTypedReferences(item, resolve));
  if (node === null || typeof node !== 'object') return node;
  const out: Json = {};
  for (const key of Object.keys(node)) {
    const value = node[key];
    out[key] = key === 'reference' && typeof value === 'string' ? resolve(value) : withTypedReferences(value, resolve);
  }
  return out;
}
