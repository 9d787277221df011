import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { consoleModule } from './module.ts';

const FOLDER = new URL('../../services/gateway/console/', import.meta.url);
const { en } = await consoleModule('i18n/en.js');
const { es } = await consoleModule('i18n/es.js');
const { codesEn } = await consoleModule('i18n/codes-en.js');
const { codesEs } = await consoleModule('i18n/codes-es.js');

const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('both languages say the same things, with the same places to fill', () => {
  expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
  for (const [key, text] of Object.entries<string>(en)) expect(placesOf(es[key]), key).toEqual(placesOf(text));
  // Problems come in English from the server, so only Spanish has words of its own for them.
  const codes = Object.keys(codesEs).filter((key) => !key.startsWith('problem.'));
  expect(codes.sort()).toEqual(Object.keys(codesEn).sort());
});

test('every text that the page asks for by name is there', () => {
  const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const asked = sources.flatMap((file) =>
    [...readFileSync(new URL(file, FOLDER), 'utf8').matchAll(/\bt\('([\w.]+)'/g)].map(([, key]) => key!),
  );
  expect(asked.length).toBeGreaterThan(80);
  const known = new Set([...Object.keys(en), ...Object.keys(codesEn)]);
  expect(asked.filter((key) => !known.has(key))).toEqual([]);
});
