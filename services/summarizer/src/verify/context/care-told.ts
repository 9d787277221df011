import type { Look } from './look.ts';
import { doneLater, notGiven } from './not-given.ts';
import type { Observation } from './observed.ts';
import { isWithheld } from './said-after.ts';
import { isAskedFor } from './suggested.ts';
import { takenOrNot } from './taken.ts';

/** Whether a medicine is taken, an act was done, an allergy is one; null: nothing is said against it. */
export function careTold(look: Look): Observation | null {
  const { reading, read, sentence, mention, kind, scope, whose, medicine } = look;
  if (kind === 'allergy' && TOLERATED.test(look.after)) return { ...whose, modality: 'negated' };
  const taken = medicine ? takenOrNot(reading, read, sentence, mention) : null;
  if (taken !== null && scope.polarity !== 'hypothetical')
    return { ...whose, modality: taken === 'never' ? 'negated' : 'ended' };
  if (medicine || !look.isSuffered || look.namesNoFinding) {
    const name = read.folded.slice(mention.start, mention.end);
    const [before, after] = [look.before.slice(-NEAR), look.after.slice(0, NEAR)];
    if (scope.polarity === 'negated' && doneLater(after)) return { ...whose, modality: 'possible' };
    if (scope.polarity !== 'hypothetical' && (notGiven(before, name, after) || isWithheld(before, after)))
      return { ...whose, modality: 'negated' };
  }
  return null;
}

/** Whether a medicine is only asked after, or asked for. */
export const careAskedFor = ({ read, sentence, mention, whose, medicine }: Look): Observation | null =>
  medicine && isAskedFor(read, sentence, mention) ? { ...whose, modality: 'hypothetical' } : null;

/** "Penicillin's fine, I've had that often." */
const TOLERATED =
  /^ (?:me (?:la|lo|las|los)|la|lo|las|los) (?:han puesto|he tomado|pusieron|tome|tomo|dan|dieron|ponen)[^.;?!]{0,40}(?:nunca|sin|no) (?:me |ningun |tuve )?(?:paso|pasa|pasado|problemas?|hizo|dio|nada)|^(?:'s| is| are|,)? ?(?:fine|ok|okay|all right|no problem|i can (?:take|have)|(?:si )?(?:la |lo )?(?:puedo tomar|tolero)|me (?:sienta|va) bien)(?![\p{L}])/u;

/** Code units around a mention in which its care is denied. */
const NEAR = 160;
