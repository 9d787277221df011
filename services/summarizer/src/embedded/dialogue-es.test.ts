/** Spanish consultations as they are spoken: what verification publishes of what is asked, answered and told in passing. */
import { describe, expect, it } from 'vitest';
import { assemble } from '../summary/assemble.ts';
import { createEmbeddedEngine, draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

function published(text: string): string[] {
  const transcript = spoken(text, 'es');
  const { engine } = createEmbeddedEngine();
  const summary = assemble(transcript, draftOf(transcript), { engine, degraded: false, usage: null, warnings: [] });
  return summary.facts.map(({ name, assertion }) => `${assertion} ${name}`);
}

describe('that all goes well', () => {
  it.each([
    ['P: La verdad es que duermo de un tirón.', 'negated insomnio'],
    ['D: ¿Orina bien?\nP: Sí, sí.', 'negated oliguria'],
  ])('%s', (text, fact) => {
    expect(published(text)).toContain(fact);
  });

  it.each([
    'D: ¿Duerme bien?\nP: No, qué va.',
    'P: Desde el verano ni duermo bien ni nada.',
  ])('is nothing, once it is denied: %s', (text) => {
    expect(published(text)).not.toContain('negated insomnio');
  });
});
