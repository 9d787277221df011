import { asksWhither } from './answers.ts';
import type { Candidate } from './candidate.ts';
import { classify } from './classify.ts';
import { candidate } from './findings.ts';
import { type Line, said, wordAt } from './reading.ts';

const TOWARDS = /^(down|up|into|to|round|around|across|through|hasta|hacia|por|a|al)$/;

/** `Does it go anywhere?` `Down my left arm.`: the place alone, in answer. */
export function whitherIn(line: Line, asked: Line | null, known: readonly Candidate[]): Candidate[] {
  if (asked === null || line.question || !asksWhither(asked) || classify(line).kind === 'no' || known.length > 0)
    return [];
  for (let i = line.from; i < Math.min(line.to, line.from + 4); i += 1) {
    if (!TOWARDS.test(wordAt(line, i))) continue;
    const site = line.words.find((hit) => hit.as === 'site' && hit.from > i && hit.from <= i + 4);
    if (site === undefined) return [];
    const side = line.words.find((hit) => hit.as === 'laterality' && hit.from === site.to);
    const found = { from: i, to: side?.to ?? site.to, mention: null, kind: 'symptom' as const, name: null };
    const made = candidate(
      line,
      { ...found, name: said(line, found.from, found.to) },
      { assertion: 'present', experiencer: 'patient', relation: null, by: [] },
    );
    made.grounds.push({ line: asked, from: asked.from, to: asked.to });
    return [made];
  }
  return [];
}
