import { type Turn, turn } from '../turn.ts';
import { badInput } from './bad-input.ts';
import { clockMs } from './clock.ts';
import { decodeEntities, stripMarkup } from './cue-text.ts';
import { cueTurns } from './cue-turns.ts';

const TIMING = /^\s*(\d{1,3}:\d{2}:\d{2}[,.]\d{1,3})\s*-->\s*(\d{1,3}:\d{2}:\d{2}[,.]\d{1,3})(?:\s.*)?$/;

/** SubRip: numbered blocks with a timing line; numbers may lack, and blank lines inside of a cue belong to it. */
export function parseSrt(text: string): Turn[] {
  const lines = text.split('\n');
  const timings = lines.flatMap((line, index) => {
    const match = TIMING.exec(line);
    return match === null ? [] : [{ index, startMs: clockMs(match[1]!), endMs: clockMs(match[2]!) }];
  });
  if (timings.length === 0)
    throw badInput('srt_invalid', 'The SRT file has no timing line such as 00:00:01,000 --> 00:00:04,000.');
  const turns: Turn[] = [];
  for (const [order, { index, startMs, endMs }] of timings.entries()) {
    if (startMs === null || endMs === null || endMs < startMs) {
      throw badInput('srt_invalid', `Cue ${order + 1} of the SRT file has an impossible time.`);
    }
    let last = timings[order + 1]?.index ?? lines.length;
    // The number of the next cue stands right above its timing line.
    if (last < lines.length && /^\s*\d+\s*$/.test(lines[last - 1] ?? '') && last - 1 > index) last -= 1;
    const said = decodeEntities(stripMarkup(lines.slice(index + 1, last).join('\n'))).trim();
    if (said !== '') turns.push(turn(said, null, startMs, endMs));
  }
  return cueTurns(turns);
}
