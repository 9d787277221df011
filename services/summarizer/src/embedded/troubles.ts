import type { Found } from './findings.ts';
import { DETERMINERS, phraseEnd } from './phrases.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

const TROUBLE =
  /^(problems?|trouble|troubles|issues?|difficulty|difficulties|problemas?|dificultad|dificultades|molestias?)$/;
const WITH = /^(with|in|when|con|para|en|al)$/;
/** Trouble with these is none of the body. */
const OF_LIFE =
  /^(work|job|boss|money|manager|managers|people|family|insurance|school|landlord|neighbou?rs?|police|car|phone|internet|appointment|medicines?|medications?|understanding|trabajo|jefe|dinero|familia|seguro|colegio|vecinos?|coche|telefono|cita|medicacion|it|that|this|them|eso|esto|ello|you|me|her|him|adolescents?|adolescencia|adolescentes|children|kids|ninos|adults?|adultos|adulthood|childhood|women|mujeres|men|hombres|boys|girls|teenagers|babies|patients|pacientes|everybody|everyone|anybody|anyone|general)$/;

/** `A problem with my elbow`, `trouble getting up`, `problemas con la vista`: what the trouble is with belongs to it. */
function troubleAt(line: Line, i: number): number | null {
  if (!TROUBLE.test(wordAt(line, i))) return null;
  let at = i + 1;
  const linked = WITH.test(wordAt(line, at));
  if (linked) at += 1;
  while (DETERMINERS.has(wordAt(line, at))) at += 1;
  if (OF_LIFE.test(wordAt(line, at))) return null;
  if (!linked) return /(?:ing)$/.test(wordAt(line, at)) && !spanish(line) ? gerundEnd(line, at) : null;
  if (/ing$/.test(wordAt(line, at)) && !spanish(line)) return gerundEnd(line, at);
  const to = phraseEnd(line, at, 5);
  return to > at ? listEnd(line, to) : null;
}

/** In a question the trouble is with every item: `problems with your arms or legs`. */
function listEnd(line: Line, end: number): number {
  let to = end;
  while (line.question && /^(,|or|and|o|u|y|ni)$/.test(wordAt(line, to))) {
    let at = to + 1;
    while (DETERMINERS.has(wordAt(line, at)) || /^(or|and|o|y)$/.test(wordAt(line, at))) at += 1;
    const next = phraseEnd(line, at, 3);
    if (next === at || !/^(|[,.?]|or|and|o|y|u|at)$/.test(wordAt(line, next))) break;
    to = next;
  }
  return to;
}

/** `Getting up in the morning`: a gerund and what follows it, at most six words. */
function gerundEnd(line: Line, at: number): number {
  let to = at + 1;
  while (
    to < line.to &&
    to < at + 4 &&
    line.tokens[to]?.kind === 'word' &&
    !/^(and|but|or|so|because|when|i|it)$/.test(wordAt(line, to))
  )
    to += 1;
  while (to > at + 1 && LOOSE_END.test(wordAt(line, to - 1))) to -= 1;
  return to;
}

const LOOSE_END = /^(a|an|the|my|your|of|in|on|at|to|from|with|for|at|all|really|just)$/;

const NOTICE = /^(noticed|notice|noticing|notado|noto|notaba|note)$/;
const NOUN_BEFORE =
  /^(a|an|some|this|these|any|little|bit|of|weird|strange|funny|kind|sort|like|un|una|unos|unas|como|algo|de|este|esta|poco|cierta|cierto)$/;
const VAGUE =
  /^(it|that|anything|something|nothing|things?|difference|change|changes|improvement|him|her|you|people|how|when|if|what|nada|algo|eso|esto|diferencia|cambio|cambios|mejoria|que|como|cuando|mi|my|the|la|el)$/;

/** `I noticed some zig-zag lines`, `he notado un bulto`: what the patient has noticed. */
function noticedAt(line: Line, i: number): { from: number; to: number } | null {
  if (!NOTICE.test(wordAt(line, i)) || !/^(i|'ve|just|also|have|he|ha|also|lo)$/.test(wordAt(line, i - 1))) return null;
  let from = i + 1;
  let article = false;
  while (from < line.to && NOUN_BEFORE.test(wordAt(line, from))) {
    article ||= /^(a|an|some|this|these|un|una|unos|unas)$/.test(wordAt(line, from));
    from += 1;
  }
  if (!article || VAGUE.test(wordAt(line, from)) || line.tokens[from]?.kind !== 'word') return null;
  const to = phraseEnd(line, from, 6);
  return to > from ? { from, to } : null;
}

/** Noun phrases that are complaints by what stands before them, in a statement or in what the clinician recalls. */
export function troublesIn(line: Line, known: readonly { from: number; to: number }[]): Found[] {
  const out: Found[] = [];
  if (line.segment.speaker === 'unknown') return out;
  const free = (from: number, to: number): boolean => ![...known, ...out].some((one) => one.from < to && one.to > from);
  for (let i = line.from; i < line.to; i += 1) {
    const to = troubleAt(line, i);
    const span = to !== null ? { from: i, to } : line.segment.speaker === 'clinician' ? null : noticedAt(line, i);
    if (span === null || !free(span.from, span.to)) continue;
    out.push({ ...span, mention: null, kind: 'symptom', name: said(line, span.from, span.to) });
    i = span.to - 1;
  }
  return out;
}
