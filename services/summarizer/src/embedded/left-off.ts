import type { Candidate } from './candidate.ts';
import { type Line, ofLine, spanish, wordAt } from './reading.ts';

/** A medicine that a note says was stopped, and the words that say so. */
interface LeftOff {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly cue: { readonly from: number; readonly to: number };
}

const STOP =
  /^(?:suspend(?:e|en|io|ieron|er|erlo|erla|emos|imos|i|o|id[oa]s?|iendo|iendose)|suspension|retir(?:a|an|o|aron|ar|amos|ad[oa]s?|ando|andose)|retirada|interrump(?:e|io|ieron|ir|id[oa]s?)|interrupcion|discontinu(?:ar|ad[oa]s?)|abandon(?:a|o|aron|ad[oa]))$/;
const NOT = /^(?:no|sin|nunca)$/;
const TO_OBJECT =
  /^(?:de|del|el|la|los|las|su|sus|tratamiento|con|toma|administracion|uso|medicacion|perfusion|ademas|tambien|ultimo|ultima)$/;
const DETERMINER = /^(?:el|la|los|las|del|de|con)$/;
const JOINS = /^(?:,|y|e|o|ni|\/|-|\+)$/;
/** What stands between a medicine and its stopping: which, when, by whom; no other thing that could be meant. */
const BACK =
  /^(?:se|le|ha|han|fue|fueron|sido|hubo|tuvo|que|de|momento|por|ahora|lo|la|los|las|pero|,|\(|:|ya|actualmente|despues|posteriormente|finalmente|temporalmente|esta|estan|hoy|y|quedo|queda)$/;
const AFTER = /^(?:[.,;:()]|por|en|a|al|tras|durante|hasta|para|de|ante|debido|hace|y|e|cuando|desde|)$/;
const DOSE =
  /^(?:mg|mcg|g|ml|ui|h|horas|dia|dias|cada|al|comprimidos?|comp|cp|oral|iv|retard|parche|\(|\)|-|\/|\.|,|x|previ[oa])$/;
const MOST = 8;

/** Medicines of a line that were stopped: `se retira A y B`, `suspensión de A`, `A 20 mg, de momento suspendido`. */
const leftOffIn = ofLine((line): readonly LeftOff[] => {
  const out: LeftOff[] = [];
  if (spanish(line))
    for (let i = line.from; i < line.to; i += 1) {
      if (!STOP.test(wordAt(line, i)) || isDenied(line, i)) continue;
      const before = out.length;
      objects(line, i, out);
      if (out.length === before) named(line, i, out);
    }
  return out;
});

const AGAIN = /^(?:reinici|reintrodu|retom)/;

/** The words that say that a medicine was stopped, where it is named or later in the line. */
export function stopOf(line: Line, { at, term }: Pick<Candidate, 'at' | 'term'>): LeftOff['cue'] | null {
  const all = leftOffIn(line);
  const own = all.find(({ from, to }) => from < at.to && to > at.from);
  if (own !== undefined) return own.cue;
  const later = all.find(({ key, from }) => key === term?.key && from > at.from);
  if (later === undefined) return null;
  for (let i = later.to; i < line.to; i += 1) if (AGAIN.test(wordAt(line, i))) return null;
  return later.cue;
}

function isDenied(line: Line, at: number): boolean {
  for (let i = at - 1; i >= at - 3; i -= 1) if (NOT.test(wordAt(line, i))) return true;
  return false;
}

const medicineAt = (line: Line, at: number) =>
  line.mentions.find(({ from, term }) => from === at && term.kind === 'medication');
const medicineBefore = (line: Line, at: number) =>
  line.mentions.find(({ to, term }) => to === at && term.kind === 'medication');

function objects(line: Line, verb: number, out: LeftOff[]): void {
  const cue = { from: verb, to: verb + 1 };
  let at = verb + 1;
  while (at < verb + MOST && TO_OBJECT.test(wordAt(line, at))) at += 1;
  for (let one = medicineAt(line, at); one !== undefined; one = medicineAt(line, at)) {
    out.push({ key: one.term.key, from: one.from, to: one.to, cue });
    at = one.to;
    const most = at + MOST;
    while (
      at < most &&
      (line.tokens[at]?.kind === 'number' || (DOSE.test(wordAt(line, at)) && !JOINS.test(wordAt(line, at))))
    )
      at += 1;
    while (JOINS.test(wordAt(line, at)) || DETERMINER.test(wordAt(line, at))) at += 1;
  }
}

/** A participle, or a verb after which its clause ends: with an object of its own it stops something else. */
const endsThere = (line: Line, verb: number): boolean =>
  /(?:id|ad)[oa]s?$/.test(wordAt(line, verb)) || AFTER.test(wordAt(line, verb + 1));

function named(line: Line, verb: number, out: LeftOff[]): void {
  if (!endsThere(line, verb)) return;
  const cue = { from: verb, to: verb + 1 };
  let at = verb;
  while (at > verb - MOST && BACK.test(wordAt(line, at - 1))) at -= 1;
  const least = at - MOST;
  while (
    at > least &&
    medicineBefore(line, at) === undefined &&
    (line.tokens[at - 1]?.kind === 'number' || DOSE.test(wordAt(line, at - 1)))
  )
    at -= 1;
  const many = /(?:os|as|en|on)$/.test(wordAt(line, verb));
  for (let one = medicineBefore(line, at); one !== undefined; one = medicineBefore(line, at)) {
    out.push({ key: one.term.key, from: one.from, to: one.to, cue });
    const joint = wordAt(line, one.from - 1);
    if (!/^[/+-]$/.test(joint) && !(many && /^[,ye]$/.test(joint))) return;
    at = one.from - 1;
  }
}
