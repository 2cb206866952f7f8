/** Entries as they stand while an import is worked out, beside what they were. */
import type { Role, Skill } from '../types.ts';
import type { ImportChange } from './types.ts';

export interface Draft<Entry extends Skill | Role> {
  has(id: string): boolean;
  add(entry: Entry, sourceUri: string): void;
  /** Adds a form to the entry's list. */
  append(id: string, form: string, sourceUri: string): void;
  changes(): { readonly id: string; readonly sourceUri: string; readonly before: Entry | null; readonly after: Entry }[];
}

/** `listed` is the field that further names go to. */
export function draftOf<Entry extends Skill | Role>(known: readonly Entry[], listed: keyof Entry & ('aliases' | 'titles')): Draft<Entry> {
  const before = new Map(known.map((entry) => [entry.id, entry]));
  const added = new Map<string, Entry>();
  const appended = new Map<string, string[]>();
  const uris = new Map<string, string>();
  const touch = (id: string, sourceUri: string): void => { if (!uris.has(id)) uris.set(id, sourceUri); };
  return {
    has: (id) => before.has(id) || added.has(id),
    add(entry, sourceUri) {
      added.set(entry.id, entry);
      touch(entry.id, sourceUri);
    },
    append(id, form, sourceUri) {
      touch(id, sourceUri);
      const forms = appended.get(id);
      if (forms === undefined) appended.set(id, [form]);
      else forms.push(form);
    },
    changes: () => [...uris].flatMap(([id, sourceUri]) => {
      const was = before.get(id) ?? null;
      const entry = added.get(id) ?? was;
      if (entry === null) return [];
      const forms = appended.get(id) ?? [];
      const after = forms.length === 0 ? entry : { ...entry, [listed]: [...(entry[listed] as readonly string[]), ...forms] };
      return [{ id, sourceUri, before: was, after }];
    }),
  };
}

export function changesOf(skills: Draft<Skill>, roles: Draft<Role>): ImportChange[] {
  return [...skills.changes().map((change) => ({ kind: 'skill' as const, ...change })), ...roles.changes().map((change) => ({ kind: 'role' as const, ...change }))];
}
