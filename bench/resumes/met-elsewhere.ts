/** Layouts after templates in which other people's files broke the reader: see tried/resumes.md, "Templates of the wild". */
import { asPdf, asText, type Layout } from './layout.ts';
import type { Job } from './person.ts';
import { type Column, Sheet } from './sheet.ts';
import { degreeText, gradeText, lengthOf, writeDate, writeRange } from './wording.ts';

/** Points without a written sign, set in from the lines above. */
function drawnPoints(sheet: Sheet, column: Column, points: readonly string[], size: number): void {
  const own = sheet.column(column.x + 14, column.width - 14, column.y, column.page);
  for (const point of points) sheet.text(own, point, { size });
  column.y = own.y;
  column.page = own.page;
}

/** An office suite's: "Employer, Place — Post" over its dates in small capitals, points whose signs are pictures, facts at the right. */
export const employerDash: Layout = (person, chance) => {
  const sheet = new Sheet(chance.pick(['times', 'noto'] as const), chance.pick(['line', 'word']), { margin: 56 });
  const main = sheet.column(56, 320, 112);
  const side = sheet.column(410, 140, 60);
  const heading = (column: Column, text: string): void => {
    column.y += 14;
    sheet.text(column, text.toUpperCase(), { size: 9, bold: true, colour: '#2079c7' });
    column.y += 3;
  };
  sheet.put(person.name, 56, 52, { size: 28, bold: true });
  sheet.put(person.headline, 56, 90, { size: 9, colour: '#666666' });
  for (const text of [person.place, person.phone, person.email]) sheet.text(side, text, { size: 8.5 });
  if (person.jobs.length > 0) heading(main, 'Experience');
  for (const job of person.jobs) {
    sheet.words(main, [{ text: `${job.organisation},`, bold: true }, { text: ` ${job.place} — ` }, { text: job.role, italic: true }], { size: 11 });
    sheet.text(main, writeRange(job.start, job.end, 'long').toUpperCase(), { size: 8, colour: '#666666' });
    drawnPoints(sheet, main, job.points, 9.5);
    main.y += 8;
  }
  heading(main, 'Education');
  for (const study of person.studies) {
    sheet.words(main, [{ text: `${study.institution} —`, bold: true }, { text: ` ${degreeText(study, ' in ')}`, italic: true }], { size: 11 });
    sheet.text(main, `${study.start} - ${study.end}`, { size: 8, colour: '#666666' });
    main.y += 6;
  }
  heading(side, 'Skills');
  for (const item of person.skills.flatMap(({ items }) => items)) sheet.text(side, item, { size: 9.5 });
  heading(side, 'Languages');
  sheet.text(side, person.languages.map(({ language }) => language).join(', '), { size: 9.5 });
  return asPdf(sheet.end());
};

/** A design site's: dots on a line of time before each post in bold, "Employer | 06/2020 - now" below, labels over the ways to reach one. */
export const lineOfTime: Layout = (person, chance) => {
  const sheet = new Sheet('helvetica', chance.pick(['line', 'word']), { margin: 40 });
  sheet.fill(385, 0, 210, sheet.height, '#f3e9dc');
  const main = sheet.column(40, 320, 40);
  const side = sheet.column(405, 160, 40);
  const heading = (column: Column, text: string): void => {
    column.y += 12;
    sheet.text(column, text, { size: 13, bold: true });
    column.y += 4;
  };
  sheet.text(main, person.name, { size: 26 });
  sheet.text(main, person.headline, { size: 11 });
  heading(main, 'About me');
  sheet.text(main, person.summary, { size: 9.5 });
  const event = (title: string, below: string, points: readonly string[]): void => {
    sheet.put('•', 44, main.y, { size: 11 }, main.page);
    const own = sheet.column(58, 300, main.y, main.page);
    sheet.text(own, title, { size: 10.5, bold: true });
    main.y = own.y;
    main.page = own.page;
    sheet.text(sheet.column(52, 306, main.y, main.page), below, { size: 9.5 });
    main.y += 9.5 * 1.28;
    drawnPoints(sheet, main, points, 9.5);
    main.y += 7;
  };
  if (person.jobs.length > 0) heading(main, 'Work experience');
  for (const job of person.jobs) event(job.role, `${job.organisation}  |  ${writeDate(job.start, 'slash')} - ${job.end === null ? 'now' : writeDate(job.end, 'slash')}`, job.points);
  heading(main, 'Education');
  for (const study of person.studies) event(degreeText(study, ' in '), `${study.institution}  |  ${study.start} - ${study.end}`, []);
  heading(side, 'Contact');
  for (const [label, value] of [['Phone', person.phone], ['Email', person.email], ['Address', person.place]] as const) {
    sheet.text(side, label, { size: 9 });
    sheet.text(side, value, { size: 9, bold: true });
  }
  heading(side, 'Expertise');
  for (const item of person.skills.flatMap(({ items }) => items)) sheet.text(side, item, { size: 9.5 });
  return asPdf(sheet.end());
};

/** The newest form of Europass: a sign before each heading, day dates with the place over "POST – EMPLOYER", facts after bold names without a colon. */
export const europassSigned: Layout = (person, chance) => {
  const sheet = new Sheet('noto', chance.pick(['line', 'word']), { margin: 44 });
  const column = sheet.column(44, 507, 44);
  const day = (value: string): string => `01/${writeDate(value, 'slash')}`;
  const heading = (text: string): void => {
    column.y += 10;
    sheet.point(column, [{ text: text.toUpperCase(), bold: true }], '●', { size: 11, colour: '#0e4194' });
    sheet.rule(44, column.y, 507, column.page);
    column.y += 4;
  };
  sheet.text(column, person.name, { size: 20 });
  sheet.words(column, [{ text: 'Nationality: ', bold: true }, { text: 'Indian  |  ' }, { text: 'Phone number: ', bold: true }, { text: `${person.phone} (Mobile)` }], { size: 9 });
  sheet.words(column, [{ text: 'Email address: ', bold: true }, { text: person.email }], { size: 9 });
  sheet.words(column, [{ text: 'Address: ', bold: true }, { text: `${person.place} (Home)` }], { size: 9 });
  heading('About me');
  sheet.text(column, person.summary, { size: 9 });
  if (person.jobs.length > 0) heading('Work experience');
  for (const job of person.jobs) {
    sheet.text(column, `${day(job.start)} – ${job.end === null ? 'CURRENT' : day(job.end)} – ${job.place}`, { size: 8.5, colour: '#777777' });
    sheet.words(column, [{ text: job.role.toUpperCase(), bold: true }, { text: ` – ${job.organisation.toUpperCase()}` }], { size: 9.5 });
    sheet.text(column, `${job.points.join('. ')}.`, { size: 9 });
    sheet.words(column, [{ text: 'Business or Sector ', bold: true }, { text: 'Services' }], { size: 8.5 });
    column.y += 5;
  }
  heading('Education and training');
  for (const study of person.studies) {
    sheet.text(column, `09/${study.start} – 06/${study.end}`, { size: 8.5, colour: '#777777' });
    sheet.words(column, [{ text: degreeText(study, ' in ').toUpperCase(), bold: true }, { text: `  ${study.institution}` }], { size: 9.5 });
    column.y += 5;
  }
  heading('Digital skills');
  sheet.text(column, person.skills.flatMap(({ items }) => items).join('  |  '), { size: 9 });
  return asPdf(sheet.end());
};

const grouped = (jobs: readonly Job[]): Map<string, Job[]> => Map.groupBy(jobs, ({ organisation }) => organisation);

/** What is copied from one's page on a network for careers: the length of each stay, posts of one employer below it, skills a line each. */
export const networkText: Layout = (person) => {
  const range = ({ start, end }: Job): string => `${writeDate(start, 'short')} - ${end === null ? 'Present' : writeDate(end, 'short')} · ${lengthOf(start, end).replace('year', 'yr').replace('month', 'mo')}`;
  const posts = [...grouped(person.jobs)].flatMap(([organisation, jobs]) => {
    const [first] = jobs as [Job, ...Job[]];
    if (jobs.length === 1) return [first.role, `${organisation} · Full-time`, range(first), first.place, ...first.points.map((point) => `${point}.`)];
    return [organisation, `Full-time · ${lengthOf(jobs.at(-1)?.start ?? first.start, first.end).replace('year', 'yr').replace('month', 'mo')}`, ...jobs.flatMap((job) => [job.role, range(job), job.place])];
  });
  return asText([
    person.name, person.headline, `${person.place} · Contact info`, `${person.email} · ${person.phone}`, '500+ connections',
    '', 'About', person.summary, ...(posts.length > 0 ? ['', 'Experience', ...posts] : []),
    '', 'Education', ...person.studies.flatMap((study) => [study.institution, degreeText(study, ', '), `${study.start} - ${study.end}`]),
    '', 'Skills', ...person.skills.flatMap(({ items }) => items),
    '', 'Languages', ...person.languages.flatMap(({ language, level }) => [language, level]),
  ]);
};

/** What is copied from a job portal of India: facts behind labels, key skills between bars, "Aug'20 to till date" under post and employer. */
export const portalText: Layout = (person, chance) => asText([
  person.name, person.headline, '',
  `Current Location : ${person.place}`, 'Pref. Location   : Anywhere', `Mobile           : ${person.phone}`, `Email            : ${person.email}`, `Notice Period    : ${String(1 + chance.below(3))} Month`,
  '', 'Key Skills', person.skills.flatMap(({ items }) => items).join(' | '),
  '', 'Profile Summary', person.summary,
  ...(person.jobs.length > 0 ? ['', 'Work Experience'] : []), ...person.jobs.flatMap((job) => ['', job.role, job.organisation, `${writeDate(job.start, 'apostrophe')} to ${job.end === null ? 'till date' : writeDate(job.end, 'apostrophe')}`, ...job.points]),
  '', 'Education', '', ...person.studies.map((study) => `${degreeText(study, ' in ')}, ${study.institution}, ${study.end}${study.grade === '' ? '' : `, ${gradeText(study)}`}`),
  '', 'Personal Details', "Father's Name : Mr. A. Nobody", 'Languages Known : Hindi, English',
]);
