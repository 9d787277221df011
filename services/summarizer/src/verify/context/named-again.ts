import type { ReadSegment } from '../reading.ts';
import { stem } from '../words.ts';
import { answerOf } from './answers.ts';
import { isGeneral } from './general.ts';
import type { Reply } from './replies.ts';
import { NOT_PROPERLY } from './run-on.ts';
import { scopeOf } from './scope.ts';

export type Asked = 'yes' | 'no' | 'unsure' | 'past' | 'unanswered';

/** "No, I can speak fine": the deed, not the trouble with it. */
const ABLE = /(?:(?:can|could|able to|manage to|puedo|puede|logro|consigo) (?:still |\p{L}+ly )?)$/u;

/** "Allergies? Um, no.": what was asked is only repeated. */
const ECHO = /^\s*[.?!…]\s*/;

export const stemsOf = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3)
    .map(stem);

/** A reply that names the mention only to deny it: "I wouldn't call it a headache". */
export const deniedBy = ({ folded, segment }: ReadSegment, mention: string): boolean =>
  namedAgain({ at: 0, text: folded, raw: segment.text, direct: true }, mention) === 'no';

/** "No, nothing sticks." */
const NOTHING = /(?<![\p{L}])(?:nothing|nada)\s+(?:se (?:me )?)?$/u;

/** "Y las piernas bien", "my legs are fine". */
const IS_WELL =
  /^,? (?:(?:are|is|'re|'s|look|feel|estan?|van?|las tengo|los tengo|siempre) )?(?:all |perfectly |absolutely |muy |todo )?(?:bien|fine|ok|okay|good|great|normal(?:es)?|clear|perfect[oa]?s?|perfectamente|grand)(?=\s*(?:[.,;!]|$))/u;

const SIDE = /(?<![\p{L}])(left|right|izquierd|derech)/gu;
const sidesOf = (text: string): Set<string> =>
  new Set([...text.matchAll(SIDE)].map((found) => (/^(?:left|izq)/.test(found[1]!) ? 'left' : 'right')));

/** "Right hip pain?" "Left hip pain, the side with my watch.": named again, on the other side alone. */
function otherSide(mention: string, reply: string): boolean {
  const [asked, told] = [sidesOf(mention), sidesOf(reply)];
  return asked.size === 1 && told.size === 1 && [...asked][0] !== [...told][0];
}

/** "Blood when you cough": its head is the blood. */
const HANGS_ON = /(?<=\p{L}{3})\s(?:when|while|with|in|on|of|at|from|after|during|if|de|del|en|con|al|cuando|si)\s.*$/u;

/** The mention, said again in the reply. */
export function namedAgain(reply: Reply, mention: string): Asked | null {
  const stems = stemsOf(mention);
  if (stems.length === 0) return null;
  const head = stemsOf(mention.replace(HANGS_ON, '')).at(-1) ?? stems.at(-1);
  for (const match of reply.text.slice(0, 240).matchAll(/\p{L}+/gu)) {
    if (stem(match[0]) !== head) continue;
    if (ABLE.test(reply.text.slice(0, match.index))) return null;
    const scope = scopeOf(reply.raw, reply.text, match.index, match.index + match[0].length);
    const echoed = ECHO.exec(reply.text.slice(match.index + match[0].length));
    if (echoed !== null && reply.text.slice(0, match.index).trim().split(/\s+/).length <= 3) {
      const answer = answerOf(reply.text.slice(match.index + match[0].length + echoed[0].length));
      if (answer !== 'none') return answer;
    }
    if (scope.polarity === 'negated' || NOTHING.test(reply.text.slice(0, match.index))) return 'no';
    const after = reply.text.slice(match.index + match[0].length);
    if (IS_WELL.test(after) || NOT_PROPERLY.test(after)) return 'no';
    if (otherSide(mention, reply.text.slice(0, match.index + match[0].length))) return 'no';
    const start = reply.text.slice(0, match.index).search(/[^.?!]*$/);
    const sentence = /^[^.?!]*/.exec(reply.text.slice(start))![0];
    if (isGeneral(sentence, match.index - start, match.index - start + match[0].length)) return 'unanswered';
    if (scope.polarity === 'affirmed' && match.index > 0 && answerOf(reply.text) === 'past') return 'past';
    if (scope.polarity === 'affirmed')
      return answerOf(reply.text) === 'no' && !/^\W*no\W+(?:\w+\s+){0,3}$/.test(reply.text.slice(0, match.index))
        ? null
        : 'yes';
    return 'unsure';
  }
  return null;
}
