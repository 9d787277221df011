/** English consultations as they are spoken: what is drafted and then stands up to verification. */
import { describe, expect, it } from 'vitest';
import { verify } from '../verify/verify.ts';
import { draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

function published(text: string): string[] {
  const transcript = spoken(text, 'en');
  return verify(draftOf(transcript), transcript).facts.map(({ name, assertion }) => `${name}: ${assertion}`);
}

describe('a yes-or-no question', () => {
  it.each<[string, string[]]>([
    ['D: Have you gone hoarse?\nP: No, I sound the same.', ['hoarseness: negated']],
    ['D: When it happens do you get chest pain?\nP: No.', ['chest pain: negated']],
    ["D: Any swelling in your legs?\nP: I don't think so.", ['peripheral edema: negated']],
    ["D: Are you diabetic?\nP: I'm not, no.", ['diabetes mellitus: negated']],
    ['D: Do you get short of breath?\nP: Only on the stairs.', ['dyspnea: present']],
    ['D: Any wheeze? Any sort of rattling cough at all?\nP: No.', ['wheezing: negated', 'cough: negated']],
  ])('%s', (text, expected) => {
    expect(published(text)).toEqual(expected);
  });
});

describe('a denial of the noun beside it', () => {
  it.each<[string, string[]]>([
    ['D: Any nausea or vomiting?\nP: No vomiting.', ['vomiting: negated']],
    ['D: Any blood in it, any itching?\nP: No blood. No.', ['blood: negated', 'itching: negated']],
    ['D: Any chest pain, or dizziness?\nP: No pain at all.', ['chest pain: negated', 'pain: negated']],
    ['D: Any dizziness?\nP: No headache.', ['headache: negated']],
  ])('%s', (text, expected) => {
    expect(published(text)).toEqual(expected);
  });
});
