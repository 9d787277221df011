import type { ReadSegment, Span } from '../reading.ts';

const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}'])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu');

/** What may be taken, by the patient or by anybody, stands before the medicine. */
const MAY_BE_TAKEN = word(
  [
    "(?:you|one|we|people|patients|somebody|she|he|they)(?: (?:can|could|may|might|would|should|must)|'d| 'd)(?: \\p{L}+){0,3} (?:try|use|take|have|get|buy|start|consider|add|switch|go|do|apply|put|give)",
    "(?:i|we)(?: (?:can|could|might|may|would)|'d| 'd)(?: \\p{L}+){0,2} (?:write (?:you|him|her|them) up for|prescribe|give (?:you|him|her)|put (?:you|him|her) on|start (?:you|him|her) on|offer(?: you)?|pop (?:you|him|her) on|let you have|try (?:you|him|her) on)(?: (?:some|a|an|the|short|course|of|low|dose))*",
    '(?:medicines?|medications?|drugs?|tablets?|pills?|creams?|gels?|sprays?|drops|inhalers?|painkillers?|antibiotics?|antihistamines?|antidepressants?|steroids?|options?|treatments?|things?|stuff|something|anything|ones) (?:like|such as|called)',
    "(?:worth|maybe|consider|suggest|recommend|advise|try|think(?:ing)? about|talk(?:ing)? about|benefit from|there(?: is| are| 's)) (?:trying |having |taking |using |starting |some |a |an |the )*",
    '(?:puedes?|podrias?|podriais?|podemos|podriamos|pueden|podrian|debes?|deberias?|convendria|conviene)(?: \\p{L}+){0,2} (?:tomar|usar|probar|utilizar|ponerse|ponerte|darle|darse|echarse|aplicarse|comprar|anadir|empezar)\\p{L}*',
    '(?:pondr|dar|recetar|usar|prescribir|empezar|anadir|tomar|probar)(?:ia|ias|iamos|ian)\\p{L}*',
    '(?:medicamentos?|medicinas?|farmacos?|pastillas?|cremas?|pomadas?|jarabes?|gotas|analgesicos?|antibioticos?|antihistaminicos?|antidepresivos?|corticoides?|opciones|tratamientos?|cosas?|algo|alguno|alguna) (?:como|tipo|que se llama|llamad[oa])',
    '(?:spare|standby|stand-by|back-?up|backup|delayed|deferred|rescue|post-?dated|just-in-case|in case) (?:prescription|script|course|pack|supply)(?: (?:of|for|with))?(?: \\p{L}+)?',
    '(?:receta|tratamiento|prescripcion) (?:diferid[oa]|de reserva|de rescate|por si acaso)(?: (?:de|con|para))?(?: \\p{L}+)?',
    '(?:vendria|iria|viene|va) bien',
    '(?:pruebe|prueba|valorar|considerar|pensar en|recomiendo|aconsejo|sugiero|hablar de|existe|existen) (?:con |un poco de |el |la |un |una )*',
  ].join('|'),
);

/** What the medicine does, or where one gets it, follows it: it is spoken of, not taken. */
const SPOKEN_OF =
  /^(?:\s*,?\s*(?:or|o|u|y|and)\s+\p{L}+)?\s+(?:(?:usually|often|normally|really|tambien|suele)\s+)?(?:works?|helps?|can help|could help|might help|may help|would help|is (?:good|great|useful|effective|an option|another|available|over)|are (?:good|useful|effective|options)|over the counter|funciona|ayuda|alivia|va bien|iria bien|vendria bien|podria (?:ayudar|servir|ir)|puede (?:ayudar|servir|ir)|sirve|es (?:buen[oa]|util|eficaz|una opcion|otra)|sin receta|de venta libre)(?![\p{L}])/u;

/** "Ibuprofen, you can use it in between". */
const YOU_CAN =
  /^,? (?:you|he|she|they) (?:can|could|may|might) (?:also |just |still |then )*(?:use|take|give|have|try|add|top up with|alternate)(?![\p{L}])/u;
/** "Less caffeine", "no more Nurofen": told to do so. */
const ORDERED =
  /^\W*(?:(?:and|so|then|also|plus)[\s,]+)*(?:less|more|fewer|no more|cut (?:down|out|back)(?: on)?|avoid|skip|lay off|go easy on|try|menos|mas|evite|evita|nada de)(?: (?:the|your|any|el|la|los|las))?\s+$/u;

/** "I'm gonna skip the NSAIDs", "we stay clear of metoclopramide, and Compazine too". */
const AVOIDED =
  /(?<![\p{L}])(?:skip(?:ping)?|avoid(?:ing)?|(?:(?:stay|keep|steer)(?:ing)?|kept|stayed|steered) (?:you )?(?:well |right )?(?:clear|away|off)(?: of| from)?|lay off|hold off(?: on)?|nada de|evit\p{L}+)[^.;?!]*$/u;

/** It is being taken already, whatever else is said of it. */
const TAKEN =
  /(?<![\p{L}])(?:continu\w*|keep|carry on|stay|still|already|currently|been|you're|you 're|you are|your|another|more|more of|same|instead of|rather than|seguir|sigue|siga|sigas|ya|su|tu|mantener|mantenga|otra vez|en lugar de|en vez de|mas)(?![\p{L}])/u;

/** "About HRT, what do you think?", "what about antibiotics?", "just some antibiotics, I was hoping". */
const ASKS_OF =
  /(?:^\W*(?:(?:and|so|now|well|ok|okay)[\s,]+)*about|(?<![\p{L}])(?:what about|how about|tell me about|(?:hoping|asking|wondering|after|come|here|came) (?:for|about)|heard of|heard about|read about|prefer|would like|'d like|want(?:ed)?|quisiera|queria|me gustaria|y que tal|que hay de|(?:me|le) van? a (?:poner|dar|recetar|mandar)|(?:you|one|people) can \p{L}+ on))\s+(?:(?:some|the|an?|just|my|alguna?|el|la|unos|unas|un) )*$/u;

/** Code units in which a word of suggestion is still about the medicine. */
const REACH = 90;

/** The clinician asks what the patient came for. */
const HOPES =
  /(?<![\p{L}])(?:hop(?:e|ing) for|looking for|(?:like|want) (?:me|us) to do|want(?:ed)? from|expect(?:ing)? (?:from|me|us|of)|have in mind|le gustaria que|esperaba de|quiere que hagamos)(?![\p{L}])[^.?!]*\?\s*$/u;

/** "About HRT, what do you think?" A medicine that is asked after, or asked for. */
export function isAskedFor(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (ASKS_OF.test(read.folded.slice(sentence.start, mention.start))) return true;
  const asked = read.previous;
  return (
    read.segment.speaker !== 'clinician' &&
    asked?.segment.speaker === 'clinician' &&
    sentence.start === read.sentences[0]?.start &&
    HOPES.test(asked.folded)
  );
}

/** Whether whoever is not the patient speaks of a medicine that might be taken: "things like loratadine". */
export function isSuggested(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker === 'patient') return false;
  const before = read.folded.slice(Math.max(sentence.start, mention.start - REACH), mention.start);
  for (const found of before.matchAll(MAY_BE_TAKEN)) {
    const between = before.slice(found.index + found[0].length);
    if (/[.;:?!]/.test(between) || TAKEN.test(found[0]) || TAKEN.test(between)) continue;
    return true;
  }
  const after = read.folded.slice(mention.end, sentence.end);
  if (YOU_CAN.test(after) || (read.segment.speaker === 'clinician' && (ORDERED.test(before) || AVOIDED.test(before))))
    return true;
  return !TAKEN.test(before) && SPOKEN_OF.test(read.folded.slice(mention.end, sentence.end));
}
