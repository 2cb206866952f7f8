/** Forms that somebody prescribes: Europass, and what Indian universities and training offices hand out. */
import { sectionsOf } from './content.ts';
import { asPdf, type Layout } from './layout.ts';
import { type Column, Sheet } from './sheet.ts';
import { degreeText, writeDate, writeRange } from './wording.ts';

/** Labels at the right of a left column, a value a line. */
export const europassLabels: Layout = (person, chance) => {
  const sheet = new Sheet('helvetica', chance.pick(['line', 'word']), { margin: 44 });
  const style = chance.pick(['slash', 'long', 'short'] as const);
  const column = sheet.column(44, 507, 44);
  const row = (label: string, value: string, bold = false): void => {
    const right = sheet.column(190, 361, column.y, column.page);
    sheet.text(right, value, { bold });
    if (right.page !== column.page) right.y = Math.max(right.y, 44);
    else sheet.put(label, 178 - sheet.widthOf(label, { size: 9 }), column.y, { size: 9, colour: '#555555' }, column.page);
    column.y = right.y + 2;
    column.page = right.page;
  };
  const heading = (text: string): void => {
    column.y += 10;
    sheet.text(column, text, { size: 11, bold: true, colour: '#1f4e9e' });
    column.y += 3;
  };
  sheet.text(column, 'Europass Curriculum Vitae', { size: 14 });
  heading('Personal information');
  row(chance.pick(['First name(s) / Surname(s)', 'Name', 'Surname(s) / First name(s)']), person.name, true);
  row('Address(es)', person.place);
  row('Telephone(s)', person.phone);
  row('E-mail(s)', person.email);
  if (person.jobs.length > 0) heading('Work experience');
  for (const job of person.jobs) {
    row('Dates', writeRange(job.start, job.end, style));
    row('Occupation or position held', job.role, true);
    row('Main activities and responsibilities', `${job.points.join('. ')}.`);
    row('Name and address of employer', job.organisation);
    column.y += 6;
  }
  heading('Education and training');
  for (const study of person.studies) {
    row('Dates', `${study.start} – ${study.end}`);
    row('Title of qualification awarded', degreeText(study, ' in '), true);
    row('Name and type of organisation', study.institution);
    column.y += 6;
  }
  heading('Personal skills and competences');
  row('Other language(s)', person.languages.map(({ language }) => language).join(', '));
  for (const { group, items } of person.skills) row(`${group} skills`, items.join(', '));
  return asPdf(sheet.end());
};

/** The newer form: dates and place in small print over each post, the employer in capitals after a dash. */
export const europassNew: Layout = (person, chance) => {
  const sheet = new Sheet('noto', chance.pick(['line', 'word']), { margin: 44 });
  const column = sheet.column(44, 507, 44);
  const bold = true;
  sheet.text(column, person.name, { size: 20, bold });
  sheet.text(column, `Phone: ${person.phone} (Mobile) | Email address: ${person.email}`, { size: 9 });
  sheet.text(column, `Address: ${person.place} (Home)`, { size: 9 });
  const heading = (own: Column, text: string): void => {
    own.y += 12;
    sheet.text(own, text.toUpperCase(), { size: 12, bold, colour: '#1f4e9e' });
    sheet.rule(own.x, own.y, own.width, own.page);
    own.y += 5;
  };
  const numeric = (value: string): string => writeDate(value, 'slash');
  if (person.jobs.length > 0) heading(column, 'Work experience');
  for (const job of person.jobs) {
    sheet.text(column, `${numeric(job.start)} – ${job.end === null ? 'Current' : numeric(job.end)}  ${job.place}`, { size: 9, colour: '#666666' });
    sheet.words(column, [{ text: job.role, bold }, { text: ` ${job.organisation.toUpperCase()}` }]);
    sheet.blocks(column, job.points.map((text) => ({ kind: 'point', words: [{ text }] })));
    column.y += 5;
  }
  heading(column, 'Education and training');
  for (const study of person.studies) {
    sheet.text(column, `${study.start} – ${study.end}`, { size: 9, colour: '#666666' });
    sheet.words(column, [{ text: degreeText(study, ' in '), bold }, { text: ` ${study.institution}` }]);
    column.y += 5;
  }
  heading(column, 'Language skills');
  sheet.text(column, `Mother tongue(s): ${person.languages[0]?.language ?? ''}`);
  heading(column, 'Skills');
  sheet.text(column, person.skills.flatMap(({ items }) => items).join(' | '));
  return asPdf(sheet.end());
};

const widths = [92, 178, 92, 62, 75] as const;

/** Degree, school, board, year and marks in a ruled table; personal details and a declaration. */
export const indianUniversity: Layout = (person, chance) => {
  const sheet = new Sheet(chance.pick(['times', 'noto'] as const), chance.pick(['line', 'word']), { margin: 48 });
  const { experience, projects, courses, summary } = sectionsOf(person, chance, { jobForm: chance.pick(['comma', 'bar', 'role-date', 'org-place']), dateStyle: chance.pick(['apostrophe', 'short', 'long']) });
  const column = sheet.column(48, 499, 40);
  sheet.text(column, chance.pick(['CURRICULUM VITAE', 'RESUME', 'BIO-DATA']), { size: 14, bold: true, align: 'center' });
  column.y += 6;
  sheet.text(column, person.writtenName, { size: 13, bold: true });
  sheet.text(column, `E-mail ID: ${person.email}`);
  sheet.text(column, `Mobile No.: ${person.phone}`);
  const heading = (own: Column, text: string): void => {
    own.y += 8;
    sheet.fill(own.x, own.y, own.width, 15, '#dddddd', own.page);
    own.y += 2;
    sheet.text(own, text.toUpperCase(), { size: 10.5, bold: true });
    own.y += 4;
  };
  sheet.section(column, { ...summary, heading: 'Career Objective' }, heading);
  heading(column, chance.pick(['Academic Qualifications', 'Educational Qualification', 'Academic Record']));
  const names = chance.pick([['Degree', 'Institute', 'Board / University', 'Year', 'CGPA / %'], ['Examination', 'School / College', 'Board/University', 'Year of Passing', 'Percentage'], ['Course', 'Name of Institution', 'University / Board', 'Passing Year', 'Marks (%)']]);
  const print = { size: 9 };
  const row = (cells: readonly string[], bold: boolean): void => {
    const top = column.y;
    let bottom = top;
    let x = column.x;
    for (const [index, cell] of cells.entries()) {
      const width = widths[index] as number;
      const own = sheet.column(x + 3, width - 6, top + 3, column.page);
      sheet.text(own, cell, { ...print, bold });
      bottom = Math.max(bottom, own.y);
      x += width;
    }
    x = column.x;
    for (const width of widths) {
      sheet.frame(x, top, width, bottom - top + 2, column.page);
      x += width;
    }
    column.y = bottom + 2;
  };
  row(names, true);
  for (const study of person.studies) row([degreeText(study, ' ('), study.institution, study.board === 'University' ? `${study.institution.split(' ')[0] ?? ''} University` : study.board, study.end, study.grade === '' ? '-' : study.grade.replace('/10', '')], false);
  heading(column, 'Technical Skills');
  for (const { group, items } of person.skills) sheet.point(column, [{ text: `${group} : ${items.join(', ')}` }], chance.pick(['•', '➢', '-']) === '➢' ? '•' : '-');
  for (const section of [{ ...experience, heading: chance.pick(['Work Experience', 'Internships', 'Internship / Training']) }, { ...projects, heading: 'Academic Projects' }, courses]) sheet.section(column, section, heading);
  heading(column, 'Personal Details');
  for (const [label, value] of [['Date of Birth', '12th May 2001'], ["Father's Name", 'Shri Example Kumar'], ['Gender', 'Not stated'], ['Languages Known', person.languages.map(({ language }) => language).join(', ')], ['Permanent Address', person.place]] as const) {
    sheet.put(label, column.x, column.y, {}, column.page);
    sheet.put(`: ${value}`, column.x + 120, column.y, {}, column.page);
    column.y += 13;
  }
  heading(column, 'Declaration');
  sheet.text(column, 'I hereby declare that the information furnished above is true to the best of my knowledge and belief.');
  sheet.text(column, 'Place:                                                                 (Signature)');
  return asPdf(sheet.end());
};

/** "Company: …", "Designation: …": what training and placement offices ask for. */
export const labelledLines: Layout = (person, chance) => {
  const sheet = new Sheet('times', chance.pick(['line', 'word', 'glyph']), { margin: 54 });
  const style = chance.pick(['apostrophe', 'short', 'slash', 'long'] as const);
  const { summary, projects, skills } = sectionsOf(person, chance, { skills: 'groups' });
  const column = sheet.column(54, 487, 46);
  sheet.text(column, person.writtenName, { size: 16, bold: true });
  sheet.text(column, `Contact No: ${person.phone}`);
  sheet.text(column, `Email: ${person.email}`);
  sheet.text(column, `Location: ${person.place}`);
  const heading = (own: Column, text: string): void => {
    own.y += 9;
    sheet.text(own, chance.pick([`${text}:`, text.toUpperCase()]), { size: 11, bold: true });
    own.y += 3;
  };
  sheet.section(column, summary, heading);
  const line = (label: string, value: string): void => { sheet.words(column, [{ text: `${label}${chance.pick([': ', ' : '])}`, bold: true }, { text: value }]); };
  if (person.jobs.length > 0) heading(column, 'Work Experience');
  for (const job of person.jobs) {
    line(chance.pick(['Company', 'Organization', 'Company Name', 'Employer']), job.organisation);
    line(chance.pick(['Designation', 'Role', 'Position']), job.role);
    line(chance.pick(['Duration', 'Period']), writeRange(job.start, job.end, style));
    sheet.text(column, 'Responsibilities:', { bold: true });
    sheet.blocks(column, job.points.map((text) => ({ kind: 'point', words: [{ text }] })));
    column.y += 6;
  }
  heading(column, 'Educational Qualification');
  for (const study of person.studies) sheet.point(column, [{ text: `${degreeText(study, ' in ')} from ${study.institution} in ${study.end}${study.grade === '' ? '' : ` with ${study.grade.replace('/10', '')}${study.grade.includes('%') ? '' : ' CGPA'}`}` }], '•');
  for (const section of [skills, projects]) sheet.section(column, section, heading);
  return asPdf(sheet.end());
};
