import { foldKey } from '@cairn/engine/text';

interface Page<T> {
  items: T[];
  total: number;
  nextCursor: string | null;
}

/** Something with the names it goes by, folded once; its own name is the first. */
export interface Searchable<T> {
  readonly entry: T;
  readonly names: readonly string[];
}

export function toSearch<T>(entries: readonly T[], namesOf: (entry: T) => readonly string[]): Searchable<T>[] {
  return entries.map((entry) => ({ entry, names: namesOf(entry).map(foldKey) }));
}

export interface Search {
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** With so many names that contain the words asked for, nothing else is offered. */
const enough = 3;

/** How near the words asked for are to an entry's names, nearest first: it is called so, an alias is, its name begins so, an alias does, one contains them. */
const ranks = [
  ([name]: readonly string[], wanted: string) => name === wanted,
  (names: readonly string[], wanted: string) => names.includes(wanted),
  ([name]: readonly string[], wanted: string) => name?.startsWith(wanted) === true,
  (names: readonly string[], wanted: string) => names.some((one) => one.startsWith(wanted)),
  (names: readonly string[], wanted: string) => names.some((one) => one.includes(wanted)),
];

/**
 * Entries whose name or alias contains the words asked for, by rank, within a rank in the order given.
 * Where these are fewer than three, what `otherwise` finds follows: misspelt names, other words.
 * The cursor is the place in that order, which holds as long as the process runs the same knowledge.
 */
export async function searchByName<T>(entries: readonly Searchable<T>[], { search, cursor, limit }: Search, otherwise: (search: string) => Promise<readonly T[]> = () => Promise.resolve([])): Promise<Page<T>> {
  const wanted = foldKey(search ?? '').trim();
  const byRank = ranks.map((): T[] => []);
  for (const { entry, names } of entries) byRank[ranks.findIndex((holds) => holds(names, wanted))]?.push(entry);
  const named = byRank.flat();
  const found = wanted !== '' && named.length < enough ? [...new Set([...named, ...(await otherwise(wanted))])] : named;
  const from = Math.max(0, Number.parseInt(cursor ?? '0', 10) || 0);
  const to = from + limit;
  return { items: found.slice(from, to), total: found.length, nextCursor: to < found.length ? String(to) : null };
}
