import type { AudioQuality } from '@clinical/contracts';
import { type DecodeLimits, decodeToPcm } from './decode.ts';
import type { Span } from './pcm.ts';
import { QualityMeter } from './quality.ts';
import { createSilero, FRAME_SAMPLES } from './silero.ts';
import { SpeechSpans, type VoiceSettings } from './voice.ts';

export interface Listened {
  readonly quality: AudioQuality;
  readonly speech: readonly Span[];
  /** Whether anybody speaks: if not, no recogniser is to be asked. */
  readonly heard: boolean;
  readonly damaged: boolean;
}

/** One pass over an audio file: decodes it to `pcm`, finds who speaks when, and measures how well that can be heard. */
export async function listen(
  source: string,
  pcm: string,
  settings: VoiceSettings,
  decoding: DecodeLimits & { readonly ffmpeg: string; readonly signal: AbortSignal },
): Promise<Listened> {
  const model = await createSilero();
  const spans = new SpeechSpans(settings);
  const meter = new QualityMeter();
  const frame = new Int16Array(FRAME_SAMPLES);
  const scaled = new Float32Array(FRAME_SAMPLES);
  let filled = 0;
  const judge = async (length: number): Promise<void> => {
    for (let i = 0; i < FRAME_SAMPLES; i++) scaled[i] = i < length ? frame[i]! / 32_768 : 0;
    const probability = await model(scaled);
    spans.push(probability);
    meter.push(frame.subarray(0, length), probability);
  };
  const { durationMs, damaged } = await decodeToPcm(
    source,
    pcm,
    async (samples) => {
      for (let at = 0; at < samples.length; ) {
        const taken = Math.min(FRAME_SAMPLES - filled, samples.length - at);
        frame.set(samples.subarray(at, at + taken), filled);
        filled += taken;
        at += taken;
        if (filled < FRAME_SAMPLES) break;
        await judge(FRAME_SAMPLES);
        filled = 0;
      }
    },
    decoding,
  );
  if (filled > 0) await judge(filled);
  const speech = spans.finish().map(({ startMs, endMs }) => ({ startMs, endMs: Math.min(endMs, durationMs) }));
  const speechMs = speech.reduce((sum, span) => sum + span.endMs - span.startMs, 0);
  return { quality: meter.figures(durationMs, speechMs), speech, heard: spans.heard, damaged };
}
