import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../deploy/local/src/install/cache.ts';
import { installJava } from '../../deploy/local/src/install/java.ts';
import { buildMavenProgram } from '../../tools/maven/build.ts';

export interface FhirServer extends AsyncDisposable {
  /** Where it answers, such as http://127.0.0.1:40123/fhir. */
  readonly base: string;
}

/** A real FHIR R4 server of its own: HAPI's JPA server over a database in memory, empty at first. */
export async function startFhirServer(report: Report = () => {}): Promise<FhirServer> {
  const { command } = await installJava(report);
  const jar = await buildMavenProgram(fileURLToPath(new URL('server/', import.meta.url)), 'fhir-server', report);
  const child = spawn(command, ['-Xmx1g', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-jar', jar], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-3000);
  });
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const address = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('http://')) resolve(line);
    });
    void closed.then(() => reject(new Error(`The FHIR server ended: ${complaint}`)));
  });
  return {
    base: await address,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await closed;
    },
  };
}
