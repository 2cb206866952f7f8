import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resourceKinds } from '../knowledge/types.ts';
import { noFeedback } from '../roadmap/index.ts';
import { materialKey, materialOfLesson, materialOfResource, rankMaterials, type Material, type MaterialNeed, type RankedMaterial } from './rank-materials.ts';

const need: MaterialNeed = { skillId: 'sql', skillName: 'SQL', fromLevel: 0, toLevel: 2, minutesAvailable: 300 };
const wishes = { language: 'en', freeOnly: false, learningStyle: 'mixed', onDay: '2026-11-29' } as const;
const aMaterial = (id: string, facts: Partial<Material> = {}): Material => ({
  id, source: 'resource', skillId: 'sql', title: id, provider: 'p', url: 'https://p.example/', kind: 'course', cost: 'free', language: 'en', minutes: 60, fromLevel: 0, toLevel: 2, checked: false, ...facts,
});
const rank = (materials: readonly Material[], finished: string[] = [], facts: Partial<MaterialNeed> = {}, wished: object = {}) => rankMaterials({ ...need, ...facts }, materials, { ...wishes, ...wished }, noFeedback, new Set(finished));
const order = (ranked: readonly RankedMaterial[]) => ranked.map(({ id }) => id);

describe('of two materials comes first', () => {
  it.each<[string, string[], ReturnType<typeof rank>]>([
    ['the one that covers more of the levels', ['whole', 'half'], rank([aMaterial('half', { toLevel: 1 }), aMaterial('whole')])],
    ['the one that fits the week', ['short', 'long'], rank([aMaterial('long', { minutes: 3000 }), aMaterial('short')])],
    ['of two that are too long the one that has parts', ['book', 'course'], rank([aMaterial('course', { minutes: 3000 }), aMaterial('book', { minutes: 3000, kind: 'book' })])],
    ['of two that fit the shorter', ['short', 'longer'], rank([aMaterial('longer', { minutes: 90 }), aMaterial('short', { minutes: 20 })])],
    ['the one in the own language', ['hindi', 'english'], rank([aMaterial('english'), aMaterial('hindi', { language: 'hi', minutes: 3000 })], [], {}, { language: 'hi' })],
    ['the free one', ['free', 'paid'], rank([aMaterial('paid', { cost: 'paid' }), aMaterial('free', { minutes: 3000 })])],
    ['the one that is not finished', ['open', 'done'], rank([aMaterial('done'), aMaterial('open', { minutes: 3000, language: 'de', cost: 'paid' })], ['resource:done'])],
    ['the one that somebody checked', ['checked', 'found'], rank([aMaterial('found', { source: 'found' }), aMaterial('checked', { checked: true })])],
  ])('%s', (_rule, expected, ranked) => { expect(order(ranked)).toEqual(expected); });
});

it('leaves out what teaches another skill, nothing of the levels, or costs where only free is wanted', () => {
  expect(order(rank([aMaterial('other', { skillId: 'python' }), aMaterial('beyond', { fromLevel: 2, toLevel: 3 }), aMaterial('paid', { cost: 'paid' }), aMaterial('fits')], [], {}, { freeOnly: true }))).toEqual(['fits']);
});

it('says of a lesson, a found video and a finished one what they are', () => {
  const codes = rank([aMaterial('l', { source: 'lesson', url: null }), aMaterial('v', { source: 'found', kind: 'video', minutes: 900 })], ['lesson:l']).map(({ reasons }) => reasons.map(({ what }) => what.code));
  expect(codes).toEqual([['roadmap.reason.resource-relevance', 'study.reason.longer-than-week', 'study.reason.found-unchecked'], ['roadmap.reason.resource-relevance', 'study.reason.own-lesson', 'study.reason.finished']]);
});

it("makes a material of a lesson and of a resource, whose members' words count under its own id", () => {
  const lesson = materialOfLesson({ id: 'sql-joins', skillId: 'sql', title: 'Joins', level: 2, minutes: 9, text: '', checks: [], sources: [] });
  expect(lesson).toMatchObject({ source: 'lesson', fromLevel: 1, toLevel: 2, minutes: 9, url: null });
  const resource = (id: string) => materialOfResource({ id, title: id, provider: 'p', url: 'https://p.example/', kind: 'course', cost: 'free', language: 'en', hours: 1, fromLevel: 0, toLevel: 2, skills: ['sql'], checked: false }, 'sql');
  const told = { ...noFeedback, resources: [{ resourceId: 'b', ratings: 9, meanRating: 5, started: 0, finished: 0, lastFinishedOn: null }] };
  const [first] = rankMaterials(need, [resource('a'), resource('b')], wishes, told, new Set());
  expect(first?.id).toBe('b');
  expect(first?.reasons[0]?.evidence).toEqual([{ source: 'knowledge', kind: 'resource', id: 'b' }]);
});

const anyMaterial = fc.record({
  id: fc.stringMatching(/^[a-z]{1,6}$/), source: fc.constantFrom('lesson', 'resource', 'found'), kind: fc.constantFrom(...resourceKinds), cost: fc.constantFrom('free', 'free-to-audit', 'paid'),
  language: fc.constantFrom('en', 'hi', 'de'), minutes: fc.integer({ min: 1, max: 20_000 }), levels: fc.constantFrom([0, 1], [0, 2], [1, 2], [0, 4], [1, 3]), checked: fc.boolean(),
}).map(({ levels: [fromLevel = 0, toLevel = 1], ...facts }) => aMaterial(facts.id, { ...facts, fromLevel: fromLevel as 0, toLevel: toLevel as 1 }));
const anyMaterials = fc.uniqueArray(anyMaterial, { selector: materialKey, minLength: 1, maxLength: 12 });
const anyAvailable = fc.option(fc.integer({ min: 0, max: 3000 }));
const placeOf = (ranked: readonly RankedMaterial[], key: string) => ranked.findIndex((one) => materialKey(one) === key);

describe('whatever there is', () => {
  it('finishing a material never raises it, in place or score', () => {
    fc.assert(fc.property(anyMaterials, anyAvailable, fc.nat(), (materials, minutesAvailable, which) => {
      const key = materialKey(materials[which % materials.length] as Material);
      const [before, after] = [rank(materials, [], { minutesAvailable }), rank(materials, [key], { minutesAvailable })];
      expect(placeOf(after, key)).toBeGreaterThanOrEqual(placeOf(before, key));
      expect(after[placeOf(after, key)]?.score).toBe(before[placeOf(before, key)]?.score);
    }));
  });

  it('one that takes longer than there is time never stands above the same one made shorter', () => {
    fc.assert(fc.property(anyMaterial, fc.integer({ min: 1, max: 5000 }), anyAvailable, (material, more, minutesAvailable) => {
      const longer = { ...material, id: `${material.id}0`, minutes: material.minutes + more };
      const ranked = rank([longer, material], [], { minutesAvailable });
      if (ranked.length === 2) expect(order(ranked)).toEqual([material.id, longer.id]);
    }));
  });

  it('more time never lowers a score, scores lie between 0 and 1, and their reasons add up to them', () => {
    fc.assert(fc.property(anyMaterials, fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }), (materials, available, more) => {
      const [less, enough] = [rank(materials, [], { minutesAvailable: available }), rank(materials, [], { minutesAvailable: available + more })];
      for (const one of less) {
        expect(one.score).toBeGreaterThanOrEqual(0);
        expect(one.score).toBeLessThanOrEqual(1);
        expect(one.reasons.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(one.score, 9);
        expect(enough[placeOf(enough, materialKey(one))]?.score).toBeGreaterThanOrEqual(one.score);
      }
    }));
  });

  it('the order does not hang on the order in which they came', () => {
    fc.assert(fc.property(anyMaterials, (materials) => { expect(rank(materials.toReversed()).map(materialKey)).toEqual(rank(materials).map(materialKey)); }));
  });
});
