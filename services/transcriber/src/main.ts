import { ConfigurationError, folderBlobStore, Registry, runService, runtimeConfig } from '@clinical/runtime';
import { createAudioTranscriber } from './audio/transcribe-audio.ts';
import { transcriberConfig } from './config.ts';
import { observed } from './engines/observed.ts';
import { transcriberMetrics } from './metrics.ts';
import { transcriberStage } from './stage.ts';

// An hour of audio takes its time; each of its calls and programs has a limit of its own.
const config = runtimeConfig({ TRY_TIMEOUT_MS: '1800000', RETRY_DEADLINE_MS: '900000', ...process.env });
const { asr, audio, text } = transcriberConfig(process.env);
if (config.blobs.folder === null) throw new ConfigurationError('Bad configuration: BLOB_DIR is needed');
const metrics = new Registry();
const { transcribed, asked } = transcriberMetrics(metrics);
// The client costs 35 MB: a process that never hears audio does without.
const recogniser =
  asr === null ? null : observed((await import('./engines/openai.ts')).createOpenAiRecogniser(asr), asked);

await runService({
  name: 'transcriber',
  config,
  metrics,
  stage: transcriberStage({
    blobs: folderBlobStore(config.blobs.folder),
    inlineMaxBytes: config.blobs.inlineMaxBytes,
    speech: recogniser && { engine: recogniser.engine, transcribe: createAudioTranscriber(audio, recogniser) },
    text,
    observe: transcribed,
  }),
});
