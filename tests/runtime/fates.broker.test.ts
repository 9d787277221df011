/** What becomes of records whose work fails, takes long, or is no longer wanted. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Submission } from '@clinical/contracts';
import {
  createCodec,
  createLogger,
  DependencyDownError,
  handleDeadLetters,
  PermanentError,
  readLetters,
  TransientError,
} from '@clinical/runtime';
import { describe, expect, inject, it } from 'vitest';
import { control, startStage, story } from './in-process.ts';
import { createLine, follow, produceRaw, submit } from './line.ts';
import { testStack } from './stack.ts';
import { until } from './until.ts';

const { config } = testStack(inject('stack'), { PROGRESS_AFTER_MS: '100' });
const deps = () => ({ codec: createCodec(config.registry), log: createLogger('test', 'silent') });

describe('A failure that passes', () => {
  it('is retried in the process, and the job ends well', async () => {
    const line = await createLine(config, 'transient', 1);
    const [job] = await submit(config, line, ['job']);
    await using out = follow(config, line.to);
    let tries = 0;
    await using _stage = await startStage(config, line, async () => {
      tries += 1;
      if (tries < 3) throw new TransientError('busy', 'Busy');
    });
    await out.until(1, 10_000);
    expect(story(out.records, job!)).toEqual(['job']);
    expect(tries).toBe(3);
  });
});

describe('A dependency that is away', () => {
  it('is asked by one probe at a time; the jobs wait, say so once, and end well', async () => {
    const line = await createLine(config, 'away', 1);
    const jobs = await submit(config, line, Array(20).fill('job'));
    await using out = follow(config, line.to);
    let away = true;
    let calls = 0;
    await using _stage = await startStage(config, line, async () => {
      calls += 1;
      if (away) throw new DependencyDownError('model', 'Refused');
    });
    await until('all jobs say that they wait', () => jobs.every((job) => story(out.records, job).length > 0));
    const before = calls;
    await delay(1000);
    expect(calls - before).toBeLessThanOrEqual(6);
    away = false;
    await until('all jobs are done', () => jobs.every((job) => story(out.records, job).includes('job')));
    await out.caughtUp();
    for (const job of jobs) expect(story(out.records, job)).toEqual(['event delayed dependency_unavailable', 'job']);
    expect(await readLetters(config, { stage: line.stage })).toEqual([]);
  });

  it('that only some need lets the others pass', async () => {
    const line = await createLine(config, 'some', 1);
    const contents = ['audio', ...Array(50).fill('text'), 'audio', ...Array(50).fill('text')];
    await submit(config, line, contents);
    await using out = follow(config, line.to);
    let away = true;
    await using _stage = await startStage(
      config,
      line,
      async ({ content }) => {
        if (away && content === 'audio') throw new DependencyDownError('asr', 'Refused');
      },
      { needs: { asr: ({ content }: Submission) => content === 'audio' } },
    );
    const done = (what: string) => out.records.filter(({ value }) => (value as Submission).content === what).length;
    await until('the texts are through', () => done('text') === 100);
    expect(done('audio')).toBe(0);
    away = false;
    await until('the audio is through', () => done('audio') === 2);
  });
});

describe('A failure that will not pass', () => {
  it('ends in a dead letter with the original bytes, and the partition goes on', async () => {
    const line = await createLine(config, 'permanent', 1);
    const [bad, good] = await submit(config, line, ['bad', 'good']);
    await using out = follow(config, line.to);
    await using _stage = await startStage(config, line, async ({ content }) => {
      if (content === 'bad') throw new PermanentError('refused', 'The record is refused');
    });
    // A registry that is slow to answer makes a record wait and say so: that is not how it ends.
    const ends = (job: string) => story(out.records, job).filter((word) => !word.startsWith('event delayed'));
    await until('both have ended', () => [bad, good].every((job) => ends(job!).length > 0));
    await out.caughtUp();
    expect(ends(bad!)).toEqual(['event failed refused']);
    expect(ends(good!)).toEqual(['good']);
    const [letter] = await readLetters(config, { stage: line.stage });
    expect(letter).toMatchObject({ job_id: bad, topic: line.from.name, partition: 0, offset: '0', code: 'refused' });
    const codec = createCodec(config.registry);
    expect(await codec.decode(line.from, letter!.source.value!)).toMatchObject({ job_id: bad, content: 'bad' });
    const said = Object.entries(letter!.source.headers).map(([name, value]) => `${name}: ${value}`);
    expect(said.join('\n')).not.toContain('The record is refused');
  });

  it('and that nobody knows is tried a bounded number of times', async () => {
    const line = await createLine(config, 'unknown', 1);
    const [job] = await submit(config, line, ['job']);
    await using out = follow(config, line.to);
    let tries = 0;
    await using _stage = await startStage(config, line, async () => {
      tries += 1;
      throw new Error('Something about a patient');
    });
    await out.until(1, 10_000);
    expect(tries).toBe(3);
    expect(story(out.records, job!)).toEqual(['event failed unknown_error']);
  });

  it('nor will bytes that are no record', async () => {
    const line = await createLine(config, 'bytes', 1);
    const job = crypto.randomUUID();
    const bytes = Buffer.from([0, 0, 0, 0, 1, 255, 255]);
    await produceRaw(config, line.from.name, job, bytes);
    await produceRaw(config, line.from.name, 'no job', Buffer.from('hello'));
    await using out = follow(config, line.to);
    await using _stage = await startStage(config, line, async () => {});
    await until('both are dead letters', async () => {
      return (await readLetters(config, { stage: line.stage })).length === 2;
    });
    const letters = await readLetters(config, { stage: line.stage });
    expect(letters.map(({ code, job_id }) => [code, job_id]).sort()).toEqual(
      [
        ['undecodable_record', job],
        ['undecodable_record', null],
      ].sort(),
    );
    expect(letters.find(({ job_id }) => job_id === job)!.source.value).toEqual(bytes);
    await out.caughtUp();
    expect(story(out.records, job)).toEqual(['event failed undecodable_record']);
  });
});

describe('A dead letter', () => {
  it('is replayed once, as the next attempt, however many try at the same time', async () => {
    const line = await createLine(config, 'replay', 1);
    const [job] = await submit(config, line, ['job']);
    await using out = follow(config, line.to);
    const attempts: number[] = [];
    await using _stage = await startStage(config, line, async (_, { attempt }) => {
      attempts.push(attempt);
      if (attempt === 1) throw new PermanentError('refused', 'Refused');
    });
    await until('the letter is there', async () => (await readLetters(config, { stage: line.stage })).length === 1);
    const replay = () =>
      handleDeadLetters(config, deps(), {
        action: 'replayed',
        filter: { stage: line.stage },
        isFinished: () => false,
      }).catch(() => []);
    const handled = (await Promise.all([replay(), replay(), replay()])).flat();
    expect(handled.length).toBeLessThanOrEqual(1);
    if (handled.length === 0) await replay();
    await until('the job is done', () => story(out.records, job!).includes('job'));
    await replay();
    await out.caughtUp();
    expect(attempts).toEqual([1, 2]);
    expect(story(out.records, job!)).toEqual(['event failed refused', 'job']);
    const told = await readLetters(config, { stage: line.stage, handled: true });
    expect(told.map(({ handled }) => handled)).toEqual(['replayed']);
  });

  it('of a job that is finished meanwhile is left alone', async () => {
    const line = await createLine(config, 'finished', 1);
    await submit(config, line, ['job']);
    await using _stage = await startStage(config, line, async () => {
      throw new PermanentError('refused', 'Refused');
    });
    await until('the letter is there', async () => (await readLetters(config, { stage: line.stage })).length === 1);
    const options = { filter: { stage: line.stage }, isFinished: () => true };
    const [handled] = await handleDeadLetters(config, deps(), { action: 'replayed', ...options });
    expect(handled!.outcome).toBe('finished_meanwhile');
  });
});

describe('A job that is stopped', () => {
  it('is aborted where it runs, within two seconds, and its late result is dropped', async () => {
    const line = await createLine(config, 'cancel', 1);
    const [running, queued] = await submit(config, line, ['running', 'queued']);
    await using out = follow(config, line.to);
    const narrow = { ...config, stage: { ...config.stage, window: 1 } };
    let abortedAfter = Number.NaN;
    let asked = 0;
    await using _stage = await startStage(narrow, line, async (_, { signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      abortedAfter = performance.now() - asked;
      // What a handler returns after that is nobody's business.
    });
    await until('it runs', () => story(out.records, running!).includes('event started'));
    await control(config, queued!, 'cancel');
    asked = performance.now();
    await control(config, running!, 'cancel');
    await until('both are told', () =>
      [running!, queued!].every((job) => story(out.records, job).includes('event cancelled')),
    );
    await out.caughtUp();
    expect(abortedAfter).toBeLessThan(2000);
    expect(story(out.records, running!)).toEqual(['event started', 'event cancelled']);
    expect(story(out.records, queued!)).toEqual(['event cancelled']);
  });

  it('by erasure leaves no word', async () => {
    const line = await createLine(config, 'erase', 1);
    const [gone, next] = await submit(config, line, ['gone', 'next']);
    await control(config, gone!, 'erase');
    await using out = follow(config, line.to);
    await using _stage = await startStage(config, line, async () => {});
    await until('the next is done', () => story(out.records, next!).includes('next'));
    await out.caughtUp();
    expect(story(out.records, gone!)).toEqual([]);
  });
});

describe('A submission that stands twice in the log', () => {
  it('is passed on once by a stage that asks for it, also after a new start', async () => {
    const line = await createLine(config, 'repeat', 1);
    const [job] = await submit(config, line, ['job']);
    await using out = follow(config, line.to);
    const first = await startStage(config, line, async () => {}, { dropRepeats: true });
    await out.until(1, 10_000);
    await first.stop();
    await submit(config, line, ['job'], [job!]);
    const [other] = await submit(config, line, ['other']);
    await using _second = await startStage(config, line, async () => {}, { dropRepeats: true });
    await until('the other is done', () => story(out.records, other!).length > 0);
    await out.caughtUp();
    expect(story(out.records, job!)).toEqual(['job']);
  });
});
