/** Resumes that are well made but for one thing, which a reader of machines' troubles has to name; and ones with nothing wrong. */
import { sectionsOf, type Section, type Sections } from './content.ts';
import { docxParagraph as paragraph, docxTable, docxTextBox, makeDocx } from './docx-file.ts';
import { asDocx, asPdf, type MadeFile } from './layout.ts';
import { chanceFrom, type Person } from './person.ts';
import { Sheet } from './sheet.ts';
import type { SectionName } from './wording.ts';

export interface Defect {
  readonly name: string;
  /** Codes of the losses that it is to be named by; none for a resume with nothing wrong. */
  readonly named: readonly string[];
  /** Losses that come with it and are true as well. */
  readonly besides?: readonly string[];
  draw(person: Person): Promise<MadeFile>;
}

interface Look {
  readonly size?: number;
  readonly sign?: string;
  readonly contact?: 'body' | 'upper-edge';
  readonly without?: readonly SectionName[];
  readonly besideRight?: readonly SectionName[];
  /** The file holds the columns line by line across, and not one after the other. */
  readonly isMixed?: boolean;
  /** Under a heading that no reader knows. */
  readonly extra?: Section;
  /** A last page with a picture and no text. */
  readonly picturePage?: boolean;
  readonly person?: (person: Person) => Person;
  readonly sections?: (sections: Sections) => Sections;
}

const order: readonly SectionName[] = ['summary', 'experience', 'education', 'skills', 'projects', 'courses', 'languages'];
/** A resume of three to ten years of work is well with 350 to 900 words. */
const words = 520;

function allSections(person: Person): Sections {
  return sectionsOf(person, chanceFrom(7), {
    jobForm: 'role-date', studyForm: 'degree-date', dateStyle: 'short', skills: 'groups',
    headings: { summary: 'Summary', experience: 'Experience', education: 'Education', skills: 'Skills', projects: 'Projects', courses: 'Certifications', languages: 'Languages' },
  });
}

/** Its posts told in more points, until there are as many words as a resume should have. */
export function longEnough(person: Person, wanted = words): Person {
  const more = Array.from({ length: Math.ceil(wanted / 18) }, (_, at) => `Kept the written record of task ${String(at + 11)} for the team and answered what colleagues and customers asked about it`);
  const perPost = Math.ceil(more.length / Math.max(1, person.jobs.length));
  return { ...person, writtenName: person.name, jobs: person.jobs.map((job, index) => ({ ...job, points: [...job.points, ...more.slice(index * perPost, (index + 1) * perPost)] })) };
}

function print(made: Person, look: Look = {}): Promise<MadeFile> {
  const person = look.person?.(made) ?? made;
  const { size = 10, sign = '•', contact = 'body', without = [], besideRight = [] } = look;
  const drawn = allSections(person);
  const sections = look.sections?.(drawn) ?? drawn;
  const sheet = new Sheet('helvetica', 'line', { margin: 48 });
  const width = besideRight.length > 0 ? 300 : 499;
  const left = sheet.column(48, width, 48);
  const line = [person.email, person.phone].filter((text) => text !== '').join('  |  ');
  sheet.text(left, person.writtenName, { size: 20, bold: true });
  if (contact === 'body') sheet.text(left, line, { size: Math.min(size, 11) });
  else sheet.put(line, 48, 10, { size: 9 });
  sheet.text(left, person.place, { size });
  const right = sheet.column(370, 177, left.y);
  const heading = (column: typeof left, text: string): void => {
    column.y += 8;
    sheet.text(column, text, { size: size + 3, bold: true });
    column.y += 2;
  };
  const names = order.filter((one) => !without.includes(one));
  if (look.isMixed === true) {
    const [ofLeft, ofRight] = [names.filter((name) => !besideRight.includes(name)), names.filter((name) => besideRight.includes(name))].map((side) => side.flatMap((name) => piecesOf(sections[name])));
    for (const [at, piece] of (ofLeft ?? []).entries()) {
      for (const [column, one] of [[left, piece], [right, ofRight?.[at]]] as const) if (one) sheet.section(column, one, one.heading === '' ? () => undefined : heading, { sign, print: { size } });
    }
  } else for (const name of names) sheet.section(besideRight.includes(name) ? right : left, sections[name], heading, { sign, print: { size } });
  if (look.extra) sheet.section(left, look.extra, heading, { sign, print: { size } });
  if (look.picturePage) sheet.fill(60, 60, 400, 600, '#99aabb', sheet.addPage());
  return asPdf(sheet.end());
}

/** A section cut into its blocks, the first under its heading. */
function piecesOf(section: Section): Section[] {
  return section.blocks.map((block, index) => ({ ...section, heading: index === 0 ? section.heading : '', blocks: [block] }));
}

/** Month names without a year. */
function withoutYears(sections: Sections): Sections {
  const bare = (text: string): string => text.replace(/ ?(?:19|20)\d\d/g, '');
  const undated = (section: Section): Section => ({ ...section, blocks: section.blocks.map((block) => (block.kind === 'row' && block.row.right ? { ...block, row: { ...block.row, right: { ...block.row.right, text: bare(block.row.right.text) } } } : block)) });
  return { ...sections, experience: undated(sections.experience) };
}

/** The same in Word, with one part of it in a text box or a table. */
function inWord(person: Person, special?: 'text-box' | 'table'): Promise<MadeFile> {
  const sections = allSections(person);
  const body = (section: Section): string[] => section.blocks.flatMap((block) => {
    if (block.kind === 'gap') return [];
    if (block.kind !== 'row') return [paragraph(block.words.map(({ text }) => text).join(''), { list: block.kind === 'point' })];
    return [paragraph(`${block.row.left.map(({ text }) => text).join('')}${block.row.right ? `\t${block.row.right.text}` : ''}`)];
  });
  const head = [paragraph(person.writtenName, { style: 'Heading1' }), paragraph(`${person.email} | ${person.phone}`), paragraph(person.place)];
  const rest = order.flatMap((name) => {
    const own = [paragraph(sections[name].heading, { style: 'Heading2' }), ...body(sections[name])];
    if (special === 'text-box' && name === 'skills') return [docxTextBox(own)];
    if (special === 'table' && name === 'education') return [own[0] ?? '', docxTable(person.studies.map((study) => [[paragraph(`${study.start} – ${study.end}`)], [paragraph(study.degree), paragraph(study.institution)]]))];
    return own;
  });
  return Promise.resolve(asDocx(makeDocx([...head, ...rest].join(''))));
}

const missing = (section: SectionName, code: string): Defect => ({ name: `no ${code}`, named: [`read-back.section-missing.${code}`], draw: (person) => print(person, { without: [section] }) });
const littleWins: Section = { name: 'courses', heading: 'My little wins', blocks: ['Grew forty tomatoes on a balcony', 'Walked from one coast to the other'].map((text) => ({ kind: 'point', words: [{ text }] })) };

export const defects: readonly Defect[] = [
  { name: 'none, printed', named: [], draw: (person) => print(person) },
  { name: 'none, with dashes', named: [], draw: (person) => print(person, { sign: '-' }) },
  { name: 'none, in Word', named: [], draw: (person) => inWord(person) },
  { name: 'no phone number', named: ['read-back.contact-partly'], draw: (person) => print(person, { person: (one) => ({ ...one, phone: '' }) }) },
  { name: 'no e-mail address', named: ['read-back.contact-partly'], draw: (person) => print(person, { person: (one) => ({ ...one, email: '' }) }) },
  missing('summary', 'summary'), missing('education', 'education'), missing('skills', 'skills'), missing('projects', 'projects'), missing('courses', 'certifications'),
  { name: 'no experience', named: ['read-back.section-missing.experience'], besides: ['read-back.too-short'], draw: (person) => print(person, { without: ['experience'] }) },
  { name: 'dates without years', named: ['read-back.dates-without-years'], draw: (person) => print(person, { sections: withoutYears }) },
  { name: 'contact in the header alone', named: ['read-back.contact-at-edge'], draw: (person) => print(person, { contact: 'upper-edge' }) },
  { name: 'two columns, mixed', named: ['read-back.columns-mixed'], draw: (person) => print(person, { besideRight: ['education', 'skills', 'languages'], isMixed: true }) },
  { name: 'none, two columns in order', named: [], draw: (person) => print(person, { besideRight: ['education', 'skills', 'languages'] }) },
  { name: 'small print', named: ['read-back.small-print'], draw: (person) => print(person, { size: 7 }) },
  { name: 'odd bullets', named: ['read-back.odd-bullets'], draw: (person) => print(person, { sign: '»' }) },
  { name: 'a page that is a picture', named: ['read-back.page-without-text'], besides: ['read-back.too-many-pages'], draw: (person) => print(person, { picturePage: true }) },
  { name: 'a heading that nobody knows', named: ['read-back.unusual-heading'], draw: (person) => print(person, { extra: littleWins }) },
  { name: 'text boxes', named: ['read-back.text-boxes'], draw: (person) => inWord(person, 'text-box') },
  { name: 'a table', named: ['read-back.tables'], draw: (person) => inWord(person, 'table') },
  { name: 'too short', named: ['read-back.too-short'], draw: (person) => print({ ...person, jobs: person.jobs.map((job) => ({ ...job, points: job.points.slice(0, 1) })) }) },
  { name: 'too long', named: ['read-back.too-long'], besides: ['read-back.too-many-pages'], draw: (person) => print(longEnough(person, 1500)) },
  { name: 'too many pages', named: ['read-back.too-many-pages'], draw: (person) => print(person, { size: 20 }) },
];
