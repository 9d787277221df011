/** Every bundle of the suite and of the trap cases, and corpus dialogues where a folder is given, under both validators. */
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleOf } from '../../services/fhir-mapper/src/bundle.ts';
import { arbitrarySummary } from '../../services/fhir-mapper/src/testing/arbitrary-summary.ts';
import { SETTINGS, SUBMITTED_AT, summaryOf, WHOLE_VISIT } from '../../services/fhir-mapper/src/testing/summaries.ts';
import { gate } from '../../services/fhir-mapper/src/validate/gate.ts';
import {
  checkPinnedCodes,
  type ReferenceValidator,
  startReferenceValidator,
} from '../../tools/fhir-validator/validator.ts';
import { type Conversation, conversationsOf, corpusConversations, throughTheStages } from './line.ts';

const MINUTES = 60_000;
/** Bundles before the reference at a time; it validates on every processor. */
const AT_ONCE = 16;
const root = fileURLToPath(new URL('../../', import.meta.url));
const corpora = process.env.CORPORA_DIR;
let reference: ReferenceValidator;

beforeAll(async () => {
  reference = await startReferenceValidator();
}, 10 * MINUTES);
afterAll(() => reference[Symbol.asyncDispose]());

/** What either validator has against a bundle. */
async function complaints(bundle: ReturnType<typeof bundleOf>): Promise<unknown[]> {
  const { messages, valid } = await reference.validate(bundle);
  return [...(gate(bundle)?.issue ?? []), ...(valid ? [] : messages)];
}

async function complaintsOfAll(conversations: readonly Conversation[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let from = 0; from < conversations.length; from += AT_ONCE) {
    const some = conversations.slice(from, from + AT_ONCE);
    const all = await Promise.all(some.map(async (one) => complaints((await throughTheStages(one)).bundle)));
    found.push(...all.flatMap((against, i) => against.map((complaint) => [some[i]!.id, complaint])));
  }
  return found;
}

test('a whole visit, in either language and shape', { timeout: 5 * MINUTES }, async () => {
  for (const language of ['es', 'en', 'mixed', 'und'] as const) {
    for (const profile of ['r4', 'ips'] as const) {
      const summary = summaryOf({ ...WHOLE_VISIT, language, profile });
      expect(await complaints(bundleOf(summary, 1, SUBMITTED_AT, SETTINGS))).toEqual([]);
    }
  }
});

test('whatever the contract allows', { timeout: 10 * MINUTES }, async () => {
  const runs = Number(process.env.REFERENCE_RUNS ?? 30);
  await fc.assert(
    fc.asyncProperty(arbitrarySummary, async (summary) => {
      expect(await complaints(bundleOf(summary, 1, SUBMITTED_AT, SETTINGS))).toEqual([]);
    }),
    { numRuns: runs, endOnFailure: true },
  );
});

test('the demonstration and every trap case', { timeout: 20 * MINUTES }, async () => {
  const files = globSync(['deploy/local/demo/*.txt', 'evaluation/traps/*.jsonl'], { cwd: root });
  const conversations = files.flatMap((file) => conversationsOf(`${root}${file}`));
  expect(conversations.length).toBeGreaterThan(100);
  expect(await complaintsOfAll(conversations)).toEqual([]);
});

test('300 dialogues of the corpora, where CORPORA_DIR names their folder', { timeout: 30 * MINUTES }, async () => {
  const conversations = corpora === undefined ? [] : corpusConversations(corpora, 300);
  expect(conversations).toHaveLength(corpora === undefined ? 0 : 300);
  expect(await complaintsOfAll(conversations)).toEqual([]);
});

test("HL7's codes and displays are those of HL7's code systems, and units are UCUM", {
  timeout: 5 * MINUTES,
}, async () => {
  const rows = await checkPinnedCodes();
  const known = rows.filter((row) => row.known);
  expect(known.filter((row) => !row.agrees && row.code !== 'AIAST')).toEqual([]);
  expect(known.length).toBeGreaterThan(60);
  const unknown = new Set(rows.filter((row) => !row.known).map((row) => row.system));
  expect(unknown).toEqual(
    new Set([
      'http://hl7.org/fhir/sid/icd-10-cm',
      'http://hl7.org/fhir/uv/symptoms/CodeSystem/SymptomTemporary',
      'http://loinc.org',
      'http://snomed.info/sct',
    ]),
  );
});
