import { type ReadSegment, type Span, sentencesAfter } from '../reading.ts';
import { whole } from './cues/words.ts';
import { occursIn } from './patterns.ts';

/** The speaker says that it was a joke. */
const OWNED_UP = whole(
  [
    '(?:es|era|fue)? ?(?:una |pura )?(?:broma|bromita|guasa)|(?:es|era) (?:un )?(?:chiste|chistecito|vacile)|(?:estoy |estaba |ando )?brome(?:o|aba|ando)|mentira(?: mia)?(?=\\s*[,.!:;…]|\\s*$)',
    '(?:te|le|les|os|lo|la) (?:estoy |estaba )?(?:vacil|tom\\p{L}+ el pelo|molest|cargu?|jod|chinch|cotorre|echando broma|mamando gallo)(?:ando|o|iendo|aba|ia)?',
    'es un decir|(?:por )?asi decirlo|es (?:una )?(?:forma|manera) de hablar|(?:a )?figure of speech|so to speak|manner of speaking|figuratively(?: speaking)?|metaphorically(?: speaking)?',
    'en (?:broma|joda|chiste)|es (?:joda|coña|cona)|de (?:coña|cona|broma|mentiras)|no (?:me haga|me hagas|me hagan) caso|no (?:se|te) (?:lo )?cre(?:a|as)|(?:na|nada) que ver',
    "(?:just |only )?(?:kidding|joking)|i (?:kid|jest)|i ?'m (?:just |only )?(?:messing|pulling your leg|having you on)|that (?:was|is|'s) a joke",
  ].join('|'),
);

/** "Sí, claro, seguro que tengo lepra", "y de paso leucemia, así completamos el álbum": agreed to with too many words. */
const MOCKS =
  /^[\s¡¿]*(?:(?:uy|ay|ah|oh|huy|ja|jaja|si|pues|bueno)[\s,!]+)*(?:claro(?: que si)?|aja|como no|obvio|naturalmente|por supuesto|faltaria mas|ya(?: lo creo)?|barbaro|buenisimo|que bien|fantastico|genial|estupendo)[\s,!.…]+[^?]*?(?<![\p{L}])(?:seguro(?: que)?|segurisim[oa]|y (?:de paso|ya puestos|ya que estamos)|tambien tengo|ahora (?:resulta|va a resultar) que|(?:tengo|soy|sera|es) [^.?!]* por (?:un|una|dos|tres|estornudar|toser) )/u;
/** "Claro, yo con ochenta años y embarazada, no le digo". */
const NOT_SAYING =
  /^[\s¡¿]*(?:(?:uy|ay|ja|si|pues|bueno|no)[\s,!]+)*(?:claro|como no|por supuesto|obvio|seguro|ya)[\s,!.…]+[^?]*(?<![\p{L}])(?:no (?:le|te) digo|lo (?:que|unico que) (?:me )?falta(?:ba)?|solo (?:me )?falta(?:ba)?|y que mas|ni mas ni menos|nada menos)\W*$/u;
const WHILE_AT_IT =
  /(?<![\p{L}])(?:y )?(?:de paso|ya (?:de )?puestos|ya que estamos|por que no tambien|y por que no|ponele tambien|ponga(?:le|me)? tambien)(?![\p{L}])[^.?!]{0,60}$|(?<![\p{L}])(?:ponga|pon|pone|pone|anote|anota|apunte|apunta|sume|suma|agregue|agrega)(?:me|le|lo)?(?: ahi| ya| tambien| de paso)+(?: que (?:soy|tengo|estoy|me))?(?![\p{L}])[^.?!]{0,60}$/u;
const TO_MAKE_IT_FULL =
  /(?<![\p{L}])asi (?:completamos|completo|cerramos|llenamos|hacemos|tenemos|ya estamos|me gano|gano)(?![\p{L}])/u;

/** What is left of an answer once its speaker has owned up to a joke; all of it where there was none. */
export function earnest(text: string): string {
  const joke = OWNED_UP.exec(text);
  return joke === null ? text : text.slice(joke.index + joke[0].length);
}
/** "I've caught the plague, obviously. No, I only need ...": put right in the next breath. */
const PUT_RIGHT =
  /^\W*(?:(?:ha|haha|ok|okay|right|anyway|nah|but|well)[\s,.!]+)*(?:(?:no|nah|nope)[\s,.!]+(?:but[\s,]+)?(?:seriously|really|honestly|truthfully|in truth|joking|i(?: ?'m| am)? (?:only|just|actually|really|here)|it ?'s (?:only|just|actually|really)|i ?'(?:m|ve) (?:only|just|actually|really|here)|just|only|nothing (?:that|so|as)|all (?:i|that)|the truth)|seriously(?: though| now)?,|joking (?:aside|apart)|in all seriousness|jokes aside|on a serious note|no,? i ?'m (?:fine|grand|here))(?![\p{L}])/u;
const WITH_A_WINK =
  /^[^.?!]{0,40},? (?:obviously|clearly|naturally|of course|apparently|evidently|no doubt|i ?'m sure|probably|for sure|doctor|doc)\s*[.!…]/u;
const TOO_GRAND =
  /^(?:the )?(?:bubonic |black )?(?:plague|death|leprosy|rabies|scurvy|ebola|dropsy|consumption|dying|gangrene|cholera|anthrax|smallpox|malaria|lurgy|typhoid)$/u;

/** Sentences in which its speaker may still own up to a joke. */
const SOON = 2;

/** A note quotes what was said for a laugh: `responde riendo: «alcohólico perdido»`. */
const QUOTED_IN_JEST =
  /(?<![\p{L}])(?:riendo|riendose|entre risas|con ironia|ironic\p{L}+|en broma|bromea\p{L}*|sarcastic\p{L}*|jok(?:es|ing|ingly)|laughing|laughs|ironically|sarcastically)(?![\p{L}])[^.]*[«"“'][^»”]*$/u;

/** Whether what a sentence says was not meant: its speaker owns up to it, or mocks the question. */
export function isJest(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker === 'unknown') return QUOTED_IN_JEST.test(read.folded.slice(sentence.start, mention.start));
  const text = read.folded.slice(sentence.start, sentence.end);
  const rest = [sentence, ...sentencesAfter(read, sentence, SOON)];
  if (
    occursIn(OWNED_UP, read) &&
    rest.some((span) => OWNED_UP.test(read.folded.slice(Math.max(span.start, mention.end), span.end)))
  )
    return true;
  if (read.segment.speaker !== 'patient') return false;
  const next = rest[1];
  if (
    next !== undefined &&
    !text.trimEnd().endsWith('?') &&
    PUT_RIGHT.test(read.folded.slice(next.start, next.end)) &&
    (WITH_A_WINK.test(text.slice(mention.end - sentence.start)) ||
      TOO_GRAND.test(read.folded.slice(mention.start, mention.end)) ||
      /^\W*(?:seriously|joking|in all|jokes|on a)|(?:seriously|joking)/.test(
        read.folded.slice(next.start, next.end).slice(0, 30),
      ))
  )
    return true;
  const before = text.slice(0, mention.start - sentence.start);
  return (
    MOCKS.test(before) ||
    NOT_SAYING.test(text) ||
    (MOCKS.test(text) && / por (?:un|una) /.test(text.slice(mention.end - sentence.start))) ||
    WHILE_AT_IT.test(before) ||
    TO_MAKE_IT_FULL.test(text)
  );
}
