/** Unsigned 32-bit hashes that name words and features. They stand in committed weights: a change means training anew. */

const golden = 0x9e3779b1;

/** FNV-1a over UTF-16 code units of `text` from `start` to `end`, finished so that near texts lie far apart. */
export function hashText(text: string, start = 0, end: number = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return finish(hash);
}

/** The hash of a pair; mix(a, b) differs from mix(b, a). */
export function mix(first: number, second: number): number {
  return finish(Math.imul(first ^ 0x5bd1e995, golden) ^ Math.imul(second + golden, 0x85ebca6b));
}

function finish(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
