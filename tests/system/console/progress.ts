import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import type {} from '../../setup/provided.ts';

/** The real stream, cut after its first event. */
export async function firstEvent(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { headers: { accept: 'text/event-stream' }, signal });
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const event = /^id:.*?\n\n/ms.exec(text);
    if (event !== null) return event[0];
  }
  throw new Error('The stream ended without an event');
}

/** Stops every process of a service for a moment, shorter than its Kafka session, so that a job stays in its stage. */
export async function freeze(service: 'transcriber' | 'summarizer' | 'fhir-mapper'): Promise<Disposable> {
  const record = JSON.parse(await readFile(join(inject('stack').folder, 'stack.json'), 'utf8')) as {
    pids: Record<string, number[]>;
  };
  const pids = record.pids[service] ?? [];
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  return {
    [Symbol.dispose]: () => {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    },
  };
}
