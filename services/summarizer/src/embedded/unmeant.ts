import type { Segment } from '@clinical/contracts';
import type { Candidate } from './candidate.ts';
import { type Line, ofLine, textBetween, textOf } from './reading.ts';

const FENCES = /(#{2,}|={2,}|\*{2,}|-{3,}|<<|\{\{|\[\[|\/\*)([\s\S]*?)(?:#{2,}|={2,}|\*{2,}|-{3,}|>>|\}\}|\]\]|\*\/)/g;
const FENCED = /[#=*]{2}|---|<<|\{\{|\[\[|\/\*/;
const ORDERS =
  /\b(?:(?:ignora|ignore|olvida|olvide|forget|disregard)\b[^.]{0,30}\b(?:instrucci|regla|indicaci|instruction|rule)|(?:system|sistema|prompt)\s*:|(?:instrucci[oó]n|mensaje|orden|message|order|instruction|nota|note)(?:es|s)?\s+(?:del?|para|al?|to|for|from)\s+(?:el |la |the )?(?:sistema|modelo|asistente|ia|system|model|assistant|ai)\b|inteligencia artificial|as an ai\b|json\b|(?:a[nñ]ade|agrega|add)\b[^.]{0,40}\b(?:a los diagn[oó]sticos|to the diagnoses))/i;

const orders = new WeakMap<Segment, readonly { start: number; end: number }[]>();

/** Where a segment speaks to the machine: what its fence holds, or all that follows. */
function orderedIn(segment: Segment): readonly { start: number; end: number }[] {
  const known = orders.get(segment);
  if (known !== undefined) return known;
  const { text } = segment;
  const out = (FENCED.test(text) ? [...text.matchAll(FENCES)] : [])
    .filter((found) => ORDERS.test(found[2] as string))
    .map((found) => ({ start: found.index, end: found.index + found[0].length }));
  if (out.length === 0) {
    const found = ORDERS.exec(text);
    if (found !== null) out.push({ start: found.index, end: text.length });
  }
  orders.set(segment, out);
  return out;
}

const NOT_FILLED =
  /^\s*(?:_{2,}|\[\s*\]|\(\s*\)|☐|:\s*(?:_+|\.{3,}|…|-{2,}|\[\s*\]|\(\s*\)|\??\s*\n\s*[\p{Lu}][^\n:]{0,40}:|$|(?:pendiente|por completar|sin rellenar|en blanco|pending|to be completed|blank|tbc)\b))/iu;
const BOX_BEFORE = /(?:\[([^\]]?)\]|☐|[☑☒])\s*$/;
const ENDS_IN_A_BOX = /\]\s*\.?\s*$/;

/** Where a field may end, and where a box may stand: most findings stand in neither. */
const MAY_BE_BLANK = /^\s*[_[(☐:]/;
const MAY_BE_BOXED = /[\]☐☑☒]\s*$/;

/** `Fiebre: ____`, `[ ] Asma`: a field that nobody filled in. */
function isLeftBlank({ text }: Segment, start: number, end: number): boolean {
  if (!MAY_BE_BLANK.test(text.slice(end, end + 4)) && !MAY_BE_BOXED.test(text.slice(Math.max(0, start - 4), start)))
    return false;
  const box = ENDS_IN_A_BOX.test(text.slice(-8)) ? null : BOX_BEFORE.exec(text.slice(Math.max(0, start - 8), start));
  return box !== null
    ? box[1] === undefined
      ? box[0].startsWith('☐')
      : box[1].trim() === ''
    : NOT_FILLED.test(text.slice(end, end + 60));
}

const STRUCK =
  /\b(?:borra|borrar|borre|tacha|tachar|tache|donde dije|delete|strike|scratch) (?:(?:lo|eso|la|el|de|the|palabra) )*$/;
const JOKED =
  /\b(?:(?:es|era|fue) (?:una |pura )?broma|bromeo|bromeaba|(?:te|le) (?:estoy|estaba) (?:cargando|vacilando|tomando el pelo)|mentira|just kidding|only joking|i ?'m (?:only |just )?(?:kidding|joking|messing)|pulling your leg) /;
const ALMOST =
  /\b(?:casi|por poco|nearly|almost) (?:que )?(?:me |nos |se me )?(?:muero|morimos|mori|da|dio|quedo|quede|entra|died|had|gave me|has) (?:\w+ ){0,4}$/;
const WITH_ITS_ARTICLE = /\b(?:la|el|los|las|the|my|mi) $/;

/** What a line holds at all of these: most hold none. */
const STRIKES = /\b(?:borr|tach|donde dije|delete|strike|scratch)/;
const NEARLY = /\b(?:casi|por poco|nearly|almost) /;
const JOKES = /brom|mentira|cargando|vacilando|el pelo|kidding|joking|messing|pulling/;
const jokes = ofLine((line) => (JOKES.test(textOf(line)) && JOKED.test(textOf(line)) ? 'jest' : 'earnest'));

/** What was written or said but not meant as a finding: orders, blanks, dictation struck out, jests, as good as died of it. */
export function isUnmeant(one: Candidate, lines: readonly Line[], all: readonly Candidate[]): boolean {
  const { line, from, to } = one.at;
  const { segment } = line;
  const start = line.tokens[from]?.start ?? 0;
  const end = line.tokens[to - 1]?.end ?? start;
  if (orderedIn(segment).some((span) => start >= span.start && end <= span.end)) return true;
  if (one.kind !== 'plan' && isLeftBlank(segment, start, end)) return true;
  const text = textOf(line);
  if (STRIKES.test(text) && isStruck(one, all)) return true;
  if (segment.speaker === 'unknown') return false;
  if (NEARLY.test(text)) {
    const before = textBetween(line, line.from, from);
    if (ALMOST.test(before) && !WITH_ITS_ARTICLE.test(before)) return true;
  }
  return joked(lines, line) || (jokes(line) === 'jest' && JOKED.test(textBetween(line, to, line.to)));
}

/** Struck out itself, or by its name further on. */
function isStruck(one: Candidate, all: readonly Candidate[]): boolean {
  const { line, from } = one.at;
  const named = (at: number): boolean => STRUCK.test(textBetween(line, line.from, at));
  if (named(from)) return true;
  if (one.term === null) return false;
  return all.some(
    (other) => other !== one && other.at.from > from && other.term?.key === one.term?.key && named(other.at.from),
  );
}

/** Lines in which a joke is still owned up to. */
const SOON = 2;
const joked = (lines: readonly Line[], line: Line): boolean =>
  lines
    .slice(line.index + 1, line.index + 1 + SOON)
    .some((next) => next.segment === line.segment && jokes(next) === 'jest');
