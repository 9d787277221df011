import type { Answer } from './classify.ts';
import { textOf } from './reading.ts';

/** Words in which an answer only says how much, how often or where. */
const FEW = 4;
const MARK = / ?[.!?…,;:] ?/;

/** Words of an answer that takes the turn, begs time, is well, or begins to tell of somebody. */
const SAYS_MORE = new Set(
  (
    'only just yes yeah yep well so no not none never nothing neither hang hold wait second sec moment minute sorry pardon excuse let see ' +
    'look listen question hello hi thanks thank please doctor doc right fine ok okay good great normal clear perfect brilliant lovely ' +
    'wonderful amazing regular better gone same usual mother father mum dad brother sister wife husband son daughter he she they it that ' +
    'this what why who how i you we maybe perhaps depends ' +
    'solo solamente si pues bueno un momento espere espera perdon dejeme deje mire mira pregunta hola gracias bien normal normales ' +
    'perfecto fenomenal genial mejor igual madre padre mama papa hermano hermana marido esposa mujer el ella ellos eso esto que por como ' +
    'nada nunca sin ni tampoco depende quiza quizas'
  ).split(' '),
);
/** Before a comma a single word may also call somebody. */
const DEGREE =
  /^(?:slight|slightly|mild|mildly|bad|badly|severe|severely|terrible|terribly|awful|horrible|constant|constantly|drenched|soaked|leve|levemente|ligero|ligera|fuerte|constante|intenso|intensa|muchisimo|muchisima|tremendo|tremenda)$/;

/** `Any tremor?` `Slight, when I hold a cup.`: a few words that only say of what was asked how it is. */
export function tellsHow({ kind, line }: Answer): boolean {
  if (kind !== 'other' || line.question || line.mentions.length > 0) return false;
  const text = textOf(line).trim();
  const mark = MARK.exec(text);
  const words = text
    .slice(0, mark?.index)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > FEW || mark?.[0].trim() === '?') return false;
  if (words.length === 1 && mark?.[0].trim() === ',' && !DEGREE.test(words[0]!)) return false;
  return words.every((word) => !SAYS_MORE.has(word) && !/n't|^'/.test(word));
}
