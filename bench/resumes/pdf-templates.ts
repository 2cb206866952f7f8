/** Pages as well-known templates set them: a network's export, a narrow column of facts, dates flush right before a gutter. */
import { sectionsOf } from './content.ts';
import { asPdf, type Layout } from './layout.ts';
import { type Column, Sheet } from './sheet.ts';
import { degreeText, gradeText, lengthOf, writeDate, writeRange } from './wording.ts';

/** What a network for careers saves: a dark column of contact, skills and languages, posts with their length in brackets. */
export const networkExport: Layout = (person, chance) => {
  const sheet = new Sheet('helvetica', chance.pick(['line', 'word']), { margin: 40 });
  sheet.fill(0, 0, 190, sheet.height, '#293e49');
  const side = sheet.column(16, 160, 40);
  const main = sheet.column(210, 350, 44);
  const heading = (column: Column, text: string, size: number, colour: string): void => {
    column.y += 12;
    sheet.text(column, text, { size, colour });
    column.y += 4;
  };
  heading(side, 'Contact', 13, '#ffffff');
  for (const text of [`${person.phone} (Mobile)`, person.email, `www.${person.linkedin}`, '(LinkedIn)']) sheet.text(side, text, { size: 9.5, colour: '#e1e8eb' });
  heading(side, 'Top Skills', 13, '#ffffff');
  for (const item of person.skills.flatMap(({ items }) => items)) sheet.text(side, item, { size: 9.5, colour: '#e1e8eb' });
  heading(side, 'Languages', 13, '#ffffff');
  for (const { language, level } of person.languages) sheet.text(side, `${language} (${level})`, { size: 9.5, colour: '#e1e8eb' });
  heading(side, 'Certifications', 13, '#ffffff');
  for (const course of person.courses) sheet.text(side, course, { size: 9.5, colour: '#e1e8eb' });
  sheet.text(main, person.name, { size: 24 });
  sheet.text(main, person.headline, { size: 12 });
  sheet.text(main, person.place, { size: 11, colour: '#666666' });
  heading(main, 'Summary', 15.75, '#191919');
  sheet.text(main, person.summary, { size: 11 });
  if (person.jobs.length > 0) heading(main, 'Experience', 15.75, '#191919');
  for (const job of person.jobs) {
    sheet.text(main, job.organisation, { size: 12 });
    sheet.text(main, job.role, { size: 11.5 });
    sheet.text(main, `${writeDate(job.start, 'long')} - ${job.end === null ? 'Present' : writeDate(job.end, 'long')} (${lengthOf(job.start, job.end)})`, { size: 10.5, colour: '#666666' });
    sheet.text(main, job.place, { size: 10.5, colour: '#b0b0b0' });
    main.y += 3;
    for (const text of job.points) sheet.text(main, `${text}.`, { size: 10.5 });
    main.y += 9;
  }
  heading(main, 'Education', 15.75, '#191919');
  for (const study of person.studies) {
    sheet.text(main, study.institution, { size: 12 });
    sheet.text(main, `${degreeText(study, ', ')} · (${study.start} - ${study.end})`, { size: 10.5, colour: '#666666' });
    main.y += 6;
  }
  return asPdf(sheet.end());
};

/** A third of the page for studies, links and skills with the lines of each, the rest for posts: "EMPLOYER | Post". */
export const narrowFacts: Layout = (person, chance) => {
  const sheet = new Sheet(chance.pick(['helvetica', 'noto'] as const), chance.pick(['line', 'word', 'gaps']), { margin: 40 });
  const style = chance.pick(['long', 'short'] as const);
  const top = sheet.column(40, 515, 36);
  sheet.text(top, person.name, { size: 28, align: 'center' });
  sheet.text(top, `${person.email} | ${person.phone} | ${person.linkedin}`, { size: 9, align: 'center' });
  sheet.rule(40, top.y + 4, 515);
  const left = sheet.column(40, 170, top.y + 10);
  const right = sheet.column(235, 320, top.y + 10);
  const heading = (column: Column, text: string): void => {
    column.y += 6;
    sheet.text(column, text.toUpperCase(), { size: 14, colour: '#555555' });
    column.y += 2;
  };
  const grey = { size: 9, colour: '#888888' };
  heading(left, 'Education');
  for (const study of person.studies) {
    sheet.text(left, study.institution, { size: 10, bold: true });
    sheet.text(left, degreeText(study, ' in '), { size: 9 });
    sheet.text(left, chance.pick([`Expected ${study.end}`, study.end]), grey);
    if (study.grade !== '') sheet.text(left, gradeText(study), grey);
    left.y += 5;
  }
  heading(left, 'Skills');
  for (const { group, items } of person.skills) {
    sheet.text(left, `${group}:`, grey);
    sheet.text(left, items.join(' • '), { size: 9 });
    left.y += 3;
  }
  heading(left, 'Languages');
  for (const { language, level } of person.languages) sheet.text(left, `${language} (${level})`, { size: 9 });
  if (person.jobs.length > 0) heading(right, 'Experience');
  for (const job of person.jobs) {
    sheet.words(right, [{ text: job.organisation, bold: true }, { text: ` | ${job.role}` }], { size: 11 });
    sheet.text(right, `${writeRange(job.start, job.end, style)} | ${job.place}`, grey);
    sheet.blocks(right, job.points.map((text) => ({ kind: 'point', words: [{ text }] })), { print: { size: 9.5 } });
    right.y += 5;
  }
  sheet.section(right, sectionsOf(person, chance, { headings: { projects: 'Projects' } }).projects, heading, { print: { size: 9.5 } });
  return asPdf(sheet.end());
};

/** Where the text begins, and the points that a gutter keeps free before it: less than a wide gap between words. */
const behindGutter = 148;
const gutter = 9;

/** TeX's classic: dates and names of groups flush right before a narrow gutter, post, employer and place in one line behind it. */
export const flushRightMargin: Layout = (person, chance) => {
  const sheet = new Sheet(chance.pick(['times', 'helvetica'] as const), chance.pick(['line', 'gaps', 'word']), { margin: 44 });
  const style = chance.pick(['short', 'slash', 'long'] as const);
  const column = sheet.column(behindGutter, 400, 44);
  sheet.put(person.name, 44, 44, { size: 24 });
  sheet.put(person.headline, 44, 76, { size: 14, italic: true });
  const address = sheet.column(350, 198, 44);
  for (const text of [person.place, person.phone, person.email, person.linkedin]) sheet.text(address, text, { size: 9, italic: true, align: 'right' });
  column.y = 112;
  const heading = (text: string): void => {
    column.y += 8;
    sheet.text(column, text, { size: 14, colour: '#2e6da4' });
    column.y += 3;
  };
  const beside = (label: string, words: Parameters<Sheet['words']>[1]): void => {
    if (column.y > 760) {
      column.y = 10_000;
      sheet.text(column, '');
    }
    sheet.text(sheet.column(30, behindGutter - gutter - 30, column.y, column.page), label, { align: 'right' });
    sheet.words(column, words);
  };
  heading(chance.pick(['Education', 'Academic background']));
  for (const study of person.studies) beside(`${study.start}–${study.end}`, [{ text: degreeText(study, ' in '), bold: true }, { text: `, ${study.institution}` }]);
  if (person.jobs.length > 0) heading(chance.pick(['Experience', 'Professional experience', 'Employment']));
  for (const job of person.jobs) {
    beside(writeRange(job.start, job.end, style), [{ text: job.role, bold: true }, { text: `, ${job.organisation}, ${job.place}` }]);
    sheet.blocks(column, job.points.map((text) => ({ kind: 'point', words: [{ text }] })));
    column.y += 4;
  }
  heading('Languages');
  for (const { language, level } of person.languages) beside(language, [{ text: level }]);
  heading(chance.pick(['Skills', 'Computer skills', 'Technical skills']));
  for (const { group, items } of person.skills) beside(group, [{ text: items.join(', ') }]);
  return asPdf(sheet.end());
};
