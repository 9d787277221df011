/**
 * Writes today's schemas to packages/contracts/released/<Record>.<n>.json where they differ from the newest released
 * ones. To be run when a version goes out; compatibility.test.ts then holds every later change to them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { avroSchema, TOPICS } from '@clinical/contracts';

const folder = new URL('../../packages/contracts/released/', import.meta.url);
const files = readdirSync(folder);

for (const { record } of Object.values(TOPICS)) {
  const schema = `${JSON.stringify(avroSchema(record), null, 2)}\n`;
  const versions = files.filter((file) => file.startsWith(`${record}.`)).map((file) => Number(file.split('.')[1]));
  const newest = Math.max(0, ...versions);
  if (newest > 0 && readFileSync(new URL(`${record}.${newest}.json`, folder), 'utf8') === schema) continue;
  writeFileSync(new URL(`${record}.${newest + 1}.json`, folder), schema);
  console.log(`${record}: version ${newest + 1}`);
}
