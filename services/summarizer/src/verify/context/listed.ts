import { type ReadSegment, type Span, sentenceBefore, sentencesAfter } from '../reading.ts';

/** Told to look out for, or named as what it may be: what is listed next is nobody's yet. */
const ALERTS =
  /(?<![\p{L}])(?:(?:look(?:ing)?|watch(?:ing)?) (?:out )?for|keep an eye (?:out )?(?:for|on)|(?:want|like|need) to (?:know|hear|see you) (?:about|if|for)|worr(?:y|ied|ies) (?:me|us|about)|red flags?|warning signs?|danger signs?|come (?:straight )?(?:back|in) (?:for|if|with)|ring (?:us|me|back)|call (?:us|me|back|999|111|911)|things (?:to|that)|signos de alarma|fij\p{L}+ (?:en|si)|vigil\p{L}+|me (?:preocupa\p{L}*|interesa saber)|vuelva si|venga si|avis\p{L}+ si)(?![\p{L}])/u;
/** "Could be several things: piles, polyps, or a cancer". */
const DIFFERENTIAL =
  /(?<![\p{L}])(?:(?:could|might|may|can) be (?:due to |caused by |down to )?(?:\p{L}+ ){0,3}?(?:things?|causes?|reasons?|possibilit\p{L}+|options?)|(?:several|many|lots of|a few|a number of|different|various) (?:possible )?(?:things?|causes?|reasons?|possibilit\p{L}+)(?: (?:it|this|that) (?:could|might|may) be)?|(?:puede|podria) ser (?:por )?(?:\p{L}+ ){0,2}?(?:cosas?|causas?|motivos?)|(?:varias|muchas|distintas|diferentes) (?:cosas|causas|posibilidades))[^.;?!]{0,20}[:,]/u;
/** At the end: "..., tell me", "..., that's 999". */
const TOLD_TO_ACT =
  /(?:[,:–—-]|then)\s*(?:and |please |just |you )*(?:(?:call|ring|phone)(?=\s*(?:[.!]|$| me| us| 9| 1| nine| one))|nine-one-one|911|999|tell (?:me|us)|let (?:me|us) know|that(?:'s| is| means) (?:nine|999|a&e|a and e|er|an emergency|an ambulance|urgent|hospital)|straight (?:to|in|back)|get (?:seen|help|checked)|(?:me|nos) (?:avisa|llama|lo dice)|urgencias|a urgencias)(?![\p{L}])/u;
const HAS_VERB =
  /(?<![\p{L}])(?:is|are|was|were|has|have|had|got|see|hear|feel|there(?:'s| is)|you(?:'ve|'re)|your|you|it|i|he|she|'s|tiene|esta|hay|veo|es|son|su|usted|le)(?![\p{L}])/u;
const OR = /(?<![\p{L}])(?:or|o(?! sea)|u)(?![\p{L}])/u;
/** "La artrosis peor": one that is known. */
const KNOWN = /(?<![\p{L}])(?:the|this|that|your|el|la|los|las|tu|su|tus|sus|est[ae]|es[ae])\s+$/u;

/** "Weakness, fever with a stiff neck. That's nine-one-one." */
const TOLD_NEXT =
  /^\W*(?:(?:all|any of) )?(?:that|those|these|them)?(?:'s| is| are|'re| means?)? ?(?:(?:straight )?(?:to )?(?:the )?(?:nine-one-one|nine-nine-nine|911|999|112|a&e|a and e|er|emergency|hospital)|an emergency|an ambulance|call (?:me|us|9|nine)|ring (?:me|us)|urgencias|me llama|venga)(?![\p{L}])/u;

/** "The tablets can upset the stomach": what they may do. */
const CAN =
  /(?<![\p{L}])(?:tablets?|pills?|capsules?|medicines?|drops|creams?|inhalers?|injections?|jabs?|steroids?|statins?|antibiotics?|drugs?|dose|it|they|this|these|that|which) can (?:also |sometimes |occasionally )?(?:(?:upset|irritate|make|give|bring|leave|thin|dry|turn) (?:you |your |the |some people |people )?(?:an? |some |a bit of )?)?$/u;

/** Sentences before in which the clinician may have said that a list of warnings comes. */
const BACK = 3;

/**
 * What a clinician only lists: warnings without a verb ("Swelling or redness behind the ear. Drowsy, floppy."), what is
 * to be reported ("any bleeding that is very heavy, tell me"), what it might be ("several things: piles, polyps").
 */
export function isListed(read: ReadSegment, sentence: Span, mention: Span): 'warning' | 'differential' | null {
  if (read.segment.speaker !== 'clinician') return null;
  const before = read.folded.slice(sentence.start, mention.start);
  const text = read.folded.slice(sentence.start, sentence.end);
  if (DIFFERENTIAL.test(before)) return 'differential';
  if (CAN.test(before)) return 'warning';
  const [next] = sentencesAfter(read, sentence, 1);
  if (next !== undefined && !HAS_VERB.test(before) && TOLD_NEXT.test(read.folded.slice(next.start, next.end)))
    return 'warning';
  if (
    /(?<![\p{L}])(?:just )?(?:know|watch for|look for|expect|mind) (?:\p{L}+,? ){0,6}$/u.test(before) &&
    /[,–—-] ?(?:call|ring|stop)/u.test(text)
  )
    return 'warning';
  if (TOLD_TO_ACT.test(text.slice(mention.end - sentence.start)) && !HAS_VERB.test(before)) return 'warning';
  if (HAS_VERB.test(text) || KNOWN.test(before) || text.trimEnd().endsWith('?')) return null;
  let open = OR.test(text);
  let span = sentenceBefore(read, sentence);
  for (let step = 0; step < BACK && span !== undefined; step += 1) {
    const earlier = read.folded.slice(span.start, span.end);
    if (ALERTS.test(earlier)) return 'warning';
    if (HAS_VERB.test(earlier) || earlier.trimEnd().endsWith('?')) break;
    open ||= OR.test(earlier);
    span = sentenceBefore(read, span);
  }
  const turn = read.previous?.previous;
  if (span === undefined && turn?.segment.speaker === 'clinician' && ALERTS.test(turn.folded.slice(-160)))
    return 'warning';
  return open ? 'warning' : null;
}
