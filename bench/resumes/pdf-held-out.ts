/** Two layouts that were drawn after the readers had been written, to see whether what works on the others carries over. */
import { sectionsOf } from './content.ts';
import { asPdf, type Layout } from './layout.ts';
import { type Column, Sheet } from './sheet.ts';
import { degreeText, writeRange } from './wording.ts';

/** A business school's sheet: everything between two margins, employers in bold with the town opposite, posts in italics. */
export const harvard: Layout = (person, chance) => {
  const sheet = new Sheet('times', chance.pick(['gaps', 'line', 'glyph']), { margin: 50 });
  const { skills, projects, languages, courses } = sectionsOf(person, chance, { skills: chance.pick(['flat', 'groups']) });
  const style = chance.pick(['long', 'short', 'apostrophe'] as const);
  const column = sheet.column(50, 495, 44);
  sheet.text(column, person.writtenName, { size: 16, bold: true, align: 'center' });
  sheet.text(column, `${person.place} • ${person.email} • ${person.phone}`, { size: 10, align: 'center' });
  const heading = (own: Column, text: string): void => {
    own.y += 8;
    sheet.text(own, text, { size: 12, bold: true, align: 'center' });
    sheet.rule(own.x, own.y, own.width, own.page);
    own.y += 3;
  };
  heading(column, 'EDUCATION');
  for (const study of person.studies) {
    sheet.row(column, { left: [{ text: study.institution.toUpperCase(), bold: true }], right: { text: person.place } });
    sheet.row(column, { left: [{ text: degreeText(study, ', '), italic: true }], right: { text: `${study.start} – ${study.end}` } });
    column.y += 4;
  }
  if (person.jobs.length > 0) heading(column, chance.pick(['PROFESSIONAL EXPERIENCE', 'EXPERIENCE', 'WORK HISTORY']));
  for (const job of person.jobs) {
    sheet.row(column, { left: [{ text: job.organisation, bold: true }], right: { text: job.place } });
    sheet.row(column, { left: [{ text: job.role, italic: true }], right: { text: writeRange(job.start, job.end, style) } });
    sheet.blocks(column, job.points.map((text) => ({ kind: 'point', words: [{ text }] })), { sign: '▪' === chance.pick(['•', '▪']) ? '•' : '-' });
    column.y += 4;
  }
  for (const section of [projects, skills, courses, languages]) sheet.section(column, section, (own, text) => { heading(own, text.toUpperCase()); });
  return asPdf(sheet.end());
};

/** A line of dates down the left with the posts beside it, contact in a band at the top, skills in three columns of a grid. */
export const timeline: Layout = (person, chance) => {
  const sheet = new Sheet(chance.pick(['helvetica', 'noto'] as const), chance.pick(['word', 'line']), { margin: 40 });
  const { summary } = sectionsOf(person, chance);
  const style = chance.pick(['iso', 'dotted', 'short', 'slash'] as const);
  sheet.fill(0, 0, sheet.width, 84, '#264653');
  sheet.put(person.writtenName, 40, 24, { size: 24, bold: true, colour: '#ffffff' });
  sheet.put(chance.pick([`Email: ${person.email}   Phone: ${person.phone}   Location: ${person.place}`, `${person.email}  /  ${person.phone}  /  ${person.place}`]), 40, 58, { size: 9, colour: '#ffffff' });
  const column = sheet.column(40, 515, 96);
  const heading = (text: string): void => {
    column.y += 10;
    sheet.text(column, text, { size: 13, bold: true, colour: '#2a9d8f' });
    column.y += 4;
  };
  heading(summary.heading);
  sheet.text(column, person.summary);
  const beside = (date: string, lines: readonly { text: string; bold?: boolean; italic?: boolean }[]): void => {
    if (column.y > 730) {
      column.y = 10_000;
      sheet.text(column, '');
    }
    const [from = '', to = ''] = date.split('|');
    sheet.put(from, 40, column.y, { size: 9 }, column.page);
    if (to !== '') sheet.put(to, 40, column.y + 12, { size: 9 }, column.page);
    const body = sheet.column(140, 415, column.y, column.page);
    for (const line of lines) sheet.words(body, [line]);
    column.y = Math.max(body.page === column.page ? column.y + (to === '' ? 12 : 24) : 0, body.y) + 6;
    column.page = body.page;
  };
  if (person.jobs.length > 0) heading(chance.pick(['Experience', 'Career History', 'Where I have worked', 'Employment']).replace('Where I have worked', 'Work'));
  const twoLines = chance.below(2) === 0;
  for (const job of person.jobs) {
    const range = writeRange(job.start, job.end, style);
    beside(twoLines ? range.replace(/( –| -| to|-(?=\d{2}\/|present))\s*/, '$1|') : range, [{ text: job.role, bold: true }, { text: `${job.organisation} · ${job.place}` }, ...job.points.map((text) => ({ text: `• ${text}` }))]);
  }
  heading('Education');
  for (const study of person.studies) beside(`${study.start} – ${study.end}`, [{ text: degreeText(study, ' in '), bold: true }, { text: study.institution }]);
  heading(chance.pick(['Skills', 'Key Skills', 'Expertise']));
  const items = person.skills.flatMap((group) => group.items);
  for (let index = 0; index < items.length; index += 3) {
    for (const [cell, item] of items.slice(index, index + 3).entries()) sheet.put(item, 40 + 172 * cell, column.y, {}, column.page);
    column.y += 14;
  }
  return asPdf(sheet.end());
};
