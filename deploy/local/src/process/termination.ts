/** Resolves at the first SIGINT, SIGTERM or SIGHUP; a second one, a second later, ends the process at once. */
export function untilAskedToStop(): Promise<NodeJS.Signals> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  let askedAt = 0;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      // A terminal's Ctrl-C arrives twice, from the terminal and through the parent: that is one wish.
      if (askedAt !== 0 && Date.now() - askedAt > 1000) process.exit(130);
      askedAt ||= Date.now();
      resolve(name);
    });
  }
  return promise;
}
