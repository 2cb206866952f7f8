/** Two texts beside each other: columns, sidebars, and boxes placed freely. */
import { type Section, sectionsOf } from './content.ts';
import { asPdf, type Layout } from './layout.ts';
import { type Column, type Emission, Sheet } from './sheet.ts';

const emissions: readonly Emission[] = ['line', 'word', 'glyph'];
const spaced = (text: string): string => [...text.toUpperCase()].join(' ').replace(/ {3}/g, '   ');

export const twoColumns: Layout = (person, chance) => {
  const sheet = new Sheet(chance.pick(['helvetica', 'times'] as const), chance.pick(emissions), { margin: 40 });
  const { summary, experience, education, skills, projects, courses, languages } = sectionsOf(person, chance, { jobForm: chance.pick(['three-lines', 'role-date', 'dash', 'org-date']), studyForm: chance.pick(['degree-date', 'school-date', 'school-dash']) });
  sheet.put(person.writtenName, 40, 34, { size: 22, bold: true });
  const contact = chance.pick([`${person.email} | ${person.phone} | ${person.place}`, `${person.phone}  •  ${person.email}  •  ${person.place}`]);
  sheet.put(contact, 40, 62, { size: 9 });
  const left = sheet.column(40, 290, 84);
  const right = sheet.column(355, 200, 84);
  const heading = (column: Column, text: string): void => {
    column.y += 8;
    sheet.text(column, text, { size: 12, bold: true, colour: '#884400' });
    column.y += 2;
  };
  for (const section of [summary, experience, projects]) sheet.section(left, section, heading, { print: { size: 9.5 } });
  for (const section of [education, skills, courses, languages]) sheet.section(right, section, heading, { print: { size: 9.5 } });
  return asPdf(sheet.end());
};

export const sidebarLeft: Layout = (person, chance) => {
  const sheet = new Sheet(chance.pick(['noto', 'helvetica'] as const), chance.pick(emissions), { margin: 36 });
  const { summary, experience, education, skills, courses, languages, projects } = sectionsOf(person, chance, { skills: 'items', jobForm: chance.pick(['three-lines', 'role-date', 'bar', 'org-place']) });
  sheet.fill(0, 0, 185, sheet.height, '#22384f');
  const side = sheet.column(20, 150, 60);
  const main = sheet.column(210, 350, 46);
  const light = { size: 9, colour: '#ffffff' };
  sheet.text(main, person.writtenName, { size: 26, bold: true });
  sheet.text(main, person.headline, { size: 12, colour: '#555555' });
  const sideHeading = (column: Column, text: string): void => {
    column.y += 12;
    sheet.text(column, text.toUpperCase(), { size: 11, bold: true, colour: '#ffffff' });
    column.y += 3;
  };
  sideHeading(side, 'Contact');
  for (const text of [person.phone, person.email, person.place, person.linkedin]) sheet.text(side, text, light);
  const inSide = chance.pick([[skills, languages, courses], [education, skills, languages]]);
  for (const section of inSide) sheet.section(side, narrow(section), sideHeading, { sign: chance.pick(['•', '']), print: light });
  const mainHeading = (column: Column, text: string): void => {
    column.y += 10;
    sheet.text(column, text.toUpperCase(), { size: 13, bold: true });
    column.y += 3;
  };
  for (const section of [summary, experience, ...(inSide.includes(education) ? [] : [education]), projects]) sheet.section(main, section, mainHeading, { print: { size: 9.5 } });
  return asPdf(sheet.end());
};

/** In a narrow column nothing stands at the right margin: what would stands below. */
function narrow(section: Section): Section {
  return { ...section, blocks: section.blocks.flatMap((block) => (block.kind === 'row' && block.row.right ? [{ kind: 'text', words: block.row.left } as const, { kind: 'text', words: [block.row.right] } as const] : [block])) };
}

export const sidebarRight: Layout = (person, chance) => {
  const sheet = new Sheet('times', chance.pick(emissions), { margin: 40 });
  const { summary, experience, projects, education, skills, languages, courses } = sectionsOf(person, chance, { skills: chance.pick(['items', 'groups']), jobForm: chance.pick(['org-date', 'role-date', 'dash', 'date-first']), studyForm: chance.pick(['school-date', 'degree-date']) });
  sheet.put(person.writtenName.toUpperCase(), 40, 38, { size: 24, bold: true, tracking: 1.5 });
  sheet.put(person.headline, 40, 68, { size: 12, italic: true });
  const main = sheet.column(40, 340, 96);
  const side = sheet.column(405, 150, 96);
  const heading = (column: Column, text: string): void => {
    column.y += 8;
    sheet.text(column, text, { size: 13, bold: true });
    sheet.rule(column.x, column.y, column.width, column.page);
    column.y += 3;
  };
  for (const section of [summary, experience, projects]) sheet.section(main, section, heading);
  heading(side, 'Contact');
  for (const text of [person.email, person.phone, person.place]) sheet.text(side, text, { size: 9 });
  for (const section of [narrow(education), skills, languages, courses]) sheet.section(side, section, heading, { print: { size: 9 } });
  return asPdf(sheet.end());
};

/** A design tool's export: boxes drawn in any order, letter-spaced headings, icons in place of labels. */
export const freeBoxes: Layout = (person, chance) => {
  const sheet = new Sheet('noto', chance.pick(['line', 'word']), { margin: 30 });
  const { summary, experience, education, skills, languages, projects } = sectionsOf(person, chance, { skills: 'items', jobForm: chance.pick(['three-lines', 'dash', 'role-date']), studyForm: chance.pick(['school-date', 'degree-date']), headings: { education: 'Education', skills: 'Skills', languages: 'Languages' } });
  const isSpaced = chance.below(2) === 0;
  const heading = (column: Column, text: string): void => {
    if (isSpaced) sheet.text(column, spaced(text), { size: 10, bold: true });
    else sheet.text(column, text.toUpperCase(), { size: 11, bold: true, tracking: 1.5 });
    column.y += 4;
  };
  const icon = (column: Column, sign: string, text: string): void => {
    sheet.put(sign, column.x, column.y, { size: 9 });
    const own = { ...column, x: column.x + 16, width: column.width - 16 };
    sheet.text(own, text, { size: 8 });
    column.y = own.y + 3;
  };
  const drawings: (() => void)[] = [
    () => { sheet.section(sheet.column(220, 335, 250), experience, heading, { print: { size: 9.5 } }); },
    () => {
      const column = sheet.column(36, 150, 170);
      heading(column, 'Contact');
      icon(column, '\u2706', person.phone);
      icon(column, '\u2709', person.email);
      icon(column, '\u2302', person.place);
    },
    () => {
      const column = sheet.column(36, 150, 260);
      sheet.section(column, skills, heading, { sign: '•', print: { size: 9 } });
      column.y += 14;
      sheet.section(column, narrow(education), heading, { print: { size: 9 } });
      column.y += 14;
      sheet.section(column, languages, heading, { print: { size: 9 } });
    },
    () => { sheet.section(sheet.column(220, 335, 170), summary, heading, { print: { size: 9.5 } }); },
    () => { sheet.section(sheet.column(220, 335, 600), projects, heading, { print: { size: 9.5 } }); },
    () => {
      const parts = person.writtenName.split(' ');
      sheet.put(parts.slice(-1).join(' '), 36, 84, { size: 32, bold: true });
      sheet.put(parts.slice(0, -1).join(' '), 36, 44, { size: 32, bold: true });
    },
    () => { sheet.put(person.headline.toUpperCase(), 36, 130, { size: 12, tracking: 2 }); },
  ];
  for (const draw of chance.some(drawings, drawings.length)) draw();
  return asPdf(sheet.end());
};
