import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { LocalStackError } from '../local-error.ts';
import { localRoot } from '../root.ts';

/** Throws unless a folder holds exactly the files of a pin list (format of `sha256sum`), with their hashes. */
export async function verifyChecksums(folder: string, pinList: string): Promise<void> {
  const lines = (await readFile(join(localRoot, 'pins', pinList), 'utf8')).trim().split('\n');
  const wanted = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  const present = await readdir(folder);
  const wrong = [...wanted.keys()].filter((name) => !present.includes(name));
  wrong.push(...present.filter((name) => !wanted.has(name)));
  for (const name of present) {
    if (wanted.has(name) && (await sha256(join(folder, name))) !== wanted.get(name)) wrong.push(name);
  }
  if (wrong.length === 0) return;
  throw new LocalStackError('install', `Downloaded files differ from pins/${pinList}: ${wrong.sort().join(', ')}`);
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
