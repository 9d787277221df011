import type { Transcript } from '@clinical/contracts';
import { foldWord } from './normalise.ts';

const KIN =
  '(?:dad|daddy|father|mum|mom|mummy|mother|husband|wife|nan|gran|granny|grandad|grandma|grandpa|grandfather|grandmother|brother|sister|uncle|aunt|auntie|partner|padre|papa|madre|mama|marido|mujer|esposa|esposo|abuela|abuelo|suegra|suegro|hermana|hermano|tia|tio|pareja)';
const TELLS_OF = new RegExp(
  `^\\W*(?:(?:well|so|hello|hi|good morning|good afternoon|buenos dias|buenas tardes|buenas|it ?'?s|it is|es|pues|bueno|hola|mire|doctora?|doc|yes|si)[\\s,.]+)*(?:about |que |a |por )?(?:my |our |mi |su )?(${KIN})(?![\\p{L}])`,
  'u',
);
/** Turns of the one who speaks in which the patient is named. */
const OPENING = 2;

/** What is the matter with the relative today, said right after the word: not a disease that runs in the family. */
const ILL_NOW =
  /^(?:'s|,? (?:que )?(?:esta|anda|lleva|se (?:marea|cae|queja)|no (?:puede|come|duerme|respira)|has been|is|keeps|can't|won't|hasn't))(?![\p{L}])/u;

/** `Mi madre, que está con unos mareos`: who came along opens with the patient, though the patient speaks as well. */
function besidePatient(transcript: Transcript, speakers: ReadonlySet<string>): string | null {
  if (!speakers.has('other') || !speakers.has('patient')) return null;
  const first = transcript.segments.find(({ speaker }) => speaker === 'other');
  const text = foldWord(first?.text ?? '');
  const opening = TELLS_OF.exec(text);
  return opening !== null && ILL_NOW.test(text.slice(opening[0].length)) ? (opening[1] ?? null) : null;
}

const known = new WeakMap<Transcript, string | null>();

/**
 * Whom a carer speaks for, by the word used (`dad`, `suegra`): nobody but the clinician and another talks, and the
 * other begins with a relative. That relative is the patient. Null: the patient speaks, or a child is meant.
 */
export function spokenForIn(transcript: Transcript): string | null {
  const remembered = known.get(transcript);
  if (remembered !== undefined) return remembered;
  const speakers = new Set(transcript.segments.map(({ speaker }) => speaker));
  const other = speakers.has('other') && !speakers.has('patient') && !speakers.has('unknown');
  const told = other ? transcript.segments.filter(({ speaker }) => speaker === 'other').slice(0, OPENING) : [];
  const found =
    told.map(({ text }) => TELLS_OF.exec(foldWord(text))?.[1]).find((word) => word !== undefined) ??
    besidePatient(transcript, speakers);
  known.set(transcript, found);
  return found;
}
