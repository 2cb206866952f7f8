import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profileSkills, type ProfileRequest } from './profile-skills.ts';
import type { ProfileSection } from './observations.ts';
import { fixtureSkills } from './skills.fixture.ts';
import { compileTaxonomy } from './taxonomy.ts';
import type { ProfiledSkill, SkillCorrection } from './types.ts';

const taxonomy = compileTaxonomy(fixtureSkills);
const today = { year: 2026, month: 3 };

type Facts = Partial<Omit<ProfileSection, 'section' | 'lines'>>;

let lineNumber = 0;
function section(kind: ProfileSection['section'], lines: readonly string[], facts: Facts = {}): ProfileSection {
  return { section: kind, ...facts, lines: lines.map((text, index) => ({ page: 1, line: (lineNumber += 1), text, ...(index > 0 && { bullet: '•' }) })) };
}

const skillsLine = (...lines: string[]): ProfileSection => section('skills', lines);
const job = (lines: readonly string[], facts: Facts = {}): ProfileSection => section('experience', ['Developer, Acme', ...lines], { entryId: lines.join(), start: '2024-03', current: true, ...facts });
const project = (line: string, facts: Facts = {}): ProfileSection => section('projects', ['A project', line], { entryId: line, start: '2025-06', end: '2025-12', ...facts });

function profile(sections: readonly ProfileSection[], corrections: readonly SkillCorrection[] = []): Record<string, ProfiledSkill> {
  const request: ProfileRequest = { sections, taxonomy, today, corrections };
  return Object.fromEntries(profileSkills(request).skills.map((skill) => [skill.skillId, skill]));
}

describe('levels', () => {
  test.each<[string, readonly ProfileSection[], number]>([
    ['only listed', [skillsLine('SQL')], 1],
    ['called basic', [skillsLine('Basic SQL')], 1],
    ['called advanced and never shown', [skillsLine('SQL (Advanced)')], 2],
    ['called expert and never shown', [skillsLine('SQL (Expert)')], 2],
    ['one project', [project('A SQL shop')], 1],
    ['two projects', [project('A SQL shop'), project('A SQL library')], 2],
    ['two years in a job that names it twice', [job(['Wrote SQL', 'Tuned SQL'])], 2],
    ['four years in a job that names it once', [job(['Wrote SQL'], { start: '2022-03' })], 2],
    ['four years in a job that names it twice', [job(['Wrote SQL', 'Tuned SQL'], { start: '2022-03' })], 3],
    ['two jobs and eight years', [job(['Wrote SQL', 'Tuned SQL'], { start: '2021-03' }), job(['More SQL'], { start: '2018-03', end: '2021-02', current: false })], 4],
    ['four years, ten years ago', [job(['Wrote SQL', 'Tuned SQL'], { start: '2012-03', end: '2016-03', current: false })], 2],
    ['half a year, ten years ago', [job(['Wrote SQL', 'Tuned SQL'], { start: '2015-10', end: '2016-03', current: false })], 1],
    ['two projects without dates', [section('projects', ['A SQL shop'], { entryId: 'a' }), section('projects', ['A SQL library'], { entryId: 'b' })], 2],
    ['three months as an intern', [section('experience', ['Intern, Acme', 'Wrote SQL', 'Tuned SQL'], { entryId: 'i', start: '2026-01', end: '2026-03' })], 2],
    ['two basic projects', [project('A SQL shop'), project('A SQL library'), skillsLine('Basic: SQL')], 1],
  ])('%s', (_, sections, level) => {
    expect(profile(sections)['sql']?.level).toBe(level);
  });

  test('who worked with Django worked with Python', () => {
    const listed = profile([skillsLine('Python')])['python'];
    const used = profile([skillsLine('Python'), job(['Built with Django'])])['python'];
    expect(used?.score).toBeGreaterThan(listed?.score ?? Infinity);
    expect(used?.reasons.map(({ what }) => what.code)).toContain('skill.through');
  });

  test('a skill that another is built on is implied, as a beginner of low confidence', () => {
    const { python } = profile([project('Cleaned data with pandas')]);
    expect(python).toMatchObject({ level: 1, reasons: [{ what: { code: 'skill.implied', params: { by: 'pandas' } } }] });
    expect(python?.confidence).toBeLessThan(0.4);
  });

  test("so is a skill that cannot be done without, but not a beginner's knowledge from another field", () => {
    const skills = profile([project('Built with Django')]);
    expect(skills['python']?.reasons[0]?.what).toEqual({ code: 'skill.implied', params: { by: 'Django' } });
    expect(skills).not.toHaveProperty('html');
  });

  test('spoken languages have the level that is said', () => {
    const { english, hindi } = profile([section('languages', ['English (C1), Hindi – native'])]);
    expect([english?.level, hindi?.level]).toEqual([3, 4]);
  });
});

describe('years', () => {
  test('overlapping entries count once', () => {
    const { sql } = profile([job(['SQL'], { start: '2024-03', end: '2026-02', current: false }), project('SQL', { start: '2025-01', end: '2025-12' })]);
    expect(sql).toMatchObject({ years: 2, lastUsed: '2026-02' });
  });

  test('are unknown when nothing is dated', () => {
    expect(profile([skillsLine('SQL')])['sql']).toMatchObject({ years: null, lastUsed: null });
  });

  test("a degree's years are not years of what it taught", () => {
    expect(profile([section('education', ['B.Tech, SQL'], { entryId: 'e', start: '2020-01', end: '2024-01' })])['sql']?.years).toBeNull();
  });
});

describe('negation', () => {
  test('a denied skill is not had, and not implied either', () => {
    expect(profile([section('summary', ['No experience with Python.']), project('pandas')])).not.toHaveProperty('python');
  });

  test('denying a skill elsewhere adds nothing', () => {
    const sections = [project('A SQL shop')];
    expect(profile([...sections, section('summary', ['No experience with Java.'])])).toEqual(profile(sections));
  });
});

describe('wishes', () => {
  test('what is only wished for is at 0, with the line that says so', () => {
    const { level, score, reasons } = profile([section('summary', ['Keen to learn SQL.'])])['sql'] as ProfiledSkill;
    expect({ level, score, code: reasons[0]?.what.code, line: reasons[0]?.evidence[0] }).toMatchObject({ level: 0, score: 0, code: 'skill.wished', line: { source: 'resume' } });
  });

  test('a wish takes nothing from what is shown, and adds nothing to it', () => {
    const sections = [project('A SQL shop')];
    expect(profile([...sections, section('summary', ['Looking for a post in SQL.'])])).toEqual(profile(sections));
  });

  test('what another skill implies stays implied', () => {
    expect(profile([project('pandas'), section('summary', ['Eager to learn Python.'])])['python']).toMatchObject({ level: 1 });
  });

  test('a staff engineer is senior, a staff nurse is not', () => {
    const score = (title: string): number => profile([section('experience', [title, 'Wrote SQL'], { entryId: 'post', start: '2024-03', current: true })])['sql']?.score ?? 0;
    expect(score('Staff Software Engineer')).toBeGreaterThan(score('Software Engineer'));
    expect(score('Staff Nurse')).toBe(score('Nurse'));
  });

  test('at work it is no wish', () => {
    expect(profile([job(['Helped people looking for SQL'])])['sql']?.level).toBeGreaterThan(0);
  });

  test('the own word wins', () => {
    expect(profile([section('summary', ['Keen to learn SQL.'])], [{ skillId: 'sql', level: 2 }])['sql']).toMatchObject({ level: 2, source: 'person' });
  });
});

describe('corrections', () => {
  test('win over what was read', () => {
    expect(profile([skillsLine('SQL')], [{ skillId: 'sql', level: 4 }])['sql']).toMatchObject({ level: 4, source: 'person', confidence: 1 });
  });
  test('add what was not read', () => {
    expect(profile([], [{ skillId: 'git', level: 2 }])['git']).toMatchObject({ level: 2, source: 'person' });
  });
  test('at level 0 say that it is not had, and it is not implied', () => {
    expect(profile([project('pandas')], [{ skillId: 'python', level: 0 }])['python']).toMatchObject({ level: 0, source: 'person' });
  });
  test('of skills nobody knows are left out', () => {
    expect(profile([], [{ skillId: 'unknown', level: 2 }])).toEqual({});
  });
});

describe('reasons', () => {
  test('point at the line', () => {
    const [line] = project('A SQL shop').lines.slice(1);
    const sections = [section('projects', ['A project', 'A SQL shop'], { entryId: 'p' })];
    expect(profile(sections)['sql']?.evidence).toEqual([{ source: 'resume', page: 1, line: sections[0]?.lines[1]?.line, text: line?.text }]);
  });
});

const names = ['SQL', 'Python', 'Docker', 'Git', 'Machine Learning', 'Django', 'pandas', 'PostgreSQL', 'TypeScript', 'Communication'];
const unrelated = ['Won the district chess cup.', 'Organised a blood donation camp.', 'Grew sales by a third.'];
const name = fc.constantFrom(...names);
const year = fc.integer({ min: 2010, max: 2025 });
const anyLine = fc.tuple(fc.constantFrom('Used', 'Advanced', 'Basic', 'Expert in', 'No experience with'), fc.array(name, { minLength: 1, maxLength: 3 })).map(([how, list]) => `${how} ${list.join(', ')}`);
const anySection: fc.Arbitrary<ProfileSection> = fc.oneof(
  fc.array(anyLine, { minLength: 1, maxLength: 4 }).map((lines) => skillsLine(...lines)),
  fc.tuple(fc.array(anyLine, { minLength: 1, maxLength: 4 }), year, fc.nat({ max: 6 }), fc.uuid()).map(([lines, start, length, id]) =>
    job(lines, { entryId: id, start: `${start}-01`, end: `${start + length}-12`, current: false })),
  fc.tuple(anyLine, fc.uuid()).map(([line, id]) => section('projects', ['A project', line], { entryId: id })),
);
const anyResume = fc.array(anySection, { minLength: 1, maxLength: 5 });
const levels = (skills: Record<string, ProfiledSkill>): Record<string, number> => Object.fromEntries(Object.entries(skills).map(([id, { level }]) => [id, level]));

describe('whatever the resume', () => {
  test('effects add up to the score, and the score gives the level', () => {
    fc.assert(fc.property(anyResume, (sections) => {
      for (const skill of Object.values(profile(sections))) {
        expect(skill.reasons.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(skill.score, 6);
        expect(skill.score).toBeGreaterThan(0);
        expect(skill.score).toBeLessThanOrEqual(100);
      }
    }));
  });

  test('an unrelated sentence never lowers a level', () => {
    fc.assert(fc.property(anyResume, fc.nat(), fc.constantFrom(...unrelated), (sections, at, sentence) => {
      const changed = sections.map((one, index) => (index === at % sections.length ? { ...one, lines: [...one.lines, { page: 1, line: 9999, text: sentence, bullet: '•' }] } : one));
      expect(levels(profile(changed))).toEqual(levels(profile(sections)));
    }));
  });

  test('more years never lower a level', () => {
    fc.assert(fc.property(anyResume, fc.integer({ min: 1, max: 5 }), (sections, more) => {
      const longer = sections.map((one) => (one.start === undefined ? one : { ...one, start: `${Number(one.start.slice(0, 4)) - more}-01` }));
      const before = profile(sections);
      for (const [id, skill] of Object.entries(profile(longer))) expect(skill.level).toBeGreaterThanOrEqual(before[id]?.level ?? 0);
    }));
  });

  test('a further section that names a skill never lowers it, unless it calls it basic', () => {
    fc.assert(fc.property(anyResume, name, year, (sections, skill, start) => {
      const before = profile(sections);
      const after = profile([...sections, job([`Used ${skill}`], { entryId: 'further', start: `${start}-01`, end: `${start}-12`, current: false })]);
      for (const [id, { score }] of Object.entries(before)) expect(after[id]?.score).toBeGreaterThanOrEqual(score);
    }));
  });

  test('the order of sections and of their bullets does not matter', () => {
    fc.assert(fc.property(anyResume, (sections) => {
      const turned = sections.toReversed().map((one) => (one.section === 'skills' ? one : { ...one, lines: [one.lines[0] as (typeof one.lines)[number], ...one.lines.slice(1).toReversed()] }));
      expect(levels(profile(turned))).toEqual(levels(profile(sections)));
    }));
  });

  test('the case of its letters does not matter', () => {
    fc.assert(fc.property(anyResume, (sections) => {
      const loud = sections.map((one) => ({ ...one, lines: one.lines.map((line) => ({ ...line, text: line.text.toUpperCase() })) }));
      expect(levels(profile(loud))).toEqual(levels(profile(sections)));
    }));
  });

  test('a line that denies a skill adds none and raises none', () => {
    fc.assert(fc.property(anyResume, name, (sections, skill) => {
      const before = profile(sections);
      for (const [id, { score }] of Object.entries(profile([...sections, section('summary', [`No experience with ${skill}.`])]))) {
        expect(score).toBeLessThanOrEqual(before[id]?.score ?? 0);
      }
    }));
  });
});
