import type { Fact, Language, StatedGender, Transcript } from '@clinical/contracts';
import type { Tongue } from '../language/lexicon.ts';
import { tokensOf } from '../language/segments.ts';
import { tongueOf } from '../language/tongues.ts';

/** The language that the summary speaks: the conversation's, or the one that says more of a mixed one. */
export function tongueFor(transcript: Pick<Transcript, 'language' | 'segments'>): Tongue {
  if (transcript.language === 'es' || transcript.language === 'en') return transcript.language;
  const said: Record<Language, number> = { es: 0, en: 0, mixed: 0, und: 0 };
  for (const segment of transcript.segments) {
    const { language, text } = segment;
    const tokens = tokensOf(segment);
    const told = language === 'es' || language === 'en' ? language : tongueOf(tokens, 0, tokens.length);
    said[told ?? 'und'] += text.length;
  }
  return said.es > said.en ? 'es' : 'en';
}

type Phrase = Readonly<Record<Tongue, string>>;
const phrase = (es: string, en: string): Phrase => ({ es, en });

export const GENDER: Readonly<Record<StatedGender['value'], Phrase>> = {
  male: phrase('masculino', 'male'),
  female: phrase('femenino', 'female'),
  other: phrase('otro', 'other'),
};

export const possibly = (name: string, tongue: Tongue): string =>
  /^(?:posible|possible|probable)(?![\p{L}])/iu.test(name)
    ? name
    : `${tongue === 'es' ? 'posible' : 'possible'} ${name}`;

const GRADES: readonly (readonly [RegExp, string])[] = [
  [/^(?:(?:de )?(?:severidad|intensidad|grado) )?(?:leve|leves|levemente|ligero|ligera)$/, 'leve'],
  [/^(?:(?:de )?(?:severidad|intensidad|grado) )?(?:moderad[oa]s?|moderadamente)$/, 'moderado'],
  [/^(?:(?:de )?(?:severidad|intensidad|grado) )?(?:grave|graves|sever[oa]s?|severamente)$/, 'grave'],
  [/^(?:mild|mildly|slight)(?: (?:severity|intensity))?$/, 'mild'],
  [/^(?:moderate|moderately)(?: (?:severity|intensity))?$/, 'moderate'],
  [/^(?:severe|severely)(?: (?:severity|intensity))?$/, 'severe'],
];

/** A grade in its plain form where one was said, else the words used ("8/10", "muy fuerte"). */
export function grade(severity: string | null): string | null {
  if (severity === null) return null;
  const said = severity.trim().toLowerCase();
  return GRADES.find(([pattern]) => pattern.test(said))?.[1] ?? severity;
}

/** "desde hace 3 días" and "for 3 days" last 3 days. */
export const lasting = (duration: string | null): string | null =>
  duration?.replace(/^(?:desde hace|hace|durante|por|for the (?:last|past)|for|over the (?:last|past))\s+/i, '') ??
  null;

/** a, b y c. */
export function listed(items: readonly string[], tongue: Tongue): string {
  if (items.length < 2) return items.join('');
  const last = items.at(-1)!;
  const and = tongue === 'en' ? 'and' : /^h?i(?!e)/i.test(last) ? 'e' : 'y';
  return `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Home, work, exercise, journeys and how much is drunk, which the rules take as said: social history, but no risk of their own. */
export const isCircumstance = ({ kind, source }: Pick<Fact, 'kind' | 'source'>): boolean =>
  kind === 'risk_factor' && source === 'grammar';
