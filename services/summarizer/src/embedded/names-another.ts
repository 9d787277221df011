import type { Mention } from '../language/lexicon.ts';
import { type Line, spanish, textBetween, textOf, wordAt } from './reading.ts';

const REMEDY =
  /^(medicine|medicines|syrup|syrups|mixture|mixtures|linctus|drops|sweets|lozenges|pastilles|remedy|remedies)$/;
/** `I've been popping ibuprofen like sweets`. */
const TAKES = /^(?:been|'m|am|keep|kept|was|were|'re|are|just|by|start|started)$/;
/** `La arritmia no la noto`: it is there. */
const NOT_NOTICED = /^no (?:la|lo|las|los) (?:noto|siento|notaba|sentia) /;
/** `Never had headaches like this before`: there is one now. */
const LIKE_THIS =
  /^(?:(?:quite|so|anything) )?(?:like (?:this|that|these)|this bad|as bad as this|asi|como (?:este|esta|esto)) /;
const NEVER = /\b(?:never|nunca|jamas)\b/;
/** `You're avoiding the salty foods?` */
const AVOIDS =
  /\b(?:avoid\w*|stay(?:ing|ed)? (?:away from|off)|cut(?:ting)? (?:down on|out|back on)|evit\w+|dej(?:ado|ando|ar) de|quit(?:ado|ando)) (?:\w+ ){0,3}$/;
/** `I'm sorry to hear that you're not feeling well`. */
const SORRY =
  /\bsorry (?:to hear )?(?:that )?(?:you|he|she)(?: 're| 've| 's| is| are| have| has| were| was)?(?: been)? $/;
/** `We try to keep him well hydrated`: what is aimed at, and not how it is. */
const KEEPS =
  /\b(?:keep|keeps|keeping|kept|stay|staying|get|getting|become|remain|trying to be|try to be)(?: (?:him|her|them|you|myself|yourself|as|well|nice|and))* $/;
/** `The most common side effects are`: of the medicine, in anybody. */
const OF_IT = /^(are|is|include|includes|can|may|of|to|with|from|would|son|suelen|de|pueden)$/;
const IN_THE = /\b(?:in|out of)(?: the)? $/;
/** `Se cayó el sistema`. */
const FELL =
  /^(?:(?:el|la|los|las|mi|mis) )?(?:sistema|internet|luz|linea|llamada|senal|red|servidor|pagina|techo|conexion|wifi|plan|cita|reunion|negocio|bolsa|movil|telefono|arbol) /;
const TABLET_OF = /^(el|la|los|las|una|otra|lo)$/;
const TAKING = /\b(?:tom[oae]\w*|pastillas?|llev[oa]|us[oa])\b/;

/**
 * Whether words that the tables know name something else here: `cough medicine` is no cough, `in the cold` no cold,
 * `los nervios de los pies` no anxiety, `antes del embarazo` a time, `la del colesterol` a tablet.
 */
export function namesAnother(line: Line, mention: Mention): boolean {
  const { term, from, to } = mention;
  if (term.kind === 'medication') return false;
  if (term.key === 'popping' && TAKES.test(wordAt(line, from - 1))) return true;
  if (smokesADrug(line, mention) || REMEDY.test(wordAt(line, to))) return true;
  const before = (): string => textBetween(line, line.from, from);
  const rest = (): string => textBetween(line, to, line.to);
  const next = wordAt(line, to);
  if (SORRY.test(before())) return true;
  if (/^worst$/.test(wordAt(line, from - 1)) && line.question) return true;
  if (/^worr/.test(wordAt(line, from)) && wordAt(line, from - 1) === 'no') return true;
  if (term.absent && KEEPS.test(before())) return true;
  if (term.key === 'poor_diet' && AVOIDS.test(before())) return true;
  if (term.key === 'common_cold' && IN_THE.test(before())) return true;
  if (term.key === 'adverse_drug_reaction' && OF_IT.test(next)) return true;
  if (next === 'no' && NOT_NOTICED.test(rest())) return true;
  if (NEVER.test(textOf(line)) && LIKE_THIS.test(rest()) && NEVER.test(before())) return true;
  if (/^(?:cayo|caido|cae|caen|cayeron)$/.test(wordAt(line, to - 1)) && FELL.test(rest())) return true;
  return inAnotherPhrase(line, from, to) || isATime(line, from) || isATablet(line, mention) || isARemedy(line, mention);
}

/** `Feeling down below`, `los nervios de los pies`, `de golpe`. */
const inAnotherPhrase = (line: Line, from: number, to: number): boolean =>
  (wordAt(line, to - 1) === 'down' && wordAt(line, to) === 'below') ||
  (wordAt(line, to - 1) === 'nervios' && /^(de|del)$/.test(wordAt(line, to))) ||
  (/^(golpe|golpes)$/.test(wordAt(line, from)) && wordAt(line, from - 1) === 'de');

/** The token before the article of what begins at `from`. */
const linkAt = (line: Line, from: number): number =>
  /^(el|la|los|las|mi|su|the|your)$/.test(wordAt(line, from - 1)) ? from - 2 : from - 1;

/** `¿Y antes del embarazo, presión alta?`, `before the pregnancy`: when, and not whether. */
function isATime(line: Line, from: number): boolean {
  if (!line.question) return false;
  const link = linkAt(line, from);
  if (wordAt(line, link) === 'before') return true;
  return /^(de|del)$/.test(wordAt(line, link)) && /^(antes|fuera)$/.test(wordAt(line, link - 1));
}

/** `El jarabe de la tos`, `gotas para los mocos`: what is taken for it. */
const FOR_IT = /^(jarabe|jarabes|pastillas?|gotas|caramelos?|pomada|crema|inhalador|medicina|remedio)$/;
function isARemedy(line: Line, { term, from }: Mention): boolean {
  if (term.kind !== 'symptom' || !spanish(line)) return false;
  const link = linkAt(line, from);
  return /^(de|del|para|contra)$/.test(wordAt(line, link)) && FOR_IT.test(wordAt(line, link - 1));
}

/** `El que no me tomo es el del colesterol`. */
function isATablet(line: Line, { term, from }: Mention): boolean {
  if (term.kind !== 'condition' || !spanish(line)) return false;
  const link = linkAt(line, from);
  return /^(de|del)$/.test(wordAt(line, link)) && TABLET_OF.test(wordAt(line, link - 1)) && TAKING.test(textOf(line));
}

/** `Smoked a bit of weed`: no tobacco. */
function smokesADrug(line: Line, { term, from, to }: Mention): boolean {
  if (term.key !== 'smoking') return false;
  if (/^fum/.test(wordAt(line, from)))
    return line.mentions.some((one) => one.term.key === 'drug_use' && (one.to === from || one.from === to));
  if (!/^smok/.test(wordAt(line, from))) return false;
  let at = to;
  while (/^(a|an|bit|of|some|little|lot|the|odd|occasional|just|only)$/.test(wordAt(line, at))) at += 1;
  return line.mentions.some((one) => one.term.key === 'drug_use' && one.from === at);
}
