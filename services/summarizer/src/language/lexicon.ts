import { foldTerm } from './normalise.ts';
import { readTable, synonyms } from './tables.ts';
import { type Token, tokenise } from './tokens.ts';
import { emptyTrie, insert, type TokenTrie, walk } from './trie.ts';
import { type Verbal, verbalKeys, verbalsAt } from './verbal.ts';
import { verbalKeysEn, verbalsAtEn } from './verbal-en.ts';

export type Tongue = 'es' | 'en';
export type TermKind = 'symptom' | 'condition' | 'risk_factor' | 'medication' | 'allergy' | 'procedure';

/** One concept of the tables, as one of its surfaces names it. */
export interface Term {
  readonly key: string;
  readonly kind: TermKind;
  /** Key into the pinned terminology; null for classes of drugs and what has no code. */
  readonly concept: string | null;
  readonly es: string;
  readonly en: string;
  /** How such a condition goes on when nothing is said of its end: migraine recurs, diabetes stays. */
  readonly course: 'chronic' | 'recurrent' | null;
  /** The word itself denies the finding (afebrile). */
  readonly absent: boolean;
}

export interface Mention {
  readonly term: Term;
  /** Token indices, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The language whose table knows it. */
  readonly tongue: Tongue;
}

/**
 * `capitals`: only as typed in capitals. `noun`: only after an article, a possessive or a verb of having. `given`: only
 * where a treatment is told, for what is measured as well (iron, calcium). `never`: not at all.
 */
type Guard = 'none' | 'capitals' | 'noun' | 'given' | 'never';

interface Entry {
  readonly term: Term;
  readonly guard: Guard;
  /** The language whose table knows it. */
  readonly tongue: Tongue;
}

const NOUN_BEFORE = new Set(
  'a an the my this bad with of from have has had having got caught any no un una el la mi su con de tengo tiene tuve tuvo hay por algun alguna ningun ninguna sin'.split(
    ' ',
  ),
);

/** `A bit cold`, `a very sad`: the article belongs to a measure or degree. */
const NOT_OF_NOUN = new Set('bit little very so too quite really pretty poco'.split(' '));

const tries: Record<Tongue, TokenTrie<Entry>> = { es: emptyTrie(), en: emptyTrie() };
const byKey = new Map<string, Term>();

const wordsOf = (surface: string): string[] => tokenise(surface).map((token) => token.text);

const SUBSTANCE =
  /^(?!glucon|lact|carbon|nitr|oxid|permangan|aspart|sulf|dinitr|mononitr|bicarb|subsal|parat|benzath|gonadotropina|mono|tartr|citr|fosf|acet|clor)\p{L}{4,}(ato|ate|ina|ine|ida|ide|mab|cept)$/u;

/** `Micofenolato mofetilo` is also called by its first word, where no other medicine begins with it. */
function shorten(drugs: readonly Term[], add: (lang: Tongue, surface: string, term: Term) => void): void {
  for (const lang of ['es', 'en'] as const) {
    const first = new Map<string, Term | null>();
    for (const term of drugs) {
      const words = foldTerm(term[lang]).split(' ');
      const word = words[0] as string;
      first.set(word, first.has(word) || words.length === 1 ? null : term);
    }
    for (const [word, term] of first) if (term !== null && SUBSTANCE.test(word)) add(lang, word, term);
  }
}

const GIVING =
  /^(tratamiento|tratad[oa]s?|terapia|suplement\p{L}*|aportes?|reposicion|administr\p{L}*|paut\p{L}+|prescri\p{L}+|recet\p{L}+|toma|tomo|tomas|toman|tomando|tomaba|takes?|taking|recib\p{L}+|inici\p{L}+|anad\p{L}+|infusion|perfusion|bolos?|ampollas?|sobres?|comprimidos?|capsulas?)$/u;
const MEASURING =
  /^(nivel|niveles|cifras?|valor|valores|concentracion|concentraciones|determinacion|deficit|metabolismo)$/;
/** `El hierro y el ácido fólico`: named like medicines in a list of them. */
const ARTICLE = /^(?:el|la|the)$/;
const AND_SO_ON = /^(?:y|and|,)$/;
/** Words between the telling of a treatment and what is given. */
const GIVEN_WITHIN = 7;

/** `Tratamiento con prednisona y calcio`, not `niveles de calcio`. */
function isGiven(tokens: readonly Token[], from: number): boolean {
  for (let i = from - 1; i >= 0 && i >= from - GIVEN_WITHIN; i -= 1) {
    const { text } = tokens[i] as Token;
    if (MEASURING.test(text) || /^[.;:]$/.test(text)) return false;
    if (GIVING.test(text)) return true;
  }
  return (
    ARTICLE.test(tokens[from - 1]?.text ?? '') &&
    AND_SO_ON.test(tokens[from + 1]?.text ?? '') &&
    ARTICLE.test(tokens[from + 2]?.text ?? '')
  );
}

const JOINED = /^([\p{L}\d]+(?: \p{L}{4,})?)[/-]([\p{L}\d]+(?: \p{L}{4,})?)$/u;
const JOINTS = [' / ', ' - ', ' ', ' + '];

/** A combination (or `5-fluorouracil`) is written with any sign between its parts, close or apart. */
function spellings(surface: string): string[] {
  const parts = JOINED.exec(surface);
  return parts === null ? [surface] : JOINTS.map((joint) => `${parts[1]}${joint}${parts[2]}`);
}

/** `Two ibuprofens`, `unos paracetamoles`, `co-codamols`: tablets of one name; a brand's plural may be any word. */
const severally = (name: string): string[] =>
  /^(?:co[ -])?\p{L}{5,}[^s\P{L}]$/u.test(name) ? [name, `${name}s`, `${name}es`] : [name];

const OTHER: Readonly<Record<Tongue, Tongue>> = { es: 'en', en: 'es' };

/** Words of the language that mean something else in the other: `my main gripe`, `un mole poblano`. */
const FALSE_FRIENDS: Readonly<Record<Tongue, ReadonlySet<string>>> = {
  en: new Set('gripe pica ansia lunar gases foster ringer murphy dolores tina rabia aura'.split(' ')),
  es: new Set('mole moles mono tender husky molly piles temps pale fits scar sore'.split(' ')),
};

/** Speakers of both languages put the one's words into the other's sentences: `no tengo fever`, `I have mareos`. */
function lend(
  known: Readonly<Record<Tongue, ReadonlySet<string>>>,
  lent: Readonly<Record<Tongue, Map<string, Entry>>>,
) {
  for (const tongue of ['es', 'en'] as const)
    for (const [surface, entry] of lent[tongue])
      if (!known[tongue].has(surface) && !FALSE_FRIENDS[tongue].has(surface) && /\p{L}{4}/u.test(surface))
        insert(tries[tongue], wordsOf(surface), entry);
}

/** A combination's key spells its parts out as one tells them of several medicines. */
const LIST = /, | and /;

function load(): void {
  const known: Record<Tongue, Set<string>> = { es: new Set(), en: new Set() };
  const lent: Record<Tongue, Map<string, Entry>> = { es: new Map(), en: new Map() };
  const guards = new Map(
    readTable('guards.tsv', ['lang', 'surface', 'guard']).map((row) => [
      `${row.lang} ${row.surface}`,
      row.guard as Guard,
    ]),
  );
  const chosen = new Map(
    readTable('ambiguous.tsv', ['lang', 'surface', 'keys']).map((row) => [
      `${row.lang} ${row.surface}`,
      row.keys.split('|')[0] as string,
    ]),
  );
  const courses = new Map(readTable('courses.tsv', ['key', 'kind', 'course']).map((row) => [row.key, row]));

  const add = (lang: Tongue, surface: string, term: Term): void => {
    const folded = foldTerm(surface);
    const choice = chosen.get(`${lang} ${folded}`);
    if (choice !== undefined && choice !== term.key && !term.absent) return;
    const guard = guards.get(`${lang} ${folded}`) ?? 'none';
    if (folded === '') return;
    const entry: Entry = { term, guard, tongue: lang };
    known[lang].add(folded);
    if (guard !== 'never') insert(tries[lang], wordsOf(folded), entry);
    const borrower = OTHER[lang];
    if (guard === 'none' && !guards.has(`${borrower} ${folded}`) && !lent[borrower].has(folded))
      lent[borrower].set(folded, entry);
  };

  for (const name of ['findings.tsv', 'findings-more.tsv']) {
    const rows = readTable(name, ['kind', 'key', 'en', 'es', 'synonyms_en', 'synonyms_es', 'source']);
    for (const row of rows) {
      const course = courses.get(row.key);
      const pinned = /terminology\.tsv:(\w+)/.exec(row.source)?.[1] ?? null;
      const seen = byKey.get(row.key);
      const term: Term = seen ?? {
        key: row.key,
        kind: ((course?.kind ?? '') || row.kind) as TermKind,
        concept: pinned ?? row.key,
        es: row.es,
        en: row.en,
        course: ((course?.course ?? '') || null) as Term['course'],
        absent: false,
      };
      byKey.set(row.key, term);
      for (const surface of [row.es, ...synonyms(row.synonyms_es)]) add('es', surface, term);
      for (const surface of [row.en, ...synonyms(row.synonyms_en)]) add('en', surface, term);
    }
  }
  const drugs: Term[] = [];
  for (const name of ['drugs.tsv', 'drugs-more.tsv']) {
    for (const row of readTable(name, ['key', 'es', 'brands', 'synonyms_en', 'synonyms_es'])) {
      const key = row.key.replace(/^class:/, '');
      const term: Term = byKey.get(row.key) ?? {
        key: row.key,
        kind: 'medication',
        concept: row.key.startsWith('class:') ? null : row.key,
        es: row.es,
        en: key,
        course: null,
        absent: false,
      };
      byKey.set(row.key, term);
      drugs.push(term);
      const names = [...(LIST.test(key) ? [] : [key]), row.es].flatMap(severally);
      const both = [...names, ...synonyms(row.brands)];
      const put = (tongue: Tongue, surfaces: readonly string[]): void => {
        for (const surface of new Set(surfaces.map(foldTerm).flatMap(spellings))) add(tongue, surface, term);
      };
      put('es', [...both, ...synonyms(row.synonyms_es)]);
      put('en', [...both, ...synonyms(row.synonyms_en)]);
    }
  }
  shorten(drugs, add);
  for (const row of readTable('implied_negatives.tsv', ['lang', 'word', 'finding_key'])) {
    const finding = byKey.get(row.finding_key === '*' ? 'symptoms' : row.finding_key);
    if (finding !== undefined) add(row.lang as Tongue, row.word, { ...finding, absent: true });
  }
  lend(known, lent);
}

load();

function admitted(entry: Entry, tokens: readonly Token[], from: number): boolean {
  if (entry.guard === 'none') return true;
  if (entry.guard === 'capitals') return (tokens[from] as Token).shape === 'all';
  if (entry.guard === 'given') return isGiven(tokens, from);
  const before = tokens[from - 1]?.text ?? '';
  if (NOUN_BEFORE.has(before)) return true;
  return NOUN_BEFORE.has(tokens[from - 2]?.text ?? '') && !NOT_OF_NOUN.has(before);
}

/** That it goes well, as a term of its own: the finding's absence. */
const absent = new Map<string, Term>();

for (const key of [...verbalKeys, ...verbalKeysEn])
  if (!byKey.has(key)) throw new Error(`A table of verbs names ${key}, which no table of findings has`);

function termOf({ key, normal }: Verbal): Term {
  const term = byKey.get(key) as Term;
  if (!normal) return term;
  const known = absent.get(key) ?? { ...term, absent: true };
  absent.set(key, known);
  return known;
}

/** The longest term of the language's tables that begins at token `at`. */
export function termAt(tokens: readonly Token[], at: number, limit: number, tongue: Tongue): Mention | null {
  let found = nounAt(tokens, at, limit, tongue);
  if (tongue === 'es')
    verbalsAt(tokens, at, limit, (verbal, to) => {
      if ((found === null || to > found.to) && (verbal.normal || !namedInside(tokens, at, to, verbal.key, tongue)))
        found = { term: termOf(verbal), from: at, to, tongue };
    });
  else
    verbalsAtEn(tokens, at, limit, (key, from, to) => {
      if (to > from && (found === null || to > found.to) && !namedInside(tokens, from, to, key, tongue))
        found = { term: byKey.get(key) as Term, from, to, tongue };
    });
  return found;
}

function nounAt(tokens: readonly Token[], at: number, limit: number, tongue: Tongue): Mention | null {
  let found: Mention | null = null;
  walk(tries[tongue], tokens, at, limit, (entries, to) => {
    const entry = entries.find((candidate) => admitted(candidate, tokens, at));
    if (entry !== undefined) found = { term: entry.term, from: at, to, tongue: entry.tongue };
  });
  return found;
}

/** `Tenga fiebre`, `come out in a rash`: the noun names it, and the verb is left to what says how it stands. */
function namedInside(tokens: readonly Token[], from: number, to: number, key: string, tongue: Tongue): boolean {
  for (let i = from + 1; i < to; i += 1) {
    const noun = nounAt(tokens, i, to, tongue);
    if (noun?.to === to && noun.term.key === key) return true;
  }
  return false;
}

/** Findings and drugs in tokens `from`..`to`, leftmost longest first, none overlapping. */
export function termsIn(tokens: readonly Token[], from: number, to: number, tongues: readonly Tongue[]): Mention[] {
  const out: Mention[] = [];
  let i = from;
  while (i < to) {
    let best: Mention | null = null;
    if ((tokens[i] as Token).kind !== 'mark') {
      for (const tongue of tongues) {
        const found = termAt(tokens, i, to, tongue);
        if (found !== null && (best === null || found.to > best.to)) best = found;
      }
    }
    if (best === null) i += 1;
    else {
      out.push(best);
      i = best.to;
    }
  }
  return out;
}
