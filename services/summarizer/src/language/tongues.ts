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

/** Of these each belongs to one language alone, and stands in hardly a sentence of the other. */
const ONLY_ES = new Set(
  'una unos unas que por pero desde porque cuando tengo tiene tenia tenemos estoy duele duelen tomo siento noto llevo muy tambien mi mis yo fue eran ni niega'.split(
    ' ',
  ),
);
const ONLY_EN = new Set(
  "the of and for with is are was were have had you your my she they it this that what how when but since not been because never or any some n't".split(
    ' ',
  ),
);

/** Whether words of the other language's grammar stand in it: `tengo tos since Monday`. */
function switches(tokens: readonly Token[], from: number, to: number): boolean {
  let es = false;
  let en = false;
  for (let i = from; i < to && !(es && en); i += 1) {
    const { text } = tokens[i] as Token;
    es ||= ONLY_ES.has(text);
    en ||= ONLY_EN.has(text);
  }
  return es && en;
}

/**
 * The tables to read a sentence with, the likelier language first. Both where the segment's language is unknown or
 * the sentence has grammar of both.
 */
export function tonguesFor(language: Language, tokens: readonly Token[], from: number, to: number): readonly Tongue[] {
  const known = language === 'es' || language === 'en' ? language : null;
  const tongue = known ?? tongueOf(tokens, from, to);
  if (tongue === null) return BOTH.es;
  return language === 'mixed' || switches(tokens, from, to) ? BOTH[tongue] : ONLY[tongue];
}

const BOTH: Record<Tongue, readonly Tongue[]> = { es: ['es', 'en'], en: ['en', 'es'] };
const ONLY: Record<Tongue, readonly Tongue[]> = { es: ['es'], en: ['en'] };
