/** The running gateway answers as its OpenAPI document says, and the document says nothing that is not served. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ZodType, z } from 'zod';
import { accepted, artefact, eventually, type GatewayBed, gatewayBed, postText, type TestGateway } from './gateway.ts';

interface Operation {
  readonly responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
}

let bed: GatewayBed;
let gateway: TestGateway;
let document: OpenApi;
beforeAll(async () => {
  bed = await gatewayBed();
  gateway = await bed.gateway();
  document = (await (await fetch(`${gateway.base}/openapi.json`)).json()) as OpenApi;
});
afterAll(async () => {
  await gateway?.[Symbol.asyncDispose]();
  await bed?.[Symbol.asyncDispose]();
});

/** The schema that the document gives for an answer, as a validator. */
function schemaOf(path: string, method: string, response: Response): ZodType {
  const documented = document.paths[path]?.[method]?.responses[response.status];
  expect(documented, `${method} ${path} ${response.status}`).toBeDefined();
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  const schema = documented!.content?.[type]?.schema;
  expect(schema, `${method} ${path} ${response.status} ${type}`).toBeDefined();
  const rebased = JSON.stringify({ ...schema, $defs: document.components.schemas });
  return z.fromJSONSchema(JSON.parse(rebased.replaceAll('#/components/schemas/', '#/$defs/')));
}

async function conforms(path: string, method: string, response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  const parsed = schemaOf(path, method, response).safeParse(body);
  expect(parsed.error?.issues ?? [], `${method} ${path} ${response.status}`).toEqual([]);
  return body;
}

test('it is OpenAPI 3.1, and its reference page is served whole from here', async () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  const page = await (await fetch(`${gateway.base}/docs`)).text();
  const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url!);
  expect(parts.every((url) => url.startsWith('/docs/'))).toBe(true);
  for (const url of parts) expect((await fetch(gateway.base + url)).status, url).toBe(200);
});

test('the console and what it is made of are served whole from here', async () => {
  const response = await fetch(`${gateway.base}/`);
  const page = await response.text();
  const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
  expect(page).toContain(`nonce="${nonce}"`);
  expect(page).not.toContain('__CSP_NONCE__');
  const parts = [...page.matchAll(/"(\/(?:console|vendor)\/[^"]+)"/g)].map(([, url]) => url!);
  expect(parts.length).toBeGreaterThan(3);
  for (const url of parts) expect((await fetch(gateway.base + url)).status, url).toBe(200);
  for (const path of ['/console/../package.json', '/console/%2e%2e/package.json', '/vendor/ws', '/docs/package.json']) {
    expect((await fetch(gateway.base + path)).status, path).toBe(404);
  }
});

describe('a job from its submission to its end', () => {
  test('every answer on its way is as documented', async () => {
    const { base } = gateway;
    await conforms('/v1/jobs', 'post', await postText(base, 'Tengo tos.'));
    const id = await accepted(base);
    const get = (rest: string) => fetch(`${base}/v1/jobs/${id}${rest}`);
    await conforms('/v1/jobs/{job_id}', 'get', await get(''));
    await conforms('/v1/jobs/{job_id}/summary', 'get', await get('/summary'));
    await bed.tell(id, 'failed', { problem: { code: 'unreadable', title: 'It cannot be read', retryable: false } });
    await eventually(async () => ((await (await get('')).json()) as { status: string }).status).toBe('failed');
    await conforms('/v1/jobs/{job_id}', 'get', await get(''));
    await conforms('/result/{job_id}', 'get', await fetch(`${base}/result/${id}`));
    await conforms('/v1/jobs', 'get', await fetch(`${base}/v1/jobs?status=failed`));
    const other = await accepted(base);
    await bed.tell(other, 'completed', { fhir: artefact({ resourceType: 'Bundle', entry: [] }) });
    await eventually(async () => (await fetch(`${base}/v1/jobs/${other}/fhir`)).status).toBe(200);
    await conforms('/v1/jobs/{job_id}/fhir', 'get', await fetch(`${base}/v1/jobs/${other}/fhir`));
    await conforms('/v1/capabilities', 'get', await fetch(`${base}/v1/capabilities`));
    await conforms('/readyz', 'get', await fetch(`${base}/readyz`));
    await conforms(
      '/submit',
      'post',
      await fetch(`${base}/submit`, { method: 'POST', body: JSON.stringify({ text: 'Tengo tos.' }) }),
    );
  });

  test('an event of the stream is as documented', async () => {
    const id = await accepted(gateway.base);
    await bed.tell(id, 'completed');
    const response = await fetch(`${gateway.base}/v1/jobs/${id}/events`);
    const schema = schemaOf('/v1/jobs/{job_id}/events', 'get', response);
    const events = [...(await response.text()).matchAll(/^data: (.+)$/gm)].map(([, data]) => JSON.parse(data!));
    expect(events).toHaveLength(2);
    for (const event of events) expect(schema.safeParse(event).error?.issues ?? []).toEqual([]);
  });
});

test('every operation, asked for a job that is not there, answers what it documents', async () => {
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of Object.keys(operations)) {
      const url = gateway.base + path.replace('{job_id}', crypto.randomUUID()).replace('{batch_id}', 'none');
      const response = await fetch(url, { method: method.toUpperCase() });
      if (response.headers.get('content-type')?.includes('json') === true) await conforms(path, method, response);
      if (path.includes('{')) expect(response.status, `${method} ${path}`).toBe(404);
    }
  }
});

test('errors are problems with a code: unknown paths, wrong bodies, wrong queries', async () => {
  const post = (body: string, type: string) =>
    fetch(`${gateway.base}/v1/jobs`, { method: 'POST', body, headers: { 'content-type': type } });
  const answers = [
    [await fetch(`${gateway.base}/nowhere`), 404, 'not_found'],
    [await post('{', 'application/json'), 400, 'malformed_json'],
    [await post('{"text":5}', 'application/json'), 422, 'invalid_request'],
    [await post('x', 'application/pdf'), 415, 'unsupported_media_type'],
    [await post('x', 'audio/wav'), 422, 'audio_not_configured'],
    [await post(`"${'x'.repeat(9_000_000)}"`, 'application/json'), 413, 'payload_too_large'],
    [await fetch(`${gateway.base}/v1/jobs?limit=0`), 422, 'invalid_request'],
    [await fetch(`${gateway.base}/v1/jobs/${await accepted(gateway.base)}/ws`), 426, 'upgrade_required'],
  ] as const;
  for (const [response, status, code] of answers) {
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status, code });
    expect(response.status).toBe(status);
  }
});
