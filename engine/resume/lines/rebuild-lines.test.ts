import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PositionedDocument, TextItem } from '../document.ts';
import { drawn, type Drawn } from '../resume.fixture.ts';
import { rebuildLines } from './rebuild-lines.ts';

const texts = (...pages: readonly (readonly Drawn[])[]): string[] => rebuildLines(drawn(...pages)).map((line) => line.text);

const twoColumns: readonly Drawn[] = [
  [40, 40, 'Asha Verma', 22, true],
  [40, 100, 'Skills', 13, true], [40, 120, 'Java'], [40, 134, 'SQL'], [40, 148, 'Git'], [40, 162, 'Docker'], [40, 176, 'Linux'],
  [240, 100, 'Experience', 13, true], [240, 121, 'Engineer, Acme Systems'], [240, 135, 'Jan 2020 - Present'], [240, 149, 'Built the billing service'], [240, 163, 'and its tests'],
];

describe('reading order', () => {
  it('reads a sidebar after the main column, not across', () => {
    expect(texts(twoColumns)).toEqual([
      'Asha Verma', 'Experience', 'Engineer, Acme Systems', 'Jan 2020 - Present', 'Built the billing service', 'and its tests', 'Skills', 'Java', 'SQL', 'Git', 'Docker', 'Linux',
    ]);
  });

  it('reads a second column that the first runs on into, on the same lines and without a heading', () => {
    const left = ['Skills', 'Java and all that goes with it', 'Education', 'B.Tech, Godavari College', 'Experience', 'Engineer at Acme Systems', '• Built the billing service and', 'its tests'];
    const right = ['wrote down what was decided', 'for those who came later', '• Moved nine years of figures', 'into one place and kept them', 'in step'];
    const side = (x: number, texts: readonly string[]): Drawn[] => texts.map((text, row): Drawn => [x, 100 + 14 * row, text, 10, /^\w+$/.test(text)]);
    expect(texts([[40, 40, 'Asha Verma', 30, true], ...side(40, left), ...side(240, right)])).toEqual(['Asha Verma', ...left.map((text) => text.replace('• ', '')), ...right.map((text) => text.replace('• ', ''))]);
  });

  it('leaves the ratings of skills in the column of the skills', () => {
    const skills = ['Java', 'SQL', 'Git', 'Docker'].flatMap((text, row): Drawn[] => [[40, 120 + 22 * row, text], [150, 120 + 22 * row, `${60 + 5 * row}%`]]);
    const main = ['Experience', 'Engineer, Acme Systems', 'Jan 2020 - Present', 'Built the billing service', 'and its tests'].map((text, row): Drawn => [240, 100 + 14 * row, text, row === 0 ? 13 : 10, row === 0]);
    expect(texts([[40, 40, 'Asha Verma', 22, true], [40, 100, 'Skills', 13, true], ...skills, ...main])).toEqual(['Asha Verma', 'Experience', 'Engineer, Acme Systems', 'Jan 2020 - Present', 'Built the billing service', 'and its tests', 'Skills', 'Java 60%', 'SQL 65%', 'Git 70%', 'Docker 75%']);
  });

  it('keeps a date at the margin on the line it belongs to, as an aside', () => {
    const [line] = rebuildLines(drawn([[40, 100, 'Engineer, Acme Systems'], [450, 100, 'Jan 2020 – Present']]));
    expect(line?.segments.map((segment) => [segment.text, segment.aside])).toEqual([['Engineer, Acme Systems', false], ['Jan 2020 – Present', true]]);
  });

  it('parts labels flush right before a narrow gutter from the text whose other lines begin behind it', () => {
    const lines: Drawn[] = ['Field', 'Analysis', 'Laboratory'].flatMap((label, row): Drawn[] => [[140 - 5 * label.length, 100 + 14 * row, label], [149, 100 + 14 * row, 'Excel, Word']]);
    const others: Drawn[] = ['Skills', 'told in full', 'and at length'].map((text, row): Drawn => [149, 160 + 14 * row, text]);
    expect(rebuildLines(drawn([...lines, ...others])).slice(0, 3).map(({ segments }) => segments.map(({ text }) => text))).toEqual([['Field', 'Excel, Word'], ['Analysis', 'Excel, Word'], ['Laboratory', 'Excel, Word']]);
  });

  it('takes a month above its year in a margin, and a range broken before its last year, for asides', () => {
    const asides = (...items: Drawn[]): string[] => rebuildLines(drawn(items)).flatMap(({ segments }) => segments.filter(({ aside }) => aside).map(({ text }) => text));
    expect(asides([40, 100, 'Mar'], [140, 100, 'Research Scientist, Acme'], [40, 114, '2021 – Present'], [140, 114, 'Surveys of ports'])).toEqual(['Mar', '2021 – Present']);
    expect(asides([40, 100, 'Jul 2016 to May'], [140, 100, 'Engineer'], [40, 114, '2020'], [140, 114, 'Acme Systems'])).toEqual(['Jul 2016 to May', '2020']);
  });

  it('reads a grid row by row though one of its names is that of a section', () => {
    const grid = (row: number, cells: readonly string[], bold = false): Drawn[] => cells.map((text, column) => [40 + 190 * column, 140 + 14 * row, text, 10, bold]);
    const dates = [200, 230, 260].map((y): Drawn => [430, y, 'March 2022 - May 2023', 10, true]);
    const text = ['Skills', 'Projects', 'Certifications'].map((name, index): Drawn => [40, [120, 186, 246][index] as number, name, 13, true]);
    expect(texts([...text, ...grid(0, ['Embedded', 'Programming', 'Tools'], true), ...grid(1, ['Yocto', 'C, Rust', 'Wireshark']), [40, 200, 'Tide Gauge', 10, true], [40, 230, 'Ledger Lens', 10, true], [40, 260, 'Board Design', 10, true], ...dates])).toContain('Embedded Programming Tools');
  });

  it('leaves places flush right in the left of two columns on the lines they stand beside', () => {
    const left: Drawn[] = [[40, 100, 'Experience', 13, true], [40, 120, 'Engineer, Acme Systems'], [40, 134, '05/2022 - Present'], [288, 134, 'Pune, India'], [40, 150, 'Built the billing service'], [40, 164, 'Intern, Tern Labs'], [40, 178, '02/2020 - 04/2022'], [278, 178, 'Mumbai, India']];
    const right: Drawn[] = [[382, 100, 'Skills', 13, true], [382, 121, 'Copywriting'], [382, 141, 'Mailchimp'], [382, 161, 'Advertising'], [382, 183, 'Event planning']];
    expect(texts([[40, 40, 'Asha Verma', 22, true], ...left, ...right]).slice(1)).toEqual(['Experience', 'Engineer, Acme Systems', '05/2022 - Present Pune, India', 'Built the billing service', 'Intern, Tern Labs', '02/2020 - 04/2022 Mumbai, India', 'Skills', 'Copywriting', 'Mailchimp', 'Advertising', 'Event planning']);
  });

  it('takes for a point what has its sign behind a date in the margin', () => {
    const [, line] = rebuildLines(drawn([[40, 100, 'Jan 2024 -'], [160, 100, 'Accountant, Acme'], [40, 114, 'Feb 2025'], [160, 114, '• Closed the books']]));
    expect([line?.bullet, line?.segments.map(({ text }) => text)]).toEqual(['•', ['Feb 2025', 'Closed the books']]);
  });

  it('reads a table row by row', () => {
    const rows: Drawn[] = ['Degree', 'B.Tech', 'Class XII', 'Class X'].flatMap((text, row): Drawn[] => [[40, 100 + row * 20, text], [180, 100 + row * 20, ['Institution', 'Godavari College', 'Hillside School', 'Hillside School'][row] as string], [380, 100 + row * 20, ['Year', '2024', '2020', '2018'][row] as string]]);
    expect(texts(rows)).toEqual(['Degree Institution Year', 'B.Tech Godavari College 2024', 'Class XII Hillside School 2020', 'Class X Hillside School 2018']);
  });

  it('carries the main column over to the next page before the sidebar', () => {
    const second: Drawn[] = [[40, 60, 'Languages', 13, true], [40, 80, 'Hindi'], [40, 95, 'English'], [240, 60, 'Projects', 13, true], [240, 81, 'A bridge simulator for students'], [240, 96, 'A ledger reader']];
    const lines = texts(twoColumns, second);
    expect(lines.indexOf('Projects')).toBeLessThan(lines.indexOf('Skills'));
    expect(lines.indexOf('Skills')).toBeLessThan(lines.indexOf('Languages'));
  });
});

describe('text', () => {
  it.each<[string, readonly Drawn[], readonly string[]]>([
    ['ligatures are written out', [[40, 100, 'oﬃce workﬂow']], ['office workflow']],
    ['letter-spaced headings are closed up', [[40, 100, 'E D U C A T I O N']], ['EDUCATION']],
    ['a text printed twice for boldness is one', [[40, 100, 'Asha Verma'], [40.4, 100, 'Asha Verma']], ['Asha Verma']],
    ['a raised small text joins its line', [[40, 100, 'the 1', 10], [65.5, 98, 'st', 6], [76, 100, 'prize', 10]], ['the 1st prize']],
    ['an accent drawn before its letter is one with it', [[40, 100, 'Ny-'], [55, 100, '˚'], [55, 100, 'Alesund, caf´e, we´re']], ['Ny-Ålesund, café, we´re']],
    ['icons are left out', [[40, 100, '\uF0E0'], [56, 100, 'asha@example.com']], ['asha@example.com']],
    ['a vowel sign stored before its consonant follows it', [[40, 100, 'िशक्षा']], ['शिक्षा']],
    ['words that a program split come together', [[40, 100, 'Experi'], [70, 100, 'ence']], ['Experience']],
    ['a tab that leaves no space before a date is one', [[40, 100, 'Saffron RetailDecember 2019']], ['Saffron Retail December 2019']],
    ['nor before a mark', [[40, 100, 'College of EngineeringCGPA: 7.1']], ['College of Engineering CGPA: 7.1']],
    ['spaces between items are kept', [[40, 100, 'Data'], [63, 100, 'Analyst']], ['Data Analyst']],
    ['right-to-left words are read from the right', [[40, 100, 'محمد'], [70, 100, 'علي']], ['علي محمد']],
  ])('%s', (_rule, items, expected) => {
    expect(texts(items)).toEqual(expected);
  });

  it.each(['•', '-', '➢', '◦', '1.', '(a)'])('takes the bullet %s off its point', (bullet) => {
    expect(rebuildLines(drawn([[40, 100, `${bullet} Built a service`]]))).toMatchObject([{ text: 'Built a service', bullet }]);
  });

  it('leaves initials alone', () => {
    expect(rebuildLines(drawn([[40, 100, 'A. Kumar']]))).toMatchObject([{ text: 'A. Kumar' }]);
  });
});

describe('running headers and footers', () => {
  const page = (number: number): Drawn[] => [[40, 30, 'Asha Verma | asha@example.com'], [40, 200, `Words of page ${number} that differ`], [280, 770, `Page ${number} of 2`]];
  it('are read once, page numbers never', () => {
    expect(texts(page(1), page(2))).toEqual(['Asha Verma | asha@example.com', 'Words of page 1 that differ', 'Words of page 2 that differ']);
  });
});

const coordinate = fc.double({ min: -50, max: 900, noNaN: false });
const item: fc.Arbitrary<TextItem> = fc.record({
  text: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('Skills', 'Experience', 'Jan 2020 - Present', 'Pune, India', '•', 'Java, SQL', 'शिक्षा', 'Degree', 'Year')),
  x: coordinate, y: coordinate, width: fc.double({ min: 0, max: 300 }), height: fc.double({ min: 0, max: 40 }), fontSize: fc.double({ min: 0, max: 40 }), bold: fc.boolean(), italic: fc.boolean(),
});
const page = fc.array(item, { maxLength: 40 });

describe('for any document', () => {
  it('the order of its items does not matter', () => {
    const shuffled = page.chain((items) => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length })));
    fc.assert(fc.property(shuffled, ([one, other]) => {
      const of = (items: readonly TextItem[]): PositionedDocument => ({ kind: 'positioned', pages: [{ width: 600, height: 800, links: [], items }] });
      expect(rebuildLines(of(other))).toEqual(rebuildLines(of(one)));
    }), { numRuns: 200 });
  });

  it('lines are counted per page from 1 without a gap', () => {
    fc.assert(fc.property(fc.array(page, { maxLength: 3 }), (pages) => {
      const lines = rebuildLines({ kind: 'positioned', pages: pages.map((items) => ({ width: 600, height: 800, links: [], items })) });
      for (let number = 1; number <= pages.length; number += 1) {
        expect(lines.filter((line) => line.page === number).map((line) => line.line)).toEqual(lines.filter((line) => line.page === number).map((_, index) => index + 1));
      }
    }), { numRuns: 60 });
  });
});

it('ten times the items take about ten times as long', () => {
  const grid = (rows: number): PositionedDocument => drawn(Array.from({ length: rows }, (_, row): Drawn[] => [[40, 40 + row * 12, `Built thing ${row} for team`], [400, 40 + row * 12, 'Jan 2020 – Present']]).flat());
  const time = (rows: number): number => {
    // Of this thread, so that a busy machine does not count.
    const before = process.threadCpuUsage();
    rebuildLines(grid(rows));
    const { user, system } = process.threadCpuUsage(before);
    return user + system;
  };
  time(3000);
  time(300);
  const small = Math.min(time(300), time(300), time(300));
  const large = Math.min(time(3000), time(3000));
  expect(large / small).toBeLessThan(40);
});
