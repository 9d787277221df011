import type { Candidate } from './candidate.ts';
import { candidate } from './findings.ts';
import { spokenAt } from './measurements.ts';
import { type Line, said, spanish, textOf } from './reading.ts';

const ABOUT =
  "(?:(?:about|around|like|maybe|roughly|almost|nearly|just|only|over|under|at|in|um|uh|uhm|er|,|now|currently|i think|probably|como|unos|unas|casi|ahora|sobre|alrededor de|cerca de|creo que|pues|bueno|mas o menos|say|so|well|it 's|i 'd say|i 'm) )*";
const NUMBER =
  '(?:\\d+(?:[.,]\\d+)?(?: [.,] \\d+)?|(?:(?!kilos?|pounds?|stones?|metros?|meters?|metres?|feet|foot)[a-z]+ ){0,5}?[a-z]+)';
const WEIGHT_UNIT = '(?:stones?|pounds?|lbs?|kilos?|kgs?|kilograms?|kilogramos?|libras?)';

interface Stature {
  readonly name: Readonly<Record<'en' | 'es', string>>;
  readonly concept: string;
  /** Asks for it, so that a bare amount tells it. */
  readonly asked: RegExp;
  /** Leads to it in a statement. */
  readonly told: RegExp;
  /** The amount with its unit, in two groups. */
  readonly amount: RegExp;
}

const STATURES: readonly Stature[] = [
  {
    name: { en: 'weight', es: 'peso' },
    concept: 'body_weight',
    asked:
      /\b(?:(?:do|does|did|would|you) (?:\w+ ){0,3}weigh|(?:your|her|his|current) weight|cuanto (?:\w+ )?pes\w+|que peso|su peso)\b/,
    told: /\b(?:i|he|she|yo)(?: 'm| 's| am| is| was| 've been)? (?:\w+ )?weigh(?:s|ed|ing)?(?: in)? |\bpes(?:o|a|aba) /,
    amount: new RegExp(
      `^${ABOUT}(${NUMBER}) (${WEIGHT_UNIT}) (?!(?:a|per|heavier|lighter|more|less|mas|menos|over|since|in|of|ago|off|down|up) )`,
      'd',
    ),
  },
  {
    name: { en: 'height', es: 'talla' },
    concept: 'body_height',
    asked:
      /\b(?:how tall|(?:your|her|his) height|cuanto (?:\w+ )?mid\w+|que (?:altura|talla)|su (?:altura|talla|estatura))\b/,
    told: /\b(?:i|he|she) (?:'m|'s|am|is|stand|stands)(?: about| only| just)? (?=(?:\w+|\d+) (?:foot|feet|')|\d+ ?')|\bmid(?:o|e|ia) /,
    amount:
      /^(?:(?:about|around|like|maybe|roughly|almost|nearly|just|only|um|uh|uhm|er|,|i think|i 'm|como|unos|casi|creo que|pues|bueno|mas o menos) )*((?:\d|four|five|six) ?(?:'|foot|feet|ft) ?(?:(?:and )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven)(?: and a half)?)?|1[.,]\d{2}|1 [.,] \d{2}|1\d\d|(?:un|uno|one)(?: (?:metro|metre|meter))?(?: (?:con|y|and))? (?:\w+ y )?(?:cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]\w+)?) ?("|inch(?:es)?|cm|centimet\w+|centimetros|m|metros?|metres?|meters?)? /d,
  },
];

/** Of whom an adult who is the patient speaks. */
const OF_ANOTHER = /^(?:he|she|pesa|mide|pesaba|media) /;

/** `I weigh about 130 pounds`, `I'm five foot six`, and the amount alone where it was asked for. */
export function statureIn(line: Line, asked: Line | null, taken: readonly Candidate[], child: boolean): Candidate[] {
  if (line.question || line.segment.speaker === 'unknown') return [];
  const text = `${textOf(line)} `;
  return STATURES.flatMap(({ name, concept, asked: asks, told, amount }) => {
    if (taken.some((one) => one.concept === concept)) return [];
    const lead = told.exec(text);
    if (lead !== null && !child && OF_ANOTHER.test(lead[0])) return [];
    const answers = asked !== null && asks.test(textOf(asked));
    if (lead === null && !answers) return [];
    const at = lead === null ? 0 : lead.index + lead[0].length;
    const found = amount.exec(text.slice(at));
    const [start, end] = found?.indices?.[1] ?? [-1, -1];
    if (found === null || start < 0) return [];
    const from = line.from + text.slice(0, at + start).split(' ').length - 1;
    const to =
      line.from +
      text
        .slice(0, at + end)
        .trimEnd()
        .split(' ').length;
    const unit = found[2] === undefined ? 0 : found[2].split(' ').length;
    const spoken = spokenAt(line, from);
    const made = candidate(
      line,
      { from, to: to + unit, mention: null, kind: 'measurement', name: name[spanish(line) ? 'es' : 'en'] },
      { assertion: 'present', experiencer: 'patient', relation: null, by: [] },
    );
    made.concept = concept;
    made.attributes.value = spoken !== null && spoken.to === to ? spoken.value : said(line, from, to);
    if (unit > 0) made.attributes.unit = said(line, to, to + unit);
    if (answers && asked !== null) made.grounds.push({ line: asked, from: asked.from, to: asked.to });
    return [made];
  });
}
