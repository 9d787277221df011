import { msOfSamples, type Span } from './pcm.ts';
import { FRAME_SAMPLES } from './silero.ts';

export interface VoiceSettings {
  /** Probability from which a frame counts as speech. */
  readonly threshold: number;
  /** Shortest stretch that is speech at all. */
  readonly minSpeechMs: number;
  /** A pause shorter than this doesn't end a stretch. */
  readonly minPauseMs: number;
}

/** A frame below this is no longer speech; between it and the threshold what was before goes on. */
const HYSTERESIS = 0.15;

/** Frame probabilities, one by one, into stretches of speech. */
export class SpeechSpans {
  readonly #settings: VoiceSettings;
  readonly #spans: Span[] = [];
  #frames = 0;
  #start: number | null = null;
  #silentSince: number | null = null;
  /** Frames at or above the threshold, without a gap. */
  #run = 0;
  #longestRun = 0;

  constructor(settings: VoiceSettings) {
    this.#settings = settings;
  }

  push(probability: number): void {
    const { threshold, minPauseMs } = this.#settings;
    const frame = this.#frames++;
    this.#run = probability >= threshold ? this.#run + 1 : 0;
    this.#longestRun = Math.max(this.#longestRun, this.#run);
    if (probability >= threshold) {
      this.#start ??= frame;
      this.#silentSince = null;
    } else if (this.#start !== null && probability < threshold - HYSTERESIS) {
      this.#silentSince ??= frame;
      if (frameMs(frame - this.#silentSince + 1) >= minPauseMs) this.#close(this.#silentSince);
    }
  }

  /** Stretches so far; the last one is ended. */
  finish(): readonly Span[] {
    if (this.#start !== null) this.#close(this.#silentSince ?? this.#frames);
    return this.#spans;
  }

  /** Whether speech was heard without a gap for the shortest time that counts. */
  get heard(): boolean {
    return frameMs(this.#longestRun) >= this.#settings.minSpeechMs;
  }

  #close(end: number): void {
    const span = { startMs: frameMs(this.#start!), endMs: frameMs(end) };
    if (span.endMs - span.startMs >= this.#settings.minSpeechMs) this.#spans.push(span);
    this.#start = null;
    this.#silentSince = null;
  }
}

const frameMs = (frames: number): number => msOfSamples(frames * FRAME_SAMPLES);
