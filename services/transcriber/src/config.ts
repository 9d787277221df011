import { tmpdir } from 'node:os';
import { readEnvironment } from '@clinical/runtime';
import * as z from 'zod';

const positive = (otherwise: number) => z.coerce.number().int().positive().default(otherwise);
const share = (otherwise: number) => z.coerce.number().min(0).max(1).default(otherwise);

/** Every variable that the transcriber reads beside the runtime's, with its default. */
const Environment = z.object({
  ASR_BASE_URL: z.url().optional(),
  ASR_API_KEY: z.string().optional(),
  ASR_MODEL: z.string().min(1).default('whisper-1'),
  OPENAI_BASE_URL: z.url().optional(),
  OPENAI_API_KEY: z.string().optional(),
  ASR_TIMEOUT_MS: positive(240_000),
  ASR_SEND_LANGUAGE: z.enum(['true', 'false']).default('true'),
  /** 600 s suits every known server; OpenAI's newer models take 1,400. */
  ASR_MAX_SECONDS: positive(600),
  /** For models that give no times. */
  ASR_UNTIMED_MAX_SECONDS: positive(45),
  ASR_MAX_BYTES: positive(26_214_400),
  ASR_OVERLAP_MS: z.coerce.number().int().nonnegative().default(2_000),
  ASR_SKIP_SILENCE_MS: positive(20_000),
  ASR_AUDIO_FORMAT: z.enum(['flac', 'ogg', 'wav']).default('flac'),
  ASR_PARALLEL: positive(3),
  /** Recordings whose recognised chunks are kept for the next try, and for how long. */
  ASR_MEMORY_RECORDINGS: positive(256),
  ASR_MEMORY_MS: positive(15 * 60_000),
  FFMPEG: z.string().min(1).default('ffmpeg'),
  AUDIO_WORK_DIR: z.string().min(1).optional(),
  AUDIO_PARALLEL: positive(2),
  AUDIO_MAX_SECONDS: positive(4 * 3600),
  AUDIO_DECODE_TIMEOUT_MS: positive(900_000),
  VOICE_THRESHOLD: share(0.5),
  VOICE_MIN_SPEECH_MS: positive(250),
  VOICE_MIN_PAUSE_MS: positive(100),
  AUDIO_MIN_SNR_DB: z.coerce.number().default(10),
  AUDIO_MAX_CLIPPED_RATIO: share(0.005),
  GUARD_MIN_VOICED_SHARE: share(0.1),
  GUARD_MAX_WORDS_PER_SECOND: z.coerce.number().positive().default(9),
  SEGMENT_MAX_CHARS: z.coerce.number().int().min(200).default(2_000),
  MAX_CONTENT_BYTES: positive(16 * 1024 * 1024),
});

/** The transcriber's settings, read once. Tests pass plain objects. */
export function transcriberConfig(env: NodeJS.ProcessEnv) {
  const e = readEnvironment(Environment, env);
  const baseUrl = e.ASR_BASE_URL ?? e.OPENAI_BASE_URL;
  const apiKey = e.ASR_API_KEY ?? e.OPENAI_API_KEY;
  return {
    /** Null where no recogniser is configured: then audio is refused. A server of one's own may need no key. */
    asr:
      baseUrl === undefined && apiKey === undefined
        ? null
        : {
            baseUrl: baseUrl ?? 'https://api.openai.com/v1',
            apiKey: apiKey ?? 'none',
            model: e.ASR_MODEL,
            timeoutMs: e.ASR_TIMEOUT_MS,
            sendLanguage: e.ASR_SEND_LANGUAGE === 'true',
          },
    audio: {
      ffmpeg: e.FFMPEG,
      workFolder: e.AUDIO_WORK_DIR ?? tmpdir(),
      parallel: e.AUDIO_PARALLEL,
      recogniserParallel: e.ASR_PARALLEL,
      memory: { recordings: e.ASR_MEMORY_RECORDINGS, keepMs: e.ASR_MEMORY_MS },
      decode: { maxSeconds: e.AUDIO_MAX_SECONDS, timeoutMs: e.AUDIO_DECODE_TIMEOUT_MS },
      voice: { threshold: e.VOICE_THRESHOLD, minSpeechMs: e.VOICE_MIN_SPEECH_MS, minPauseMs: e.VOICE_MIN_PAUSE_MS },
      quality: { minSnrDb: e.AUDIO_MIN_SNR_DB, maxClippedRatio: e.AUDIO_MAX_CLIPPED_RATIO },
      guard: { minVoicedShare: e.GUARD_MIN_VOICED_SHARE, maxWordsPerSecond: e.GUARD_MAX_WORDS_PER_SECOND },
      chunk: {
        maxSeconds: e.ASR_MAX_SECONDS,
        untimedMaxSeconds: e.ASR_UNTIMED_MAX_SECONDS,
        maxBytes: e.ASR_MAX_BYTES,
        overlapMs: e.ASR_OVERLAP_MS,
        skipSilenceMs: e.ASR_SKIP_SILENCE_MS,
        format: e.ASR_AUDIO_FORMAT,
      },
    },
    text: { segmentMaxChars: e.SEGMENT_MAX_CHARS, maxContentBytes: e.MAX_CONTENT_BYTES },
  };
}

export type TranscriberConfig = ReturnType<typeof transcriberConfig>;
