import { hits } from './patterns.ts';
/**
 * What an English clause goes on to say of a thing that it has named: "free air is not visualised", "rales and wheeze
 * were absent", "metastasis cannot be excluded". Folded text in, from the mention's end on.
 */
export type Verdict = 'negated' | 'possible' | 'ended' | null;

const AUX =
  '(?:is|are|was|were|be|been|being|has|have|had|having|can|could|may|might|would|must|should|did|does|do|c[ao]me back|returned|tested|screened)';
const ADVERB =
  '(?:all|both|each|now|also|still|yet|again|otherwise|at all|as|further|thus|both|quite|very|highly|most|more|less|\\p{L}{2,}ly)';
const SOFT = `(?:(?:${ADVERB}|${AUX}|ca) )*`;
const OPINION =
  '(?:(?:thought|felt|deemed|judged|considered|believed|found|noted|known|said|reported)(?: (?:to|that))? )';
const NOT = `(?:no longer|not|n['o]t|never|cannot)`;
const SEEN =
  '(?:seen|noted|found|identified|demonstra(?:ted|ble)|appreciated|detect(?:ed|able)|heard|felt|palpa(?:ted|ble)|elicit(?:ed|able)|visuali[sz]ed|visible|observed|evident|present|apparent|reported|endorsed|described|documented|encountered|noticed|recorded|audible|shown|reproducible|disce?rn(?:ed|ible)|confirmed|experienced|mentioned)';
const OUT = '(?:ruled out|excluded|discounted|eliminated|disproved|disproven|refuted)';
const NIL = '(?:absent|lacking|nil|denied|negative|neg|non-?reactive|undetect(?:ed|able)|not detected)';
const DOUBTFUL =
  '(?:unlikely|improbable|possible|probable|likely|suspected|queried|questioned|favou?red|presumed|plausible|postulated|doubtful|questionable|suspicious|considered|entertained|raised)';
const OVER = '(?:resolved|settled|subsided|abated|cleared|stopped|ceased|gone|disappeared|remitted|healed)';
/** Nothing of its own follows: an object would make the verb an active one. */
const CLOSED =
  '(?=\\s*(?:$|[.,;:)(\\n]|(?:by|on|with|in|at|and|but|after|before|from|over|since|as|because|due|given|during|this|throughout|today|within|following|without|clinically|spontaneously|overnight|completely)(?![\\p{L}])))';

const at = (pattern: string): RegExp => new RegExp(`^(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');

/** In this order: what cannot be excluded is not excluded, what is not present is not present. */
const VERDICTS: readonly (readonly [RegExp, Exclude<Verdict, null>])[] = [
  [at(`${SOFT}${NOT} ${SOFT}${OPINION}?${SOFT}${OUT}`), 'possible'],
  [
    at(
      `${SOFT}(?:(?:is|are|needs?|needed|has|have|remains?|yet|still|must|should|will) )?(?:to be|must be|should be|being|will be|be|need(?:s|ed)? to be) ${SOFT}${OUT}`,
    ),
    'possible',
  ],
  [at(`(?:must|should|will|needs?|needed|to|yet to) (?:to )?be ${SOFT}(?:${OUT}|${DOUBTFUL})`), 'possible'],
  [at(`${AUX} ${SOFT}${DOUBTFUL}(?:,? (?:but|and|then))+ (?:${AUX} )*${SOFT}${OUT}`), 'negated'],
  [at('needs? (?:excluding|ruling out)'), 'possible'],
  [at(`${AUX} ${SOFT}(?:difficult|hard|impossible) to (?:exclude|rule out)`), 'possible'],
  [at(`${AUX} ${SOFT}${OUT}`), 'negated'],
  [at(`${SOFT}${OUT}${CLOSED}`), 'negated'],
  [at(`${SOFT}${NOT} ${SOFT}${OPINION}?(?:be )?${SOFT}${SEEN}(?! to (?:be|have) (?!present))`), 'negated'],
  [at(`${SOFT}${NOT} ${SOFT}(?:develop|occurr?|arisen?|appear|emerge|ensue|recurr?)(?:e?d)?`), 'negated'],
  [at(`${AUX} ${SOFT}${OPINION}?(?:be )?${NIL}(?! (?:for|of|to|by (?!the|his|her)))`), 'negated'],
  [at(`(?!nil (?:at|on|in|with|during|when) )${NIL}${CLOSED}`), 'negated'],
  [at(`[:(–—-]+ ?(?:none|nil|no|not)(?: ${SEEN}| apparent| obvious)?${CLOSED}`), 'negated'],
  [at(`(?:none|nil) ${SEEN}`), 'negated'],
  [at(`(?:[:–—-] )?(?:all|both|each) (?:${NIL}|not ${SEEN}|${OUT})`), 'negated'],
  [at(`${AUX} ${SOFT}${NOT} ${SOFT}(?:the|an?) (?:diagnosis|cause|case|explanation|problem|issue|culprit)`), 'negated'],
  [at(`${AUX} ${SOFT}${NOT} ${SOFT}${OPINION}?${SOFT}${DOUBTFUL}`), 'possible'],
  [
    at(
      `(?:seems?|seemed|appears?|appeared|remains?|${AUX}) ${SOFT}${OPINION}?(?:be )?${SOFT}${DOUBTFUL}(?! (?:for|to|by))`,
    ),
    'possible',
  ],
  [
    at(`${OPINION}?${SOFT}(?:unlikely|improbable|possible|probable|likely|favou?red|suspected|doubtful)${CLOSED}`),
    'possible',
  ],
  [
    at(
      `(?:is|was|remains?|being|seems?|as) (?:\\p{L}+ ){0,4}?(?:differential|possibility|consideration|concern|plausible|probable|likely|contender)`,
    ),
    'possible',
  ],
  [at(`(?:has|have|had|is|are|was|were|'s) ${SOFT}${OVER}`), 'ended'],
  [at(`(?:now |then |soon |since )?${OVER}${CLOSED}`), 'ended'],
];

const GIVEN =
  '(?:given|started|restarted|resumed|continued|prescribed|taken|administered|required|needed|used|offered|performed|done|undertaken|attempted|indicated|obtained|commenced|initiated|pursued|recommended|carried out|take place|necessary|placed|inserted|ordered|arranged|repeated|sent|warranted|tolerated|received)';
const HELD_BACK = '(?:withheld|declined|refused|deferred|omitted|cancell?ed|postponed|avoided|contraindicated)';

/** Of treatments and tests: "warfarin was not restarted", "surgery was declined". */
const NOT_GIVEN: typeof VERDICTS = [
  [at(`${SOFT}${NOT} ${SOFT}${OPINION}?(?:be )?${SOFT}${GIVEN}`), 'negated'],
  [at(`${AUX} ${SOFT}${HELD_BACK}`), 'negated'],
];
const REFUSED = /(?<![\p{L}])(?:declin(?:es|ed|ing)|refus(?:es|ed|ing)|withh(?:eld|olding)) (?:\p{L}+ ){0,3}$/u;

/** Whether a treatment or test is told not to have been given or done. */
export const isWithheld = (before: string, after: string): boolean =>
  REFUSED.test(before) || verdictIn(NOT_GIVEN, before, after) !== null;

/** Signs that deny: "wheeze -ve", "fever (-)", "chills neg". */
const SIGNS = /^\s*(?:[-–−]ve(?![\p{L}])|:?\s*n(?=\s*[,.;)]|\s*$)|0\/10|\(\s*[-–−]\s*\))/u;

/** "The scan has not shown a stone": an active verb denies what comes after it. */
const ACTIVE = new RegExp(
  `^(?:${ADVERB} )*(?:has|have|had|did|does|do) ?(?:${ADVERB} )*${NOT} (?:${ADVERB} )*${SEEN}(?![\\p{L}])`,
  'u',
);

/** Words that end what may stand between a thing and what is said of it: another verb, another clause. */
const BREAK =
  /(?<![\p{L}\p{N}'])(?:but|however|although|though|while|whereas|which|who|that|when|because|if|unless|despite|without|denies|reports?|states?|shows?|showed|reveal(?:s|ed)|demonstrates?|confirmed|he|she|they|we|i|it|there|no|nor any|with no|causing|requiring|margins?|edges|nodes|labs|bloods|films)(?![\p{L}\p{N}'])/u;
const VERB = new RegExp(`(?<![\\p{L}\\p{N}'])(?:${AUX}|not|n['o]t|never|cannot)(?![\\p{L}\\p{N}'])`, 'u');

/** "Until meningitis is excluded": it isn't yet. */
const AWAITED = /(?<![\p{L}])(?:until|unless|once|whether|before|till) (?:(?:the|an?|any) )?(?:\p{L}+ )?$/u;

/** Words, and items of a list, between a thing and what is said of it. */
const WORDS = 8;
const ITEMS = 120;

/** Where in a text a predicate may begin: at its head, and after each of its first words, up to the end of its clause. */
function* starts(after: string): Generator<number> {
  const word = /[^\s]+/g;
  let count = 0;
  for (let found = word.exec(after); found !== null; found = word.exec(after)) {
    if (count > WORDS * 2 || found.index > ITEMS) return;
    yield found.index;
    if (/[.;?!]$/.test(found[0])) return;
    count += 1;
  }
}

/** Without one of these strings no verdict can follow; most texts have none close by. */
const NEEDED =
  /not|n'?t |never|no longer|ruled|exclu|discount|eliminat|dispro|refut|absent|lacking|nil|denied|neg|react|undetect|none|unlikely|improb|possib|prob|likely|suspect|quer|question|favo|presum|plausib|postulat|doubt|consider|entertain|different|concern|contend|resolv|settl|subsid|abat|clear|stopp|ceas|gone|disappear|remit|heal|withheld|declin|refus|defer|omit|cancel|postpon|avoid|contraind/g;
/** Code units of a verdict's beginning in which one of them stands. */
const WITHIN = 70;

/** Whether what stands between lets the predicate be said of the mention as well. */
function carries(between: string, rest: string): boolean {
  const each = /^(?:[:–—-] )?(?:(?:is|are|was|were|have|has|been|were) )*(?:all|both|each) /.test(rest);
  if (each && !/[.;?!()]/.test(between.replace(/[:–—-]\s*$/, '')) && !VERB.test(between)) return true;
  if (/[.;:?!()]/.test(between) || BREAK.test(between) || VERB.test(between)) return false;
  const joined = /(?<![\p{L}])(?:and|or|nor|&)(?![\p{L}])|\//u.exec(between);
  if (joined === null) return !between.includes(',') && between.trim().split(/\s+/).length <= WORDS;
  if (/(?<![\p{L}])(?:or|nor)(?![\p{L}])|\//u.test(between)) return true;
  return !/^(?:is|was|has)(?![\p{L}])/u.test(rest);
}

/** What is looked into rather than found: "the cause of the anaemia was not identified". */
const LOOKED_INTO =
  /(?<![\p{L}])(?:causes?|source|a?etiology|origin|reasons?|explanation|mechanism|trigger|focus|extent|site|level|changes?|improvement|response|relief|benefit|progression|patient|gentleman|lady|man|woman|child|boy|girl|infant)\s+(?:of|for|in|with|from|to)\s+(?:\p{L}+\s+){0,4}$/u;

/** Whether what comes after is said of the mention's cause or course. */
export const isLookedInto = (before: string): boolean => LOOKED_INTO.test(before);

const AFFIRMED = at(`(?:${AUX} )?(?:present|positive|pos|persist(?:s|ed|ing)?)${CLOSED}`);

/** "No rash, fever present", "chest pain -ve, SOB +ve": a statement of its own after the comma. */
export const affirmsAnew = (between: string, after: string): boolean =>
  between.includes(',') &&
  !/(?<![\p{L}])(?:or|nor|and)(?![\p{L}])/u.test(between) &&
  (/^\s*\+ve(?![\p{L}])/u.test(after) || AFFIRMED.test(after.trimStart()));

export const verdictAfter = (before: string, after: string): Verdict =>
  SIGNS.test(after) ? 'negated' : verdictIn(VERDICTS, before, after);

function verdictIn(verdicts: typeof VERDICTS, before: string, after: string): Verdict {
  const needed = hits(NEEDED, after.slice(0, ITEMS + 40));
  if (needed.length === 0) return null;
  for (const start of starts(after)) {
    if (!needed.some((hit) => hit.start >= start && hit.start - start < WITHIN)) continue;
    const rest = after.slice(start);
    const verdict = verdicts.find(([pattern]) => pattern.test(rest))?.[1];
    if (verdict === undefined) continue;
    if (!carries(after.slice(0, start), rest) || ACTIVE.test(rest)) return null;
    if (isLookedInto(before)) return null;
    return verdict === 'negated' && AWAITED.test(before) ? 'possible' : verdict;
  }
  return null;
}
