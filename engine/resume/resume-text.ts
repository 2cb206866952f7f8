/** The texts that skills are looked for in, after the person's corrections. */
import { only } from './fields/entry-lines.ts';
import { plainLine } from './plain-line.ts';
import type { Field, Resume, ResumeLine, ResumeText, SectionKind } from './types.ts';

const entryLists = ['experience', 'volunteering', 'education', 'projects', 'certifications', 'awards', 'publications'] as const;

interface AnyEntry {
  readonly id: string;
  readonly start?: Field;
  readonly end?: Field;
  readonly current?: boolean;
  readonly organisation?: Field;
  readonly institution?: Field;
}

/**
 * `texts` as read, changed to say what the corrected `resume` says: entries taken away are gone, new ones are there,
 * dates are the corrected ones, and a corrected entry or list is told by its values instead of the lines read.
 */
export function resumeText(resume: Resume, texts: readonly ResumeText[]): readonly ResumeText[] {
  const skillsCorrected = resume.skills.length === 0 || resume.skills.some((skill) => skill.corrected);
  const kept = texts.filter((text) => text.section !== 'skills' || !skillsCorrected).flatMap((text) => corrected(text, resume));
  const known = new Set(texts.map((text) => text.entryId));
  const added = entryLists.flatMap((list) => (resume[list] as readonly AnyEntry[]).filter((entry) => !known.has(entry.id)).map((entry) => textOf(list, entry)));
  return [...kept, ...added, ...(skillsCorrected && resume.skills.length > 0 ? [skillsText(resume)] : [])];
}

function corrected(text: ResumeText, resume: Resume): ResumeText[] {
  const list = entryLists.find((kind) => kind === text.section);
  if (list !== undefined && text.entryId !== undefined) {
    const entry = (resume[list] as readonly AnyEntry[]).find((candidate) => candidate.id === text.entryId);
    if (!entry) return [];
    return isCorrected(entry) ? [textOf(list, entry)] : [{ ...text, ...factsOf(entry) }];
  }
  if (text.section === 'summary' && resume.summary?.corrected) return [{ section: 'summary', lines: [lineOf(resume.summary)] }];
  return [text];
}

function isCorrected(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isCorrected);
  if (typeof value !== 'object' || value === null) return false;
  return 'corrected' in value ? value.corrected === true : Object.values(value).some(isCorrected);
}

function textOf(section: SectionKind, entry: AnyEntry): ResumeText {
  const skip = new Set(['id', 'start', 'end', 'current', 'date', 'link', 'grade']);
  const lines = Object.entries(entry).filter(([key]) => !skip.has(key)).flatMap(([, value]) => [value].flat()).filter(isTextField).map(lineOf);
  return { section, entryId: entry.id, lines, ...factsOf(entry) };
}

function isTextField(value: unknown): value is Field {
  return typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string';
}

function factsOf(entry: AnyEntry): Pick<ResumeText, 'start' | 'end' | 'current' | 'organisation'> {
  return { ...only('organisation', (entry.organisation ?? entry.institution)?.value), ...only('start', entry.start?.value), ...only('end', entry.end?.value), ...only('current', entry.current) };
}

function skillsText(resume: Resume): ResumeText {
  return { section: 'skills', lines: resume.skills.map(lineOf) };
}

function lineOf(field: Field): ResumeLine {
  const [place] = field.evidence;
  return plainLine(field.value, { page: place?.page ?? 1, line: place?.line ?? 0 });
}
