/** What holds of skills that a resume tells in other words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Skill } from '../knowledge/types.ts';
import type { ProfileSection } from './observations.ts';
import { profileSkills } from './profile-skills.ts';
import { compileTaxonomy } from './taxonomy.ts';
import type { ProfiledSkill } from './types.ts';

const skill = (id: string, name: string): Skill => ({ id, name, category: 'health', aliases: [], ambiguous: [], hours: [1, 2, 3, 4], demand: 0.5, prerequisites: [], related: [], checkpoints: {} });
const taxonomy = compileTaxonomy([skill('medication', 'Medication administration'), skill('wounds', 'Wound care')], [
  { id: 'medication', said: [{ do: ['give'], what: ['medicine'] }] },
  { id: 'wounds', said: [{ do: ['dress'], what: ['wound'] }] },
]);
const today = { year: 2026, month: 3 };

function work(lines: readonly string[], { title = 'Nurse, Hill Hospital', ...facts }: Partial<ProfileSection> & { readonly title?: string } = {}): ProfileSection {
  return { section: 'experience', entryId: 'ward', start: '2024-03', current: true, ...facts, lines: [title, ...lines].map((text, at) => ({ page: 1, line: at + 1, text, ...(at > 0 && { bullet: '•' }) })) };
}

function medication(...sections: ProfileSection[]): ProfiledSkill | undefined {
  return profileSkills({ sections, taxonomy, today, corrections: [] }).skills.find(({ skillId }) => skillId === 'medication');
}
const codes = (read: ProfiledSkill | undefined): (string | undefined)[] => read?.reasons.map(({ what }) => what.code) ?? [];
const list: ProfileSection = { section: 'skills', lines: [{ page: 1, line: 30, text: 'Medication administration' }] };

test('a bullet that tells of it shows a skill, with the sentence, and less surely than its name', () => {
  const told = medication(work(['Give medicines to inpatients']));
  const named = medication(work(['Medication administration for inpatients']));
  expect(told).toMatchObject({ level: named?.level, evidence: [{ source: 'resume', text: 'Give medicines to inpatients' }] });
  expect(told?.confidence).toBeLessThan(named?.confidence ?? 0);
  expect(told?.reasons[0]).toMatchObject({ what: { code: 'skill.described' }, effect: 0 });
});

test('what is only listed and told at work is not a beginner’s', () => {
  expect(medication(list)?.level).toBe(1);
  const both = medication(list, work(['Give medicines every shift']));
  expect(both?.level).toBe(2);
  expect(codes(both)).toContain('skill.described-too');
});

test('the effects of the reasons add up to the score', () => {
  const read = medication(list, work(['Trained four juniors and gave medicines every shift']));
  expect(read?.reasons.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(read?.score ?? -1, 5);
});

describe('what raises it', () => {
  test('a line that says how regular it is counts all the years', () => {
    const once = medication(work(['Give medicines']));
    const regular = medication(work(['Give medicines every shift']));
    expect(regular?.score).toBeGreaterThan(once?.score ?? Infinity);
    expect(codes(once)).toContain('skill.named-once');
    expect(codes(regular)).toContain('skill.years-regular');
  });

  test('having taught it or led others in it', () => {
    const taught = medication(work(['Trained two new nurses and gave medicines']));
    expect(taught?.score).toBeGreaterThan(medication(work(['Gave medicines']))?.score ?? Infinity);
    expect(codes(taught)).toContain('skill.in-charge');
  });

  test('a senior title is not added to by the same words', () => {
    const senior = medication(work(['Supervised staff and gave medicines'], { title: 'Senior Nurse, Hill Hospital' }));
    expect(codes(senior)).toContain('skill.senior-role');
    expect(codes(senior)).not.toContain('skill.in-charge');
  });
});

describe('what does not count', () => {
  test.each([
    ['a denial', work(['No experience of giving medicines'])],
    ['a plan', work(['Will give medicines from next month'])],
    ['a wish', { section: 'summary', lines: [{ page: 1, line: 1, text: 'Looking for a post in which I give medicines' }] } satisfies ProfileSection],
    ['the work of others', work(['Helped doctors who give medicines'])],
    ['a list of what is liked', { section: 'interests', lines: [{ page: 1, line: 1, text: 'Give medicines to strays' }] } satisfies ProfileSection],
  ])('%s', (_, section) => {
    expect(medication(section)).toBeUndefined();
  });
});

describe('whatever else the resume says', () => {
  const bullets = fc.array(fc.constantFrom('Give medicines', 'Gave medicines every shift', 'Trained two nurses and gave medicines', 'Dressed wounds', 'Kept the ward clean', 'Won a prize'), { minLength: 1, maxLength: 5 });
  const scoreOf = (...sections: ProfileSection[]): number => medication(...sections)?.score ?? 0;

  test('another sentence never lowers it', () => {
    fc.assert(fc.property(bullets, bullets, (some, more) => {
      expect(scoreOf(work([...some, ...more]))).toBeGreaterThanOrEqual(scoreOf(work(some)));
    }));
  });

  test('a longer time never lowers it', () => {
    fc.assert(fc.property(bullets, fc.integer({ min: 2000, max: 2025 }), fc.integer({ min: 0, max: 10 }), (some, year, earlier) => {
      expect(scoreOf(work(some, { start: `${year - earlier}-03` }))).toBeGreaterThanOrEqual(scoreOf(work(some, { start: `${year}-03` })));
    }));
  });

  test('the order of the sentences does not matter', () => {
    fc.assert(fc.property(bullets, (some) => {
      expect(scoreOf(work(some.toReversed()))).toBe(scoreOf(work(some)));
    }));
  });
});
