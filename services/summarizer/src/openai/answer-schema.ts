import { Assertion, Attributes, Experiencer, FactKind } from '@clinical/contracts';
import * as z from 'zod';

const Quote = z.strictObject({ segment_id: z.string(), quote: z.string() });

/** What the model is asked to answer. Every property is required, as strict structured output wants it. */
export const ModelAnswer = z.strictObject({
  age: z
    .strictObject({
      value: z.number(),
      unit: z.enum(['years', 'months', 'weeks', 'days']),
      quotes: z.array(Quote),
    })
    .nullable(),
  gender: z.strictObject({ value: z.enum(['male', 'female', 'other']), quotes: z.array(Quote) }).nullable(),
  facts: z.array(
    z.strictObject({
      kind: FactKind,
      text: z.string(),
      name: z.string(),
      assertion: Assertion,
      experiencer: Experiencer,
      relation: z.string().nullable(),
      attributes: Attributes,
      quotes: z.array(Quote),
    }),
  ),
  narrative: z.array(z.strictObject({ text: z.string(), facts: z.array(z.number()) })),
});
export type ModelAnswer = z.infer<typeof ModelAnswer>;

function jsonSchema(): { [key: string]: unknown } {
  const { $schema: _, ...schema } = z.toJSONSchema(ModelAnswer, { target: 'draft-7', reused: 'inline' });
  return schema as { [key: string]: unknown };
}

/** OpenAI's structured output: one root object, strict. */
export const RESPONSE_FORMAT = {
  type: 'json_schema',
  json_schema: { name: 'clinical_facts', strict: true, schema: jsonSchema() },
} as const;
