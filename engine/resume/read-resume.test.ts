import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { FlowParagraph } from './document.ts';
import { readResume } from './read-resume.ts';
import { flow, read, today } from './resume.fixture.ts';

describe('every field', () => {
  const { resume, lines } = read('# Asha Verma\nasha@example.com | +91 98765 43210\n\n## Experience\n**Engineer**, Acme Systems\tJan 2020 – Present\n- Built a service\n');
  it('knows the lines it was read from', () => {
    const [job] = resume.experience;
    const texts = (field: { evidence: readonly { page: number; line: number; text: string }[] } | undefined): (string | undefined)[] => (field?.evidence ?? []).map((place) => lines.find((line) => line.page === place.page && line.line === place.line)?.text);
    expect(texts(job?.role)).toEqual(['Engineer, Acme Systems Jan 2020 – Present']);
    expect(texts(job?.bullets[0])).toEqual(['Built a service']);
    expect(texts(resume.contact.emails[0])).toEqual(['asha@example.com | +91 98765 43210']);
  });
  it('has a confidence between 0 and 1', () => {
    expect(resume.contact.name?.confidence).toBeGreaterThan(0.5);
    expect(resume.contact.name?.confidence).toBeLessThan(1);
  });
  it('is named by the line its entry begins on', () => {
    expect(resume.experience[0]?.id).toBe('p1l4');
  });
});

describe('a project', () => {
  it('is not summed up by the dates below its name', () => {
    const [project] = read('# Asha Verma\n\n## Projects\n**Hostel Mess Ledger**\nJan 2025 - Apr 2025\n- Built a page\n').resume.projects;
    expect([project?.name?.value, project?.summary?.value, project?.start?.value, project?.end?.value]).toEqual(['Hostel Mess Ledger', undefined, '2025-01', '2025-04']);
  });
});

describe('what skills are looked for in', () => {
  const { texts, lines } = read('# Asha Verma\n\n## Experience\n**Engineer**, Acme\tJan 2020 – Mar 2021\n- Used Java\n\n## Skills\nSQL\n\n## My garden\nRoses\n');
  it('is told by section and entry, with dates', () => {
    expect(texts).toMatchObject([
      { section: 'experience', entryId: 'p1l3', start: '2020-01', end: '2021-03', current: false, lines: [{}, { text: 'Used Java' }] },
      { section: 'contact' }, { section: 'skills', lines: [{ text: 'SQL' }] }, { section: 'other', lines: [{ text: 'Roses' }] },
    ]);
  });
  it('holds every line but the headings once', () => {
    expect(texts.flatMap((text) => text.lines).length).toBe(lines.length - 3);
  });
});

describe('warnings', () => {
  it.each([
    ['no name', 'Skills\nJava', 'resume.no-name'],
    ['no way to be reached', '# Asha Verma\n\n## Skills\nJava', 'resume.no-contact'],
    ['no work and no projects', '# Asha Verma\n\n## Skills\nJava', 'resume.no-experience'],
    ['no studies', '# Asha Verma\n\n## Skills\nJava', 'resume.no-education'],
    ['no skills', '# Asha Verma', 'resume.no-skills'],
    ['a post without dates', '# Asha Verma\n\n## Experience\n**Engineer**, Acme', 'resume.dates-missing'],
  ])('tell of %s', (_what, text, code) => {
    expect(read(text).warnings.map((warning) => warning.code)).toContain(code);
  });
});

const words = fc.constantFrom(
  'Experience', 'Education', 'Skills', 'Projects', 'Languages', 'Personal Details', 'Engineer', 'Acme Pvt. Ltd.', 'B.Tech in', 'Computer Science', 'Jan 2020', '–', '- ', 'Present', '2019', '8.9/10', 'CGPA', '92%', 'Pune, India',
  'asha@example.com', '+91 98765 43210', 'https://asha.dev', 'शिक्षा', 'कौशल', '(', ')', ',', ':', '|', '\t', '•', '\n', 'Degree', 'Institution', 'Year', 'Company: X', 'a sentence with small words in it.', '1.', '"', '\u00AD',
);

describe('any document', () => {
  it('is read without an error', () => {
    const plain = { headingLevel: undefined, listLevel: 0, cell: undefined };
    const titleOverTwoLines: FlowParagraph[] = [
      { ...plain, runs: [{ text: 'Experience', bold: true, italic: false }, { text: '\t Experience', bold: false, italic: false }] },
      { ...plain, runs: [{ text: ': \n Experience', bold: false, italic: false }] },
    ];
    const paragraph: fc.Arbitrary<FlowParagraph> = fc.record({
      runs: fc.array(fc.record({ text: fc.oneof(words, fc.string({ unit: 'binary', maxLength: 20 }), fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' '))), bold: fc.boolean(), italic: fc.boolean() }), { maxLength: 4 }),
      headingLevel: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }), listLevel: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      cell: fc.option(fc.record({ table: fc.integer({ min: 0, max: 2 }), row: fc.integer({ min: 0, max: 4 }), column: fc.integer({ min: 0, max: 4 }), columns: fc.constant(5) }), { nil: undefined }),
    });
    fc.assert(fc.property(fc.array(paragraph, { maxLength: 30 }), fc.boolean(), (paragraphs, wrapped) => {
      const { resume, lines, texts } = readResume({ kind: 'flow', wrapped, paragraphs }, { today, defaultCountry: 'IN' });
      const ids = [...resume.experience, ...resume.education, ...resume.projects].map((entry) => entry.id);
      expect(new Set(ids).size).toBe(ids.length);
      const told = texts.flatMap((text) => text.lines.map((line) => `${line.page}:${line.line}`));
      expect(new Set(told).size).toBe(told.length);
      expect(told.length).toBeLessThanOrEqual(lines.length);
    }), { numRuns: 300, examples: [[titleOverTwoLines, true]] });
  });

  /** Far above what any of these takes, far below what a reading that grows with the square of the text would. */
  const patienceMilliseconds = 60_000;
  it.each([
    ['one long word', 'x'.repeat(60_000)],
    ['spaces', `a${' '.repeat(60_000)}b`],
    ['commas', ','.repeat(30_000)],
    ['brackets', '('.repeat(30_000)],
    ['at signs and dots', 'a.b@'.repeat(10_000)],
    ['digits', '9 '.repeat(20_000)],
    ['dates', 'Jan 2020 - '.repeat(5_000)],
    ['capitals and spaces', 'A '.repeat(20_000)],
    ['dashes', '- '.repeat(20_000)],
    ['slashes', 'a/'.repeat(20_000)],
    ['many lines', 'Engineer, Acme, Jan 2020 - Present\n'.repeat(3_000)],
    ['many short lines', 'Java\n'.repeat(6_000)],
  ])('of %s is read in bounded time', (_what, text) => {
    const sections = ['Experience', 'Education', 'Projects', 'Skills', 'Languages', 'Certifications', 'Publications'];
    for (const section of sections) readResume(flow(`# ${section}\n${text}`, true), { today, defaultCountry: 'IN' });
  }, patienceMilliseconds);
});

describe('a resume in Hindi', () => {
  const { resume } = read(
    'आशा वर्मा\nमोबाइल: ९८७६५ ४३२१०\nपता: लखनऊ, उत्तर प्रदेश\n\n## कार्य अनुभव\n**सॉफ्टवेयर इंजीनियर**\tजून 2021 – वर्तमान\nकावेरी टेक्नोलॉजी, पुणे\n- ग्राहकों के लिए सेवा बनाई\n\n## शैक्षणिक योग्यता\nबी.टेक, कंप्यूटर विज्ञान, गोदावरी विश्वविद्यालय, 2016 - 2020\nप्रतिशत: 78.5%\n\n## कौशल\nजावा, एक्सेल और हिंदी टंकण\n\n## भाषाएँ\nहिंदी, अंग्रेज़ी',
  );
  it.each([
    ['name', resume.contact.name?.value, 'आशा वर्मा'], ['phone', resume.contact.phones[0]?.value, '+919876543210'], ['place', resume.contact.place?.value, 'लखनऊ, उत्तर प्रदेश'],
    ['role', resume.experience[0]?.role?.value, 'सॉफ्टवेयर इंजीनियर'], ['employer', resume.experience[0]?.organisation?.value, 'कावेरी टेक्नोलॉजी'], ['start', resume.experience[0]?.start?.value, '2021-06'], ['still there', resume.experience[0]?.current, true],
    ['degree', resume.education[0]?.degree?.value, 'बी.टेक'], ['field', resume.education[0]?.field?.value, 'कंप्यूटर विज्ञान'], ['institution', resume.education[0]?.institution?.value, 'गोदावरी विश्वविद्यालय'], ['grade', resume.education[0]?.grade?.value.text, '78.5%'],
    ['languages', resume.languages.map((entry) => entry.language.value).join(), 'हिंदी,अंग्रेज़ी'], ['skills', resume.skills.length, 2],
  ])('gives its %s', (_what, found, expected) => {
    expect(found).toBe(expected);
  });
});

test('the texts name employer and school, whose names are no skills', () => {
  const { texts } = read('# Experience\n**Clerk**, Padma Payroll Systems\tJan 2020 – Mar 2021\n- Filed\n\n# Education\nB.Sc. in Statistics, Juniper College, 2016 – 2019');
  expect(texts.flatMap(({ section, organisation }) => (organisation === undefined ? [] : [[section, organisation]]))).toEqual([['experience', 'Padma Payroll Systems'], ['education', 'Juniper College']]);
});
