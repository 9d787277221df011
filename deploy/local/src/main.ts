import { infra } from './command/infra.ts';
import { LocalStackError } from './local-error.ts';

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = { infra };

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
