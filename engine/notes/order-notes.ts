export interface OrderedNote {
  readonly id: string;
  readonly pinned: boolean;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
}

/** Pinned notes first, then the newest; of two made in the same instant the one with the greater id. Does not change its input. */
export function orderNotes<N extends OrderedNote>(notes: readonly N[]): N[] {
  return notes.toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || descending(a.createdAt, b.createdAt) || descending(a.id, b.id));
}

function descending(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}
