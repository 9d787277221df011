import type { OffsetSnapshot } from './offset-map.ts';

/** What a record has told or suffered before it is finished; committed with the records that tell it. */
export interface Note {
  readonly started: boolean;
  readonly delayed: boolean;
  /** Tries that ended with an unknown error, over all processes. */
  readonly tries: number;
}

/** What is committed beside an offset: the map above it, notes, and how the owner lives. */
export interface OffsetMetadata {
  readonly high: number;
  readonly unfinished: readonly number[];
  readonly notes: ReadonlyMap<number, Note>;
  /** True while an owner works: whoever finds it so takes over from one that did not end cleanly. */
  readonly dirty: boolean;
  /** Records below it may have been in flight when the previous owner died; 0 = none. */
  readonly mark: number;
}

/** The broker's limit, offset.metadata.max.bytes. */
export const METADATA_MAX_BYTES = 4096;

const VERSION = 1;
const DIRTY = 1;
const STARTED = 1;
const DELAYED = 2;

/**
 * Base64 of: version, flags, high - base, mark - base (0 = none), then for each offset that is unfinished below high or
 * has a note: the distance from the one before with a bit for a note, and the note. Numbers are LEB128.
 */
export function encodeMetadata(base: number, data: OffsetMetadata): string {
  const bytes: number[] = [VERSION, data.dirty ? DIRTY : 0];
  varint(bytes, data.high - base);
  varint(bytes, Math.max(0, data.mark - base));
  const offsets = new Set(data.unfinished);
  for (const offset of data.notes.keys()) offsets.add(offset);
  let previous = base;
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    const note = data.notes.get(offset);
    varint(bytes, (offset - previous) * 2 + (note === undefined ? 0 : 1));
    if (note !== undefined) {
      varint(bytes, note.tries * 4 + (note.started ? STARTED : 0) + (note.delayed ? DELAYED : 0));
    }
    previous = offset;
  }
  return Buffer.from(bytes).toString('base64');
}

/** The inverse. Metadata that is empty or not ours means that nothing above the offset is known. */
export function decodeMetadata(base: number, text: string | null | undefined): OffsetMetadata {
  const bytes = Buffer.from(text ?? '', 'base64');
  const nothing = { high: base, unfinished: [], notes: new Map<number, Note>(), dirty: false, mark: 0 };
  if (bytes.length < 4 || bytes[0] !== VERSION) return nothing;
  const read = reader(bytes, 2);
  const high = base + read();
  const ahead = read();
  const unfinished: number[] = [];
  const notes = new Map<number, Note>();
  let offset = base;
  while (!read.done()) {
    const step = read();
    offset += Math.floor(step / 2);
    if (offset < high) unfinished.push(offset);
    if (step % 2 === 1) {
      const bits = read();
      notes.set(offset, { started: (bits & STARTED) > 0, delayed: (bits & DELAYED) > 0, tries: bits >> 2 });
    }
  }
  return { high, unfinished, notes, dirty: (bytes[1]! & DIRTY) > 0, mark: ahead === 0 ? 0 : base + ahead };
}

export const snapshotOf = (base: number, data: OffsetMetadata): OffsetSnapshot => ({
  base,
  high: data.high,
  unfinished: data.unfinished,
});

function varint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}

function reader(bytes: Buffer, start: number): (() => number) & { done(): boolean } {
  let at = start;
  const read = (): number => {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) return value;
      value += (byte % 0x80) * factor;
      if (byte < 0x80) return value;
      factor *= 0x80;
    }
  };
  return Object.assign(read, { done: () => at >= bytes.length });
}
