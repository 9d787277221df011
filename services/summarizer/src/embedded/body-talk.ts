import type { Found } from './findings.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

const ME_ES = /^(me|le|te)$/;
const FELT_ES =
  /^(duele|duelen|dolia|dolian|dolio|pica|pican|picaba|arde|arden|ardia|escuece|escuecen|quema|queman|sangra|sangran|sangraba|tiembla|tiemblan|hincha|hinchan|hincho|hinchado|inflama|inflaman|inflamo|duerme|duermen|adormece|adormecen|molesta|molestan|molestaba|aprieta|supura|supuran|lagrimea|lloran|cruje|crujen|truena|duela|doliendo|picando|late|laten|pesan|pincha)$/;
const IS_EN = /^(is|are|was|were|'s|gets|get|feels|feel|been|being|has|felt|got|looks|became|seems)$/;
const FELT_EN =
  /^(hurts?|aches?|hurting|aching|throbbing|throbs|swollen|sore|numb|stiff|itchy|itches|itching|painful|tender|bruised|burning|burns|bleeding|bleeds|tingling|tingles|swelling|swells|cramping|cramps|inflamed|weak|blurry|watery|blocked|stuffy|clogged|dry|cold|twitching|twitches|popping|pops|clicking|clicks|locking|locks|killing|racing|pounding|flaky|cracked|peeling|discolored|discoloured|bothering|troubling|seizing|agony|puffy|lumpy|red|hot|inflamed|bulging|enlarged|distended|crunching|grinding|spasming|knackered|playing|acting|giving)$/;
const ADVERB =
  /^(really|very|so|quite|pretty|a|bit|little|kind|of|sort|still|also|all|been|just|always|constantly|too|more|super|extremely|mucho|muchisimo|bastante|demasiado|horrible|horrores|harto|fuerte|aqui|aca|ahi|abajo|arriba|justo|un|poco|tambien|siempre|mas|muy|tanto|ha|han|esta|estan)$/;
const DET = /^(the|my|your|his|her|el|la|los|las|mi|mis|su|sus|tu|tus|un|una|en|todo|toda|todos|both|ambas|ambos)$/;

const siteAt = (line: Line, i: number): number => {
  let to = i;
  for (const hit of line.words) if (hit.as === 'site' && hit.from === i && hit.to > to) to = hit.to;
  return to;
};

const sideAt = (line: Line, i: number): number => {
  let to = i;
  for (const hit of line.words) if (hit.as === 'laterality' && hit.from === i && hit.to > to) to = hit.to;
  return to;
};

/** `Me duele la rodilla izquierda`, `se me hinchan los pies`: a verb of feeling, then the part. */
function felt(line: Line, i: number): Found | null {
  let verb = i + 1;
  while (ADVERB.test(wordAt(line, verb))) verb += 1;
  if (!FELT_ES.test(wordAt(line, verb))) return null;
  let at = verb + 1;
  while (at < line.to && (ADVERB.test(wordAt(line, at)) || DET.test(wordAt(line, at)))) at += 1;
  let side = sideAt(line, at);
  const site = siteAt(line, Math.max(side, at));
  if (site === Math.max(side, at)) return null;
  side = sideAt(line, site);
  const to = Math.max(site, side);
  return { from: i, to, mention: null, kind: 'symptom', name: said(line, i, to) };
}

const BETWEEN_ES =
  /^(desde|cuando|cuanto|hace|donde|como|,|todavia|aun|tambien|mucho|siempre|ya|que|¿|a|veces|dice|izquierd[oa]|derech[oa])$/;
const HURTS = /^(duele|duelen|dolia|dolian|pica|pican|arde|arden|escuece|molesta|molestan)$/;

/** `¿Y la cabeza, desde cuándo le duele?`: the part stands first. */
function turned(line: Line, i: number): Found | null {
  const site = siteAt(line, i);
  if (site === i) return null;
  let at = site;
  while (at < site + 6 && BETWEEN_ES.test(wordAt(line, at))) at += 1;
  if (at === site || !ME_ES.test(wordAt(line, at)) || !HURTS.test(wordAt(line, at + 1))) return null;
  return { from: i, to: at + 2, mention: null, kind: 'symptom', name: said(line, i, at + 2) };
}

const HAVE_ES = /^(tengo|tiene|noto|nota|siento|siente|tenia|notaba|veo)$/;
const STATE_ES =
  /^(dormid|hinchad|inflamad|enrojecid|entumecid|acorchad|adormecid|irritad|taponad|tapad|agarrotad|amoratad|morad|rigid|tirante|ardiendo|caliente|abombad|agrandad|rojo|roja|rojos|rojas|dura?s?$|duro)/;

/** `Tengo la mejilla dormida`, `noto el tobillo muy hinchado`: the part, then the state that it is in. */
function partHas(line: Line, i: number): Found | null {
  if (!HAVE_ES.test(wordAt(line, i)) || !DET.test(wordAt(line, i + 1))) return null;
  const from = i + 2;
  let at = siteAt(line, from);
  if (at === from) return null;
  at = sideAt(line, at);
  while (ADVERB.test(wordAt(line, at))) at += 1;
  if (!STATE_ES.test(wordAt(line, at))) return null;
  return { from, to: at + 1, mention: null, kind: 'symptom', name: said(line, from, at + 1) };
}

const IS_ES =
  /^(esta|estan|estaba|estaban|se|ve|ven|nota|notan|puso|puesto|sigue|siguen|quedo|muy|bastante|un|poco|algo|tan|mas|todo|toda|tambien|ya)$/;
const COPULA_ES = /^(esta|estan|estaba|estaban|ve|ven|nota|notan|puso|puesto|sigue|siguen|quedo)$/;
const EXAM_ES = /^(abombad|agrandad|aumentad|inyectad|engrosad|macerad|supurand|tens[oa]s?$|pastos)/;

/** `El tímpano derecho está rojo y abombado`: the part, a copula, and its state. */
function partIsEs(line: Line, i: number): Found | null {
  const site = siteAt(line, i);
  if (site === i) return null;
  let at = sideAt(line, site);
  const start = at;
  let linked = false;
  while (at < line.to && at < start + 5 && IS_ES.test(wordAt(line, at))) {
    linked ||= COPULA_ES.test(wordAt(line, at));
    at += 1;
  }
  const ill = (k: number): boolean => STATE_ES.test(wordAt(line, k)) || EXAM_ES.test(wordAt(line, k));
  if (!linked || !ill(at)) return null;
  let to = at + 1;
  while (/^(y|e|,)$/.test(wordAt(line, to)) && ill(to + 1)) to += 2;
  return { from: i, to, mention: null, kind: 'symptom', name: said(line, i, to) };
}

/** `My left knee is really swollen`, `his back hurts`: the part, then what it does. */
function partIs(line: Line, i: number): Found | null {
  const site = siteAt(line, i);
  if (site === i) return null;
  let at = site;
  let linked = false;
  if (wordAt(line, at) === 'that') at += 1;
  while (at < line.to && at < site + 6 && (IS_EN.test(wordAt(line, at)) || ADVERB.test(wordAt(line, at)))) {
    linked ||= IS_EN.test(wordAt(line, at));
    at += 1;
  }
  const word = wordAt(line, at);
  const likeness = likeEnd(line, at);
  if (likeness > at && !OWNED_BY_ANOTHER.test(wordAt(line, i - 1)))
    return { from: i, to: likeness, mention: null, kind: 'symptom', name: said(line, i, likeness) };
  if (!FELT_EN.test(word)) return null;
  if (!linked && !/^(hurts?|aches?|itches|throbs|burns|bleeds|swells|tingles|twitches|pops|clicks|locks)$/.test(word))
    return null;
  let from = i;
  if (line.words.some((hit) => hit.as === 'laterality' && hit.to === from)) from -= 1;
  if (/^(giving)$/.test(word)) {
    const to = troubleEnd(line, at);
    return to === at ? null : { from, to, mention: null, kind: 'symptom', name: said(line, from, to) };
  }
  if (/^(playing|acting)$/.test(word) && wordAt(line, at + 1) !== 'up') return null;
  if (/^(playing|acting|seizing)$/.test(word)) at += 1;
  return { from, to: at + 1, mention: null, kind: 'symptom', name: said(line, from, at + 1) };
}

/** `Giving me gyp`: the end of it; `at`: it gives something else. */
const troubleEnd = (line: Line, at: number): number => {
  if (!/^(me|him|her)$/.test(wordAt(line, at + 1))) return at;
  const to = /^(real|terrible|awful|no|some|a|bit|of|proper)$/.test(wordAt(line, at + 2)) ? at + 3 : at + 2;
  return /^(gyp|jip|grief|trouble|bother|hell|problems|jyp|gip|pain)$/.test(wordAt(line, to)) ? to + 1 : at;
};

const OWNED_BY_ANOTHER = /^(a|an|some|any|no|one)$/;

/** `Looks like a strawberry`, of a part: the end of what it is likened to; `at`: it isn't. */
function likeEnd(line: Line, at: number): number {
  if (!/^(looks?|looked|feels?|felt|is|are|'s|was)$/.test(wordAt(line, at - 1)) || wordAt(line, at) !== 'like')
    return at;
  if (
    !/^(an?|the|it|someone|somebody|sandpaper|cotton|jelly|lead|fire|ice|rubber|raw|glass|wood)$/.test(
      wordAt(line, at + 1),
    )
  )
    return at;
  let to = at + 2;
  while (
    to < line.to &&
    to < at + 7 &&
    line.tokens[to]?.kind === 'word' &&
    !/^(and|but|so|when|because)$/.test(wordAt(line, to))
  )
    to += 1;
  return to;
}

const ASKS_EN = /^(is|are|was|were|does|do|did|has|have)$/;
const BECOMES = /^(feel|get|go|look|become|been|gone|felt|got|feeling|getting|ever|at)$/;

/** `Is her neck stiff?`, `does the leg feel weak?`: asked of a part, the state without a verb of its own. */
function partAsked(line: Line, i: number): Found | null {
  if (!line.question || !ASKS_EN.test(wordAt(line, i))) return null;
  let from = i + 1;
  while (DET.test(wordAt(line, from))) from += 1;
  const side = sideAt(line, from);
  const site = siteAt(line, side);
  if (site === side) return null;
  let at = site;
  while (at < site + 5 && (BECOMES.test(wordAt(line, at)) || ADVERB.test(wordAt(line, at)))) at += 1;
  if (!FELT_EN.test(wordAt(line, at)) && wordAt(line, at) !== 'hurt') return null;
  return { from, to: at + 1, mention: null, kind: 'symptom', name: said(line, from, at + 1), state: true };
}

/** `Le duele`, of a part that stands before it. */
const isPainWithin = (over: Found, { from, to }: Found): boolean =>
  over.mention?.term.key === 'pain' && over.from >= from && over.to <= to;

/** Complaints told by verbs, of parts of the body that the tables name. */
export function bodyTalk(line: Line, known: readonly Found[]): Found[] {
  const out: Found[] = [];
  if (!line.words.some(({ as }) => as === 'site')) return out;
  for (let i = line.from; i < line.to; i += 1) {
    const found = !spanish(line)
      ? (partIs(line, i) ?? partAsked(line, i))
      : ME_ES.test(wordAt(line, i))
        ? felt(line, i)
        : (partHas(line, i) ?? partIsEs(line, i) ?? turned(line, i));
    if (found === null) continue;
    const over = known.find((one) => one.from < found.to && one.to > found.from);
    if (over !== undefined && !(over.to - over.from === 1 && over.mention !== null) && !isPainWithin(over, found))
      continue;
    out.push(found);
    i = found.to - 1;
  }
  return out;
}
