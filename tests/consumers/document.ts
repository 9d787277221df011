import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Property {
  readonly const?: string;
  readonly pattern?: string;
}

/** What is read of docs/asyncapi.yaml. */
export interface AsyncApiDocument {
  readonly asyncapi: string;
  readonly channels: {
    readonly fhir: {
      readonly address: string;
      readonly bindings: {
        readonly kafka: {
          readonly topic: string;
          readonly partitions: number;
          readonly topicConfiguration: Readonly<Record<string, number | readonly string[]>>;
        };
      };
    };
  };
  readonly components: {
    readonly messages: { readonly bundle: { readonly payload: { readonly schema: { readonly $ref: string } } } };
    readonly schemas: {
      readonly headers: {
        readonly required: readonly string[];
        readonly properties: Readonly<Record<string, Property>>;
      };
    };
  };
}

const path = new URL('../../docs/asyncapi.yaml', import.meta.url);

export const asyncApi: AsyncApiDocument = parse(readFileSync(path, 'utf8'));

/** The file that the payload's schema refers to. */
export const payloadSchema = (): string =>
  readFileSync(new URL(asyncApi.components.messages.bundle.payload.schema.$ref, path), 'utf8');

/** What of a record's headers is not as the document says. */
export function undocumented(headers: Readonly<Record<string, string>>): string[] {
  const { required, properties } = asyncApi.components.schemas.headers;
  const missing = required.filter((name) => headers[name] === undefined).map((name) => `${name} is missing`);
  const wrong = Object.entries(headers).flatMap(([name, value]) => {
    const property = properties[name];
    if (property === undefined) return [`${name} is not in the document`];
    if (property.const !== undefined && property.const !== value) return [`${name} is ${value}`];
    if (property.pattern !== undefined && !new RegExp(property.pattern).test(value)) return [`${name} is ${value}`];
    return [];
  });
  return [...missing, ...wrong];
}
