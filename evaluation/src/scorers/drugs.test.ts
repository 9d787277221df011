import { describe, expect, it } from 'vitest';
import { scored } from '../testing/scored.ts';

const row = (id: string, text: string, drugs: string[]): object => ({ id, language: 'es', text, drugs });

describe('drug spans by three measures', () => {
  it('counts a measured substance where a fact of any kind names it, never as a medicine', async () => {
    const { figure } = await scored('a.es', [
      row('1', 'Creatinina 1,2 mg/dl; toma enalapril.', ['Creatinina', 'enalapril']),
    ]);
    expect(figure('drug spans recall').value).toBe(0.5);
    expect(figure('substances of any fact recall').value).toBe(1);
    expect(figure('medicines alone recall')).toMatchObject({ value: 1, n: 1 });
    const [missed] = figure('drug spans recall').errors;
    expect(missed).toMatchObject({ cause: { kind: 'other_kind', detail: 'measurement' } });
  });

  it('holds an invented substance against precision, also an analyte that the gold does not name', async () => {
    const { figure } = await scored('b.es', [row('1', 'Urea 40 mg/dl; toma enalapril y ramipril.', ['enalapril'])]);
    expect(figure('drug spans precision').value).toBe(0.5);
    expect(figure('substances of any fact precision').value).toBeCloseTo(1 / 3);
    expect(figure('medicines alone precision').value).toBe(0.5);
  });

  it('does not judge what the gold leaves out by its own rules: proteins, purposes, allergy as such', async () => {
    const text = 'Alérgico. Toma insulina, rituximab y un antibiótico.';
    const { figure } = await scored('c.es', [row('1', text, []), row('2', 'Toma enalapril.', ['enalapril'])]);
    expect(figure('substances of any fact precision').value).toBe(1);
    expect(figure('medicines alone precision').value).toBe(1);
    expect(figure('drug spans precision').value).toBeLessThan(0.5);
  });

  it('finds a substance under each of its names in one sentence, and takes a unit for no magnesium', async () => {
    const { figure } = await scored('d.es', [
      row('1', 'Toma tacrolimus (Prograf) 5 mg; sodio 140 mg/l.', ['tacrolimus', 'Prograf', 'sodio']),
    ]);
    expect(figure('substances of any fact F1').value).toBe(1);
    expect(figure('medicines alone F1').value).toBe(1);
    expect(figure('drug spans recall').value).toBeCloseTo(1 / 3);
  });

  it('says what the figure would be without a kind of error', async () => {
    const { figure } = await scored('e.es', [
      row('1', 'Toma enalapril. Se habló de quinazolpix.', ['enalapril', 'quinazolpix']),
    ]);
    const { value, errors } = figure('drug spans F1');
    expect(value).toBeCloseTo(2 / 3);
    expect(errors).toMatchObject([{ cause: { kind: 'unknown', detail: 'one word' }, count: 1, would: 1 }]);
  });
});
