import { describe, expect, it } from 'vitest';
import { createEmbeddedEngine, draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

const SEED =
  'Paciente de 45 años, masculino, presenta dolor de cabeza desde hace 3 días, severidad moderada. Tiene historial de migrañas.';

describe('the first example, in both languages', () => {
  it('Spanish', () => {
    const draft = draftOf(spoken(SEED, 'es'));
    expect(draft.age).toMatchObject({ value: 45, unit: 'a' });
    expect(draft.gender).toMatchObject({ value: 'male' });
    expect(draft.facts).toHaveLength(2);
    expect(draft.facts[0]).toMatchObject({
      kind: 'symptom',
      name: 'dolor de cabeza',
      concept: 'headache',
      assertion: 'present',
      attributes: { duration: '3 días', severity: 'moderado' },
    });
    expect(draft.facts[1]).toMatchObject({
      kind: 'condition',
      name: 'migraña',
      text: 'historial de migrañas',
      concept: 'migraine',
      assertion: 'historical',
      attributes: { status: 'recurrent' },
    });
  });

  it.each([
    'Varón de 45 años con cefalea moderada desde hace 3 días. Antecedentes de migraña.',
    'Hombre de 45 años que consulta por dolor de cabeza de 3 días de evolución, de intensidad moderada. Historia de migrañas.',
    'Refiere el paciente, varón de 45 años, que lleva 3 días con dolor de cabeza moderado. Como antecedentes, migrañas.',
  ])('a paraphrase: %s', (says) => {
    const draft = draftOf(spoken(says, 'es'));
    expect([draft.age?.value, draft.gender?.value]).toEqual([45, 'male']);
    expect(draft.facts.find((fact) => fact.concept === 'headache')).toMatchObject({
      assertion: 'present',
      attributes: { duration: '3 días', severity: 'moderado' },
    });
    expect(draft.facts.find((fact) => fact.concept === 'migraine')?.assertion).toBe('historical');
  });

  it.each([
    '45-year-old male patient presents with headache for 3 days, moderate severity. He has a history of migraines.',
    'Patient is a 45 year old man with a moderate headache for the past 3 days. History of migraines.',
  ])('English: %s', (says) => {
    const draft = draftOf(spoken(says));
    expect([draft.age?.value, draft.gender?.value]).toEqual([45, 'male']);
    expect(draft.facts.find((fact) => fact.concept === 'headache')).toMatchObject({
      attributes: { duration: '3 days', severity: 'moderate' },
    });
    expect(draft.facts.find((fact) => fact.concept === 'migraine')).toMatchObject({
      text: expect.stringMatching(/history of migraines/i),
    });
  });
});

const VISIT = `D: Good morning, sir. What brings you in?
P: I've had a terrible headache since Monday, doctor. And I feel sick to my stomach.
D: Any fever, stiff neck, or rash?
P: No, none of that. Light hurts my eyes, though.
D: Do you take any medication?
P: Lisinopril 20 mg once a day. I'm allergic to penicillin.
D: Does anyone in your family get migraines?
P: My mother did.
D: It might be a migraine. I'll order some blood tests and start sumatriptan 50 mg. If you get a fever, call us.`;

describe('the engine', () => {
  it('cuts every quote out of its segment, verbatim and in place', () => {
    for (const [text, language] of [
      [VISIT, 'en'],
      [SEED, 'es'],
    ] as const) {
      const transcript = spoken(text, language);
      const draft = draftOf(transcript);
      const quotes = [...draft.facts, draft.age, draft.gender].flatMap((one) => one?.quotes ?? []);
      expect(quotes.length).toBeGreaterThan(3);
      for (const quote of quotes) {
        const segment = transcript.segments.find((one) => one.id === quote.segment_id);
        expect(segment?.text.slice(quote.start, (quote.start ?? 0) + quote.quote.length)).toBe(quote.quote);
      }
      for (const fact of draft.facts) expect(fact.quotes.length).toBeGreaterThan(0);
    }
  });

  it('tells a visit', () => {
    const told = draftOf(spoken(VISIT)).facts.map((fact) => [fact.kind, fact.concept, fact.assertion].join(' '));
    for (const line of [
      'symptom headache present',
      'symptom nausea present',
      'symptom fever negated',
      'symptom rash negated',
      'medication lisinopril present',
      'condition migraine family',
      'condition migraine possible',
      'plan sumatriptan present',
      'symptom fever hypothetical',
    ]) {
      expect(told).toContain(line);
    }
    expect(told.filter((line) => line.startsWith('allergy')).length).toBeGreaterThan(0);
  });

  it('says the same of the same, and obeys the signal', async () => {
    const engine = createEmbeddedEngine();
    const one = await engine.draft(spoken(VISIT), { signal: new AbortController().signal });
    const two = await engine.draft(spoken(VISIT), { signal: new AbortController().signal });
    expect(two).toEqual(one);
    await expect(engine.draft(spoken(VISIT), { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(engine.engine).toMatchObject({ name: 'embedded', model: null, prompt_version: null });
  });

  it('reads what is mixed in both languages', () => {
    const { facts } = draftOf(
      spoken('P: Tengo high blood pressure desde hace años y me duele mucho la espalda.', 'mixed'),
    );
    expect(facts.map((fact) => fact.concept)).toContain('hypertension');
  });

  it('reads a very long visit whole', () => {
    const long = `${`${VISIT}\n`.repeat(200)}P: I also have a lump in my armpit.`;
    expect(draftOf(spoken(long)).facts.some((fact) => /lump/.test(fact.text))).toBe(true);
  });
});
