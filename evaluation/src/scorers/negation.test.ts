import { type Fact, NO_ATTRIBUTES, type Summary } from '@clinical/contracts';
import { expect, it } from 'vitest';
import type { Record } from '../corpora.ts';
import { negation } from './negation.ts';

const TEXT = 'Sin tos. Posible asma. No se opera. Afebril. Sin fiebre.';

const entity = (text: string, type: string, ...assertion: string[]) => ({
  text,
  type,
  assertion,
  start: TEXT.indexOf(text),
  end: TEXT.indexOf(text) + text.length,
});

const fact = (text: string, kind: Fact['kind'], assertion: Fact['assertion']): Fact => ({
  id: text,
  kind,
  text,
  name: text,
  concept: null,
  assertion,
  experiencer: 'patient',
  relation: null,
  attributes: NO_ATTRIBUTES,
  evidence: [{ segment_id: 's1', quote: text, start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length }],
  source: 'grammar',
  flags: [],
});

function counted(entities: readonly unknown[], facts: readonly Fact[]) {
  const record = {
    row: { entities },
    transcript: { segments: [{ id: 's1', text: TEXT, language: 'es' }] },
  } as unknown as Record;
  return negation.count(
    { record, summary: { facts, rejected: [], possible_omissions: [] } as unknown as Summary },
    () => {},
  );
}

it('counts findings alone towards the targets, other labels beside them', () => {
  const counts = counted(
    [
      entity('tos', 'DISO', 'negated'),
      entity('opera', 'PROC', 'negated'),
      entity('Afebril', 'NegMorMarker', 'negated'),
    ],
    [fact('tos', 'symptom', 'negated'), fact('opera', 'procedure', 'negated'), fact('Afebril', 'symptom', 'present')],
  );
  expect(counts).toMatchObject({
    'negated findings recall': [1, 1],
    'negated findings reported present': [0, 1],
    'negated procedures recall': [1, 1],
    'negated by their own form recall': [0, 1],
    'all labels: negated recall': [1, 3],
    'all labels: negated reported present': [1, 3],
  });
});

it('takes a finding that is reported both ways for found, one that is only present for wrong', () => {
  const tos = entity('tos', 'DISO', 'negated');
  expect(counted([tos], [fact('tos', 'symptom', 'negated'), fact('tos', 'symptom', 'present')])).toMatchObject({
    'negated findings recall': [1, 1],
    'negated findings reported present': [0, 1],
  });
  expect(counted([tos], [fact('tos', 'symptom', 'present')])).toMatchObject({
    'negated findings recall': [0, 1],
    'of those found, reported present': [1, 1],
  });
});

it('holds what is negated and uncertain at once for uncertain', () => {
  expect(
    counted([entity('asma', 'DISO', 'negated', 'uncertain')], [fact('asma', 'condition', 'negated')]),
  ).toMatchObject({
    'negated findings recall': [0, 0],
    'uncertain findings recall': [0, 1],
    'uncertain called negated': [1, 1],
  });
});

it('holds an entity without a label for a finding', () => {
  const { type: _, ...untyped } = entity('fiebre', 'DISO', 'negated');
  expect(counted([untyped], [])).toMatchObject({ 'negated findings recall': [0, 1] });
});
