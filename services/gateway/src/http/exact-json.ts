/**
 * JSON whose numbers keep their digits: FHIR's decimals carry their precision (98.0 is not 98), which JSON.parse alone
 * drops. Uses source text access (ECMAScript 2026), which TypeScript's library does not know yet.
 */
interface ExactJson {
  parse(text: string, reviver: (key: string, value: unknown, context: { source: string }) => unknown): unknown;
  rawJSON(text: string): unknown;
}

const exact = JSON as unknown as ExactJson;

/** As JSON.parse, but numbers become opaque values that JSON.stringify writes as they were. */
export const parseExactly = (text: string): unknown =>
  exact.parse(text, (_key, value, { source }) => (typeof value === 'number' ? exact.rawJSON(source) : value));
