/** The q-quantile (0..1) of some figures, by linear interpolation between the nearest two (type 7 of Hyndman and Fan). */
export function quantile(figures: readonly number[], q: number): number {
  if (figures.length === 0) throw new RangeError('No figures');
  const sorted = figures.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  const lower = sorted[below]!;
  return lower + (sorted[Math.min(below + 1, sorted.length - 1)]! - lower) * (place - below);
}
