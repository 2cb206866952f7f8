/** How a correction names an entry: `experience.p1l12`, or one of its fields: `experience.p1l12.role`. */

export const entryLists = ['experience', 'volunteering', 'education', 'projects', 'certifications', 'languages', 'awards', 'publications', 'other'] as const;
export type EntryList = (typeof entryLists)[number];

export interface EntryPath {
  readonly list: EntryList;
  readonly id: string;
  /** Absent for the entry as a whole. */
  readonly key?: string;
}

/** Where an entry's id comes from: it was read, it is the person's own, or no entry of this reading is the one meant. */
export type IdKind = 'read' | 'own' | 'lost';

const idForms: readonly (readonly [IdKind, RegExp])[] = [
  ['read', /^p\d{1,4}l\d{1,5}(?:n\d{1,3})?$/],
  ['own', /^new-[a-z0-9-]{1,60}$/i],
  ['lost', /^lost-p\d{1,4}l\d{1,5}(?:n\d{1,3})?(?:-\d{1,3})?$/],
];

/** Undefined for a path that names no entry, such as `contact.name` or `skills`. */
export function entryPathOf(path: string): EntryPath | undefined {
  const [list, id, key, ...more] = path.split('.');
  if (id === undefined || more.length > 0 || !isEntryList(list)) return undefined;
  return key === undefined ? { list, id } : { list, id, key };
}

export function pathOf({ list, id, key }: EntryPath): string {
  return [list, id, ...(key === undefined ? [] : [key])].join('.');
}

export function idKindOf(id: string): IdKind | undefined {
  return idForms.find(([, form]) => form.test(id))?.[0];
}

export function isEntryList(name: string | undefined): name is EntryList {
  return (entryLists as readonly (string | undefined)[]).includes(name);
}
