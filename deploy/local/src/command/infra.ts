import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { untilAskedToStop } from '../process/termination.ts';
import { Stack } from '../stack.ts';

/** `infra --dir <folder>`: Kafka, registry and Redis alone, on free ports; prints their addresses as JSON. */
export async function infra(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { dir: { type: 'string', default: '.local/infra' } } });
  const stopped = untilAskedToStop();
  await using stack = await Stack.start({
    folder: resolve(values.dir),
    services: false,
    events: { installing: (line) => console.error(line), died: (name, how) => console.error(`${name} ended: ${how}`) },
  });
  const { gateway: _, ...addresses } = stack.addresses;
  console.log(JSON.stringify(addresses));
  await stopped;
}
