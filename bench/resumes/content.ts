/** A person's resume as sections of rows and points, before it is laid out. */
import type { Chance, Person } from './person.ts';
import { type DateStyle, dateStyles, headingOf, type JobForm, jobForms, jobRows, type Row, type SectionName, type StudyForm, studyForms, studyRows, type Words } from './wording.ts';

export type Block = { readonly kind: 'row'; readonly row: Row } | { readonly kind: 'point' | 'text'; readonly words: readonly Words[] } | { readonly kind: 'gap' };

export interface Section {
  readonly name: SectionName;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface Choices {
  readonly jobForm?: JobForm;
  readonly studyForm?: StudyForm;
  readonly dateStyle?: DateStyle;
  /** `groups`: "Tools: Git, Docker" a line; `items`: one skill a line; `flat`: one list. */
  readonly skills?: 'groups' | 'items' | 'flat';
  readonly headings?: Partial<Record<SectionName, string>>;
}

export type Sections = Readonly<Record<SectionName, Section>>;

const gap: Block = { kind: 'gap' };
const rowBlock = (row: Row): Block => ({ kind: 'row', row });
const point = (text: string): Block => ({ kind: 'point', words: [{ text }] });
const text = (words: string): Block => ({ kind: 'text', words: [{ text: words }] });

export function sectionsOf(person: Person, chance: Chance, choices: Choices = {}): Sections {
  const { pick, below } = chance;
  const jobForm = choices.jobForm ?? pick(jobForms);
  const studyForm = choices.studyForm ?? pick(studyForms);
  const style = choices.dateStyle ?? pick(dateStyles);
  const skills = choices.skills ?? pick(['groups', 'flat'] as const);
  const isEndOnly = below(3) === 0;
  const section = (name: SectionName, blocks: readonly Block[]): Section => ({ name, heading: choices.headings?.[name] ?? headingOf(name, chance), blocks });
  return {
    summary: section('summary', [text(person.summary)]),
    experience: section('experience', person.jobs.flatMap((job) => [...jobRows(job, jobForm, style).map(rowBlock), ...job.points.map(point), gap])),
    education: section('education', person.studies.flatMap((study) => [...studyRows(study, studyForm, { isEndOnly }).map(rowBlock), gap])),
    skills: section('skills', skillBlocks(person, skills, pick([', ', ', ', ' | ', ' • ']))),
    projects: section('projects', person.projects.flatMap((project) => [rowBlock({ left: [{ text: project.name, bold: true }] }), ...project.points.map(point), gap])),
    courses: section('courses', person.courses.map(point)),
    languages: section('languages', pick([[text(person.languages.map(({ language, level }) => `${language} (${level})`).join(', '))], person.languages.map(({ language, level }) => text(`${language} – ${level}`))])),
  };
}

function skillBlocks({ skills }: Person, form: 'groups' | 'items' | 'flat', joint: string): Block[] {
  if (form === 'groups') return skills.map(({ group, items }) => ({ kind: 'text', words: [{ text: `${group}: `, bold: true }, { text: items.join(', ') }] }));
  const items = skills.flatMap((group) => group.items);
  return form === 'items' ? items.map(point) : [text(items.join(joint))];
}
