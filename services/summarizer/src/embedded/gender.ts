import type { Span } from './candidate.ts';
import { noteHeads } from './note-heads.ts';
import { personOver } from './persons.ts';
import { type Line, spanish, textOf, wordAt } from './reading.ts';
import { words } from './word-set.ts';

type Sex = 'male' | 'female';

const MALE = words(
  'varon masculino hombre caballero male gentleman man señor senor sir mister mr senora_no nino niño boy',
);
const FEMALE = words(
  'mujer femenino femenina dama female woman lady senora señora ma senorita miss mrs ms maam nina girl primigravida multigravida primipara multipara',
);
const SURE_MALE = words('varon masculino male gentleman caballero');
const SURE_FEMALE = words('femenino femenina female lady primigravida multigravida primipara multipara');
const TITLES = words('senor senora sr sra srta senorita don dona mr mrs ms miss sir maam');
/** Words of address; beside an age they may be a verb or another's title. */
const ADDRESS = /^(miss|ms|mr|mrs|sir|maam|ma|don|dona|sr|sra)$/;
/** Others of whom a conversation says he or she. */
const STAFF =
  /(?:^| )(?:(?:the|my|your|his|her|our|an?|this|that|another|el|la|mi|tu|su|un|una|otr[oa]|del|al) (?:\w+ )?)(?:doctor|dr|dra|pcp|nurse|surgeon|physician|therapist|specialist|gp|cardiologist|neurologist|dermatologist|provider|enfermera|enfermero|medico|medica|cirujano|cirujana|especialista|pharmacist|baby|boss|teacher|coach) /;
const PATIENT_NOUN = words('paciente patient');
const BODY_FEMALE =
  /\b(estoy embarazada|(i am|i 'm|she is|she 's) (\w+ )?(weeks )?pregnant|mi (ultima )?regla|mi periodo|mi menstruacion|my (last )?(period|menstrual|pap smear|cervix|uterus|hysterectomy|c section)|mi embarazo|my pregnancy|during pregnancy|g\d ?p\d|menopausica|soy (una )?mujer|i 'm a (woman|lady|girl)|(?:your|the) prenatal)\b/;
const BODY_MALE =
  /\b(mi prostata|my prostate|your prostate|su prostata|mis testiculos|my testicles?|soy (un )?hombre|i 'm a (man|guy|boy))\b/;

/** A form's own field settles it. */
const HEADER = 9;

interface Vote {
  readonly value: Sex;
  readonly at: Span;
  readonly weight: number;
}

/** `Sexo: H`, `Sexo: M`: in Spanish headers H is hombre and M is mujer. */
function header(line: Line, i: number): Vote | null {
  if (!/^(sexo|sex|genero|gender)$/.test(wordAt(line, i)) || !/^[:=]$/.test(wordAt(line, i + 1))) return null;
  const value = wordAt(line, i + 2);
  const english = /^(sex|gender)$/.test(wordAt(line, i));
  const at = { line, from: i, to: i + 3 };
  if (/^(h|v|hombre|varon|masculino|male)$/.test(value) || (english && value === 'm'))
    return { value: 'male', at, weight: HEADER };
  if (/^(m|f|mujer|femenino|female)$/.test(value)) return { value: 'female', at, weight: HEADER };
  return null;
}

function sexOf(word: string): Sex | null {
  if (MALE.has(word)) return 'male';
  return FEMALE.has(word) ? 'female' : null;
}

/** A noun that names the patient's sex: beside an age, a patient's noun, at a note's head, or as a title of address. */
const SON = /^(?:nene|nino|hijo|chico|son|boy|lad)$/;
const DAUGHTER = /^(?:nena|nina|hija|chica|daughter|girl)$/;
const THE_ONE = /^(?:el|la|mi|al|del|este|esta|my|our|the)$/;

function noun(line: Line, i: number, notes: boolean, child: boolean): Vote | null {
  const word = wordAt(line, i);
  if (child && THE_ONE.test(wordAt(line, i - 1)) && (SON.test(word) || DAUGHTER.test(word)))
    return { value: SON.test(word) ? 'male' : 'female', at: { line, from: i, to: i + 1 }, weight: 3 };
  const value = sexOf(word);
  if (value === null) return null;
  const at = { line, from: i, to: i + 1 };
  const around = (from: number, to: number, test: (w: string, k: number) => boolean): boolean => {
    for (let k = Math.max(line.from, from); k < Math.min(line.to, to); k += 1)
      if (test(wordAt(line, k), k)) return true;
    return false;
  };
  if (
    /^(mi|my|su|his|her|otro|otra|another|un|que|of|with|con)$/.test(wordAt(line, i - 1)) &&
    !/^(de|con|,)$/.test(wordAt(line, i + 1))
  )
    return null;
  if (/^(mi|my|su|his|her|tu|your|feto|nacido|hijo|nacida|otro|otra)$/.test(wordAt(line, i - 1))) return null;
  if (
    around(i - 5, i, (w) => /^(married|wife|husband|with|another|esposa|casado|casada)$/.test(w)) &&
    !SURE_MALE.has(word) &&
    !SURE_FEMALE.has(word)
  )
    return null;
  const aged = around(
    i - 6,
    i + 6,
    (w, k) => /^(anos|ano|years?|yo|meses|months?|mo|dias|days?|weeks?|aged)$/.test(w) && k !== i,
  );
  const ofAge = wordAt(line, i + 1) === 'of' && line.tokens[i + 2]?.kind === 'number';
  const patient = around(i - 4, i + 4, (w) => PATIENT_NOUN.has(w));
  if ((aged && !ADDRESS.test(word)) || ofAge || patient) return { value, at, weight: 6 };
  if (SURE_MALE.has(word) || SURE_FEMALE.has(word))
    return notes || /^(sexo|a)$/.test(wordAt(line, i - 1)) ? { value, at, weight: 3 } : null;
  if (TITLES.has(word) && line.segment.speaker !== 'patient' && !child) {
    const address =
      i === line.to - 1 ||
      /^[,.?!]$/.test(wordAt(line, i + 1)) ||
      /^[,¿]$/.test(wordAt(line, i - 1)) ||
      line.tokens[i + 1]?.shape === 'cap';
    if (address) return { value, at, weight: 4 };
  }
  if (notes && i <= line.from + 3 && (word === 'mujer' || word === 'hombre')) return { value, at, weight: 3 };
  return null;
}

const SHE = words('she her hers ella');
const HE = words('he him his');

/** Clinicians speak of the patient as she or he (to a scribe); only where no relative has been named nearby. */
function pronoun(line: Line, i: number, relatives: boolean): Vote | null {
  if (relatives || line.segment.speaker === 'patient') return null;
  const word = wordAt(line, i);
  const value: Sex | null = SHE.has(word) ? 'female' : HE.has(word) ? 'male' : null;
  if (value === null || personOver(line, i, i + 1, null) !== null) return null;
  const opensNote = line.segment.speaker === 'unknown' && !spanish(line) && i === line.from;
  return { value, at: { line, from: i, to: i + 1 }, weight: opensNote ? 2 : 1 };
}

/** The patient's sex where it is stated or the grammar leaves no doubt; votes that contradict each other leave null. */
export function findGender(lines: readonly Line[], child: boolean): { value: Sex; at: Span } | null {
  const votes: Vote[] = [];
  const notes = lines.every((line) => line.segment.speaker === 'unknown');
  let lastRelative = -99;
  for (const line of lines) {
    const named = line.words.some(
      (hit) => hit.as === 'relative' || hit.as === 'other' || (hit.as === 'child' && !child),
    );
    if (named || STAFF.test(textOf(line))) lastRelative = line.index;
    for (const { sex, from, to } of noteHeads(line))
      if (sex !== null && personOver(line, from, to, null, !child) === null)
        votes.push({ value: sex, at: { line, from, to }, weight: 6 });
    for (let i = line.from; i < line.to; i += 1) {
      const head = header(line, i);
      if (head !== null) votes.push(head);
      const kin = named && personOver(line, i, i + 1, null, !child) !== null;
      if (kin) continue;
      const found = noun(line, i, notes, child);
      if (found !== null) votes.push(found);
      if (!found && (SHE.has(wordAt(line, i)) || HE.has(wordAt(line, i)))) {
        const said = pronoun(line, i, line.index - lastRelative < 6);
        if (said !== null) votes.push(said);
      }
    }
    if (named) continue;
    const joined = textOf(line);
    if (line.segment.speaker !== 'clinician' && !line.question && BODY_FEMALE.test(joined)) {
      votes.push({ value: 'female', at: { line, from: line.from, to: line.to }, weight: 5 });
    }
    if (BODY_MALE.test(joined)) votes.push({ value: 'male', at: { line, from: line.from, to: line.to }, weight: 5 });
  }
  return decide(votes);
}

function decide(votes: readonly Vote[]): { value: Sex; at: Span } | null {
  const headed = votes.find((vote) => vote.weight >= HEADER);
  if (headed !== undefined) return headed;
  const total = (value: Sex): number =>
    votes.filter((vote) => vote.value === value).reduce((sum, vote) => sum + vote.weight, 0);
  const male = total('male');
  const female = total('female');
  const value: Sex = male > female ? 'male' : 'female';
  const [most, least] = male > female ? [male, female] : [female, male];
  if (most < 2 || least * 4 > most) return null;
  const best = votes.filter((vote) => vote.value === value).toSorted((a, b) => b.weight - a.weight)[0];
  return best === undefined ? null : { value, at: best.at };
}
