import { type Line, ofLine, spanish, wordAt } from './reading.ts';

/** A heading that denies all that is listed under it: `Denies: fever, chills`, `Pertinent negatives: ...`. */
export interface Heading {
  /** Its words, with the colon. */
  readonly from: number;
  readonly to: number;
  /** Where its list ends. */
  readonly end: number;
}

const DENIES = /^(denies|denied|denying|negatives?|neg|absent|excluded|no|nil|none|without)$/;
const BEFORE =
  /^(pertinent|relevant|significant|important|key|other|associated|systemic|systems?|symptoms?|enquiry|inquiry|review|of|ros|hpi|history|patient|pt|she|he|they|also|otherwise|constitutional|general|cardiac|cardiovascular|respiratory|gastrointestinal|neurological|cvs?|gi|gu|resp|neuro|the|all|following|features|findings)$/;
/** Opens the other list. */
const AFFIRMS = /^(positives?|yes|present|reports?|reported|endorses?|endorsed|admits?|admitted)$/;

/** The denying headings of an English line. */
export const headingsOf = ofLine((line): readonly Heading[] => {
  const out: Heading[] = [];
  for (let i = line.from + 1; i < line.to && !spanish(line); i += 1) {
    if (wordAt(line, i) !== ':' || !DENIES.test(wordAt(line, i - 1))) continue;
    let from = i - 1;
    while (from > line.from && BEFORE.test(wordAt(line, from - 1))) from -= 1;
    if (from > line.from && !/^[.;)–—-]$/.test(wordAt(line, from - 1))) continue;
    out.push({ from, to: i + 1, end: listEnd(line, i + 1) });
  }
  return out;
});

/** At a mark that ends a statement, at a word that affirms, or before the next heading. */
function listEnd(line: Line, from: number): number {
  for (let i = from; i < line.to; i += 1) {
    const word = wordAt(line, i);
    if (/^[.;]$/.test(word) || AFFIRMS.test(word)) return i;
    if (/^(but|however|although|except)$/.test(word)) return i;
    if (word !== ':') continue;
    let start = i;
    while (start > from && !/^[,/]$/.test(wordAt(line, start - 1))) start -= 1;
    return start;
  }
  return line.to;
}

export const headingOver = (line: Line, from: number, to: number): Heading | undefined =>
  headingsOf(line).find((heading) => heading.to <= from && to <= heading.end);
