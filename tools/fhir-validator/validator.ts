import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../deploy/local/src/install/cache.ts';
import { installJava } from '../../deploy/local/src/install/java.ts';
import { run } from '../../deploy/local/src/process/command.ts';
import { buildMavenProgram } from '../maven/build.ts';

const PROJECT = fileURLToPath(new URL('.', import.meta.url));
const TABLES = fileURLToPath(new URL('../../services/fhir-mapper/terminology/', import.meta.url));

export interface ReferenceMessage {
  readonly severity: 'error' | 'fatal' | 'warning' | 'information';
  readonly location: string;
  readonly text: string;
  readonly why?: string;
}

export interface ReferenceResult {
  readonly valid: boolean;
  readonly ms: number;
  readonly messages: readonly ReferenceMessage[];
  /** Messages that rules.tsv accepts, with the reason. */
  readonly accepted: readonly ReferenceMessage[];
}

export interface ReferenceValidator extends AsyncDisposable {
  /** Validates a resource, given as a value or as JSON text. Calls are answered in their order. */
  validate(resource: object | string): Promise<ReferenceResult>;
}

async function command(report: Report): Promise<readonly [string, string[]]> {
  const [{ command: java }, jar] = [
    await installJava(report),
    await buildMavenProgram(PROJECT, 'fhir-validator', report),
  ];
  const tables = globSync(`${TABLES}**/*.tsv`).sort();
  return [java, ['-Xmx1g', '-XX:+UseSerialGC', '-jar', jar, ...tables.flatMap((table) => ['--codes', table])]];
}

/** One warm JVM of HAPI's validator; the first bundle takes seconds, the next ones about 100 ms. */
export async function startReferenceValidator(report: Report = () => {}): Promise<ReferenceValidator> {
  const [java, args] = await command(report);
  const child = spawn(java, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const waiting: PromiseWithResolvers<ReferenceResult>[] = [];
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(JSON.parse(line)));
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  void closed.then(() => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`The reference validator ended: ${complaint}`));
  });
  return {
    validate(resource) {
      const answer = Promise.withResolvers<ReferenceResult>();
      waiting.push(answer);
      const json = typeof resource === 'string' ? JSON.stringify(JSON.parse(resource)) : JSON.stringify(resource);
      child.stdin.write(`${json}\n`);
      return answer.promise;
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await closed;
    },
  };
}

export interface CodeAgreement {
  readonly system: string;
  readonly code: string;
  /** Whether HAPI's jars hold the code system. */
  readonly known: boolean;
  readonly agrees: boolean;
  readonly display?: string;
}

/** Every pinned code against the code systems inside HAPI's jars (HL7's whole, UCUM's grammar). */
export async function checkPinnedCodes(report: Report = () => {}): Promise<readonly CodeAgreement[]> {
  const [java, args] = await command(report);
  const lines = await run(java, [...args, '--check-codes']);
  return lines
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}
