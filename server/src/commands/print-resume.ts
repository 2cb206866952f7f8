/** A resume as it was read, for a terminal: each entry with the page and line it begins on, each skill with its best evidence. */
import type { Evidence, Message } from '@cairn/engine/reasons';
import type { Experience, Field, Project, Resume } from '@cairn/engine/resume';
import type { ProfiledSkill } from '@cairn/engine/skills';
import type { ReadBack } from '@cairn/engine/read-back';
import { printReadBack } from './print-read-back.ts';
import { clean, cut, part, table, untitled } from './plain-text.ts';
import { levelNames, placeOf, warningLines } from './wording.ts';

export interface PrintedResume {
  readonly file: string;
  readonly kind: string;
  readonly pageCount: number;
  readonly resume: Resume;
  readonly skills: readonly ProfiledSkill[];
  readonly warnings: readonly Message[];
  readonly readBack: ReadBack;
}

const evidenceLetters = 72;

export function printResume({ file, kind, pageCount, resume, skills, warnings, readBack }: PrintedResume): string[] {
  return [
    `${clean(file)} (${kind}, ${pageCount === 1 ? '1 page' : `${pageCount} pages`}); "1:12" is page 1, line 12`,
    ...part('Contact', contact(resume)),
    ...part('Summary', resume.summary ? [`  ${clean(resume.summary.value)}`] : []),
    ...part('Experience', untitled(resume.experience.map(work))),
    ...part('Volunteering', untitled(resume.volunteering.map(work))),
    ...part('Education', untitled(resume.education.map((one) => [span(one), named([one.degree, one.field], ', '), named([one.institution, one.place], ', '), one.grade?.value.text ?? '', whereOf([one.institution, one.degree])]))),
    ...part('Projects', untitled(resume.projects.map(project))),
    ...part('Certifications', untitled(resume.certifications.map((one) => [one.date?.value ?? '', named([one.name]), named([one.issuer]), whereOf([one.name])]))),
    ...part('Languages', untitled(resume.languages.map((one) => [one.language.value, named([one.level]), whereOf([one.language])]))),
    ...part('Awards', untitled(resume.awards.map((one) => [one.date?.value ?? '', named([one.title]), named([one.issuer]), whereOf([one.title])]))),
    ...part('Publications', untitled(resume.publications.map((one) => [one.date?.value ?? '', named([one.title]), named([one.venue]), whereOf([one.title])]))),
    ...part(`Skills (${skills.length})`, skillTable(skills)),
    ...part(`How a machine reads it: ${readBack.score.toFixed(0)} of 100`, printReadBack(readBack)),
    ...part('Please check', warningLines(warnings)),
  ];
}

function contact({ contact: { name, headline, emails, phones, links, place } }: Resume): string[] {
  const rows: [string, Field | undefined][] = [
    ['name', name], ['headline', headline], ...emails.map((email): [string, Field] => ['e-mail', email]), ...phones.map((phone): [string, Field] => ['phone', phone]),
    ...links.map((link): [string, Field] => ['link', { ...link, value: link.value.url }]), ['place', place],
  ];
  return untitled(rows.flatMap(([label, field]) => (field ? [[label, field.value, whereOf([field])]] : [])));
}

function work(one: Experience): string[] {
  return [span(one), named([one.role]), named([one.organisation, one.place], ', '), `${one.bullets.length} lines`, whereOf([one.organisation, one.role])];
}

function project(one: Project): string[] {
  return [span(one), named([one.name]), one.technologies.map(({ value }) => value).join(', '), whereOf([one.name])];
}

function skillTable(skills: readonly ProfiledSkill[]): string[] {
  const rows = skills.toSorted((a, b) => b.score - a.score).map(({ name, level, score, years, evidence }) => [name, levelNames[level], String(Math.round(score)), years === null ? '' : years.toFixed(1), ...firstLine(evidence)]);
  return table([{ title: 'skill' }, { title: 'level' }, { title: 'score', align: 'right' }, { title: 'years', align: 'right' }, { title: 'line' }, { title: 'as written' }], rows);
}

function firstLine(evidence: readonly Evidence[]): [string, string] {
  const line = evidence.find((one) => one.source === 'resume');
  return line ? [placeOf(line), cut(line.text, evidenceLetters)] : ['', ''];
}

function span({ start, end, current }: { readonly start?: Field; readonly end?: Field; readonly current: boolean }): string {
  return [start?.value, current ? 'now' : end?.value].filter((month) => month !== undefined).join(' to ');
}

function named(fields: readonly (Field | undefined)[], separator = ' '): string {
  return fields.flatMap((field) => field?.value ?? []).join(separator);
}

function whereOf(fields: readonly (Field | undefined)[]): string {
  const line = fields.flatMap((field) => field?.evidence ?? [])[0];
  return line ? placeOf(line) : '';
}
