const UNIT =
  'mg|mgs|milligrams?|mcg|micrograms?|grams?|ml|mils|millilit(?:re|er)s?|units?|miligramos?|microgramos?|gramos?|unidades|tablets?|puffs?';
const NUMBER =
  'half|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|\\d[\\d.,]*|medio|media|un|una|dos|tres|cuatro|cinco|seis|ocho|diez|veinte|cuarenta|cincuenta|cien';
const OFTEN = 'once|twice|three times|every|daily|nightly|mornings?|at night|bedtime|una vez|dos veces|tres veces|cada';

const OPENS =
  "^\\W*(?:(?:no|nope|well|oh|um|uh|er|actually|sorry|only|just|mostly|mainly|more|it ?'s|they ?'re|that ?'s|about|around|like|nearer|on|in|at|the|my|i take|i ?'m on|i have|es|son|solo|solamente|la|el|en|pues|bueno|ahora|now)[\\s,.…]+)*";
const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}])`, 'u');
const opening = (pattern: string): RegExp => new RegExp(`${OPENS}(?:${pattern})(?![\\p{L}])`, 'u');

const SIDE_ASKED = word(
  'left|right(?=\\s+\\p{L})|(?:the|your|my) right|both|either side|izquierd[oa]|derech[oa]|ambos|ambas|los dos|las dos',
);
const SIDE_TOLD = opening('left|right(?! (?:now|away))|both|izquierd[oa]|derech[oa]|ambos|ambas|los dos|las dos');
const DOSE_ASKED = word(`(?:${NUMBER}) ?(?:${UNIT})|${OFTEN}`);
const DOSE_TOLD = opening(`(?:${UNIT})|(?:${NUMBER})(?! (?:years?|months?|weeks?|anos?|meses) (?:ago|atras))|${OFTEN}`);
/** "Right, I see" is assent; a bare number tells an age or a date as well. */
const ASSENT = /^\W*right\s*[,.!?]/;
const AGO = /^[^.?!]{0,40}(?<![\p{L}])(?:ago|hace)(?![\p{L}])/u;

/**
 * "Is it in both ears?" "Only the left."; "50 milligrams?" "Micrograms, it says here.": the detail is put right, and the
 * finding or the medicine is thereby granted. Folded text in.
 */
export function amendsDetail(question: string, reply: string): boolean {
  if (AGO.test(reply) || ASSENT.test(reply)) return false;
  return (SIDE_ASKED.test(question) && SIDE_TOLD.test(reply)) || (DOSE_ASKED.test(question) && DOSE_TOLD.test(reply));
}
