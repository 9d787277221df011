import { expect, it } from 'vitest';
import { ChunkMemory } from './chunk-memory.ts';

it('keeps what was recognised for so many recordings, so long, or until it is told to forget', () => {
  let now = 0;
  const memory = new ChunkMemory({ recordings: 2, keepMs: 1_000 }, () => now);
  memory.of('a').set('0-1', []);
  expect(memory.of('a').size).toBe(1);
  memory.of('b');
  memory.of('a');
  memory.of('c');
  expect(memory.size).toBe(2);
  expect(memory.of('a').size).toBe(1);
  memory.forget('a');
  expect(memory.of('a').size).toBe(0);
  now = 2_000;
  expect(memory.size).toBe(0);
});
