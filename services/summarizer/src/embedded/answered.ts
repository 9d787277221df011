import type { Assertion } from '@clinical/contracts';
import { placesIn } from './answers.ts';
import type { Said } from './attributes.ts';
import type { Span } from './candidate.ts';
import { type Answer, classify, deniesANoun } from './classify.ts';
import { amends } from './details.ts';
import { isPolar } from './exchange.ts';
import type { Found } from './findings.ts';
import { amountIn } from './habits.ts';
import { amountsIn } from './habits-es.ts';
import { postposed } from './postposed.ts';
import { putsRight } from './put-right.ts';
import { isRadiation } from './radiation.ts';
import { type Line, said, textOf, wordAt } from './reading.ts';
import type { Scope } from './scope.ts';
import { tellsHow } from './tells-how.ts';
import { weighs } from './weight.ts';

const ONLY_AFTER_NO = new Set(['only', 'just', 'solo', 'solamente', 'unicamente', 'nomas']);

const OVER =
  /^(gone|settled|stopped|resolved|cleared|subsided|quitado|pasado|desaparecido|cesado|remitido|resuelto|settle|resolve)$/;

/** `Has the vomiting settled?`: yes says that it is over, no that it goes on. */
export function asksWhetherOver(line: Line, mine: Found): boolean {
  for (let i = line.from; i < line.to; i += 1) {
    if (wordAt(line, i) === 'gone' && i < mine.from) continue;
    if (OVER.test(wordAt(line, i)) && !(i >= mine.from && i < mine.to)) return true;
  }
  return false;
}

const GONE = /^(gone|resolved|away|disappeared|better|desaparecio|quitado|quito|fue|pasado|paso)$/;
const LEFT_OFF = /^(deje|dejado|quit|stopped|gave|used)$/;

function begins(answer: Answer, test: RegExp): boolean {
  const { line } = answer;
  for (let i = line.from; i < Math.min(line.to, line.from + 5); i += 1) if (test.test(wordAt(line, i))) return true;
  return false;
}

/** `The pain`, `su tos`: the question takes the finding for granted and asks something else of it. */
const GRANTED = new Set(
  'the your this that these those su sus ese esa esos esas este esta estos estas aquel aquella tu tus'.split(' '),
);

/** `Está cansado` is a verb, `esta tos` is not. */
const grants = (line: Line, i: number): boolean =>
  (GRANTED.has(wordAt(line, i)) || (wordAt(line, i - 1) === 'con' && /^(el|la|los|las)$/.test(wordAt(line, i)))) &&
  !/á/i.test(said(line, i, i + 1).normalize('NFC'));

const ASKS_OF = /^(is|are|was|were|does|do|did|has|have)$/;
const CLOSES = /^([?,.]|at|when|now|too|or|and|in|lately|recently|today|anymore|still|if|with|)$/;

/** `Does the leg feel weak?`: the part is taken for granted, its state is what is asked. */
const predicated = (line: Line, mine: Found): boolean =>
  mine.state === true ||
  (mine.to - mine.from > 1 && ASKS_OF.test(wordAt(line, mine.from - 2)) && CLOSES.test(wordAt(line, mine.to)));

/** What an answer makes of a finding that the question names. Null: nothing can be said of it. */
function answeredAs(line: Line, scope: Scope, answer: Answer, several: boolean, mine: Found): Assertion | null {
  if (scope.assertion === 'hypothetical') return null;
  const denied = scope.assertion === 'negated';
  if (asksWhetherOver(line, mine))
    return answer.kind === 'yes' ? 'historical' : answer.kind === 'no' ? 'present' : null;
  if (endsIt(answer) && !denied) return 'historical';
  if (!denied && isPolar(line) && amends(line, answer.line)) return scope.assertion;
  const granted = !predicated(line, mine) && grants(line, mine.from - 1);
  if (granted && (answer.kind === 'unsure' || answer.kind === 'no')) return null;
  if (!isPolar(line)) {
    if (answer.kind === 'no' || answer.kind === 'unsure' || begins(answer, GONE)) return null;
    return denied ? null : scope.assertion === 'historical' ? 'historical' : 'present';
  }
  if (
    answer.kind === 'other' &&
    begins(answer, LEFT_OFF) &&
    (mine.kind === 'risk_factor' || mine.kind === 'medication')
  )
    return 'historical';
  if (
    answer.kind === 'other' &&
    mine.kind === 'risk_factor' &&
    !denied &&
    amountsIn(answer.line).length > 0 &&
    isAmountOf(mine, answer.line)
  )
    return 'present';
  switch (answer.kind) {
    case 'no':
      return 'negated';
    case 'yes': {
      if (denied && AFRAID_SO.test(textOf(answer.line))) return 'present';
      if (denied)
        return /^(right|correct|exact|eso|correcto|exacto|asi|that)/.test(wordAt(answer.line, answer.to - 1))
          ? 'negated'
          : null;
      if (isExample(line, mine)) return null;
      if (!several && OR_ANOTHER.test(textOf(line))) return 'possible';
      if ((several && alternatives(line, mine)) || EITHER_HABIT.test(textOf(line))) return 'possible';
      return scope.assertion === 'negated' ? null : scope.assertion;
    }
    case 'unsure':
      return denied ? null : 'possible';
    default:
      return null;
  }
}

/** `Does your heart race, or are you sweating?` `Yeah.`: a clause beside the one that names it. */
const OR_ANOTHER =
  /\bor (?:(?:are|is|do|does|have|has) )?(?:you|your|he|she|it)(?: 're| 've| 's)? (?!(?:ever|usually|not)\b)\w+/;

/** `Any painkillers, like diclofenac?` `Yes.` */
function isExample(line: Line, mine: Found): boolean {
  let i = mine.from - 1;
  if (/^(el|la|los|las|un|una|a|an|the)$/.test(wordAt(line, i))) i -= 1;
  const word = wordAt(line, i);
  return (
    (/^(como|tipo|like|say)$/.test(word) && wordAt(line, i - 1) === ',') ||
    (word === 'as' && wordAt(line, i - 1) === 'such') ||
    word === 'ejemplo'
  );
}

/** `Do you drink or smoke?` */
const EITHER_HABIT =
  /\b(?:drink|smoke|vape|alcohol|tobacco|drugs)\b(?: \w+){0,3} or (?:\w+ ){0,3}(?:drink|smoke|vape|alcohol|drugs)\b/;

/** `You're not still getting them, are you?` `'Fraid so.`: so it is, though it was put as a denial. */
const AFRAID_SO = /\b(?:fraid|afraid) (?:so|i (?:am|do|have))\b/;

const ENDED =
  /^(?:(?:,|\.|well|oh|no|not really|yeah|yes|actually|pues|bueno|si|la verdad) )*(?:not any ?more|no longer|i used to|used to|(?:i (?:'ve |have )?)?(?:stopped|quit|given (?:it |them )?up|gave (?:it |them )?up|packed (?:it |them )?in|kicked (?:it|the habit)|knocked it on the head)|(?:(?:it|they|those|that|them)(?: ?'s| ?'re| went| is| are| ended up)? )?(?:straight )?(?:in|into|down) the (?:bin|rubbish|trash|garbage|dustbin|toilet|loo|drain|drawer)|(?:a|en) la basura|(?:los|las|lo|la) tire|(?:i )?(?:binned|chucked|ditched|dumped|jacked) (?:it|them|that|those)|not for (?:\w+ ){0,2}years|not since|years ago|ages ago|a long time ago|years back|hace (?:muchos |unos |varios |ya )?anos(?! que)|de (?:nin[oa]|joven|chic[oa]|chiquit[oa]|pequen[oa]|chamac[oa]|muchach[oa]|adolescente)|ya no|antes si|(?:lo|la|los|las) deje|lo he dejado|deje de|hace (?:tiempo|anos|meses|mucho) que no|hace \w+ (?:anos|meses) que no)/;

const ONCE =
  /^(?:(?:,|[.]|yes|yeah|well|si|bueno|pues) )*(?:(?:it|they|he|she|i|that) (?:did|was|were|had)|al principio|los (?:\w+ ){0,2}primeros|las (?:\w+ ){0,2}primeras|the first|at first|initially|to (?:start|begin) with)\b.{0,90}?\b(?:not (?:now|any ?more|at the moment|today)|(?:ahora|hoy) (?:ya )?no|ya no|gone now|(?:it 's|they 've|it has|that 's) (?:gone|stopped|settled))\b/;

/** `I used to`, `not any more`, `lo dejé`, `it did the first week. Not now.`: so once, and over. */
const endsIt = ({ line, rest }: Answer): boolean =>
  ENDED.test(textOf(line)) || ONCE.test(rest.slice(0, 3).map(textOf).join(''));

function alternatives(line: Line, mine: Found): boolean {
  for (let i = line.from; i < line.to; i += 1) {
    if (/^(or|o|u)$/.test(wordAt(line, i)) && Math.abs(i - mine.from) < 14) return true;
  }
  return false;
}

/** An answer that goes on about the thing itself (`It comes and goes`, `Since Monday`) though it says neither yes nor no. */
const AFFIRMS =
  /^(since|for|about|every|desde|hace|cada|only|just|solo|mostly|usually|especially|worse|sobre|casi|socially|weekends|occasionally|socialmente)$/;

/** What an answer makes of a finding that its question names. */
export interface Answered {
  readonly assertion: Assertion;
  /** The part of the question that the answer takes up, where it does. */
  readonly echoed: { readonly at: Span } | null;
  /** How much, of a habit. */
  readonly amount: { readonly line: Line; readonly said: Said } | null;
  /** The relative whose it is. */
  readonly kin: string | null;
}

/** Null: nothing can be said of it. `several`: the question names others of its kind. */
export function answered(line: Line, one: Found, scope: Scope, answer: Answer, several: boolean): Answered | null {
  const echoed = scope.assertion === 'present' ? echoedPart(line, one, answer) : null;
  let assertion = echoed?.assertion ?? answeredAs(line, scope, answer, several, one);
  if (scope.assertion === 'present' && putsRight(line, answer, one.kind === 'medication') !== null)
    assertion = 'present';
  const amount =
    one.kind === 'risk_factor' && answer.kind !== 'no' && !endsIt(answer) ? amountAnswered(one, answer) : null;
  if (amount !== null && scope.assertion === 'present') assertion = 'present';
  if (
    assertion === null &&
    answer.kind === 'other' &&
    isRadiation(one.name) &&
    !/(?:any|else|some)where/.test(one.name ?? '') &&
    placesIn(answer.line).length > 0
  )
    assertion = scope.assertion;
  if (assertion === null && answer.kind === 'other' && ofWeight(one) && weighs(answer.line))
    assertion = scope.assertion;
  if (assertion === 'present' && one.kind === 'risk_factor' && OF_THE_PAST.test(textOf(line))) assertion = 'historical';
  if (
    assertion === null &&
    answer.kind === 'other' &&
    !several &&
    isPolar(line) &&
    (AFFIRMS.test(wordAt(answer.line, answer.line.from)) ||
      (isFelt(one) &&
        answer.line.index === line.index + 1 &&
        !alternatives(line, one) &&
        !namesAPart(line, one, answer.line) &&
        tellsHow(answer)))
  ) {
    assertion = scope.assertion === 'negated' ? null : scope.assertion;
  }
  if (
    assertion === null &&
    answer.kind === 'other' &&
    scope.assertion !== 'negated' &&
    (grants(line, one.from - 1) || /^(el|la|los|las)$/.test(wordAt(line, one.from - 1))) &&
    alternatives(line, one) &&
    placesIn(answer.line).length > 0
  )
    assertion = scope.assertion;
  if (assertion === null && answer.kind === 'other' && answer.rest.length > 0 && several && onlyNames(answer))
    assertion = 'negated';
  const kin = scope.experiencer === 'family' && answer.kind !== 'no' ? relativeIn(answer) : null;
  if (assertion === null && kin !== null && answer.kind === 'other' && !several) assertion = 'family';
  return assertion === null ? null : { assertion, echoed, amount, kin };
}

/** `¿Sangre en la orina?` `Las encías, ...`: another part is named, where the finding has a place of its own. */
const namesAPart = (asked: Line, { from, to }: Found, answer: Line): boolean =>
  /^(el|la|los|las|mi|mis|the|my)$/.test(wordAt(answer, answer.from)) &&
  /^(|[.,;])$/.test(wordAt(answer, answer.from + 2)) &&
  Array.from({ length: to - from }, (_, i) => wordAt(asked, from + i)).some((word) =>
    /^(en|de|del|por|in|on|of|from)$/.test(word),
  );

const isFelt = ({ kind, mention }: Found): boolean => mention !== null && (kind === 'symptom' || kind === 'condition');

const ofWeight = ({ mention }: Found): boolean => /^weight_(?:loss|gain)$/.test(mention?.term.key ?? '');

/** `How many did you smoke?` */
export const asksOfThePast = (line: Line): boolean => OF_THE_PAST.test(textOf(line));
const OF_THE_PAST =
  /\b(did you (smoke|drink|use|vape)|were you (smoking|drinking)|used to|you (smoked|drank|vaped)|(fumaba|bebia|fumabas|bebias))\b/;

const OF_DRINK =
  /\b(?:pints?|beers?|glass(?:es)?|wines?|bottles?|units|cans|drinks?|whisk\w+|gins?|birras?|cervezas?|canas?|cubatas?|copas?|copitas?|vinos?|vasos?|chelas?|tragos?|tragu\w+|botellas?|litronas?)\b/;
const OF_SMOKE =
  /\b(?:cigarettes?|fags?|ciggies|smokes|packs?|packets?|roll ?ups?|rollies|cigarros?|cigarrillos?|pitillos?|puchos?|paquetes?|cajetillas?)\b/;

/** `Six pints` is no amount of what one smokes, `half a pack` none of what one drinks, and neither is one of drugs. */
function isAmountOf({ mention }: Found, line: Line): boolean {
  const text = textOf(line);
  const [drink, smoke] = [OF_DRINK.test(text), OF_SMOKE.test(text)];
  const key = mention?.term.key;
  if (key === 'drug_use' && (drink || smoke)) return false;
  if (drink === smoke) return true;
  return drink ? key === 'alcohol_use' || key === undefined : key === 'smoking' || key === undefined;
}

/** `Six pints over a weekend`: how much, which says that it is so. */
function amountAnswered(one: Found, answer: Answer): { line: Line; said: Said } | null {
  for (const line of answer.rest.slice(0, 2)) {
    const amount = amountIn(line);
    if (amount !== null && isAmountOf(one, line)) return { line, said: amount };
  }
  return null;
}

/** The relative whom an answer names: `Yes, my father`. */
function relativeIn(answer: Answer): string | null {
  for (const line of answer.rest.slice(0, 2)) {
    const hit = line.words.find((word) => word.as === 'relative');
    if (hit !== undefined && !line.cues.some((cue) => cue.triggers.some((t) => t.category === 'negation')))
      return said(line, hit.from, hit.to);
  }
  return null;
}

/** `No vomiting` to `any nausea or vomiting?`, and no further `no`: of the nausea nothing was said. */
export function deniesAnother(answer: Answer, asked: Line, one: Found, several: boolean): boolean {
  if (!deniesANoun(answer)) return false;
  const next = answer.rest[1];
  if (next !== undefined && classify(next).kind === 'no' && !deniesANoun(classify(next))) return false;
  const { line, to } = answer;
  const noun = singular(wordAt(line, to));
  if (one.kind === 'allergy' && /^(?:medicine|medication|drug|tablet|pill|med)$/.test(noun)) return true;
  for (let i = one.from; i < one.to; i += 1) if (singular(wordAt(asked, i)) === noun) return false;
  for (let i = to; i < line.to; i += 1)
    if (wordAt(line, i) === ',' && wordAt(line, i + 1) === 'no' && !several) return false;
  if (several) return true;
  return line.mentions.some(({ from, term }) => from === to && term.key !== one.mention?.term.key);
}

const singular = (word: string): string => word.replace(/s$/, '');

/** Shorter words are articles and pronouns. */
const CONTENT = 4;

/** `Las piernas no` to `¿se le hinchan las piernas?`: a part of what was asked, and how it stands. */
function echoedPart(asked: Line, one: Found, answer: Answer): { assertion: 'negated' | 'present'; at: Span } | null {
  for (const line of answer.rest.slice(0, 2)) {
    if (line.question) continue;
    for (let i = one.from; i < one.to; i += 1) {
      const word = wordAt(asked, i);
      for (let k = line.from; k < line.to && word.length >= CONTENT; k += 1) {
        const after = wordAt(line, k) === word ? postposed(line, k, k + 1) : null;
        if (after === null) continue;
        return { assertion: after.says === 'no' ? 'negated' : 'present', at: { line, from: line.from, to: after.to } };
      }
    }
  }
  return null;
}

/** The answer names the thing itself, so its own words say how it stands. */
export const isNamed = (answer: Answer, one: Found): boolean =>
  one.mention !== null &&
  answer.rest.slice(0, 2).some((line) => line.mentions.some((m) => m.term.key === one.mention?.term.key));

const onlyNames = (answer: Answer): boolean => ONLY_AFTER_NO.has(wordAt(answer.line, answer.line.from));
