import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Resource } from '../knowledge/types.ts';
import { noFeedback } from './plan-roadmap.ts';
import { rankResources, type ResourceWishes, type ScoredResource } from './rank-resources.ts';
import { aKnowledge, anyWish, aRequest, aResource, aSkill, planOf } from './test-support/fixtures.ts';
import { tasksOf } from './progress.ts';
import type { Feedback, ResourceFeedback } from './types.ts';

const need = { skillId: 'js', skillName: 'JavaScript', fromLevel: 0, toLevel: 2 } as const;
const wishes: ResourceWishes = { language: 'en', freeOnly: false, learningStyle: 'mixed', onDay: '2026-01-05' };
const told = (resourceId: string, facts: Partial<ResourceFeedback>): ResourceFeedback =>
  ({ resourceId, ratings: 0, meanRating: 0, started: 0, finished: 0, lastFinishedOn: null, ...facts });
const heard = (...resources: ResourceFeedback[]): Feedback => ({ ...noFeedback, resources });
const js = (id: string, facts: Partial<Resource> = {}): Resource => aResource(id, ['js'], facts);
const rank = (resources: Resource[], asked: Partial<ResourceWishes> = {}, feedback = noFeedback): ScoredResource[] =>
  rankResources(need, resources, { ...wishes, ...asked }, feedback);
const ids = (ranked: readonly ScoredResource[]): string[] => ranked.map((entry) => entry.resourceId);

describe('the order', () => {
  it.each<{ rule: string; resources: Resource[]; asked?: Partial<ResourceWishes>; order: string[] }>([
    { rule: 'free, then free to audit, then paid', resources: [js('paid', { cost: 'paid' }), js('audit', { cost: 'free-to-audit' }), js('free')], order: ['free', 'audit', 'paid'] },
    { rule: 'no paid ones for those who pay nothing', resources: [js('paid', { cost: 'paid' }), js('audit', { cost: 'free-to-audit' })], asked: { freeOnly: true }, order: ['audit'] },
    { rule: 'the own language first, English next', resources: [js('fr', { language: 'fr' }), js('en'), js('hi', { language: 'hi', cost: 'paid' })], asked: { language: 'hi' }, order: ['hi', 'en', 'fr'] },
    { rule: 'what covers the way before what covers a part of it', resources: [js('first-half', { toLevel: 1 }), js('whole')], order: ['whole', 'first-half'] },
    { rule: 'what is for the way before what goes far beyond', resources: [js('beyond', { toLevel: 4 }), js('whole')], order: ['whole', 'beyond'] },
    { rule: 'nothing of other skills or other levels', resources: [aResource('css', ['css']), js('later', { fromLevel: 2, toLevel: 4 })], order: [] },
    { rule: 'videos for those who watch', resources: [js('book', { kind: 'book' }), js('video', { kind: 'video' })], asked: { learningStyle: 'watching' }, order: ['video', 'book'] },
    { rule: 'books for those who read', resources: [js('book', { kind: 'book' }), js('a-video', { kind: 'video' })], asked: { learningStyle: 'reading' }, order: ['book', 'a-video'] },
    { rule: 'practice for those who do', resources: [js('book', { kind: 'book' }), js('practice', { kind: 'practice' })], asked: { learningStyle: 'doing' }, order: ['practice', 'book'] },
    { rule: 'opened addresses before unopened', resources: [js('a', { checked: false }), js('b')], order: ['b', 'a'] },
    { rule: 'ties by id', resources: [js('b'), js('a')], order: ['a', 'b'] },
  ])('$rule', ({ resources, asked, order }) => {
    expect(ids(rank(resources, asked))).toEqual(order);
  });

  it('follows the members where relevance is equal', () => {
    const feedback = heard(told('loved', { ratings: 20, meanRating: 4.8 }), told('left', { ratings: 20, meanRating: 1.4 }));
    expect(ids(rank([js('left'), js('loved'), js('unknown')], {}, feedback))).toEqual(['loved', 'unknown', 'left']);
  });
});

describe('the score', () => {
  it('is relevance alone while no member has said anything', () => {
    expect(rank([js('a')])[0]).toMatchObject({ score: 1, parts: { relevance: 1, rating: null, completion: null, recency: null } });
  });

  it('is the weighted sum of the four parts once all are known', () => {
    const feedback = heard(told('a', { ratings: 6, meanRating: 5, started: 6, finished: 3, lastFinishedOn: '2025-01-05' }));
    const [a] = rank([js('a')], {}, feedback);
    expect(a?.parts).toEqual({ relevance: 1, rating: 0.8, completion: 0.5, recency: 0.5 });
    expect(a?.score).toBeCloseTo(0.4 + 0.3 * 0.8 + 0.2 * 0.5 + 0.1 * 0.5, 12);
  });

  it('leaves a part out, with the others renormalised, only while it is unknown of all', () => {
    const [a] = rank([js('a')], {}, heard(told('b', { ratings: 3, meanRating: 5 })));
    expect(a?.score).toBeCloseTo((0.4 + 0.3 * 0.5) / 0.7, 12);
  });

  it('is explained by reasons that add up to it, without counts or dates of fewer than 5 people', () => {
    const feedback = heard(told('a', { ratings: 4, meanRating: 5, started: 9, finished: 4, lastFinishedOn: '2025-12-31' }));
    const [a] = rank([js('a')], {}, feedback);
    expect(a?.reasons.reduce((sum, reason) => sum + reason.effect, 0)).toBeCloseTo(a?.score ?? 0, 12);
    expect(a?.reasons.map((reason) => reason.what.code)).toEqual(['roadmap.reason.resource-relevance', 'roadmap.reason.resource-completion', 'roadmap.reason.resource-few-members']);
  });

  const count = fc.nat(30);
  const anyTold = (id: string): fc.Arbitrary<ResourceFeedback> => fc.record({
    ratings: count, meanRating: fc.double({ min: 1, max: 5, noNaN: true }), started: count, finished: count,
    lastFinishedOn: fc.constantFrom(null, '2024-05-01', '2026-01-04'),
  }).map((facts) => told(id, facts));

  it('stays within 0 and 1', () => {
    fc.assert(fc.property(anyTold('a'), anyTold('b'), (a, b) => {
      for (const entry of rank([js('a'), js('b', { checked: false, kind: 'video' })], { learningStyle: 'reading' }, heard(a, b))) {
        expect(entry.score >= 0 && entry.score <= 1).toBe(true);
      }
    }));
  });

  it('never falls by a good word: another five stars, another who finished it', () => {
    fc.assert(fc.property(anyTold('a'), anyTold('b'), (a, other) => {
      fc.pre(other.ratings > 0 && other.started > 0);
      const better: ResourceFeedback = {
        ...a, ratings: a.ratings + 1, meanRating: (a.ratings * a.meanRating + 5) / (a.ratings + 1), started: a.started + 1, finished: Math.min(a.started, a.finished) + 1,
      };
      const before = rank([js('a')], {}, heard(a, other))[0]?.score ?? 0;
      const after = rank([js('a')], {}, heard(better, other))[0]?.score ?? 0;
      expect(after).toBeGreaterThanOrEqual(before - 1e-12);
    }));
  });
});

describe('the resources of a plan', () => {
  const skills = Array.from({ length: 25 }, (_, index) => aSkill(`s${index}`));
  const resources = skills.flatMap((skill) => [1, 2, 3].map((at) => aResource(`${skill.id}-r${at}`, [skill.id], { cost: at === 3 ? 'paid' : 'free' })));
  const planned = (count: number): number => planOf(aRequest({
    targets: skills.slice(0, count).map((skill) => ({ skillId: skill.id, level: 1, importance: 50 })),
  }), aKnowledge({ skills, resources })).resources.length;

  it.each([[25, 20], [12, 12], [5, 10], [2, 6]])('for %i skills are %i', (count, chosen) => {
    expect(planned(count)).toBe(chosen);
  });

  it('stand once each, and tasks name only resources that teach their skill', () => {
    fc.assert(fc.property(anyWish, ({ knowledge, request }) => {
      const plan = planOf(request, knowledge);
      const listed = plan.resources.map((resource) => resource.resourceId);
      expect(new Set(listed).size).toBe(listed.length);
      const byId = new Map(knowledge.resources.map((resource) => [resource.id, resource]));
      for (const task of tasksOf(plan)) for (const id of task.resourceIds) expect(byId.get(id)?.skills).toContain(task.skillId);
    }));
  });

  it('send practice to practise tasks and the rest to learn tasks', () => {
    const knowledge = aKnowledge({ skills: [aSkill('js')], resources: [js('book', { kind: 'book' }), js('drill', { kind: 'practice' })] });
    const tasks = tasksOf(planOf(aRequest({ targets: [{ skillId: 'js', level: 1, importance: 50 }] }), knowledge));
    expect(Object.fromEntries(tasks.map((task) => [task.kind, task.resourceIds]))).toEqual({ learn: ['book'], practise: ['drill'], check: [] });
  });
});
