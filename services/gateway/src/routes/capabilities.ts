import { FhirProfile } from '@clinical/contracts';
import { createRoute, z } from '@hono/zod-openapi';
import type { Route } from '../gateway.ts';
import { ACCEPTED_TYPES } from '../submission/media-types.ts';

const Capabilities = z
  .strictObject({
    audio: z.boolean().openapi({ description: 'Whether there is a speech recogniser' }),
    max_text_bytes: z.int(),
    max_audio_bytes: z.int(),
    max_wait_s: z.int(),
    media_types: z.array(z.string()),
    languages: z.array(z.string()),
    fhir_profiles: z.array(z.string()),
  })
  .openapi('Capabilities');

const route = createRoute({
  method: 'get',
  path: '/v1/capabilities',
  tags: ['Jobs'],
  summary: 'What this deployment takes',
  responses: { 200: { description: 'Types and limits', content: { 'application/json': { schema: Capabilities } } } },
});

export const capabilitiesRoute: Route = (app, { config: { audio, limits } }) => {
  const capabilities = {
    audio,
    max_text_bytes: limits.textBytes,
    max_audio_bytes: limits.audioBytes,
    max_wait_s: limits.waitS,
    media_types: ACCEPTED_TYPES.filter((type) => audio || type !== 'audio/*'),
    languages: ['es', 'en'],
    fhir_profiles: [...FhirProfile.options],
  };
  app.openapi(route, (c) => c.json(capabilities, 200));
};
