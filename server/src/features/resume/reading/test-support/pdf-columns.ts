/** Resumes in layouts that people use, with columns, tables and text boxes. */
import type { Layout } from './pdf-layouts.ts';
import type { MadePerson } from './people.ts';
import { writeRange } from './people.ts';
import { helvetica, PdfPage, pageHeight, pageWidth, times } from './pdf-page.ts';

interface Column {
  readonly x: number;
  readonly width: number;
  y: number;
}

type Heading = (column: Column, title: string) => void;

function jobsIn(page: PdfPage, column: Column, person: MadePerson, form: 'role-first' | 'organisation-first'): void {
  for (const job of person.jobs) {
    const lines = form === 'role-first' ? [job.role, `${job.organisation} | ${job.place}`] : [job.organisation, job.role];
    column.y = page.text(lines[0] as string, column.x, column.y, { bold: true, width: column.width });
    column.y = page.text(lines[1] as string, column.x, column.y, { width: column.width, italic: form === 'organisation-first' });
    column.y = page.text(writeRange(job.start, job.end, form === 'role-first' ? 'long' : 'short'), column.x, column.y, { width: column.width, size: 9, color: '#666666' });
    column.y = page.bullets(job.points, column.x, column.y + 2, column.width, '•', 9.5) + 6;
  }
}

function studiesIn(page: PdfPage, column: Column, person: MadePerson): void {
  for (const study of person.studies) {
    column.y = page.text(`${study.degree} in ${study.field}`, column.x, column.y, { bold: true, width: column.width });
    column.y = page.text(study.institution, column.x, column.y, { width: column.width });
    column.y = page.text(`${study.start} – ${study.end}  |  ${study.grade.includes('%') ? study.grade : `CGPA ${study.grade}`}`, column.x, column.y, { width: column.width, size: 9 }) + 6;
  }
}

function contactIn(page: PdfPage, column: Column, person: MadePerson, color?: string): void {
  for (const text of [person.phone, person.email, person.linkedin, person.place]) column.y = page.text(text, column.x, column.y, { width: column.width, size: 8.5, ...(color ? { color } : {}) }) + 2;
}

function listIn(page: PdfPage, column: Column, items: readonly string[], color?: string, sign?: string): void {
  for (const item of items) {
    if (sign) column.y = page.bullets([item], column.x, column.y, column.width, sign, 9);
    else column.y = page.text(item, column.x, column.y, { width: column.width, size: 9, ...(color ? { color } : {}) }) + 1;
  }
}

/** A dark sidebar at the left with contact, skills and languages. */
const sidebarLeft: Layout = (person) => {
  const page = new PdfPage();
  page.box(0, 0, 190, pageHeight, '#22384f');
  const side: Column = { x: 20, width: 155, y: 60 };
  const main: Column = { x: 215, width: pageWidth - 245, y: 50 };
  const sideHeading: Heading = (column, title) => { column.y = page.text(title.toUpperCase(), column.x, column.y + 12, { bold: true, size: 11, width: column.width, color: '#ffffff' }) + 4; };
  const mainHeading: Heading = (column, title) => { column.y = page.text(title.toUpperCase(), column.x, column.y + 10, { bold: true, size: 13, width: column.width }) + 4; };
  main.y = page.text(person.name, main.x, main.y, { size: 26, bold: true, width: main.width });
  main.y = page.text(person.headline, main.x, main.y, { size: 12, width: main.width });
  sideHeading(side, 'Contact');
  contactIn(page, side, person, '#ffffff');
  sideHeading(side, 'Skills');
  listIn(page, side, person.skills.flatMap(({ items }) => items), '#ffffff');
  sideHeading(side, 'Languages');
  listIn(page, side, person.languages.map(({ language, level }) => `${language} - ${level}`), '#ffffff');
  sideHeading(side, 'Certifications');
  listIn(page, side, person.certifications, '#ffffff');
  mainHeading(main, 'About me');
  main.y = page.text(person.summary, main.x, main.y, { width: main.width });
  mainHeading(main, 'Experience');
  jobsIn(page, main, person, 'role-first');
  mainHeading(main, 'Education');
  studiesIn(page, main, person);
  mainHeading(main, 'Projects');
  for (const project of person.projects) {
    main.y = page.text(project.name, main.x, main.y, { bold: true, width: main.width });
    main.y = page.bullets(project.points, main.x, main.y, main.width) + 4;
  }
  return page.end();
};

/** A band with the name across the page, the sidebar at the right, the work going on overleaf. */
const sidebarRight: Layout = (person) => {
  const page = new PdfPage(times);
  page.text(person.name.toUpperCase(), 40, 40, { size: 24, bold: true, spacing: 2, width: pageWidth - 80, align: 'center' });
  page.text(`${person.email}  |  ${person.phone}  |  ${person.place}`, 40, 72, { size: 10, width: pageWidth - 80, align: 'center' });
  const main: Column = { x: 40, width: 340, y: 100 };
  const side: Column = { x: 405, width: 150, y: 100 };
  const heading: Heading = (column, title) => {
    column.y = page.text(title, column.x, column.y + 8, { bold: true, size: 13, width: column.width, color: '#884400' }) + 4;
  };
  heading(main, 'Professional Summary');
  main.y = page.text(person.summary, main.x, main.y, { width: main.width, align: 'justify' });
  heading(main, 'Work Experience');
  jobsIn(page, main, person, 'organisation-first');
  heading(side, 'Education');
  studiesIn(page, side, person);
  heading(side, 'Skills');
  listIn(page, side, person.skills.flatMap(({ items }) => items), undefined, '•');
  heading(side, 'Languages');
  listIn(page, side, person.languages.map(({ language, level }) => `${language} (${level})`), undefined, '•');
  page.page();
  const second: Column = { ...main, y: 50 };
  heading(second, 'Projects');
  for (const project of person.projects) {
    second.y = page.text(project.name, second.x, second.y, { bold: true, width: second.width });
    second.y = page.bullets(project.points, second.x, second.y, second.width) + 4;
  }
  heading(second, 'Certifications');
  page.bullets(person.certifications, second.x, second.y, second.width);
  return page.end();
};

/** Two columns of like width, each with sections of its own. */
const twoEqual: Layout = (person) => {
  const page = new PdfPage();
  page.text(person.name, 40, 36, { size: 22, bold: true, width: 500 });
  page.text(`${person.email} • ${person.phone} • ${person.linkedin}`, 40, 64, { size: 9, width: 515 });
  page.line(40, 80, 555);
  const one: Column = { x: 40, width: 245, y: 86 };
  const two: Column = { x: 310, width: 245, y: 86 };
  const heading: Heading = (column, title) => { column.y = page.text(title, column.x, column.y + 8, { bold: true, size: 12, width: column.width }) + 3; };
  heading(one, 'Experience');
  jobsIn(page, one, person, 'role-first');
  heading(one, 'Certifications');
  listIn(page, one, person.certifications, undefined, '•');
  heading(two, 'Education');
  studiesIn(page, two, person);
  heading(two, 'Technical Skills');
  for (const { group, items } of person.skills) two.y = page.text(`${group}: ${items.join(', ')}`, two.x, two.y, { width: two.width, size: 9.5 }) + 2;
  heading(two, 'Projects');
  for (const project of person.projects) {
    two.y = page.text(project.name, two.x, two.y, { bold: true, width: two.width });
    two.y = page.bullets(project.points, two.x, two.y, two.width) + 4;
  }
  heading(two, 'Languages');
  listIn(page, two, person.languages.map(({ language, level }) => `${language}: ${level}`));
  return page.end();
};

/** Section names in the left column of a table, contents at the right: a Word resume. */
const sectionsLeft: Layout = (person) => {
  const page = new PdfPage(times);
  page.text(person.name, 40, 40, { size: 20, bold: true, width: 515, align: 'center' });
  page.text(`${person.place} | ${person.phone} | ${person.email}`, 40, 66, { size: 10, width: 515, align: 'center' });
  const column: Column = { x: 160, width: 395, y: 92 };
  const heading: Heading = (_column, title) => {
    column.y += 10;
    page.line(40, column.y - 4, 555);
    page.text(title.toUpperCase(), 40, column.y, { bold: true, size: 10, width: 110 });
  };
  heading(column, 'Summary');
  column.y = page.text(person.summary, column.x, column.y, { width: column.width });
  heading(column, 'Experience');
  for (const job of person.jobs) {
    column.y = page.text(`${job.role}, ${job.organisation}`, column.x, column.y, { bold: true, width: column.width });
    column.y = page.text(`${job.place} | ${writeRange(job.start, job.end, 'short')}`, column.x, column.y, { italic: true, width: column.width });
    column.y = page.bullets(job.points, column.x, column.y, column.width) + 5;
  }
  heading(column, 'Education');
  for (const study of person.studies) {
    column.y = page.text(`${study.degree}, ${study.field}`, column.x, column.y, { bold: true, width: column.width });
    column.y = page.text(`${study.institution}, ${study.start} - ${study.end}, ${study.grade.includes('%') ? study.grade : `CGPA ${study.grade}`}`, column.x, column.y, { width: column.width }) + 5;
  }
  heading(column, 'Skills');
  for (const { group, items } of person.skills) column.y = page.text(`${group}: ${items.join(', ')}`, column.x, column.y, { width: column.width });
  heading(column, 'Certifications');
  column.y = page.bullets(person.certifications, column.x, column.y, column.width);
  heading(column, 'Languages');
  page.text(person.languages.map(({ language, level }) => `${language} (${level})`).join(', '), column.x, column.y, { width: column.width });
  return page.end();
};

/** Boxes placed freely, written in an order that has nothing to do with reading: a design tool's export. */
const textBoxes: Layout = (person) => {
  const page = new PdfPage(helvetica);
  const heading: Heading = (column, title) => { column.y = page.text(title.toUpperCase(), column.x, column.y, { bold: true, size: 12, spacing: 3, width: column.width }) + 5; };
  const skills: Column = { x: 40, width: 150, y: 330 };
  heading(skills, 'Skills');
  listIn(page, skills, person.skills.flatMap(({ items }) => items), undefined, '•');
  const work: Column = { x: 220, width: 335, y: 260 };
  heading(work, 'Work Experience');
  jobsIn(page, work, person, 'organisation-first');
  const studies: Column = { x: 40, width: 150, y: 540 };
  heading(studies, 'Education');
  studiesIn(page, studies, person);
  const contact: Column = { x: 40, width: 160, y: 180 };
  heading(contact, 'Contact');
  contactIn(page, contact, person);
  const about: Column = { x: 220, width: 335, y: 180 };
  heading(about, 'Profile');
  page.text(person.summary, about.x, about.y, { width: about.width });
  const [first = '', last = ''] = person.name.toUpperCase().split(' ');
  page.text(last, 40, 88, { size: 34, bold: true, width: 500 });
  page.text(first, 40, 48, { size: 34, bold: true, width: 500 });
  page.text(person.headline, 40, 132, { size: 13, width: 500, spacing: 1 });
  return page.end();
};

export const withColumns: Readonly<Record<string, Layout>> = { sidebarLeft, sidebarRight, twoEqual, sectionsLeft, textBoxes };
