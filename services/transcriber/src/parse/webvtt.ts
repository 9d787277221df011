import { type Turn, turn } from '../turn.ts';
import { badInput } from './bad-input.ts';
import { clockMs } from './clock.ts';
import { decodeEntities, stripMarkup } from './cue-text.ts';
import { cueTurns } from './cue-turns.ts';

const TIMING = /^\s*((?:\d{2,}:)?\d{2}:\d{2}\.\d{3})\s*-->\s*((?:\d{2,}:)?\d{2}:\d{2}\.\d{3})(?:\s.*)?$/;

/**
 * WebVTT (W3C): header, NOTE, STYLE and REGION blocks, identifiers, cue settings, voice spans, character references.
 * A cue with several voices becomes several turns.
 */
export function parseWebVtt(text: string): Turn[] {
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(text))
    throw badInput('webvtt_invalid', 'A WebVTT file begins with the word WEBVTT.');
  const turns: Turn[] = [];
  let cues = 0;
  for (const block of text.split(/\n{2,}/).slice(1)) {
    const lines = block.split('\n').filter((line, index) => index > 0 || line.trim() !== '');
    const at = lines.slice(0, 2).findIndex((line) => line.includes('-->'));
    if (at < 0) {
      if (lines.length === 0 || /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(lines[0]!)) continue;
      // What the specification calls a block without timings is ignored, as browsers do.
      continue;
    }
    cues += 1;
    const timing = TIMING.exec(lines[at]!);
    const startMs = clockMs(timing?.[1] ?? '');
    const endMs = clockMs(timing?.[2] ?? '');
    if (startMs === null || endMs === null || endMs < startMs) {
      throw badInput('webvtt_invalid', `Cue ${cues} of the WebVTT file has no valid timing line.`);
    }
    turns.push(...voices(lines.slice(at + 1).join('\n')).map(({ voice, said }) => turn(said, voice, startMs, endMs)));
  }
  if (cues === 0) throw badInput('webvtt_invalid', 'The WebVTT file has no cues.');
  return cueTurns(turns);
}

/** Splits a cue's payload at its voice spans: `<v Doctor>...</v>`, `<v.loud Mary>`. */
function voices(payload: string): { voice: string | null; said: string }[] {
  const out: { voice: string | null; said: string }[] = [];
  let voice: string | null = null;
  for (const part of payload.split(/(<v(?:\.[^\s>]*)?\s+[^>]*>|<\/v>)/i)) {
    const open = /^<v(?:\.[^\s>]*)?\s+([^>]*)>$/i.exec(part);
    if (open !== null) voice = decodeEntities(open[1]!).trim() || null;
    else if (/^<\/v>$/i.test(part)) voice = null;
    else {
      const said = decodeEntities(stripMarkup(part)).trim();
      if (said !== '') out.push({ voice, said });
    }
  }
  return out;
}
