import { readEnvironment } from '@clinical/runtime';
import * as z from 'zod';

const count = (otherwise: number) => z.coerce.number().int().positive().default(otherwise);
const flag = (otherwise: 'true' | 'false') =>
  z
    .enum(['true', 'false', '1', '0'])
    .default(otherwise)
    .transform((value) => value === 'true' || value === '1');

const Environment = z
  .object({
    SUMMARIZER_ENGINE: z.enum(['openai', 'embedded']).optional(),
    LLM_BASE_URL: z.url().optional(),
    LLM_API_KEY: z.string().optional(),
    LLM_MODEL: z.string().default('gpt-4o-mini'),
    OPENAI_API_KEY: z.string().optional(),
    OPENAI_BASE_URL: z.url().optional(),
    /** What to do while the model is away: answer with the embedded engine and say so, or let jobs wait. */
    LLM_UNAVAILABLE: z.enum(['degrade', 'wait']).default('degrade'),
    /** One call from its first byte to its last. */
    LLM_TIMEOUT_MS: count(180_000),
    /** Without a byte for so long, a call is given up. */
    LLM_IDLE_TIMEOUT_MS: count(45_000),
    /** Calls for one part before the model counts as away; the wait doubles from LLM_RETRY_BASE_MS. */
    LLM_TRIES: count(3),
    LLM_RETRY_BASE_MS: count(500),
    LLM_RETRY_MAX_MS: count(10_000),
    /** Once found away, the model is not asked again for so long. */
    LLM_AWAY_MS: z.coerce.number().int().min(0).default(10_000),
    /** Invalid answers that go back to the model with what is wrong. */
    LLM_REPAIRS: z.coerce.number().int().min(0).max(5).default(2),
    /** Transcript tokens (estimated) of one call; longer visits are read in overlapping parts. */
    LLM_PART_TOKENS: count(6000),
    LLM_PART_OVERLAP_TOKENS: z.coerce.number().int().min(0).default(400),
    LLM_PARTS_AT_ONCE: count(2),
    LLM_MAX_OUTPUT_TOKENS: count(8192),
    /** `max_tokens` is what most compatible servers know; OpenAI's reasoning models want `max_completion_tokens`. */
    LLM_MAX_TOKENS_FIELD: z.enum(['max_tokens', 'max_completion_tokens']).default('max_tokens'),
    /** What a million tokens cost, as the provider bills them; both or none. */
    LLM_PRICE_INPUT: z.coerce.number().nonnegative().optional(),
    LLM_PRICE_OUTPUT: z.coerce.number().nonnegative().optional(),
    LLM_PRICE_CURRENCY: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default('USD'),
    SUMMARY_CACHE: flag('true'),
    SUMMARY_CACHE_ENTRIES: count(256),
    SUMMARY_CACHE_BYTES: count(32 * 1024 * 1024),
  })
  .refine((env) => env.LLM_PART_OVERLAP_TOKENS < env.LLM_PART_TOKENS, {
    path: ['LLM_PART_OVERLAP_TOKENS'],
    message: 'must be less than LLM_PART_TOKENS',
  })
  .refine((env) => (env.LLM_PRICE_INPUT === undefined) === (env.LLM_PRICE_OUTPUT === undefined), {
    path: ['LLM_PRICE_OUTPUT'],
    message: 'must be given where LLM_PRICE_INPUT is, and not without it',
  });

/** The summarizer's own variables as a tree, read once. */
export function summarizerConfig(env: NodeJS.ProcessEnv) {
  const e = readEnvironment(Environment, env);
  const key = e.LLM_API_KEY ?? e.OPENAI_API_KEY ?? null;
  const configured = key !== null || e.LLM_BASE_URL !== undefined;
  return {
    engine: e.SUMMARIZER_ENGINE ?? (configured ? ('openai' as const) : ('embedded' as const)),
    unavailable: e.LLM_UNAVAILABLE,
    model: {
      baseUrl: e.LLM_BASE_URL ?? e.OPENAI_BASE_URL ?? null,
      /** Servers of one's own often want none, but the client insists on a header. */
      apiKey: key ?? 'none',
      model: e.LLM_MODEL,
      timeoutMs: e.LLM_TIMEOUT_MS,
      idleTimeoutMs: e.LLM_IDLE_TIMEOUT_MS,
      tries: e.LLM_TRIES,
      retryBaseMs: e.LLM_RETRY_BASE_MS,
      retryMaxMs: e.LLM_RETRY_MAX_MS,
      awayMs: e.LLM_AWAY_MS,
      repairs: e.LLM_REPAIRS,
      partTokens: e.LLM_PART_TOKENS,
      overlapTokens: e.LLM_PART_OVERLAP_TOKENS,
      partsAtOnce: e.LLM_PARTS_AT_ONCE,
      maxOutputTokens: e.LLM_MAX_OUTPUT_TOKENS,
      maxTokensField: e.LLM_MAX_TOKENS_FIELD,
      price:
        e.LLM_PRICE_INPUT === undefined || e.LLM_PRICE_OUTPUT === undefined
          ? null
          : { input: e.LLM_PRICE_INPUT, output: e.LLM_PRICE_OUTPUT, currency: e.LLM_PRICE_CURRENCY },
    },
    cache: e.SUMMARY_CACHE ? { entries: e.SUMMARY_CACHE_ENTRIES, bytes: e.SUMMARY_CACHE_BYTES } : null,
  };
}

export type SummarizerConfig = ReturnType<typeof summarizerConfig>;
export type ModelConfig = SummarizerConfig['model'];
