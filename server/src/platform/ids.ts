/** UUIDv7 (RFC 9562, section 5.7): ids that sort by the time they were made. */

/** `random` gives 10 bytes; `nowMilliseconds` is Unix time. */
export function uuidv7(nowMilliseconds: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('A UUIDv7 needs 10 random bytes');
  const bytes = new Uint8Array(16);
  // 48 bits of time: the upper 16 do not survive 32-bit shifts, hence the division.
  const upper = Math.floor(nowMilliseconds / 0x1_0000_0000);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, upper);
  view.setUint32(2, nowMilliseconds >>> 0);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A source of ids over a clock and a source of chance. */
export function idSource(now: () => number, randomBytes: (count: number) => Uint8Array): () => string {
  return () => uuidv7(now(), randomBytes(10));
}
