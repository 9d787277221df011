import { type Turn, turn } from '../turn.ts';

/** Paragraphs of a note without speakers: a blank line ends one. */
export const parseNote = (text: string): Turn[] =>
  text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => turn(paragraph));
