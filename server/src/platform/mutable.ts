export type Mutable<T> = T extends readonly (infer Item)[] ? Mutable<Item>[] : T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;

/** The engine's shapes are read-only and the wire's are not; for values that are serialised and never changed. */
export function mutable<T>(value: T): Mutable<T> {
  return value as Mutable<T>;
}
