import { readTable } from '../language/tables.ts';
import { kindOfNoun } from './finding-nouns.ts';
import type { Found } from './findings.ts';
import { qualityAt, saidOfPart } from './note-states.ts';
import { DETERMINERS, phraseEnd } from './phrases.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';
import { revealedAt } from './revealed.ts';
import { words } from './word-set.ts';

const heads = new Map(
  readTable('note-finding-heads.tsv', ['word', 'alone']).map(({ word, alone }) => [word, alone === 'yes']),
);
for (const { lang, word } of readTable('finding-heads.tsv', ['lang', 'word']))
  if (lang === 'en' && !heads.has(word))
    heads.set(
      word,
      !/^(loss|decrease|increase|injury|tear|changes?|mass|masses|lesions?|discharge|drainage|injuries)$/.test(word),
    );

/** Adjectives that make a finding of whatever they stand before: `impaired mobility`, `icteric sclerae`. */
const ABNORMAL =
  /^(impaired|reduced|decreased|diminished|increased|excessive|absent|brisk|exaggerated|abnormal|dilated|enlarged|thickened|swollen|inflamed|displaced|obstructed|ruptured|perforated|dark|tarry|bloody|pale|cloudy|foul|offensive|green|yellow|brown|black|purulent|mucoid|watery|icteric|cold|clammy|cool|mottled|weak|bulging|sunken|blurred|slurred|unsteady|restricted|limited|poor|positive|palpable|tender|irregular|extensor|upgoing|sluggish|fixed|unequal|low|raised|elevated|disturbed|altered|fluctuating|broken|cracked|dry|sore|painful|stiff|numb|itchy|bruised|discoloured|discolored|collapsed|congested|prolonged|unusual|worsening|dystrophic|atrophic|hyperactive|hypoactive|deranged|labile|coarse|bronchial|shifting|spastic|ataxic|shuffling|antalgic|masked|pressured|disorganised|disorganized|blunted|flat|coloured|colored|stained|festinant|stooped|scanty|bright|red|deranged|hoarse|pinpoint|shallow|laboured|labored|rapid|thready|faint|distant|muffled|monotonous|rambling|slow|slowed|unsteady|broad|fluctuant|gaping|heavy|intermenstrual|nocturnal)$/;
/** What is abnormal without being found in the patient: plans, doses, tests, people. */
const OF_NONE =
  /^(dose|doses|risk|risks|frequency|visits?|intake|use|amount|number|levels?|rate|results?|tests?|cultures?|screen|swab|family|history|historian|compliance|adherence|control|access|response|effect|effects|outcome|prognosis|company|time|period|course|pressure|suspicion|threshold|resources|information|insight|skin|tablets?|room|night|day|days|air|water|food|foods|diet|salt|calorie|fat|grade|molecular|back|card|cell|cells|people|patients?|man|woman|lady|gentleman|feedback|experience|attitude|margins?|box|spectrum|impact|activity|exercise|help|support|fluids?|oxygen|residual|lead|line|tea|coffee|eyes_|index|predictive|contact|point|of|to|and|or|for|in|on|at|with|from|by|than|but|when|since)$/;
/** Before a head they tell of health, or of no finding. */
const PLAIN =
  /^(normal|unremarkable|clear|vital|good|regular|heart|breath|bowel|equal|intact|warning|stop|road|first|second|third|neck|full|further|previous|prior|usual|stable|open|closed|healthy|adequate|strong|soft|formed|negative|no|not)$/;
const NOT_MODIFIER = words(
  'a an the his her their its this that these those any some no not of in on at to for from with without by over under after before during since as and or nor but which who when while also then now still is are was were be been being has have had do does did showed shows show revealed reveals reveal demonstrated demonstrates confirmed confirms disclosed found noted notes noticed felt saw seen heard reported reports described describes developed develops denied denies complained complaining complains contained contains c o h s p e include includes included including gave gives became appeared remained brought presented presents presenting admitted having passed passing due associated caused causes causing produced there it he she they we i you only both each all one two three following examination exam respiratory cardiovascular abdomen abdominal_ positive_ negative ct mri xr cxr ultrasound ecg eeg echo biopsy recurrent_ day days week weeks month months year years history',
);
const UNIT = /^(cm|mm|ml|kg|degree|cm2)$/;
/** Modifiers that a head takes along. */
const MOST = 4;
const HEADINGS_OF_CARE =
  /^(plan|rx|tx|treatment|medications?|meds|allergies|advice|recommendations?|follow|followup|family|fh|fhx|social|shx|impression_)$/;

/** Where the modifiers of the head at `i` begin. */
function leftOf(line: Line, i: number, free: (at: number) => boolean): number {
  let from = i;
  while (from > line.from && i - from < MOST) {
    const word = wordAt(line, from - 1);
    const token = line.tokens[from - 1];
    if (token?.kind === 'mark' || NOT_MODIFIER.has(word) || DETERMINERS.has(word) || !free(from - 1)) break;
    if (token?.kind === 'number' && !UNIT.test(wordAt(line, from))) break;
    if (/ly$/.test(word) && from === i) break;
    from -= 1;
  }
  return from;
}

function isPlain(line: Line, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (PLAIN.test(wordAt(line, i))) return true;
  const at = /^(is|are|was|were|remains?|remained)$/.test(wordAt(line, to)) ? to + 1 : to;
  return /^(normal|unremarkable|clear|intact|negative|fine|good|symmetrical|equal|satisfactory)$/.test(
    wordAt(line, at),
  );
}

const tellsOfCare = (line: Line): boolean =>
  HEADINGS_OF_CARE.test(wordAt(line, line.from)) && /^(:|-|–|up|history)$/.test(wordAt(line, line.from + 1));

/** Findings of an English note that no table knows, named by a noun phrase or told of a part of the body. */
export function notedFindings(line: Line, known: readonly Found[]): Found[] {
  const out: Found[] = [];
  if (line.segment.speaker !== 'unknown' || spanish(line) || line.question || tellsOfCare(line)) return out;
  const free = (at: number): boolean => ![...known, ...out].some((one) => one.from <= at && one.to > at);
  const symptom = (at: number): boolean =>
    known.some((one) => one.kind === 'symptom' && one.from === at && one.to === at + 1);
  const take = (from: number, to: number, kind = kindOfNoun(line, from)): void => {
    out.push({ from, to, mention: null, kind, name: said(line, from, to) });
  };
  for (let i = line.from; i < line.to; i += 1) {
    if (!free(i) || line.tokens[i]?.kind !== 'word') continue;
    for (const { from, to } of revealedAt(line, i, free)) take(from, to);
    const alone = heads.get(wordAt(line, i));
    if (alone !== undefined) {
      const from = leftOf(line, i, free);
      const to = endOf(line, i, free);
      if ((alone || from < i) && !isPlain(line, from, i + 1) && isNoun(line, i)) take(from, to);
      continue;
    }
    if (ABNORMAL.test(wordAt(line, i))) {
      const to = abnormalEnd(line, i, (at) => free(at) || symptom(at));
      if (to !== null) {
        take(i, to, 'symptom');
        i = to - 1;
        continue;
      }
    }
    const unable = unableTo(line, i, free);
    if (unable !== null) {
      take(i, unable, 'symptom');
      i = unable - 1;
      continue;
    }
    const state = saidOfPart(line, i, free) ?? qualityAt(line, i, free);
    if (state !== null) {
      take(state.from, state.to, 'symptom');
      i = state.to - 1;
    }
  }
  return out;
}

/** `Unable to bear weight`: with the verb and what it takes, at most four words. */
function unableTo(line: Line, i: number, free: (at: number) => boolean): number | null {
  if (wordAt(line, i) !== 'unable' || wordAt(line, i + 1) !== 'to' || line.tokens[i + 2]?.kind !== 'word') return null;
  if (/^(exclude|rule|be|obtain|contact|confirm|get|assess|give|perform|attend)$/.test(wordAt(line, i + 2)))
    return null;
  const end = Math.max(phraseEnd(line, i + 2, 4), i + 3);
  for (let k = i; k < end; k += 1) if (!free(k)) return null;
  return end;
}

/** `To tear`, `will collapse`, `discharge her`: verbs. */
const isNoun = (line: Line, i: number): boolean =>
  !/^(to|will|would|can|could|may|might|should|must|not|n't|he|she|they|we|i)$/.test(wordAt(line, i - 1)) &&
  !/^(him|her|his|the|them|it|home)$/.test(wordAt(line, i + 1));

function endOf(line: Line, i: number, free: (at: number) => boolean): number {
  const to = Math.max(i + 1, phraseEnd(line, i));
  let end = i + 1;
  while (end < to && free(end)) end += 1;
  while (end > i + 1 && /^(of|in|on|a|an|the|his|her|their|both)$/.test(wordAt(line, end - 1))) end -= 1;
  return end;
}

/** End of the noun phrase that an abnormal adjective opens; null: it opens none that is a finding. */
function abnormalEnd(line: Line, i: number, free: (at: number) => boolean): number | null {
  if (PLAIN.test(wordAt(line, i - 1)) || /^(to|very|more|less|too|so)$/.test(wordAt(line, i - 1))) return null;
  const to = Math.min(phraseEnd(line, i), i + 5);
  let end = i + 1;
  while (end < to && free(end) && line.tokens[end]?.kind === 'word') {
    if (/^(of|in|on)$/.test(wordAt(line, end)) && end > i + 1) break;
    if (OF_NONE.test(wordAt(line, end)) || NOT_MODIFIER.has(wordAt(line, end))) return null;
    end += 1;
  }
  return end > i + 1 && end - i <= 4 ? end : null;
}
