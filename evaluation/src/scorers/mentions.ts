import { tokenise } from '../../../services/summarizer/src/language/tokens.ts';
import { numbersIn } from '../../../services/summarizer/src/verify/numbers.ts';

type Language = 'es' | 'en';
type Sex = 'male' | 'female';

/** Headers put one letter, and not the same in both languages: `M` is mujer in Spanish and male in English. */
const SEXES: Readonly<Record<Language, readonly (readonly [RegExp, Sex])[]>> = {
  es: [
    [/^(?:h|v|hombre|var[oó]n|masculino|ni[nñ]o|se[nñ]or|sr|chico|él)$/iu, 'male'],
    [/^(?:m|f|mujer|femenin[oa]|hembra|ni[nñ]a|se[nñ]ora|sra|chica|ella)$/iu, 'female'],
  ],
  en: [
    [/^(?:m|male|man|boy|gentleman|mr|he|him|his|guy|lad)$/iu, 'male'],
    [/^(?:f|female|woman|girl|lady|mrs|ms|miss|she|her|hers)$/iu, 'female'],
  ],
};

/** The sex that the first telling word of the mentions names; null: none does. */
export function sexMentioned(mentions: readonly string[], language: Language): Sex | null {
  for (const mention of mentions)
    for (const word of mention.split(/[^\p{L}]+/u)) {
      const known = SEXES[language].find(([pattern]) => pattern.test(word));
      if (known !== undefined) return known[1];
    }
  return null;
}

/** English has another word before the same letters than Spanish (`day`, `día`): both are read in either language. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:mes|months?|mo(?!\p{L}))/iu, 'mo'],
  [/(?<!\p{L})(?:seman|weeks?|wks?)/iu, 'wk'],
  [/(?<!\p{L})(?:d[ií]a|days?)/iu, 'd'],
];
/** `In her sixties`, `in his 60s`: no age that could be right or wrong. */
const DECADE = /(?:\d0['’]?s|\p{L}+ties)(?!\p{L})/iu;

/** The age that a mention states; null: it gives no number. */
export function ageMentioned(mention: string | undefined, language: Language): { value: number; unit: string } | null {
  if (mention === undefined || DECADE.test(mention)) return null;
  const digits = /\d+/.exec(mention)?.[0];
  const value = digits === undefined ? numbersIn(tokenise(mention), [language])[0]?.values[0] : Number(digits);
  if (value === undefined) return null;
  return { value, unit: UNITS.find(([pattern]) => pattern.test(mention))?.[1] ?? 'a' };
}
