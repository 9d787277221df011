import { spawn } from 'node:child_process';
import { appendFile, open, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recording, SpokenLine } from './recordings.ts';

const RATE = 16_000;
const BYTES_PER_SECOND = RATE * 2;
const HEADER = 44;
/** Samples up to this are silence: 0.1% of full scale. */
const QUIET = 33;

export interface Utterance {
  readonly text: string;
  readonly language: 'es' | 'en';
  /** Picks the voice: A and B sound different. */
  readonly speaker: 'A' | 'B';
}

/** Speaks a dialogue with espeak-ng into one 16 kHz mono WAV, with a pause after each line, and tells who said what when. */
export async function speakDialogue(
  folder: string,
  name: string,
  utterances: readonly Utterance[],
  pauseSeconds = 0.7,
): Promise<Recording> {
  const file = join(folder, `${name}.wav`);
  await writeFile(file, wavHeader(0));
  const lines: SpokenLine[] = [];
  const spoken = new Map<string, Buffer>();
  let at = 0;
  for (const { text, language, speaker } of utterances) {
    const key = `${language} ${speaker} ${text}`;
    const pcm = spoken.get(key) ?? (await speak(text, language, speaker));
    spoken.set(key, pcm);
    const seconds = pcm.length / BYTES_PER_SECOND;
    lines.push({ start: at, end: at + seconds, text, speaker });
    const pause = Buffer.alloc(Math.round(pauseSeconds * RATE) * 2);
    await appendFile(file, Buffer.concat([pcm, pause]));
    at += seconds + pause.length / BYTES_PER_SECOND;
  }
  await finishWav(file);
  const spanish = utterances.filter((utterance) => utterance.language === 'es').length;
  return { file, lines, language: spanish * 2 > utterances.length ? 'spanish' : 'english' };
}

/** 16 kHz mono little-endian PCM of one line, without the silence at its edges. */
async function speak(text: string, language: 'es' | 'en', speaker: 'A' | 'B'): Promise<Buffer> {
  const voice = `${language === 'es' ? 'es-419' : 'en-us'}+${speaker === 'A' ? 'm3' : 'f2'}`;
  const wav = await run('espeak-ng', ['-v', voice, '-s', '165', '-p', speaker === 'A' ? '40' : '65', '--stdout', text]);
  const raw = ['-ar', String(RATE), '-ac', '1', '-f', 's16le', 'pipe:1'];
  const pcm = await run('ffmpeg', ['-v', 'error', '-f', 'wav', '-i', 'pipe:0', ...raw], wav);
  const loud = (at: number): boolean => Math.abs(pcm.readInt16LE(at)) > QUIET;
  let from = 0;
  let to = pcm.length - (pcm.length % 2);
  while (from < to && !loud(from)) from += 2;
  while (to > from && !loud(to - 2)) to -= 2;
  return pcm.subarray(from, to);
}

/** A 16 kHz mono WAV of so many seconds from one of ffmpeg's sources: `anullsrc`, `anoisesrc=c=pink`, `sine=f=440`. */
export async function makeSound(file: string, source: string, seconds: number): Promise<string> {
  const wav = ['-t', String(seconds), '-ar', String(RATE), '-ac', '1', '-c:a', 'pcm_s16le', file];
  await run('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, ...wav]);
  return file;
}

/** Runs a program and gives its standard output. */
export function run(command: string, args: readonly string[], input?: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.once('error', reject);
    child.stdin.on('error', () => {});
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new Error(`${command} ended with ${code}: ${Buffer.concat(err).toString('utf8').slice(0, 500)}`));
    });
    child.stdin.end(input);
  });
}

async function finishWav(file: string): Promise<void> {
  const { size } = await stat(file);
  const even = size - ((size - HEADER) % 2);
  if (even !== size) await truncate(file, even);
  await using handle = await open(file, 'r+');
  await handle.write(wavHeader(even - HEADER), 0, HEADER, 0);
}

/** RIFF header of 16-bit mono PCM. */
function wavHeader(bytes: number): Buffer {
  const header = Buffer.alloc(HEADER);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(BYTES_PER_SECOND, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(bytes, 40);
  return header;
}
