import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export interface Import {
  /** Path of the importing file from the repository's top, such as services/gateway/src/main.ts. */
  readonly from: string;
  /** Path of the imported file, or the package's name as it is written. */
  readonly to: string;
  /** Erased when the program runs. */
  readonly typeOnly: boolean;
}

const statement = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every import of the repository's TypeScript, types included, with workspace packages as paths. */
export function readImports(root: string): Import[] {
  const files = globSync('{packages,services,deploy,tools,evaluation,bench,tests}/**/*.ts', {
    cwd: root,
    exclude: (path) => path.includes('node_modules'),
  });
  return files.flatMap((from) => {
    const source = readFileSync(join(root, from), 'utf8');
    const found = [...source.matchAll(statement)].map(([, type, to]) => ({ to: to!, typeOnly: type !== undefined }));
    const lazy = [...source.matchAll(dynamic)].map(([, to]) => ({ to: to!, typeOnly: false }));
    return [...found, ...lazy].map(({ to, typeOnly }) => ({ from, to: resolve(root, from, to), typeOnly }));
  });
}

function resolve(root: string, from: string, specifier: string): string {
  return specifier.startsWith('.') ? relative(root, join(root, dirname(from), specifier)) : specifier;
}
