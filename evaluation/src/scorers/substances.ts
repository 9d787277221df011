import { termsIn } from '../../../services/summarizer/src/language/lexicon.ts';
import { tokenise } from '../../../services/summarizer/src/language/tokens.ts';
import { fold } from '../matching.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s*\|\s*/));

/**
 * Substances that are measured in the body, breathed or met in the world: right as measurements, tests or exposures. Some
 * (calcium, iron) are given as well; the figure for medicines alone leaves them out on both sides.
 */
const MEASURED = list(`
  creatinina | urea | bun | glucosa | bilirrubina | bilirrubinas | acido urico | uratos | urato | colesterol | hdl | ldl |
  colesterol hdl | colesterol ldl | trigliceridos | lipidos | acido lactico | lactato | amonio | amoniaco | homocisteina |
  sodio | na | potasio | k | calcio | ca | calcio ionico | calcio corregido | fosforo | p | fosfato | fosfatos | magnesio | mg |
  cloro | cloruro | cl | bicarbonato | hco3 | co3h | co2 | o2 | pco2 | po2 | pao2 | fio2 | oxigeno | anion gap | cr | iones |
  hierro | fe | cobre | zinc | cinc | plomo | mercurio | cadmio | aluminio | selenio | arsenico | litio | cobalto | cromo |
  cortisol | aldosterona | testosterona | estradiol | progesterona | androstendiona | androgenos | androgeno | estrogenos |
  dhea | t3 | t4 | t4l | t4 libre | t3 libre | tiroxina | hormonas tiroideas | catecolaminas | metanefrinas | normetanefrinas |
  adrenalina | noradrenalina | dopamina | serotonina | histamina | acido vanilmandelico | vanilmandelato | porfirinas |
  uroporfirinas | coproporfirinas | cuerpos cetonicos | cetonas | acetona | acidos biliares | acidos grasos | aminoacidos |
  nitritos | creatina | azoados | vitamina a | vitamina b12 | b12 | vitamina d | vitamina e | vitaminas | acido folico | folato |
  folatos | retinol | glutamina | arginina | histidina | cistina | oxalato | alcohol | etanol | cocaina | cannabis | heroina |
  anfetaminas | nicotina | tabaco | estireno | benceno | tolueno | monoxido de carbono | nitrogeno | argon
`);

/** Symbols count as typed: Mg is magnesium, mg a unit. */
const SYMBOL = /^(?:na|k|ca|p|mg|cl|cr|fe)$/;

/** Stains, tracers and what implants, sutures and dressings are made of. */
const MATERIAL = list(`
  hematoxilina | eosina | pas | plata | rojo congo | azul de prusia | giemsa | formol | formalina | parafina | silicona | seda |
  nylon | nailon | polipropileno | politetrafluoroetileno | ptfe | poliglactina | acido poliglicolico | titanio | acero | latex |
  algodon | acrilico | metilmetacrilato | polietileno | hidroxiapatita | hidrogel | talco | oro | porcelana
`);

/** Proteins: the corpus has them under a heading of their own that its file leaves out. */
const PROTEIN =
  /mab$|cept$|kinra$|^(?:insulina|albumina|inmunoglobulina|gammaglobulina|globulina|interferon|eritropoyetina|gonadotropina|calcitonina|antitrombina|fibrinogeno|trombina|hemoglobina|ferritina|troponina|amilasa|lipasa|fosfatasa|proteina|factor|timoglobulina|colagenasa|pancreatina|kreon|toxina|hialuronidasa|uroquinasa|alteplasa|asparaginasa)/;

/** Classes that are named by what they are made of, and those by their action that the gold names at times. */
const CHEMICAL =
  /^class:(?:corticosteroid|anabolic steroid|nsaid|benzodiazepine|beta-lactam|cephalosporin|carbapenem|opioid|statin|sulfonamide|sulfonylurea|macrolide|quinolone|tetracycline|aminoglycoside|nitrate|salicylate|coumarin|thiazide|loop diuretic|barbiturate|anthracycline|taxane|vinca alkaloid|azole|fibrate|bisphosphonate|biguanide|xanthine|retinoid|progestogen|tricyclic|cardiac glycoside|vasoactive amine|oligoelement|nucleoside analogue|prostaglandin analogue|ace inhibitor|arb|beta blocker|calcium channel blocker)$/;

/** A treatment by its purpose, action or form alone (antibiotic, analgesia, chemotherapy, eye drops): no substance is named. */
const isPurpose = (key: string): boolean =>
  (key.startsWith('class:') && !CHEMICAL.test(key)) ||
  /^(?:(?:parenteral|enteral) nutrition|oral nutritional supplement)$/.test(key);

const isMeasured = (said: string): boolean =>
  MEASURED.has(plain(said)) && (!SYMBOL.test(plain(said)) || /^\p{Lu}/u.test(said));

/** That there is an allergy, with no word of what to. */
const ALLERGY = /^(?:historia de )?(?:alerg\p{L}+|allerg\p{L}+)(?: medicamentos[ao]s?)?$/u;

const plain = (text: string): string =>
  fold(text)
    .replace(/[®™]/g, '')
    .replace(/\s*([-/+])\s*/g, ' $1 ')
    .trim();

/** Measured substances, exposures, stains and materials: no medicine, or not by its name alone. */
export const isNoMedicine = (span: string): boolean => MEASURED.has(plain(span)) || MATERIAL.has(plain(span));

/** What the corpus leaves out by its own rules, so that it can judge neither way. */
export function isOutside(span: string): boolean {
  if (PROTEIN.test(plain(span)) || ALLERGY.test(plain(span))) return true;
  const tokens = tokenise(span);
  const mentions = termsIn(tokens, 0, tokens.length, ['es', 'en']);
  return mentions.length === 1 && isPurpose(mentions[0]!.term.key);
}

/** Medicines of the tables in a text, as written. */
export function medicinesIn(text: string): { key: string; span: string; from: number; to: number }[] {
  const tokens = tokenise(text);
  return termsIn(tokens, 0, tokens.length, ['es', 'en'])
    .filter(({ term }) => term.kind === 'medication')
    .map(({ term, from, to }) => ({
      key: term.key,
      span: text.slice(tokens[from]!.start, tokens[to - 1]!.end),
      from,
      to,
    }));
}

/** Substances that a text names: medicines of the tables and measured ones. */
export function substancesIn(text: string): string[] {
  const tokens = tokenise(text);
  const mentions = medicinesIn(text);
  const out = mentions.map(({ span }) => span);
  let i = 0;
  while (i < tokens.length) {
    let to = Math.min(tokens.length, i + 4);
    const at = (): string => text.slice(tokens[i]!.start, tokens[to - 1]!.end);
    while (to > i && !isMeasured(at())) to -= 1;
    if (to > i && !mentions.some((one) => one.from < to && i < one.to)) out.push(at());
    i = Math.max(i + 1, to);
  }
  return out;
}
