import type { TokenUsage } from '@clinical/contracts';
import type { ModelConfig } from '../config.ts';

const MILLION = 1_000_000;

/** What one job's calls took, those whose answer could not be used included. */
export class Spending {
  #promptTokens = 0;
  #completionTokens = 0;
  #calls = 0;

  call(): void {
    this.#calls += 1;
  }

  tokens(prompt: number, completion: number): void {
    this.#promptTokens += prompt;
    this.#completionTokens += completion;
  }

  usage(price: ModelConfig['price']): TokenUsage {
    return {
      prompt_tokens: this.#promptTokens,
      completion_tokens: this.#completionTokens,
      calls: this.#calls,
      cost: price === null ? null : { amount: this.#amount(price), currency: price.currency },
    };
  }

  #amount(price: NonNullable<ModelConfig['price']>): number {
    const parts = this.#promptTokens * price.input + this.#completionTokens * price.output;
    return Math.round(parts) / MILLION;
  }
}
