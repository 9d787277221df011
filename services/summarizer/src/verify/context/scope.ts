import { TERMINATION } from './cues/barriers.ts';
import { HISTORY_BACKWARD, HISTORY_FORWARD, ONGOING } from './cues/history.ts';
import {
  NEGATION_BACKWARD,
  NEGATION_FORWARD,
  PSEUDO_NEGATION,
  RESOLVED_BACKWARD,
  TREATMENT_DENIED,
} from './cues/negation.ts';
import { mayMatch } from './cues/sieve.ts';
import { POSSIBLE_BACKWARD, POSSIBLE_FORWARD, QUERIED } from './cues/uncertainty.ts';
import { isFigurative } from './figures.ts';
import { isHearsay } from './hearsay.ts';
import { isHypothetical } from './hypothetical.ts';
import { type Hit, hits } from './patterns.ts';
import { saidAfter } from './postposed.ts';
import { affirmsAnew, isLookedInto, verdictAfter } from './said-after.ts';

export type Polarity = 'affirmed' | 'negated' | 'possible' | 'hypothetical' | 'figurative';

export interface Scope {
  readonly polarity: Polarity;
  /** Told as past. */
  readonly past: boolean;
  /** Where the deciding negation ends, for questions that ask by denying. */
  readonly negation: boolean;
}

/** The same text with the given places blanked, so that nothing else is read in them. */
function mask(text: string, places: readonly Hit[]): string {
  let out = text;
  for (const { start, end } of places) out = out.slice(0, start) + '\u00b7'.repeat(end - start) + out.slice(end);
  return out;
}

/** A list goes on over these; what breaks it is a termination. */
const CLAUSE_BREAK = /[;:]|\.\s|\s[–—-]\s|\/\//g;

/** The verb and the small words that belong to the cue: "no refiere", "do n't have any". */
const OWN_VERB =
  /^\s*(?:(?:it ?'s|that ?'s|this is|i ?'ve|i ?'m|me|se|le|lo|la|i|he|she|you|they|we|it|see|seen|really|ever|currently|have|has|had|having|been|get|getting|got|any|the|a|an|to|refier\p{L}*|refirio|present\p{L}*|tengo|tiene|tuvo|tuve|tenia|ha|he|han|tenido|presentado|presentando|presentar|presente\p{L}*|notado|sentido|noto|nota|hay|habia|hubo|existe\p{L}*|se|aprecia\p{L}*|observ\p{L}*|objetiv\p{L}*|evidenci\p{L}*|palpa\p{L}*|identific\p{L}*|detect\p{L}*|muestra\p{L}*|mostr\p{L}*|revel\p{L}*|encontr\p{L}*|hall(?:o|ar|ando|aron)\p{L}*|demostr\p{L}*|report\p{L}*|complain\p{L}*|admit\p{L}*|endorse\p{L}*|with|con|ahora|now|of|de|que|there|is|are|was|were|just|only)\s+)+/u;

/** "Han descartado, a la vista de la imagen, una fractura": what the commas enclose is passed over. */
const withoutAside = (cue: string, between: string): string =>
  /^(?:(?:se )?descart|ruled|excluy)/.test(cue) ? between.replace(/^\s*,[^,]{1,80},/, ' ') : between;

/** `No tomará por el momento`: tells when, not why. */
const FOR_NOW = /(?<![\p{L}])por (?:el momento|ahora)(?![\p{L}])/gu;

/** "I won't call it that until we've ruled out": what comes then is not what is denied. */
const UNTIL = /(?<![\p{L}])(?:until|till|hasta que) (?:i|we|you|they|he|she|it|se|no)(?![\p{L}])/u;

/** Whether the text between a cue and the mention lets the cue's reach through. */
function reaches(after: string, limitWords: number): boolean {
  const between = after.replace(OWN_VERB, ' ').replace(FOR_NOW, ' ');
  if (hits(TERMINATION, between).length > 0 || UNTIL.test(between)) return false;
  CLAUSE_BREAK.lastIndex = 0;
  if (CLAUSE_BREAK.test(between) || leavesParenthesis(between)) return false;
  return between.split(/[^\p{L}\p{N}']+/u).filter((w) => w !== '').length <= limitWords;
}

const leavesParenthesis = (between: string): boolean => /^[^(]*\)/.test(between);

/** After a comma: "no fever, mild cough", "no fiebre, escasa tos" begin another statement. */
const GRADED =
  /,\s*(?:(?:uh|um|er|like|just|maybe)\s+)*(?:a (?:little|bit)(?: of)?|mild|moderate|severe|slight|occasional|intermittent|some|positive|lev[ei]s?|liger[oa]s?|discret[oa]s?|moderad[oa]s?|important[ei]s?|intens[oa]s?|marcad[oa]s?|minim[oa]s?|algun[oa]?s?|algo|ciert[oa]s?|escas[oa]s?|abundantes?|ocasional(?:es)?)\s+(?:\p{L}+\s+){0,3}$|,\s*(?:has|had|having|there (?:is|was))\s[^,]*$/u;

/** After a comma: "no se ven masas, observándose un quiste". */
const GOES_ON = /,\s*\p{L}{2,}(?:ando|iendo)(?:se|le|lo|la)?(?![\p{L}])/u;

/** "dolor no irradiado", "FA no conocida": in Spanish the word denies the quality that it stands before, and that alone. */
function deniesQuality(text: string, hit: Hit): boolean {
  return (
    text.slice(hit.start, hit.end) === 'no' &&
    /\p{L}\s+$/u.test(text.slice(0, hit.start)) &&
    !/(?<![\p{L}])(?:y|e|o|u|ni|pero|que|pues|aunque|porque|ya|todavia|aun|siendo|and|but|or|that|is|are|was|were|has|have|had|with|shows?|there)\s+$/u.test(
      text.slice(0, hit.start),
    ) &&
    /^\s+(?!(?:ruid|herid|exudad|perdid|caid|sangrad|latid|antecedente|accidente|resultad)\p{L}*|(?:asociad|acompanad|sugestiv|compatible|sospechos|indicativ|sugerente)\p{L}*\s+(?:a|con|de)\s)\p{L}+(?:[ai]d[oa]s?|iv[oa]s?|[ai]bles?|os[oa]s?|[ae]ntes?)(?![\p{L}])/u.test(
      text.slice(hit.end),
    )
  );
}

/** "No, ..." answers; "no fever" negates. An answering "no" is one before a comma, at the head of its clause. */
function isAnswer(text: string, hit: Hit): boolean {
  const said = text.slice(hit.start, hit.end);
  if (!/^(?:no|nunca|never|not)$/.test(said)) return false;
  const after = text.slice(hit.end);
  // "Azul no, pálido": it denies what stands before it.
  if (said === 'no' && /^\s*,/.test(after) && /\p{L}\s+$/u.test(text.slice(0, hit.start))) return true;
  if (
    !/^\s*(?:[,.!–—-]|no\s*[,.!]|you know(?![p{L}])|(?:just|only|solo|solamente|unicamente|doctora?|sir|ma'am|gracias|thanks|senora?|doc)\b)/.test(
      after,
    )
  )
    return false;
  return /(?:^\s*|[.,;!?]\s*|\b(?:oh|ah|uh|um|well|pues|bueno|eh|ay|no)\s*,?\s*)$/.test(text.slice(0, hit.start));
}

/** "Sorry, not the first, the second": what comes after the comma is meant. */
const correctsThen = (text: string, hit: Hit, between: string): boolean =>
  between.includes(',') &&
  /^(?:not|no)$/.test(text.slice(hit.start, hit.end)) &&
  /(?:sorry|perdon|digo|i mean|wait|no)[\s,]+$/.test(text.slice(0, hit.start));

/** "sin fiebre, fumador": after a comma, a negated list goes on only if some "ni", "o", "or", "nor" ties it together. */
function listGoesOn(cue: string, between: string, after: string): boolean {
  if (!between.includes(',')) return true;
  if (/(?:^|[\s,])(?:ni|nor|or|o|u)\s/.test(`${between} `)) return true;
  const rest = /^[^.;:!?]*/.exec(after)?.[0] ?? '';
  if (/(?:^|[\s,])(?:ni|nor|or|o|u)\s/.test(rest)) return true;
  return /:$|n'?t$|^(?:pertinent|deni|nieg|neg|never|nunca|no|en ningun)/.test(cue);
}

/** "I didn't think that it was, that I was suffering from, actual depression." */
const DISBELIEVED =
  /(?<![\p{L}])(?:did|do|does)(?: ?n['o]?t| not) (?:really |even |ever |honestly )*(?:think|believe) (?:that )?(?:it|this|that|i|he|she|there)(?: ?'(?:s|ve|m)| is| was| were| has| have| had| am)(?:(?!help|work|mak|caus|relat|due|better|worse|but|because)[^.;?!]){0,60}$/u;

/** "You can cross chlamydia and gonorrhoea off your list", "we've ruled a clot out". */
const crossedOff = (before: string, after: string): boolean =>
  (CROSSES.test(before) && /^[^.;?!]{0,40}?(?<![\p{L}])off(?![\p{L}])/u.test(after)) ||
  (/(?<![\p{L}])(?:rul(?:e|es|ed|ing)|count(?:ed)?)(?: \p{L}+){0,4} $/u.test(before) &&
    /^(?: (?:and|or) \p{L}+| \p{L}+)? out(?![\p{L}])/u.test(after));
const CROSSES =
  /(?<![\p{L}])(?:cross(?:ed)?|scratch(?:ed)?|tick(?:ed)?|knock(?:ed)?|tak(?:e|en)|strike|struck)(?: (?:the|any|out|a|both|and|or|\p{L}+,)| \p{L}+ (?:and|or))* $/u;

/** "I don't think I've noticed any skin changes": denied, as far as one knows. */
const NONE_NOTICED =
  /(?<![\p{L}])(?:do|did) ?n['o]?t (?:think|believe|reckon) (?:that )?(?:i|he|she|it|there|we)(?: ?'ve| ?'s| have| has| had| is| was| were)? (?:ever |really |actually |also )?(?:(?:noticed|had|seen|got|felt|been having|get|have|took|taken|take) )?any[^.;?!,]{0,40}$/u;

/** "I thought I had a temperature": the cue ends with the verb that the mention begins with. */
const verbOf = (mention: string): number =>
  /^(?:had|have|has|was|tenia|tiene|tuve|era) /.exec(mention)?.[0].length ?? 0;

/** Code units of the mention itself that a cue before it may look at: "me suena a gastritis". */
const HEAD = 16;

/** Code units around a mention that are read: run-on speech has sentences without end. */
const WINDOW = 320;

/**
 * Reads the words around a mention in its own sentence. `at` and `to` are
 * the mention's offsets in the sentence as written and folded.
 */
export function scopeOf(rawSentence: string, sentence: string, at: number, to: number): Scope {
  const from = at <= WINDOW ? 0 : sentence.indexOf(' ', at - WINDOW);
  const raw = rawSentence.slice(from, to + WINDOW);
  const text = sentence.slice(from, to + WINDOW);
  const start = at - from;
  const end = to - from;
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (isFigurative(text, start, end)) return { polarity: 'figurative', past: false, negation: false };
  const clear = mask(before, hits(PSEUDO_NEGATION, before));
  const over = pseudoOver(text, start, end) || isLookedInto(before) || deniesTwice(text.slice(start, end), after);
  const tail = over ? '' : after;
  const negations = hits(NEGATION_FORWARD, clear).filter((hit) => {
    if (isAnswer(text, hit) || correctsThen(text, hit, clear.slice(hit.end))) return false;
    const between = withoutAside(clear.slice(hit.start, hit.end), clear.slice(hit.end));
    if (AN_AIM.test(clear.slice(0, hit.start)) && between.includes(',')) return false;
    if (deniesQuality(clear, hit)) return /^\s*(?:\p{L}+\s+(?:ni|o)\s+)?$/u.test(between);
    return (
      reaches(between, 14) &&
      !affirmsAnew(between, after) &&
      !GRADED.test(between) &&
      !GOES_ON.test(between) &&
      listGoesOn(clear.slice(hit.start, hit.end), between, after)
    );
  });
  const goesOn = verdictAfter(before, after);
  if (goesOn === 'possible' && negations.every((hit) => startsAnew(clear.slice(hit.end))))
    return { polarity: 'possible', past: false, negation: false };
  const resolved = RESOLVED_BACKWARD.test(tail) || goesOn === 'ended';
  const postposed = saidAfter(before, text.slice(start, end), tail, tail === '' ? '' : raw.slice(end));
  const negation =
    (negations.length > 0 && postposed !== 'yes') ||
    postposed === 'no' ||
    goesOn === 'negated' ||
    DENIED_BESIDE.test(before) ||
    crossedOff(before, after) ||
    NONE_NOTICED.test(before) ||
    outdone(before, after) ||
    treatmentDenied(before) ||
    (FRONTED.test(before) && DENIED_THEN.test(after)) ||
    FRONTED_AHEAD.test(after) ||
    NEGATION_BACKWARD.test(tail) ||
    SIGNS_LISTED.test(raw.slice(start)) ||
    resolved;
  const ended =
    resolved ||
    negations.some((hit) =>
      /no longer|ya no|desaparicion|resolucion|resolution|disappearance/.test(before.slice(hit.start, hit.end)),
    );
  if (negations.some((hit) => TO_MAKE_SURE.test(before.slice(0, hit.start))))
    return { polarity: 'hypothetical', past: false, negation: false };
  if (negations.some((hit) => NOT_YET.test(before.slice(0, hit.start))))
    return { polarity: 'possible', past: false, negation: false };
  if (negation && !doubleNegation(before)) {
    const doubted =
      UNCLEAR_ITSELF.test(text.slice(start, end)) ||
      negations.some((hit) => deniesClarity(clear.slice(hit.start), tail));
    return { polarity: doubted ? 'possible' : 'negated', past: ended, negation: true };
  }
  const past = isPast(clear, text, after);
  if (isHypothetical(raw, text, start, before)) return { polarity: 'hypothetical', past, negation: false };
  const hedged =
    hits(POSSIBLE_FORWARD, text.slice(0, start + HEAD)).some(
      (hit) =>
        hit.end <= start + verbOf(text.slice(start, end)) &&
        reaches(before.slice(hit.end).replace(/,/g, ' '), 8) &&
        !HEDGES_A_COUNT.test(text.slice(hit.start)),
    ) ||
    POSSIBLE_BACKWARD.test(after) ||
    QUERIED.test(before) ||
    DISBELIEVED.test(before) ||
    isHearsay(before);
  return { polarity: hedged ? 'possible' : 'affirmed', past, negation: false };
}

/** "So we can make sure that you haven't got an infection": looked into, and not denied. */
const TO_MAKE_SURE =
  /(?<![\p{L}])(?:(?:(?:make|be|making|to be) sure|check(?:ing)?|ensure|see|confirm)(?: that| if| whether)? (?:you|he|she|it|there|we|they)(?:'re|'s|'ve| are| is| have| has| do| does| did| was)?|(?:asegurar\p{L}*(?: de)?|comprobar|confirmar) que)(?: \p{L}+)? ?$/u;

/** "Until we've ruled out": it isn't yet. */
const NOT_YET = /(?<![\p{L}])(?:until|till|once|unless|before|after) (?:we|i|they)(?: ?'ve| have| can)? $/u;

/** "Para que no convulsione, una pastilla": what it is for, and then what else. */
const AN_AIM = /(?<![\p{L}])(?:para que|so (?:that )?(?:he|she|it|you|they)) $/u;

/** "Kernig y Brudzinski negativos": signs that bear names share what their list ends with. */
const SIGNS_LISTED =
  /^\p{Lu}\p{L}+(?:\s*(?:,|y|e|and|\/)\s*\p{Lu}\p{L}+)+\s+(?:(?:son|fueron|are|were)\s+)?(?:negativ[oa]s|negative|ausentes)(?![\p{L}])/u;

/** "sin foco aparente": the word stands in what the claim names. */
const UNCLEAR_ITSELF = /\p{L}\s+(?:clar[oa]s?|aparentes?|evidentes?)$/u;
/** "amylase not raised, making pancreatitis unlikely": after the comma another thing is spoken of. */
const startsAnew = (between: string): boolean =>
  between.includes(',') && !/(?<![\p{L}])(?:or|nor|and)(?![\p{L}])/u.test(between.slice(between.lastIndexOf(',')));

/** "non-diabetic", "(-) fever", "neg fever": right before. */
const DENIED_BESIDE =
  /(?:(?<![\p{L}])non[- ]|\(\s*[-–−]\s*\)\s*|(?:^|[.,;:])\s*neg(?:ative)?\s+|(?:^|[.,;:!?])\s*(?:and |no,? )?nothing (?=$))$/u;

/** "sin claros signos de", "no dolor claro", "no parece haber tenido": that it is plain to see is what is denied. */
const deniesClarity = (denied: string, after: string): boolean =>
  /^(?:no|sin|without)\s+(?:[^,]*\s)?(?:clar[oa]s?|aparentes?|evidentes?|franc[oa]s?)\s[^,]*$/u.test(denied) ||
  /^no parec(?:en?|io)\s(?!que\s)[^,]*$/u.test(denied) ||
  /^(?:no|without)\s+(?:a\s+)?(?:clear|definite|convincing)\s[^,]*$/u.test(denied) ||
  (/^(?:no|sin)\s/.test(denied) &&
    /^\s+(?:\p{L}+(?:al|ales|ares?|ic[oa]s?|iv[oa]s?)\s+)?(?:clar[oa]s?|aparentes?|evidentes?)(?![\p{L}])/u.test(
      after,
    ));

/** "Maybe three glasses of wine": how many is what is unsure. */
const HEDGES_A_COUNT =
  /^(?:maybe|perhaps|probably|possibly|quizas?)(?:, (?:maybe|perhaps|probably))*\s+(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half|a couple|un par|dos|tres|cuatro|cinco|seis|(?:some|an?|the odd|the occasional|un|una|algun|alguna) (?:\p{L}+ of )?(?:wines?|beers?|drinks?|glass(?:es)?|pints?|cigarettes?|fags?|cocktails?|spirits|cider|vinos?|cervezas?|copas?|cigarros?|cigarrillos?))(?![\p{L}])/u;

/** "headache that won't go away": the denial after the mention is of its end. */
function pseudoOver(text: string, start: number, end: number): boolean {
  return (
    mayMatch(PSEUDO_NEGATION, text) &&
    hits(PSEUDO_NEGATION, text.slice(start)).some((hit) => hit.end > end - start && hit.start - (end - start) < 25)
  );
}

/** "No tengo fuerzas para nada", "I don't enjoy it, no": the second denial goes with the one that is part of the claim. */
const deniesTwice = (mention: string, after: string): boolean =>
  (/^no\s/.test(mention) && /^\s+(?:para nada|en absoluto|nada)(?![\p{L}])/u.test(after)) ||
  (/(?:n't|^not|^cannot)\s/.test(mention) &&
    /^\s*,?\s*(?:no|nope|not really|not at all|at all)\s*(?:[.,;!]|$)/.test(after));

/** "más que dolor es una opresión", "more of a tightness than a pain": the other thing is meant. */
const outdone = (before: string, after: string): boolean =>
  (/(?<![\p{L}])mas (?:bien )?que (?:un |una |el |la )?$/u.test(before) &&
    /^\s*,? ?(?:es|era|seria|diria|lo que|parece|siento|noto)(?![\p{L}])/u.test(after)) ||
  /(?<![\p{L}])(?:more (?:of )?an? (?:\p{L}+ ){1,2}than|rather than|mas (?:bien )?(?:\p{L}+ ){1,3}que) (?:an? |the |un |una )?(?:\p{L}+ )?$/u.test(
    before,
  );

/** "Fiebre, lo que se dice fiebre, no he tenido". */
const FRONTED = /(?<![\p{L}])lo que (?:se (?:dice|llama)|es)\s+$/u;
const DENIED_THEN = /^\s*,?\s*(?:no|nunca|jamas|ni|en (?:mi|la) (?:\p{L}+ )?vida|ya (?:no|ni))(?![\p{L}])/u;
const FRONTED_AHEAD =
  /^,? lo que (?:se (?:dice|llama)|es) \p{L}+(?: \p{L}+)?,? (?:ya )?(?:no|ni|nunca|jamas)(?![\p{L}])/u;

/** "never treated with morphine", "no precisó tratamiento con A ni B": the treatment is denied, and `with` does not end that. */
const treatmentDenied = (before: string): boolean => TREATMENT_DENIED.test(before);

/** "never without pain" affirms. */
const doubleNegation = (before: string): boolean =>
  /(?<![\p{L}])(?:never|not|nunca|no)\s+(?:(?:am|is|are|was|been|be|really|ever|have|has|had|i|estoy|esta|he|ha|estado|paso|vivo|un|solo|dia)\s+){0,3}(?:without|sin)\s+(?:\p{L}+\s+){0,2}$/u.test(
    before,
  );

/** "Se retira A y se inicia B": the other one was begun. */
const BEGUN =
  /(?<![\p{L}])(?:inici(?:a|o|an|aron|ando|amos|ar)|paut(?:a|o|an|ando|amos|ar)|anad(?:e|io|en|iendo|ir)|asoci(?:a|o|ando)|comienza|comenzo|empieza|empezo|sustitu\p{L}+ por|cambi\p{L}+ (?:por|a)|toma|sigue con|mantiene|poniendo)(?![\p{L}])/u;
/** "Cuando la gastritis, en plena pandemia": a time, told by what was had then. */
const WHEN = /(?<![\p{L}])cuando (?:lo de )?(?:el|la|los|las|mi|mis|aquel|aquella)\s+$/u;
const NO_VERB = /^\s*(?:[,.;:!?)]|$|en |del? (?:ano|mes|verano|invierno|\d)|hace )/u;

/** Words over which a list of what was stopped is read. */
const STOPS = 16;

/** "A two-week history of": how long it has lasted, no past. */
const LASTS =
  /(?:(?:\d+|\p{L}+)[- ](?:hours?|days?|weeks?|months?|years?|wks?|hrs?|yrs?|'s)|(?<![\p{L}])(?:short|brief|progressive|recent|acute)|\d\/(?:7|52|12))[- ]$/u;

/** "Antes me ponía más, pero me daban mareos": the imperfect goes on with the time that was. */
const BEFORE_IT_WAS =
  /(?<![\p{L}])antes [^.;?!]*(?:(?<![\p{L}])(?:me|le|se me|se le) \p{L}+(?:aba|aban|ia|ian)|(?<![\p{L}])(?:tenia|tenian|padecia|sufria))(?: (?:un|una|unos|unas|muchos?|muchas?|el|la|los|las|mas))* $/u;

function isPast(before: string, text: string, after: string): boolean {
  if (BEFORE_IT_WAS.test(before)) return true;
  if (WHEN.test(before) && NO_VERB.test(after)) return true;
  const told = hits(HISTORY_FORWARD, before).some((hit) => {
    const cue = before.slice(hit.start, hit.end);
    const between = before.slice(hit.end);
    if (/^desde $/.test(before.slice(Math.max(0, hit.start - 6), hit.start))) return false;
    if (/^(?:history|hx)/.test(cue) && LASTS.test(before.slice(0, hit.start))) return false;
    if (/^(?:hace|en|in|years|months)/.test(cue) && hits(ONGOING, text).length > 0) return false;
    if (/^(?:suspen|retir)/.test(cue) && (BEGUN.test(between) || between.split(/\s+/).length > STOPS)) return false;
    return (
      !/[;]/.test(between) &&
      !/(?<![\p{L}])(?:but|pero|now|ahora|actualmente|currently|presenta|acude|presents|consulta)(?![\p{L}])/u.test(
        between,
      )
    );
  });
  return told || (HISTORY_BACKWARD.test(after) && !/^\s*(?:\p{L}+ ){0,3}(?:since|desde|diagnos)/u.test(after));
}
