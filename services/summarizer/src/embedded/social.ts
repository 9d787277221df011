import { classify } from './classify.ts';
import { fragmentIn } from './clauses.ts';
import type { Found } from './findings.ts';
import { asksOfExercise, drinkAsked } from './habits.ts';
import { DETERMINERS, phraseEnd } from './phrases.ts';
import { type Line, said, spanish, textOf, wordAt } from './reading.ts';

const ASKS_WORK =
  /\b((what|which) (do|did|is|was|kind of|sort of) .{0,20}(work|job|living|occupation)|(do you|are you) (work|working)|^(and|so|ok|okay|right|,|what|about|now|for|how| )*work (\?|for|then)|your (job|work|occupation)|job\b|for a living|trabaja(s)?|(su|tu) trabajo|a que se dedica|a que te dedicas|de que trabaja|profesion)\b/;
/** Named after `I'm a`, one of these is the work without being asked for. */
const OCCUPATION =
  /^(accountant|administrator|architect|artist|baker|barber|barista|barman|barmaid|bartender|beautician|bricklayer|builder|butcher|carer|caretaker|carpenter|cashier|chef|childminder|cleaner|clerk|consultant|cook|courier|decorator|dentist|designer|developer|dispatcher|driver|electrician|engineer|farmer|farmhand|fireman|firefighter|fisherman|fitter|florist|foreman|gardener|groundskeeper|hairdresser|handyman|housekeeper|housewife|janitor|joiner|journalist|journeyman|labourer|laborer|landscaper|lawyer|lecturer|librarian|lifeguard|machinist|manager|mason|mechanic|midwife|miner|musician|nanny|nurse|optician|painter|paralegal|paramedic|pharmacist|photographer|physiotherapist|pilot|plasterer|plumber|policeman|policewoman|porter|postman|postwoman|producer|professor|programmer|psychologist|realtor|receptionist|researcher|roofer|sailor|salesman|saleswoman|scaffolder|scientist|seamstress|secretary|shopkeeper|singer|soldier|solicitor|supervisor|surveyor|tailor|teacher|technician|telemarketer|trucker|tutor|undertaker|vicar|waiter|waitress|warehouseman|weaver|welder|writer)s?$/;
const WAS = /^(was|used)$/;
const ASKS_HOME =
  /\b(who 's (at|in the) (home|house)|who (else )?(do you|are you|does (he|she)) liv\w+ with|who (else )?(lives|is) (with you|at home|in the house)|(at home|home) (,|then|now|who)|who else is at home|anyone at home|quien vive|con quien vive|vive con)\b/;
const WITH_ME =
  /^(wife|husband|partner|missus|girlfriend|boyfriend|fiancee?|kids?|children|sons?|daughters?|mum|mom|dad|mother|father|parents|brothers?|sisters?|housemates?|flatmates?|roommates?|family|dog|cat|baby|nan|gran|grandparents|carer|myself|alone|own|friends?|lodger|mate|mates|people|sheila|mujer|marido|esposa|esposo|pareja|novi[oa]|hij[oa]s?|ninos|ninas|padres|madre|padre|mama|papa|herman[oa]s?|sol[oa]|perr[oa]|gat[oa]|niet[oa]s?|suegr[oa]s?|companer[oa]s?|familia|abuel[oa]s?)$/;
const WORKS = /^(work|working|trabajo|trabajando|trabaja)$/;
const AT_WORK = /^(as|in|at|for|with|de|como|en|para)$/;
const SELF =
  /^(i|'m|am|'ve|been|soy|yo|es|a|she|he|is|'s|patient|paciente|actualmente|currently|now|just|,|y|and|so|si|yes|yeah|no)$/;
const LIVE = /^(live|living|lives|vivo|vive|viviendo)$/;
const ALONE = /^(alone|sol[oa])$/;
const BEEN =
  /^(been|travelled|traveled|travelling|traveling|flew|holiday|trip|viaje|viajado|viajo|estuve|estado|vuelto|volvi|back)$/;
const WENT = /^(went|gone|fui|fuimos|fue)$/;
const ASKS_JOURNEY = /\b(abroad|travel\w*|trips?|holiday|away|viaj\w+|extranjero|fuera)\b/;
const TO = /^(to|from|in|a|de|en|away|on|over|por)$/;
/** Answers to `what do you do?` that name no work. */
const NO_WORK =
  /^(not|no|fine|good|ok|okay|bit|little|lot|sure|working|off|well|very|really|here|able|going|trying|happy|from|just|only|also|so|tired|bien|muy|poco|mucho|aqui|de|en)$/;

const phrase = (line: Line, from: number, most: number): number => {
  let at = from;
  while (DETERMINERS.has(wordAt(line, at))) at += 1;
  const to = phraseEnd(line, at, most);
  return to > at ? to : from;
};

/** `I work as a driver`, `trabajo de albañil`; in answer to what one does also `I'm a jockey`, `soy maestra`. */
function work(line: Line, i: number, asked: boolean): { from: number; to: number } | null {
  if (WORKS.test(wordAt(line, i)) && AT_WORK.test(wordAt(line, i + 1)) && SELF.test(wordAt(line, i - 1) || ',')) {
    const at = wordAt(line, i + 2) === ',' ? i + 3 : i + 2;
    const to = phrase(line, at, 5);
    return to > at && !/^(it|that|this|the|my|it_)$/.test(wordAt(line, to - 1)) ? { from: i, to } : null;
  }
  const es = spanish(line);
  const article = /^(a|an)$/.test(wordAt(line, i + 1));
  const was = !es && asked && WAS.test(wordAt(line, i)) && wordAt(line, i - 1) === 'i' && article;
  const a = es ? wordAt(line, i) === 'soy' : /^('m|am)$/.test(wordAt(line, i)) && article;
  if (was) return { from: i, to: phrase(line, i + 2, 4) };
  if (!a || (!asked && !named(line, i + 2))) return null;
  const at = es ? i + 1 : i + 2;
  if (NO_WORK.test(wordAt(line, at)) || line.tokens[at]?.kind !== 'word') return null;
  const to = phrase(line, at, 4);
  return to > at ? { from: at, to } : null;
}

const named = (line: Line, at: number): boolean => {
  for (let i = at; i < phraseEnd(line, at, 4); i += 1) if (OCCUPATION.test(wordAt(line, i))) return true;
  return false;
};

/** `Me and my wife, and the dog` in answer to who is at home. */
function household(line: Line): { from: number; to: number } | null {
  const at = fragmentIn(line);
  const last = line.to - (/^[.?!…]$/.test(wordAt(line, line.to - 1)) ? 1 : 0);
  if (at === null || last - at.from > 14) return null;
  for (let i = at.from; i < at.to; i += 1) if (WITH_ME.test(wordAt(line, i))) return at;
  return null;
}

/** `Live on my own`, `vivo con mi pareja`. */
function home(line: Line, i: number): { from: number; to: number } | null {
  if (!LIVE.test(wordAt(line, i))) return null;
  if (ALONE.test(wordAt(line, i + 1))) return { from: i, to: i + 2 };
  if (wordAt(line, i + 1) === 'on' && /^(my|your|her|his)$/.test(wordAt(line, i + 2)) && wordAt(line, i + 3) === 'own')
    return { from: i, to: i + 4 };
  if (!/^(with|con)$/.test(wordAt(line, i + 1))) return null;
  const to = phrase(line, i + 2, 5);
  return to > i + 2 ? { from: i, to } : null;
}

/** `Been away to Thailand`, `estuve en Perú`: a journey, by the name of the place. */
function journey(line: Line, i: number, asked: boolean): { from: number; to: number } | null {
  if (!BEEN.test(wordAt(line, i)) && !(asked && WENT.test(wordAt(line, i)))) return null;
  let at = i + 1;
  while (at < i + 5 && TO.test(wordAt(line, at))) at += 1;
  const token = line.tokens[at];
  if (at === i + 1 || token === undefined || at >= line.to || token.shape !== 'cap') return null;
  if (
    /^(a|an|and|e|accident|monday|tuesday|wednesday|thursday|friday|saturday|sunday|dr|doctor|gp|hospital)$/.test(
      token.text,
    )
  )
    return null;
  return { from: i, to: at + 1 };
}

/** `I go to the gym twice a week` in answer to what exercise one takes. */
const active = (line: Line, question: Line): { from: number; to: number } | null =>
  asksOfExercise(question) && classify(line).kind !== 'no'
    ? fragmentIn(line, classify(line).kind === 'yes' ? classify(line).to : line.from)
    : null;

const ASKS_WHICH_WORK =
  /\b(what (?:do|did) you do (?:\?|for (?:work|a living|a job))|what 's your (?:job|work|occupation|line of work)|what (?:job|work|kind of work|sort of work) (?:do|did) you|(?:en|de) que trabaja(?:s|ba)?|a que se dedica|a que te dedicas|you work as \?|que profesion|cual es (?:su|tu) (?:trabajo|profesion|oficio)) /;
const DOES =
  /^(?:(?:,|um|uh|so|well|oh|currently|now|pues|bueno|actualmente|ahora) )*(?:i (?:drive|teach|run|manage|own|sell|fix|build|clean|cook|deliver|look after|work)|(?:llevo|conduzco|manejo|limpio|vendo|cuido|atiendo|doy|reparto) )/;

/** `I drive a bus`, `llevo un taxi` in answer to what one does. */
function occupation(line: Line, question: Line): { from: number; to: number } | null {
  if (!ASKS_WHICH_WORK.test(textOf(question))) return null;
  const at = fragmentIn(line);
  if (at !== null && named(line, at.from)) {
    const to = phraseEnd(line, at.from, 4);
    if (to > at.from) return { from: at.from, to };
  }
  if (!DOES.test(textOf(line))) return null;
  if (at === null && wordAt(line, line.from) === 'i') return upTo(line, line.from);
  return at === null || at.to - at.from > 8 ? null : at;
}

/** From a token to the next mark. */
function upTo(line: Line, from: number): { from: number; to: number } | null {
  let to = from;
  while (to < line.to && line.tokens[to]?.kind !== 'mark') to += 1;
  return to - from > 1 && to - from <= 8 ? { from, to } : null;
}

/** Home, work and journeys, as the patient tells them: circumstances of a history, no findings. */
export function socialIn(line: Line, known: readonly { from: number; to: number }[], question: Line | null): Found[] {
  const { speaker } = line.segment;
  const own = speaker === 'patient' || speaker === 'other';
  if (!own && !line.question) return [];
  const asked = question !== null && ASKS_WORK.test(textOf(question));
  const abroad = question !== null && ASKS_JOURNEY.test(textOf(question));
  const out: Found[] = drinkAsked(line).filter(
    (found) => !known.some((one) => one.from < found.to && one.to > found.from),
  );
  const whole =
    !own || question === null
      ? null
      : ASKS_HOME.test(textOf(question))
        ? household(line)
        : (active(line, question) ?? occupation(line, question));
  if (whole !== null && !known.some((one) => one.from < whole.to && one.to > whole.from))
    out.push({ ...whole, mention: null, kind: 'risk_factor', name: said(line, whole.from, whole.to) });
  for (let i = line.from; i < line.to; i += 1) {
    const span = home(line, i) ?? (own ? (work(line, i, asked) ?? journey(line, i, abroad)) : null);
    if (span === null || [...known, ...out].some((one) => one.from < span.to && one.to > span.from)) continue;
    out.push({ ...span, mention: null, kind: 'risk_factor', name: said(line, span.from, span.to) });
    i = span.to - 1;
  }
  return out;
}
