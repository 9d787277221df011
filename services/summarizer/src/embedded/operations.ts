import type { Candidate } from './candidate.ts';
import { candidate } from './findings.ts';
import { type Line, said, textOf, wordAt } from './reading.ts';

const ASKS =
  /\b(operations?|surger(?:y|ies)|surgical|operated|operad[oa]s?|operaciones|operacion|cirugias?|quirurgic[oa]s?|intervenid[oa])\b/;
/** What is taken out or mended. */
const PART =
  /^(appendix|tonsils?|adenoids|gallbladder|wisdom|hernias?|cataracts?|bunions?|womb|spleen|thyroid|prostate|knees?|hips?|shoulders?|back|gall|ovar(?:y|ies)|apendice|amigdalas|anginas|vegetaciones|vesicula|rodillas?|cadera|matriz|utero|prostata|tiroides|cataratas?|juanetes?|muelas?|columna|hombro|menisco|varices|hemorroides|almorranas|ovarios?)$/;
const BEFORE =
  /^(,|yes|yeah|si|just|only|solo|had|my|the|me|i|was|a|an|on|for|have|'ve|pues|bueno|de|del|la|el|los|las|un|una|operaron|operado|operada|quitaron|both|left|right|first|and|oh|um|no)$/;
const AFTER = /^(bladder|teeth|tooth|out|removed|done|repair|replacement|replaced|del|juicio|izquierd[oa]|derech[oa])$/;

/** `¿Le han operado de algo?` `De la vesícula, en 2015.`, `Just my appendix`: a part that names its operation. */
export function operationIn(line: Line, asked: Line | null): Candidate | null {
  if (asked === null || line.question || !ASKS.test(textOf(asked))) return null;
  let at = line.from;
  while (at < line.to && BEFORE.test(wordAt(line, at))) at += 1;
  if (!PART.test(wordAt(line, at)) || wordAt(line, line.from) === 'no') return null;
  let to = at + 1;
  while (AFTER.test(wordAt(line, to))) to += 1;
  const found = { from: at, to, mention: null, kind: 'procedure' as const, name: said(line, at, to) };
  const made = candidate(line, found, { assertion: 'historical', experiencer: 'patient', relation: null, by: [] });
  made.assertion = 'historical';
  made.grounds.push({ line: asked, from: asked.from, to: asked.to });
  return made;
}
