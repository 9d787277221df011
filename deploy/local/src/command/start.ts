import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseInstances, readConfig } from '../config.ts';
import { LockFile } from '../process/lock.ts';
import { untilAskedToStop } from '../process/termination.ts';
import { repositoryRoot } from '../root.ts';
import { Stack } from '../stack.ts';
import { StackRecord } from '../stack-record.ts';
import { demonstrate, describe } from './demo.ts';
import { Screen } from './screen.ts';

export const stackFolder = join(repositoryRoot, '.local');

/** `npm start`: everything up, a consultation through it, and up it stays until Ctrl-C or `npm stop`. */
export async function start(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      instances: { type: 'string', default: '' },
      'no-demo': { type: 'boolean', default: false },
      demo: { type: 'string', default: 'es' },
    },
  });
  const instances = parseInstances(values.instances);
  const config = readConfig(process.env);
  const screen = new Screen();
  if (tellIfRunning(screen)) return;

  const stop = new AbortController();
  const asked = untilAskedToStop().then(() => stop.abort());
  const began = performance.now();
  screen.heading('Clinical Summarizer: starting');
  let stack: Stack;
  try {
    stack = await Stack.start({
      folder: stackFolder,
      ports: 'preferred',
      gatewayPort: config.gatewayPort,
      external: config.external,
      instances,
      events: screen.events,
      signal: stop.signal,
    });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    screen.line('Stopped before everything was up.');
    return;
  }
  await using running = stack;
  screen.line(`  ready after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  screen.line();
  if (!values['no-demo']) await show(screen, running, values.demo, stop.signal);
  tellWhere(screen, running);
  await asked;
  screen.line('Stopping: services first, which finish or hand back what they hold ...');
  await running.stop();
  screen.line('Stopped. The data is kept in .local/data.');
}

function tellIfRunning(screen: Screen): boolean {
  const holder = LockFile.holder(StackRecord.lockPath(stackFolder));
  if (!holder) return false;
  const gateway = new StackRecord(stackFolder).addresses()?.gateway;
  screen.line(
    gateway
      ? `It runs already: ${gateway} (process ${holder.pid}). End it with npm stop.`
      : `It is being started already by process ${holder.pid}. End it with npm stop.`,
  );
  return true;
}

async function show(screen: Screen, stack: Stack, language: string, signal: AbortSignal): Promise<void> {
  const file = language === 'en' ? 'visit.en.txt' : 'consulta.es.txt';
  screen.heading(`Demonstration: deploy/local/demo/${file}`);
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(120_000)]);
    for (const line of describe(await demonstrate(stack.addresses.gateway, file, limit))) screen.line(line);
  } catch (error) {
    if (signal.aborted) return;
    screen.loud('THE DEMONSTRATION FAILED. Everything stays up so that you can look into .local/logs.');
    screen.loud(error instanceof Error ? error.message : String(error));
  }
  screen.line();
}

function tellWhere(screen: Screen, { addresses }: Stack): void {
  screen.heading('Up and running');
  screen.line(`  Console    ${addresses.gateway}/`);
  screen.line(`  API        ${addresses.gateway}/docs`);
  screen.line(`  Kafka      ${addresses.kafka.join(',')}   topics clinical.*, the FHIR bundles on clinical.fhir.v1`);
  screen.line(`  Registry   ${addresses.registry}`);
  screen.line(`  Redis      ${addresses.redis}`);
  screen.line('  Logs       .local/logs, addresses and pids in .local/stack.json');
  screen.line('  Stop       Ctrl-C here, or npm stop');
}
