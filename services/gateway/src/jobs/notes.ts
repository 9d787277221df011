import { Warning } from '@clinical/contracts';
import * as z from 'zod';
import type { ArtefactName } from './keys.ts';
import type { StoredJob } from './store.ts';
import type { SummaryNotes } from './view.ts';

/** What of a transcript or summary is told with the job itself. */
export const ArtefactNotes = z.object({
  degraded: z.boolean().optional(),
  warnings: z.array(z.object(Warning.shape)).default([]),
});

/** The notes of a job; artefacts that were too large to be seen by the fold are opened by `open`. */
export async function notesOf(
  job: StoredJob,
  open: (name: ArtefactName) => Promise<string | null>,
): Promise<SummaryNotes> {
  const notes: z.infer<typeof ArtefactNotes>[] = [];
  for (const name of ['transcript', 'summary'] as const) {
    const json = job.notes[name] ?? (job.artefacts.includes(name) ? await open(name) : null);
    const parsed = json === null ? undefined : ArtefactNotes.safeParse(JSON.parse(json)).data;
    if (parsed !== undefined) notes.push(parsed);
  }
  return {
    degraded: notes.find(({ degraded }) => degraded !== undefined)?.degraded ?? null,
    warnings: notes.flatMap(({ warnings }) => warnings),
  };
}
