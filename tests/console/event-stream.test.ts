import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { consoleModule } from './module.ts';

const { followEvents } = await consoleModule('event-stream.js');

/** A server that answers the nth request by the nth of its answers, and remembers where each asked to resume. */
async function serve(answers: readonly ((response: ServerResponse) => void)[]) {
  const resumedAfter: (string | string[] | undefined)[] = [];
  const server = createServer((request, response) => {
    resumedAfter.push(request.headers['last-event-id']);
    answers[resumedAfter.length - 1]!(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    resumedAfter,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
const stream = (text: string) => (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream' }).end(text);
const status = (code: number) => (response: ServerResponse) => response.writeHead(code).end();

async function follow(url: string, signal: AbortSignal) {
  const events: unknown[] = [];
  const live: boolean[] = [];
  let refused = false;
  await followEvents(url, {
    headers: {},
    signal,
    firstWaitMs: 1,
    onEvent: (event: unknown) => events.push(event),
    onLive: (value: boolean) => live.push(value),
    onRefused: () => {
      refused = true;
    },
  });
  return { events, live, refused };
}

test('comments are skipped, lines of data joined, and a broken event is not delivered', async ({ signal }) => {
  const text = ': open\n\nid: 1\nevent: status\ndata: a\ndata: b\n\nid: 2\r\ndata: c\r\n\r\nid: 3\ndata: cut';
  await using server = await serve([stream(text), status(204)]);
  const { events } = await follow(server.url, signal);
  expect(events).toEqual([
    { id: '1', event: 'status', data: 'a\nb' },
    { id: '2', data: 'c' },
  ]);
  expect(server.resumedAfter).toEqual([undefined, '2']);
});

test('it resumes after failures of any kind, and 204 is the end', async ({ signal }) => {
  await using server = await serve([
    stream('id: 7\ndata: x\n\n'),
    status(503),
    (response) => response.destroy(),
    stream('id: 8\ndata: y\n\n'),
    status(204),
  ]);
  const { events, live } = await follow(server.url, signal);
  expect(events).toEqual([
    { id: '7', data: 'x' },
    { id: '8', data: 'y' },
  ]);
  expect(server.resumedAfter).toEqual([undefined, '7', '7', '7', '8']);
  expect(live).toEqual([true, false, false, false, true, false]);
});

test('what the server refuses is not asked again', async ({ signal }) => {
  await using server = await serve([status(404)]);
  expect(await follow(server.url, signal)).toEqual({ events: [], live: [], refused: true });
});
