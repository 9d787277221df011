import { infra } from './command/infra.ts';
import { start } from './command/start.ts';
import { stop } from './command/stop.ts';
import { test } from './command/test.ts';
import { verify } from './command/verify.ts';
import { LocalStackError } from './local-error.ts';

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  start,
  stop,
  infra,
  test,
  verify,
};

const [name = 'start', ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (!command)
    throw new LocalStackError('start', `There is no command ${name}; use ${Object.keys(commands).join(', ')}.`);
  await command(args);
  process.exitCode ??= 0;
} catch (error) {
  console.error(error instanceof LocalStackError ? error.message : error);
  process.exitCode = 1;
}
