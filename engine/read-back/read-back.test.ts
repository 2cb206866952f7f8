import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, Education, Experience, Field, Resume, ResumeLine, ResumeText } from '../resume/types.ts';
import { countColumnChanges } from './columns.ts';
import { readBack } from './read-back.ts';
import type { ReadBack, ReadBackPartName, ReadBackRequest } from './types.ts';

const a4 = { width: 595, height: 842 };
const today = { year: 2026, month: 3 } as const;
const field = (value: string, line = 1): Field => ({ value, confidence: 0.9, evidence: [{ source: 'resume', page: 1, line, text: value }] });
const line = (text: string, parts: Partial<ResumeLine> = {}): ResumeLine => ({
  page: 1, line: 1, text, box: { x: 50, y: 200, width: 300, height: 12 }, fontSize: 10, bold: false, italic: false, column: 0, indent: 0, room: 100, spaceAbove: 1, wraps: true, segments: [], links: [], ...parts,
});
const job = (parts: Partial<Experience> = {}): Experience => ({ id: 'p1l5', role: field('Nurse', 5), organisation: field('Ashwood', 5), start: field('2021-01', 5), end: field('2024-12', 5), current: false, bullets: [], ...parts });
const study = (parts: Partial<Education> = {}): Education => ({ id: 'p1l9', institution: field('Malwa', 9), degree: field('B.Sc.', 9), end: field('2020', 9), current: false, bullets: [], ...parts });

const whole: Resume = {
  contact: { name: field('Asha Verma'), emails: [field('asha@example.com', 2)], phones: [field('+919812345678', 2)], links: [] },
  summary: field('Careful.', 3), experience: [job()], volunteering: [], education: [study()], projects: [{ id: 'p1l12', name: field('Ward board', 12), current: false, technologies: [], bullets: [] }],
  certifications: [{ id: 'p1l14', name: field('BLS', 14) }], languages: [], skills: [field('Triage', 16)], interests: [], awards: [], publications: [], other: [],
};
const words = (count: number): ResumeLine => line(Array.from({ length: count }, () => 'word').join(' '), { line: 40 });
const request = (parts: Partial<ReadBackRequest> = {}): ReadBackRequest => ({ resume: whole, lines: [line('Asha Verma'), line('asha@example.com', { line: 2 }), words(500)], texts: [], pages: [{ width: 595, height: 842 }], pageCount: 1, today, target: null, ...parts });
const partOf = (answer: ReadBack, name: ReadBackPartName) => answer.parts.find(({ part }) => part === name);
const codesOf = (answer: ReadBack, name: ReadBackPartName): string[] => partOf(answer, name)?.reasons.filter(({ effect }) => effect < 0).map(({ what }) => what.code) ?? [];
const nurse = { id: 'staff-nurse', name: 'Staff nurse' };
const target = (named: readonly string[]): ReadBackRequest['target'] => ({
  role: nurse, namedSkillIds: new Set(named),
  keywords: [{ skillId: 'triage', name: 'Triage', requirement: 'must' }, { skillId: 'epic', name: 'Epic', requirement: 'should' }, { skillId: 'excel', name: 'Excel', requirement: 'nice' }],
});

it('a resume with all that a machine looks for has 100', () => {
  expect(readBack(request())).toMatchObject({ score: 100, quality: 100 });
});

describe('what a section costs', () => {
  it.each([
    ['summary', { summary: undefined }],
    ['education', { education: [] }],
    ['experience', { experience: [] }],
    ['skills', { skills: [] }],
    ['projects', { projects: [] }],
    ['certifications', { certifications: [] }],
  ] as const)('a seventh of completeness: %s', (section, without) => {
    const { summary, ...rest } = { ...whole, ...without };
    const answer = readBack(request({ resume: { ...rest, ...(summary ? { summary } : {}) } }));
    expect([partOf(answer, 'completeness')?.score, codesOf(answer, 'completeness')]).toEqual([85.7, [`read-back.section-missing.${section}`]]);
  });

  it('a third of a seventh for a phone number alone', () => {
    const answer = readBack(request({ resume: { ...whole, contact: { ...whole.contact, phones: [] } } }));
    expect([partOf(answer, 'completeness')?.score, codesOf(answer, 'completeness')]).toEqual([95.2, ['read-back.contact-partly']]);
  });
});

describe('what trouble with the format costs', () => {
  const { start: _start, end: _end, ...undated } = job();
  const entryText = (text: string, parts: Partial<ResumeLine> = {}): ResumeText => ({ section: 'experience', entryId: undated.id, lines: [line(text, parts)] });
  it.each<[string, Partial<ReadBackRequest>, number]>([
    ['read-back.page-without-text', { pages: [a4, a4] }, 70],
    ['read-back.entries-without-dates', { resume: { ...whole, experience: [undated] } }, 80],
    ['read-back.entries-without-dates', { resume: { ...whole, experience: [undated] }, texts: [entryText('Ran the ward from June to August', { bullet: '•' })] }, 80],
    ['read-back.dates-without-years', { resume: { ...whole, experience: [undated] }, texts: [entryText('Nurse, Ashwood (June – August)')] }, 80],
    ['read-back.columns-mixed', { lines: [line('Skills', { column: 1 }), words(500)], pages: [{ ...a4, columnChanges: 5 }] }, 90],
    ['read-back.contact-at-edge', { lines: [line('asha@example.com', { line: 2, origin: 'page-margin' }), words(500)] }, 85],
    ['read-back.contact-at-edge', { lines: [line('asha@example.com', { line: 2, box: { x: 50, y: 8, width: 90, height: 10 } }), words(500)] }, 85],
    ['read-back.text-boxes', { lines: [line('Skills', { origin: 'text-box' }), words(500)] }, 85],
    ['read-back.tables', { lines: [line('B.Sc.', { table: { id: 0, row: 1 } }), words(500)] }, 92],
    ['read-back.unusual-heading', { resume: { ...whole, other: [{ id: 'p1l30', heading: 'My little wins', lines: [] }] } }, 96],
    ['read-back.small-print', { lines: [{ ...words(500), fontSize: 7 }] }, 90],
    ['read-back.odd-bullets', { lines: [line('Nursed', { bullet: '\uF0D8' }), words(500)] }, 95],
  ])('%s', (code, parts, score) => {
    const answer = readBack(request(parts));
    expect([partOf(answer, 'formatting')?.score, codesOf(answer, 'formatting')]).toEqual([score, [code]]);
  });

  it('never more than there is', () => {
    const lines = [line('x', { column: 1, table: { id: 0, row: 0 }, origin: 'text-box', bullet: '\uF0D8', fontSize: 5 })];
    expect(partOf(readBack(request({ lines, pages: [{ ...a4, columnChanges: 9, pictures: [{ x: 0, y: 400, width: 595, height: 442 }] }, a4, a4, a4], resume: { ...whole, experience: [undated], education: [] } })), 'formatting')?.score).toBe(0);
  });
});

describe('a second column', () => {
  const beside = ['Skills', 'SQL', 'Git', 'Java', 'Hindi', 'English', 'Chess', 'Tennis', 'Cricket', 'Piano', 'Yoga', 'Tea'].map((text, index) => line(text, { column: 1, line: index + 1 }));
  it.each<[string, number | undefined, string, number]>([
    ['written by itself', 2, 'columns-in-order', 0],
    ['written by itself, between a head and a foot', 4, 'columns-in-order', 0],
    ['torn at every second line', 6, 'columns-mixed', -10],
    ['written across', 24, 'columns-mixed', -10],
    ['of which nobody knows', undefined, 'columns', 0],
  ])('%s', (_what, columnChanges, code, effect) => {
    const answer = readBack(request({ lines: [...beside, words(500)], pages: [{ ...a4, ...(columnChanges === undefined ? {} : { columnChanges }) }] }));
    const told = partOf(answer, 'formatting')?.reasons.find(({ what }) => what.code.startsWith('read-back.columns'));
    expect([told?.what, told?.effect]).toEqual([{ code: `read-back.${code}`, params: { count: 12 } }, effect]);
  });

  it('changes are counted in the order of the file', () => {
    const item = (x: number, y: number) => ({ text: 'x', x, y, width: 20, height: 10, fontSize: 10, bold: false, italic: false });
    const rows = [100, 120, 140].flatMap((y, index) => [line('main', { line: index + 1, box: { x: 50, y, width: 200, height: 12 } }), line('side', { line: index + 4, column: 1, box: { x: 300, y, width: 200, height: 12 } })]);
    const [main, side] = [[100, 120, 140].map((y) => item(60, y)), [100, 120, 140].map((y) => item(310, y))];
    const across = main.flatMap((one, index) => [one, ...side.slice(index, index + 1)]);
    expect([countColumnChanges([...main, ...side], rows), countColumnChanges(across, rows), countColumnChanges(across, rows.map((row) => ({ ...row, column: 0 })))]).toEqual([1, 5, 0]);
  });
});

describe('a picture on a page that has text too', () => {
  const half: Box = { x: 0, y: 421, width: 595, height: 421 };
  const stripes = Array.from({ length: 10 }, (_unused, index): Box => ({ x: 40, y: 400 + 40 * index, width: 500, height: 40 }));
  const over = (count: number, width: number) => Array.from({ length: count }, (_unused, index) => line('over it', { line: index + 50, box: { x: 30, y: 430 + 14 * index, width, height: 12 } }));
  it.each<[string, readonly Box[], readonly ResumeLine[], number | undefined]>([
    ['half of it', [half], [], 50],
    ['half of it, twice the same', [half, half], [], 50],
    ['cut into stripes', stripes, [], 40],
    ['as large as the page and hanging over it, its lines in the other half', [{ x: -20, y: 300, width: 700, height: 800 }], [], 64],
    ['a photo of the person', [{ x: 450, y: 40, width: 110, height: 140 }], [], undefined],
    ['a photo a third of the page wide', [{ x: 380, y: 40, width: 200, height: 250 }], [], undefined],
    ['a rule, a logo and a banner', [{ x: 0, y: 300, width: 595, height: 3 }, { x: 500, y: 20, width: 60, height: 30 }, { x: 0, y: 0, width: 595, height: 90 }], [], undefined],
    ['a background with text over it', [{ x: 0, y: 0, ...a4 }], over(20, 500), undefined],
    ['with a caption alone over it', [half], over(1, 120), 50],
    ['none', [], [], undefined],
  ])('%s', (_what, pictures, lines, percent) => {
    const answer = readBack(request({ lines: [line('Asha Verma'), line('asha@example.com', { line: 2 }), words(500), ...lines], pages: [{ ...a4, pictures }] }));
    const told = partOf(answer, 'formatting')?.reasons.filter(({ what }) => what.code === 'read-back.picture-without-text');
    expect(told?.map(({ what }) => what.params)).toEqual(percent === undefined ? [] : [{ page: 1, percent }]);
    expect(partOf(answer, 'formatting')?.score).toBeCloseTo(100 - 0.3 * (percent ?? 0), 0);
  });

  it('costs on two pages at most, the largest, and is not said of a page that has no text at all', () => {
    const full: Box = { x: 0, y: 0, ...a4 };
    const pages = [{ ...a4, pictures: [half] }, { ...a4, pictures: [half] }, { ...a4, pictures: [{ ...half, y: 221, height: 621 }] }, { ...a4, pictures: [full] }];
    const answer = readBack(request({ pages, pageCount: 4, lines: [words(500), ...[2, 3].map((page) => line('Page', { page, box: { x: 50, y: 20, width: 40, height: 12 } }))] }));
    const told = partOf(answer, 'formatting')?.reasons.filter(({ what }) => what.code.startsWith('read-back.p'));
    expect(told?.map(({ what, effect }) => [what.code, what.params.page, effect])).toEqual([['read-back.page-without-text', 4, -30], ['read-back.picture-without-text', 1, -15], ['read-back.picture-without-text', 2, 0], ['read-back.picture-without-text', 3, -22.1]]);
  });
});

describe('words of a role', () => {
  it('weigh by how strongly the role asks for them', () => {
    const answer = readBack(request({ target: target(['triage']) }));
    expect(partOf(answer, 'keywords')).toMatchObject({ score: 52.6, weight: 0.2 });
    expect(codesOf(answer, 'keywords')).toEqual(['read-back.keyword-missing', 'read-back.keyword-missing']);
  });

  it('are left out without a role, and the other parts keep their proportion', () => {
    const { parts } = readBack(request());
    expect(parts.map(({ part, weight }) => [part, Math.round(1000 * weight)])).toEqual([['completeness', 525], ['formatting', 350], ['length', 125]]);
  });
});

describe('length', () => {
  it.each([
    ['half of the least', 175, 1, 50, ['read-back.too-short']],
    ['twice the most', 1800, 2, 50, ['read-back.too-long']],
    ['a page too many', 500, 3, 85, ['read-back.too-many-pages']],
  ])('%s', (_what, count, pageCount, score, codes) => {
    const answer = readBack(request({ lines: [words(count)], pageCount }));
    expect([partOf(answer, 'length')?.score, codesOf(answer, 'length')]).toEqual([score, codes]);
  });
});

describe('for any resume', () => {
  const sections = fc.record({ summary: fc.boolean(), education: fc.boolean(), experience: fc.boolean(), skills: fc.boolean(), projects: fc.boolean(), certifications: fc.boolean(), dated: fc.boolean() });
  type Has = Readonly<Record<'summary' | 'education' | 'experience' | 'skills' | 'projects' | 'certifications' | 'dated', boolean>>;
  const resumeWith = (has: Has): Resume => {
    const { summary, ...rest } = whole;
    const { start: _start, end: _end, ...undated } = job();
    return {
      ...rest, ...(has.summary && summary ? { summary } : {}), education: has.education ? whole.education : [], experience: has.experience ? [has.dated ? job() : undated] : [],
      skills: has.skills ? whole.skills : [], projects: has.projects ? whole.projects : [], certifications: has.certifications ? whole.certifications : [],
    };
  };
  const lines = fc.array(fc.record({ text: fc.lorem({ maxCount: 40 }), column: fc.nat(2), fontSize: fc.integer({ min: 5, max: 14 }), boxed: fc.boolean() }), { minLength: 1, maxLength: 20 })
    .map((drafts) => drafts.map(({ text, column, fontSize, boxed }, index) => line(text, { line: index + 1, column, fontSize, ...(boxed ? { origin: 'text-box' as const } : {}) })));

  it('every number is within 0 and 100, the reasons add up to the part and the parts to the whole', () => {
    fc.assert(fc.property(sections, lines, fc.subarray(['triage', 'epic', 'excel']), fc.integer({ min: 1, max: 6 }), (has, own, named, pageCount) => {
      const { score, parts } = readBack(request({ resume: resumeWith(has), lines: own, pageCount, target: target(named) }));
      expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
      expect(score).toBeCloseTo(parts.reduce((sum, part) => sum + part.weight * part.score, 0), 0);
      for (const part of parts) {
        expect(part.score).toBeGreaterThanOrEqual(0);
        expect(part.score).toBeCloseTo(100 + part.reasons.reduce((sum, { effect }) => sum + effect, 0), 6);
      }
    }));
  });

  it('one section more never lowers completeness or quality', () => {
    fc.assert(fc.property(sections, fc.constantFrom('summary', 'skills', 'projects', 'certifications', 'education', 'experience'), (has, added) => {
      const before = readBack(request({ resume: resumeWith({ ...has, dated: true, [added]: false }) }));
      const after = readBack(request({ resume: resumeWith({ ...has, dated: true, [added]: true }) }));
      expect(after.quality).toBeGreaterThan(before.quality);
      expect(partOf(after, 'completeness')?.score).toBeGreaterThan(partOf(before, 'completeness')?.score ?? 0);
    }));
  });

  it('years taken away never raise the score of the format', () => {
    fc.assert(fc.property(sections, lines, (has, own) => {
      const dated = readBack(request({ lines: own, resume: resumeWith({ ...has, dated: true }) }));
      const undated = readBack(request({ lines: own, resume: resumeWith({ ...has, dated: false }) }));
      expect(partOf(undated, 'formatting')?.score).toBeLessThanOrEqual(partOf(dated, 'formatting')?.score ?? 0);
    }));
  });

  it('a skill named more never lowers the words of the role', () => {
    fc.assert(fc.property(fc.subarray(['triage', 'epic', 'excel']), fc.constantFrom('triage', 'epic', 'excel'), (named, added) => {
      const scoreWith = (ids: readonly string[]): number => partOf(readBack(request({ target: target(ids) })), 'keywords')?.score ?? -1;
      expect(scoreWith([...named, added])).toBeGreaterThanOrEqual(scoreWith(named));
    }));
  });
});
