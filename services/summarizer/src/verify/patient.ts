import type { Age, Evidence, RejectedDraft, StatedGender } from '@clinical/contracts';
import type { ClaimedQuote, Draft } from '../engine.ts';
import { whoseIs } from './context/experiencer.ts';
import { type Heard, hear } from './heard.ts';
import { locate } from './locate.ts';
import { numbersIn } from './numbers.ts';
import type { Reading } from './reading.ts';
import { AGREEING, GENDERED, LETTERS } from './sexes.ts';

const AGE =
  /(?<![\p{L}])(?:years?|yrs?|y\/?o|y\.o|m\.o|yo|months?|weeks?|days?|old|aged?|turn(?:ed|ing)?|i'?m|is|anos?|meses|mes|semanas?|dias?|edad|cumpl\p{L}*|tengo|tiene|'m|am|(?:he|she|son|daughter|boy|girl|baby|lad)'s)(?![\p{L}])/u;

/** A note's shorthand: "77/m", "f/54", "34m", "a man of 50", "Ms Patel (32)". */
const SHORT =
  /(?<![\p{L}\p{N}])(?:[mf] ?\/ ?\d{1,3}|\d{1,3} ?[/,]? ?[mf♂♀])(?![\p{L}\p{N}])|(?:man|woman|gentleman|lady|boy|girl|male|female) of \d|(?:mr|mrs|ms|miss|master)\.? [\p{L}' -]{2,40}\(\d{1,3}\)/u;

/** How a clinician speaks to the patient. */
const ADDRESS = /^\W*(?:miss|mrs|mr|sir|ma'am|señor|señora|señorita|don|doña)\W*$/iu;

/** Age and gender stand on quotes of the patient like any fact; what does not is not guessed. */
export function verifyPatient(
  draft: Draft,
  reading: Reading,
): { age: Age | null; gender: StatedGender | null; rejected: RejectedDraft[] } {
  const rejected: RejectedDraft[] = [];
  const check = <T>(
    what: 'age' | 'gender',
    claim: { quotes: readonly ClaimedQuote[] } | null,
    text: string,
    judge: (heard: Heard) => string | null,
    make: (evidence: Evidence[]) => T,
  ): T | null => {
    if (claim === null) return null;
    let reason = claim.quotes.length === 0 ? 'no_evidence' : 'quote_not_found';
    const evidence: Evidence[] = [];
    for (const quote of claim.quotes) {
      const found = locate(quote, reading);
      if (found === null) continue;
      for (const place of found.places) {
        const heard = hear(reading, found.read, place);
        const addressed = what === 'gender' && found.read.segment.speaker === 'clinician' && ADDRESS.test(quote.quote);
        const whose = addressed ? 'patient' : whoseIs(reading, found.read, place).whose;
        const wrong = whose === 'patient' ? judge(heard) : 'experiencer_conflict';
        if (wrong !== null) reason = wrong;
        else {
          evidence.push({
            segment_id: found.read.segment.id,
            quote: found.read.segment.text.slice(place.start, place.end),
            start: place.start,
            end: place.end,
          });
          break;
        }
      }
    }
    if (evidence.length > 0) return make(evidence);
    rejected.push({ what, kind: null, text, quote: claim.quotes[0]?.quote ?? null, reason });
    return null;
  };
  const { age, gender } = draft;
  return {
    age: check(
      'age',
      age,
      String(age?.value),
      (heard) => ageHeard(age!.value, heard, reading),
      (evidence) => ({ value: age!.value, unit: age!.unit, evidence }),
    ),
    gender: check(
      'gender',
      gender,
      gender?.value ?? '',
      (heard) => genderHeard(gender!.value, heard),
      (evidence) => ({ value: gender!.value, evidence }),
    ),
    rejected,
  };
}

/** The number is in the quote, and the quote or the question before it speaks of age. */
function ageHeard(value: number, heard: Heard, reading: Reading): string | null {
  const said = numbersIn(heard.tokens, heard.read.tongues).flatMap(({ values }) => values);
  if (!said.includes(value)) return 'number_not_in_evidence';
  const { folded } = heard.read;
  const near = folded.slice(Math.max(0, heard.start - 30), heard.end + 20);
  const asked = reading.segments[heard.read.index - 1]?.folded.slice(-120) ?? '';
  return AGE.test(near) || SHORT.test(near) || /(?:how old|your age|edad|cuantos anos)/.test(asked)
    ? null
    : 'age_not_said';
}

function genderHeard(value: StatedGender['value'], heard: Heard): string | null {
  const said = heard.read.folded.slice(Math.max(0, heard.start - 7), heard.end);
  if (GENDERED[value].test(said)) return null;
  if (value !== 'other' && heard.read.tongues.includes('en') && LETTERS[value].test(said)) return null;
  const agrees = value !== 'other' && heard.read.tongues.includes('es') && AGREEING[value].test(said);
  return agrees ? null : 'gender_not_said';
}
