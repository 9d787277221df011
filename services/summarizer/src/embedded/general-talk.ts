import type { Mention } from '../language/lexicon.ts';
import { type Line, spanish, textOf, wordAt } from './reading.ts';
import { words } from './word-set.ts';

const LEADS = words('in with for en con');
const ANY = words(
  'a an any most many some other severe acute chronic kind type types case cases of people patients anyone somebody those with who have has la el los las una un de del mayoria casos gente personas pacientes que tienen tiene con cualquier tipo',
);
const OF_THE_PATIENT = words('your his her this that these my the su sus tu tus esta este esas esos ese esa mi');
const ANYBODY = /^(people|patients|anyone|gente|pacientes|personas)$/;
const LINKS = words(', like and or y o e u so');
const ADVERB = /^(typically|normally|usually|generally|commonly|normalmente|generalmente|habitualmente)$/;

const HABIT_EN =
  /^(?:(?:you|people|patients|we|one|they) (?:'d |would |can |could |might |may |will |'ll |do )?(?:usually|often|normally|typically|generally|sometimes|commonly|tend|would|expect)\b|you (?:'d|get|see|find|feel|develop|can (?:get|feel|have|see)) |(?:people|patients) |there (?:is|are|'s) (?:usually|often|normally|typically))/;
const HABIT_ES =
  /^(?:suelen?|uno|la gente|los pacientes|las personas|lo (?:normal|habitual)|normalmente|habitualmente|generalmente|hay|aparecen?|salen?|vemos|esperamos|esperariamos|se (?:suelen?|ven?|esperan?|producen?|caracteriza|manifiesta)) /;
const BRINGS_EN =
  /^(?:(?:usually|often|normally|typically|generally|always|can|tends? to|will|would) |(?:gives?|causes?|produces?|brings?) )/;
const BRINGS_ES = /^(?:suelen?|acostumbran? a|da|dan|produce|producen|causa|causan|provoca|provocan) /;

function following(line: Line, from: number): string {
  let text = '';
  for (let i = from; i < Math.min(line.to, from + 5); i += 1) text += `${wordAt(line, i)} `;
  return text;
}

/** Token after a mention and whatever is listed with it. */
function afterList(line: Line, mention: Mention): number {
  let at = mention.to;
  for (;;) {
    const next = line.mentions.find((other) => other.from === at);
    if (next !== undefined) at = next.to;
    else if (LINKS.has(wordAt(line, at))) at += 1;
    else return at;
  }
}

/** `In appendicitis you usually get`, `con la gota la gente`: token where it begins; null: it is not said in general. */
function underPreposition(line: Line, mention: Mention): number | null {
  let anybody = false;
  let i = mention.from - 1;
  for (; i >= line.from && !(LEADS.has(wordAt(line, i)) && !ANYBODY.test(wordAt(line, i - 1))); i -= 1) {
    if (!ANY.has(wordAt(line, i))) return null;
    anybody ||= ANYBODY.test(wordAt(line, i));
  }
  if (i < line.from) return anybody ? line.from : null;
  if (anybody || ADVERB.test(wordAt(line, i - 1))) return i;
  return (spanish(line) ? HABIT_ES : HABIT_EN).test(following(line, afterList(line, mention))) ? i : null;
}

/** `Measles gives you a rash`, `el sarampión suele dar fiebre`: the disease itself is spoken of. */
function asSubject(line: Line, mention: Mention): number | null {
  if (mention.term.kind !== 'condition') return null;
  const es = spanish(line);
  const first = es && /^(el|la|los|las)$/.test(wordAt(line, mention.from - 1)) ? mention.from - 1 : mention.from;
  if (first > line.from && line.tokens[first - 1]?.kind !== 'mark') return null;
  return (es ? BRINGS_ES : BRINGS_EN).test(following(line, mention.to)) ? first : null;
}

/** `It can make you constipated`, `puede dar sueño`: what a medicine may do. */
function effectFrom(line: Line): number | null {
  for (let i = line.from; i < line.to; i += 1) {
    const next = `${wordAt(line, i + 1)} ${wordAt(line, i + 2)}`;
    if (/^(can|may|might|could)$/.test(wordAt(line, i)) && /^(make (you|him|her|them)|give (you|him|her))$/.test(next))
      return i;
    if (
      /^(puede|pueden|podria|suele|suelen)$/.test(wordAt(line, i)) &&
      /^(dar|causar|provocar|producir|ponerle|darle|ponerte|darte) /.test(`${next} `)
    )
      return i;
  }
  return null;
}

/** `What can sometimes happen is`, `oftentimes you do require surgery`: token where it begins. */
const HOW_IT_GOES =
  /\b(?:what (?:can |usually |often |sometimes |normally |might |may )+happens? is|(?:oftentimes|often times|typically|generally|in general|usually|sometimes|commonly) (?:people|patients|you (?:do |can |may |might |will |'ll )?(?:require|need|find|have to|end up)|we (?:do|use|have to|see))|(?:there 's|there are|there is) (?:different|three|four|several|two|various) (?:stages|types|kinds|forms|causes)|in the (?:initial|early|later|first|second|last) stages?|lo que (?:suele|puede) (?:pasar|ocurrir)|hay (?:varios|distintos|diferentes|tres|dos) (?:tipos|grados|fases|estadios|causas))\b/;

function howItGoesFrom(line: Line): number | null {
  const text = textOf(line);
  const found = HOW_IT_GOES.exec(text);
  return found === null ? null : line.from + text.slice(0, found.index).split(' ').length - 1;
}

/**
 * Where a clinician's line begins to tell how a disease goes in anybody: from that token on nothing is told of this
 * patient. Null: nowhere.
 */
export function generalFrom(line: Line): number | null {
  if (line.segment.speaker !== 'clinician') return null;
  let first = effectFrom(line) ?? howItGoesFrom(line);
  for (const mention of line.mentions) {
    if (mention.term.kind !== 'condition' && mention.term.kind !== 'symptom') continue;
    if (OF_THE_PATIENT.has(wordAt(line, mention.from - 1))) continue;
    const at = underPreposition(line, mention) ?? asSubject(line, mention);
    if (at !== null && (first === null || at < first)) first = at;
  }
  return first;
}
