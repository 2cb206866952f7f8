/** What word processors save: styles, tables, text boxes, columns of a section. */
import { docxParagraph as paragraph, docxTable, docxTextBox, makeDocx } from './docx-file.ts';
import { type Block, type Section, sectionsOf } from './content.ts';
import { asDocx, type Layout } from './layout.ts';
import type { Words } from './wording.ts';
import { degreeText, gradeText, writeRange } from './wording.ts';

const marked = (words: readonly Words[]): string => words.map(({ text, bold }) => (bold ? `**${text}**` : text)).join('');

function blockParagraphs(blocks: readonly Block[], { atMargin = true }: { atMargin?: boolean } = {}): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'gap') return [];
    if (block.kind !== 'row') return [paragraph(marked(block.words), { list: block.kind === 'point' })];
    const { left, right } = block.row;
    if (!right) return [paragraph(marked(left))];
    return atMargin ? [paragraph(`${marked(left)}\t${right.text}`)] : [paragraph(marked(left)), paragraph(right.text)];
  });
}

const filled = (sections: readonly Section[]): readonly Section[] => sections.filter((section) => section.blocks.length > 0);

/** Heading styles, dates behind a tab. */
export const docxStyles: Layout = async (person, chance) => {
  const { summary, experience, education, skills, projects, courses, languages } = sectionsOf(person, chance);
  return asDocx(makeDocx([
    paragraph(person.writtenName, { style: 'Heading1' }), paragraph(`${person.place} | ${person.email} | ${person.phone}`),
    ...filled([summary, experience, education, projects, skills, courses, languages]).flatMap((section) => [paragraph(section.heading, { style: 'Heading2' }), ...blockParagraphs(section.blocks)]),
  ].join('')));
};

/** Bold capitals for headings, nothing else. */
export const docxPlain: Layout = async (person, chance) => {
  const { summary, experience, education, skills, courses } = sectionsOf(person, chance, { jobForm: chance.pick(['three-lines', 'bar', 'at', 'comma', 'role-date']), skills: chance.pick(['flat', 'items', 'groups']) });
  return asDocx(makeDocx([
    paragraph(person.writtenName, { bold: true, size: 16 }), paragraph(`Email: ${person.email}`), paragraph(`Phone: ${person.phone}`), paragraph(`Address: ${person.place}`),
    ...filled([summary, education, experience, skills, courses]).flatMap((section) => [paragraph(''), paragraph(section.heading.toUpperCase(), { bold: true }), ...blockParagraphs(section.blocks)]),
  ].join('')));
};

/** The page laid out by a table: name over two columns. */
export const docxSidebarTable: Layout = async (person, chance) => {
  const { summary, experience, education, skills, languages, courses } = sectionsOf(person, chance, { skills: 'items', jobForm: chance.pick(['three-lines', 'bar', 'dash', 'role-date']) });
  const part = (section: Section): string[] => (section.blocks.length === 0 ? [] : [paragraph(section.heading, { style: 'Heading2' }), ...blockParagraphs(section.blocks, { atMargin: false })]);
  const side = [paragraph('Contact', { style: 'Heading2' }), paragraph(person.phone), paragraph(person.email), paragraph(person.place), ...part(skills), ...part(languages), ...part(courses)];
  const main = [...part(summary), ...part(experience), ...part(education)];
  return asDocx(makeDocx(paragraph(person.writtenName, { bold: true, size: 26 }) + paragraph(person.headline) + docxTable([chance.pick([[side, main], [main, side]])])));
};

/** Tables for the header, the posts and the studies, with the dates in a column. */
export const docxTables: Layout = async (person, chance) => {
  const style = chance.pick(['short', 'slash', 'long', 'iso'] as const);
  const { skills, projects } = sectionsOf(person, chance, { skills: chance.pick(['flat', 'groups']) });
  const title = (text: string): string => paragraph(text, { bold: true, size: 13 });
  const datesFirst = chance.below(2) === 0;
  const pair = (date: string, cell: string[]): string[][] => (datesFirst ? [[paragraph(date)], cell] : [cell, [paragraph(date)]]);
  return asDocx(makeDocx([
    docxTable([[[paragraph(person.writtenName, { bold: true, size: 20 }), paragraph(person.headline)], [paragraph(person.email), paragraph(person.phone), paragraph(person.place)]]]),
    ...(person.jobs.length > 0 ? [title('Professional Experience'), docxTable(person.jobs.map((job) => pair(writeRange(job.start, job.end, style), [paragraph(job.role, { bold: true }), paragraph(job.organisation), ...job.points.map((text) => paragraph(text, { list: true }))])))] : []),
    title('Education'), docxTable(person.studies.map((study) => pair(`${study.start} – ${study.end}`, [paragraph(degreeText(study, ' in '), { bold: true }), paragraph(study.institution), ...(study.grade === '' ? [] : [paragraph(gradeText(study))])]))),
    ...filled([skills, projects]).flatMap((section) => [title(section.heading), ...blockParagraphs(section.blocks)]),
  ].join('')));
};

/** The whole resume in text boxes, each written twice for older programs, in the order of their anchors. */
export const docxTextBoxes: Layout = async (person, chance) => {
  const { summary, experience, education, skills, languages } = sectionsOf(person, chance, { skills: 'items', jobForm: chance.pick(['three-lines', 'dash', 'bar']) });
  const box = (section: Section): string => docxTextBox([paragraph(section.heading.toUpperCase(), { bold: true, size: 13 }), ...blockParagraphs(section.blocks, { atMargin: false })]);
  const boxes = chance.some([
    docxTextBox([paragraph('CONTACT', { bold: true, size: 13 }), paragraph(person.email), paragraph(person.phone), paragraph(person.place)]),
    ...filled([summary, experience, education, skills, languages]).map(box),
  ], 9);
  return asDocx(makeDocx([docxTextBox([paragraph(person.writtenName, { bold: true, size: 26 }), paragraph(person.headline)]), ...boxes].join('')));
};

/** A section of two columns: the text runs down the first and on in the second. */
export const docxTwoColumnSection: Layout = async (person, chance) => {
  const { summary, experience, education, skills, courses, languages } = sectionsOf(person, chance, { jobForm: chance.pick(['three-lines', 'dash', 'at', 'comma']), studyForm: chance.pick(['degree-date', 'school-date', 'one-line']) });
  const all = filled([skills, education, languages, courses, summary, experience]).flatMap((section) => [paragraph(section.heading, { style: 'Heading1' }), ...blockParagraphs(section.blocks, { atMargin: false })]);
  const header = '<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/><w:cols w:num="1"/></w:sectPr></w:pPr></w:p>';
  return asDocx(makeDocx([paragraph(person.writtenName, { bold: true, size: 22 }), paragraph(`${person.email}, ${person.phone}, ${person.place}`), header, ...all, '<w:sectPr><w:type w:val="continuous"/><w:cols w:num="2" w:space="360"/></w:sectPr>'].join('')));
};
