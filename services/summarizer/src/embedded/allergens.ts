import type { Candidate } from './candidate.ts';
import { candidate } from './findings.ts';
import { type Line, said, spanish, textOf, wordAt } from './reading.ts';

const LEAD =
  /^(,|yes|yeah|yep|si|sí|well|pues|bueno|oh|um|uh|just|only|solo|solamente|al|a|to|la|el|los|las|the|some|algunos|i'm|i|'m|allergic|soy|alergico|alergica|that|que|think|know|yo|sepa|de|quiza|maybe)$/;
/** A line that opens with one of these names what it is that the patient doesn't tolerate. */
const NAMES = /^(only|just|solo|solamente|al|a|to)$/;
/** Without such a lead, what the thing does tells that it is one: `Elastoplast, brings me out in a rash`. */
const REACTS =
  /\b(brings? me|gives? me|makes? me|come (?:up|out)|i get|i swell|swells?|me (?:sale|salen|salio|pongo|puse|da|dan|hincho|hincha|pica|pican)|rash|hives|ronchas|urticaria|estornud\w*|sneez\w*|wheez\w*|itch\w*)\b/;
/** `Penicillin's fine`: no allergy is named so. */
const IS_FINE = /^(?:fine|ok|okay|no|alright|bien)$/;
const NO_NAME =
  /^(no|not|none|nothing|nada|ninguna|ninguno|any|anything|algo|eso|esto|that|this|it|them|they|he|she|we|you|there|these|those|which|who|everything|todo|todos|ellos|esos|medications?|medicines?|drugs?|medicamentos?|medicinas?|things?|cosas?|years?|anos?|seasonal|estacional|bit|one|few|lot|me|my|mi|lunes|jef[ea]|suegr[oa]|trabajo|trabajar|madrugar|impuestos|facturas|mondays?|boss|work|mornings|exercise|husband|wife|marido|yerno|cunad[oa]|when|cuando|remember|recuerdo|though|like|just|really|actually|obviously|only|um|uh|er|i'm|stuff|and|pues|bueno)$/;
/** What many are allergic to tells an allergen by itself: `Any allergies?` `Plasters.` */
const COMMON =
  /^(plasters?|elastoplast|latex|nuts?|peanuts?|eggs?|milk|dairy|shellfish|prawns?|fish|wheat|gluten|soya|sesame|cats?|dogs?|horses?|dust|pollen|grass|hay|hayfever|bees?|wasps?|nickel|perfumes?|iodine|strawberries|kiwis?|pollenes|polen|acaros|polvo|gatos?|perros?|caballos?|marisco|mariscos|gambas|camarones|pescado|huevos?|leche|frutos|nueces|cacahuetes?|mani|fresas|frutillas|melocoton|durazno|soja|trigo|niquel|avispas?|abejas?|yodo|esparadrapo|tiritas|curitas)$/;
/** A time at the head of a line, when something happened: nothing that one is allergic to. */
const TIME =
  /^(joven|nin[oa]|pequen[oa]|chic[oa]|mozo|moza|cri[oa]|adolescente|adulto|vez|hace|ayer|anoche|antes|luego|despues|entonces|siempre|nunca|una|ano|verano|invierno|last|once|then|always|usually|yesterday|every|sometimes|ages|recently|before|afterwards?|first)$/;
const MOST = 3;

/** `¿Alguna alergia?` `Al polen y a los gatos.`: what is named in answer, where no table knows it. */
export function allergensIn(line: Line, asked: Line | null, known: readonly Candidate[]): Candidate[] {
  if (asked === null || line.question) return [];
  const opens = leadOf(line);
  const named = [...opens.words].some((word) => NAMES.test(word)) || COMMON.test(wordAt(line, opens.to));
  if (!named && !REACTS.test(textOf(line))) return [];
  const out: Candidate[] = [];
  let at = opens.to;
  for (let n = 0; n < 4 && at < line.to; n += 1) {
    const to = nameEnd(line, at);
    if (REACTS.test(said(line, at, to).toLowerCase())) break;
    if (!named && !reactsTo(line, to)) break;
    if (
      to === at ||
      to - at > MOST ||
      NO_NAME.test(wordAt(line, at)) ||
      TIME.test(wordAt(line, at)) ||
      /^(no|not)$/.test(wordAt(line, to))
    )
      break;
    if (/^('s|is|are)$/.test(wordAt(line, to)) && IS_FINE.test(wordAt(line, to + 1))) break;
    if (!known.some((one) => one.at.from < to && one.at.to > at)) {
      const found = { from: at, to, mention: null, kind: 'allergy' as const, name: said(line, at, to) };
      const made = candidate(line, found, { assertion: 'present', experiencer: 'patient', relation: null, by: [] });
      made.grounds.push({ line: asked, from: asked.from, to: asked.to });
      out.push(made);
    }
    if (!/^(,|y|e|and|or|o)$/.test(wordAt(line, to))) break;
    at = to + 1;
    const next = at;
    while (/^(y|e|and|a|al|la|el|los|las|to|the|some)$/.test(wordAt(line, at))) at += 1;
    if (spanish(line) && at === next) break;
  }
  return out;
}

/** What the thing does is told right after its name: `Elastoplast, brings me out in a rash`, `el marisco me hincha`. */
const reactsTo = (line: Line, at: number): boolean =>
  /^(,|which|that|que|i|it|brings?|gives?|makes?|me)$/.test(wordAt(line, at)) &&
  !/^(salio|salieron|sale|salen|puse)$/.test(wordAt(line, at + 1));

function leadOf(line: Line): { to: number; words: ReadonlySet<string> } {
  const words = new Set<string>();
  let to = line.from;
  while (to < line.to && LEAD.test(wordAt(line, to))) {
    words.add(wordAt(line, to));
    to += 1;
  }
  return { to, words };
}

/** The words of one name: up to a mark, a joint, or what begins another clause. */
function nameEnd(line: Line, at: number): number {
  let to = at;
  while (
    to < line.to &&
    line.tokens[to]?.kind === 'word' &&
    !/^(no|not|y|e|o|and|or|but|pero|que|which|that|when|cuando|in|en|i|it|brings?|gives?|makes?|me|desde|since|as|de_)$/.test(
      wordAt(line, to),
    )
  )
    to += 1;
  return to;
}
