/** A stretch of a conversation as its source gives it, before ids, roles and language are settled. */
export interface Turn {
  /** Who speaks, as the source writes it (a role word, a letter, perhaps a name); null where it doesn't say. */
  readonly label: string | null;
  /** Milliseconds from the start; null where the source has no times. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** What was said, verbatim but for outer white space and cue markup. */
  readonly text: string;
}

export interface ParsedConversation {
  readonly turns: readonly Turn[];
  /** `note` = running text, in which nobody speaks. */
  readonly form: 'dialogue' | 'note';
}

export const turn = (
  text: string,
  label: string | null = null,
  startMs: number | null = null,
  endMs: number | null = null,
): Turn => ({
  label,
  startMs,
  endMs,
  text,
});
