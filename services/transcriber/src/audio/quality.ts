import type { AudioQuality, Warning } from '@clinical/contracts';

/** 16 bits can't hold more, so pure silence between words doesn't give an infinite ratio. */
const MAX_SNR_DB = 96;
const CLIPPED = 32_700;

/** Loudness of speech against what is heard between it, and samples at the rails. */
export class QualityMeter {
  #samples = 0;
  #clipped = 0;
  readonly #speech = { energy: 0, samples: 0 };
  readonly #noise = { energy: 0, samples: 0 };

  /** One frame, with the chance that it is speech. What is neither plainly speech nor plainly none tells nothing. */
  push(frame: Int16Array, probability: number): void {
    let energy = 0;
    for (const sample of frame) {
      energy += sample * sample;
      if (sample >= CLIPPED || sample <= -CLIPPED) this.#clipped += 1;
    }
    this.#samples += frame.length;
    const sum = probability >= 0.5 ? this.#speech : probability < 0.15 ? this.#noise : null;
    if (sum === null) return;
    sum.energy += energy;
    sum.samples += frame.length;
  }

  figures(durationMs: number, speechMs: number): AudioQuality {
    return {
      duration_ms: durationMs,
      speech_ms: speechMs,
      snr_db: this.#snr(),
      clipped_ratio: this.#samples === 0 ? 0 : round(this.#clipped / this.#samples, 5),
    };
  }

  #snr(): number | null {
    if (this.#speech.samples === 0 || this.#noise.samples === 0) return null;
    const noise = this.#noise.energy / this.#noise.samples;
    const speech = this.#speech.energy / this.#speech.samples - noise;
    if (speech <= 0) return 0;
    return noise === 0 ? MAX_SNR_DB : round(Math.min(MAX_SNR_DB, 10 * Math.log10(speech / noise)), 1);
  }
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

export interface QualityFloor {
  /** Signal to noise below which recognisers are known to err. */
  readonly minSnrDb: number;
  readonly maxClippedRatio: number;
}

/** Says with figures why the recogniser's words should be read with care; nothing where the audio is good. */
export function poorAudio(quality: AudioQuality, floor: QualityFloor): Warning[] {
  const { snr_db, clipped_ratio, duration_ms, speech_ms } = quality;
  const noisy = snr_db !== null && snr_db < floor.minSnrDb;
  if (!noisy && clipped_ratio <= floor.maxClippedRatio) return [];
  const snr = snr_db === null ? 'unknown' : `${snr_db} dB`;
  const clipped = `${round(clipped_ratio * 100, 2)}% of the samples clipped`;
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  const detail = `Signal to noise ${snr}, ${clipped}, ${seconds(speech_ms)} s of speech in ${seconds(duration_ms)} s.`;
  return [{ code: 'poor_audio', detail }];
}
