import type { Token } from './tokens.ts';
import { enter } from './vocabulary.ts';

interface Node<V> {
  readonly next: Map<number, Node<V>>;
  values: V[] | null;
}

/** Values under token sequences; one walk from a token finds every entry that begins there. */
export interface TokenTrie<V> {
  /** By the number of the first word: most words of a text begin no entry, and are passed over by one look. */
  readonly first: (Node<V> | undefined)[];
}

export function emptyTrie<V>(): TokenTrie<V> {
  return { first: [] };
}

export function insert<V>(trie: TokenTrie<V>, words: readonly string[], value: V): void {
  let node: Node<V> | undefined;
  for (const word of words) {
    const number = enter(word);
    let next = node === undefined ? trie.first[number] : node.next.get(number);
    if (next === undefined) {
      next = { next: new Map(), values: null };
      if (node === undefined) begin(trie, number, next);
      else node.next.set(number, next);
    }
    node = next;
  }
  if (node === undefined) return;
  if (node.values === null) node.values = [value];
  else node.values.push(value);
}

/** Without holes, or the array would become a slow dictionary. */
function begin<V>({ first }: TokenTrie<V>, number: number, node: Node<V>): void {
  while (first.length <= number) first.push(undefined);
  first[number] = node;
}

/** Calls `visit(values, to)` for every entry that begins at token `from`, shorter ones first; `to` is exclusive. */
export function walk<V>(
  trie: TokenTrie<V>,
  tokens: readonly Token[],
  from: number,
  limit: number,
  visit: (values: readonly V[], to: number) => void,
): void {
  let node = trie.first[(tokens[from] as Token).word];
  let i = from + 1;
  while (node !== undefined) {
    if (node.values !== null) visit(node.values, i);
    if (i >= limit || node.next.size === 0) return;
    node = node.next.get((tokens[i] as Token).word);
    i += 1;
  }
}

/** As `walk`, but words of a kind may stand between those of an entry. */
export function walkOver<V>(
  trie: TokenTrie<V>,
  tokens: readonly Token[],
  from: number,
  limit: number,
  over: { readonly passes: (word: number) => boolean; readonly most: number },
  visit: (values: readonly V[], to: number) => void,
): void {
  const step = (node: Node<V>, at: number, left: number): void => {
    if (node.values !== null) visit(node.values, at);
    if (at >= limit || node.next.size === 0) return;
    const { word } = tokens[at] as Token;
    const next = node.next.get(word);
    if (next !== undefined) step(next, at + 1, left);
    if (left === 0 || !over.passes(word)) return;
    let i = at;
    let rest = left;
    while (i < limit && rest > 0 && over.passes((tokens[i] as Token).word)) {
      i += 1;
      rest -= 1;
      const later = i < limit ? node.next.get((tokens[i] as Token).word) : undefined;
      if (later !== undefined) step(later, i + 1, rest);
    }
  };
  const first = trie.first[(tokens[from] as Token).word];
  if (first !== undefined) step(first, from + 1, over.most);
}
