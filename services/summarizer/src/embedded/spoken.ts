import type { Language, Speaker, Transcript } from '@clinical/contracts';

const ROLES: Record<string, Speaker> = { D: 'clinician', P: 'patient', O: 'other' };

/** A transcript for tests: lines `D: ...`, `P: ...`, `O: ...` are segments; text without them is one note. */
export function spoken(text: string, language: Language = 'en'): Transcript {
  const segments = text.split('\n').map((line, k) => {
    const role = /^([DPO]): (.*)$/.exec(line);
    return {
      id: `s${k + 1}`,
      speaker: role === null ? ('unknown' as const) : (ROLES[role[1] as string] as Speaker),
      speaker_label: null,
      speaker_source: 'given' as const,
      start_ms: null,
      end_ms: null,
      language,
      text: role === null ? line : (role[2] as string),
    };
  });
  return {
    job_id: '00000000-0000-4000-8000-000000000000',
    tenant: 'test',
    submitted_at: 0,
    source: 'transcript',
    language,
    segments,
    engine: { name: 'parser', model: null, version: '1', prompt_version: null },
    audio_quality: null,
    warnings: [],
    fhir_profile: 'r4',
    content_sha256: '',
  };
}
