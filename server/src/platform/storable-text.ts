/** Text from files and pages as PostgreSQL can keep it: without U+0000 and without halves of surrogate pairs. */
export function storableText(text: string): string {
  return text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '').toWellFormed() : text;
}

/** A value that is kept as JSON, with every text in it storable. */
export function storableValue<T>(value: T): T {
  // How JSON writes what cannot be kept; nearly every value has none of it.
  if (!/\\u(?:0000|d[89a-f])/i.test(JSON.stringify(value))) return value;
  return JSON.parse(JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storableText(part) : part))) as T;
}
