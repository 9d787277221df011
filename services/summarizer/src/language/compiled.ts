import { setFlagsFromString } from 'node:v8';

/**
 * The rules are well over a thousand regular expressions that each run on every visit. V8 would interpret each one at
 * first, and anew whenever a collection has dropped its code: compiling at once takes a tenth off a whole summary
 * (`scripts/speed.ts`). Imported for this alone, before the first of them runs.
 */
setFlagsFromString('--no-regexp-tier-up');
