/**
 * The inference server as a process of its own.
 *
 *   node tests/inference/main.ts [--port 0] [--api-key KEY] [--latency-ms 0] [--recordings recordings.json]
 *                                [--answer ./model.ts] [--unknown-audio TEXT]
 *
 * `--recordings` is a JSON array of Recording; `--answer` a module whose default export is an Answer. Prints one JSON
 * line {"baseUrl", "port", "pid"} when it listens; ends on SIGINT or SIGTERM.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startInference } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'api-key': { type: 'string' },
    'latency-ms': { type: 'string', default: '0' },
    recordings: { type: 'string' },
    answer: { type: 'string' },
    'unknown-audio': { type: 'string' },
  },
});

const answer =
  values.answer === undefined ? undefined : (await import(pathToFileURL(resolve(values.answer)).href)).default;
const server = await startInference({
  port: Number(values.port),
  latencyMs: Number(values['latency-ms']),
  ...(values['api-key'] === undefined ? {} : { apiKey: values['api-key'] }),
  ...(answer === undefined ? {} : { answer }),
  ...(values.recordings === undefined ? {} : { recordings: JSON.parse(readFileSync(values.recordings, 'utf8')) }),
  ...(values['unknown-audio'] === undefined ? {} : { audio: { unknownAudio: values['unknown-audio'] } }),
});
process.stdout.write(`${JSON.stringify({ baseUrl: server.baseUrl, port: server.port, pid: process.pid })}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close());
