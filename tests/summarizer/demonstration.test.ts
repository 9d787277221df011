/** What the two conversations that `npm start` shows must tell, and must not. */
import { readFileSync } from 'node:fs';
import type { Fact, Language } from '@clinical/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedEngine } from '../../services/summarizer/src/embedded/engine.ts';
import { spoken } from '../../services/summarizer/src/embedded/spoken.ts';
import { summarize } from '../../services/summarizer/src/summarize.ts';

async function factsOf(file: string, language: Language): Promise<string[]> {
  const text = readFileSync(new URL(`../../deploy/local/demo/${file}`, import.meta.url), 'utf8');
  const lines = text.replaceAll(/^Doctor: /gm, 'D: ').replaceAll(/^(?:Paciente|Patient): /gm, 'P: ');
  const { facts } = await summarize(
    spoken(lines.trim(), language),
    { main: createEmbeddedEngine(), fallback: null, cache: null },
    new AbortController().signal,
  );
  return facts.map(told);
}

const told = ({ kind, assertion, name, attributes: { dose, frequency, value } }: Fact): string =>
  [kind, assertion, name, dose, frequency, value].filter((one) => one !== null).join(' | ');

describe('the Spanish demonstration', () => {
  let facts: string[];
  beforeAll(async () => {
    facts = await factsOf('consulta.es.txt', 'es');
  });

  it.each([
    'symptom | present | dolor de garganta',
    'measurement | present | temperatura | 37,9',
    'medication | present | metformina | 850 mg | una por la mañana y otra por la noche',
    'medication | present | enalapril | 10 mg | una vez al día',
    'allergy | present | penicilina',
    'symptom | historical | erupción cutánea',
    'risk_factor | historical | tabaquismo',
    'symptom | present | amígdalas rojas',
    'plan | present | azitromicina | 500 mg | una al día',
    'plan | present | paracetamol | 1 gramo | cada ocho horas',
    'plan | present | Beba mucha agua y repose',
  ])('tells: %s', (fact) => expect(facts).toContain(fact));

  it('names no allergy but the one that was told', () =>
    expect(facts.filter((fact) => fact.startsWith('allergy'))).toEqual(['allergy | present | penicilina']));

  it('takes no advice for a denied finding', () =>
    expect(facts.filter((fact) => /negated .*(?:agua|deshidratación)/.test(fact))).toEqual([]));

  it('calls nothing taken that is only ordered', () =>
    expect(facts.filter((fact) => /^medication.*(?:paracetamol|azitromicina)/.test(fact))).toEqual([]));
});

describe('the English demonstration', () => {
  it('tells what is taken from what is ordered', async () => {
    const facts = await factsOf('visit.en.txt', 'en');
    expect(facts).toContain('medication | present | lisinopril | 20 mg | once a day');
    expect(facts).toContain('plan | present | acetylsalicylic acid | 81 mg | daily');
    expect(facts.filter((fact) => /^medication.*(?:acetylsalicylic|nitroglycerin)/.test(fact))).toEqual([]);
  });
});
