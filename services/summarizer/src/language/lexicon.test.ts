import { describe, expect, it } from 'vitest';
import { type Tongue, termsIn } from './lexicon.ts';
import { tokenise } from './tokens.ts';
import { tongueOf } from './tongues.ts';
import { cuesIn } from './triggers.ts';

const found = (text: string, tongue: Tongue): string[] => {
  const tokens = tokenise(text);
  return termsIn(tokens, 0, tokens.length, [tongue]).map((mention) => mention.term.key);
};

describe('terms', () => {
  it.each<[string, Tongue, string[]]>([
    ['dolor de cabeza', 'es', ['headache']],
    ['me duele la cabeza y tengo tos', 'es', ['headache', 'cough']],
    ['JAQUECA', 'es', ['migraine']],
    ['short of breath', 'en', ['dyspnea']],
    ['metformin and Lasix', 'en', ['metformin', 'furosemide']],
    ['enalapril y paracetamol', 'es', ['enalapril', 'paracetamol']],
    ['type 2 diabetes', 'en', ['type_2_diabetes']],
    ['he was sad', 'en', []],
    ['em cama', 'es', []],
    ['no tengo fever, doctora', 'es', ['fever']],
    ['I have mareos', 'en', ['dizziness']],
    ['he grew up in foster care', 'en', []],
    ['on rifampicin and isoniazid', 'en', ['rifampicin', 'isoniazid']],
    ['voy a tender la ropa del mono', 'es', []],
    ['diagnóstico: EM', 'es', ['multiple_sclerosis']],
  ])('%s (%s)', (text, tongue, keys) => expect(found(text, tongue)).toEqual(keys));

  it('takes a cold for an illness only as a noun', () => {
    expect(found('I have a cold', 'en')).toEqual(['common_cold']);
    expect(found('the water was cold outside', 'en')).toEqual([]);
  });

  it('knows words that deny a finding by themselves', () => {
    const tokens = tokenise('Paciente afebril');
    expect(termsIn(tokens, 0, tokens.length, ['es'])[0]?.term).toMatchObject({ key: 'fever', absent: true });
  });

  it('knows what recurs and what stays', () => {
    const tokens = tokenise('migraine, hypertension and pneumonia');
    expect(termsIn(tokens, 0, tokens.length, ['en']).map((m) => m.term.course)).toEqual(['recurrent', 'chronic', null]);
  });
});

describe('triggers', () => {
  const categories = (text: string, tongue: Tongue): string[] => {
    const tokens = tokenise(text);
    return cuesIn(text, tokens, 0, tokens.length, [tongue]).flatMap((cue) => cue.triggers.map((t) => t.category));
  };
  it.each<[string, Tongue, string]>([
    ['niega fiebre', 'es', 'negation'],
    ['sin embargo', 'es', 'pseudo_negation'],
    ['antecedentes de asma', 'es', 'history'],
    ['si tuviera fiebre', 'es', 'hypothetical'],
    ['denies pain', 'en', 'negation'],
    ['might be', 'en', 'possible'],
    ['family history of', 'en', 'family'],
  ])('%s', (text, tongue, category) => expect(categories(text, tongue)).toContain(category));

  it('tells sí from si', () => {
    expect(categories('sí, fiebre', 'es')).not.toContain('hypothetical');
    expect(categories('si hay fiebre', 'es')).toContain('hypothetical');
  });

  it('lets a denial begin inside another phrase', () => {
    expect(categories("I haven't had any fever", 'en')).toContain('negation');
  });
});

describe('which language', () => {
  it.each([
    ['me duele la cabeza desde ayer', 'es'],
    ['my head has been hurting since yesterday', 'en'],
    ['ok', null],
  ])('%s', (text, tongue) => {
    const tokens = tokenise(text);
    expect(tongueOf(tokens, 0, tokens.length)).toBe(tongue);
  });
});
