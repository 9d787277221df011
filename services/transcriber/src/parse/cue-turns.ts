import type { Turn } from '../turn.ts';
import { lineMarks } from './labels.ts';

/**
 * Cues without voice spans often carry the speaker in their text ("Doctor: ¿Qué le pasa?", "- Sí. - ¿Y fiebre?"). Where
 * at least two cues do, the labels are taken out of the text; a cue that has none goes on with what the last one said.
 */
export function cueTurns(cues: readonly Turn[]): Turn[] {
  if (cues.some((cue) => cue.label !== null)) return [...cues];
  const labelled = cues.filter((cue) =>
    lineMarks(cue.text).some((mark) => mark.kind === 'role' || mark.kind === 'anonymous'),
  );
  if (labelled.length < 2) return [...cues];
  let current: string | null = null;
  return cues.flatMap((cue) => {
    const marks = lineMarks(cue.text).filter((mark) => mark.kind === 'role' || mark.kind === 'anonymous');
    const out: Turn[] = [];
    const push = (text: string, label: string | null): void => {
      if (text.trim() !== '') out.push({ ...cue, text: text.trim(), label });
    };
    push(cue.text.slice(0, marks[0]?.start ?? cue.text.length), current);
    for (const [index, mark] of marks.entries()) {
      current = mark.label;
      push(cue.text.slice(mark.body, marks[index + 1]?.start ?? cue.text.length), current);
    }
    return out;
  });
}
