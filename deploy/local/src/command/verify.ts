import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { repositoryRoot } from '../root.ts';
import { test } from './test.ts';

/** `npm run verify`: types, style and unused code (what turbo.json names), then all tests. */
export async function verify(args: readonly string[]): Promise<void> {
  const child = spawn('npm', ['run', '--silent', 'check'], {
    cwd: repositoryRoot,
    stdio: 'inherit',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) {
    console.error('The checks above failed; the tests were not run.');
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
    return;
  }
  // Import arrows and the schemas' compatibility are tests: tests/arrows, packages/contracts.
  await test(args);
}
