/** The openai engine against a protocol-true server over real HTTP: every way in which a model fails. */
import { DependencyDownError, PermanentError, Registry } from '@clinical/runtime';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SummarizerConfig, summarizerConfig } from '../../services/summarizer/src/config.ts';
import { createEmbeddedEngine } from '../../services/summarizer/src/embedded/engine.ts';
import { createEngines } from '../../services/summarizer/src/engines.ts';
import { summaryMetrics } from '../../services/summarizer/src/metrics.ts';
import { createOpenAiEngine } from '../../services/summarizer/src/openai/engine.ts';
import { partsOf } from '../../services/summarizer/src/openai/parts.ts';
import { summarize } from '../../services/summarizer/src/summarize.ts';
import type { Behaviour } from '../inference/behaviours.ts';
import { messageText } from '../inference/chat.ts';
import careful from '../inference/models/careful.ts';
import { type Line, transcriptOf } from '../inference/models/conversation.ts';
import { type Inference, startInference } from '../inference/server.ts';

const DIALOGUE: readonly Line[] = [
  { id: 's1', speaker: 'clinician', text: 'Buenos días, ¿qué le pasa?' },
  { id: 's2', speaker: 'patient', text: 'Me duele la cabeza desde hace tres días. Tomo paracetamol de 500 mg.' },
  { id: 's3', speaker: 'clinician', text: '¿Ha tenido fiebre?' },
  { id: 's4', speaker: 'patient', text: 'No.' },
];
const conversation = transcriptOf(DIALOGUE, 'es');
const never = new AbortController().signal;

vi.setConfig({ testTimeout: 30_000 });

let server: Inference;
beforeAll(async () => {
  server = await startInference({ apiKey: 'key', answer: careful });
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const QUICK = {
  LLM_RETRY_BASE_MS: '1',
  LLM_RETRY_MAX_MS: '5',
  LLM_IDLE_TIMEOUT_MS: '1000',
  LLM_TIMEOUT_MS: '5000',
  LLM_AWAY_MS: '0',
};

function configured(env: Record<string, string> = {}): SummarizerConfig {
  return summarizerConfig({
    LLM_BASE_URL: server.baseUrl,
    LLM_API_KEY: 'key',
    LLM_MODEL: 'test-model',
    ...QUICK,
    ...env,
  });
}
const engine = (env: Record<string, string> = {}) => createOpenAiEngine(configured(env).model);

describe('an answer', () => {
  test('becomes a verified summary that says model, prompt version and tokens', async () => {
    const summary = await summarize(conversation, { main: engine(), fallback: null, cache: null }, never);
    expect(summary.engine).toMatchObject({ name: 'openai', model: 'test-model', prompt_version: 'extract.v2' });
    expect(summary.degraded).toBe(false);
    expect(summary.usage?.calls).toBe(1);
    expect(summary.usage?.prompt_tokens).toBeGreaterThan(0);
    expect(summary.facts.map(({ name, assertion }) => [name, assertion])).toEqual(
      expect.arrayContaining([
        ['dolor de cabeza', 'present'],
        ['fiebre', 'negated'],
      ]),
    );
  });

  test('is asked for with strict structured output, streamed, the transcript in the user message alone', async () => {
    await engine().draft(conversation, { signal: never });
    const request = server.calls[0]!.chat!;
    expect(request.stream).toBe(true);
    expect(request.response_format?.json_schema?.strict).toBe(true);
    const system = request.messages
      .filter(({ role }) => role === 'system')
      .map(messageText)
      .join();
    expect(system).not.toContain('paracetamol de 500');
    expect(messageText(request.messages.at(-1)!)).toContain('paracetamol de 500');
  });

  test('with prose around one JSON object is taken', async () => {
    server.behave({ behaviour: { kind: 'prose' } });
    const { draft } = await engine().draft(conversation, { signal: never });
    expect(draft.facts.length).toBeGreaterThan(0);
    expect(server.calls).toHaveLength(1);
  });
});

const unusable: readonly [Behaviour['kind'], string, number][] = [
  ['refusal', 'model_refusal', 1],
  ['content_filter', 'model_content_filter', 1],
  ['prose_alone', 'model_prose', 3],
  ['invalid_json', 'model_invalid_json', 3],
  ['schema_ignoring', 'model_schema_mismatch', 3],
  ['white_space', 'model_white_space', 3],
  ['empty', 'model_empty', 3],
];

describe('an answer that cannot be used', () => {
  test.each(unusable)('%s ends as %s after %i calls', async (kind, code, calls) => {
    server.behave({ behaviour: { kind } as Behaviour });
    const failure = await engine()
      .draft(conversation, { signal: never })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PermanentError);
    expect(failure).toMatchObject({ code });
    expect(server.calls).toHaveLength(calls);
  });

  test.each([
    'prose_alone',
    'invalid_json',
    'schema_ignoring',
    'white_space',
    'empty',
  ] as const)('%s is repaired: the complaint goes back', async (kind) => {
    server.behave({ behaviour: { kind }, times: 1 });
    const { draft, usage } = await engine().draft(conversation, { signal: never });
    expect(draft.facts.length).toBeGreaterThan(0);
    expect(usage?.calls).toBe(2);
    expect(messageText(server.calls[1]!.chat!.messages.at(-1)!)).toContain('not accepted');
  });

  test('length: the part is read in halves, and nothing is cut off', async () => {
    server.behave({ behaviour: { kind: 'length' }, times: 1 });
    const { draft, usage } = await engine().draft(conversation, { signal: never });
    expect(usage?.calls).toBe(3);
    expect(draft.facts.map(({ name }) => name)).toEqual(expect.arrayContaining(['dolor de cabeza', 'paracetamol']));
  });

  test('length for ever ends as model_length', async () => {
    server.behave({ behaviour: { kind: 'length' } });
    await expect(engine().draft(conversation, { signal: never })).rejects.toMatchObject({ code: 'model_length' });
  });
});

const away: readonly Behaviour[] = [
  { kind: 'status', status: 429, retryAfter: 1 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'reset' },
  { kind: 'truncate' },
  { kind: 'hang' },
  { kind: 'stall' },
];

describe('a model that is away', () => {
  test.each(away)('$kind $status: bounded tries, then the dependency is down', async (behaviour) => {
    server.behave({ behaviour });
    await expect(engine().draft(conversation, { signal: never })).rejects.toBeInstanceOf(DependencyDownError);
    expect(server.calls).toHaveLength(3);
  });

  test.each(away)('$kind $status once is tried again', async (behaviour) => {
    server.behave({ behaviour, times: 1 });
    const { draft } = await engine().draft(conversation, { signal: never });
    expect(draft.facts.length).toBeGreaterThan(0);
  });

  test('refused connections, a wrong key: down at once', async () => {
    const nowhere = engine({ LLM_BASE_URL: 'http://127.0.0.1:9/v1' });
    await expect(nowhere.draft(conversation, { signal: never })).rejects.toBeInstanceOf(DependencyDownError);
    const unkeyed = engine({ LLM_API_KEY: 'wrong' });
    await expect(unkeyed.draft(conversation, { signal: never })).rejects.toBeInstanceOf(DependencyDownError);
    expect(server.calls).toHaveLength(1);
  });

  test('degraded mode answers with the embedded engine and says so; waiting passes the failure on', async () => {
    server.behave({ behaviour: { kind: 'status', status: 503 } });
    const degrading = { main: engine(), fallback: createEmbeddedEngine(), cache: null };
    const summary = await summarize(conversation, degrading, never);
    expect(summary.engine.name).toBe('embedded');
    expect(summary.degraded).toBe(true);
    expect(summary.warnings.map(({ code }) => code)).toContain('model_unavailable');
    await expect(summarize(conversation, { ...degrading, fallback: null }, never)).rejects.toBeInstanceOf(
      DependencyDownError,
    );
  });

  test('once found away it is not asked again for a while', async () => {
    server.behave({ behaviour: { kind: 'status', status: 503 } });
    const one = engine({ LLM_AWAY_MS: '60000' });
    await expect(one.draft(conversation, { signal: never })).rejects.toBeInstanceOf(DependencyDownError);
    const calls = server.calls.length;
    await expect(one.draft(conversation, { signal: never })).rejects.toBeInstanceOf(DependencyDownError);
    expect(server.calls).toHaveLength(calls);
  });

  test('an abort ends a hanging call with its own reason', async () => {
    server.behave({ behaviour: { kind: 'hang' } });
    const cancelled = new Error('cancelled');
    const controller = new AbortController();
    const running = engine({ LLM_IDLE_TIMEOUT_MS: '60000' }).draft(conversation, { signal: controller.signal });
    await expect.poll(() => server.calls.length).toBe(1);
    controller.abort(cancelled);
    await expect(running).rejects.toBe(cancelled);
  });

  test('a server without structured output is asked without it', async () => {
    server.behave({
      behaviour: { kind: 'status', status: 400, message: 'response_format json_schema is not supported' },
      times: 1,
    });
    const { draft } = await engine().draft(conversation, { signal: never });
    expect(draft.facts.length).toBeGreaterThan(0);
    expect(server.calls[1]!.chat!.response_format).toBeUndefined();
  });
});

describe('what a job costs', () => {
  const PRICED = { LLM_PRICE_INPUT: '2', LLM_PRICE_OUTPUT: '10', LLM_PRICE_CURRENCY: 'EUR' };

  test('stands in the result and in the metrics, answers that could not be used included', async () => {
    server.behave({ behaviour: { kind: 'invalid_json' }, times: 1 });
    const summary = await summarize(conversation, { main: engine(PRICED), fallback: null, cache: null }, never);
    const { prompt_tokens, completion_tokens, calls, cost } = summary.usage!;
    expect(calls).toBe(2);
    expect(cost?.currency).toBe('EUR');
    expect(cost?.amount).toBeCloseTo((prompt_tokens * 2 + completion_tokens * 10) / 1e6, 6);

    const registry = new Registry();
    summaryMetrics(registry)(summary);
    const told = await registry.metrics();
    expect(told).toContain(`summarizer_tokens_total{model="test-model",direction="prompt"} ${prompt_tokens}`);
    expect(told).toContain('summarizer_job_tokens_count{model="test-model",direction="completion"} 1');
    expect(told).toContain(`summarizer_cost_total{model="test-model",currency="EUR"} ${cost?.amount}`);
    expect(told).toContain('summarizer_job_cost_count{model="test-model",currency="EUR"} 1');
  });

  test('is unknown without prices; half a price is refused', async () => {
    const { usage } = await engine().draft(conversation, { signal: never });
    expect(usage?.cost).toBeNull();
    expect(() => configured({ LLM_PRICE_INPUT: '2' })).toThrow(/LLM_PRICE_OUTPUT/);
  });
});

describe('a long visit', () => {
  const long: Line[] = Array.from({ length: 900 }, (_, i) => ({
    id: `s${i + 1}`,
    speaker: i % 2 === 0 ? 'clinician' : 'patient',
    text:
      i % 2 === 0
        ? 'Siga contándome, por favor, con todo el detalle que recuerde de aquellos días.'
        : `Fue un día tranquilo, el número ${i}, sin nada más que contar.`,
  }));
  long[1] = { id: 's2', speaker: 'patient', text: 'Tengo tos.' };
  long[899] = { id: 's900', speaker: 'patient', text: 'Tengo fiebre.' };

  test('is read in overlapping parts that hold every segment', async () => {
    const transcript = transcriptOf(long, 'es');
    const parts = partsOf(transcript.segments, 3000, 300);
    expect(parts.length).toBeGreaterThan(5);
    expect(new Set(parts.flatMap(({ slices }) => slices.map(({ id }) => id))).size).toBe(900);
    for (const [i, part] of parts.slice(1).entries())
      expect(parts[i]!.slices.map(({ id }) => id)).toContain(part.slices[0]!.id);
    const { draft, usage, warnings } = await engine({
      LLM_PART_TOKENS: '3000',
      LLM_PART_OVERLAP_TOKENS: '300',
      LLM_IDLE_TIMEOUT_MS: '10000',
      LLM_TIMEOUT_MS: '20000',
    }).draft(transcript, { signal: never });
    expect(usage?.calls).toBe(parts.length);
    expect(warnings.map(({ code }) => code)).toContain('read_in_parts');
    expect(draft.facts.map(({ name }) => name)).toEqual(expect.arrayContaining(['tos', 'fiebre']));
  });

  test('one segment of 2 MB is cut between sentences and keeps all of its words', () => {
    const text = 'El paciente refiere que durmió bien y que comió con apetito. '.repeat(33_000);
    const parts = partsOf(transcriptOf([{ id: 's1', speaker: 'unknown', text }], 'es').segments, 6000, 0);
    const joined = parts.flatMap(({ slices }) => slices.map((slice) => slice.text)).join('');
    expect(joined.trimEnd() === text.trimEnd()).toBe(true);
  });
});

describe('the cache', () => {
  const cached = (env: Record<string, string> = {}) =>
    createEngines(
      summarizerConfig({ LLM_BASE_URL: server.baseUrl, LLM_API_KEY: 'key', LLM_MODEL: 'm', ...QUICK, ...env }),
    );

  test('answers the same conversation of the same tenant without a call or a cost, and no other', async () => {
    const engines = cached();
    await summarize(conversation, engines, never);
    const again = await summarize({ ...conversation, job_id: '00000000-0000-5000-8000-000000000001' }, engines, never);
    expect(server.calls).toHaveLength(1);
    expect(again.job_id).toBe('00000000-0000-5000-8000-000000000001');
    expect(again.facts.length).toBeGreaterThan(0);
    expect(again.usage).toBeNull();
    await summarize({ ...conversation, tenant: 'another' }, engines, never);
    expect(server.calls).toHaveLength(2);
    const [first, ...rest] = conversation.segments;
    const changed = { ...conversation, segments: [{ ...first!, text: `${first!.text} ` }, ...rest] };
    await summarize(changed, engines, never);
    expect(server.calls).toHaveLength(3);
  });

  test('knows the model and the prompt version that answered', async () => {
    const { main, cache } = cached();
    const result = await main.draft(conversation, { signal: never });
    cache!.put(conversation, main.engine, result);
    expect(cache!.get(conversation, main.engine)).toBe(result);
    expect(cache!.get(conversation, { ...main.engine, model: 'other' })).toBeNull();
    expect(cache!.get(conversation, { ...main.engine, prompt_version: 'other' })).toBeNull();
    expect(cache!.get(conversation, { ...main.engine, name: 'embedded' })).toBeNull();
  });

  test('can be switched off', async () => {
    const engines = cached({ SUMMARY_CACHE: 'false' });
    await summarize(conversation, engines, never);
    await summarize(conversation, engines, never);
    expect(server.calls).toHaveLength(2);
  });
});
