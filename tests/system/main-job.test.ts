import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { ApiClient } from '../client/api.ts';
import { unsupportedFacts } from '../client/evidence.ts';
import { gateway } from '../client/gateway.ts';

const CONSULTATIONS = {
  es: [
    'Doctora: Buenos días, ¿qué le trae por aquí?',
    'Paciente: Tengo 58 años y desde hace cinco días me duele mucho el pecho al subir escaleras.',
    'Doctora: ¿Ha tenido fiebre o tos?',
    'Paciente: No, nada de eso.',
    'Doctora: ¿Alguna enfermedad en la familia?',
    'Paciente: Mi padre tuvo un infarto a los sesenta.',
    'Doctora: ¿Toma alguna medicación?',
    'Paciente: Enalapril 10 mg cada día para la tensión. Soy alérgico a la penicilina.',
  ].join('\n'),
  en: [
    'Doctor: What brings you in today?',
    "Patient: I'm 34 years old and I've had a sore throat and a cough for the past three days.",
    'Doctor: Any fever or shortness of breath?',
    'Patient: No.',
    'Doctor: Any family history I should know of?',
    'Patient: My mother has diabetes.',
    'Doctor: Are you on any medication?',
    "Patient: Just ibuprofen 400 mg twice a day. I'm allergic to penicillin.",
  ].join('\n'),
} as const;

interface Fact {
  readonly kind: string;
  readonly name: string;
  readonly assertion: string;
  readonly experiencer: string;
}
interface Summary {
  readonly facts: readonly (Fact & { readonly id: string; readonly evidence: never[] })[];
  readonly clinical_summary: { readonly symptoms: readonly { name: string }[]; readonly narrative_summary: string };
}
interface Bundle {
  readonly type: string;
  readonly entry: readonly { resource: { resourceType: string } }[];
}

describe.each(Object.entries(CONSULTATIONS))('a consultation in %s', (language, text) => {
  test('comes out as a verified summary and a FHIR bundle, with live progress', async ({ signal }) => {
    const client = new ApiClient(gateway(), signal);
    const { jobId } = await client.submit(text, crypto.randomUUID());

    const statuses: string[] = [];
    for await (const event of client.events(jobId)) statuses.push(event.status);
    expect(statuses.at(-1)).toBe('completed');
    expect(statuses).toEqual(expect.arrayContaining(['pending', 'summarizing', 'mapping']));

    const [transcript, summary, bundle] = await Promise.all([
      client.json<{ language: string; segments: { id: string; text: string; speaker: string }[] }>(
        `/v1/jobs/${jobId}/transcript`,
      ),
      client.json<Summary>(`/v1/jobs/${jobId}/summary`),
      client.json<Bundle>(`/v1/jobs/${jobId}/fhir`),
    ]);
    expect(transcript.language).toBe(language);
    expect(new Set(transcript.segments.map(({ speaker }) => speaker))).toEqual(new Set(['clinician', 'patient']));
    expect(unsupportedFacts(summary, transcript)).toEqual([]);

    const fact = (name: RegExp) => summary.facts.filter((candidate) => name.test(candidate.name));
    expect(fact(/fever|fiebre/i)).toMatchObject([{ assertion: 'negated' }]);
    expect(fact(/penicil/i)).toMatchObject([{ kind: 'allergy', assertion: 'present' }]);
    expect(fact(/enalapril|ibuprofen/i)).toMatchObject([{ kind: 'medication', assertion: 'present' }]);
    expect(fact(/infarto|diabetes/i)).toMatchObject([{ assertion: 'family', experiencer: 'family' }]);
    expect(summary.clinical_summary.symptoms.map(({ name }) => name).join()).not.toMatch(
      /fever|fiebre|infarto|diabetes/i,
    );
    expect(summary.clinical_summary.narrative_summary).not.toBe('');

    const types = new Set(bundle.entry.map(({ resource }) => resource.resourceType));
    expect(bundle.type).toBe('transaction');
    for (const type of [
      'Patient',
      'Encounter',
      'Observation',
      'ClinicalImpression',
      'DocumentReference',
      'Provenance',
      'Device',
    ]) {
      expect(types).toContain(type);
    }
  }, 60_000);

  test('the WebSocket tells what the event stream tells', async ({ signal }) => {
    const client = new ApiClient(gateway(), signal);
    const { jobId } = await client.submit(text, crypto.randomUUID());
    const socket = new WebSocket(`${gateway().replace('http', 'ws')}/v1/jobs/${jobId}/ws`);
    const messages: { seq: number; status: string }[] = [];
    socket.on('message', (data) => messages.push(JSON.parse(String(data))));
    await new Promise((resolve, reject) => socket.once('close', resolve).once('error', reject));

    const events: { seq: number; status: string }[] = [];
    for await (const { id, status } of client.events(jobId)) events.push({ seq: Number(id), status });
    expect(messages.map(({ seq, status }) => ({ seq, status }))).toEqual(events);
  }, 60_000);
});

test('an unknown job is a problem with a code', async () => {
  const response = await fetch(`${gateway()}/v1/jobs/${crypto.randomUUID()}`);
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await response.json()).toMatchObject({ code: 'job_not_found', status: 404 });
});
