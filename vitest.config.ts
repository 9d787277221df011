import { configDefaults, defineConfig } from 'vitest/config';

const wholeSystem = ['tests/system/**/*.test.ts'];
const onABroker = ['**/*.broker.test.ts'];
const onFhirJars = ['tests/fhir/**/*.test.ts'];
const everywhere = '{packages/*,services/*,deploy/*,tools,evaluation,bench,tests}';

/**
 * Four projects, one after another: units beside the code, tests on a real broker, tests of the whole system, and what
 * HAPI's validator and server, in JVMs of their own, say of the bundles.
 */
export default defineConfig({
  test: {
    reporters: ['default', './tests/setup/tally-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${everywhere}/**/*.test.ts`],
          exclude: [...configDefaults.exclude, ...wholeSystem, ...onABroker, ...onFhirJars],
          // Some are bound by the processor; a busy machine must not fail them.
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'broker',
          include: [`${everywhere}/**/*.broker.test.ts`],
          exclude: [...configDefaults.exclude, ...wholeSystem],
          globalSetup: './tests/setup/broker.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'system',
          include: wholeSystem,
          globalSetup: './tests/setup/system.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'fhir',
          include: onFhirJars,
          testTimeout: 120_000,
          hookTimeout: 900_000,
          sequence: { groupOrder: 3 },
          fileParallelism: false,
        },
      },
    ],
  },
});
