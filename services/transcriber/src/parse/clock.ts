/**
 * A clock time as transcripts write it (`1:02`, `01:02:03`, `00:01:02.345`, `00:01:02,345`) in milliseconds; null
 * where it is none.
 */
export function clockMs(text: string): number | null {
  const match = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (match === null) return null;
  const [, hours = '0', minutes, seconds, fraction = '0'] = match;
  if (Number(minutes) > 59 && match[1] !== undefined) return null;
  if (Number(seconds) > 59) return null;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}
