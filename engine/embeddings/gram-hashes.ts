const shortestGram = 3;
const longestGram = 5;

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** The buckets of a word's three- to five-letter pieces, its ends marked (Bojanowski et al., 2017). */
export function gramHashes(word: string, buckets: number): number[] {
  const padded = `<${word}>`;
  const found = new Set<number>();
  for (let length = shortestGram; length <= longestGram; length += 1) {
    for (let at = 0; at + length <= padded.length; at += 1) found.add(hash(padded.slice(at, at + length)) % buckets);
  }
  return [...found];
}
