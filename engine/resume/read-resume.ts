import type { CountryCode } from 'libphonenumber-js';
import type { Message } from '../reasons/reason.ts';
import { entryId, fieldOf } from './confidence.ts';
import type { ResumeDocument } from './document.ts';
import { joinWrapped, writtenWords } from './entries/join-text.ts';
import { isSentence, mainText } from './entries/line-classes.ts';
import { readContact } from './fields/contact.ts';
import { readEducation } from './fields/education.ts';
import type { EntryLines } from './fields/entry-lines.ts';
import { only } from './fields/entry-lines.ts';
import { readExperience } from './fields/experience.ts';
import { readProjects } from './fields/projects.ts';
import { readAwards, readCertifications, readPublications } from './fields/short-entries.ts';
import { readInterests, readLanguages, readSkills } from './fields/skills.ts';
import { rebuildLines } from './lines/rebuild-lines.ts';
import { findSections, type Section } from './sections/find-sections.ts';
import { personalLines } from './sections/personal.ts';
import type { Field, Resume, ResumeLine, ResumeReading, ResumeText, SectionKind, Today } from './types.ts';

export interface ReadResumeOptions {
  readonly today: Today;
  /** ISO 3166 code of the country whose phone numbers are written without a country code. */
  readonly defaultCountry: CountryCode;
  /** The ISO 3166 code of the country that the person's place lies in, where that is sure; it wins over `defaultCountry`. */
  readonly countryOf?: (place: string) => string | undefined;
  /** Whether a name is that of a town; without it only the towns that many resumes name are known. */
  readonly isTown?: (name: string) => boolean;
}

/**
 * A document → what it says, field by field, each with its lines and confidence (confidence.ts). Never throws for any
 * document; time grows as n log n with the number of text items. Nothing is made up: what no line says is absent.
 */
export function readResume(document: ResumeDocument, options: ReadResumeOptions): ResumeReading {
  return readLines(rebuildLines(document), options);
}

function readLines(lines: readonly ResumeLine[], options: ReadResumeOptions): ResumeReading {
  const sections = findSections(lines);
  const written = writtenWords(lines.map((line) => line.text));
  const context = { today: options.today, written, ...only('isTown', options.isTown) };
  const of = (kind: SectionKind): Section[] => sections.filter((section) => section.kind === kind);
  const texts: ResumeText[] = [];
  const entries = <T extends { readonly id: string }>(kind: SectionKind, read: (lines: readonly ResumeLine[]) => EntryLines<T>[]): T[] =>
    of(kind).flatMap((section) => collect(kind, section, read(section.lines), texts));

  const personal = personalLines(of('personal').flatMap((section) => section.lines));
  const contact = readContact({ header: [...of('contact').flatMap((section) => section.lines), ...personal.contact], all: lines }, options);
  const listed = of('skills').map((section) => readSkills(section.lines, written));
  const resume: Resume = {
    contact,
    ...only('summary', summaryOf(of('summary'), written) ?? summaryOf([{ kind: 'summary', lines: toldAbove(of('contact')) }], written)),
    experience: entries('experience', (own) => readExperience(own, context)),
    volunteering: entries('volunteering', (own) => readExperience(own, context)),
    education: entries('education', (own) => readEducation(own, context)),
    projects: entries('projects', (own) => readProjects(own, context)),
    certifications: entries('certifications', (own) => readCertifications(own, written)),
    languages: [...of('languages').flatMap((section) => readLanguages(section.lines, written)), ...listed.flatMap((read) => read.languages), ...readLanguages(personal.languages, written)],
    skills: listed.flatMap((read) => read.skills),
    interests: [...listed.flatMap((read) => read.interests), ...of('interests').flatMap((section) => readInterests(section.lines, written)), ...readInterests(personal.interests, written)],
    awards: entries('awards', (own) => readAwards(own, written)),
    publications: entries('publications', (own) => readPublications(own, written)),
    other: of('other').map((section) => ({
      id: section.heading ? entryId(section.heading) : 'p0l0',
      heading: section.heading?.text ?? '',
      lines: section.lines.map((line) => fieldOf(line.text, [line], ['section'])),
    })),
  };
  for (const kind of ['contact', 'personal', 'summary', 'skills', 'languages', 'interests', 'references', 'other'] as const) {
    for (const section of of(kind)) if (section.lines.length > 0) texts.push({ section: kind, lines: section.lines });
  }
  return { resume, lines, texts, warnings: warningsOf(resume, lines) };
}

interface Timed {
  readonly id: string;
  readonly start?: Field;
  readonly end?: Field;
  readonly current?: boolean;
  readonly organisation?: Field;
  readonly institution?: Field;
}

function collect<T extends { readonly id: string }>(kind: SectionKind, section: Section, read: readonly EntryLines<T>[], texts: ResumeText[]): T[] {
  const used = new Set<ResumeLine>();
  for (const { entry, lines } of read) {
    for (const line of lines) used.add(line);
    const timed: Timed = entry;
    texts.push({
      section: kind, entryId: entry.id, lines,
      ...only('start', timed.start?.value), ...only('end', timed.end?.value), ...only('current', timed.current), ...only('organisation', (timed.organisation ?? timed.institution)?.value),
    });
  }
  const left = section.lines.filter((line) => !used.has(line));
  if (left.length > 0) texts.push({ section: kind, lines: left });
  return read.map(({ entry }) => entry);
}

const fewestSummaryWords = 8;
const reaching = /@|https?:|www\.|(?:\d[\s()-]*){7}|[|•]/u;

/** Without a heading a sentence between the name and the first heading says who the person is. */
function toldAbove(sections: readonly Section[]): ResumeLine[] {
  return sections.filter(({ heading }) => heading === undefined).flatMap(({ lines }) => lines).filter((line) => line.text.split(' ').length >= fewestSummaryWords && /[.!।]$/u.test(line.text) && !reaching.test(line.text) && isSentence(line.text, line));
}

function summaryOf(sections: readonly Section[], written: ReadonlySet<string>): Field | undefined {
  const lines = sections.flatMap((section) => section.lines);
  const text = joinWrapped(lines.map(mainText), written);
  return text === '' ? undefined : fieldOf(text, lines, ['section', 'place']);
}

function warningsOf(resume: Resume, lines: readonly ResumeLine[]): Message[] {
  const warnings: Message[] = [];
  const warn = (code: string): void => void warnings.push({ code, params: {} });
  if (lines.length === 0) warn('resume.no-text');
  if (!resume.contact.name) warn('resume.no-name');
  if (resume.contact.emails.length === 0 && resume.contact.phones.length === 0) warn('resume.no-contact');
  if (resume.experience.length === 0 && resume.projects.length === 0) warn('resume.no-experience');
  if (resume.education.length === 0) warn('resume.no-education');
  if (resume.skills.length === 0) warn('resume.no-skills');
  if (resume.experience.some((entry) => entry.start === undefined)) warn('resume.dates-missing');
  return warnings;
}
