import { plain } from '../parse/text.ts';

/**
 * How a turn sounds: above 0 like the clinician, below like the patient (or who speaks for them). Weights are in
 * natural-log units of our own judgement; each cue counts once a sentence.
 */
export function clinicianScore(text: string): number {
  const said = plain(text).replaceAll('’', "'");
  let score = 0;
  for (const [pattern, weight] of CUES) if (pattern.test(said)) score += weight;
  return Math.max(-4, Math.min(4, score));
}

const CUES: readonly (readonly [RegExp, number])[] = [
  // Asking about the other's body, habits and history.
  [/\?/, 0.8],
  [
    /\b(?:what brings you|how can i help|what can i do for you|que le (?:trae|pasa|ocurre|sucede)|que te (?:trae|pasa)|en que (?:le|te|puedo)|cuenteme|digame|cuentame|tell me (?:more|about)|what seems to be)/,
    2.5,
  ],
  [
    /\b(?:do you|have you|are you|did you|any (?:fever|chest|other|history|allerg|nausea|cough|pain|shortness)|how long (?:have|has)|how often|how old are you|when did)\b.*\?/,
    1.8,
  ],
  [
    /(?:\bha (?:tenido|notado|sentido|tomado|viajado)|\btiene (?:usted|alguna?|fiebre|dolor|alergias?)|\btoma (?:usted|algun)|\ble duele|\bes (?:usted )?alergic|\bdesde cuando|\bcuant[oa]s? (?:tiempo|anos|veces|cigarr)|\bfuma\b|\bsufre\b|\bpadece\b|\bdonde le\b|\bte duele).*\?/,
    1.6,
  ],
  // Examining, ordering, explaining.
  [
    /\b(?:let me (?:take a look|listen|check|examine|feel|see)|take a deep breath|deep breaths?|open (?:wide|your mouth)|i'm (?:going to|gonna) (?:examine|listen|check|order|prescribe|refer|press|send|give you|have you)|i(?:'ll| will| would) (?:order|prescribe|refer|recommend|send|like you to)|i(?:'d| would) like (?:to|you to)|we(?:'ll| will|'re going to) (?:order|get|check|start|do|run|see)|follow[- ]up|your (?:results|labs|x-ray|exam|blood (?:pressure|work|test)|chart))\b/,
    1.8,
  ],
  [
    /\b(?:respire|inspire|tome aire|abra la boca|saque la lengua|sientese|acuestese|tumbese|voy a (?:explorar|auscultar|recetar|examinar|mandar|pedir|revisar|tomarle|darle)|le (?:voy a|vamos a|receto|mando|pido|recomiendo)|vamos a (?:pedir|hacer|solicitar|empezar|mandar|ver|tomar)|tome (?:una|un|dos|esta|el|la|cada)|vuelva|acuda|su (?:presion|tension|analitica|radiografia|expediente|historial))\b/,
    1.8,
  ],
  [/\b(?:mg|milligrams?|miligramos?|twice (?:a|per) day|cada (?:ocho|doce|seis|veinticuatro|8|12|6|24) horas)\b/, 0.4],
  [/\b(?:usted|your|you're|you've)\b/, 0.5],
  [/\b(?:i(?:'m| am) (?:dr|doctor)|soy (?:el|la) (?:dr|dra|doctora?|medic[oa]|enfermer[oa]))\b/, 3],
  // Telling of oneself.
  [
    /\b(?:me (?:duele|duelen|siento|molesta|pica|arde|mareo|canso|cuesta|da|dio|salio|salieron|hincha|caigo|cai)|tengo|llevo|estoy|mi (?:cabeza|espalda|pecho|estomago|pierna|brazo|madre|padre|esposa|marido|hij[oa])|he (?:tenido|estado|tomado|notado)|yo |fumo|bebo|tomo|no duermo|se me)\b/,
    -1.6,
  ],
  [
    /\b(?:i (?:have|had|feel|felt|can't|cannot|couldn't|get|got|take|took|smoke|drink|noticed|think|don't|didn't|haven't|work|live|woke|started|just|was|tried)|i've (?:been|had|got)|i'm (?:having|feeling|allergic|worried|tired|taking|on|not)|my (?:head|back|chest|stomach|leg|arm|knee|throat|neck|mom|mother|dad|father|wife|husband|son|daughter|shoulder|foot|heart)|it (?:hurts|started|comes|feels|burns|gets))\b/,
    -1.5,
  ],
  [
    /\b(?:doctor|doctora|doc)[.,!?]?\s*$|^(?:si|no|yes|yeah|hi|hola|buenos dias|gracias|thank you),? (?:doctor|doctora|doc)\b/,
    -1.8,
  ],
];

/** Speaks for a child, who is the patient: a relative's illness told in passing sounds otherwise. */
export const speaksForAnother = (text: string): boolean =>
  /\b(?:mi (?:hij[oa]|niet[oa]|bebe|nin[oa])|my (?:son|daughter|baby|child|little (?:boy|girl)|grand(?:son|daughter))) (?:has|is|was|keeps|won't|doesn't|had|started|tiene|esta|lleva|no|se|ha|le|toma)\b/.test(
    plain(text),
  );

/** A bare answer: "No.", "Sí, a veces.", "About two weeks." */
export const isShortAnswer = (text: string): boolean =>
  !text.includes('?') && (text.match(/\p{L}+/gu)?.length ?? 0) <= 6;
