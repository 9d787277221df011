import { readdirSync, readFileSync } from 'node:fs';
import { Assertion, Experiencer, FactKind, Speaker, type Summary } from '@clinical/contracts';
import * as z from 'zod';

/** One short conversation that an engine is likely to misread. */
export const TrapCase = z.strictObject({
  id: z.string(),
  language: z.enum(['es', 'en', 'mixed']),
  category: z.string(),
  turns: z.array(z.strictObject({ speaker: Speaker, text: z.string() })),
  /** Terms that must not be published as present and the patient's; `*`: nothing at all may be. */
  never: z.array(z.string()),
  /** What must be found. */
  expect: z.array(z.strictObject({ name: z.string(), assertion: Assertion, experiencer: Experiencer })),
  /** Told as history it may be published; `present` alone is wrong. */
  present_only: z.boolean().optional(),
  /** What a careless model claims of it, on top of all that is mentioned. */
  claims: z
    .array(
      z.strictObject({
        kind: FactKind,
        name: z.string(),
        text: z.string().optional(),
        quote: z.string(),
        attributes: z.record(z.string(), z.string()).optional(),
      }),
    )
    .optional(),
  /** Values of attributes that must not be published. */
  never_values: z.array(z.string()).optional(),
});
export type TrapCase = z.infer<typeof TrapCase>;

const FOLDER = new URL('../traps/', import.meta.url);

export function trapCases(): TrapCase[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').trim().split('\n'))
    .map((line) => TrapCase.parse(JSON.parse(line)));
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** "chest pain" is in "mild chest pain": by whole words, whatever the case, accents or plural. */
export function names(text: string, term: string): boolean {
  const plain = (word: string): string => word.replace(/(?:es|s)$/, '');
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .map(plain);
  const wanted = fold(term)
    .split(/[^\p{L}\p{N}]+/u)
    .map(plain);
  return words.some((_, i) => wanted.every((word, k) => words[i + k] === word));
}

/** What a summary gets wrong of a trap, in words for people; empty: it was not caught. */
export function caught(trap: TrapCase, summary: Omit<Summary, 'transcript'>): string[] {
  const out: string[] = [];
  const flat = summary.clinical_summary;
  const certain = summary.facts.filter(
    ({ assertion, experiencer }) => assertion === 'present' && experiencer === 'patient',
  );
  const shown = [...flat.symptoms.map(({ name }) => name), ...flat.relevant_conditions, ...flat.risk_factors].filter(
    (line) => !/^(?:posible|possible)|histor|antecedente|previ[ao]/i.test(line),
  );
  for (const term of trap.never) {
    for (const { name, text, flags } of certain) {
      if (term === '*' || ((names(name, term) || names(text, term)) && !flags.includes('contradicted')))
        out.push(`present: ${name}`);
    }
    for (const line of shown) {
      const chronic = trap.present_only === true && flat.relevant_conditions.includes(line);
      if (!chronic && (term === '*' || names(line, term))) out.push(`shown: ${line}`);
    }
  }
  for (const value of trap.never_values ?? []) {
    for (const { attributes, name } of summary.facts) {
      if (!trap.claims?.some((claim) => names(name, claim.name))) continue;
      if (Object.values(attributes).some((said) => said !== null && fold(said) === fold(value)))
        out.push(`${name}: ${value}`);
    }
  }
  return [...new Set(out)];
}

/** What a trap's true findings lack in a summary. */
export function missed(trap: TrapCase, summary: Omit<Summary, 'transcript'>): string[] {
  return trap.expect
    .filter(
      (wanted) =>
        !summary.facts.some(
          (fact) =>
            fact.assertion === wanted.assertion &&
            fact.experiencer === wanted.experiencer &&
            (names(fact.name, wanted.name) || names(fact.text, wanted.name)),
        ),
    )
    .map(({ name, assertion }) => `${assertion}: ${name}`);
}
