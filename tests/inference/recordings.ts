import { type DecodedAudio, decodeEnvelope, FRAMES_PER_SECOND, locate } from './audio.ts';

/** One stretch of speech of a recording whose words are known. Seconds from the recording's start. */
export interface SpokenLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** As a diarising model would label it: A, B ... */
  readonly speaker?: string;
}

/** A recording that the server can "hear": its audio file and what is said in it. */
export interface Recording {
  readonly file: string;
  readonly lines: readonly SpokenLine[];
  /** Whisper's name of the language, such as `spanish`. */
  readonly language?: string;
}

export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly speaker: string;
}

/** Spreads the words of each line over its time by their length. */
export function wordsOf(lines: readonly SpokenLine[]): Word[] {
  return lines.flatMap((line, index) => {
    const words = line.text.split(/\s+/).filter(Boolean);
    const letters = words.reduce((sum, word) => sum + word.length + 1, 0);
    let at = line.start;
    return words.map((word) => {
      const start = at;
      at += ((line.end - line.start) * (word.length + 1)) / letters;
      return { word, start, end: at, line: index, speaker: line.speaker ?? 'A' };
    });
  });
}

export interface Heard {
  /** Words with times from the upload's own start. */
  readonly words: readonly Word[];
  readonly language: string;
  /** Seconds into the recording at which the upload starts. */
  readonly offset: number;
}

interface Known {
  readonly recording: Recording;
  readonly audio: DecodedAudio;
  readonly words: readonly Word[];
}

/** Finds which part of which recording an upload is, and says what is heard in it. */
export class Recordings {
  #known: Known[] = [];

  async add(recording: Recording): Promise<void> {
    const audio = await decodeEnvelope(recording.file);
    if (audio === null) throw new Error('The recording cannot be decoded');
    this.#known.push({ recording, audio, words: wordsOf(recording.lines) });
  }

  /** Null where the upload is no part of a known recording. */
  hear(upload: DecodedAudio): Heard | null {
    let best: { known: Known; frame: number; score: number } | null = null;
    for (const known of this.#known) {
      const found = locate(upload.envelope, known.audio.envelope);
      if (found !== null && found.score > (best?.score ?? 0)) best = { known, ...found };
    }
    if (best === null) return null;
    const offset = best.frame / FRAMES_PER_SECOND;
    const words = best.known.words.flatMap((word) => cutWord(word, offset, offset + upload.seconds));
    return { words, language: best.known.recording.language ?? 'english', offset };
  }
}

/** A word that the upload's edge cuts is heard in part, as real recognisers do; one that is outside not at all. */
function cutWord(word: Word, from: number, to: number): Word[] {
  const start = Math.max(word.start, from);
  const end = Math.min(word.end, to);
  const share = (end - start) / (word.end - word.start);
  if (!(share > 0.15)) return [];
  const letters = Math.max(1, Math.round(word.word.length * share));
  const text = share > 0.9 ? word.word : word.start < from ? word.word.slice(-letters) : word.word.slice(0, letters);
  return [{ ...word, word: text, start: start - from, end: end - from }];
}
