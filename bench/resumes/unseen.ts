/** Layouts drawn after all readers, to see what other people's pages do to them: bars of skills, a job portal's text, a French page, tables in tables. */
import { docxParagraph as paragraph, docxTable, makeDocx } from './docx-file.ts';
import { sectionsOf } from './content.ts';
import { asDocx, asPdf, type Layout } from './layout.ts';
import { type Column, Sheet } from './sheet.ts';
import { degreeText, gradeText, writeDate, writeRange } from './wording.ts';

/** A poster: facts in large figures under the name, skills as bars with per cents, two columns of coloured headings. */
export const skillBars: Layout = (person, chance) => {
  const sheet = new Sheet(chance.pick(['helvetica', 'noto'] as const), chance.pick(['line', 'word']), { margin: 36 });
  const { summary, experience, education, languages } = sectionsOf(person, chance, { jobForm: chance.pick(['three-lines', 'dash', 'date-first']), studyForm: chance.pick(['degree-date', 'school-date']), dateStyle: chance.pick(['short', 'slash', 'dotted']) });
  sheet.fill(0, 0, sheet.width, 110, '#3d405b');
  sheet.put(person.writtenName, 40, 24, { size: 26, bold: true, colour: '#ffffff' });
  sheet.put(person.headline.toUpperCase(), 40, 58, { size: 11, colour: '#f2cc8f' });
  for (const [index, text] of [person.phone, person.email, person.place].entries()) sheet.put(text, [40, 190, 420][index] ?? 40, 86, { size: 8.5, colour: '#ffffff' });
  for (const [index, [figure, name]] of [[`${String(2 + person.jobs.length)}+`, 'years'], [String(person.jobs.length * 4), 'projects'], [String(person.languages.length), 'languages']].entries()) {
    sheet.put(figure as string, 60 + 170 * index, 124, { size: 20, bold: true, colour: '#e07a5f' });
    sheet.put(name as string, 100 + 170 * index, 132, { size: 9 });
  }
  const side = sheet.column(40, 175, 165);
  const main = sheet.column(245, 310, 165);
  const heading = (column: Column, text: string): void => {
    column.y += 10;
    sheet.text(column, text.toUpperCase(), { size: 12, bold: true, colour: '#e07a5f' });
    column.y += 4;
  };
  heading(side, chance.pick(['Skills', 'Professional Skills', 'Expertise']));
  for (const item of person.skills.flatMap(({ items }) => items)) {
    const share = 55 + 5 * chance.below(9);
    sheet.put(item, side.x, side.y, { size: 9 });
    sheet.put(`${String(share)}%`, side.x + 150, side.y, { size: 9 });
    sheet.fill(side.x, side.y + 13, (170 * share) / 100, 4, '#81b29a');
    side.y += 22;
  }
  sheet.section(side, languages, heading, { print: { size: 9 } });
  for (const section of [summary, experience, education]) sheet.section(main, section, heading, { print: { size: 9.5 } });
  return asPdf(sheet.end());
};

/** What a job portal prints: total experience, key skills in one list, a table of skills with version, last use and months. */
export const jobPortal: Layout = (person, chance) => {
  const sheet = new Sheet(chance.pick(['times', 'helvetica'] as const), chance.pick(['line', 'word', 'glyph']), { margin: 48 });
  const style = chance.pick(['apostrophe', 'short', 'long'] as const);
  const column = sheet.column(48, 499, 44);
  const heading = (text: string): void => {
    column.y += 8;
    sheet.text(column, text, { size: 11, bold: true });
    column.y += 2;
  };
  sheet.text(column, person.name, { size: 14, bold: true });
  sheet.text(column, `${person.headline} | Total Experience: ${String(1 + person.jobs.length * 2)} yrs ${String(chance.below(11))} months`);
  sheet.text(column, `Mobile: ${person.phone}   Email: ${person.email}`);
  sheet.text(column, `Current Location: ${person.place}   Preferred Location: Anywhere   Notice Period: ${String(15 * (1 + chance.below(4)))} days`);
  heading('Profile Summary');
  sheet.text(column, person.summary);
  heading('Key Skills');
  const items = person.skills.flatMap((group) => group.items);
  sheet.text(column, items.slice(0, 4).join(', '));
  heading('IT Skills');
  const at = [48, 210, 290, 390];
  const row = (cells: readonly string[], bold = false): void => {
    for (const [index, cell] of cells.entries()) sheet.put(cell, at[index] ?? 48, column.y, { bold }, column.page);
    column.y += 14;
  };
  row(['Skills', 'Version', 'Last Used', 'Experience'], true);
  for (const item of items.slice(4)) row([item, chance.pick(['', '3.11', '2019', '17']), String(2022 + chance.below(5)), `${String(1 + chance.below(6))} Years ${String(chance.below(11))} Months`]);
  if (person.jobs.length > 0) heading('Work Experience');
  for (const job of person.jobs) {
    sheet.text(column, `${job.role}`, { bold: true });
    sheet.text(column, `${job.organisation}`);
    sheet.text(column, `${writeRange(job.start, job.end, style)}`);
    sheet.text(column, `${job.points.join('. ')}.`);
    column.y += 5;
  }
  heading('Education');
  for (const study of person.studies) {
    sheet.text(column, `${degreeText(study, ' in ')}`, { bold: true });
    sheet.text(column, `${study.institution}, ${study.end}${study.grade === '' ? '' : ` | ${gradeText(study)}`}`);
  }
  heading('Personal Details');
  sheet.text(column, `Date of Birth: 14 ${chance.pick(['Jan', 'Mar', 'Oct'])} 199${String(chance.below(9))}   Gender: Prefer not to say   Marital Status: Single`);
  return asPdf(sheet.end());
};

const frenchMonths = 'janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre'.split(',');

/** A French page: a frame for the photograph, birth date and driving licence, French headings and months; names stay as they are. */
export const french: Layout = (person, chance) => {
  const sheet = new Sheet('helvetica', chance.pick(['line', 'word']), { margin: 42 });
  const inWords = chance.below(2) === 0;
  const date = (value: string): string => (inWords ? `${frenchMonths[Number(value.slice(5)) - 1] ?? ''} ${value.slice(0, 4)}` : writeDate(value, 'slash'));
  const range = (start: string, end: string | null): string => (end === null ? chance.pick([`Depuis ${date(start)}`, `${date(start)} – aujourd’hui`]) : `${date(start)} – ${date(end)}`);
  sheet.frame(450, 40, 90, 110);
  const column = sheet.column(42, 390, 44);
  sheet.text(column, person.writtenName, { size: 18, bold: true });
  sheet.text(column, person.headline, { size: 11 });
  for (const text of [person.place, `Tél. : ${person.phone}`, `Courriel : ${person.email}`, `Né(e) le ${String(1 + chance.below(28)).padStart(2, '0')}/0${String(1 + chance.below(9))}/199${String(chance.below(9))} – Nationalité française – Permis B`]) sheet.text(column, text);
  const wide = sheet.column(42, 511, 165);
  const heading = (text: string): void => {
    wide.y += 9;
    sheet.text(wide, text, { size: 12, bold: true, colour: '#1d3557' });
    sheet.rule(42, wide.y, 511, wide.page);
    wide.y += 4;
  };
  if (person.jobs.length > 0) heading(chance.pick(['Expérience professionnelle', 'EXPÉRIENCES PROFESSIONNELLES', 'Parcours professionnel']));
  for (const job of person.jobs) {
    sheet.row(wide, { left: [{ text: job.role, bold: true }, { text: `, ${job.organisation}` }], right: { text: range(job.start, job.end) } });
    sheet.blocks(wide, job.points.map((text) => ({ kind: 'point', words: [{ text }] })), { sign: '–' });
    wide.y += 4;
  }
  heading(chance.pick(['Formation', 'FORMATION', 'Diplômes et formation']));
  for (const study of person.studies) sheet.row(wide, { left: [{ text: degreeText(study, ' in '), bold: true }, { text: ` – ${study.institution}` }], right: { text: study.end } });
  heading(chance.pick(['Compétences', 'COMPÉTENCES TECHNIQUES', 'Compétences informatiques']));
  for (const { group, items } of person.skills) sheet.words(wide, [{ text: `${group} : `, bold: true }, { text: items.join(', ') }]);
  heading(chance.pick(['Langues', 'Langues étrangères']));
  sheet.text(wide, person.languages.map(({ language, level }) => `${language} (${level})`).join(', '));
  heading('Centres d’intérêt');
  sheet.text(wide, 'Lecture, randonnée, cuisine');
  return asPdf(sheet.end());
};

/** A template's page: one table for the page, in its cells a table for each post and study. */
export const docxNestedTables: Layout = async (person, chance) => {
  const style = chance.pick(['short', 'slash', 'long'] as const);
  const { summary, skills, languages } = sectionsOf(person, chance, { skills: 'groups' });
  const title = (text: string): string => paragraph(text.toUpperCase(), { bold: true, size: 13 });
  const words = (section: typeof summary): string[] => section.blocks.flatMap((block) => ('words' in block ? [paragraph(block.words.map(({ text }) => text).join(''))] : []));
  const job = ({ role, organisation, place, start, end, points }: (typeof person.jobs)[number]): string =>
    docxTable([[[paragraph(role, { bold: true }), paragraph(`${organisation}, ${place}`, { italic: true })], [paragraph(writeRange(start, end, style))]]]) + points.map((text) => paragraph(text, { list: true })).join('');
  const study = (one: (typeof person.studies)[number]): string => docxTable([[[paragraph(degreeText(one, ' in '), { bold: true }), paragraph(one.institution)], [paragraph(`${one.start} – ${one.end}`)]]]);
  const part = (content: readonly string[]): string[][] => [[...content, paragraph('')]];
  return asDocx(makeDocx(docxTable([
    part([docxTable([[[paragraph(person.writtenName, { bold: true, size: 22 }), paragraph(person.headline)], [paragraph(person.phone), paragraph(person.email), paragraph(person.place)]]])]),
    part([title('Profile'), ...words(summary)]),
    ...(person.jobs.length > 0 ? [part([title(chance.pick(['Work Experience', 'Employment History'])), ...person.jobs.map(job)])] : []),
    part([title('Education'), ...person.studies.map(study)]),
    part([title(skills.heading), ...words(skills)]),
    part([title('Languages'), ...words(languages)]),
  ])));
};
