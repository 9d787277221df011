/**
 * What stands on which words. An item is anything with evidence: a fact, the stated age or gender, a possible omission.
 * Offsets are UTF-16 code units of the segment's text, which is how JavaScript counts.
 */
export const AGE = 'patient.age';
export const GENDER = 'patient.gender';
export const omissionId = (index) => `omission.${index}`;

/** Every item of a summary that quotes the transcript, by its id. */
export function evidenceItems(summary) {
  const items = new Map();
  const { age, gender } = summary.patient;
  if (age) items.set(AGE, age.evidence);
  if (gender) items.set(GENDER, gender.evidence);
  for (const fact of summary.facts) items.set(fact.id, fact.evidence);
  for (const [index, omission] of summary.possible_omissions.entries()) items.set(omissionId(index), omission.evidence);
  return items;
}

/** segment id -> [{ item, start, end }], in the order of the text. */
export function anchorsBySegment(items) {
  const anchors = new Map();
  for (const [item, evidence] of items) {
    for (const { segment_id, start, end } of evidence) {
      if (!anchors.has(segment_id)) anchors.set(segment_id, []);
      anchors.get(segment_id).push({ item, start, end });
    }
  }
  for (const list of anchors.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);
  return anchors;
}

/**
 * Cuts a text at every beginning and end of a quote. Overlapping quotes share pieces:
 *   'abcdef', A = [0, 4), B = [2, 6)  ->  'ab' A, 'cd' A B, 'ef' B
 * Each piece is { text, start, items }; joined, the pieces are the text.
 */
export function cutIntoPieces(text, anchors) {
  const within = anchors.filter(({ start, end }) => start >= 0 && end <= text.length && start < end);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of within) cuts.add(start).add(end);
  const sorted = [...cuts].sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < sorted.length; i += 1) {
    const [start, end] = [sorted[i], sorted[i + 1]];
    const items = within.filter((anchor) => anchor.start <= start && anchor.end >= end).map(({ item }) => item);
    pieces.push({ text: text.slice(start, end), start, items: [...new Set(items)] });
  }
  return pieces;
}
