/** The many ways in which resumes say the same. */
import type { Chance, Job, Study } from './person.ts';

export type SectionName = 'summary' | 'experience' | 'education' | 'skills' | 'projects' | 'courses' | 'languages';

const headings: Readonly<Record<SectionName, readonly string[]>> = {
  summary: ['Summary', 'Profile', 'Career Objective', 'About Me', 'Professional Summary', 'Objective'],
  experience: ['Experience', 'Work Experience', 'Professional Experience', 'Employment History', 'Professional Journey', 'Employment', 'Career History', 'Relevant Experience'],
  education: ['Education', 'Academic Profile', 'Educational Qualifications', 'Academic Background', 'Education and Training', 'Academics'],
  skills: ['Skills', 'Technical Skills', 'Key Skills', 'Core Competencies', 'Areas of Expertise', 'Skills & Tools', 'Tech stack'],
  projects: ['Projects', 'Key Projects', 'Selected Projects', 'Academic Projects'],
  courses: ['Certifications', 'Courses & Certifications', 'Licenses and Certifications', 'Certificates'],
  languages: ['Languages', 'Languages Known', 'Language Skills'],
};

export function headingOf(section: SectionName, { pick }: Chance): string {
  return pick(headings[section]);
}

const months = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');
export const dateStyles = ['short', 'long', 'slash', 'iso', 'apostrophe', 'dotted', 'capitals'] as const;
export type DateStyle = (typeof dateStyles)[number];

export function writeDate(value: string, style: DateStyle): string {
  const [year = '', month] = value.split('-');
  if (month === undefined) return year;
  const name = months[Number(month) - 1] as string;
  switch (style) {
    case 'short': return `${name.slice(0, 3)} ${year}`;
    case 'long': return `${name} ${year}`;
    case 'slash': return `${month}/${year}`;
    case 'iso': return `${year}-${month}`;
    case 'apostrophe': return `${name.slice(0, 3)}'${year.slice(2)}`;
    case 'dotted': return `${month}.${year}`;
    case 'capitals': return `${name.slice(0, 3).toUpperCase()} ${year}`;
  }
}

const dashes: Readonly<Record<DateStyle, string>> = { short: ' – ', long: ' - ', slash: '-', iso: ' to ', apostrophe: ' – ', dotted: ' – ', capitals: ' — ' };
const untilNow: Readonly<Record<DateStyle, string>> = { short: 'Present', long: 'Present', slash: 'present', iso: 'present', apostrophe: 'till date', dotted: 'Current', capitals: 'PRESENT' };

export function writeRange(start: string, end: string | null, style: DateStyle): string {
  return `${writeDate(start, style)}${dashes[style]}${end === null ? untilNow[style] : writeDate(end, style)}`;
}

/** "3 years 2 months", both ends counted; today is March 2026. */
export function lengthOf(start: string, end: string | null): string {
  const [fromYear = 0, fromMonth = 1] = start.split('-').map(Number);
  const [toYear = 0, toMonth = 1] = (end ?? '2026-03').split('-').map(Number);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth + 1;
  const counted = (count: number, unit: string): string => (count === 0 ? '' : `${String(count)} ${unit}${count === 1 ? '' : 's'}`);
  return [counted(Math.floor(months / 12), 'year'), counted(months % 12, 'month')].filter((part) => part !== '').join(' ');
}

export interface Words {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** A line with something at its right margin. */
export interface Row {
  readonly left: readonly Words[];
  readonly right?: Words;
}

const bold = (text: string): Words => ({ text, bold: true });
const italic = (text: string): Words => ({ text, italic: true });
const plain = (text: string): Words => ({ text });

export const jobForms = ['role-date', 'org-place', 'comma', 'bar', 'dash', 'at', 'date-first', 'org-date', 'three-lines'] as const;
export type JobForm = (typeof jobForms)[number];

export function jobRows(job: Job, form: JobForm, style: DateStyle): Row[] {
  const date = writeRange(job.start, job.end, style);
  switch (form) {
    case 'role-date': return [{ left: [bold(job.role)], right: plain(date) }, { left: [italic(job.organisation)], right: italic(job.place) }];
    case 'org-place': return [{ left: [bold(job.organisation)], right: plain(job.place) }, { left: [italic(job.role)], right: italic(date) }];
    case 'comma': return [{ left: [bold(job.role), plain(`, ${job.organisation}`)], right: plain(date) }];
    case 'bar': return [{ left: [bold(job.role), plain(` | ${job.organisation} | ${job.place} | ${date}`)] }];
    case 'dash': return [{ left: [bold(`${job.organisation} – ${job.role}`)] }, { left: [italic(date)] }];
    case 'at': return [{ left: [bold(`${job.role} at ${job.organisation}`), plain(` (${date})`)] }];
    case 'date-first': return [{ left: [plain(date)] }, { left: [bold(job.role)] }, { left: [plain(`${job.organisation}, ${job.place}`)] }];
    case 'org-date': return [{ left: [bold(job.organisation.toUpperCase())], right: bold(date) }, { left: [plain(job.role)] }];
    case 'three-lines': return [{ left: [bold(job.role)] }, { left: [plain(job.organisation)] }, { left: [plain(`${date} | ${job.place}`)] }];
  }
}

export const studyForms = ['degree-date', 'school-date', 'one-line', 'school-dash', 'year-first'] as const;
export type StudyForm = (typeof studyForms)[number];

export function degreeText(study: Study, joint: ' in ' | ', ' | ' - ' | ' ('): string {
  if (study.field === '') return study.degree;
  return `${study.degree}${joint}${study.field}${joint === ' (' ? ')' : ''}`;
}

export function gradeText({ grade }: Study): string {
  return grade === '' ? '' : grade.includes('%') ? `Percentage: ${grade}` : `CGPA: ${grade}`;
}

export function studyRows(study: Study, form: StudyForm, { isEndOnly }: { isEndOnly: boolean }): Row[] {
  const date = isEndOnly ? study.end : `${study.start} – ${study.end}`;
  const grade = gradeText(study);
  const below: Row[] = grade === '' ? [] : [{ left: [plain(grade)] }];
  switch (form) {
    case 'degree-date': return [{ left: [bold(degreeText(study, ' in '))], right: plain(date) }, { left: [italic(study.institution)], ...(grade === '' ? {} : { right: plain(grade) }) }];
    case 'school-date': return [{ left: [bold(study.institution)], right: plain(date) }, { left: [plain(degreeText(study, ' in '))] }, ...below];
    case 'one-line': return [{ left: [plain(`${degreeText(study, ' (')}, ${study.institution}, ${date}`)] }, ...below];
    case 'school-dash': return [{ left: [bold(study.institution), plain(` — ${degreeText(study, ', ')}`)] }, { left: [plain(date)] }, ...below];
    case 'year-first': return [{ left: [plain(`${date}: `), bold(degreeText(study, ' in '))] }, { left: [plain(study.institution)] }, ...below];
  }
}
