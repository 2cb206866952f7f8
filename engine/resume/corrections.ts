/** What the person corrected, applied over what was read. */
import { gradeIn, gradeOfCell } from './fields/grades.ts';
import { only } from './fields/entry-lines.ts';
import { idKindOf, isEntryList, type EntryList } from './correction-paths.ts';
import type { EntryAnchor } from './entry-anchor.ts';
import type { ContactLink, Field, Grade, Resume } from './types.ts';

/**
 * `path` names what is corrected: `contact.name`, `skills`, `experience.p1l12.role`, or a whole entry `experience.p1l12`.
 * `value` null takes a field or an entry away; an object at an entry's path sets several of its fields, and adds the
 * entry when its id is of the person's own making (`new-…`).
 */
export interface ResumeCorrection {
  readonly path: string;
  readonly value: unknown;
  /** What the entry said when it was corrected (place-corrections.ts); absent where the path names no entry that was read. */
  readonly anchor?: EntryAnchor;
}

export type Corrected = { readonly ok: true; readonly resume: Resume } | { readonly ok: false; readonly path: string };

type FieldKind = 'text' | 'date' | 'flag' | 'texts' | 'links' | 'grade';
type EntryShape = Readonly<Record<string, FieldKind>>;
type Entry = { readonly id: string } & Readonly<Record<string, unknown>>;

const work: EntryShape = { organisation: 'text', role: 'text', place: 'text', start: 'date', end: 'date', current: 'flag', bullets: 'texts' };
const entryShapes: Readonly<Record<EntryList, EntryShape>> = {
  experience: work,
  volunteering: work,
  education: { institution: 'text', degree: 'text', field: 'text', place: 'text', start: 'date', end: 'date', current: 'flag', grade: 'grade', bullets: 'texts' },
  projects: { name: 'text', summary: 'text', role: 'text', start: 'date', end: 'date', current: 'flag', link: 'text', technologies: 'texts', bullets: 'texts' },
  certifications: { name: 'text', issuer: 'text', date: 'date', link: 'text' },
  languages: { language: 'text', level: 'text' },
  awards: { title: 'text', issuer: 'text', date: 'date' },
  publications: { title: 'text', authors: 'texts', venue: 'text', date: 'date', link: 'text' },
  other: { lines: 'texts' },
};
const contactShape: EntryShape = { name: 'text', headline: 'text', place: 'text', emails: 'texts', phones: 'texts', links: 'links' };
/** What an entry must have even when it is new. */
const emptyEntries: Readonly<Record<EntryList, Readonly<Record<string, unknown>>>> = {
  experience: { current: false, bullets: [] }, volunteering: { current: false, bullets: [] }, education: { current: false, bullets: [] },
  projects: { current: false, technologies: [], bullets: [] }, certifications: {}, languages: {}, awards: {}, publications: { authors: [] }, other: { heading: '', lines: [] },
};
/** Fields an entry cannot do without. */
const needed: Readonly<Partial<Record<EntryList, string>>> = { languages: 'language' };
const longestText = 5000;
const mostItems = 300;

/**
 * Corrections win over what was read; of two on one path the later holds. One whose entry
 * this reading does not have has no effect: it waits for a reading that has it (place-corrections.ts). `ok` is false at the first path or
 * value that no resume can have. Applying the same corrections twice changes nothing.
 */
export function applyCorrections(resume: Resume, corrections: readonly ResumeCorrection[]): Corrected {
  let corrected = resume;
  for (const [path, value] of lastOfEach(corrections)) {
    const next = applyOne(corrected, path.split('.'), value);
    if (!next) return { ok: false, path };
    corrected = next;
  }
  return { ok: true, resume: corrected };
}

function lastOfEach(corrections: readonly ResumeCorrection[]): Map<string, unknown> {
  const last = new Map<string, unknown>();
  for (const { path, value } of corrections) {
    last.delete(path);
    last.set(path, value);
  }
  return last;
}

function applyOne(resume: Resume, [head, second, third, ...more]: readonly string[], value: unknown): Resume | undefined {
  if (head === undefined || more.length > 0) return undefined;
  if (head === 'contact') {
    if (second === undefined || third !== undefined || !Object.hasOwn(contactShape, second)) return undefined;
    const contact = setField(resume.contact as unknown as Entry, second, contactShape[second] as FieldKind, value);
    return contact && { ...resume, contact: contact as unknown as Resume['contact'] };
  }
  if (head === 'summary' && second === undefined) return setField(resume as unknown as Entry, 'summary', 'text', value) as unknown as Resume | undefined;
  if (head === 'interests' && second === undefined) return setField(resume as unknown as Entry, 'interests', 'texts', value) as unknown as Resume | undefined;
  if (head === 'skills' && second === undefined) return setSkills(resume, value);
  if (!isEntryList(head) || second === undefined) return undefined;
  return setEntry(resume, head, second, third, value);
}

function setEntry(resume: Resume, list: EntryList, id: string, key: string | undefined, value: unknown): Resume | undefined {
  const shape = entryShapes[list];
  const kind = idKindOf(id);
  if (kind === undefined) return undefined;
  const fields = key === undefined ? fieldsOf(value) : { [key]: value };
  if (fields === null) return { ...resume, [list]: (resume[list] as unknown as readonly Entry[]).filter((entry) => entry.id !== id) };
  if (fields === undefined || Object.keys(fields).some((name) => !Object.hasOwn(shape, name))) return undefined;
  const entries = resume[list] as unknown as readonly Entry[];
  const existing = entries.find((entry) => entry.id === id);
  let entry: Entry | undefined = existing ?? { id, ...emptyEntries[list] };
  for (const [name, wanted] of Object.entries(fields)) {
    entry = entry && setField(entry, name, shape[name] as FieldKind, wanted);
  }
  if (!entry) return undefined;
  if (!existing && (kind !== 'own' || key !== undefined)) return resume;
  const must = needed[list];
  if (must !== undefined && entry[must] === undefined) return undefined;
  return { ...resume, [list]: existing ? entries.map((other) => (other.id === id ? entry : other)) : [...entries, entry] };
}

/** The fields an object sets; null for the entry's removal, undefined for anything else. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | null | undefined {
  if (value === null) return null;
  return typeof value === 'object' && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
}

function setField(record: Entry, key: string, kind: FieldKind, value: unknown): Entry | undefined {
  if (kind === 'flag') return typeof value === 'boolean' ? { ...record, [key]: value } : undefined;
  if (kind === 'texts') {
    const fields = textsOf(value, record[key]);
    return fields && { ...record, [key]: fields };
  }
  if (kind === 'links') {
    const links = linksOf(value, record[key]);
    return links && { ...record, [key]: links };
  }
  if (value === null) return withoutKey(record, key);
  const before = record[key] as Field<unknown> | undefined;
  const made = kind === 'grade' ? gradeOf(value) : textOf(value);
  if (made === undefined || (kind === 'date' && !/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/.test(made as string))) return undefined;
  return { ...record, [key]: corrected(made, before) };
}

function withoutKey(record: Entry, key: string): Entry {
  const { [key]: _gone, ...rest } = record;
  return rest as Entry;
}

function corrected<T>(value: T, before: Field<unknown> | undefined): Field<T> {
  return { value, confidence: 1, evidence: before?.evidence ?? [], corrected: true };
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' || text.length > longestText ? undefined : text;
}

/** The person's list as a whole: an item that was read keeps its lines. */
function textsOf(value: unknown, before: unknown): Field[] | undefined {
  if (!Array.isArray(value) || value.length > mostItems) return undefined;
  const known = (before ?? []) as readonly Field[];
  const fields = value.map((item) => {
    const text = textOf(item);
    return text === undefined ? undefined : corrected(text, known.find((field) => field.value === text));
  });
  return fields.every((field) => field !== undefined) ? fields : undefined;
}

function linksOf(value: unknown, before: unknown): Field<ContactLink>[] | undefined {
  if (!Array.isArray(value) || value.length > mostItems) return undefined;
  const known = before as readonly Field<ContactLink>[];
  const links = value.map((item: unknown) => {
    const { label, url } = fieldsOf(item) ?? {};
    const text = textOf(label);
    const address = textOf(url);
    if (text === undefined || address === undefined || !/^https?:\/\/\S+$/i.test(address)) return undefined;
    return corrected({ label: text, url: address }, known.find((link) => link.value.url === address));
  });
  return links.every((link) => link !== undefined) ? links : undefined;
}

function gradeOf(value: unknown): Grade | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : (gradeIn(text) ?? gradeOfCell(text) ?? { text, scale: 'class' });
}

function setSkills(resume: Resume, value: unknown): Resume | undefined {
  if (!Array.isArray(value) || value.length > mostItems) return undefined;
  const skills = value.map((item: unknown) => {
    const record = typeof item === 'string' ? { value: item } : (fieldsOf(item) ?? {});
    const text = textOf(record['value']);
    const group = record['group'] === undefined ? undefined : textOf(record['group']);
    if (text === undefined || (record['group'] !== undefined && group === undefined)) return undefined;
    const known = resume.skills.find((skill) => skill.value === text && (group === undefined || skill.group === group));
    return { ...corrected(text, known), ...only('group', group ?? known?.group) };
  });
  return skills.every((skill) => skill !== undefined) ? { ...resume, skills } : undefined;
}
