/** One column: what LaTeX, Word and academic templates print. */
import type { Section } from './content.ts';
import { sectionsOf } from './content.ts';
import { asPdf, type Layout } from './layout.ts';
import type { Person } from './person.ts';
import { type Column, type Emission, type FontFamily, Sheet } from './sheet.ts';
import { degreeText, gradeText, writeRange } from './wording.ts';

type Heading = (column: Column, text: string) => void;

const full = (sheet: Sheet, y: number): Column => sheet.column(sheet.margin, sheet.width - 2 * sheet.margin, y);
const emissions: readonly Emission[] = ['line', 'word', 'glyph', 'gaps'];
const families: readonly FontFamily[] = ['helvetica', 'times'];

/** "EXPERIENCE" as TeX sets small capitals: a large first letter, the others smaller, side by side. */
function smallCapitals(sheet: Sheet, column: Column, text: string): void {
  let x = column.x;
  for (const word of text.split(' ')) {
    const [first = '', rest = ''] = [word.slice(0, 1).toUpperCase(), word.slice(1).toUpperCase()];
    sheet.put(first, x, column.y, { size: 13 }, column.page);
    x += sheet.widthOf(first, { size: 13 });
    sheet.put(rest, x, column.y + 2.1, { size: 10.4 }, column.page);
    x += sheet.widthOf(rest, { size: 10.4 }) + 4;
  }
}

export const latexJake: Layout = (person, chance) => {
  const sheet = new Sheet('times', 'gaps');
  const { experience, education, skills, projects, courses } = sectionsOf(person, chance, { jobForm: chance.pick(['role-date', 'org-place']), studyForm: 'school-date', skills: 'groups', dateStyle: chance.pick(['short', 'long']) });
  const column = full(sheet, 40);
  sheet.text(column, person.writtenName, { size: 22, align: 'center' });
  sheet.text(column, chance.pick([`${person.phone} | ${person.email} | ${person.linkedin}`, `${person.place} ⋄ ${person.phone} ⋄ ${person.email}`.replaceAll('⋄', '·')]), { size: 10, align: 'center' });
  const heading: Heading = (own, text) => {
    own.y += 8;
    smallCapitals(sheet, own, text);
    own.y += 17;
    sheet.rule(own.x, own.y, own.width, own.page);
    own.y += 4;
  };
  for (const section of chance.pick([[education, experience, projects, skills, courses], [experience, projects, education, skills]])) sheet.section(column, section, heading);
  return asPdf(sheet.end());
};

/** Word: a table without lines carries the header and each post; headings with a rule below. */
export const wordTables: Layout = (person, chance) => {
  const sheet = new Sheet('noto', chance.pick(['word', 'line']));
  const { summary, skills, courses, languages, projects } = sectionsOf(person, chance, { skills: 'flat' });
  const style = chance.pick(['short', 'slash', 'apostrophe'] as const);
  sheet.put(person.writtenName, 48, 44, { size: 20, bold: true });
  sheet.put(person.headline, 48, 72, { size: 11 });
  for (const [index, text] of [person.email, person.phone, person.place].entries()) sheet.put(text, 547 - sheet.widthOf(text, { size: 9 }), 46 + 13 * index, { size: 9 });
  const column = full(sheet, 100);
  const heading: Heading = (own, text) => {
    own.y += 8;
    sheet.text(own, text.toUpperCase(), { size: 11, bold: true });
    sheet.rule(own.x, own.y, own.width, own.page);
    own.y += 4;
  };
  sheet.section(column, summary, heading);
  const cells = (left: string, lines: readonly { text: string; bold?: boolean }[]): void => {
    if (column.y > 700) {
      column.y = 10_000;
      sheet.text(column, '');
    }
    const top = column.y;
    const { page } = column;
    const right = sheet.column(190, 357, top, page);
    for (const line of lines) sheet.words(right, [line]);
    sheet.text(sheet.column(48, 130, top, page), left);
    column.y = right.y + 4;
    column.page = right.page;
  };
  if (person.jobs.length > 0) heading(column, chance.pick(['Work Experience', 'Professional Experience', 'Employment History']));
  for (const job of person.jobs) cells(writeRange(job.start, job.end, style), [{ text: job.role, bold: true }, { text: `${job.organisation}, ${job.place}` }, ...job.points.map((text) => ({ text: `• ${text}` }))]);
  heading(column, 'Education');
  for (const study of person.studies) cells(`${study.start} – ${study.end}`, [{ text: degreeText(study, ' in '), bold: true }, { text: study.institution }, ...(study.grade === '' ? [] : [{ text: gradeText(study) }])]);
  for (const section of [projects, skills, courses, languages]) sheet.section(column, section, heading);
  return asPdf(sheet.end());
};

/** Several pages with a running header and "Page 2 of 3"; an entry is split over the page. */
export const runningHeader: Layout = (person, chance) => {
  const sheet = new Sheet(chance.pick(families), chance.pick(emissions), { margin: 70 });
  const { summary, experience, education, skills, projects, courses, languages } = sectionsOf(person, chance);
  const column = full(sheet, 90);
  sheet.text(column, person.writtenName, { size: 20, bold: true });
  sheet.text(column, `${person.email}   ${person.phone}`);
  sheet.text(column, person.place);
  // Pushes the posts over the foot of the page.
  column.y += chance.below(160);
  const heading: Heading = (own, text) => {
    own.y += 14;
    sheet.text(own, text, { size: 14, bold: true });
    own.y += 4;
  };
  for (const section of [summary, skills, experience, projects, education, courses, languages]) sheet.section(column, section, heading, { sign: chance.pick(['•', '-', '–']), print: { size: 11 } });
  for (let page = 0; page < sheet.pages; page += 1) {
    if (page > 0) sheet.put(`${person.name} – Curriculum Vitae`, 70, 36, { size: 8 }, page);
    const text = chance.pick([`Page ${String(page + 1)} of ${String(sheet.pages)}`, `${String(page + 1)}`]);
    sheet.put(text, 280, 812, { size: 8 }, page);
  }
  return asPdf(sheet.end());
};

/** Plain print without bold: capitals for headings, dates on a line of their own. */
export const plainPrint: Layout = (person, chance) => {
  const sheet = new Sheet('helvetica', chance.pick(emissions));
  const { summary, experience, education, skills, courses, languages } = sectionsOf(person, chance, { jobForm: chance.pick(['three-lines', 'comma', 'at', 'dash']) });
  const column = full(sheet, 44);
  sheet.text(column, person.writtenName.toUpperCase(), { size: 13 });
  sheet.text(column, `Email: ${person.email}  |  Mobile: ${person.phone}`);
  sheet.text(column, `Address: ${person.place}`);
  const heading: Heading = (own, text) => {
    own.y += 10;
    sheet.text(own, chance.pick([text.toUpperCase(), `${text.toUpperCase()}:`]), {});
    own.y += 2;
  };
  for (const section of [summary, education, experience, skills, courses, languages]) sheet.section(column, { ...section, blocks: withoutBold(section) }, heading, { sign: '-' });
  return asPdf(sheet.end());
};

function withoutBold(section: Section): Section['blocks'] {
  const plain = (words: readonly { text: string }[]): { text: string }[] => words.map(({ text }) => ({ text }));
  return section.blocks.map((block) => (block.kind === 'row' ? { ...block, row: { left: plain(block.row.left), ...(block.row.right ? { right: { text: block.row.right.text } } : {}) } } : block.kind === 'gap' ? block : { ...block, words: plain(block.words) }));
}

/** Posts under the name of the organisation that they were held in. */
export const groupedRoles: Layout = (person, chance) => {
  const sheet = new Sheet(chance.pick(families), chance.pick(['line', 'word']));
  const { education, skills, projects, languages } = sectionsOf(person, chance, { studyForm: chance.pick(['school-date', 'degree-date']) });
  const style = chance.pick(['short', 'long', 'slash'] as const);
  const column = full(sheet, 44);
  sheet.text(column, person.writtenName, { size: 24, bold: true });
  sheet.text(column, `${person.place} • ${person.phone} • ${person.email}`);
  const heading: Heading = (own, text) => {
    own.y += 10;
    sheet.text(own, text, { size: 13, bold: true, colour: '#1f4e9e' });
    own.y += 3;
  };
  if (person.jobs.length > 0) heading(column, 'Experience');
  for (const [employer, jobs] of byEmployer(person)) {
    const [newest] = jobs;
    const oldest = jobs.at(-1);
    if (!newest || !oldest) continue;
    sheet.row(column, { left: [{ text: employer, bold: true }], right: { text: jobs.length > 1 ? writeRange(oldest.start, newest.end, style) : newest.place } }, { size: 11 });
    for (const job of jobs) {
      sheet.row(column, { left: [{ text: job.role, italic: true }], right: { text: writeRange(job.start, job.end, style), italic: true } });
      sheet.blocks(column, job.points.map((text) => ({ kind: 'point', words: [{ text }] })));
      column.y += 4;
    }
  }
  for (const section of [education, projects, skills, languages]) sheet.section(column, section, heading);
  return asPdf(sheet.end());
};

function byEmployer({ jobs }: Person): Map<string, Person['jobs'][number][]> {
  const grouped = new Map<string, Person['jobs'][number][]>();
  for (const job of jobs) grouped.set(job.organisation, [...(grouped.get(job.organisation) ?? []), job]);
  return grouped;
}

/** Skills first, in paragraphs of what was done; employment is a bare list at the end. */
export const functional: Layout = (person, chance) => {
  const sheet = new Sheet(chance.pick(families), chance.pick(emissions));
  const { summary, education, skills, courses } = sectionsOf(person, chance, { skills: 'groups', headings: { skills: chance.pick(['Core Competencies', 'Key Skills', 'Areas of Expertise']) } });
  const style = chance.pick(['short', 'slash', 'iso'] as const);
  const column = full(sheet, 44);
  sheet.text(column, person.writtenName, { size: 20, bold: true, align: 'center' });
  sheet.text(column, person.headline, { align: 'center' });
  sheet.text(column, `${person.email} | ${person.phone} | ${person.place}`, { align: 'center' });
  const heading: Heading = (own, text) => {
    own.y += 10;
    sheet.text(own, text.toUpperCase(), { size: 11, bold: true, align: 'center' });
    own.y += 3;
  };
  for (const section of [summary, skills]) sheet.section(column, section, heading);
  const done = person.jobs.flatMap((job) => job.points);
  if (done.length > 0) sheet.section(column, { name: 'summary', heading: 'Key Achievements', blocks: done.map((text) => ({ kind: 'point', words: [{ text }] })) }, heading);
  const list = person.jobs.map((job) => ({ kind: 'row', row: { left: [{ text: job.role, bold: true }, { text: `, ${job.organisation}, ${job.place}` }], right: { text: writeRange(job.start, job.end, style) } } }) as const);
  sheet.section(column, { name: 'experience', heading: chance.pick(['Employment History', 'Work History', 'Career History']), blocks: list }, heading);
  for (const section of [education, courses]) sheet.section(column, section, heading);
  return asPdf(sheet.end());
};

/** Dates in a narrow left column, publications with authors and venues. */
export const academic: Layout = (person, chance) => {
  const sheet = new Sheet('times', chance.pick(['gaps', 'word']), { margin: 60 });
  const { skills, languages } = sectionsOf(person, chance, { skills: chance.pick(['groups', 'flat']), headings: { skills: 'Technical Skills' } });
  const style = chance.pick(['slash', 'short', 'dotted'] as const);
  const column = full(sheet, 50);
  sheet.text(column, person.writtenName, { size: 22 });
  sheet.text(column, `${person.place}, ${person.email}, ${person.phone}`, { italic: true });
  const heading: Heading = (own, text) => {
    own.y += 12;
    sheet.text(own, text, { size: 13, bold: true });
    sheet.rule(own.x, own.y, own.width, own.page);
    own.y += 4;
  };
  const item = (date: string, lines: readonly { text: string; bold?: boolean; italic?: boolean }[]): void => {
    if (column.y > 740) {
      column.y = 10_000;
      sheet.text(column, '');
    }
    sheet.put(date, column.x, column.y, {}, column.page);
    const body = sheet.column(column.x + 100, column.width - 100, column.y, column.page);
    for (const line of lines) sheet.words(body, [line]);
    column.y = body.y + 4;
    column.page = body.page;
  };
  heading(column, 'Education');
  for (const study of person.studies) item(`${study.start}–${study.end}`, [{ text: degreeText(study, ' in '), bold: true }, { text: study.institution, italic: true }]);
  if (person.jobs.length > 0) heading(column, chance.pick(['Appointments', 'Research Experience', 'Professional Experience']));
  for (const job of person.jobs) item(writeRange(job.start, job.end, style), [{ text: job.role, bold: true }, { text: `${job.organisation}, ${job.place}`, italic: true }, ...job.points.map((text) => ({ text }))]);
  heading(column, 'Publications');
  for (const [index, project] of person.projects.entries()) sheet.point(column, [{ text: `${person.name}, A. Brandt and L. Moretti. “${project.name}: evidence from two sites.” ` }, { text: 'Journal of Practice', italic: true }, { text: `, 12(${String(index + 1)}):44–58, ${String(2021 + index)}.` }], `[${String(index + 1)}]`);
  for (const section of [skills, languages]) sheet.section(column, section, heading);
  return asPdf(sheet.end());
};
