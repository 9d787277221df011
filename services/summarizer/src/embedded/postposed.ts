import { type Line, said, spanish, textBetween, wordAt } from './reading.ts';

const DENIES = /^(no|tampoco|nunca|jamas|ningun[oa])$/;
const CLITIC = /^(me|te|se|le|les|nos|lo|la|los|las)$/;
/** Verbs that may follow the denial of what was put before them: `triste no estoy`, `ibuprofeno no tomo`. */
const CARRIES =
  /^(tengo|tiene|tenia|tuve|tuvo|tenemos|hay|hubo|habia|he|ha|hemos|han|estoy|esta|estaba|estuve|soy|es|noto|nota|notaba|siento|siente|veo|ve|vi|padezco|padece|tomo|toma|tomaba|uso|usa|fumo|fuma|bebo|bebe|pongo|pone|puedo|puede|suelo|suele|da|dan|dio|sale|salen|salio|pasa|paso|duele|duelen|quiero|quiere|llego|creo|recuerdo|consumo|consume|pruebo|traigo|trae|cargo|carga|ando|anda|presento)$/;
const ENDS = /^(|[.,;:!?…)]|y|e|ni|pero|aunque|que|porque|eh|eso|sino|mas|solo|doctora?)$/;
const AFFIRMS = /^(si|tambien)$/;
/** Before a noun that is denied after a comma stands no verb: `dolor de pecho, no`, never `me duele el pecho, no, la espalda`. */
const BEFORE =
  /^(pero|y|e|o|bueno|pues|el|la|los|las|un|una|lo|de|del|al|a|mucha|mucho|algo|ni|eh|tanto|como|tal|si|,|eso|fiebre|dolor|dolores)$/;
/** Words before the noun that are looked at. */
const NEAR = 4;

/** What Spanish puts after a noun to say how it stands: `fiebre no`, `tos sí`, `pérdida de peso, no`; with its tokens. */
export function postposed(
  line: Line,
  from: number,
  to: number,
): { says: 'no' | 'yes'; from: number; to: number } | null {
  if (!spanish(line)) return null;
  const end = deniedInList(line, from, to);
  if (end !== null) return { says: 'no', from: end, to: end + 1 };
  let at = to;
  while (at < line.to && wordAt(line, at) === wordAt(line, to - 1)) at += 1;
  const comma = wordAt(line, at) === ',';
  if (comma) at += 1;
  const word = wordAt(line, at);
  if (!comma && AFFIRMS.test(word) && (word !== 'si' || isAccented(line, at)) && ENDS.test(wordAt(line, at + 1)))
    return { says: 'yes', from: at, to: at + 1 };
  if (
    word === 'en' &&
    /^(la|mi)$/.test(wordAt(line, at + 1)) &&
    wordAt(line, at + 2) === 'vida' &&
    ENDS.test(wordAt(line, at + 3))
  )
    return { says: 'no', from: at, to: at + 3 };
  if (word === 'dice') {
    const no = /^(el|ella)$/.test(wordAt(line, at + 1)) ? at + 2 : at + 1;
    if (wordAt(line, no) === 'que' && wordAt(line, no + 1) === 'no') return { says: 'no', from: at, to: no + 2 };
  }
  if (word === 'lo' && /^(normal|justo)$/.test(wordAt(line, at + 1)) && ENDS.test(wordAt(line, at + 2)))
    return { says: 'no', from: at, to: at + 2 };
  if (!DENIES.test(word)) return null;
  if (comma) {
    if (!/^([.;!…]|)$/.test(wordAt(line, at + 1)) || line.question || !standsAlone(line, from)) return null;
    return { says: 'no', from: at, to: at + 1 };
  }
  if (ENDS.test(wordAt(line, at + 1))) return { says: 'no', from: at, to: at + 1 };
  let verb = at + 1;
  while (CLITIC.test(wordAt(line, verb))) verb += 1;
  if (verb === at + 1 && THIRD.test(wordAt(line, verb)) && OWN_ARTICLE.test(wordAt(line, from - 1))) return null;
  return CARRIES.test(wordAt(line, verb)) ? { says: 'no', from: at, to: verb + 1 } : null;
}

/** `La herida no tiene pus`: the noun is what the verb tells of. */
const OWN_ARTICLE = /^(?:el|la|los|las|mi|mis|su|sus|este|esta|ese|esa)$/;
const THIRD = /^(?:tiene|tenia|tuvo|es|era|sale|salen|da|dan|huele|duele|duelen|pasa|paso|presenta|supura)$/;

/** A typed `si` without its accent is a condition, unless it closes the sentence. */
const isAccented = (line: Line, at: number): boolean =>
  said(line, at, at + 1).toLowerCase() === 'sí' || /^(|[.,;!?…])$/.test(wordAt(line, at + 1));

const ITEM =
  /^(?:,? ?(?:y |ni |o |u )?\p{L}+(?: (?:de|del|en) (?:(?:el|la|los|las) )?\p{L}+)? ){1,4}, (?:no|tampoco|ninguna?|nada) ?(?:[.!,;…].*)?$/u;
/** `Diarrea que uno diga, no`: in the proper sense. */
const PROPER = /^que (?:uno |yo |se |digamos |le )?dig(?:a|amos|o)? ?, no ?[.!,]? ?/;

/** `Diabetes, presión, no.`: a bare list that ends in its denial. The token that denies, or null. */
function deniedInList(line: Line, from: number, to: number): number | null {
  if (line.question) return null;
  let denial = line.to - 1;
  while (denial >= to && !DENIES.test(wordAt(line, denial)) && wordAt(line, denial) !== 'nada') denial -= 1;
  if (denial < to) return null;
  const rest = textBetween(line, to, line.to);
  if (PROPER.test(rest)) return denial;
  if (!ITEM.test(rest) || !standsAlone(line, from)) return null;
  for (let i = line.from; i < line.to; i += 1) if (CARRIES.test(wordAt(line, i))) return null;
  return denial;
}

function standsAlone(line: Line, from: number): boolean {
  for (let i = from - 1; i >= line.from && i >= from - NEAR; i -= 1) {
    if (/^[,.;…]$/.test(wordAt(line, i))) return true;
    if (!BEFORE.test(wordAt(line, i))) return false;
  }
  return from - NEAR <= line.from;
}
