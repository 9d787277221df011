/**
 * What an inference server does wrong in the field, each as one switchable behaviour. `http` ones hold for both
 * endpoints, `content` ones for chat alone.
 */
export type Behaviour =
  | { readonly kind: 'ok' }
  /** An HTTP error in OpenAI's envelope: 429 with `retryAfter` seconds, 500, 503, 401, 400, 413, 415 ... */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number; readonly message?: string }
  /** Accepts the request and never answers. */
  | { readonly kind: 'hang' }
  /** Status and headers (and, when streaming, the first chunk), then nothing more. */
  | { readonly kind: 'stall' }
  /** Half of the answer, then the connection is cut. */
  | { readonly kind: 'truncate' }
  /** TCP reset before any byte of an answer. */
  | { readonly kind: 'reset' }
  /** HTTP 200 with a body that is no JSON at all. */
  | { readonly kind: 'garbage' }
  | { readonly kind: 'refusal' }
  /** The answer cut in half with finish_reason `length`. */
  | { readonly kind: 'length' }
  | { readonly kind: 'content_filter' }
  | { readonly kind: 'invalid_json' }
  /** The answer with talk around it. */
  | { readonly kind: 'prose' }
  /** Talk, and no answer in it. */
  | { readonly kind: 'prose_alone' }
  /** White space until max_tokens (default 20,000 characters), as constrained decoders do when they lose their way. */
  | { readonly kind: 'white_space'; readonly characters?: number }
  | { readonly kind: 'empty' }
  /** Valid JSON that ignores the schema that was asked for. */
  | { readonly kind: 'schema_ignoring' };

export type Endpoint = 'chat' | 'audio';

export interface Rule {
  readonly behaviour: Behaviour;
  /** Default: both. */
  readonly endpoint?: Endpoint;
  /** How many calls it holds for; default: until replaced. */
  readonly times?: number;
}

/** Rules in order: the first that applies to a call decides, and is used up by it. */
export class BehaviourQueue {
  #rules: { rule: Rule; left: number }[] = [];

  set(rules: readonly Rule[]): void {
    this.#rules = rules.map((rule) => ({ rule, left: rule.times ?? Number.POSITIVE_INFINITY }));
  }

  next(endpoint: Endpoint): Behaviour {
    const entry = this.#rules.find(({ rule, left }) => left > 0 && (rule.endpoint ?? endpoint) === endpoint);
    if (entry === undefined) return { kind: 'ok' };
    entry.left -= 1;
    return entry.rule.behaviour;
  }
}
