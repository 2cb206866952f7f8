import { foldKey } from '@cairn/engine/text';

interface Page<T> {
  items: T[];
  total: number;
  nextCursor: string | null;
}

/** Something with the names it goes by, folded once. */
export interface Searchable<T> {
  readonly entry: T;
  readonly names: readonly string[];
}

export function toSearch<T>(entries: readonly T[], namesOf: (entry: T) => readonly string[]): Searchable<T>[] {
  return entries.map((entry) => ({ entry, names: namesOf(entry).map(foldKey) }));
}

/**
 * Entries whose name or alias contains the words asked for: those that begin with them first, else in the order given; behind
 * them those that `alike` finds.
 * The cursor is the place in that order, which holds as long as the process runs the same knowledge.
 */
export function searchByName<T>(entries: readonly Searchable<T>[], { search, cursor, limit }: { search?: string | undefined; cursor?: string | undefined; limit: number }, alike: (search: string) => readonly T[] = () => []): Page<T> {
  const wanted = foldKey(search ?? '').trim();
  const begins: T[] = [];
  const contains: T[] = [];
  for (const { entry, names } of entries) {
    if (names.some((name) => name.startsWith(wanted))) begins.push(entry);
    else if (names.some((name) => name.includes(wanted))) contains.push(entry);
  }
  const found = [...new Set([...begins, ...contains, ...(wanted === '' ? [] : alike(wanted))])];
  const from = Math.max(0, Number.parseInt(cursor ?? '0', 10) || 0);
  const to = from + limit;
  return { items: found.slice(from, to), total: found.length, nextCursor: to < found.length ? String(to) : null };
}
