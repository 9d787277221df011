/** Words of one clause, up to nine: no mark, no conjunction that begins another statement. */
const STOPS =
  "[.,;:?!…]|but|so|because|though|although|'cause|cause|since|unless|then|which|and (?:i|it|then|when|my|that|the)|or something";
const PHRASE = `(?:(?!(?:${STOPS}) )\\S+ ){1,9}`;
/** A thing or a deed as the subject: no pronoun, no auxiliary, no denial. */
const SUBJECT =
  "(?:(?!(?:[.,;:?!…]|it|that|this|they|these|those|which|what|i|you|he|she|we|and|or|but|so|if|when|does|do|did|do|n't|not|never|nothing|no|is|are|was|'s|if|think|might|could|would|can|may|also|really|only|seems|guess|suppose|well|um|uh|sometimes|usually|mostly|maybe|anything|something) )\\S+ ){1,6}(?:sometimes |usually |always |often |mostly )?";

/** `When I woke up`: a time that is past, not what brings it on. */
const PAST =
  "(?!(?:when|if|whenever|after|once|as soon as|soon as|every time|each time) (?:i|you|he|she|it|we|they) (?:was|were|had|did|came|got|woke|went|started|felt|saw|took|called|left|fell|hit|rang|noticed|'d|'ve|have|\\w+ed) )";
const WHEN = `(?:when|whenever|if|every time|each time|as soon as|soon as|once) ${PHRASE}`;
const AFTER = `(?:after|during|on (?=\\w+ing |exertion|exercise|movement)|while) ?${PHRASE}`;
const HOUR =
  '(?:at night|at nights|in the (?:mornings?|evenings?|afternoons?|cold|heat)|first thing(?: in the mornings?)?|at the end of the day|by the evening|by the end of the day|towards the evening) ';
const MORE =
  '(?:, |again |more |most |especially |mainly |only |really |mostly |usually |particularly |just |a lot |a bit |slightly |if anything |definitely |off |up |down |always )*';
const IT = '(?:it|them|things|that|this|the \\w+|my \\w+)';

export const WORSE: readonly RegExp[] = [
  new RegExp(
    `\\b(?:worse|worst|hurts?|hurting|aches?|throbs?|painful|flares? up|comes? on|it starts?|kicks? in) ${MORE}(${PAST}(?:${WHEN}|${AFTER}))`,
    'd',
  ),
  new RegExp(`\\b(?:worse|worst|bad) ${MORE}(${HOUR})`, 'd'),
  new RegExp(
    `\\b(?:worse|worst) ${MORE}((?!being |getting |going (?:on|to) |feeling )\\w+ing ${PHRASE.replace('{1,9}', '{0,9}')})`,
    'd',
  ),
  new RegExp(`\\b(?:worse|worst) ${MORE}(?:with|from|by) (${PHRASE})`, 'd'),
  new RegExp(
    `(?:^|(?<= ))(${SUBJECT})(?:makes?|made|making|seems? to make|can make) ${IT} (?:a lot |much |even |feel |a bit |any )*worse `,
    'd',
  ),
  new RegExp(
    `(?:^|(?<= ))(${SUBJECT})(?:brings? ${IT} on|sets? ${IT} off|triggers? ${IT}|aggravates? ${IT}|(?:is|are|'s|'re) (?:the |by far the |always |definitely )*(?:worst|worse) )`,
    'd',
  ),
];

export const BETTER: readonly RegExp[] = [
  new RegExp(
    `\\b(?:better|easier|eases?|goes away|goes off|settles?|improves?|helps?|less painful|fine|disappears?) ${MORE}(${PAST}(?:${WHEN}|${AFTER}))`,
    'd',
  ),
  new RegExp(`\\b(?:better|easier|eases?|settles?) ${MORE}(${HOUR})`, 'd'),
  new RegExp(
    `\\b(?:better|easier|eases?|settles?|relieved|helped|improves?) ${MORE}(?:with|by) (?!(?:the|my|this|that|it|his|her) (?:pain|ache|cough|swelling|itch|fever|headache|symptoms?)? ?)(${PHRASE})`,
    'd',
  ),
  new RegExp(
    `(?:^|(?<= ))(${SUBJECT})(?:helps? |eases? |relieves? |(?:makes?|made) ${IT} (?:feel )?(?:a bit |a lot |much |slightly )*(?:better|easier) |takes? the edge off|settles? ${IT}|calms? ${IT}|soothes? ${IT}|seems? to (?:help|ease) )`,
    'd',
  ),
];

export const BRINGS_ON = new RegExp(
  `^(?:(?!(?:${STOPS}) )\\S+ ){0,4}?(?:, )?(${PAST}(?:when|whenever|if|every time|each time) (?:i|you|he|she|we|they|\\w+ing) ${PHRASE})`,
  'd',
);

/** What a pain or a discharge is like. */
export const QUALITY =
  /^(sharp|dull|burning|stabbing|throbbing|pounding|crampy|cramping|gripey|gripping|squeezing|crushing|tight|shooting|electric|aching|achy|pulsating|pulsing|gnawing|nagging|tearing|ripping|piercing|pricking|pricky|stinging|tingly|colicky|pressing|heavy|sore|niggling|niggly|spasmodic|vice-like|band-like|deep|superficial|watery|runny|bloody|slimy|sticky|thick|frothy|green|yellow|brown|white|whitish|clear|greenish|yellowish|brownish|black|dry|chesty|barking|tickly|hacking|raspy|spinning)$/;
/** Between two of them, or before the first. */
export const QUALITY_LINK =
  /^(and|or|,|kind|sort|of|a|quite|very|really|more|like|bit|just|little|almost|then|also|almost|pretty|the|pain|ache)$/;
/** `Like a tight band`: what it is compared with. */
export const LIKENESS = new RegExp(
  `\\b(?:feels?|felt|say|'s|is|was|like it 's|describe it as|of|^|,|\\.) (?:just |sort of |kind of |more |almost |a bit |really |, )*(like (?:a|an|someone|somebody|something|being|pins|electric|electricity|needles|knives|water|pressure|toothache|cramp|cramps|period|there 's|i 've been|my) ${PHRASE}|like (?:electric|water|needles|toothache|cramp|knives|heartburn|jelly|tar) )`,
  'd',
);
/** `A burning feeling`. */
export const SENSATION =
  /\b((?:(?!(?:,|a|an|the|of|like|it|'s|is|was|that|this|any|same|good|bad|funny) )\S+ ){1,3}(?:feeling|sensation|ache|sort of pain|kind of pain) )/d;

/** Words that open an answer and are none of it. */
export const FILLER =
  /^([,.…]|um|uh|uhm|er|well|so|like|just|probably|mostly|mainly|maybe|perhaps|yeah|yes|yep|definitely|oh|ok|okay|i|'m|'ve|think|guess|suppose|would|'d|say|it|'s|is|when_|kind|kinda|sort|of|really|usually|honestly|obviously|if|anything|anything|hmm|mm|the_)$/;
export const NOTHING =
  /^(no|not|nothing|none|nope|nah|never|n't|do|does|did|what|hard|can|ca|could|dunno|who|i|you|has|have|had|is|was|were|are|am)$/;
export const END = /^([.;?!…]|um|uh|uhm|makes|but|so|because|though|although|cause|'cause)$/;

/** Without one of these no line tells of a change. */
export const CHANGES =
  /\b(?:wors|hurt|ache|throb|painful|flare|comes? on|starts? |kicks? in|bad |trigger|brings? |sets? |aggravat|better|eas|helps? |helped|goes |settle|improve|relieve|edge off|calms? |sooth|disappear|fine )/;
