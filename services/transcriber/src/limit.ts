export type Limit = <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/** At most `most` pieces of work at one time; the others wait in order, or leave the queue when aborted. */
export function createLimit(most: number): Limit {
  let running = 0;
  const waiting: (() => void)[] = [];

  const enter = (signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const go = (): void => {
        signal?.removeEventListener('abort', leave);
        running += 1;
        resolve();
      };
      const leave = (): void => {
        waiting.splice(waiting.indexOf(go), 1);
        reject(signal?.reason);
      };
      if (signal?.aborted) return reject(signal.reason);
      if (running < most) return go();
      waiting.push(go);
      signal?.addEventListener('abort', leave, { once: true });
    });

  return async (work, signal) => {
    await enter(signal);
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
