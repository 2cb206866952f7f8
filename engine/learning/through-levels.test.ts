import fc from 'fast-check';
import { expect, test } from 'vitest';
import { throughLevels, type LevelStanding } from './through-levels.ts';

const day = (count: number): Date => new Date(count * 86_400_000);
const standing = (level: 1 | 2 | 3 | 4, probability: number, parts: Partial<LevelStanding> = {}): LevelStanding => ({ skillId: 'git', level, probability, uncertainty: 0.1 * level, provenAt: null, fadesAt: day(10), reasons: [], ...parts });

test('a lower level is as likely as the likeliest above it, and says why', () => {
  const [beginner, advanced, expert] = throughLevels([standing(1, 0.56), standing(3, 0.97, { provenAt: day(5), fadesAt: day(40) }), standing(4, 0.3)]);
  expect(beginner).toMatchObject({ probability: 0.97, uncertainty: 0.1 * 3, provenAt: day(5), fadesAt: day(40), reasons: [{ what: { code: 'learning.mastery.above', params: { level: 3 } } }] });
  expect(advanced).toMatchObject({ probability: 0.97, reasons: [] });
  expect(expert).toMatchObject({ probability: 0.3, provenAt: null });
});

test('an own proof that lasts longer stays, and another skill proves nothing', () => {
  const [one] = throughLevels([standing(1, 0.96, { provenAt: day(1), fadesAt: day(50) }), standing(2, 0.97, { provenAt: day(2), fadesAt: day(20) })]);
  expect(one).toMatchObject({ provenAt: day(1), fadesAt: day(50) });
  expect(throughLevels([standing(1, 0.2), standing(4, 0.99, { skillId: 'sql' })])[0]).toMatchObject({ probability: 0.2, provenAt: null });
});

const anyStanding = fc.record({ skillId: fc.constantFrom('git', 'sql'), level: fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 4), probability: fc.double({ min: 0, max: 1, noNaN: true }), proven: fc.boolean(), fades: fc.integer({ min: 1, max: 99 }) })
  .map(({ skillId, level, probability, proven, fades }) => standing(level, probability, { skillId, provenAt: proven ? day(1) : null, fadesAt: day(fades) }));

test('mastery never rises with the level, a proof holds for every level below it, and nothing changes the second time', () => {
  fc.assert(fc.property(fc.uniqueArray(anyStanding, { selector: ({ skillId, level }) => `${skillId} ${String(level)}` }), fc.integer({ min: 0, max: 99 }), (standings, now) => {
    const through = throughLevels(standings);
    const holds = ({ provenAt, fadesAt }: LevelStanding) => provenAt !== null && fadesAt > day(now);
    for (const lower of through) for (const higher of through) {
      if (lower.skillId !== higher.skillId || lower.level >= higher.level) continue;
      expect(lower.probability).toBeGreaterThanOrEqual(higher.probability);
      if (holds(higher)) expect(holds(lower)).toBe(true);
    }
    expect(through.every(({ probability }, at) => probability >= (standings[at]?.probability ?? 1))).toBe(true);
    expect(throughLevels(through).map(({ probability, provenAt, fadesAt }) => [probability, provenAt, fadesAt])).toEqual(through.map(({ probability, provenAt, fadesAt }) => [probability, provenAt, fadesAt]));
  }));
});
