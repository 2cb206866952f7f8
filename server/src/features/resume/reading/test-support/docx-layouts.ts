/** Resumes as word processors save them. */
import { docxParagraph as paragraph, docxTable, docxTextBox, makeDocx } from './files.ts';
import type { Layout } from './pdf-layouts.ts';
import { type MadePerson, writeRange } from './people.ts';

const gradeOf = (grade: string): string => (grade.includes('%') ? `Percentage: ${grade}` : `CGPA: ${grade}`);
const heading = (title: string): string => paragraph(title, { style: 'Heading2' });
const points = (items: readonly string[]): string => items.map((item) => paragraph(item, { list: true })).join('');

function skillsOf(person: MadePerson): string {
  return person.skills.map(({ group, items }) => paragraph(`**${group}:** ${items.join(', ')}`)).join('');
}

/** Heading styles, dates behind a tab. */
const headingStyles: Layout = async (person) =>
  makeDocx([
    paragraph(person.name, { style: 'Heading1' }), paragraph(`${person.place} | ${person.email} | ${person.phone}`),
    heading('Summary'), paragraph(person.summary),
    heading('Work Experience'), ...person.jobs.flatMap((job) => [paragraph(`**${job.role}**\t${writeRange(job.start, job.end, 'short')}`), paragraph(`${job.organisation}, ${job.place}`, { italic: true }), points(job.points)]),
    heading('Education'), ...person.studies.flatMap((study) => [paragraph(`**${study.institution}**\t${study.start} – ${study.end}`), paragraph(`${study.degree} in ${study.field}`), paragraph(gradeOf(study.grade))]),
    heading('Projects'), ...person.projects.flatMap((project) => [paragraph(`**${project.name}**`), points(project.points)]),
    heading('Skills'), skillsOf(person),
    heading('Certifications'), points(person.certifications),
    heading('Languages'), paragraph(person.languages.map(({ language, level }) => `${language} (${level})`).join(', ')),
  ].join(''));

/** No styles: bold capitals for headings, labels, and a table of studies. */
const directFormatting: Layout = async (person) => {
  const title = (text: string): string => paragraph('') + paragraph(text.toUpperCase(), { bold: true });
  const cell = (text: string, bold = false): string[] => [paragraph(text, { bold })];
  return makeDocx([
    paragraph('RESUME', { bold: true, size: 16 }), paragraph(person.name, { bold: true, size: 14 }), paragraph(`Email: ${person.email}`), paragraph(`Mobile: ${person.phone}`), paragraph(`Address: ${person.place}`),
    title('Career Objective'), paragraph(person.summary),
    title('Educational Qualification'),
    docxTable([['Course', 'Institute', 'Branch', 'Year', 'Marks'].map((text) => cell(text, true)), ...person.studies.map((study) => [study.degree, study.institution, study.field, study.end, study.grade].map((text) => cell(text)))]),
    title('Experience'), ...person.jobs.flatMap((job) => [paragraph(`Company: ${job.organisation}`), paragraph(`Designation: ${job.role}`), paragraph(`Location: ${job.place}`), paragraph(`Duration: ${writeRange(job.start, job.end, 'long')}`), points(job.points)]),
    title('Technical Skills'), ...person.skills.map(({ group, items }) => paragraph(`${group}: ${items.join(', ')}`, { list: true })),
    title('Projects'), ...person.projects.flatMap((project) => [paragraph(`Project Title: ${project.name}`), paragraph(`Tools Used: ${project.tools.join(', ')}`), points(project.points)]),
    title('Certifications'), points(person.certifications),
    title('Personal Details'), paragraph(`Languages Known: ${person.languages.map(({ language }) => language).join(', ')}`), paragraph('Date of Birth: 12/05/2001'),
  ].join(''));
};

/** A table without lines lays the page out in two columns. */
const layoutTable: Layout = async (person) => {
  const side = [
    heading('Contact'), paragraph(person.phone), paragraph(person.email), paragraph(person.place),
    heading('Skills'), ...person.skills.flatMap(({ items }) => items.map((item) => paragraph(item, { list: true }))),
    heading('Languages'), ...person.languages.map(({ language, level }) => paragraph(`${language} – ${level}`)),
    heading('Certifications'), ...person.certifications.map((name) => paragraph(name)),
  ];
  const main = [
    heading('Profile'), paragraph(person.summary),
    heading('Experience'), ...person.jobs.flatMap((job) => [paragraph(job.role, { bold: true }), paragraph(`${job.organisation} | ${job.place} | ${writeRange(job.start, job.end, 'apostrophe')}`), points(job.points)]),
    heading('Education'), ...person.studies.flatMap((study) => [paragraph(`${study.degree} in ${study.field}`, { bold: true }), paragraph(`${study.institution}, ${study.start} – ${study.end}`), paragraph(gradeOf(study.grade))]),
    heading('Projects'), ...person.projects.flatMap((project) => [paragraph(project.name, { bold: true }), points(project.points)]),
  ];
  return makeDocx(paragraph(person.name, { style: 'Heading1' }) + paragraph(person.headline) + docxTable([[side, main]]));
};

/** A table with dates in the first column. */
const datesTable: Layout = async (person) =>
  makeDocx([
    paragraph(person.name, { bold: true, size: 22 }), paragraph(`${person.email}\t${person.phone}`), paragraph(person.place),
    heading('Employment'),
    docxTable(person.jobs.map((job) => [[paragraph(writeRange(job.start, job.end, 'dash'))], [paragraph(job.role, { bold: true }), paragraph(`${job.organisation}, ${job.place}`), points(job.points)]])),
    heading('Education'),
    docxTable(person.studies.map((study) => [[paragraph(`${study.start} – ${study.end}`)], [paragraph(`${study.degree}, ${study.field}`, { bold: true }), paragraph(study.institution), paragraph(gradeOf(study.grade))]])),
    heading('Key Skills'), docxTable(person.skills.map(({ group, items }) => [[paragraph(group)], [paragraph(items.join(', '))]])),
    heading('Projects'), ...person.projects.flatMap((project) => [paragraph(`**${project.name}** | ${project.tools.join(', ')}`), points(project.points)]),
    heading('Courses & Certifications'), points(person.certifications),
    heading('Languages'), ...person.languages.map(({ language, level }) => paragraph(`${language}: ${level}`)),
  ].join(''));

/** Text boxes beside the body. */
const boxes: Layout = async (person) =>
  makeDocx([
    docxTextBox([paragraph(person.name, { bold: true, size: 26 }), paragraph(person.headline)]),
    docxTextBox([heading('Contact'), paragraph(person.email), paragraph(person.phone), paragraph(person.place)]),
    docxTextBox([heading('Skills'), ...person.skills.flatMap(({ items }) => items.map((item) => paragraph(item)))]),
    docxTextBox([heading('Languages'), ...person.languages.map(({ language }) => paragraph(language))]),
    heading('Experience'), ...person.jobs.flatMap((job) => [paragraph(`**${job.organisation}** — ${job.role}, ${job.place}`), paragraph(writeRange(job.start, job.end, 'short')), points(job.points)]),
    heading('Education'), ...person.studies.flatMap((study) => [paragraph(`**${study.institution}** — ${study.degree} in ${study.field}`), paragraph(`${study.start} – ${study.end} | ${gradeOf(study.grade)}`)]),
    heading('Projects'), ...person.projects.flatMap((project) => [paragraph(`**${project.name}**`), points(project.points)]),
    heading('Certifications'), points(person.certifications),
  ].join(''));

export const docxLayouts: Readonly<Record<string, Layout>> = { headingStyles, directFormatting, layoutTable, datesTable, boxes };
