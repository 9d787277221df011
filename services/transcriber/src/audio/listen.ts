import type { AudioQuality } from '@clinical/contracts';
import { type DecodeLimits, decodeToPcm } from './decode.ts';
import { judgeFrames } from './frames.ts';
import type { Span } from './pcm.ts';
import { QualityMeter } from './quality.ts';
import { SpeechSpans, type VoiceSettings } from './voice.ts';

export interface Listened {
  readonly quality: AudioQuality;
  readonly speech: readonly Span[];
  /** Whether anybody speaks: if not, no recogniser is to be asked. */
  readonly heard: boolean;
  readonly damaged: boolean;
}

/** Decodes an audio file to `pcm`, finds when somebody speaks, and measures how well that can be heard. */
export async function listen(
  source: string,
  pcm: string,
  settings: VoiceSettings,
  decoding: DecodeLimits & { readonly ffmpeg: string; readonly signal: AbortSignal },
): Promise<Listened> {
  const { samples, durationMs, damaged } = await decodeToPcm(source, pcm, decoding);
  const meter = new QualityMeter();
  const chances = await judgeFrames(pcm, samples, (frame, chance) => meter.push(frame, chance), decoding.signal);
  const spans = new SpeechSpans(settings);
  for (const chance of chances) spans.push(chance);
  const speech = spans.finish().map(({ startMs, endMs }) => ({ startMs, endMs: Math.min(endMs, durationMs) }));
  const speechMs = speech.reduce((sum, span) => sum + span.endMs - span.startMs, 0);
  return { quality: meter.figures(durationMs, speechMs), speech, heard: spans.heard, damaged };
}
