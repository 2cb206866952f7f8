import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Education, Experience, Field, Resume, ResumeLine } from '../resume/types.ts';
import { readBack } from './read-back.ts';
import type { ReadBack, ReadBackPartName, ReadBackRequest } from './types.ts';

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
const request = (parts: Partial<ReadBackRequest> = {}): ReadBackRequest => ({ resume: whole, lines: [line('Asha Verma'), line('asha@example.com', { line: 2 }), words(500)], texts: [], pageHeights: [842], pageCount: 1, today, target: null, ...parts });
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
  it.each<[string, Partial<ReadBackRequest>, number]>([
    ['read-back.page-without-text', { pageHeights: [842, 842] }, 70],
    ['read-back.dates-without-years', { resume: { ...whole, experience: [undated] } }, 80],
    ['read-back.contact-at-edge', { lines: [line('asha@example.com', { line: 2, origin: 'page-margin' }), words(500)] }, 85],
    ['read-back.contact-at-edge', { lines: [line('asha@example.com', { line: 2, box: { x: 50, y: 8, width: 90, height: 10 } }), words(500)] }, 85],
    ['read-back.text-boxes', { lines: [line('Skills', { origin: 'text-box' }), words(500)] }, 85],
    ['read-back.columns', { lines: [line('Skills', { column: 1 }), words(500)] }, 90],
    ['read-back.tables', { lines: [line('B.Sc.', { table: { id: 0, row: 1 } }), words(500)] }, 92],
    ['read-back.unusual-heading', { resume: { ...whole, other: [{ id: 'p1l30', heading: 'My little wins', lines: [] }] } }, 96],
    ['read-back.small-print', { lines: [{ ...words(500), fontSize: 7 }] }, 90],
    ['read-back.odd-bullets', { lines: [line('Nursed', { bullet: '\uF0D8' }), words(500)] }, 95],
  ])('%s', (code, parts, score) => {
    const answer = readBack(request(parts));
    expect([partOf(answer, 'formatting')?.score, codesOf(answer, 'formatting')]).toEqual([score, [code]]);
  });

  it('never more than there is', () => {
    const heights = [842, 842, 842, 842];
    const lines = [line('x', { column: 1, table: { id: 0, row: 0 }, origin: 'text-box', bullet: '\uF0D8', fontSize: 5 })];
    expect(partOf(readBack(request({ lines, pageHeights: heights, resume: { ...whole, experience: [undated], education: [] } })), 'formatting')?.score).toBe(0);
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
