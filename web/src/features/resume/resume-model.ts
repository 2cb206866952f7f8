import type { ResumeAnswer, ResumeFields } from '@cairn/contracts';

export type Correction = ResumeAnswer['corrections'][number];
export type Line = ResumeAnswer['lines'][number];
export type ListName = 'experience' | 'volunteering' | 'education' | 'projects' | 'certifications' | 'languages' | 'awards' | 'publications' | 'other';

/** How a field is written: a line, a paragraph, a month, one thing a line. */
export type FieldKind = 'line' | 'paragraph' | 'month' | 'lines';

export interface FieldShape {
  name: string;
  kind: FieldKind;
}

const line = (name: string): FieldShape => ({ name, kind: 'line' });
const lines = (name: string): FieldShape => ({ name, kind: 'lines' });
const month = (name: string): FieldShape => ({ name, kind: 'month' });
const paragraph = (name: string): FieldShape => ({ name, kind: 'paragraph' });

const work = [line('role'), line('organisation'), line('place'), month('start'), month('end'), lines('bullets')];

/** The lists of a resume, in the order of the page, and the fields of their entries. The first two name an entry. */
export const entryShapes: Readonly<Record<ListName, readonly FieldShape[]>> = {
  experience: work,
  education: [line('degree'), line('institution'), line('field'), line('place'), month('start'), month('end'), line('grade'), lines('bullets')],
  projects: [line('name'), line('role'), paragraph('summary'), line('link'), month('start'), month('end'), lines('technologies'), lines('bullets')],
  volunteering: work,
  certifications: [line('name'), line('issuer'), month('date'), line('link')],
  awards: [line('title'), line('issuer'), month('date')],
  publications: [line('title'), line('venue'), lines('authors'), month('date'), line('link')],
  languages: [line('language'), line('level')],
  other: [lines('lines')],
};
export const listNames = Object.keys(entryShapes) as ListName[];

export const contactShapes: readonly FieldShape[] = [line('name'), line('headline'), lines('emails'), lines('phones'), line('place'), lines('links')];

interface ReadField {
  value: unknown;
  confidence: number;
  evidence: readonly { page: number; line: number; text: string }[];
  corrected?: boolean | undefined;
}

/** One thing that was read, ready to be shown: several values where a field holds a list. */
export interface ShownField extends FieldShape {
  /** As in corrections: `experience.p1l12.role`. */
  path: string;
  values: readonly ShownValue[];
  isCorrected: boolean;
}

export interface ShownValue {
  text: string;
  /** 0 to 1. */
  confidence: number;
  /** Keys of the lines behind it. */
  lines: readonly string[];
}

export const lineKey = ({ page, line: number }: { page: number; line: number }): string => `${String(page)}:${String(number)}`;

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) {
    if ('url' in value && typeof value.url === 'string') return value.url;
    if ('text' in value && typeof value.text === 'string') return value.text;
  }
  return '';
}

function isReadField(value: unknown): value is ReadField {
  return typeof value === 'object' && value !== null && 'value' in value && 'evidence' in value;
}

function shownValue(value: unknown): ShownValue[] {
  if (typeof value === 'string') return value === '' ? [] : [{ text: value, confidence: 1, lines: [] }];
  if (!isReadField(value)) return [];
  const text = textOf(value.value);
  return text === '' ? [] : [{ text, confidence: value.confidence, lines: value.evidence.map(lineKey) }];
}

/** `owner` is the contact, an entry, or the resume itself; `prefix` is what leads to it in a path. */
export function shownField(owner: Readonly<Record<string, unknown>>, prefix: string, shape: FieldShape, corrections: readonly Correction[]): ShownField {
  const found = owner[shape.name];
  const path = `${prefix}${shape.name}`;
  const values = Array.isArray(found) ? found.flatMap(shownValue) : shownValue(found);
  return { ...shape, path, values, isCorrected: corrections.some((correction) => correction.path === path) };
}

export interface ShownEntry {
  id: string;
  list: ListName;
  path: string;
  fields: readonly ShownField[];
  isCurrent: boolean;
  /** The person's own heading, of a section that Cairn has no name for. */
  heading: string | null;
}

/** `current` is asked for only where an entry lasts. */
export const lastingLists: ReadonlySet<ListName> = new Set(['experience', 'volunteering', 'education', 'projects']);

export function shownEntries(fields: ResumeFields, list: ListName, corrections: readonly Correction[]): ShownEntry[] {
  return fields[list].map((entry) => {
    const owner: Readonly<Record<string, unknown>> = entry;
    const path = `${list}.${entry.id}`;
    return { id: entry.id, list, path, isCurrent: owner['current'] === true, heading: 'heading' in owner && typeof owner['heading'] === 'string' ? owner['heading'] : null, fields: entryShapes[list].map((shape) => shownField(owner, `${path}.`, shape, corrections)) };
  });
}

/** Everything shown, by path, for finding a line's fields and a field's lines. */
export function allFields(fields: ResumeFields, corrections: readonly Correction[]): ShownField[] {
  return [
    ...contactShapes.map((shape) => shownField(fields.contact, 'contact.', shape, corrections)),
    shownField(fields, '', paragraph('summary'), corrections),
    ...listNames.flatMap((list) => shownEntries(fields, list, corrections).flatMap((entry) => entry.fields)),
    shownField(fields, '', lines('skills'), corrections),
    shownField(fields, '', lines('interests'), corrections),
  ];
}

export function linesBehind(field: ShownField): string[] {
  return [...new Set(field.values.flatMap((value) => value.lines))];
}

export function pathsFrom(fields: readonly ShownField[], line_: string): string[] {
  return fields.filter((field) => field.values.some((value) => value.lines.includes(line_))).map(({ path }) => path);
}

/** Below this a person is asked to look. */
export const sureFrom = 0.7;
