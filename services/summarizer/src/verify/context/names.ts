import type { ReadSegment, Span } from '../reading.ts';
import * as cues from './experiencers.ts';
import { has } from './patterns.ts';

const HYPHEN_OR_SPACE = "(?:[\\s-]+|'s\\s+|s'\\s+)";
/** What is called after a disease or does something about it: who is there, or works there, need not have it. */
const CALLED_AFTER = new RegExp(
  `^${HYPHEN_OR_SPACE}(?:\\p{L}+[\\s-]+){0,1}?(?:checks?|check-?ups?|society|association|foundation|trust|charity|uk|usa|international|alliance|institute|cent(?:re|er)s?|unit|wards?|departments?|dept|clinics?|nurses?|specialists?|consultants?|doctors?|services?|helpline|hotline|teams?|network|lead|conference|congress|campaign|awareness|research\\p{L}*|registry|leaflets?|posters?|pamphlets?|websites?|podcasts?|apps?|courses?|workshops?|classes|charity|fundraiser|fund|marathon|walk-?a?thon|fun run|machines?|monitors?|meters?|cuffs?|charts?|scores?|scales?|calculators?|questionnaires?|forms?|screening|screen|tests?(?! (?:was |is |were |came (?:back |up |out )|result(?:s)? (?:was |were )?|done (?:and )?|again |swab )*(?:positive|pos(?![\\p{L}])|reactive|confirmed))|swabs?(?! (?:was |were |is |came (?:back |up )?)?(?:positive|pos(?![\\p{L}])))|testing kits?|test kits?|work-?ups?|vaccin\\p{L}*|jabs?|drill|scare|hoax|prevention|statistics|season|prices?)(?![\\p{L}])`,
  'u',
);
const GAS =
  /^ (?:bills?|stations?|engineers?|man|leaks?|fires?|meters?|cookers?|board|stoves?|pedal|prices?|tanks?|company|masks?)(?![\p{L}])/u;
/** `Pain score 7/10`: what is measured so is there. */
const GRADED =
  /^[\s-]*(?:scores?|scales?|charts?)(?:\s+\p{L}+)?[\s:=-]*(?:of |is |at |was )?(?:[1-9]|ten|nine|eight|seven|six|five|four|three|two|one)/u;

/** Takes, gives, or is told how much of it: then it is the medicine. */
const AS_A_MEDICINE =
  /(?<![\p{L}])(?:tak(?:e|es|ing|en)|took|on|off|prescribed?|using|uses?|used|tabs?|tablets?|pills?|dose|mg|mcg|start(?:ed|ing)?|stop(?:ped|ping)?|switch(?:ed)?|tried|trying|try|put me|give[ns]?|gave|bought|buy|brand|generic|medicines?|medications?|drugs?|creams?|prescription|refill|allergic|swallow(?:ed)?)(?![\p{L}])/u;
const TITLED =
  /(?<![\p{L}])(?:doctora?|dra?\.?|mrs?\.?|miss|ms\.?|sister|nurse|professor|prof\.?|don|dona|senora?|srt?a?\.?|profesora?)\s+$/u;
const CALLED = /(?<![\p{L}])(?:named|(?:is|was|'s) called)\s+$/u;
const PERSON_BEFORE =
  /(?<![\p{L}])(?:(?:saw|seen|met|meeting|watched|visited|told|asked|rang|phoned|married|hugged)(?: (?:our|my|little|young|old|auntie|uncle|cousin|dear))*)\s+$/u;
const PERSON_AFTER =
  /^\s+(?:and (?:i|me)|play(?:s|ed|ing)?|sings?|sang|sa(?:ys|id)|thinks?|thought|drove|drives|brought (?:me|us)|rang|phoned|lives?|loves?|married|born|sat|waited|picked (?:me|us|up)|told (?:me|us)|(?:is|was|'ll be|will be) (?:coming|driving|waiting|picking|taking (?:me|us)|circling|parking|parked|collecting|sitting|visiting|getting (?:me|us)|staying|here|there|my|our|outside|downstairs|upstairs|running|late|next door))(?![\p{L}])|^'s (?:coming|driving|waiting|picking|circling|parking|collecting|here|there|my|our|outside|downstairs|upstairs|mum|mom|dad|mother|father|sister|brother|husband|wife|birthday|wedding|boyfriend|girlfriend|teacher|school)(?![\p{L}])/u;
/** `Allegra is, my granddaughter`; `Paris, our youngest, ...`. */
const APPOSED = /^(?:\s+(?:is|was|does|did|will|has|can))?,\s*(?:my|our|his|her|the)\s+(?:\p{L}+\s+)?/u;

/** "Shall I ring the surgery?": where British doctors work. */
export const namesThePractice = (read: ReadSegment, sentence: Span, mention: Span): boolean =>
  read.folded.slice(mention.start, mention.end) === 'surgery' &&
  /(?<![\p{L}])(?:ring|rang|call|called|phone|phoned|contact|visit|email|at|into|from|by) (?:the|your|our|my|this|a) $/u.test(
    read.folded.slice(sentence.start, mention.start),
  );

/** "The weight loss study", "chromium for weight loss": what somebody wants. */
const AN_AIM =
  /^ (?:stud(?:y|ies)|trials?|program\p{L}*|clinics?|surger(?:y|ies)|pills?|drugs?|medicines?|medications?|injections?|jabs?|groups?|apps?|class(?:es)?|diets?|shakes?|plans?|journey|goals?|coach)(?![\p{L}])/u;
const FOR =
  /(?<![\p{L}])(?:(?:try|tried|suggest\p{L}*|recommend\p{L}*|supplement\p{L}*)(?: (?!for)\p{L}+){0,3} for|help(?:s|ing)? (?:you |me )?with|promotes?) $/u;

/** "The other's for blood pressure": what a medicine is good for. */
const WHAT_FOR =
  /(?<![\p{L}])(?:(?:the |that )?other(?: one)?(?:'s| is| are| was)|(?:el|la) otr[oa] es) (?:really |only |actually |usually |just )?(?:for|para) (?:the |el |la |los |las )?$/u;

/** "Funny you say asthma", "hablando de la gota": the word alone. */
const TALKED_OF =
  /(?<![\p{L}])(?:(?:funny|odd|strange|interesting|weird|good|glad) (?:that )?you(?: should)?(?: ?'ve)? (?:say|said|mention(?:ed)?|brought up|bring up)|(?:talking|speaking) (?:of|about)|on the subject of|que (?:gracia|curioso|casualidad|raro) (?:lo|eso|que (?:diga|mencione)s?)(?: de(?:l)?)?|hablando del?|a proposito del?)(?: (?:the|your|that|la|el|los|las))* $/u;
/** "Trabajo en una planta de ictus", "la tesis sobre la depresión": what it is about. */
const WORKS_ON =
  /(?<![\p{L}])(?:(?:planta|unidad|servicio|grupo(?: de (?:apoyo|ayuda))?|asociacion|curso|charla|congreso|tesis|tesina|libro|articulo|documental|clinica|campana|master|investigacion|video|podcast|reportaje|ward|unit|group|dissertation|thesis|essay|book|article|documentary|talk|conference|course|lecture|paper|podcast|leaflet) (?:del?|sobre|para|contra|on|about|for)|(?:researching|studying|teaching|lecturing on|volunteering for|fundraising for|investigo|estudio sobre|recaudando para))(?: (?:la|el|los|las|the|pacientes con|personas con|gente con|people with|patients with))* $/u;

/** The mention is part of what something is called: `Epilepsy Society`, `stroke unit`, `CKD work-up`. */
export function namesSomething(read: ReadSegment, sentence: Span, mention: Span): boolean {
  const after = read.folded.slice(mention.end, sentence.end);
  const named = read.folded.slice(mention.start, mention.end);
  if (named === 'gas' && GAS.test(after)) return true;
  if (named === 'pe' && read.segment.speaker === 'unknown' && /^\s*[:=]/.test(after)) return true;
  if (
    named === 'discharge' &&
    /^ (?:summar\p{L}+|letters?|planning|plans?|dates?|instructions?|medications?|diagnos[ei]s|home|note|from (?:the )?(?:hospital|ward|clinic))(?![\p{L}])/u.test(
      after,
    )
  )
    return true;
  const before = read.folded.slice(sentence.start, mention.start);
  if (WHAT_FOR.test(before) || TALKED_OF.test(before) || (read.segment.speaker !== 'unknown' && WORKS_ON.test(before)))
    return true;
  if (named === 'weight loss' && (AN_AIM.test(after) || FOR.test(read.folded.slice(sentence.start, mention.start))))
    return true;
  return CALLED_AFTER.test(after) && !GRADED.test(after);
}

const LOOKED_FOR =
  /(?<![\p{L}])(?:bloods?|blood (?:tests?|count|work)|full blood count|(?:check|test|measure) (?:your|the|for)|levels? of|analitica|analisis|en ayunas|hemograma|hemoglobina|creatinin\p{L}*|electrolytes|electrolitos|tsh|labs|(?:pedir|medir|mirar)(?:le|te)?)(?![\p{L}])[^.;?!]*$/u;
const IN_BLOOD =
  /^(?:vitamin(?:a)? ?\p{L}*\d*|iron|b ?12|folate|folic acid|calcium|magnesium|potassium|zinc|hierro|calcio|potasio|magnesio|acido folico|(?:el |the )?(?:colesterol|cholesterol|glucosa|azucar|sugar|trigliceridos|triglycerides))$/u;

/** "Bloods: thyroid, vitamin D, iron": what is looked for in them is not taken. */
export const isLookedForInBlood = (read: ReadSegment, sentence: Span, mention: Span): boolean =>
  read.segment.speaker !== 'patient' &&
  IN_BLOOD.test(read.folded.slice(mention.start, mention.end)) &&
  LOOKED_FOR.test(read.folded.slice(sentence.start, mention.start));

/** "¿Vacunas al día?" "Todas, menos la de la influenza.": the jab is called after what it is against. */
export const namesAJab = (read: ReadSegment, sentence: Span, mention: Span): boolean =>
  /(?<![\p{L}])(?:la|las|una|the|that) (?:del?|de la|contra (?:la|el)?|para (?:la|el)|one for|for)(?: la| el)?\s+$/u.test(
    read.folded.slice(sentence.start, mention.start),
  ) && /vacun|vaccin|(?<![\p{L}])jabs?(?![\p{L}])/u.test(read.previous?.folded ?? '');

/** `We saw Yaz play`, `Allegra is, my granddaughter`: a medicine's name that is somebody's. */
export function namesSomebody(read: ReadSegment, sentence: Span, mention: Span, medicine: boolean): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(read.segment.text.slice(mention.start, mention.end))) return false;
  const before = read.folded.slice(sentence.start, mention.start);
  const after = read.folded.slice(mention.end, sentence.end);
  if (!medicine && before.trim() === '') return false;
  if (TITLED.test(before)) return true;
  if (AS_A_MEDICINE.test(before.slice(-60)) || /^\s*\d/.test(after)) return false;
  const apposed = APPOSED.exec(after)?.[0];
  const whom = apposed === undefined ? '' : after.slice(0, apposed.length + 20);
  if (has(cues.KIN.en, whom) || has(cues.OTHERS, whom) || has(cues.YOUNG, whom)) return true;
  return PERSON_AFTER.test(after) || PERSON_BEFORE.test(before) || (medicine && CALLED.test(before));
}
