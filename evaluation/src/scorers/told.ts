import type { Fact } from '@clinical/contracts';
import { termsIn } from '../../../services/summarizer/src/language/lexicon.ts';
import { type Token, tokenise } from '../../../services/summarizer/src/language/tokens.ts';
import { numbersIn } from '../../../services/summarizer/src/verify/numbers.ts';
import { isStop, stem } from '../../../services/summarizer/src/verify/words.ts';
import { keys } from '../matching.ts';
import { oneSlip } from '../spelling.ts';

const BOTH = ['es', 'en'] as const;
/** Share of an item's words that one fact has to carry. */
const SHARE = 0.6;

/** Frame what is told and name nothing; a denial is compared apart. */
const FRAME = new Set(
  'no not nor nil non never none without denies neither sin ningun ninguna niega nunca ni known other else any all particular regular recent recently really very so slightly bit abit much quite kind sort just also too sure unsure certain uncertain if whether segura seguro feel feels feeling felt like her his conocidas conocidos conocido conocida otros otras otro otra alguna algun algo muy poco bastante mucho mucha solo tan tambien casi siente sentir nota notar refiere habitual reciente recientes ningun si como'.split(
    ' ',
  ),
);
const SAME: readonly (readonly [RegExp, string])[] = [
  [/^(?:difficult(?:y|ies)?|problems?|troubles?|issues?|complaints?|conditions?|illness(?:es)?|diseases?)$/, 'trouble'],
  [/^(?:dificultad(?:es)?|problemas?|molestias?|enfermedad(?:es)?|trastornos?)$/, 'trouble'],
  [/^(?:mother|mum|mom|mummy|mam[aá]|madre)$/, 'mother'],
  [/^(?:father|dad|daddy|pap[aá]|padre)$/, 'father'],
  [/^(?:medications?|medicines?|drugs?|tablets?|pastillas?|medicamentos?|medicacion|farmacos?)$/, 'medicine'],
];

/** What a fact says by its form rather than in words: that it is past, unsure, a medicine that is taken, what worsens it. */
const BY_ASSERTION: Partial<Record<Fact['assertion'], string>> = {
  present: 'present now current currently',
  historical: 'past previous previously before history once ago antecedentes antecedente previo antes pasado anterior',
  possible: 'possible possibly thinks might maybe posible posiblemente probable quiza cree duda sospecha',
  family: 'family familiar familia',
};
const BY_KIND: Partial<Record<Fact['kind'], string>> = {
  medication: 'takes taking taken took uses using used tried on medication toma tomando tomado usa',
  allergy: 'allergy allergic alergia alergico',
};
const BY_STATUS: Readonly<Record<string, string>> = {
  stopped: 'stopped longer anymore past previously dejo dejado suspendido suspender retirar',
  resolved: 'resolved anymore past gone resuelto',
};

const BY_ATTRIBUTE: Partial<Record<keyof Fact['attributes'], string>> = {
  aggravated_by: 'worse worsens aggravated exacerbated brought on triggered triggers peor empeora',
  relieved_by: 'better relieved eased eases helped helps mejor mejora alivia',
};

/** What a fact says, by word and by concept: its finding alone, and with all its attributes. */
export interface Said {
  readonly fact: Fact | null;
  readonly finding: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

const canonical = (word: string): string => SAME.find(([pattern]) => pattern.test(word))?.[1] ?? stem(word);

interface Word {
  readonly word: string;
  readonly from: number;
}

/** Content words, a number by its value however written: `4 days` = `four days`. */
function wordsOf(tokens: readonly Token[]): Word[] {
  const numbers = numbersIn(tokens, BOTH).filter(({ from, to }) => to > from);
  const out: Word[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const number = numbers.find(({ from, to }) => from <= i && to > i);
    const { text, kind } = tokens[i]!;
    if (number !== undefined) {
      if (i === number.from && /\d|\p{L}{2}/u.test(text)) out.push({ word: `#${number.values.at(-1)}`, from: i });
    } else if (kind !== 'mark' && !isStop(text) && !FRAME.has(text)) out.push({ word: canonical(text), from: i });
  }
  return out;
}

const bag = (text: string): Set<string> => {
  const tokens = tokenise(text);
  const out = new Set(wordsOf(tokens).map(({ word }) => word));
  for (const { values } of numbersIn(tokens, BOTH)) for (const value of values) out.add(`#${value}`);
  return out;
};

export function saidBy(fact: Fact): Said {
  const finding = `${fact.name} . ${fact.text}`;
  const form = [BY_ASSERTION[fact.assertion], BY_KIND[fact.kind], BY_STATUS[fact.attributes.status ?? '']];
  if (fact.kind === 'allergy' && fact.assertion === 'negated') form.push('to drugs');
  for (const [name, words] of Object.entries(BY_ATTRIBUTE))
    if (fact.attributes[name as keyof Fact['attributes']] !== null) form.push(words);
  const all = [finding, fact.relation, ...form, ...Object.values(fact.attributes)].filter(Boolean).join(' . ');
  return { fact, finding: bag(finding), all: bag(all), keys: keys(all) };
}

/** The patient's age is told outside the facts. */
export const saidOfAge = (age: string): Said => ({ fact: null, finding: bag(age), all: bag(age), keys: new Set() });

/** `Blood test` tells nothing of blood. */
const isDone = (fact: Fact | null): boolean => fact?.kind === 'procedure' || fact?.kind === 'plan';

export interface Told {
  readonly said: Said;
  /** How many of the item's words it carries. */
  readonly words: number;
  /** The fact's finding itself is what the item names, not only a circumstance of it. */
  readonly named: boolean;
}

/** Which facts tell a line of a checklist: they carry most of its words, by the word itself or by its concept. */
export function toldBy(item: string, facts: readonly Said[]): Told[] {
  const tokens = tokenise(item);
  const words = wordsOf(tokens);
  if (words.length === 0) return [];
  const terms = termsIn(tokens, 0, tokens.length, BOTH);
  const out: Told[] = [];
  for (const said of facts) {
    const spans = terms.filter(({ term }) => said.keys.has(term.key));
    if (spans.length === 0 && said.keys.size > 0 && isDone(said.fact)) continue;
    const carries = ({ word, from }: Word, by: ReadonlySet<string>): boolean =>
      by.has(word) ||
      spans.some((span) => span.from <= from && span.to > from) ||
      [...by].some((other) => oneSlip(word, other));
    const carried = words.filter((word) => carries(word, said.all)).length;
    if (carried < SHARE * words.length) continue;
    const named = spans.length > 0 || words.every((word) => carries(word, said.finding));
    out.push({ said, words: carried, named });
  }
  return out;
}
