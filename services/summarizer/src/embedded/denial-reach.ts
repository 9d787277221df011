import type { Cue } from '../language/triggers.ts';
import { afterLightVerbs } from './light-verbs.ts';
import { type Line, spanish, wordAt } from './reading.ts';
import { words } from './word-set.ts';

/** A new statement rather than the next item of a list that is denied. */
const STARTS_ANEW = {
  es: words(
    'el la los las un una unos unas su sus este esta estos estas lo se me le con por en a al desde hasta tras durante para segun entre sobre que cuando donde y e pero hoy ayer ahora actualmente posteriormente luego despues previamente ademas tambien solo si leve leves ligero ligera ligeros ligeras discreto discreta discretos discretas moderado moderada moderados moderadas importante importantes intenso intensa marcado marcada minimo minima algo cierto cierta escaso escasa escasos escasas abundante abundantes ocasional ocasionales incluso siendo todo todos toda todas resto buen buena mal',
  ),
  en: words(
    'the a an his her my your their this with but and some mild moderate severe slight occasional intermittent then now currently today also positive status has is was he she it i they we reports which who',
  ),
};
const TIES = /^(ni|o|u|or|nor)$/;
/** After these `con` belongs to what is denied: `sin relación con la ingesta`. */
const TAKES_CON = /^(relacion|relacionad[oa]s?|asociad[oa]s?|acompanad[oa]s?|compatibles?|contactos?|problemas?)$/;
const JOINS = /^(y|and)$/;
const OWN_ARTICLE = /^(el|la|los|las|un|una|con|se|me|le|the|a|an|my|his|her|has|had|is|was)$/;
const GERUND = /(ando|iendo)(se|le|lo|la)?$/;
const CAUSES = words('por para mientras cuando durante');
const CLOSES = words('- – —');
const BEFORE_NOUN = words(
  'el la los las un una ningun ninguna otro otra otros otras mas nuevo nueva nuevos nuevas claro clara gran mucha mucho any other further the a significant clear',
);

/** The course that a finding takes: its denial says nothing of the finding itself (`sin mejoría del dolor`). */
const COURSE =
  /^(aumento|incremento|empeoramiento|progresion|agravamiento|modificacion|modificaciones|mejoria|mejora|alivio|respuesta|cambios?|control|remision|variacion|variaciones|increase|worsening|progression|improvement|relief|change|changes)$/;

/** Where the course that is denied at `at` begins; -1: none is. */
export function courseAt(line: Line, at: number): number {
  let i = at;
  while (i < at + 3 && BEFORE_NOUN.has(wordAt(line, i))) i += 1;
  return COURSE.test(wordAt(line, i)) ? i : -1;
}

const QUALITY = /(ad[oa]s?|id[oa]s?|os[oa]s?|iv[oa]s?|[ai]bles?|antes?|entes?)$/;
/** Nouns that end as participles do. */
export const NOUN_LIKE_PARTICIPLE =
  /^(exudad|trasudad|infiltrad|sangrad|ruid|herid|perdid|caid|recaid|latid|quejid|resultad|estad|esput|zumbid|silbid|crujid|hallazg|accident)[oa]s?$|^(antecedentes?|accidentes?|variantes?|calambres?)$/;
const OPENS = /^([,.;:()…/-]|y|e|ni|o|pero|que|)$/;

/** `Dolor no irradiado`: the word denies the quality beside it and nothing further on. */
export function deniesQuality(line: Line, cue: Cue): boolean {
  return (
    spanish(line) &&
    cue.to - cue.from === 1 &&
    wordAt(line, cue.from) === 'no' &&
    !OPENS.test(wordAt(line, cue.from - 1)) &&
    line.tokens[cue.from - 1]?.kind === 'word' &&
    QUALITY.test(wordAt(line, cue.to)) &&
    !NOUN_LIKE_PARTICIPLE.test(wordAt(line, cue.to))
  );
}

/** `Asma : no Alergias : no`: in a filled-in form the word answers what stands before it. */
export function answersForm(line: Line, cue: Cue): boolean {
  if (cue.to - cue.from !== 1 || wordAt(line, cue.from - 1) !== ':') return false;
  for (let i = cue.to; i < line.to && i < cue.to + 7; i += 1) {
    if (wordAt(line, i) === ':') return i > cue.to && /^(no|si|yes|nunca|never|none)$/.test(wordAt(line, i + 1));
    if (line.tokens[i]?.kind === 'mark' && wordAt(line, i) !== '/') return false;
  }
  return false;
}

const BARE_AFTER = /^(no|nunca|jamas|tampoco|nada|ningun[oa]?|none|never|not)$/;
const ENDS_CLAUSE = /^([,.;:)/…-]|y|e|o|ni|no|si|sin|pero|aunque|and|but|or|nor|en|a|de|)$/;

/** A denial that stands after what it denies ends its clause there: `fiebre no`, but not `fiebre no cuantificada`. */
export function deniesBackwards(line: Line, cue: Cue, from: number): boolean {
  const last = wordAt(line, cue.to - 1);
  if (/^negativ/.test(last) && /^gramm?$/.test(wordAt(line, cue.from - 1))) return false;
  if (/^conocid[oa]s?$/.test(last)) return /^(alergi|intoleran|amc$|ram$)/.test(wordAt(line, from));
  const bare = cue.to - cue.from === 1 ? BARE_AFTER.test(last) : /^no$/.test(wordAt(line, cue.from));
  if (!bare) return true;
  if (answersForm(line, cue)) return true;
  const next = wordAt(line, cue.to);
  if (cue.to - cue.from === 1 && /^(en|a|de)$/.test(next)) return false;
  return cue.to >= line.to || ENDS_CLAUSE.test(next) || line.tokens[cue.to]?.kind === 'number';
}

/** `Radi- radicular pain`: the dash of a word that broke off. */
const cutOff = (line: Line, i: number): boolean => line.tokens[i - 1]?.end === line.tokens[i]?.start;

const UNCLEAR = /^(clar[oa]s?|aparentes?|evidentes?|franc[oa]s?|convincing|definite|clear)$/;
const UNCLEAR_AFTER = /^(clar[oa]s?|aparentes?|evidentes?)$/;

/** `Sin claros signos de`, `no dolor claro`, `no parece haber tenido`: what is denied is that it is plain to see. */
export function deniesClarity(line: Line, denial: { from: number; to: number }, from: number, to: number): boolean {
  if (denial.from >= from) return false;
  for (let i = denial.from + 1; i < from; i += 1) {
    const word = wordAt(line, i);
    if (word === ',') return false;
    if (UNCLEAR.test(word) && (spanish(line) || i === denial.to)) return true;
    if (/^parec(e|en|io)$/.test(word) && wordAt(line, i + 1) !== 'que') return true;
  }
  if (!spanish(line)) return false;
  return (
    UNCLEAR_AFTER.test(wordAt(line, to)) ||
    (to - from > 1 && UNCLEAR_AFTER.test(wordAt(line, to - 1))) ||
    (/.(al|ales|ares?|ic[oa]s?|iv[oa]s?)$/.test(wordAt(line, to)) && UNCLEAR_AFTER.test(wordAt(line, to + 1)))
  );
}

/** Whether `ni`, `o`, `or` ties the list together, in it or further on in its clause. */
function tied(line: Line, cue: Cue, from: number, to: number): boolean {
  for (let i = cue.to; i < from; i += 1) if (TIES.test(wordAt(line, i))) return true;
  for (let i = to; i < line.to; i += 1) {
    const word = wordAt(line, i);
    if (TIES.test(word)) return true;
    if (/^[.;:()…]$/.test(word) || /^(sin|no|con|y|pero|without|but|and|with)$/.test(word)) return false;
  }
  return false;
}

/** What stands between a denial and a finding after it lets the denial through. */
export function deniesForwards(line: Line, cue: Cue, from: number, to: number): boolean {
  if (answersForm(line, cue)) return false;
  if (deniesQuality(line, cue)) return from === cue.to || (from - cue.to <= 3 && TIES.test(wordAt(line, from - 1)));
  const es = spanish(line);
  const anew = es ? STARTS_ANEW.es : STARTS_ANEW.en;
  const loose = /^(sin|ausencia)$/.test(wordAt(line, cue.from));
  const start = afterLightVerbs(line, cue.to);
  const course = courseAt(line, start);
  if (course >= 0 && from > course) return from - course <= 8 && TIES.test(wordAt(line, from - 1));
  let open = 0;
  for (let i = start; i < from; i += 1) {
    const word = wordAt(line, i);
    if ((CLOSES.has(word) && !cutOff(line, i)) || (word === '/' && wordAt(line, i + 1) === '/')) return false;
    if (word === '(') open += 1;
    else if (word === ')') {
      open -= 1;
      if (open < 0) return false;
    } else if (es && word === 'con' && i > start && !(i <= start + 2 && TAKES_CON.test(wordAt(line, i - 1))))
      return false;
    else if (JOINS.test(word) && i > start && OWN_ARTICLE.test(wordAt(line, i + 1))) return false;
    else if (es && i > start && (CAUSES.has(word) || (word === 'en' && wordAt(line, i + 1) === 'relacion')))
      return false;
    else if (word === ',') {
      if (i === start) {
        if (/^descart/.test(wordAt(line, cue.to - 1))) i = Math.max(i, commaAfter(line, i, from));
        continue;
      }
      const next = wordAt(line, i + 1);
      const listed = !es && /^(a|an)$/.test(next) && tied(line, cue, from, to);
      if ((anew.has(next) && !listed) || (es && GERUND.test(next)) || line.tokens[i + 1]?.kind === 'number')
        return false;
      if (loose && !tied(line, cue, from, to)) return false;
    }
  }
  return true;
}

/** `Han descartado, a la vista de la imagen, una fractura`: what the commas enclose is passed over. */
function commaAfter(line: Line, at: number, before: number): number {
  for (let i = at + 1; i < before; i += 1) if (wordAt(line, i) === ',') return i;
  return -1;
}
