import type { Reading, ReadSegment } from '../reading.ts';

type Side = 'left' | 'right';

const SIDED = /(?<![\p{L}])(left|right|izquierd[oa]s?|derech[oa]s?)(?![\p{L}])/gu;
/** "All right", "right away", "he left": no side. */
const NO_SIDE =
  /(?:(?:all|that's|that is|you're|is|quite|exactly|yeah|yes|oh|ok|okay|just|i've|i|he|she|they|we|have|has|had) right|(?:i|he|she|they|we|have|has|had|'ve) left|(?:todo|a la|siga|tiene|con) derech[oa])$/u;
const NO_SIDE_AFTER = /^(?: (?:now|away|then|so|there|here|behind|over|enough|ok|okay)|[,.!?] )/u;

const sideOf = (word: string): Side => (/^(?:left|izq)/.test(word) ? 'left' : 'right');

interface Told {
  readonly side: Side;
  readonly at: number;
}

function sidesIn(text: string): Told[] {
  return [...text.matchAll(SIDED)]
    .filter(({ index, 0: word }) => {
      const to = index + word.length;
      return (
        !NO_SIDE.test(text.slice(Math.max(0, index - 12), to)) &&
        !(word === 'right' && NO_SIDE_AFTER.test(text.slice(to)))
      );
    })
    .map(({ index, 1: word }) => ({ side: sideOf(word!), at: index }));
}

/** Somebody's words were wrong. */
const PUTS_RIGHT =
  /(?<![\p{L}])(?:no|not|wrong|back to front|sorry|instead|actually|other (?:one|side|way)|hang on|wait|did i|am i|was it|mix(?:ed)? up|muddled?|mistake|crossed out|replaced|corrected|culprit|rather|equivoc\p{L}+|perdon\p{L}*|al reves|otro|otra|digo|correccion|corrijo|rectific\p{L}+|confund\p{L}+|error|malo es|mala es|bueno es|buena es)(?![\p{L}])/u;
/** "The right one's fine." */
const SOUND =
  /^(?: \p{L}+)?(?: one| side)?(?:'s| is| was| es| esta|,)? (?:\p{L}+ ){0,2}?(?:sin (?:hallazgos|alteraciones|lesiones)|buen[oa]|fine|good|ok|okay|lovely|perfect|brilliant|normal|clear|grand|all right|bien|perfect[oa]|san[oa]|normal)(?![\p{L}])/u;

/** "Not the right one". */
const DENIED =
  /(?<![\p{L}])(?:not|no|isn't|wasn't|never)(?: (?:on|in|the|my|his|her|en|el|la|del|de))* $|(?<![\p{L}])(?:por error|erroneously|wrongly|incorrectly|by mistake)(?![\p{L}])[^.]{0,40}$/u;
const BOTH = /(?<![\p{L}])(?:both|as well|too|also|tambien|amb[oa]s|l[oa]s dos|either)(?![\p{L}])/u;

/** "Le duele la rodilla derecha." "La izquierda, la izquierda.": the answer opens with the other side, and nothing but it. */
const BARE = /^\W*(?:(?:the|my|la|el|mi|del|de la|en la|en el|on the|it's|it's the|es|es la|es el)\s+)?$/u;

const ALONE = /^\p{L}+(?: (?:one|side))?\s*(?:[.,!;]|$)/u;

/** Turns over which a side may still be put right. */
const TURNS = 3;

/**
 * "Referral says right shoulder pain." "They've got that back to front, it's my left.": a side that is put right in the
 * turns that follow, by either speaker, and is not named again as the ill one. `at`: where it was said.
 */
export function isSidePutRight(reading: Reading, read: ReadSegment, at: number, claimed: Side | 'both'): boolean {
  if (claimed === 'both') return false;
  const turns = [
    read.folded.slice(at),
    ...reading.segments.slice(read.index + 1, read.index + 1 + TURNS).map((one) => one.folded),
  ];
  let right = false;
  for (const [turn, text] of turns.entries()) {
    if (BOTH.test(text)) return false;
    for (const { side, at: where } of sidesIn(text)) {
      const sound = SOUND.test(text.slice(where).replace(/^\p{L}+/u, ''));
      const denied = DENIED.test(text.slice(0, where));
      if (turn > 0 && side !== claimed && !sound && BARE.test(text.slice(0, where)) && ALONE.test(text.slice(where)))
        right = true;
      else if (side === claimed) right = turn > 0 && (sound || denied);
      else if (denied || sound) right = false;
      else if (PUTS_RIGHT.test(text.slice(Math.max(0, where - 80), where + 40))) right = true;
    }
  }
  return right;
}
