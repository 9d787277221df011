import type { Reading, ReadSegment, Span } from '../reading.ts';
import { sentenceAt, sentenceBefore } from '../reading.ts';
import * as cues from './experiencers.ts';
import { isQuestion } from './questions.ts';

export interface Whose {
  readonly whose: 'patient' | 'family' | 'other';
  /** The relative as said, where one is named. */
  readonly relation: string | null;
}

/** Code units around a mention that are read: run-on speech has sentences without end. */
const WINDOW = 320;

const PATIENT: Whose = { whose: 'patient', relation: null };

interface Hit extends Span {
  readonly said: string;
  readonly whose: 'family' | 'other';
}

const KIN_ALONE =
  /(?:(?:my|your|his|her|their|the|mi|mis|su|sus|tu|tus|el|la|los|las|un|una|of|de|del|in|on|en|a|y|and|o|or|for|por)\s+(?:\p{L}+\s+)?|[,:;(]\s*|^\W*)$/u;

function hitsIn(reading: Reading, read: ReadSegment, text: string): Hit[] {
  const out: Hit[] = [];
  const proxy = isProxy(reading);
  const kin = cues.KIN[read.tongues.includes('en') ? 'en' : 'es'];
  for (const m of text.matchAll(kin)) {
    if (proxy && has(cues.YOUNG, m[0])) continue;
    const before = text.slice(0, m.index);
    const end = m.index + m[0].length;
    if (!KIN_ALONE.test(before) || (cues.BESIDE.test(before) && !/^\s+(?:has|had|tiene|tuvo)/.test(text.slice(end))))
      continue;
    if (cues.TELLING.test(text.slice(end))) continue;
    out.push({ start: m.index, end, said: m[0], whose: 'family' });
  }
  for (const m of text.matchAll(cues.FAMILY))
    out.push({ start: m.index, end: m.index + m[0].length, said: '', whose: 'family' });
  for (const m of text.matchAll(cues.OTHERS))
    if (!cues.TELLING.test(text.slice(m.index + m[0].length)))
      out.push({ start: m.index, end: m.index + m[0].length, said: m[0], whose: 'other' });
  return out.sort((a, b) => a.start - b.start);
}

const has = (pattern: RegExp, text: string): boolean => new RegExp(pattern.source, 'u').test(text);

/** Whose a mention is: by its sentence, else by the question it answers or the sentence that it carries on. */
export function whoseIs(reading: Reading, read: ReadSegment, mention: Span): Whose {
  const whole = sentenceAt(read, mention.start);
  const sentence = {
    start: Math.max(whole.start, mention.start - WINDOW),
    end: Math.min(whole.end, mention.end + WINDOW),
  };
  const text = read.folded.slice(sentence.start, sentence.end);
  const from = mention.start - sentence.start;
  const to = mention.end - sentence.start;
  const hits = hitsIn(reading, read, text);
  const before = hits.filter((hit) => hit.end <= from).at(-1);
  const between = before === undefined ? '' : text.slice(before.end, from);
  if (before !== undefined && !comesBack(between, read)) return named(before, text);
  const after = hits.find((hit) => hit.start >= to);
  if (after !== undefined && belongsTo(text.slice(to, after.start), after)) return named(after, text);
  if (read.segment.speaker === 'clinician' && cliniciansOwn(text.slice(0, from)))
    return { whose: 'other', relation: null };
  if (before !== undefined) return PATIENT;
  return carried(reading, read, whole, text, from);
}

const named = (hit: Hit, _text: string): Whose => ({ whose: hit.whose, relation: hit.said === '' ? null : hit.said });

/** Words over which a relative still owns what is said; run-on speech has no full stops. */
const FAR = 22;

/** Between the relative and the mention the patient takes the floor again. */
function comesBack(between: string, read: ReadSegment): boolean {
  if (/[;]/.test(between) || between.split(/\s+/).length > FAR) return true;
  if (has(cues.BACK_TO_PATIENT, between)) return true;
  return read.segment.speaker === 'unknown' && /\.\s/.test(between);
}

/** "breast cancer in my mother", "diabetes on my dad's side", "asthma runs in the family"; not "headache, my wife drove me". */
function belongsTo(between: string, hit: Hit): boolean {
  if (
    /^\W*(?:\p{L}+\s+){0,3}?(?:in|on|of|from|de|del|en|por parte de|runs in|run in|like|como|same as|igual que)\s+(?:\p{L}+\s+){0,2}$/u.test(
      between,
    )
  )
    return true;
  if (
    /^\s*,?\s*(?:la|lo|las|los|es|is|was)?\s*(?:tiene|tienen|padece|padecen|toma|tuvo|sufre|what)\s+(?:\p{L}+\s+)?$/u.test(
      between,
    )
  )
    return true;
  if (hit.said === '' && /^[\s,:(]*(?:\p{L}+\s+){0,3}$/u.test(between)) return true;
  return /^\s*[:(]\s*(?:\p{L}+\s+)?$/u.test(between);
}

/** The clinician's small talk about the clinician. */
function cliniciansOwn(before: string): boolean {
  const own =
    /(?<![\p{L}])(?:i (?:also |too |actually |myself |still )?(?:have|had|get|got|suffer(?:ed)? from|take|took)|i ?'ve (?:also )?(?:had|got)|yo (?:tambien )?(?:tengo|tuve|tomo|sufro|padezco)|(?:a mi )?(?:tambien )?me (?:duele|dio|da|operaron)|my own|yo mism[oa])(?![\p{L}])/gu;
  const last = [...before.matchAll(own)].at(-1);
  if (last === undefined) return false;
  return !/(?<![\p{L}])(?:you|your|usted|su|tu|te|that|note|here|patient|results?|chart|paciente|going to|to)(?![\p{L}])/u.test(
    before.slice(last.index + last[0].length),
  );
}

const THIRD =
  /(?<![\p{L}])(?:he|she|they|his|her|their|him|hers|el|ella|ellos|ellas|also|too|tambien|murio|fallecio|tenia|tiene|tuvo|tuvieron|padecia|sufria|died|passed)(?![\p{L}])/u;
const FIRST =
  /(?<![\p{L}])(?:i|my|me|mine|myself|yo|mi|mis|tengo|tuve|estoy|soy|siento|noto|tomo|llevo|conmigo|you|your|usted)(?![\p{L}])/u;

/** An answer to a question about the family, or a sentence that goes on about the one before. */
function carried(reading: Reading, read: ReadSegment, sentence: Span, text: string, from: number): Whose {
  if (read.segment.speaker === 'other' && isProxy(reading)) return PATIENT;
  if (FIRST.test(text.slice(0, from)) || read.segment.speaker === 'clinician')
    return read.segment.speaker === 'clinician' ? carriedByClinician(reading, read, sentence, text) : PATIENT;
  const here = sentenceBefore(read, sentence);
  const fragment = !/(?<![\p{L}])(?:is|are|was|have|has|tengo|es|esta|hay)(?![\p{L}])/u.test(text);
  if (here !== undefined) {
    const previous = read.folded.slice(Math.max(here.start, here.end - WINDOW), here.end);
    const hit = hitsIn(reading, read, previous).at(-1);
    if (hit !== undefined && !comesBack(previous.slice(hit.end), read) && (THIRD.test(text) || fragment)) {
      return read.segment.speaker === 'unknown' && hit.said === '' ? PATIENT : named(hit, previous);
    }
    if (hit !== undefined) return PATIENT;
    if (here.start !== read.sentences[0]!.start && here.start !== read.sentences[1]?.start) return PATIENT;
    if (hit === undefined && !THIRD.test(text) && !answersBriefly(previous)) return PATIENT;
  }
  const asked = questionBefore(reading, read);
  if (asked === null) return PATIENT;
  const hit = hitsIn(reading, read, asked).at(-1);
  if (hit === undefined) return PATIENT;
  return hit.whose === 'other' && !THIRD.test(text) ? PATIENT : named(hit, asked);
}

const answersBriefly = (text: string): boolean => text.trim().split(/\s+/).length <= 4;

function carriedByClinician(reading: Reading, read: ReadSegment, sentence: Span, text: string): Whose {
  const here = sentenceBefore(read, sentence);
  if (here === undefined || /(?<![\p{L}])(?:you|your|usted|su|tu|te|le)(?![\p{L}])/u.test(text)) return PATIENT;
  const previous = read.folded.slice(Math.max(here.start, here.end - WINDOW), here.end);
  const hit = hitsIn(reading, read, previous).at(-1);
  if (hit === undefined || has(/(?<![\p{L}])(?:you|your|usted)(?![\p{L}])/u, previous.slice(hit.end))) return PATIENT;
  return THIRD.test(text) ? named(hit, previous) : PATIENT;
}

/** The last question of the turn before. */
function questionBefore(reading: Reading, read: ReadSegment): string | null {
  const previous = reading.segments[read.index - 1];
  if (previous === undefined || previous.segment.speaker === read.segment.speaker) return null;
  const last = previous.sentences.at(-1);
  if (last === undefined) return null;
  const text = previous.folded.slice(Math.max(last.start, last.end - WINDOW), last.end);
  return isQuestion(text, previous.segment.speaker === 'clinician') || previous.segment.speaker === 'clinician'
    ? text
    : null;
}

const proxies = new WeakMap<Reading, boolean>();

/** A parent speaks for a child: then "my son" is the patient. Told by the opening turns. */
export function isProxy(reading: Reading): boolean {
  const known = proxies.get(reading);
  if (known !== undefined) return known;
  const opening = reading.segments
    .slice(0, 8)
    .map((read) => read.folded)
    .join('\n');
  const speakers = new Set(reading.segments.map(({ segment }) => segment.speaker));
  const told =
    (speakers.has('other') && !speakers.has('patient') && !speakers.has('unknown')) ||
    /(?:bring(?:ing)?|brought|here (?:for|with|about)|what'?s (?:wrong|going on) with|how is|how's|seen?|worried about|calling about|it'?s|happened to)\s+(?:is\s+)?(?:my|your|the)\s+(?:little\s+|\w+[- ]old\s+)?(?:son|daughter|child|baby|kid|boy|girl|toddler|infant)/.test(
      opening,
    ) ||
    /(?:traigo|traemos|trajo|vengo (?:por|con)|venimos (?:por|con)|que le pasa a|como esta|preocupad[oa] por|llamo por|es)\s+(?:a\s+)?(?:mi|su|tu|el|la)\s+(?:hij[oa]|nin[oa]|bebe|nen[ae]|peque\p{L}*|chiquit[oa])/u.test(
      opening,
    ) ||
    /(?:^|\n)\W*(?:my|mi)\s+(?:son|daughter|baby|kid|hij[oa]|nin[oa]|bebe|nen[ae])\s+(?:has|had|is|was|keeps|won't|can't|tiene|esta|lleva|ha|le|no)(?![\p{L}])(?![^\n]*(?:but i |i am here|i'm here|pero yo|yo vengo))/u.test(
      opening,
    ) ||
    reading.segments.some(({ segment }) =>
      /^(?:mother|father|mom|mum|dad|parent|madre|padre|mam[aá]|pap[aá]|guest_family)$/i.test(
        segment.speaker_label ?? '',
      ),
    );
  proxies.set(reading, told);
  return told;
}
