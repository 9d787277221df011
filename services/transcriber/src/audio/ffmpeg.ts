import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DependencyDownError } from '@clinical/runtime';

export interface FfmpegRun {
  readonly args: readonly string[];
  readonly signal: AbortSignal;
  /** Fed to its standard input. */
  readonly input?: Readable;
  /** Gets its standard output, piece by piece; the program waits for it. */
  readonly onOutput?: (piece: Buffer) => Promise<void>;
}

export interface FfmpegEnd {
  readonly code: number | null;
  /** Whether it complained; what it said is not kept, for it may quote the file's metadata. */
  readonly complained: boolean;
}

/**
 * Runs ffmpeg to its end. Its environment is empty but for PATH, so that nothing of ours leaks into it; it is killed when
 * the signal aborts, and never outlives the call.
 */
export async function runFfmpeg(ffmpeg: string, { args, signal, input, onOutput }: FfmpegRun): Promise<FfmpegEnd> {
  signal.throwIfAborted();
  const child: ChildProcess = spawn(
    ffmpeg,
    ['-hide_banner', '-v', 'error', ...(input === undefined ? ['-nostdin'] : []), ...args],
    {
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH ?? '' },
    },
  );
  const kill = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', kill, { once: true });
  let complained = false;
  child.stderr?.on('data', () => {
    complained = true;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', (cause) => reject(new DependencyDownError('ffmpeg', 'ffmpeg cannot be started', { cause })));
  });
  // Its standard input breaks when it ends early; the exit code tells.
  const fed = input === undefined ? Promise.resolve() : pipeline(input, child.stdin!).catch(() => {});
  try {
    const drained = (async () => {
      for await (const piece of child.stdout as AsyncIterable<Buffer>) await onOutput?.(piece);
    })();
    drained.catch(kill);
    ended.catch(() => {});
    const [code] = await Promise.all([ended, drained, fed]);
    signal.throwIfAborted();
    return { code, complained };
  } finally {
    signal.removeEventListener('abort', kill);
    kill();
  }
}
