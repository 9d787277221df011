import type { Found } from './findings.ts';
import { type Line, said, spanish, textOf, wordAt } from './reading.ts';

/** How a part of the body, or a pain, is felt or looks. */
const FELT_EN =
  /^(painful|sore|itchy|swollen|numb|stiff|tender|warm|hot|red|dry|cracked|flaky|scaly|lumpy|hard|puffy|inflamed|bruised|weepy|tight|heavy|tingly|tingling|burning|stinging|throbbing|pounding|sharp|dull|aching|achy|stabbing|crushing|cramping|crampy|gripping|squeezing|shooting|radiating|pulsating|blurry|blurred|uncomfortable|bleeding|oozing|blistered|blotchy|bumpy)$/;
const FELT_ES =
  /^(doloros[oa]s?|hinchad[oa]s?|dormid[oa]s?|inflamad[oa]s?|enrojecid[oa]s?|entumecid[oa]s?|irritad[oa]s?|roj[oa]s?|calientes?|dur[oa]s?|sec[oa]s?|agrietad[oa]s?|tirantes?|sensibles?|punzantes?|opresiv[oa]s?|sord[oa]|urente|quemante|pulsatil|palpitante|lancinante|agud[oa]|colic[oa]|morad[oa]s?|rigid[oa]s?|borros[oa]s?|escamos[oa]s?|ardiendo)$/;
const ADVERB =
  /^(really|very|so|quite|pretty|a|bit|little|kind|of|sort|just|more|too|extremely|still|always|also|been|all|super|slightly|rather|like|bit|mucho|muy|bastante|un|poco|algo|tan|mas|como|tambien|siempre|todo|toda)$/;
const SUBJECT_EN = /^(it|they|this|that|these|those|one)$/;
const COPULA_EN = /^('s|'re|is|are|was|were|feels?|felt|looks?|looked|gets?|got|been|has|have|became|becomes|seems?)$/;
const COPULA_ES = /^(es|son|esta|estan|estaba|estaban|ha|han|se|me|puesto|puso|pone)$/;
const ASKS_HOW =
  /\b(describe|what (does|is|was) (it|that|the \w+) (look|feel|like)|what kind of|what sort of|what type of|how does it (feel|look)|describ\w+|como es|como lo|que tipo de|que clase de|que aspecto|sharp or|dull or|or sharp|or dull|or throbbing)\b/;

/** `It's warm to the touch`, but neither `it's a warm day` nor `it's hard to say`. */
const CLOSES =
  /^(|[.,;!?…]|and|or|but|when|on|in|at|around|over|under|too|as|now|all|here|there|for|since|because|like|if|with|after|before|from|most|inside|down|up|again|today|i|it)$/;

/** `It's hard for me to hold things`: what one can hardly do. */
const isHardTo = (line: Line, i: number): boolean =>
  wordAt(line, i) === 'hard' && /^(for|on|with|work)$/.test(wordAt(line, i + 1));

/** Tokens of the adjectives of feeling that follow one another from `at`: `red and itchy`. */
function adjectives(line: Line, at: number): number[] {
  const test = spanish(line) ? FELT_ES : FELT_EN;
  const out: number[] = [];
  for (let i = at; i < line.to; i += 1) {
    const word = wordAt(line, i);
    if (test.test(word) && (spanish(line) || (CLOSES.test(wordAt(line, i + 1)) && !isHardTo(line, i)))) out.push(i);
    else if (out.length === 0 ? !ADVERB.test(word) : !ADVERB.test(word) && !/^(,|and|y|e|but|pero|not|no)$/.test(word))
      break;
  }
  return out;
}

/** Where what is said of the thing begins: after `it's`, `está`, or at the head of an answer to `what is it like?` */
function* predicates(line: Line, described: boolean): Generator<number> {
  const es = spanish(line);
  if (described) yield line.from;
  for (let i = line.from; i < line.to; i += 1) {
    const word = wordAt(line, i);
    if (es ? /^(es|son|esta|estan|estaba|estaban)$/.test(word) : SUBJECT_EN.test(word)) {
      let at = i + 1;
      while (at < line.to && at < i + 5 && (es ? COPULA_ES : COPULA_EN).test(wordAt(line, at))) at += 1;
      if (/^(not|n't|no)$/.test(wordAt(line, at))) at += 1;
      if (es || at > i + 1) yield at;
    }
  }
}

/**
 * `It's slightly warm`, `está roja y caliente`, and `sort of throbbing` in answer to what it is like: what the one who
 * complains says of the part or the pain that the talk is about. `question` is what the line answers.
 */
export function statesIn(line: Line, known: readonly { from: number; to: number }[], question: Line | null): Found[] {
  if (line.question || (line.segment.speaker !== 'patient' && line.segment.speaker !== 'other')) return [];
  const described = question !== null && ASKS_HOW.test(textOf(question));
  const out: Found[] = [];
  for (const at of predicates(line, described)) {
    for (const i of adjectives(line, at)) {
      if ([...known, ...out].some((one) => one.from <= i && one.to > i)) continue;
      out.push({ from: i, to: i + 1, mention: null, kind: 'symptom', name: said(line, i, i + 1) });
    }
  }
  return out;
}
