import { type Line, wordAt } from './reading.ts';
import { words } from './word-set.ts';

/** `untreated`: of a treatment or test, that it was not given or done; `affirmed`: that the thing is there after all. */
export type Said = 'negation' | 'possible' | 'history' | 'untreated' | 'affirmed';

const AUXILIARY = words(
  'is are was were be been being has have had having can could may might would will should must ca to need needs needed seem seems seemed appear appears remain remains did does do came come comes back returned tested tests screened',
);
/** `Was thought unlikely`, `is felt to be absent`: an opinion before what it holds. */
const OPINION = words('thought felt deemed judged considered believed found');
const HELD = words(
  'to unlikely likely less more most highly possible improbable doubtful absent negative very quite not probable',
);
/** A verb by itself, so that what follows needs no copula to be said of the subject. */
const COPULA = words(
  'is are was were be been being has have had having can could may might would should must seem seems seemed remain remains came come comes returned tested tests screened',
);
const DENIES = words("not n't never cannot");
const BESIDE =
  /^(now|also|still|yet|again|otherwise|at|all|as|most|more|less|very|highly|quite|both|further|again|thus|therefore|.{2,}ly)$/;

/** Participles and adjectives of perceiving: denied, the thing is denied. */
const PERCEIVED = words(
  'seen noted found identified demonstrated appreciated detected heard felt palpated palpable elicited visualised visualized observed evident present apparent demonstrable reported endorsed described documented encountered noticed recorded detectable visible audible shown reproducible discernible discerned confirmed elicitable experienced mentioned recurred',
);
/** They need no passive: `lesions have not developed`; `the scan has not shown a stone` denies what comes after. */
const HAPPENS = words(
  'developed occurred arisen appeared emerged ensued recurred develop occur arise appear emerge recur',
);
const BE = words('is are was were be been being');
const EXCLUDED = words('excluded discounted eliminated dismissed disproved disproven refuted');
const ABSENT = words('absent lacking nil denied negative neg nonreactive undetectable undetected denies');
const DOUBTED = words(
  'unlikely improbable possible probable likely suspected queried questioned favoured favored presumed plausible postulated doubtful considered entertained',
);
const AFFIRMED = words('present positive pos persists persist persisted persisting');
const OVER = words('resolved settled subsided abated cleared stopped ceased gone disappeared remitted healed vanished');
const AFTER_OVER =
  /^(|[.,;)]|and|with|after|on|by|spontaneously|in|over|within|completely|overnight|fully|since|following|without|from|but|before|once|quickly|rapidly|promptly|entirely|now|at)$/;
const TREATED = words(
  'given started restarted resumed continued prescribed taken administered required needed used offered performed done undertaken attempted indicated obtained commenced initiated pursued recommended carried necessary placed inserted ordered arranged repeated sent warranted tolerated received',
);
const WITHHELD = words(
  'withheld declined refused deferred omitted cancelled canceled postponed avoided contraindicated',
);
const CLOSED =
  /^(|[.,;)]|by|on|with|in|at|and|clinically|this|during|after|before|from|over|throughout|as|because|due|but|for|today|since|until)$/;
/** What opens an object or a complement of its own. */
const OF_ITS_OWN = /^(for|of|to|by)$/;

/** Whatever says something begins with one of these: most words of a line need no further look. */
const BEGINS: ReadonlySet<string> = new Set([
  ...[AUXILIARY, OPINION, DENIES, EXCLUDED, ABSENT, DOUBTED, AFFIRMED, OVER].flatMap((set) => [...set]),
  ...words('no all both each ruled non none nil nad n y - + ( 0/10'),
]);

interface Reading {
  readonly says: Said;
  readonly to: number;
  /** It has a verb: without one it is said of every item of a list. */
  readonly verb: boolean;
  /** `All absent`, `both denied`: of every item, however joined. */
  readonly each?: boolean;
}

/** `ruled out`, `carried out` take their second word along. */
const end = (line: Line, i: number): number => (wordAt(line, i) === 'out' ? i + 1 : i);

/** What is said from token `i` on of the things named before it; null: nothing that changes them. */
export function saysOf(line: Line, i: number): Reading | null {
  if (!BEGINS.has(wordAt(line, i))) return null;
  const mark = marked(line, i);
  if (mark !== null) return mark;
  if (line.tokens[i]?.kind !== 'word') return null;
  let at = i;
  let denials = 0;
  let verb = false;
  let open = false;
  let be = false;
  let each = false;
  for (; at < line.to; at += 1) {
    const word = wordAt(line, at);
    if (DENIES.has(word)) denials += 1;
    else if (word === 'no' && wordAt(line, at + 1) === 'longer') {
      denials += 1;
      at += 1;
    } else if (OPINION.has(word) && HELD.has(wordAt(line, at + 1))) {
      verb ||= at > i;
    } else if (AUXILIARY.has(word) && !(at === i && /^(to|been|being|be)$/.test(word))) {
      verb ||= COPULA.has(word);
      be ||= BE.has(word);
      open ||= /^(to|needs?|needed|must|should)$/.test(word);
    } else if (/^(all|both|each)$/.test(word)) each = true;
    else if (!BESIDE.test(word) || at === i) break;
    if (at - i > 7) return null;
  }
  const word = wordAt(line, at);
  const next = wordAt(line, at + 1);
  const made = (says: Said, to = at + 1): Reading => ({ says, to, verb, each });
  if (word === 'ruled' && next === 'out') return ruled(made, at + 2, denials, open, verb, wordAt(line, at + 2));
  if (/^(excluding|ruling)$/.test(word) && open) return made('possible', word === 'ruling' ? at + 2 : at + 1);
  if (
    verb &&
    /^(difficult|hard|impossible)$/.test(word) &&
    next === 'to' &&
    /^(exclude|rule)$/.test(wordAt(line, at + 2))
  )
    return made('possible', at + 3);
  if (EXCLUDED.has(word)) return ruled(made, at + 1, denials, open, verb, next);
  if (/^(take|taken|took)$/.test(word) && next === 'place' && denials > 0) return made('untreated', at + 2);
  if (denials > 0 && TREATED.has(word)) return made('untreated', end(line, at + 1));
  if (WITHHELD.has(word) && denials === 0 && verb) return made('untreated');
  if (
    denials > 0 &&
    /^(the|a|an)$/.test(word) &&
    /^(diagnosis|cause|case|explanation|problem|issue|culprit)$/.test(next)
  )
    return verb ? made('negation', at + 2) : null;
  if (denials > 0 && word === 'suspected') return made('possible');
  if (denials > 0 && HAPPENS.has(word)) return made('negation');
  if (denials > 0) return PERCEIVED.has(word) && next !== 'to' && (be || !verb) ? made('negation') : null;
  if (word === 'non' && next === 'reactive') return made('negation', at + 2);
  if (word === 'nil' && !verb && /^(at|on|in|with|during|when)$/.test(next)) return null;
  if (ABSENT.has(word)) {
    if (OF_ITS_OWN.test(next) || (!verb && !CLOSED.test(next)) || /^gram$/.test(wordAt(line, i - 1))) return null;
    return made('negation');
  }
  if (AFFIRMED.has(word)) return CLOSED.test(next) ? made('affirmed') : null;
  if (DOUBTED.has(word)) {
    if (word === 'considered' && (next === 'for' || next === 'to')) return null;
    return verb || CLOSED.test(next) ? made('possible') : null;
  }
  if (verb && /^(a|an|the|in)$/.test(word)) return asPossibility(line, at, made);
  if (OVER.has(word) && (verb || AFTER_OVER.test(next))) return made('history');
  return null;
}

type Make = (says: Said, to?: number) => Reading;

function ruled(made: Make, to: number, denials: number, open: boolean, verb: boolean, next: string): Reading | null {
  if (denials > 0 || open) return made('possible', to);
  return verb || CLOSED.test(next) ? made('negation', to) : null;
}

/** `Is in the differential`, `remains a possibility`, `is a concern`, `is the more plausible cause`. */
function asPossibility(line: Line, at: number, made: Make): Reading | null {
  for (let i = at; i < at + 5 && i < line.to; i += 1)
    if (
      /^(differential|possibility|consideration|concern|plausible|likely|probable|contender|suspicion)$/.test(
        wordAt(line, i),
      )
    )
      return made('possible', i + 1);
  return null;
}

/** Verdicts in signs: `wheeze -ve`, `fever (-)`, `gallstones: none seen`, `rash - absent`. */
function marked(line: Line, i: number): Reading | null {
  const word = wordAt(line, i);
  const made = (to: number): Reading => ({ says: 'negation', to, verb: true });
  if (word === '-' && wordAt(line, i + 1) === 've') return made(i + 2);
  if (word === '+' && wordAt(line, i + 1) === 've') return { ...made(i + 2), says: 'affirmed' };
  if (word === '(' && /^(-|–|−)$/.test(wordAt(line, i + 1)) && wordAt(line, i + 2) === ')') return made(i + 3);
  if (/^[ny]$/.test(word) && line.tokens[i]?.shape === 'cap' && /^(|[,.;)])$/.test(wordAt(line, i + 1)))
    return { ...made(i + 1), says: word === 'n' ? 'negation' : 'affirmed' };
  if (word === '0/10') return made(i + 1);
  const after = /^[:–—(-]$/.test(wordAt(line, i - 1));
  if (!/^(none|nil|no|nad)$/.test(word)) return null;
  if (PERCEIVED.has(wordAt(line, i + 1)) && word !== 'no') return made(i + 2);
  return after && /^(|[.,;)])$/.test(wordAt(line, i + 1)) && word !== 'no' ? made(i + 1) : null;
}
