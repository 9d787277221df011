/** The arrows of docs/architecture.md: who may import whom. */
import { describe, expect, test } from 'vitest';
import { repositoryRoot } from '../../deploy/local/src/root.ts';
import { type Import, readImports } from './imports.ts';

const imports = readImports(repositoryRoot);
const isTest = (path: string) => path.endsWith('.test.ts');
const shipped = imports.filter(({ from }) => !isTest(from));

/** Imports from one place to another, as "from -> to": none is what every rule wants. */
const between = (list: readonly Import[], from: RegExp, to: RegExp) =>
  list.filter((one) => from.test(one.from) && to.test(one.to)).map((one) => `${one.from} -> ${one.to}`);

const services = '@clinical/(gateway|transcriber|summarizer|fhir-mapper)';
const outside = /^(tools|deploy|evaluation|bench|tests)\/|^@clinical\/(tools|local|evaluation|bench|tests)/;

test('the imports are read at all', () => {
  expect(
    between(imports, /^deploy\/local\/src\/infrastructure\.ts$/, /^deploy\/local\/src\/parts\/kafka\.ts$/),
  ).toHaveLength(1);
  expect(imports.length).toBeGreaterThan(200);
});

describe('arrows', () => {
  test.each(['gateway', 'transcriber', 'summarizer', 'fhir-mapper'])('%s imports no other service', (name) => {
    const others = new RegExp(`^services/(?!${name}/)|^${services.replace(`${name}|`, '').replace(`|${name}`, '')}`);
    expect(between(imports, new RegExp(`^services/${name}/`), others)).toEqual([]);
  });

  test('services import packages, nothing of the tools, the local stack or the tests', () => {
    expect(between(shipped, /^services\//, outside)).toEqual([]);
  });

  test('only the runtime knows kafkajs', () => {
    expect(between(imports, /^(?!packages\/runtime\/)/, /^@?kafkajs/)).toEqual([]);
  });

  test('the runtime knows nothing clinical', () => {
    expect(between(shipped, /^packages\/runtime\//, new RegExp(`^services/|^${services}|${outside.source}`))).toEqual(
      [],
    );
  });

  test("the contracts stand alone, and know nothing of Kafka's client", () => {
    expect(
      between(shipped, /^packages\/contracts\//, /^packages\/runtime\/|^services\/|^@clinical\/|^@?kafkajs/),
    ).toEqual([]);
  });

  test('the runtime is reached by its entry, never by its inner files', () => {
    expect(between(imports, /^(?!packages\/runtime\/|tests\/)/, /^packages\/runtime\/src\/(?!index\.ts)/)).toEqual([]);
  });
});

test('no file of a service or package imports itself in a circle', () => {
  expect(circles(shipped.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
});

/** Circles among local files, each as the path of one way round. */
function circles(list: readonly Import[]): string[][] {
  const next = Map.groupBy(list, ({ from }) => from);
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}
