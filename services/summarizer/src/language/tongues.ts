import type { Language } from '@clinical/contracts';
import type { Tongue } from './lexicon.ts';
import type { Token } from './tokens.ts';

const ES = new Set(
  'el la los las un una unos unas de del que y en con por para se su sus mi mis me le les lo al es son esta estoy tengo tiene tenia ha he hace desde muy mas pero si como cuando porque tambien ya nada bien doctor doctora paciente usted hay fue dolor sin ni o niega refiere presenta anos dias'.split(
    ' ',
  ),
);
const EN = new Set(
  "the a an of and in to with for is are was were have has had do does did n't not you your i my he she his her it this that on at any some been be year years old day days since but or so what how when pain patient presents denies".split(
    ' ',
  ),
);

/** Which language a stretch of tokens speaks, by its small words; null where they don't tell. */
export function tongueOf(tokens: readonly Token[], from: number, to: number): Tongue | null {
  let es = 0;
  let en = 0;
  for (let i = from; i < to; i += 1) {
    const { text } = tokens[i] as Token;
    if (ES.has(text)) es += 1;
    if (EN.has(text)) en += 1;
  }
  if (es === en) return null;
  return es > en ? 'es' : 'en';
}

/** The tables to read a sentence with. A mixed or unknown segment is judged by the sentence, and by both where in doubt. */
export function tonguesFor(language: Language, tokens: readonly Token[], from: number, to: number): readonly Tongue[] {
  if (language === 'es') return ONLY.es;
  if (language === 'en') return ONLY.en;
  if (language === 'mixed') return BOTH;
  const tongue = tongueOf(tokens, from, to);
  return tongue === null ? BOTH : ONLY[tongue];
}

const BOTH: readonly Tongue[] = ['es', 'en'];
const ONLY: Record<Tongue, readonly Tongue[]> = { es: ['es'], en: ['en'] };
