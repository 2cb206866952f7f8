import type { ResumeLine } from '../types.ts';

/** An entry with the lines it was read from: what skills are looked for in. */
export interface EntryLines<T> {
  readonly entry: T;
  readonly lines: readonly ResumeLine[];
}

/** `{ [key]: value }`, or nothing when there is no value: an absent field has no key. */
export function only<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
