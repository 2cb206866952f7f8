/** Numbers of four bytes start at a multiple of four. A large file is read into memory of its own, which does; copying would fill as much again. */
export function aligned(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.byteOffset % Uint32Array.BYTES_PER_ELEMENT === 0 ? bytes : Uint8Array.from(bytes);
}
