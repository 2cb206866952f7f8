/**
 * A trie over symbol strings in typed arrays. A node holds a 64-bit map of the symbols that go on and the number of its
 * first child; children stand side by side, so the child for a symbol is found by counting the bits below it.
 */
export interface PhraseTrie {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly firstChild: Uint32Array;
  /** The value of the phrase that ends at the node, -1 where none does. */
  readonly value: Int32Array;
  /** For the first two symbols of a phrase, 64 × 64: the node they lead to, 0 for none. */
  readonly afterTwo: Uint32Array;
  /** For the first symbol: the node it leads to, 0 for none. */
  readonly afterOne: Uint32Array;
}

export interface Phrase {
  /** Symbols 0 to 63, one per character. */
  readonly symbols: string;
  readonly value: number;
}

function bitCount(map: number): number {
  let bits = map - ((map >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** The child of a node for a symbol, 0 (the root, nobody's child) when there is none. */
export function childOf(trie: PhraseTrie, node: number, symbol: number): number {
  const low = trie.low[node] as number;
  if (symbol < 32) {
    const bit = 1 << symbol;
    return (low & bit) === 0 ? 0 : (trie.firstChild[node] as number) + bitCount(low & (bit - 1));
  }
  const high = trie.high[node] as number;
  const bit = 1 << (symbol - 32);
  return (high & bit) === 0 ? 0 : (trie.firstChild[node] as number) + bitCount(low) + bitCount(high & (bit - 1));
}

/** Builds breadth first from the sorted phrases: a node is the range of phrases that share its beginning. */
export function buildPhraseTrie(phrases: readonly Phrase[]): PhraseTrie {
  const sorted = phrases.toSorted((a, b) => (a.symbols < b.symbols ? -1 : a.symbols > b.symbols ? 1 : a.value - b.value));
  const capacity = sorted.reduce((sum, phrase) => sum + phrase.symbols.length, 1);
  const low = new Uint32Array(capacity);
  const high = new Uint32Array(capacity);
  const firstChild = new Uint32Array(capacity);
  const value = new Int32Array(capacity).fill(-1);
  const from = new Uint32Array(capacity);
  const to = new Uint32Array(capacity);
  const depth = new Uint16Array(capacity);
  let count = 1;
  to[0] = sorted.length;
  for (let node = 0; node < count; node += 1) {
    const at = depth[node] as number;
    const end = to[node] as number;
    let next = from[node] as number;
    while (next < end && (sorted[next] as Phrase).symbols.length === at) {
      if (value[node] === -1) value[node] = (sorted[next] as Phrase).value;
      next += 1;
    }
    firstChild[node] = count;
    while (next < end) {
      const symbol = (sorted[next] as Phrase).symbols.charCodeAt(at);
      if (symbol < 32) low[node] = (low[node] as number) | (1 << symbol);
      else high[node] = (high[node] as number) | (1 << (symbol - 32));
      from[count] = next;
      while (next < end && (sorted[next] as Phrase).symbols.charCodeAt(at) === symbol) next += 1;
      to[count] = next;
      depth[count] = at + 1;
      count += 1;
    }
  }
  const trie = {
    low: low.slice(0, count), high: high.slice(0, count), firstChild: firstChild.slice(0, count), value: value.slice(0, count),
    afterTwo: new Uint32Array(64 * 64), afterOne: new Uint32Array(64),
  };
  for (let first = 0; first < 64; first += 1) {
    const node = childOf(trie, 0, first);
    trie.afterOne[first] = node;
    for (let second = 0; node !== 0 && second < 64; second += 1) trie.afterTwo[first * 64 + second] = childOf(trie, node, second);
  }
  return trie;
}
