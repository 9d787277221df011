import type { Transcript } from '@clinical/contracts';
import { Counter, Histogram, type Registry } from '@clinical/runtime';

export interface TranscriberMetrics {
  /** A conversation that is done; null where nobody spoke. */
  transcribed(transcript: Transcript | null): void;
  /** One call to the recogniser, however it ended: `ok` or an error's code. */
  asked(outcome: string, seconds: number): void;
}

/** What the transcriber counts: sources, languages, seconds and codes, never what was said. */
export function transcriberMetrics(registry: Registry): TranscriberMetrics {
  const registers = [registry];
  const transcripts = new Counter({
    name: 'transcriber_transcripts_total',
    help: 'Conversations transcribed, by source and language; no_speech where nobody spoke',
    labelNames: ['source', 'language'],
    registers,
  });
  const segments = new Counter({
    name: 'transcriber_segments_total',
    help: 'Segments by role and where the role comes from',
    labelNames: ['speaker', 'speaker_source'],
    registers,
  });
  const audio = new Counter({
    name: 'transcriber_audio_seconds_total',
    help: 'Seconds of audio, all of it and what of it is speech',
    labelNames: ['kind'],
    registers,
  });
  const warnings = new Counter({
    name: 'transcriber_warnings_total',
    help: 'Warnings given with transcripts, by code',
    labelNames: ['code'],
    registers,
  });
  const calls = new Histogram({
    name: 'transcriber_recogniser_call_seconds',
    help: 'Calls to the speech recogniser by outcome',
    labelNames: ['outcome'],
    buckets: [0.25, 1, 4, 15, 60, 240],
    registers,
  });
  return {
    transcribed(transcript) {
      if (transcript === null) return transcripts.inc({ source: 'audio', language: 'no_speech' });
      transcripts.inc({ source: transcript.source, language: transcript.language });
      for (const { speaker, speaker_source } of transcript.segments) segments.inc({ speaker, speaker_source });
      for (const { code } of transcript.warnings) warnings.inc({ code });
      const { audio_quality } = transcript;
      if (audio_quality === null) return;
      audio.inc({ kind: 'all' }, audio_quality.duration_ms / 1000);
      audio.inc({ kind: 'speech' }, audio_quality.speech_ms / 1000);
    },
    asked: (outcome, seconds) => calls.observe({ outcome }, seconds),
  };
}
