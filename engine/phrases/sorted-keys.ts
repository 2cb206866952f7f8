/**
 * Keys that ascend, as the weights keep them, and the place of each. They are hashes, spread evenly, so the first bits of a key
 * say where it stands within one or two. Made in one pass over memory in order; a Map of 60,000 keys, or a hash table at
 * most half full, took four times as long and two to five times the memory.
 */
export interface SortedKeys {
  readonly keys: Uint32Array;
  /** By the first bits of a key, where those that begin with them start; one more than there are beginnings. */
  readonly starts: Uint32Array;
  /** What is left of a key behind these bits. */
  readonly shift: number;
}

/** Keys for each beginning, at least. */
const keysPerStart = 1;

/** `keys` ascend and have at most `keyBits` bits. */
export function sortedKeys(keys: Uint32Array, keyBits: number): SortedKeys {
  let startBits = 1;
  while (startBits < keyBits && keysPerStart * 2 ** (startBits + 1) <= keys.length) startBits += 1;
  const shift = keyBits - startBits;
  const starts = new Uint32Array(2 ** startBits + 1);
  let next = 0;
  for (let place = 0; place < keys.length; place += 1) {
    const beginning = (keys[place] as number) >>> shift;
    for (; next <= beginning; next += 1) starts[next] = place;
  }
  starts.fill(keys.length, next);
  return { keys, starts, shift };
}

/** Where a key stands among the keys; -1 when it is none of them. */
export function placeOf({ keys, starts, shift }: SortedKeys, key: number): number {
  const beginning = key >>> shift;
  const end = starts[beginning + 1] as number;
  for (let place = starts[beginning] as number; place < end; place += 1) if (keys[place] === key) return place;
  return -1;
}
