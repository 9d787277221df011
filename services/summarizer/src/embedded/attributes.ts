import type { Attributes } from '@clinical/contracts';

/** One attribute as said: its value and the tokens that say it. */
export interface Said {
  readonly name: keyof Attributes;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}
