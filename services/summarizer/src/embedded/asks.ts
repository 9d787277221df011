import { type Line, ofLine, textOf } from './reading.ts';

/** What a question asks of a finding, or of a medicine, that is spoken of. */
export type Ask =
  | 'how long'
  | 'when'
  | 'how bad'
  | 'where'
  | 'how often'
  | 'what like'
  | 'what worsens'
  | 'what eases'
  | 'which way'
  | 'whether it helped';

const ASKS: readonly { readonly ask: Ask; readonly en: readonly RegExp[]; readonly es: readonly RegExp[] }[] = [
  {
    ask: 'how long',
    en: [/\b(how long|how many (days|weeks|months|years)|since when|how much time)\b(?! ago)/],
    es: [
      /\b(cuanto tiempo|desde (hace )?cuando|desde hace (cuanto|mucho)|hace (cuanto|mucho)|cuanto (hace|lleva|llevas)|lleva(s)? mucho|mucho tiempo|cuantos (dias|meses|anos)|cuantas semanas)\b/,
    ],
  },
  {
    ask: 'when',
    en: [
      /\b(when (did|was|were|'d|you first)|how long ago|what day)\b(?!.*\b(?:last (?:time|one|episode|attack|period)|previous|before that|other one)\b)/,
    ],
    es: [
      /\b(cuando (empezo|comenzo|le|te|se|lo|la|fue|empezaron|empezaste|aparecio|noto|notaste|le empezo)|desde cuando|que dia|como empezo)\b/,
    ],
  },
  {
    ask: 'how bad',
    en: [
      /\b(how (bad|severe|painful|sore|strong)|scale|zero to ten|1 to 10|one to ten|0 to 10|out of (10|ten)|how would you (rate|score)|score (it|the|your))\b/,
    ],
    es: [
      /\b(del? (1|uno|0|cero) al? (10|diez)|escala|cuanto (le|te) (duele|molesta)|que intensidad|como de (fuerte|intenso)|que tan (fuerte|intenso|mal)|intenso)\b/,
    ],
  },
  {
    ask: 'where',
    en: [
      /\b(where|whereabouts|which (side|part|area|leg|arm|eye|ear|knee|hand|foot|hip|shoulder|one|ones)|one side|both (sides|\w+s)|is it both|left or|right or|(go|goes|spread|move|travel|radiate)s? (\w+ )?(anywhere|down|to)|(point|show) (to|me))\b/,
    ],
    es: [
      /\b(donde|(en|de|del) que (parte|lado|zona|pierna|brazo|ojo|oido|rodilla|hombro|mano|pie)|que (lado|ojo|oido|pierna|rodilla|hombro|brazo|mano|pie)|izquierd[oa] o|derech[oa] o|cual de (los|las) dos|(de|en) cual|(los|las) dos|ambos|ambas|un (solo )?lado)\b/,
    ],
  },
  {
    ask: 'how often',
    en: [
      /\b(how (often|frequent|frequently|regularly)|how many times|how many .{0,20}(a|per|each|every) (day|week|month|night)|all the time|constant(ly)?|(come|comes) and (go|goes)|on and off|there every (day|night)|continuous(ly)?)\b/,
    ],
    es: [
      /\b(con que frecuencia|cada cuanto|cuantas veces|todo el (rato|tiempo|dia)|va y viene|van y vienen|a ratos|constantes?|continu[oa]s?|todos los dias|a diario|seguido)\b/,
    ],
  },
  {
    ask: 'what like',
    en: [
      /\b((what|how) (does|do|is|was|did|would|'s) (it|that|this|they|the \w+|your \w+)( \w+)? (like|feel|look)|describe|what (kind|sort|type) of (a )?(pain|ache|feeling|sensation|headache|cough|colou?r|thing)|what colou?r)\b/,
      /\b(sharp|dull|achy?|aching|burning|throbbing|stabbing|crampy|tight|shooting|pressure)( pain| ache)? (,|or)/,
    ],
    es: [
      /\b(como (es|son|era|describiria|lo describe|lo describes|lo nota|lo notas|lo siente)|describ\w+|que (tipo|clase) de|de que color|que color|que aspecto|punzante|opresiv[oa]|(sec[oa]|amarill[oa]|clar[oa]) o)\b/,
    ],
  },
  {
    ask: 'what worsens',
    en: [
      /\b(what|anything|something|things?|does|do|is|are|it|they)\b.{0,50}\b(worse|worsens?|brings? (it|them|this|that|the \w+) on|sets? (it|them|this|that|the \w+) off|aggravates?|exacerbates?)\b/,
      /\b(triggers?|come on when|comes on when)\b/,
    ],
    es: [/\b(empeoran?|empeore|peor|le duele mas|te duele mas|duele mas|provoca|desencadena|aumenta)\b/],
  },
  {
    ask: 'what eases',
    en: [
      /\b(what|anything|something|things?|does|do|is)\b.{0,50}\b(better|eases?|helps?|relieves?|settles? (it|them)|stops? (it|them))\b/,
    ],
    es: [/\b(mejoran?|mejore|alivian?|alivie|se (le|te) (pasa|quita|calma)|le calma|te calma|descansa con)\b/],
  },
  {
    ask: 'which way',
    en: [
      /\b(better|worse|improv\w+|worsen\w+)(?: \w+){0,4} (?:,|or) (?:\w+ ){0,4}(better|worse|the same|improv\w+|worsen\w+|changed|unchanged|stayed|staying)\b/,
      /\b(?:is|are|has|have|was|do|does)(?: \S+){0,3} (?:get|got|getting|gotten|been getting|become|becoming|feel|feeling|been) (?:any |much |a bit |a lot |gradually |progressively |steadily )?(better|worse)\b/,
      /\b(?:is|are|has|have) (?:it|that|this|they|things|the \w+|your \w+)(?: been)? (?:chang(?:ed|ing)|improv(?:ed|ing)|worsen(?:ed|ing)|progress(?:ed|ing))\b/,
    ],
    es: [
      /\b(mejor|peor|a mas|a menos|mejorando|empeorando|mejorado|empeorado|igual)(?: \w+){0,2} (?:,|o) (?:\w+ ){0,2}(mejor|peor|a mas|a menos|mejorando|empeorando|mejorado|empeorado|igual)\b/,
      /\b(?:va|van|ha ido|han ido|esta|fue|sigue|siente|nota|encuentra)(?: \w+)? (?:a mas|a menos|a mejor|a peor|mejor|peor|empeorando|mejorando)\b/,
      /\b(?:ha|han) (?:mejorado|empeorado|cambiado|aumentado)\b/,
    ],
  },
  {
    ask: 'whether it helped',
    en: [
      /\b(did|does|do|has|have|is|are|was|were) (it|that|they|those|these|this|any|the \w+|them)\b.{0,25}\b(help|helps|helped|helping|work|worked|working|difference|touch|relief|effect|easing|ease)\b/,
    ],
    es: [
      /\b((le|te) (hizo|hace|hacen|hicieron|funciono|ayudo|alivio|sirvio)|(le|te|ha) (ha )?(ayudado|servido|aliviado|funcionado|hecho (algo|efecto|nada))|(noto|notaste|nota|notado) (mejoria|alivio|efecto)|que tal (le|te) (fue|va|ha ido)|hizo efecto|hace efecto)\b/,
    ],
  },
];

/** `Is it better or worse when you lie down?`: what changes it is asked, not the way it goes. */
const MAKES =
  /\b(makes?|anything|what|when|if|with|after|at (?:any|night|certain)|cuando|si|con|al|algo|que (?:le|la|lo|se)|por la)\b/;

/** `Does anything make it better or worse?` */
const MAKES_IT = /\b(?:anything|something|what)\b.{0,40}\bmakes? .{0,30}\b(?:better|worse)\b/;

/** What a line asks after, by its words alone. */
export const asksOf = ofLine((line): ReadonlySet<Ask> => {
  const text = textOf(line);
  const told = (one: (typeof ASKS)[number]): boolean =>
    line.tongues.some((tongue) => one[tongue].some((pattern) => pattern.test(text)));
  const all = new Set(ASKS.filter(told).map(({ ask }) => ask));
  if (all.has('which way') && !MAKES.test(text))
    for (const ask of ['what worsens', 'what eases'] as const) all.delete(ask);
  else if (MAKES_IT.test(text)) all.delete('which way');
  return all;
});

export const asks = (line: Line, ...these: readonly Ask[]): boolean => {
  const all = asksOf(line);
  return these.some((ask) => all.has(ask));
};
