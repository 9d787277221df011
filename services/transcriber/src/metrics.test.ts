import { Registry } from '@clinical/runtime';
import { expect, it } from 'vitest';
import { transcriberMetrics } from './metrics.ts';

it('counts sources, languages, seconds and codes, and holds nothing that was said', async () => {
  const registry = new Registry();
  const metrics = transcriberMetrics(registry);
  metrics.transcribed(null);
  metrics.transcribed({
    job_id: '0b4f4e0a-6b0e-4f3c-9d1a-2f1f6f8f7a10',
    tenant: 'default',
    submitted_at: 0,
    source: 'audio',
    language: 'es',
    segments: [
      {
        id: 's1',
        speaker: 'patient',
        speaker_label: null,
        speaker_source: 'inferred',
        start_ms: 0,
        end_ms: 900,
        language: 'es',
        text: 'Me duele.',
      },
    ],
    engine: { name: 'openai', model: 'whisper-1', version: '1', prompt_version: null },
    audio_quality: { duration_ms: 2_500, speech_ms: 1_500, snr_db: 8, clipped_ratio: 0 },
    warnings: [{ code: 'poor_audio', detail: 'Signal to noise 8 dB.' }],
    fhir_profile: 'r4',
    content_sha256: '',
  });
  metrics.asked('asr_rate_limited', 0.5);
  const text = await registry.metrics();
  expect(text).toContain('transcriber_transcripts_total{source="audio",language="no_speech"} 1');
  expect(text).toContain('transcriber_transcripts_total{source="audio",language="es"} 1');
  expect(text).toContain('transcriber_audio_seconds_total{kind="speech"} 1.5');
  expect(text).toContain('transcriber_warnings_total{code="poor_audio"} 1');
  expect(text).toContain('transcriber_recogniser_call_seconds_count{outcome="asr_rate_limited"} 1');
  expect(text).not.toContain('duele');
});
