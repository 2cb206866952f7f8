/** JSON Resume 1.0: import. Each value becomes a line, so that its fields have evidence like any other resume's. */
import { findDateRanges } from '../text/date-range.ts';
import { fieldOf } from './confidence.ts';
import { labelOf } from './fields/emails-links.ts';
import { only } from './fields/entry-lines.ts';
import { gradeOfCell } from './fields/grades.ts';
import { LineWriter } from './line-writer.ts';
import type { Education, Experience, Field, ListedSkill, Project, Resume, ResumeReading, ResumeText, SectionKind } from './types.ts';

type Json = Readonly<Record<string, unknown>>;

/** Never throws: what is not of the form JSON Resume gives it is left out. */
export function fromJsonResume(value: unknown): ResumeReading {
  const json = recordOf(value);
  const writer = new LineWriter();
  const texts: ResumeText[] = [];
  const entries = <T extends { readonly id: string; readonly start?: Field; readonly end?: Field; readonly current?: boolean }>(section: SectionKind, list: unknown, read: (entry: Json, id: string) => T): T[] =>
    recordsOf(list).map((entry) => {
      const from = writer.lines.length;
      const made = read(entry, writer.nextId());
      texts.push({ section, entryId: made.id, lines: writer.lines.slice(from), ...only('start', made.start?.value), ...only('end', made.end?.value), ...only('current', made.current) });
      return made;
    });
  const plain = <T>(section: SectionKind, read: () => T): T => {
    const from = writer.lines.length;
    const made = read();
    if (writer.lines.length > from) texts.push({ section, lines: writer.lines.slice(from) });
    return made;
  };
  const field = (record: Json, key: string, prefix = ''): Field | undefined => {
    const text = textOf(record[key]);
    return text === undefined ? undefined : fieldOf(text, [writer.write(prefix + text)], ['label', 'form']);
  };
  const fields = (list: unknown): Field[] => textsOf(list).map((text) => fieldOf(text, [writer.write(text)], ['label', 'form']));
  const dated = (record: Json): Pick<Experience, 'start' | 'end' | 'current'> => {
    const start = dateOf(record['startDate']);
    const end = dateOf(record['endDate']);
    const line = start === undefined && end === undefined ? undefined : writer.write(`${start ?? ''} – ${end ?? 'present'}`);
    const made = (date: string | undefined): Field | undefined => (date === undefined || !line ? undefined : fieldOf(date, [line], ['label', 'form']));
    return { ...only('start', made(start)), ...only('end', made(end)), current: start !== undefined && end === undefined };
  };
  const work = (record: Json, id: string, nameKey: string): Experience => ({
    id, ...only('role', field(record, 'position')), ...only('organisation', field(record, nameKey) ?? field(record, 'company')), ...only('place', field(record, 'location')), ...dated(record),
    bullets: [...fields([record['summary']]), ...fields(record['highlights'])],
  });

  const basics = recordOf(json['basics']);
  const contact = plain('contact', () => readContact(basics, writer, field));
  const resume: Resume = {
    contact,
    ...only('summary', plain('summary', () => field(basics, 'summary'))),
    experience: entries('experience', json['work'], (record, id) => work(record, id, 'name')),
    volunteering: entries('volunteering', json['volunteer'], (record, id) => work(record, id, 'organization')),
    education: entries('education', json['education'], (record, id): Education => ({
      id, ...only('institution', field(record, 'institution')), ...only('degree', field(record, 'studyType')), ...only('field', field(record, 'area')), ...dated(record),
      ...only('grade', gradeField(field(record, 'score') ?? field(record, 'gpa'))), bullets: fields(record['courses']),
    })),
    projects: entries('projects', json['projects'], (record, id): Project => ({
      id, ...only('name', field(record, 'name')), ...only('summary', field(record, 'description')), ...only('role', fields(record['roles'])[0]), ...dated(record), ...only('link', field(record, 'url')),
      technologies: fields(record['keywords']), bullets: fields(record['highlights']),
    })),
    certifications: entries('certifications', json['certificates'], (record, id) => ({ id, ...only('name', field(record, 'name')), ...only('issuer', field(record, 'issuer')), ...only('date', dateField(field(record, 'date'))), ...only('link', field(record, 'url')) })),
    languages: plain('languages', () => recordsOf(json['languages']).flatMap((record) => {
      const id = writer.nextId();
      const language = field(record, 'language');
      return language ? [{ id, language, ...only('level', field(record, 'fluency')) }] : [];
    })),
    skills: plain('skills', () => recordsOf(json['skills']).flatMap((record) => readSkill(record, writer))),
    interests: plain('interests', () => recordsOf(json['interests']).flatMap((record) => {
      const keywords = fields(record['keywords']);
      return keywords.length > 0 ? keywords : [field(record, 'name')].filter((found) => found !== undefined);
    })),
    awards: entries('awards', json['awards'], (record, id) => ({ id, ...only('title', field(record, 'title')), ...only('issuer', field(record, 'awarder')), ...only('date', dateField(field(record, 'date'))) })),
    publications: entries('publications', json['publications'], (record, id) => ({
      id, ...only('title', field(record, 'name')), authors: [], ...only('venue', field(record, 'publisher')), ...only('date', dateField(field(record, 'releaseDate'))), ...only('link', field(record, 'url')),
    })),
    other: [],
  };
  return { resume, lines: writer.lines, texts, warnings: [] };
}

function readContact(basics: Json, writer: LineWriter, field: (record: Json, key: string) => Field | undefined): Resume['contact'] {
  const location = recordOf(basics['location']);
  const place = textOf(location['address']) ?? (['city', 'region', 'countryCode'].map((key) => textOf(location[key])).filter((part) => part !== undefined).join(', ') || undefined);
  const urls = [textOf(basics['url']) ?? textOf(basics['website']), ...recordsOf(basics['profiles']).map((profile) => textOf(profile['url']))].filter((url) => url !== undefined);
  const email = field(basics, 'email');
  const phone = field(basics, 'phone');
  return {
    ...only('name', field(basics, 'name')), ...only('headline', field(basics, 'label')), emails: email ? [email] : [], phones: phone ? [phone] : [],
    links: urls.map((url) => fieldOf({ label: labelOf(url), url }, [writer.write(url)], ['label', 'form'])),
    ...only('place', place === undefined ? undefined : fieldOf(place, [writer.write(place)], ['label'])),
  };
}

function readSkill(record: Json, writer: LineWriter): ListedSkill[] {
  const name = textOf(record['name']);
  const keywords = textsOf(record['keywords']);
  if (keywords.length === 0) return name === undefined ? [] : [fieldOf(name, [writer.write(name)], ['label', 'form'])];
  const line = writer.write(name === undefined ? keywords.join(', ') : `${name}: ${keywords.join(', ')}`);
  return keywords.map((keyword) => ({ ...fieldOf(keyword, [line], ['label', 'form']), ...only('group', name) }));
}

function gradeField(field: Field | undefined): Education['grade'] {
  if (!field) return undefined;
  return { ...field, value: gradeOfCell(field.value) ?? { text: field.value, scale: 'class' } };
}

function dateField(field: Field | undefined): Field | undefined {
  const date = field ? dateOf(field.value) : undefined;
  return field && date !== undefined ? { ...field, value: date } : undefined;
}

function dateOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const [range] = findDateRanges(text);
  return range?.start;
}

function recordOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function recordsOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.slice(0, 500).filter((entry) => typeof entry === 'object' && entry !== null).map(recordOf) : [];
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  return text === '' ? undefined : text;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.slice(0, 500).map(textOf).filter((text) => text !== undefined) : [];
}
