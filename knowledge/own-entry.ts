/** An entry that comes as data instead of YAML: from the staff pages, an import, or the database. */
import type { EntryKind, OwnEntry } from './merge.ts';
import { resourceSchema, roleSchema, skillSchema } from './schema.ts';

export interface EntryFault {
  readonly path: string;
  readonly message: string;
}

/** Checked by the rules of the YAML form; a skill at a level may be written `{ id, level }` here. */
export function readOwnEntry(kind: EntryKind, body: unknown): { readonly ok: true; readonly own: OwnEntry } | { readonly ok: false; readonly faults: readonly EntryFault[] } {
  const written = typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body).map(([field, value]) => [field, atLevelFields.has(field) ? atLevels(value) : value])) : body;
  const read = kind === 'skill' ? skillSchema.safeParse(written) : kind === 'role' ? roleSchema.safeParse(written) : resourceSchema.safeParse(written);
  if (!read.success) return { ok: false, faults: read.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })) };
  return { ok: true, own: { kind, entry: read.data } as OwnEntry };
}

const atLevelFields = new Set(['prerequisites', 'must', 'should', 'nice']);

function atLevels(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => (typeof item === 'object' && item !== null && 'id' in item && 'level' in item ? `${String(item.id)}@${String(item.level)}` : item));
}
