import { describe, expect, test } from 'vitest';
import { gateway } from '../client/gateway.ts';

/** The first version's API: POST /submit, then GET /result until it ends. */
async function summarise(text: string) {
  const accepted = await fetch(`${gateway()}/submit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });
  expect(accepted.status).toBe(202);
  const receipt = (await accepted.json()) as { job_id: string; status: string; message: string };
  expect(receipt).toEqual({ job_id: expect.any(String), status: 'pending', message: expect.any(String) });
  return expect.poll(async () => (await fetch(`${gateway()}/result/${receipt.job_id}`)).json(), { timeout: 20_000 });
}

describe("the first version's own example", () => {
  test('in Spanish', async () => {
    const result = await summarise(
      'Paciente de 45 años, masculino, presenta dolor de cabeza desde hace 3 días, severidad moderada. ' +
        'Tiene historial de migrañas.',
    );
    await result.toMatchObject({
      status: 'completed',
      clinical_summary: {
        patient_age: 45,
        patient_gender: 'masculino',
        symptoms: [{ name: 'dolor de cabeza', duration: '3 días', severity: 'moderado' }],
        risk_factors: ['historial de migrañas'],
        relevant_conditions: ['migraña'],
        narrative_summary: expect.stringContaining('dolor de cabeza'),
      },
    });
  });

  test('in English', async () => {
    const result = await summarise(
      'Patient is a 45-year-old male who presents with a headache for the past 3 days, moderate severity. ' +
        'He has a history of migraines.',
    );
    await result.toMatchObject({
      status: 'completed',
      clinical_summary: {
        patient_age: 45,
        patient_gender: 'male',
        symptoms: [{ name: 'headache', duration: expect.stringContaining('3 days'), severity: 'moderate' }],
        risk_factors: ['history of migraines'],
        relevant_conditions: ['migraine'],
        narrative_summary: expect.stringContaining('headache'),
      },
    });
  });

  test('in other words', async () => {
    const result = await summarise(
      'Mujer de 62 años que acude por mareos desde hace dos semanas, leves. Antecedentes de asma.',
    );
    await result.toMatchObject({
      status: 'completed',
      clinical_summary: {
        patient_age: 62,
        patient_gender: 'femenino',
        symptoms: [{ name: expect.stringMatching(/mareo/), duration: 'dos semanas', severity: 'leve' }],
        risk_factors: [expect.stringMatching(/asma/)],
        relevant_conditions: ['asma'],
      },
    });
  });
});
