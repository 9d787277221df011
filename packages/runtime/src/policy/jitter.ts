/**
 * Decorrelated jitter: each pause is random between the base and three times the one before, up to a limit, so those
 * who failed together do not come back together.
 */
export function decorrelatedJitter(
  previousMs: number,
  limits: { readonly baseMs: number; readonly maxMs: number },
  random: () => number = Math.random,
): number {
  const { baseMs, maxMs } = limits;
  const ceiling = Math.max(baseMs, previousMs * 3);
  return Math.min(maxMs, Math.round(baseMs + random() * (ceiling - baseMs)));
}
