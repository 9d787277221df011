import { type ReadSegment, type Span, within } from '../reading.ts';

const AT_HEAD = /(?:^|[.;:,?!]|(?<![\p{L}])(?:que|pues|bueno|mire|oiga|claro|y|pero|porque))\s*(?:el|la|los|las)\s+$/u;
/** Some names of the tables hold their article. */
const ARTICLE = /^(?:el|la|los|las)\s+/;
/** Of a season or of a kind: "la gripe de este año", "la hepatitis B". */
const KIND =
  '(?:\\s+(?:de (?:este|ese|cada) (?:ano|invierno|verano)|de ahora|de la temporada|del (?:pollo|mosquito)|[abcd]))?';
/** Only of an illness in general: how it is caught and goes about. */
const SPREADS = new RegExp(
  `^${KIND},?\\s+(?:(?:lo|la|los|las) (?:pasan?|pegan?|contagian?|transmiten?|traen?|dan?|provocan?|causan?|producen?|propagan?|cogen?|agarran?|pillan?|llevan encima)(?! (?:bien|mal|regular|fatal))|se (?:pegan?|contagian?|transmiten?|propagan?|cogen?|agarran?|pillan?|heredan?|previenen?|pasan? de|curan?)|entran? (?:por|en)|anda(?:n)? (?:por|suelt|rondando)|(?:vien|lleg)(?:e|en|a|an) (?:muy |bien |mas |de |con )?(?:fuertes?|mal[oa]s?|brav[oa]s?|dur[oa]s?|pesad[oa]s?|los|las|el agua|la picadura|mucha|mucho))(?![\\p{L}])`,
  'u',
);
/** What a disease does. Of their own illness patients say so as well: "el asma da guerra". */
const BRINGS = new RegExp(
  `^${KIND},?\\s+(?:(?:siempre|casi siempre|muchas veces|a veces|tambien) )?(?:dan?|trae|traen|deja|dejan|ataca|atacan|produce|producen|causa|causan|provoca|provocan|suelen?|mata|matan|empieza|empiezan)(?![\\p{L}])`,
  'u',
);
/** The patient, or the one who speaks. */
const SOMEBODY =
  /(?<![\p{L}])(?:me|te|le|les|nos|mi|mis|tu|tus|su|sus|usted|ustedes|yo|tengo|tuve|estoy|tiene|ahora|hoy|ayer|desde)(?![\p{L}])/u;

/** "El dengue lo pasa el mosquito y da calentura": an illness as such is talked of, nobody who has it. */
export function isTopicOfTalk(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker === 'unknown' || !read.tongues.includes('es')) return false;
  const opens = (from: number, end: number, does: RegExp): boolean => {
    const start = from + (ARTICLE.exec(read.folded.slice(from, end))?.[0].length ?? 0);
    return (
      does.test(read.folded.slice(end, sentence.end)) &&
      AT_HEAD.test(read.folded.slice(sentence.start, start)) &&
      !SOMEBODY.test(read.folded.slice(end, Math.max(mention.end, Math.min(sentence.end, end + CLOSE))))
    );
  };
  const clinician = read.segment.speaker === 'clinician';
  const isOpenedBy = ({ start, end }: Span): boolean =>
    opens(start, end, SPREADS) || (clinician && opens(start, end, BRINGS));
  if (isOpenedBy(mention)) return true;
  const before = { start: sentence.start, end: mention.start };
  if (within(read.terms(), before).some((one) => one.term.kind === 'condition' && isOpenedBy(one))) return true;
  const head = TOPIC.exec(read.folded.slice(sentence.start, mention.start));
  if (head === null) return false;
  const end = sentence.start + head.index + head[0].length;
  return opens(end - head[1]!.length, end, SPREADS);
}

/** Code units after the illness in which the patient may come in. */
const CLOSE = 40;
/** An illness that no table knows. */
const TOPIC =
  /(?:^|[.;:?!])\s*(?:(?:que|pues|bueno|mire|claro)[\s,]+)?(?:el|la|los|las)\s+(\p{L}{4,}(?:\s+[a-d])?)(?=\s)/u;
