import { type Attributes, NO_ATTRIBUTES } from '@clinical/contracts';
import { mulberry32 } from '../../evaluation/src/statistics.ts';
import type { Draft, DraftFact } from '../../services/summarizer/src/engine.ts';

/** One change to a good draft, as a model's mistake would make it. */
export interface Mutation {
  readonly kind: 'invention' | 'number' | 'foreign_quote' | 'polarity';
  readonly draft: Draft;
  /** The fact that carries the change. */
  readonly fact: DraftFact;
  /** What was said, where something said was changed. */
  readonly original: DraftFact | null;
}

const INVENTED = {
  es: [
    'sarcoidosis',
    'esclerosis múltiple',
    'fibromialgia',
    'síndrome de Marfan',
    'metotrexato',
    'celulitis orbitaria',
    'pericarditis',
    'lupus',
    'tetania',
  ],
  en: [
    'sarcoidosis',
    'multiple sclerosis',
    'fibromyalgia',
    'Marfan syndrome',
    'methotrexate',
    'orbital cellulitis',
    'pericarditis',
    'lupus',
    'tetany',
  ],
} as const;
const FOREIGN = {
  es: ['me lo dijo el oftalmólogo del hospital', 'llevo así toda la primavera', 'me operaron de eso en Valencia'],
  en: ['the eye doctor at the hospital told me', 'it has been like that all spring', 'they operated on it in Boston'],
} as const;

/** Every mutation of a draft, with seeded choices. `segments` are the ids that quotes may name. */
export function mutations(
  draft: Draft,
  language: 'es' | 'en',
  texts: ReadonlyMap<string, string>,
  seed: number,
): Mutation[] {
  const random = mulberry32(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const ids = [...texts.keys()];
  const out: Mutation[] = [];
  const said = [...texts.values()].join('\n').toLowerCase();

  const invented = pick(INVENTED[language].filter((name) => !said.includes(name.toLowerCase())));
  const id = pick(ids);
  const quotes = [invented, texts.get(id)!, pick(FOREIGN[language])];
  for (const quote of quotes) {
    const fact: DraftFact = {
      kind: 'condition',
      text: invented,
      name: invented,
      concept: null,
      assertion: 'present',
      experiencer: 'patient',
      relation: null,
      attributes: NO_ATTRIBUTES,
      quotes: [{ segment_id: id, quote }],
      source: 'model',
    };
    out.push({ kind: 'invention', draft: { ...draft, facts: [...draft.facts, fact] }, fact, original: null });
  }

  draft.facts.forEach((original, i) => {
    const put = (kind: Mutation['kind'], fact: DraftFact): void => {
      out.push({ kind, draft: { ...draft, facts: draft.facts.with(i, fact) }, fact, original });
    };
    put('foreign_quote', {
      ...original,
      quotes: [{ segment_id: original.quotes[0]!.segment_id, quote: pick(FOREIGN[language]) }],
    });
    for (const [name, value] of Object.entries(original.attributes) as [keyof Attributes, string | null][]) {
      const changed = value === null || name === 'status' ? null : otherNumber(value, original, random);
      if (changed !== null) put('number', { ...original, attributes: { ...original.attributes, [name]: changed } });
    }
    if (original.kind === 'plan' || original.experiencer !== 'patient') return;
    if (original.assertion === 'present') put('polarity', { ...original, assertion: 'negated' });
    if (original.assertion === 'negated') put('polarity', { ...original, assertion: 'present' });
  });
  return out;
}

/** The value with its first number changed into one that no quote of the fact holds; null: it has no digits. */
function otherNumber(value: string, fact: DraftFact, random: () => number): string | null {
  const found = /\d+(?:[.,]\d+)?/.exec(value);
  if (found === null) return null;
  const quoted = fact.quotes.map(({ quote }) => quote).join(' ');
  for (let i = 0; i < 50; i += 1) {
    const other = String(Number(found[0].replace(',', '.')) * pickFactor(random) + Math.floor(random() * 7) + 1);
    if (!new RegExp(`(?<!\\d)${other.replace('.', '[.,]')}(?!\\d)`).test(quoted)) return value.replace(found[0], other);
  }
  return null;
}

const pickFactor = (random: () => number): number => [1, 2, 10, 100][Math.floor(random() * 4)]!;
