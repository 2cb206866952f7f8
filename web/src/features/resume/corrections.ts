import type { Correction, FieldKind, ListName } from './resume-model.ts';

/**
 * A person's corrections are sent whole each time. A path names a field (`contact.name`, `experience.p1l12.role`) or an
 * entry (`experience.p1l12`); null takes away what it names, and a correction that is left out lets what was read hold.
 */
export function withCorrection(corrections: readonly Correction[], path: string, value: unknown): Correction[] {
  return [...corrections.filter((correction) => correction.path !== path), { path, value }];
}

export function withoutCorrection(corrections: readonly Correction[], path: string): Correction[] {
  return corrections.filter((correction) => correction.path !== path);
}

/** What was typed into a field, as its path takes it; nothing typed takes the field away. */
export function typedValue(path: string, kind: FieldKind, text: string): unknown {
  const trimmed = text.trim();
  if (kind !== 'lines') return trimmed === '' ? null : trimmed;
  const items = trimmed.split('\n').map((item) => item.trim()).filter((item) => item !== '');
  return path === 'contact.links' ? items.map(linkFrom) : items;
}

function linkFrom(typed: string): { label: string; url: string } {
  const url = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  return { label: url.replace(/^https?:\/\/(?:www\.)?/i, '').split('/')[0] ?? url, url };
}

/** Months are '2024-05', or '2024' where only the year is known. */
export function isWrittenRight(kind: FieldKind, text: string): boolean {
  return kind !== 'month' || /^\s*(?:(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?)?\s*$/.test(text);
}

const ownEntry = /^[a-z]+\.new-/;

/** Adds an entry of the person's own. `chance` tells it from their others. */
export function withNewEntry(corrections: readonly Correction[], list: ListName, chance: string, fields: Readonly<Record<string, unknown>>): Correction[] {
  return [...corrections, { path: `${list}.new-${chance}`, value: fields }];
}

export function isOwnEntry(entryPath: string): boolean {
  return ownEntry.test(entryPath);
}

/** Takes an entry out: one that was read is noted as not theirs, one of the person's own leaves no trace. */
export function withoutEntry(corrections: readonly Correction[], entryPath: string): Correction[] {
  const others = corrections.filter(({ path }) => path !== entryPath && !path.startsWith(`${entryPath}.`));
  return isOwnEntry(entryPath) ? others : [...others, { path: entryPath, value: null }];
}

/** Entries of a list that were read and taken out, by path. */
export function takenOut(corrections: readonly Correction[], list: ListName): string[] {
  return corrections.filter(({ path, value }) => value === null && path.startsWith(`${list}.`) && path.split('.').length === 2).map(({ path }) => path);
}
