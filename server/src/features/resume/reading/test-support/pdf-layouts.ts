/** Resumes in layouts that people use, one column. */
import type { MadePerson } from './people.ts';
import { writeRange } from './people.ts';
import { PdfPage, pageWidth, times } from './pdf-page.ts';

export type Layout = (person: MadePerson) => Promise<Uint8Array>;

const left = 50;
const right = pageWidth - 50;
const width = right - left;

/** Centred name, ruled small-capital headings, dates at the right margin: the common LaTeX template. */
export const latexLike: Layout = (person) => {
  const page = new PdfPage(times);
  let y = page.text(person.name, left, 40, { size: 24, bold: true, align: 'center', width });
  y = page.text(`${person.phone} | ${person.email} | ${person.linkedin}`, left, y + 2, { size: 10, align: 'center', width });
  const heading = (title: string): void => {
    y = page.text(title, left, y + 10, { size: 13 });
    page.line(left, y, right);
    y += 4;
  };
  heading('Education');
  for (const study of person.studies) {
    page.text(study.place, left, y, { align: 'right', width });
    y = page.text(study.institution, left, y, { bold: true, width: 300 });
    page.text(writeRange(study.start, study.end, 'short'), left, y, { align: 'right', width, italic: true });
    y = page.text(`${study.degree} in ${study.field}; CGPA: ${study.grade}`.replace(/CGPA: ([\d.]+%)/, 'Percentage: $1'), left, y, { italic: true, width: 350 }) + 4;
  }
  heading('Experience');
  for (const job of person.jobs) {
    page.text(writeRange(job.start, job.end, 'short'), left, y, { align: 'right', width });
    y = page.text(job.role, left, y, { bold: true, width: 300 });
    page.text(job.place, left, y, { align: 'right', width, italic: true });
    y = page.text(job.organisation, left, y, { italic: true, width: 300 });
    y = page.bullets(job.points, left + 10, y + 2, width - 10) + 4;
  }
  heading('Projects');
  for (const project of person.projects) {
    y = page.text(`${project.name} | ${project.tools.join(', ')}`, left, y, { bold: true });
    y = page.bullets(project.points, left + 10, y + 2, width - 10) + 4;
  }
  heading('Technical Skills');
  for (const { group, items } of person.skills) {
    page.text(`${group}:`, left + 10, y, { bold: true, width: 100 });
    page.document.font('Times-Bold').fontSize(10);
    y = page.text(items.join(', '), left + 13 + page.document.widthOfString(`${group}: `), y);
  }
  heading('Certifications');
  y = page.bullets(person.certifications, left + 10, y, width);
  heading('Languages');
  page.text(person.languages.map(({ language, level }) => `${language} (${level})`).join(', '), left + 10, y);
  return page.end();
};

/** No bold, no rules: capitals for headings, everything at the left margin, dates in brackets. */
const plainCapitals: Layout = (person) => {
  const page = new PdfPage();
  let y = page.text(person.name.toUpperCase(), left, 40, { size: 12 });
  y = page.text(`${person.place}`, left, y, {});
  y = page.text(`Email: ${person.email}   Phone: ${person.phone}`, left, y, {});
  const heading = (title: string): void => {
    y = page.text(title.toUpperCase(), left, y + 12, {}) + 3;
  };
  heading('Objective');
  y = page.text(person.summary, left, y, { width });
  heading('Work Experience');
  for (const job of person.jobs) {
    y = page.text(`${job.role}, ${job.organisation}, ${job.place} (${writeRange(job.start, job.end, 'long')})`, left, y, { width });
    y = page.bullets(job.points, left, y, width, '-') + 5;
  }
  heading('Education');
  for (const study of person.studies) {
    y = page.text(`${study.degree} in ${study.field}, ${study.institution} (${study.start} - ${study.end})`, left, y, { width });
    y = page.text(study.grade.includes('%') ? `Percentage: ${study.grade}` : `CGPA: ${study.grade}`, left, y, { width }) + 5;
  }
  heading('Skills');
  for (const { group, items } of person.skills) y = page.text(`${group}: ${items.join(', ')}`, left, y, { width });
  heading('Projects');
  for (const project of person.projects) {
    y = page.text(project.name, left, y, { width });
    y = page.bullets(project.points, left, y, width, '-') + 5;
  }
  heading('Certifications');
  y = page.bullets(person.certifications, left, y, width, '-');
  heading('Languages Known');
  page.text(person.languages.map(({ language }) => language).join(', '), left, y);
  return page.end();
};

/** Dates in a left margin, headings over the text column. */
export const datesLeft: Layout = (person) => {
  const page = new PdfPage();
  const margin = 150;
  let y = page.text(person.name, left, 40, { size: 22, bold: true });
  y = page.text(person.headline, left, y, { size: 12 });
  y = page.text(`${person.place}  •  ${person.email}  •  ${person.phone}`, left, y + 2, { size: 9 });
  const body = right - margin;
  const heading = (title: string): void => {
    y = page.text(title, margin, y + 10, { size: 14, bold: true, color: '#2255aa' }) + 3;
  };
  heading('Profile');
  y = page.text(person.summary, margin, y, { width: body });
  heading('Employment History');
  for (const job of person.jobs) {
    page.text(writeRange(job.start, job.end, 'slash'), left, y, { width: margin - left - 8, size: 9 });
    y = page.text(job.role, margin, y, { bold: true, width: body });
    y = page.text(`${job.organisation}, ${job.place}`, margin, y, { width: body });
    y = page.bullets(job.points, margin, y, body) + 6;
  }
  heading('Education');
  for (const study of person.studies) {
    page.text(`${study.start} – ${study.end}`, left, y, { width: margin - left - 8, size: 9 });
    y = page.text(`${study.degree} ${study.field}`, margin, y, { bold: true, width: body });
    y = page.text(`${study.institution}, ${study.place}`, margin, y, { width: body });
    y = page.text(`Grade: ${study.grade}`, margin, y, { width: body }) + 6;
  }
  heading('Key Skills');
  for (const { group, items } of person.skills) {
    page.text(group, left, y, { width: margin - left - 8, size: 9 });
    y = page.text(items.join(', '), margin, y, { width: body });
  }
  heading('Certifications');
  y = page.bullets(person.certifications, margin, y, body);
  heading('Languages');
  page.text(person.languages.map(({ language, level }) => `${language} – ${level}`).join(', '), margin, y, { width: body });
  return page.end();
};

/** The format many Indian colleges prescribe: table of studies, personal details, declaration. */
export const indianUniversity: Layout = (person) => {
  const page = new PdfPage(times);
  let y = page.text('CURRICULUM VITAE', left, 36, { size: 14, bold: true, align: 'center', width });
  y = page.text(person.name, left, y + 8, { size: 14, bold: true });
  y = page.text(`E-mail: ${person.email}`, left, y);
  y = page.text(`Mobile: ${person.phone}`, left, y);
  const heading = (title: string): void => {
    page.box(left, y + 8, width, 16, '#dddddd');
    y = page.text(title, left + 3, y + 11, { size: 11, bold: true }) + 6;
  };
  heading('CAREER OBJECTIVE');
  y = page.text(person.summary, left, y, { width, align: 'justify' });
  heading('ACADEMIC QUALIFICATIONS');
  const columns = [left, left + 110, left + 280, left + 370, left + 440] as const;
  const ends = [...columns.slice(1), right];
  const row = (cells: readonly string[], bold: boolean): void => {
    const top = y;
    let bottom = y;
    for (const [index, cell] of cells.entries()) bottom = Math.max(bottom, page.text(cell, (columns[index] as number) + 3, top + 3, { bold, width: (ends[index] as number) - (columns[index] as number) - 6, size: 9 }));
    for (const [index, x] of columns.entries()) page.box(x, top, (ends[index] as number) - x, bottom - top + 3);
    y = bottom + 3;
  };
  row(['Degree / Course', 'Institution', 'Specialization', 'Year of Passing', 'CGPA / Percentage'], true);
  for (const study of person.studies) row([study.degree, study.institution, study.field, study.end, study.grade], false);
  heading('TECHNICAL SKILLS');
  y = page.bullets(person.skills.map(({ group, items }) => `${group} : ${items.join(', ')}`), left, y, width, '-');
  heading('INTERNSHIPS / WORK EXPERIENCE');
  for (const job of person.jobs) {
    y = page.text(`${job.organisation}, ${job.place}`, left, y, { bold: true });
    y = page.text(`Designation : ${job.role}`, left, y);
    y = page.text(`Duration : ${writeRange(job.start, job.end, 'apostrophe')}`, left, y);
    y = page.bullets(job.points, left, y, width) + 5;
  }
  heading('ACADEMIC PROJECTS');
  for (const project of person.projects) {
    y = page.text(`Title : ${project.name}`, left, y, { bold: true });
    y = page.text(`Technologies Used : ${project.tools.join(', ')}`, left, y);
    y = page.bullets(project.points, left, y, width) + 5;
  }
  heading('CERTIFICATIONS');
  y = page.bullets(person.certifications, left, y, width);
  heading('PERSONAL DETAILS');
  const details: readonly (readonly [string, string])[] = [['Date of Birth', '12/05/2001'], ['Nationality', 'Indian'], ['Languages Known', person.languages.map(({ language }) => language).join(', ')], ['Address', person.place]];
  for (const [label, value] of details) {
    page.text(label, left, y, { width: 120 });
    page.text(':', left + 125, y, { width: 10 });
    y = page.text(value, left + 140, y);
  }
  heading('DECLARATION');
  page.text('I hereby declare that the information given above is true to the best of my knowledge.', left, y, { width });
  return page.end();
};

/** Europass: labels right-aligned in a left column, a line each. */
export const europass: Layout = (person) => {
  const page = new PdfPage();
  const column = 170;
  const body = right - column - 12;
  let y = 40;
  const row = (label: string, value: string, bold = false): void => {
    page.text(label, left - 20, y, { width: column - left + 10, align: 'right', size: 9, color: '#555555' });
    y = page.text(value, column + 12, y, { width: body, bold }) + 2;
  };
  const heading = (title: string): void => {
    y = page.text(title.toUpperCase(), left - 20, y + 10, { size: 10, bold: true, width: 300, color: '#1f4e9e' }) + 4;
  };
  y = page.text('Curriculum Vitae', left - 20, y, { size: 16, width: 300 }) + 6;
  heading('Personal information');
  row('Name', person.name, true);
  row('Address', person.place);
  row('Telephone', person.phone);
  row('E-mail', person.email);
  heading('Work experience');
  for (const job of person.jobs) {
    row('Dates', writeRange(job.start, job.end, 'slash'));
    row('Occupation or position held', job.role, true);
    row('Employer', job.organisation);
    row('Location', job.place);
    row('Main activities', `${job.points.join('. ')}.`);
    y += 6;
  }
  heading('Education and training');
  for (const study of person.studies) {
    row('Dates', `${study.start} – ${study.end}`);
    row('Title of qualification awarded', `${study.degree} in ${study.field}`, true);
    row('Institution', study.institution);
    row('Grade', study.grade);
    y += 6;
  }
  heading('Skills');
  for (const { group, items } of person.skills) row(group, items.join(', '));
  heading('Languages');
  for (const { language, level } of person.languages) row(language, level);
  return page.end();
};

export const oneColumn: Readonly<Record<string, Layout>> = { latexLike, plainCapitals, datesLeft, indianUniversity, europass };
