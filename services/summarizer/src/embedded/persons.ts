import type { Experiencer } from '@clinical/contracts';
import type { Cue } from '../language/triggers.ts';
import type { WordHit } from '../language/words.ts';
import { type Line, said, textBetween, wordAt } from './reading.ts';
import { words } from './word-set.ts';

/** Somebody else than the patient, and the words that say so (empty span: said in an earlier line). */
export interface Person {
  readonly experiencer: Exclude<Experiencer, 'patient'>;
  readonly relation: string | null;
  readonly from: number;
  readonly to: number;
}

const PATIENT = words(
  "i me i'm yo tengo estoy soy padezco tuve siento noto conmigo you usted paciente patient myself sufro tomo fumo",
);
const SELF_VERB = words('i yo tengo estoy soy vivo cuido tuve vine vengo trabajo visite you usted he she');
const OPENERS = words('think believe know guess mean remember creo se pienso recuerdo say suppose sure');
const BESIDE = words('with con by to for a por junto like como brought');
const SAYING = words(
  'says said saying telling mentioned mentions texted thinks noticed notices told tells asked wants worried reports reported dice dicen dijo decia conto contaba comento comentaba escribio cree noto nota pregunto comenta comentan insiste quiere refiere refieren refirio relata relatan avisa avisan aviso indica informa informan cuenta explica aporta acompana solicita desea acepta me brought drove made suggested recommended',
);
const DETERMINERS = words(
  'my his her their your the a an mi mis su sus tu tus el la los las un una del nuestra nuestro our',
);
/** `La que sufre de migraña es mi hermana`. */
const IS = /^(es|era|fue|son|eran)$/;
const RELATIVE = /^que$/;
const CONTACT = words('in of en de side parte lado');

const OWNED = /^(mi|mis|tu|su|sus|el|la|un|una|unos|unas|nuestr[oa])$/;

/** `Cáncer de mama`: folded, the breast is written as a mother is. */
const BREAST =
  /^(cancer|carcinoma|tumor\w*|neo|neoplasia|nodulo|bulto|quiste|dolor|biopsia|cirugia|masa|fibroadenoma|lesion|ecografia|eco)$/;

/** `De niña tenía asma`: a time of the patient's own life, at the head of a clause. */
const isAnAge = (line: Line, hit: WordHit): boolean =>
  hit.from - 1 === line.from || !/^(el|la|los|las|un|una)$/.test(wordAt(line, hit.from - 3));

/** Of these it has to be asked whether they name a person at all. */
const DOUBTFUL = /^(?:bebe$|familia|perr|gat|mama$|nin[oa]|pequen|chi|cri|conocid)/;

/** `Tos de perro`, `un pequeño derrame`, `FA ya conocida`, `su médico de familia` name nobody. */
function namesNobody(line: Line, hit: WordHit): boolean {
  const word = wordAt(line, hit.from);
  if (!DOUBTFUL.test(word)) return false;
  if (word === 'bebe')
    return !/é/i.test(said(line, hit.from, hit.to).normalize('NFC')) && !OWNED.test(wordAt(line, hit.from - 1));
  if (/^familia(r|res)?$/.test(word))
    return (
      /^(medic[oa]s?|medicina|mapa?)$/.test(wordAt(line, hit.from - 2)) ||
      /^(medicina|medic[oa])$/.test(wordAt(line, hit.from - 1))
    );
  if (/^(perr|gat)[oa]s?$/.test(word) && wordAt(line, hit.from - 1) === 'de') return true;
  if (word === 'mama')
    return BREAST.test(wordAt(line, hit.from - 2)) || /^(izquierda|derecha)$/.test(wordAt(line, hit.to));
  if (/^(nin[oa]|pequen[oa]|chic[oa])$/.test(word) && wordAt(line, hit.from - 1) === 'de') return isAnAge(line, hit);
  if (
    /^(nin[oa]|pequen[oa]|chic[oa]|chiquit[oa]|cri[oa])$/.test(word) &&
    /^(desde|era|siendo)$/.test(wordAt(line, hit.from - 1))
  )
    return !/^(de|que)$/.test(wordAt(line, hit.to));
  if (!/^(pequen[oa]|conocid[oa])$/.test(word)) return false;
  return !OWNED.test(wordAt(line, hit.from - 1)) || (word.startsWith('peque') && line.segment.speaker === 'unknown');
}

/** `No, hijo, la cabeza no`: who is spoken to. */
const isVocative = (line: Line, hit: WordHit): boolean =>
  /^(hij[oa]|mij[oa]|nen[ae]|son|dear|love)$/.test(wordAt(line, hit.from)) &&
  /^[,¡.]?$/.test(wordAt(line, hit.from - 1)) &&
  /^[,.!?]$/.test(wordAt(line, hit.to));

const isPerson = (line: Line, hit: WordHit, children: boolean): boolean => {
  if (namesNobody(line, hit) || isVocative(line, hit)) return false;
  if (hit.as === 'other') return line.segment.speaker === 'clinician' || !isThePatient(line, hit);
  if (!children && isSpokenTo(line, hit)) return false;
  return hit.as === 'relative' || (hit.as === 'child' && children && !isTheCase(line, hit));
};

const PARENT = /^(mum|mom|mummy|mommy|dad|daddy|mama|papa|mami|papi|nan|gran)$/;

/** `What's been happening, mum?`: who speaks for the child is spoken to. */
const isSpokenTo = (line: Line, hit: WordHit): boolean =>
  line.segment.speaker === 'clinician' &&
  PARENT.test(wordAt(line, hit.from)) &&
  (hit.from === line.from || wordAt(line, hit.from - 1) === ',') &&
  /^[,.?!]?$/.test(wordAt(line, hit.to));

const OWN = words('mi mis su sus tu tus my his her their your nuestro nuestra our otro otra');
const GOES_ON = /^(tiene|tuvo|esta|estaba|ha|le|se|no|,|\.|\?|)$/;

/** `Niña de tres años que acude ...`: the child of a note is its patient; `una pequeña cantidad` is no child. */
function isTheCase(line: Line, hit: WordHit): boolean {
  const before = wordAt(line, hit.from - 1);
  if (OWN.has(before)) return false;
  if (/^pequen[oa]$/.test(wordAt(line, hit.from))) return !GOES_ON.test(wordAt(line, hit.to));
  return (
    line.segment.speaker === 'unknown' && /^(nin[oa]|boy|girl|child|infant|bebe|lactante)$/.test(wordAt(line, hit.from))
  );
}

/** `Se trata de un paciente de ...`: in a note that is the patient; only the clinician who talks may mean another one. */
const isThePatient = (line: Line, hit: WordHit): boolean =>
  /^(un|una|a|the)$/.test(wordAt(line, hit.from)) && /^(pacientes?|patients?)$/.test(wordAt(line, hit.to - 1));

function clauseStart(line: Line, at: number): number {
  for (let i = at - 1; i >= line.from; i -= 1) {
    if (
      /^[,;:.…]$/.test(wordAt(line, i)) ||
      ['pero', 'but', 'and', 'y', 'because', 'porque', 'que'].includes(wordAt(line, i))
    ) {
      return i + 1;
    }
  }
  return line.from;
}

const SOMEBODY = /^(patients?|pacientes?|people|someone|somebody|everyone|everybody|alguien|gente)$/;

/** `My sister says she's got a sore throat`, `mi vecina dice que le duele`: what one tells of oneself, where no child is spoken of. */
function tellsOfOneself(line: Line, says: number): boolean {
  if (line.segment.speaker !== 'patient') return false;
  let at = says + 1;
  while (/^(me|us|him|her|them|nos|that|que|,)$/.test(wordAt(line, at)) && !OF_HERS.test(textBetween(line, at, at + 2)))
    at += 1;
  return THIRD.test(textBetween(line, at, Math.min(line.to, at + 5)));
}
const OF_HERS = /^her (?!that |she |he )/;
const THIRD =
  /^(?:she|he|they|her|his|their) |^(?:(?:no|ya|tambien|siempre|ahora|hoy) )*(?:(?:se )?(?:le|les) |(?:ella|el) (?!dolor|medico)|(?:tiene|tienen|tenia|padece|sufre|esta|estan|estaba|anda|toma|lleva|ha|han|siente|nota) |se (?:siente|encuentra|nota|marea|cansa|ahoga) )/;

/** `My mum told me`: the word after which she tells. */
const afterSaying = (line: Line, { to }: WordHit): number =>
  SAYING.has(wordAt(line, to)) && /^(me|us|nos)$/.test(wordAt(line, to + 1)) ? to + 2 : to;

/** Whether the person is the one of whom the clause tells: not who came along, was called, or noticed it. */
function isSubject(line: Line, hit: WordHit, children: boolean): boolean {
  if (SOMEBODY.test(wordAt(line, hit.to - 1))) return true;
  let before = hit.from - 1;
  while (before >= line.from && DETERMINERS.has(wordAt(line, before))) before -= 1;
  if (before >= line.from && (BESIDE.has(wordAt(line, before)) || SAYING.has(wordAt(line, before)))) return false;
  const says = [hit.to, hit.to + 1].find((i) => SAYING.has(wordAt(line, i)));
  if (says !== undefined) return children && tellsOfOneself(line, says);
  const start = clauseStart(line, hit.from);
  for (let i = start; i < before; i += 1) {
    if (SELF_VERB.has(wordAt(line, i)) && !OPENERS.has(wordAt(line, i + 1))) return false;
  }
  return true;
}

/** `Mi madre tomó` is written `tomo` once folded. */
const isThirdPerson = (line: Line, i: number): boolean => /ó$/u.test(said(line, i, i + 1).normalize('NFC'));

/** `Was telling me he's on it`, `me comentó que le pusieron`: who is told. */
const TOLD_TO =
  /^(?:telling|told|texted|messaged|rang) (?:me|us) |(?:^| )(?:me|nos) (?:conto|contaba|cuenta|comento|comentaba|dijo|dice|decia|escribio|aviso|asegura|juro|jura)$/;

function patientSpeaks(line: Line, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    if (TOLD_TO.test(`${wordAt(line, i - 1)} ${wordAt(line, i)} ${wordAt(line, i + 1)}`)) continue;
    if (PATIENT.has(wordAt(line, i)) && !isThirdPerson(line, i)) return true;
    if ((wordAt(line, i) === 'me' || wordAt(line, i) === 'le') && i + 1 < to) return wordAt(line, i) === 'me';
  }
  return false;
}

/** `My friend's mum`, `la madre de mi vecina`: the relative is somebody else's. */
function ofAnother(line: Line, hit: WordHit): boolean {
  return line.words.some(
    (other) =>
      other.as === 'other' &&
      ((other.to === hit.from - 1 && wordAt(line, other.to) === "'s") ||
        (other.from - hit.to <= 2 && other.from > hit.to && wordAt(line, hit.to) === 'de')),
  );
}

/** `My own father had it`, from the clinician. */
const isCliniciansOwn = (line: Line, { from }: WordHit): boolean =>
  line.segment.speaker === 'clinician' &&
  /^(my|mi|mis)$/.test(wordAt(line, /^(own|propi[oa])$/.test(wordAt(line, from - 1)) ? from - 2 : from - 1));

function asPerson(line: Line, hit: WordHit): Person {
  const family = hit.as !== 'other' && !ofAnother(line, hit) && !isCliniciansOwn(line, hit);
  return {
    experiencer: family ? 'family' : 'other',
    relation: said(line, hit.from, hit.to),
    from: hit.from,
    to: hit.to,
  };
}

/** `AF` heads a line of the family's history; within one it is something else. */
const abbreviates = (line: Line, cue: Cue): boolean =>
  /^(af|fh)$/.test(wordAt(line, cue.from)) && cue.from > line.from && wordAt(line, cue.to) !== ':';

/** `You may have a case of gout`: nobody else's. */
function isHad(line: Line, { from, to }: Cue): boolean {
  if (wordAt(line, to - 2) !== 'case') return false;
  const verb = wordAt(line, from) === 'a' ? from - 1 : from - 2;
  return (
    /^(have|has|had|having|got|get|be|is|'s|with)$/.test(wordAt(line, verb)) &&
    !/^(we|they|there)$/.test(wordAt(line, verb - 1))
  );
}

/** Person triggers of the tables that name nobody: family history of, antecedentes familiares, contacto con. */
function phraseOver(line: Line, from: number, to: number): Person | null {
  for (const cue of line.cues) {
    for (const trigger of cue.triggers) {
      const family = trigger.category === 'family';
      if (family && cue.to - cue.from === 1 && abbreviates(line, cue)) continue;
      if (!family && (trigger.category !== 'other_person' || isHad(line, cue))) continue;
      if (
        line.words.some(
          (hit) => (hit.as === 'relative' || hit.as === 'child' || hit.as === 'other') && hit.to === cue.to,
        )
      ) {
        if (!(trigger.direction === 'backward' && cue.from >= to && cue.from - to <= 3)) continue;
      }
      const forward = trigger.direction !== 'backward' && cue.to <= from && !patientSpeaks(line, cue.to, from);
      const backward =
        trigger.direction !== 'forward' && cue.from >= to && cue.from - to <= 3 && !isTakenBefore(line, from);
      if (!forward && !backward) continue;
      return { experiencer: family ? 'family' : 'other', relation: null, from: cue.from, to: cue.to };
    }
  }
  return null;
}

/** `Me tomo un Rivotril de mi madre`: whoever it was for. */
const isTakenBefore = (line: Line, from: number): boolean =>
  [1, 2].some((back) => /^(tomo|tome|tomado|uso|use|puse|pongo|eche|probe)$/.test(wordAt(line, from - back)));

/** `Tamsulosina no, eso es de mi padre, lorazepam`: of one in a list, not of what follows it. */
function isOfOneListed(line: Line, hit: WordHit): boolean {
  if (wordAt(line, hit.to) !== ',') return false;
  let at = hit.from - 1;
  while (/^(mi|my|de|para|for)$/.test(wordAt(line, at))) at -= 1;
  return (
    /^(es|son|is|'s|are)$/.test(wordAt(line, at)) &&
    /^(eso|ese|esa|esos|esas|that|one|those)$/.test(wordAt(line, at - 1))
  );
}

/** The person of whom the finding at `from`..`to` is told, if it isn't the patient. `children`: a child isn't the patient. */
export function personOver(line: Line, from: number, to: number, topic: Person | null, children = true): Person | null {
  let found: Person | null = null;
  for (const hit of line.words) {
    if (!isPerson(line, hit, children) || (hit.from < to && hit.to > from)) continue;
    if (hit.to <= from) {
      if (isOfOneListed(line, hit)) continue;
      if (isSubject(line, hit, children) && !patientSpeaks(line, afterSaying(line, hit), from))
        found = asPerson(line, hit);
    } else if (found === null && hit.from - to <= 3 && !isTakenBefore(line, from)) {
      const link = wordAt(line, hit.from - 1);
      const linked = DETERMINERS.has(link) ? wordAt(line, hit.from - 2) : link;
      const isThem = IS.test(linked) && RELATIVE.test(wordAt(line, line.from + 1));
      if (wordAt(line, hit.to) === "'s" && wordAt(line, hit.to + 1) !== 'side') continue;
      if (CONTACT.has(linked) || linked === ':' || linked === '(' || isThem) found = asPerson(line, hit);
    }
  }
  const phrase = phraseOver(line, from, to);
  if (phrase !== null && found === null) return phrase;
  if (phrase !== null && found !== null)
    return { ...found, from: Math.min(found.from, phrase.from), to: Math.max(found.to, phrase.to) };
  if (found === null && topic !== null && !patientSpeaks(line, line.from, from)) return { ...topic, from: 0, to: 0 };
  return found;
}

/** Of whom a line speaks, for the lines that follow it (`And your father?`, `My mother had diabetes. She ...`). */
export function topicOf(line: Line, children = true): Person | null {
  for (const hit of line.words) {
    if (isPerson(line, hit, children) && isSubject(line, hit, children)) return asPerson(line, hit);
  }
  return null;
}
