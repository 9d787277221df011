import { type Reading, type ReadSegment, type Span, sentenceAt } from '../reading.ts';
import { isAside } from './aside.ts';
import { carried } from './carried.ts';
import { isCliniciansOwn } from './clinicians-own.ts';
import { saysOfOneself, tellsOfOneself } from './own-words.ts';
import { comesBack, type Hit, hitsIn, named, PATIENT, type Whose, WINDOW } from './people.ts';
import { pronounOver } from './pronouns.ts';
import { isProxy } from './proxy.ts';
import { hasForeignSubject } from './subject.ts';
import { hasForeignSubjectEs } from './subject-es.ts';

export type { Whose };

/** Whose a mention is: by its sentence, else by the question it answers or the sentence that it carries on. */
export function whoseIs(reading: Reading, read: ReadSegment, mention: Span, isFinding = false): Whose {
  const whole = sentenceAt(read, mention.start);
  const sentence = {
    start: Math.max(whole.start, mention.start - WINDOW),
    end: Math.min(whole.end, mention.end + WINDOW),
  };
  const text = read.folded.slice(sentence.start, sentence.end);
  const from = mention.start - sentence.start;
  const to = mention.end - sentence.start;
  if (isCarersHabit(reading, read, mention)) return { whose: 'other', relation: null };
  if (tellsOfOneself(read, whole, mention) || isAside(read, mention)) return { whose: 'other', relation: null };
  const cleft = CLEFT.exec(text.slice(0, from));
  if (cleft !== null && !(OWN_CHILD.test(cleft[0]) && isProxy(reading))) return { whose: 'family', relation: null };
  if (isTheirs(text.slice(0, from), text.slice(to)) && !isProxy(reading)) return { whose: 'other', relation: null };
  const meant = pronounOver(reading, read, sentence, text.slice(0, from));
  if (meant !== null) return meant;
  if (read.segment.speaker === 'patient' && YOU_LOOK.test(text.slice(0, from)) && isDoctor(text.slice(to)))
    return { whose: 'other', relation: null };
  if (read.segment.speaker === 'patient' && AND_I_TOLD_THEM.test(text.slice(to)))
    return { whose: 'other', relation: null };
  const hits = hitsIn(reading, read, text);
  const before = hits
    .filter((hit) => hit.end <= from && !isOfOneListed(text, hit))
    .reduce<Hit | undefined>((last, hit) => (last !== undefined && last.end > hit.end ? last : hit), undefined);
  const between = before === undefined ? '' : withoutThirdPersons(read, sentence.start + before.end, mention.start);
  if (before !== undefined && !comesBack(between, read) && !isBorrowed(text.slice(0, before.start), between))
    return named(before);
  const after = hits.find((hit) => hit.start >= to);
  if (
    after !== undefined &&
    !(GOT_FROM.test(text.slice(0, from)) && FROM_WHOM.test(text.slice(to, after.start))) &&
    !/^'s (?!side)/.test(text.slice(after.end)) &&
    belongsTo(text.slice(to, after.start), after) &&
    !isShared(text.slice(0, from), text.slice(to, after.start))
  )
    return named(after);
  const carer = reading.spokenFor !== null;
  if (!carer && hasForeignSubjectEs(reading, read, whole, mention)) return { whose: 'other', relation: null };
  if (goesAbout(text.slice(0, from), text.slice(to))) return { whose: 'other', relation: null };
  if (
    (read.segment.speaker === 'clinician' && cliniciansOwn(text.slice(0, from))) ||
    (isFinding && isCliniciansOwn(reading, read, whole, mention))
  )
    return { whose: 'other', relation: null };
  if (
    isFinding &&
    (saysOfOneself(reading, read, text.slice(0, from)) || isForAnother(text.slice(0, from), text.slice(to)))
  )
    return { whose: 'other', relation: null };
  if (before !== undefined) return PATIENT;
  if (isFinding && !carer && hasForeignSubject(reading, read, whole, mention))
    return { whose: 'other', relation: null };
  return carried(reading, read, whole, text, to);
}

/** "Y yo fumo, pero afuera", from who speaks for a child. */
const isCarersHabit = (reading: Reading, read: ReadSegment, mention: Span): boolean =>
  read.segment.speaker === 'other' &&
  isProxy(reading) &&
  (/^(?:yo )?(?:fumo|fumaba|bebo)$/.test(read.folded.slice(mention.start, mention.end)) ||
    (/^smoked?$/.test(read.folded.slice(mention.start, mention.end)) &&
      /(?<![p{L}])i (?:do |also |used to )?$/.test(read.folded.slice(0, mention.start))));

/** "Tamsulosina no, eso es de mi padre, lorazepam": of one in a list, not of what follows it. */
const isOfOneListed = (text: string, hit: Hit): boolean =>
  /^\s*,/.test(text.slice(hit.end)) &&
  /(?<![\p{L}])(?:es[oea]s?|that|that one|those) ?(?:es|son|is|'s|are) (?:(?:de|para|for) )?(?:(?:mi|my) )?$/u.test(
    text.slice(0, hit.start),
  );

/** "Me tomo un Rivotril de mi madre." */
const GOT_FROM =
  /(?<![\p{L}])(?:me (?:tomo|tome|he tomado|puse|pongo|eche|dio|dieron)|tomo|tome|use|probe)(?: (?:un|una|uno|unas|unos|media|medio|dos|el|la|algun|alguna))*\s+$/u;
const FROM_WHOM = /^ (?:de|que (?:me|le) (?:dio|presto|paso)) (?:\p{L}+ )?$/u;

/** "I tried my husband's naproxen": whoever it was for, the patient took it. */
const isBorrowed = (before: string, between: string): boolean =>
  /^ ?'s (?:\p{L}+ )?$/u.test(between) &&
  /(?<![\p{L}])(?:i|we|he|she)(?: ?'ve| have| ?'s| has)?(?: just| even| also)? (?:tried|took|taken|had|used|borrowed|pinched|nicked|been (?:taking|using|having)) (?:(?:one|some|two|a couple|a few) of )?(?:(?:my|his|her) )?$/u.test(
    before,
  );

/** "Mi madre tomó": folded it would be the patient's "tomo". */
function withoutThirdPersons(read: ReadSegment, from: number, to: number): string {
  const typed = read.segment.text.slice(from, to);
  let text = read.folded.slice(from, to);
  for (const { index, 0: verb } of typed.matchAll(/\p{L}+ó(?!\p{L})/gu))
    text = text.slice(0, index) + ' '.repeat(verb.length) + text.slice(index + verb.length);
  return text;
}

/** "Tosía, y yo le decía que era el cigarro." */
const AND_I_TOLD_THEM =
  /^,? (?:y|pero|mientras) yo (?:a el |a ella )?(?:le|se lo|se la) (?:dec|dij|dig|insist|rog|ped|rep)\p{L}+/u;

/** "El asmático es mi hijo", "la del lumbago es ella", "le di ibuprofeno a mi hijo". */
const isTheirs = (before: string, after: string): boolean =>
  (ONE_WITH.test(before) && IS_THEIRS.test(after)) || (GAVE_THEM.test(before) && TO_THEM.test(after));
const ONE_WITH =
  /(?:^|[.,;:¿¡]|(?<![\p{L}])(?:y|pero|que|and|but))\s*(?:el|la|los|las|the one|the ones)(?: (?:que (?:tiene|esta|padece|sufre de|anda con|toma)|del?(?: (?:la|el|los|las))?|with(?: the)?|on(?: the)?|who has(?: the)?|who takes(?: the)?))? $/u;
const IS_THEIRS =
  /^,? (?:es|son|era|eran|is|are|was|were) (?:(?:mi|mis|su|sus|my|our|his|her) (?:hij[oa]s?|marido|mujer|madre|padre|mama|papa|herman[oa]s?|espos[oa]|pareja|suegr[oa]|abuel[oa]s?|niet[oa]s?|novi[oa]|amig[oa]|cunad[oa]|ti[oa]|prim[oa]|nin[oa]s?|son|daughter|husband|wife|mother|father|mum|mom|dad|sister|brother|partner|friend|boy|girl|kids?|nan|gran\p{L}*)|ella|ellos|ellas|el(?=\s*[,.;!]|\s*$)|her|him|them)(?![\p{L}])/u;
const GAVE_THEM =
  /(?<![\p{L}])(?:le|les) (?:di|dimos|doy|damos|dabamos|daba|he dado|hemos dado|puse|pongo|compre|compro)(?: (?:un|una|unas|unos|el|la|algo de|un poco de|medio|media|\d+ ?(?:ml|mg) de))* $/u;
const TO_THEM =
  /^(?: \p{L}+){0,3}? a (?:mi|mis|la|el|su) (?:hij[oa]s?|nin[oa]s?|bebe|nen[ae]s?|madre|padre|mama|papa|marido|mujer|herman[oa]|abuel[oa]|suegr[oa]|perr[oa]|gat[oa]|niet[oa])(?![\p{L}])/u;

/** "You look tired, doctor." */
const YOU_LOOK =
  /(?<![\p{L}])(?:you(?:'re| are| look| seem| sound| must be)|(?:se le ve|le veo|la veo|lo veo|tiene (?:mala )?cara de)) (?:\p{L}+ ){0,2}$/u;
const isDoctor = (after: string): boolean => /^,? (?:\p{L}+ )?(?:doctora?|doc|dr)(?![\p{L}])/u.test(after);

/** "It's her son who has asthma": one is set against another. */
const CLEFT =
  /(?<![\p{L}])(?:it ?'?s|it is|it was|that ?'?s|that is|es|era|fue) (?:her|his|su|my|mi|their|our|la|el) (?:\p{L}+ )?(?:son|daughter|child|boy|girl|mother|mum|mom|father|dad|sister|brother|husband|wife|partner|aunt|uncle|cousin|niece|nephew|gran|granny|grandma|grandad|grandfather|grandmother|twin|hij[oa]|niet[oa]|madre|mama|padre|papa|herman[oa]|marido|espos[oa]|mujer|pareja|ti[oa]|prim[oa]|sobrin[oa]|abuel[oa]|suegr[oa]|cunad[oa])(?: ?,)? (?:who|that|(?:el|la) que|quien)(?: ?'s| ?is| has| had| have| gets| takes| suffers| always| tiene| tuvo| toma| padece| sufre| esta)[^.;?!]{0,40}$/u;
const OWN_CHILD = / (?:my|mi|our) (?:\p{L}+ )?(?:son|daughter|child|boy|girl|hij[oa])/u;

/** "breast cancer in my mother", "diabetes on my dad's side", "asthma runs in the family"; not "headache, my wife drove me". */
function belongsTo(between: string, hit: Hit): boolean {
  if (
    /^\W*(?:\p{L}+\s+){0,3}?(?:in|on|of|from|de|del|en|por parte de|runs in|run in|like|como|same as|igual que)\s+(?:\p{L}+\s+){0,2}$/u.test(
      between,
    )
  )
    return true;
  if (
    /^\s*,?\s*(?:la|lo|las|los|es|is|was)?\s*(?:tiene|tienen|padece|padecen|toma|tuvo|sufre|what)\s+(?:\p{L}+\s+)?$/u.test(
      between,
    )
  )
    return true;
  if (/^\s*,?\s*(?:es|era|fue|is|was|it ?'s|that ?'s|that is|eso es|ese es)\s+(?:\p{L}+\s+)?$/u.test(between))
    return true;
  if (TOOK.test(between)) return true;
  if (hit.said === '' && /^[\s,:(]*(?:\p{L}+\s+){0,3}$/u.test(between)) return true;
  return /^\s*[:(]\s*(?:\p{L}+\s+)?$/u.test(between);
}

/** "I've got psoriasis, same as my dad": the patient's, and another's as well. */
const isShared = (before: string, between: string): boolean =>
  /(?<![\p{L}])(?:i (?:have|had|get|got|also|do)|i ?'(?:ve|m)|it ?'s|mine|tengo|soy|padezco|you ?'ve got|you have|tiene usted|entonces es|esto es|es una?)(?![\p{L}])/u.test(
    before,
  ) && /(?:like|same as|como|igual que)(?: (?:la|el|lo) de)?(?: \p{L}+)?\s*$/u.test(between);

/** "Bowel cancer took both my grandfathers." */
const TOOK =
  /^\s*(?:took|killed|claimed|finished|affected|se llevo(?: por delante)? a|mato a|acabo con|afecto a)\s+(?:\p{L}+\s+){0,2}$/u;

const THERE_IS =
  /(?<![\p{L}])(?:there ?'s|there is|there are|there was|there were|there has been|hay|hubo|habia|anda)(?:\s+\p{L}+){0,4}\s*$/u;
const ABOUT =
  /^\s*(?:all over|everywhere|going|(?:at|in|on) (?:the |my |his |her |our )?(?:school|work|nursery|office|ward|class|care home|unit|building|team|gym)|(?:en|por) (?:el|la|mi|su|todo el|toda la) (?:cole\p{L}*|escuela|guarderia|trabajo|oficina|residencia|clase|planta|curro|barrio|pueblo|gimnasio))(?![\p{L}])/u;

/** "There's norovirus all over the ward": what goes about is nobody's yet. */
const goesAbout = (before: string, after: string): boolean =>
  (THERE_IS.test(before) && ABOUT.test(after)) || THEY_SAY.test(before);
const THEY_SAY =
  /(?<![\p{L}])(?:dicen|dijeron|cuentan|oi|lei|they say|they said|people say|apparently)(?: en \p{L}+ \p{L}+)?,? (?:que )?(?:hay|hubo|anda|there ?'s|there is|there are)(?: (?:un|una|mucho|mucha|an?|lots of|a lot of))? $/u;

/** "I just pick up the metformin for her." */
const isForAnother = (before: string, after: string): boolean =>
  /(?<![\p{L}])(?:pick(?:ed|ing|s)? up|collect(?:ed|ing|s)?|fetch(?:ed|ing|es)?|get(?:ting|s)?|got|order(?:ed|ing|s)?|buy(?:ing|s)?|bought|sort(?:ed)? out|drop(?:ped|ping)? off|crush(?:ed)?|recoj\p{L}+|compr\p{L}+|pedir|pido) (?:[\p{L}'-]+ ){0,3}$/u.test(
    before,
  ) &&
  /^(?: \p{L}+){0,2} (?:for|para) (?:her|him|them|my (?!own|self)|our |the (?:neighbour|neighbor|old|lady|man)|ella|el |mi )/u.test(
    after,
  );

/** The clinician's small talk about the clinician. */
function cliniciansOwn(before: string): boolean {
  const own =
    /(?<![\p{L}])(?:my \p{L}+(?:'s| is| are) (?:killing|hurting|sore|aching|bad|throbbing|stiff)|yo (?:tambien |aqui |hoy )*con|(?:casi )?me (?:desmay|mare|cans|ahog|asfixi|resfri|acatarr|muer)[oe]|i (?:also |too |actually |myself |still )?(?:have|had|get|got|suffer(?:ed)? from|take|took)|i ?'ve (?:also |just )?(?:had|got|an?|this)|i ?'m (?:just |still )?(?:getting over|recovering from|full of|fighting|coming down with|down with)|yo (?:tambien )?(?:tengo|tuve|tomo|sufro|padezco)|(?:a mi )?(?:tambien )?me (?:duele|dio|da|operaron)|my own|yo mism[oa])(?![\p{L}])/gu;
  if (/(?<![\p{L}])my $/u.test(before)) return true;
  const last = [...before.matchAll(own)].at(-1);
  if (last === undefined) return false;
  return !/(?<![\p{L}])(?:you|your|usted|su|tu|te|that|note|here|patient|results?|chart|paciente|going to|to)(?![\p{L}])/u.test(
    before.slice(last.index + last[0].length),
  );
}
