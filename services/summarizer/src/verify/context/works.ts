import type { ReadSegment, Span } from '../reading.ts';
import { whole } from './cues/words.ts';

/** What is made to be watched, read, heard, shown or taught, and what it tells of. */
const WORK =
  '(?:programmes?|documentar(?:y|ies)|films?|movies?|books?|novels?|musicals?|operas?|sitcoms?|dramas?|box ?sets?|podcasts?|articles?|magazines?|adverts?|exhibitions?|exhibits?|museums?|lectures?|seminars?|quiz(?:zes)?|crosswords?|essays?|dissertations?|thesis|biograph(?:y|ies)|memoirs?|thrillers?|audiobooks?|posters?|musicals?|phone-ins?|courses?|leaflets?|pamphlets?|brochures?|webinars?|blogs?|peliculas?|documental(?:es)?|libros?|novelas?|museos?|exposicion(?:es)?|reportajes?|telenovelas?)';
/** Words for a work that are everyday words besides: only "a play about". */
const WORK_TOO =
  '(?:an?|the|this|that|our|some) (?:\\p{L}+ )?(?:programs?|series|episodes?|plays?|shows?|talks?|stor(?:y|ies)|songs?|poems?|videos?|presentations?|homework|puzzles?|school (?:play|project|trip)|soaps?|games?|channel|lessons?|ads?|newspapers?|news items?|reports? on the (?:news|radio|telly))';
const BETWEEN =
  "(?: (?:last night|on (?:\\p{L}+ )?(?:tv|telly|netflix|bbc|itv|the radio|youtube)|at school|we went to|(?:that|which) (?:\\p{L}+ )?(?:was|is|'s)|is|was|'s|were|are))?(?: (?:all|mostly|mainly|just|only))?";
const TELLS_OF = whole(
  `${WORK}${BETWEEN} (?:about|on|of|sobre|acerca de|called|titled|entitled|covering|featuring|dealing with|set (?:in|during)|where)|${WORK_TOO}${BETWEEN} (?:about|called|titled|entitled|featuring|set (?:in|during))`,
);
/** "Watched, read, went round": what comes after is on a page or a screen. */
const SEEN_THERE = whole(
  `(?:watch|watched|watching|read|reading|listened|listening|binged|bingeing|streamed|streaming|visited|visiting|writing|wrote|saw|seen|went (?:round|to|around)|been to|teaching|taught|studying)(?: \\p{L}+){0,4}? ${WORK}|(?:watching|reading|listening to|writing|wrote|studying|teaching|lecturing)(?: \\p{L}+){0,2}? about`,
);
/** The speaker comes back to himself. */
const HIMSELF =
  /(?<![\p{L}])(?:(?:i|we|he|she) (?:think |reckon |worry |wonder )?(?:i |he |she |might )?(?:have|has|had|got|'ve got)|i ?'ve (?:got|had)|my (?:own )?\p{L}+|because (?:of )?my|for my|that's me|just like (?:me|mine)|exactly what i)(?![\p{L}])/u;

/** No work is told of without one of these. */
const LIKELY =
  / (?:about|on|of|sobre|acerca de|called|titled|entitled|covering|featuring|dealing|set|where)|watch|read|listen|binge|stream|visit|writ|wrote|saw|seen|went|been to|teach|taught|studying|lectur/;

/** Whether a finding is the subject of a programme, a book or a museum rather than of the visit. */
export function isInAWork(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker === 'unknown') return false;
  const before = read.folded.slice(Math.max(sentence.start, mention.start - 140), mention.start);
  if (!LIKELY.test(before)) return false;
  const found = TELLS_OF.exec(before) ?? (read.segment.speaker === 'clinician' ? null : SEEN_THERE.exec(before));
  return found !== null && !HIMSELF.test(before.slice(found.index + found[0].length));
}
