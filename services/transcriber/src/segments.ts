import type { Language, Segment, Speaker, Warning } from '@clinical/contracts';
import { languagesOf } from './language/language.ts';
import { plain } from './parse/text.ts';
import { inferLabels, inferSegments } from './speakers/infer.ts';
import { isAnonymous, roleOf, roleOfLetter } from './speakers/roles.ts';
import { splitLongTurns } from './split.ts';
import type { Turn } from './turn.ts';

export interface SegmentOptions {
  /** Longest text of a segment, in UTF-16 code units. */
  readonly maxChars: number;
  readonly languageHint: string | null;
  /** Whether roles of unlabelled turns may be inferred: in a dialogue, not in a note. */
  readonly form: 'dialogue' | 'note';
  /** Where explicit labels come from. */
  readonly labelledBy: 'given' | 'recogniser';
}

/** Turns into the segments of a transcript: bounded, numbered, with role and language. */
export function segmentsOf(
  turns: readonly Turn[],
  options: SegmentOptions,
): { readonly segments: Segment[]; readonly language: Language; readonly warnings: Warning[] } {
  const cut = splitLongTurns(turns, options.maxChars);
  const speakers = speakersOf(cut, options);
  const languages = languagesOf(
    cut.map((turn) => turn.text),
    options.languageHint,
  );
  const segments = cut.map(
    (turn, index): Segment => ({
      id: `s${index + 1}`,
      ...speakers[index]!,
      start_ms: turn.startMs,
      end_ms: turn.endMs,
      language: languages.segments[index]!,
      text: turn.text,
    }),
  );
  const warnings = swapped(cut, speakers)
    ? [
        {
          code: 'speaker_labels_doubtful',
          detail: 'What is said suggests that clinician and patient are labelled the wrong way round.',
        },
      ]
    : [];
  return { segments, language: languages.language, warnings };
}

/** Given labels are kept as they are, but content that plainly says the opposite is told. */
function swapped(turns: readonly Turn[], speakers: readonly SpeakerFields[]): boolean {
  const explicit = turns.flatMap((turn, index) =>
    speakers[index]!.speaker_source === 'inferred' ? [] : [{ label: speakers[index]!.speaker, text: turn.text }],
  );
  const byContent = inferLabels(explicit.filter(({ label }) => label === 'clinician' || label === 'patient'));
  return byContent.get('clinician') === 'patient' && byContent.get('patient') === 'clinician';
}

type SpeakerFields = Pick<Segment, 'speaker' | 'speaker_label' | 'speaker_source'>;
const NOBODY: SpeakerFields = { speaker: 'unknown', speaker_label: null, speaker_source: 'none' };

function speakersOf(turns: readonly Turn[], options: SegmentOptions): SpeakerFields[] {
  const labels = new Set(turns.flatMap((turn) => turn.label ?? []));
  const known = new Map<string, SpeakerFields>();
  for (const label of labels) {
    const role = /^\p{L}$/u.test(label) ? roleOfLetter(label, labels) : roleOf(label);
    if (role !== null)
      known.set(label, { speaker: role.speaker, speaker_label: role.words, speaker_source: options.labelledBy });
  }
  const unnamed = [...labels].filter((label) => !known.has(label));
  const inferred = inferLabels(turns.filter((turn) => turn.label !== null && !known.has(turn.label)));
  const taken = new Set([...known.values()].map((fields) => fields.speaker));
  const letters = publicLabels(unnamed);
  for (const label of unnamed) {
    let speaker: Speaker = inferred.get(label) ?? 'unknown';
    // A patient that is labelled as such is the patient: who sounds like one as well speaks for somebody.
    if (speaker === 'patient' && taken.has('patient')) speaker = 'other';
    const speaker_source = speaker === 'unknown' ? 'none' : 'inferred';
    known.set(label, { speaker, speaker_label: letters.get(label)!, speaker_source });
  }
  const bySegment =
    labels.size === 0 && options.form === 'dialogue' ? inferSegments(turns.map((turn) => turn.text)) : null;
  return turns.map((turn, index) => {
    if (turn.label !== null) return known.get(turn.label)!;
    const speaker = bySegment?.[index] ?? 'unknown';
    return speaker === 'unknown' ? NOBODY : { speaker, speaker_label: null, speaker_source: 'inferred' };
  });
}

/** A recogniser's label stays ("SPEAKER_00"); a name becomes the next free letter, for it is personal data. */
function publicLabels(labels: readonly string[]): Map<string, string> {
  const used = new Set(labels.map(plain));
  const out = new Map<string, string>();
  let next = 0;
  for (const label of labels) {
    if (isAnonymous(label)) {
      out.set(label, label.trim());
      continue;
    }
    while (used.has(letter(next).toLowerCase())) next += 1;
    out.set(label, letter(next));
    next += 1;
  }
  return out;
}

const letter = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : `S${index + 1}`);
