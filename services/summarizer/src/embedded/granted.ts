import type { Found } from './findings.ts';
import { type Line, textBetween, textOf, wordAt } from './reading.ts';

const WHILE =
  /\b(?:(?:mientras|ahora que|desde que|ya que) (?:yo |ya |me )?(?:tomo|uso|estoy (?:tomando|usando|con)|sigo (?:con|tomando)|llevo|inyecto|pongo)|(?:while|now that) i (?:'m |am )?(?:still )?(?:on|taking|using|take|use)|(?:tratamiento|medicacion) que (?:llevo|tomo|sigo|tengo) (?:de|con)) (?:(?:el|la|los|las|mi|este|esta|the|my|this) )?$/;
const THAT_I_TAKE =
  /^(?:, )?(?:que (?:ya |yo )?(?:tomo|uso|llevo|estoy tomando|me (?:dio|dieron|receto|recetaron|mando|mandaron))|(?:that )?i (?:'m |am )?(?:take|use|taking|on)) /;

/** `Mientras tomo el metotrexato`, `del losartán que tomo`: taken, whatever the question is about. */
export function isTaken(line: Line, one: Found): boolean {
  if (one.kind !== 'medication' || line.segment.speaker !== 'patient') return false;
  return (
    WHILE.test(textBetween(line, line.from, one.from)) ||
    (THAT_I_TAKE.test(textBetween(line, one.to, line.to)) && wordAt(line, one.from - 1) !== 'no')
  );
}

const ON_IT =
  /^(?:(?:y|pero|pues|bueno|and|but|so|¿) )*(?:(?:usted|ud|vos|tu|you) .*?\b(?:llevas?|sigues?|estas?|been|'re|are) .*?\b(?:con (?:el|ella|ellos|ellas|eso)|tomandol[oa]s?|(?:on|taking) (?:it|them))|(?:usted|ud|vos|tu) (?:ya )?(?:lo|la|los|las) (?:tomas?|usas?|llevas?)|(?:cuanto|desde cuando) .*?\b(?:lleva|esta) (?:con|tomandol)) ?/;

/** `Usted lleva medio año con ella`: the next line says that the patient takes what was just spoken of in general. */
export function isTakenNext(line: Line, next: Line | undefined, one: Found): boolean {
  return (
    one.kind === 'medication' &&
    line.segment.speaker === 'clinician' &&
    next !== undefined &&
    next.turn === line.turn &&
    ON_IT.test(textOf(next)) &&
    !/\b(?:nunca|si|if|never|not) |\bno (?!\?)/.test(textOf(next))
  );
}
