import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The chapters that take minutes: `npm run test:fire`. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'fire',
    include: ['tests/{runtime,chaos,gateway}/*.fire.ts'],
    globalSetup: fileURLToPath(new URL('../setup/broker.ts', import.meta.url)),
    testTimeout: 240_000,
    hookTimeout: 240_000,
    fileParallelism: false,
  },
});
