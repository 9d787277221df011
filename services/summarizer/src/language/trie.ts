import type { Token } from './tokens.ts';

/** Values under token sequences; one walk from a token finds every entry that begins there. */
export interface TokenTrie<V> {
  readonly next: Map<string, TokenTrie<V>>;
  values: V[] | null;
}

export function emptyTrie<V>(): TokenTrie<V> {
  return { next: new Map(), values: null };
}

export function insert<V>(trie: TokenTrie<V>, words: readonly string[], value: V): void {
  let node = trie;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = emptyTrie();
      node.next.set(word, next);
    }
    node = next;
  }
  if (node.values === null) node.values = [value];
  else node.values.push(value);
}

/** Calls `visit(values, to)` for every entry that begins at token `from`, shorter ones first; `to` is exclusive. */
export function walk<V>(
  trie: TokenTrie<V>,
  tokens: readonly Token[],
  from: number,
  limit: number,
  visit: (values: readonly V[], to: number) => void,
): void {
  let node = trie.next.get((tokens[from] as Token).text);
  let i = from + 1;
  while (node !== undefined) {
    if (node.values !== null) visit(node.values, i);
    if (i >= limit) return;
    node = node.next.get((tokens[i] as Token).text);
    i += 1;
  }
}
