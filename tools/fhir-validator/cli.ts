/**
 * npm run validate-fhir -- <files or folders>
 *
 * Validates FHIR R4 resources (.json, or .ndjson with one a line) with the reference validator. Prints what is wrong,
 * and ends with 1 when something is.
 */

import { globSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { startReferenceValidator } from './validator.ts';

async function filesOf(path: string): Promise<string[]> {
  return (await stat(path)).isDirectory() ? globSync(`${path}/**/*.{json,ndjson}`).sort() : [path];
}

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Usage: npm run validate-fhir -- <files or folders>');
  process.exitCode = 2;
} else {
  await using validator = await startReferenceValidator((line) => console.error(line));
  let total = 0;
  let invalid = 0;
  for (const file of (await Promise.all(paths.map(filesOf))).flat()) {
    const text = await readFile(file, 'utf8');
    const resources = file.endsWith('.ndjson') ? text.split('\n').filter((line) => line.trim() !== '') : [text];
    for (const [i, resource] of resources.entries()) {
      const { valid, messages } = await validator.validate(resource);
      total += 1;
      if (valid) continue;
      invalid += 1;
      console.log(`${file}${resources.length > 1 ? `:${i + 1}` : ''} is not valid`);
      for (const { severity, location, text: said } of messages) console.log(`  ${severity} ${location}: ${said}`);
    }
  }
  console.log(`${total - invalid} of ${total} valid`);
  process.exitCode = invalid === 0 && total > 0 ? 0 : 1;
}
