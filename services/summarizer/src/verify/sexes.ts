import type { StatedGender } from '@clinical/contracts';

const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, 'u');

/** Words (folded) that tell a patient's gender, in the quote that is given for it. */
export const GENDERED: Readonly<Record<StatedGender['value'], RegExp>> = {
  male: word(
    'male|man|boy|gentleman|mr|sir|he|him|his|himself|son|father|husband|guy|masculino|varon|hombre|senor|nino|hijo|el (?=paciente|senor)|sexo:? ?[hm]|sex:? ?m|don|prostate|prostata|testic\\p{L}*|penis|pene',
  ),
  female: word(
    "female|woman|girl|lady|primigravida|multigravida|primipara|multipara|g ?\\d+ ?p ?\\d+|mrs|miss|ms|ma'am|she|her|hers|herself|daughter|mother|wife|femenin[oa]|mujer|senora|senorita|nina|hija|la (?=paciente)|sexo:? ?[mf]|sex:? ?f|dona|pregnant|pregnancy|embarazada|embarazo|menstrua\\p{L}*|periods?|regla|hysterectomy|histerectomia|uterus|utero|ovar\\p{L}*|vagin\\p{L}*|c-section|cesarean|cesarea|gestante|puerpera|mama de",
  ),
  other: word('non-?binary|no binari[oae]|trans\\p{L}*|other|otro|intersex\\p{L}*'),
};

/** Spanish adjectives that agree with the speaker: "estoy cansada". */
export const AGREEING = { male: /\p{L}{3,}o(?![\p{L}])/u, female: /\p{L}{3,}a(?![\p{L}])/u } as const;

/** One letter beside an age, in English: in Spanish M is mujer. */
export const LETTERS = {
  male: /(?:\d|y\/?\.?o\.?)[ ,/]{0,2}[m♂](?![\p{L}\p{N}])|(?<![\p{L}\p{N}])m ?\/ ?\d/u,
  female: /(?:\d|y\/?\.?o\.?)[ ,/]{0,2}[f♀](?![\p{L}\p{N}])|(?<![\p{L}\p{N}])f ?\/ ?\d/u,
} as const;
