import { foldKey } from '../../text/fold.ts';

/** Case, accents, spacing, hyphens and compatibility variants of a form are one form. */
export function formKey(form: string): string {
  return foldKey(form.normalize('NFKC').replace(/[\s_-]+/g, ' '));
}

/** Who goes by which form. */
export interface Claims {
  /** The only one that goes by it; `several` when more do, undefined when nobody does. */
  ownerOf(key: string): string | 'several' | undefined;
  /** True when nobody went by it and now `id` does. */
  claim(key: string, id: string): boolean;
}

const several = 'several';

export function claimsOf<Entry extends { readonly id: string }>(entries: readonly Entry[], formsOf: (entry: Entry) => readonly string[]): Claims {
  const owners = new Map<string, string>();
  for (const entry of entries) {
    for (const form of formsOf(entry)) {
      const key = formKey(form);
      const owner = owners.get(key);
      owners.set(key, owner === undefined || owner === entry.id ? entry.id : several);
    }
  }
  return {
    ownerOf: (key) => owners.get(key),
    claim(key, id) {
      if (key === '' || owners.has(key)) return false;
      owners.set(key, id);
      return true;
    },
  };
}

/** Letters and digits of an id; more would not fit into an address. */
const longestSlug = 60;
/** Characters of the concept's own identifier that tell two of one slug apart. */
const markLength = 8;

/** `<prefix>-<label in lower-case words>`, with the end of the concept's address where another entry has that id. */
export function newEntryId(prefix: string, label: string, uri: string, isTaken: (id: string) => boolean): string {
  const words = formKey(label).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, longestSlug).replace(/-$/, '');
  const own = uri.toLowerCase().replace(/.*\//, '').replace(/[^a-z0-9]/g, '');
  const plain = words === '' ? `${prefix}-${own.slice(0, longestSlug) || 'concept'}` : `${prefix}-${words}`;
  if (!isTaken(plain)) return plain;
  const marked = `${plain}-${own.slice(0, markLength) || 'other'}`;
  for (let count = 2, id = marked; ; id = `${marked}-${count}`, count += 1) if (!isTaken(id)) return id;
}

/**
 * Gives every row its entry: one that is there, else a new one; answers the rows that have neither. What a row settles or
 * creates may be what an earlier one was looking for, so rows are asked until nothing moves: the same rows again, with all
 * of that in place from the start, then find nothing else.
 */
export function placeInTurn<Row>(rows: readonly Row[], ownerOf: (row: Row) => string | undefined, settle: (row: Row, id: string) => void, create: (row: Row) => string | null): Row[] {
  const isPlaced = (row: Row): boolean => {
    const owner = ownerOf(row);
    if (owner === undefined || owner === several) return false;
    settle(row, owner);
    return true;
  };
  const isCreated = (row: Row): boolean => {
    const id = create(row);
    if (id !== null) settle(row, id);
    return id !== null;
  };
  let left = rows.filter((row) => !isPlaced(row)).filter((row) => !isPlaced(row) && !isCreated(row));
  for (;;) {
    const still = left.filter((row) => !isPlaced(row));
    if (still.length === left.length) return left;
    left = still;
  }
}
