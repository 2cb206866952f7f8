import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level, Resource } from '../knowledge/types.ts';
import { wordInEnglish } from './english.ts';
import { toPrintModel } from './print-model.ts';
import { tasksOf } from './progress.ts';
import { aKnowledge, anyWish, aRequest, aResource, aSkill, planOf } from './test-support/fixtures.ts';
import type { Plan } from './types.ts';

/** Six hours lead to the first level, three of them learning; eighteen to the second. */
const testing = aSkill('testing', { hours: [6, 18, 45, 95] });
const resource = (id: string, hours: number, facts: Partial<Resource> = {}): Resource => aResource(id, ['testing'], { hours, toLevel: 1, ...facts });
const planWith = (resources: Resource[], level: Level = 1, language = 'en'): Plan =>
  planOf(aRequest({ targets: [{ skillId: 'testing', level, importance: 50 }], hoursPerWeek: 40, language }), aKnowledge({ skills: [testing], resources }));
const learned = (plan: Plan, level: Level = 1) => tasksOf(plan).find((task) => task.kind === 'learn' && task.level === level);

describe('a step of six hours', () => {
  it.each<{ rule: string; resources: Resource[]; offered: string[]; inPart?: string[] }>([
    { rule: 'is never learned from a long course while a short one is there', resources: [resource('a-long-course', 70), resource('short-course', 6)], offered: ['short-course'] },
    { rule: 'is never learned from a long course while a book can be read in parts', resources: [resource('a-long-course', 70), resource('book', 70, { kind: 'book' })], offered: ['book'], inPart: ['book'] },
    { rule: 'is learned from what fits, then from a part', resources: [resource('a-manual', 40, { kind: 'documentation' }), resource('short-course', 6)], offered: ['short-course', 'a-manual'], inPart: ['a-manual'] },
    { rule: 'takes a part of the shortest where there is nothing else', resources: [resource('a-long-course', 70), resource('course', 30)], offered: ['course'], inPart: ['course'] },
    { rule: 'is not learned from what is written for another trade', resources: [resource('a-nurses-guide', 3, { trades: ['health'] }), resource('guide', 5), resource('testers-guide', 6, { trades: [testing.category] })], offered: ['guide', 'testers-guide'] },
    { rule: 'is learned from what is written for another trade where there is nothing else', resources: [resource('nurses-guide', 3, { trades: ['health'] })], offered: ['nurses-guide'] },
    { rule: 'keeps to what is free before what fits', resources: [resource('paid', 5, { cost: 'paid' }), resource('manual', 40, { kind: 'documentation' })], offered: ['manual', 'paid'], inPart: ['manual'] },
  ])('$rule', ({ resources, offered, inPart }) => {
    expect(learned(planWith(resources))).toMatchObject({ resourceIds: offered });
    expect(learned(planWith(resources))?.partResourceIds).toEqual(inPart);
  });

  it('keeps to the own language before what fits', () => {
    const resources = [resource('english', 5), resource('hindi-book', 40, { kind: 'book', language: 'hi' })];
    expect(learned(planWith(resources, 1, 'hi'))?.resourceIds).toEqual(['hindi-book', 'english']);
  });
});

describe('a course over two levels', () => {
  const course = resource('course', 20, { toLevel: 2 });
  const shorter = resource('shorter', 7);

  it('is begun in the first step where the plan goes on to the second, and is not called a part there', () => {
    const plan = planWith([course], 2);
    expect([learned(plan, 1)?.partResourceIds, learned(plan, 2)?.partResourceIds]).toEqual([['course'], ['course']]);
  });

  it('gives way to a shorter one where the plan ends at the first', () => {
    expect(learned(planWith([course, shorter, resource('short', 5)]))?.resourceIds).toEqual(['short']);
  });
});

it('the document says of which resources a part is meant', () => {
  const named = new Map([['manual', { title: 'The manual', url: 'https://example.org/' }]]);
  const blocks = toPrintModel(planWith([resource('manual', 40, { kind: 'documentation' })]), [], wordInEnglish, named).blocks;
  const titles = blocks.flatMap((block) => (block.kind === 'tasks' ? block.items : [])).flatMap(({ resources }) => resources.map(({ title }) => title));
  expect(new Set(titles)).toEqual(new Set(['part of The manual']));
});

const inParts = new Set(['documentation', 'reference', 'book', 'tutorial', 'practice']);

interface NamedInStep {
  readonly resource: Resource;
  readonly isPart: boolean;
  readonly isAlone: boolean;
  /** What the knowledge says the step takes, before projects take their share of its practice. */
  readonly stepHours: number;
  readonly plannedHours: number;
}

const anyNamedInStep: fc.Arbitrary<NamedInStep[]> = anyWish.chain(({ knowledge, request }) =>
  fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 12, maxLength: 12 }).map((hours) => {
    const resources = knowledge.resources.map((one, at) => ({ ...one, hours: hours[at] ?? 1 }));
    const { steps } = planOf(request, { ...knowledge, resources });
    const hoursOf = (skillId: string, level: Level): number => knowledge.skills.find(({ id }) => id === skillId)?.hours[level - 1] ?? 0;
    return steps.flatMap(({ skillId, level, learnResourceIds, practiseResourceIds, partResourceIds = [] }) => {
      const named = [...new Set([...learnResourceIds, ...practiseResourceIds])];
      return resources.filter(({ id }) => named.includes(id)).map((one) => ({
        resource: one, isPart: partResourceIds.includes(one.id), isAlone: named.length === 1, stepHours: hoursOf(skillId, level),
        plannedHours: steps.filter((other) => other.skillId === skillId && other.level > one.fromLevel && other.level <= one.toLevel)
          .reduce((sum, other) => sum + hoursOf(skillId, other.level), 0),
      }));
    });
  }));

describe('in any step of any plan', () => {
  it('a resource longer than the step is called a part, and a shorter one is not', () => {
    fc.assert(fc.property(anyNamedInStep, (named) => {
      for (const { resource: { hours }, isPart, stepHours } of named) expect(isPart).toBe(hours > stepHours);
    }));
  });

  it('what has no parts is named beyond the hours planned for it only where it stands alone', () => {
    fc.assert(fc.property(anyNamedInStep, (named) => {
      for (const { resource: { hours, kind }, isAlone, plannedHours } of named) expect(hours <= plannedHours || inParts.has(kind) || isAlone).toBe(true);
    }));
  });
});
