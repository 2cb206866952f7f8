import { foldKey } from '@cairn/engine/text';

interface Page<T> {
  items: T[];
  total: number;
  nextCursor: string | null;
}

/**
 * Entries whose name or alias contains the words asked for: those that begin with them first, else in the order given.
 * The cursor is the place in that order, which holds as long as the process runs the same knowledge.
 */
export function searchByName<T>(entries: readonly T[], { search, cursor, limit }: { search?: string | undefined; cursor?: string | undefined; limit: number }, namesOf: (entry: T) => readonly string[]): Page<T> {
  const wanted = foldKey(search ?? '').trim();
  const begins: T[] = [];
  const contains: T[] = [];
  for (const entry of entries) {
    const names = namesOf(entry).map(foldKey);
    if (names.some((name) => name.startsWith(wanted))) begins.push(entry);
    else if (names.some((name) => name.includes(wanted))) contains.push(entry);
  }
  const found = [...begins, ...contains];
  const from = Math.max(0, Number.parseInt(cursor ?? '0', 10) || 0);
  const to = from + limit;
  return { items: found.slice(from, to), total: found.length, nextCursor: to < found.length ? String(to) : null };
}
