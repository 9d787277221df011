import type { Reading, ReadSegment, Span } from '../reading.ts';
import { matches } from './patterns.ts';

/** First persons with which one tells of one's own health, where no pronoun before them makes somebody else their object. */
const OF_ONESELF =
  /(?<![\p{L}])(?<!(?:^|\s)(?:lo|la|le|los|las|les|que|se) )(?:yo (?:tambien |ya |misma? |mismo |si |no )?(?!(?:lo|la|le|los|las|les|se) |cre|pien|dig|dir|not[oe] que|ve[oi]|viv|cuid|traj|traig|vine|veng)\p{L}+|tengo|tuve|tenia yo|tomo|tomaba|uso|padezco|sufro|soy|estoy|estuve|ando|fumo|bebo|me (?:duelen?|dan?|dio|dieron|pongo|puse|tomo|recetaron|mandaron|operaron|diagnosticaron|salio|encontraron|quitaron|siento|noto)|a mi (?:tambien )?me|i (?:also |too |myself |still )?(?:have|had|get|got|take|took|use|smoke|drink|suffer)|i ?'(?:m|ve) (?:also |actually )?(?:on|taking|got|had|allergic|diabetic|asthmatic|pregnant)|i am (?:on|taking)|my own)(?![\p{L}])/gu;
/** The one who is spoken for comes between. */
const SPOKEN_FOR =
  /(?<![\p{L}])(?:al|a (?:mi|la|el|su)|hij[oa]s?|nin[oa]s?|bebe|nen[ae]|peque\p{L}*|chiquit[oa]|mama|papa|madre|padre|espos[oa]|marido|abuel[oa]|el|ella|le|les|lo|tiene|tienen|esta|ha|lleva|anda|se|preocupad[oa]|segur[oa]|aqui|son|daughter|child|baby|kid|him|her|he|she|they|mum|mom|dad|husband|wife|has|is|worried|sure|noticed|that)(?![\p{L}])|[;.]/u;

/** "La que es hipertensa soy yo", "the one with asthma is me". */
const CLEFT = /(?<![\p{L}])(?:(?:el|la) que|the one (?:who|with|that)|(?:el|la) (?:de|con))(?![\p{L}])/u;
const SOY_YO = /^[^.;?!]{0,30}(?<![\p{L}])(?:soy yo|is me|was me|era yo|fui yo)(?![\p{L}])/u;

/** Whoever came along tells of himself: "yo soy la mamá y tomo sertralina". */
export function tellsOfOneself(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker !== 'other') return false;
  const before = read.folded.slice(sentence.start, mention.start);
  if (CLEFT.test(before) && SOY_YO.test(read.folded.slice(mention.end, sentence.end))) return true;
  const last = matches(OF_ONESELF, before).at(-1);
  return (
    last !== undefined && !SPOKEN_FOR.test(read.folded.slice(sentence.start + last.index + last[0].length, mention.end))
  );
}

const OWN =
  /(?<![\p{L}])(?:i (?:also |too |actually |myself |still |only |just |always )*(?:have|had|get|got|suffer(?:ed)?|take|took|feel|felt|was|am|do)|i ?'(?:ve|m)|my own)(?![\p{L}])/gu;
const THEIRS = /(?<![\p{L}])(?:he|she|him|her|his|hers|you|your|they|them|el|ella|le|su|\p{L}+'s)(?![\p{L}])/u;

const THIRD = /(?<![\p{L}])(?:he|she|him|her|his|hers|ella|mi hij[oa]|la nina|el nino)(?![\p{L}])/u;

const beside = new WeakMap<Reading, boolean>();

/** Those who came along speak beside the patient, or mostly of the patient: they are not the patient under another label. */
function isBesidePatient(reading: Reading): boolean {
  const known = beside.get(reading);
  if (known !== undefined) return known;
  const of = (speaker: string): ReadSegment[] => reading.segments.filter(({ segment }) => segment.speaker === speaker);
  const others = of('other');
  const told =
    of('patient').length * 3 >= others.length ||
    others.filter(({ folded }) => THIRD.test(folded)).length * 2 >= others.length;
  beside.set(reading, told);
  return told;
}

/** Who came along speaks of an illness of their own. */
export function saysOfOneself(reading: Reading, read: ReadSegment, before: string): boolean {
  if (read.segment.speaker !== 'other') return false;
  const own = [...before.matchAll(OWN)].at(-1);
  if (own === undefined || THEIRS.test(before.slice(own.index))) return false;
  if (
    /(?<![\p{L}])(?:notic|worr|afraid|scared|sure|think|thought|concern|told|say|said|calling|here|see|saw)\p{L}*(?![\p{L}])/u.test(
      before.slice(own.index),
    )
  )
    return false;
  return isBesidePatient(reading);
}
