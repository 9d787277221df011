import { asksOn, asksWhither, effectAnswered, enrich, isNews, offersTime, placesIn } from './answers.ts';
import { asks } from './asks.ts';
import type { Said } from './attributes.ts';
import type { Candidate, Span } from './candidate.ts';
import type { Answer } from './classify.ts';
import { changesIn, characterIn, isQualityOfPain, likenedIn } from './clauses.ts';
import { dosesIn } from './doses.ts';
import { effectIn } from './effects.ts';
import { gradesIn } from './grades.ts';
import { amountIn } from './habits.ts';
import { isRadiation } from './radiation.ts';
import { type Line, said, textBetween, textOf, wordAt } from './reading.ts';
import { timesIn } from './times.ts';

/** How many lines later a question may still ask on about a finding without naming it. */
const FOCUS_LINES = 16;
/** How many lines later a finding may still be named of which a circumstance was told first. */
const PENDING_LINES = 2;

const LEAD =
  "^(?:(?:,|\\.|so|yes|yeah|well|and|but|just|like|maybe|i think|i noticed|noticed|i guess|i would say|i 'd say|probably|pues|bueno|si|y|pero|creo que|yo diria que|como|mas o menos|sera|seran|ya|la verdad es que) )*";
const ABOUT_IT = new RegExp(
  `${LEAD}(?:it|this|that|these|they|about|around|since|for|started|began|over the|on and off|the (?:last|past)|a (?:few|couple|week|month|day|year)|few|couple|several|only|mostly|mainly|usually|\\d+|two|three|four|five|six|seven|ten|every|esto|eso|empezo|empezaron|comenzo|me empez\\w+|me vien\\w+|viene|desde|hace|llevo|unos|unas|un par|dos|tres|cuatro|cinco|seis|cada|suele|dura|va y viene|casi|es|son|esta|lo noto|la noto|lo tengo|me da|me dura) `,
);
/** Of the patient's life, or of a treatment, rather than of the finding. */
const OF_SOMETHING_ELSE =
  /\b(work\w*|job|lived?|living|married|moved|retired|school|took|take|taking|smok\w+|drink\w*|travel\w*|went|visit\w*|appointment|saw|scan|test|trabaj\w+|viv[oi]\w*|casad[oa]|jubilad[oa]|tom[oeé]\w*|fum\w+|beb\w+|viaj\w+|consulta|prueba|doctor|old|birthday|edad|cumpl\w+|dicen?|dijo|dijeron|says?|said|reckons?|falleci\w+|murio|died|passed away|de un dia para (?:el )?otro)\b/;
const AT = new RegExp(
  `${LEAD}(?:(?:it 's|it is|they 're|that 's|(?:it|they) (?:come|comes|start|starts|begin|begins)|es|son|esta|lo noto|lo tengo|la tengo|me da|me duele) (?:just |mostly |mainly |kind of |sobre todo |solo )*)?(?:on|in|at|around|along|down|across|over|all over|behind|en|por|sobre|a) `,
);
/** `It's just the left one.` */
const SIDE =
  /^(?:(?:,|yeah|yes|no|well|so|um|uh|oh|and|but) )*(?:it 's |it is |they 're )?(?:just |only |mainly |mostly |more |more on )*(?:the |my |on the |to the )?(?:left|right|both)(?: (?:one|side|ones|sides|\w+))?(?: (?:one|side|mainly|mostly|really|usually))? [.,]?/;
const OF_A_MEDICINE = /\b(on (it|that|this|them|those)|taking|using|take it|tomando\w*|usando\w*|lo toma|la toma)\b/;

const give = (to: Candidate, line: Line, said: readonly Said[]): void => {
  for (const one of said) {
    if (!isNews(to, one)) continue;
    to.attributes[one.name] = one.value;
    to.grounds.push({ line, from: one.from, to: one.to });
  }
};

/** `It's got a lot worse`; `igual` alone may be likewise. */
const trendsIn = (line: Line): Said[] =>
  (changesIn(line).length > 0 ? [] : line.words)
    .filter(({ as, from }) => as === 'trend' && wordAt(line, from) !== 'igual')
    .map(({ from, to }) => ({ name: 'trend' as const, value: said(line, from, to), from, to }));

/** What a line without a finding of its own says of the one spoken of: how long, since when, how often, where. */
function circumstances(line: Line): Said[] {
  const text = textOf(line);
  if (OF_SOMETHING_ELSE.test(text) || line.words.some(({ as }) => as === 'relative')) return [];
  const out: Said[] = [];
  if (ABOUT_IT.test(text)) out.push(...trendsIn(line));
  if (ABOUT_IT.test(text)) out.push(...timesIn(line), ...dosesIn(line).filter(({ name }) => name === 'frequency'));
  if (AT.test(text) || SIDE.test(text)) out.push(...placesIn(line));
  out.push(...changesIn(line), ...likenedIn(line), ...gradesIn(line).filter(({ value }) => value.includes('/')));
  return out;
}

/** How many turns later a quality is still of the pain spoken of. */
const ABSORB_TURNS = 8;
const PAIN = /pain|ache|hurt|sore|cramp|discomfort|colic|tender|dolor|duele|algia|molestia/;
const isPain = ({ name, at }: Candidate): boolean =>
  PAIN.test(name ?? '') || PAIN.test(textBetween(at.line, at.from, at.to));

const isCough = ({ term }: Candidate): boolean => /cough/.test(term?.key ?? '');
/** `It's dry`, of a cough. */
const OF_COUGHS = /^(?:dry|wet|chesty|productive|barking|hacking|tickly|loose|secas?|productiva|perruna)$/i;

const HOW_MUCH = /\b(how (much|many|often)|before that|a day|per day|a week|units)\b/;
/** How many lines later the amount may still be asked of what one smokes or drinks. */
const HABIT_LINES = 6;
const isHabit = ({ kind, experiencer, assertion }: Candidate): boolean =>
  kind === 'risk_factor' && experiencer === 'patient' && (assertion === 'present' || assertion === 'historical');

/** `Is it a dry cough?`: a question that names the finding again would stand as another place where it is asked after. */
const names = (line: Line, { at }: Candidate): boolean =>
  at.line.tokens.slice(at.from, at.to).some(({ text }) => text.length > 2 && textOf(line).split(' ').includes(text));

/** The top of the scale that a question puts, without what it is explained by. */
const scaleIn = (line: Line): Span[] => {
  for (let i = line.from; i < line.to; i += 1)
    if (/^(10|ten|diez)$/.test(wordAt(line, i))) return [{ line, from: i, to: i + 1 }];
  return [];
};

/** `Has he been pulling his ears?` `The right one.`: that is no circumstance of the cough. */
const asksOfAPart = (asked: Line | null): boolean =>
  asked !== null && (asksWhither(asked) || (!asksOn(asked) && asked.words.some(({ as }) => as === 'site')));

/** What else may be asked when it was: an operation, a birth, a journey. */
const OF_AN_EVENT =
  /\b(?:baby|antibiotics?|antibiotico|tablets?|medications?|medicines?|pastillas|go on|put on|pregnan\w*|c section|section|diagnos\w*|periods?|holiday|came back|come back|got back|surgery|operation|operated|heart attack|stroke|scan|born|married|wedding|funeral|party|trip|accident|interview|birthday|boda|entierro|fiesta|accidente|bebe|embaraz\w*|cesarea|diagnostic\w*|regla|viaje|volvio|volviste|operaron|operacion|nacio|parto)\b/;

/** `Has this happened before?` `A few years back.`: another time than this one. */
const OF_BEFORE =
  /\b(?:happen\w* (?:to (?:you|him|her) )?(?:before|previously|in the past)|(?:had|have|has|felt) (?:\w+ ){0,5}(?:like (?:this|that|it)|this|it|similar) (?:before|previously|in the past)|ever had (?:\w+ ){0,4}(?:before|like|similar)|habia (?:tenido|pasado|ocurrido)|(?:pasado|ocurrido|tenido) (?:\w+ ){0,3}(?:antes|alguna vez|otras veces)|alguna vez (?:antes )?(?:ha|habia|le|te))\b/;

/** `How often is this happening?`: what one came for, and not what was asked after last. */
const ALL_THIS =
  /\b(?:this (?:been |all )?(?:happen\w*|going on)|(?:has|have|is) (?:this|all this|these (?:episodes|attacks|symptoms|problems)) (?:been )?(?:happen\w*|going on|start\w*|begin|began)|these (?:episodes|attacks)|(?:le|te) (?:pasa|viene pasando|ocurre|esta pasando) (?:esto|eso)|(?:esto|todo esto) (?:le|te) (?:pasa|ocurre|viene)|con (?:esto|todo esto)|empezo (?:esto|todo esto|todo))\b/;

/** Of what was told right before, whatever it was. */
const WHEN_WAS_THAT = /\b(?:when (?:was|did) that|how long ago was that|cuando fue eso|hace cuanto fue)\b/;

/** `How often?`, of all that was just told: of what was told first. */
const BARE =
  /^(?:(?:and|ok|okay|right|y|,|¿) )*(?:how (?:often|long)|since when|desde cuando|cada cuanto)(?: (?:for|exactly))? [?] $/;

const DEED =
  /\b(?:did|have|has|do) (?:you|he|she|they)\b|\b(?:te|se|le) (?:lo|la|los|las) |\b(?:echaste|echo|tomaste|tomo|puso|pusiste|diste|dio)\b/;

/** `¿Y te la echaste?` `Dos veces.`: that often was something done. */
const asksOfADeed = (asked: Line | null): boolean =>
  asked?.question === true && !asksOn(asked) && !asks(asked, 'how often') && DEED.test(textOf(asked));

/** `I feel sick with them`: what comes along with the complaint. */
const comesWith = (line: Line, { at }: Candidate): boolean =>
  /^(?:with|con) (?:it|them|that|this|these|those|ello|ellos|eso) /.test(textBetween(line, at.to, line.to));

const isFelt = ({ kind, assertion, experiencer }: Candidate): boolean =>
  kind === 'symptom' && assertion === 'present' && experiencer === 'patient';

/** The finding, and the medicine, that the talk is about, line after line. */
export class Talk {
  #focus: Candidate | null = null;
  /** The first that was told rather than asked after. */
  #complaint: Candidate | null = null;
  /** The last turn that was about it. */
  #turn = -1;
  #medicine: Candidate | null = null;
  #habit: Candidate | null = null;
  #pending: { readonly line: Line; readonly said: readonly Said[] } | null = null;

  /** The line before. */
  #said: Line | null = null;

  get focus(): Candidate | null {
    return this.#focus;
  }

  /** `And how about the headache?`, once one was told of: what is said next is of that one. */
  turnTo(line: Line, told: readonly Candidate[]): void {
    if (!line.question || line.segment.speaker !== 'clinician') return;
    const meant = line.mentions
      .filter(({ term }) => term.kind === 'symptom')
      .map(({ term }) => told.findLast((one) => one.term?.key === term.key && isFelt(one)))
      .find((one) => one !== undefined);
    if (meant === undefined || meant === this.#focus) return;
    this.#focus = meant;
    this.#turn = line.turn;
  }

  /** A question that names no finding: what its answer says goes to the one spoken of. */
  ask(line: Line, answer: Answer): void {
    const medicine = this.#medicine;
    if (medicine !== null && asks(line, 'whether it helped') && line.index - medicine.at.line.index < FOCUS_LINES) {
      const effect = effectAnswered(answer);
      if (effect !== null) {
        give(medicine, answer.line, [effect]);
        medicine.grounds.push({ line, from: line.from, to: line.to });
      }
      return;
    }
    const habit = this.#habit;
    if (habit !== null && HOW_MUCH.test(textOf(line)) && line.index - habit.at.line.index < HABIT_LINES) {
      const amount = amountIn(answer.line);
      if (amount !== null) {
        give(habit, answer.line, [amount]);
        habit.grounds.push({ line, from: line.from, to: line.to });
      }
      return;
    }
    const all = this.#meantBy(line);
    const on = OF_A_MEDICINE.test(textOf(line)) ? medicine : all;
    if (on === null || line.index - on.at.line.index >= FOCUS_LINES) return;
    if (
      on === all &&
      (OF_AN_EVENT.test(textOf(line)) || (WHEN_WAS_THAT.test(textOf(line)) && this.#turn < line.turn - 1))
    )
      return;
    const before = on.grounds.length;
    if (answer.kind === 'yes') {
      if (offersTime(line)) give(on, line, timesIn(line));
      if (asks(line, 'how often'))
        give(
          on,
          line,
          dosesIn(line).filter(({ name }) => name === 'frequency'),
        );
    }
    if (asksOn(line)) enrich(on, line, answer);
    if (on.grounds.length > before)
      on.grounds.push(...(names(line, on) ? scaleIn(line) : [{ line, from: line.from, to: line.to }]));
    const scale = this.#said;
    if (scale?.turn === line.turn && asks(line, 'how bad') && asks(scale, 'how bad') && scaleIn(line).length === 0)
      on.grounds.push(...scaleIn(scale));
    if (on === this.#focus) this.#turn = answer.line.turn;
  }

  /** `How often is this happening?`, `how long do they last?`, once headaches were told of. */
  #meantBy(line: Line): Candidate | null {
    const first = this.#complaint;
    if (first === null || this.#focus === null) return this.#focus;
    if (ALL_THIS.test(textOf(line))) return first;
    if (BARE.test(textOf(line)) && this.#focus.at.line.turn === first.at.line.turn) return first;
    const { at } = first;
    const several =
      /[^s]s$/.test(wordAt(at.line, at.to - 1)) && !/s$/.test(wordAt(this.#focus.at.line, this.#focus.at.to - 1));
    return several && /\bdo (?:they|these)\b/.test(textOf(line)) ? first : this.#focus;
  }

  /** `The pain`, once one was told of, is that one. */
  isMeant(line: Line, one: Candidate): boolean {
    const on = this.#focus;
    if (one.term?.key !== 'pain' || on === null || on.term?.key === 'pain' || !isPain(on)) return false;
    if (line.index - on.at.line.index >= FOCUS_LINES || one.at.line !== line) return false;
    if (line.question && /^(?:does|do|is|le|te|les|me)$/.test(wordAt(line, one.at.from))) return true;
    return /^(the|this|that|your|el|la|ese|este|su|tu)$/.test(wordAt(line, one.at.from - 1));
  }

  /** `It's burning` of a pain: the line's qualities go to the pain that the talk is about. Returns what stays a finding. */
  absorb(line: Line, candidates: Candidate[], asked: Line | null): Candidate[] {
    const on = this.#focus;
    if (on === null || on.at.line.turn < line.turn - ABSORB_TURNS) return candidates;
    if (!isPain(on) && !isCough(on)) return candidates;
    const qualities = candidates.filter(
      (one) => isQualityOfPain(line, one) && (isPain(on) || OF_COUGHS.test(one.name ?? '')),
    );
    if (qualities.length === 0 || candidates.some((one) => !qualities.includes(one) && one.kind === 'symptom'))
      return candidates;
    const described = asked !== null && asks(asked, 'what like') ? characterIn(line) : likenedIn(line);
    const [is] = described;
    if (is === undefined || (on.attributes.character ?? is.value) !== is.value) return candidates;
    give(on, line, described);
    if (asked !== null && asks(asked, 'what like')) on.grounds.push({ line: asked, from: asked.from, to: asked.to });
    return candidates.filter((one) => !qualities.includes(one));
  }

  /** A statement, with the findings that it names. */
  tell(line: Line, candidates: readonly Candidate[], asked: Line | null): void {
    this.#said = line;
    const findings = candidates.filter(
      (one) =>
        one.kind === 'symptom' &&
        one.assertion === 'present' &&
        one.experiencer === 'patient' &&
        !(this.#focus !== null && isRadiation(one.name)),
    );
    const own = line.segment.speaker === 'patient' || line.segment.speaker === 'other';
    if (own && candidates.length === 0 && !line.question && !asksOfAPart(asked)) this.#goOn(line, asked);
    const [first] = findings;
    if (first !== undefined && this.#pending !== null) {
      if (this.#pending.line.turn === line.turn && line.index - this.#pending.line.index <= PENDING_LINES)
        give(first, this.#pending.line, this.#pending.said);
      this.#pending = null;
    }
    if (first !== undefined && !(this.#focus !== null && comesWith(line, first))) {
      if (first.at.line.segment.speaker !== 'clinician') this.#complaint ??= first;
      this.#focus = first;
      this.#turn = line.turn;
    }
    for (const one of candidates) if (isHabit(one)) this.#habit = one;
    for (const one of candidates)
      if (one.kind === 'medication' && one.assertion === 'present' && one.experiencer === 'patient')
        this.#medicine = one;
  }

  #goOn(line: Line, asked: Line | null): void {
    if (this.#medicine !== null && this.#medicine.at.line.turn >= line.turn - 1) {
      const effect = effectIn(line, line.from);
      if (effect !== null) {
        give(this.#medicine, line, [effect]);
        return;
      }
    }
    if (this.#medicine !== null && this.#medicine.at.line.turn === line.turn) {
      const doses = dosesIn(line).filter(({ name }) => name !== 'route');
      if (doses.length > 0) {
        give(this.#medicine, line, doses);
        return;
      }
    }
    if (asked !== null && (OF_AN_EVENT.test(textOf(asked)) || OF_BEFORE.test(textOf(asked)))) return;
    const said = circumstances(line).filter(({ name }) => name !== 'frequency' || !asksOfADeed(asked));
    if (said.length === 0) return;
    const near = asked?.mentions.length === 0 ? 2 : 1;
    if (this.#focus !== null && this.#turn >= line.turn - near) give(this.#focus, line, said);
    else this.#pending = { line, said };
  }
}
