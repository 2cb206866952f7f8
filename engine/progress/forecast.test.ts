import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecastFinish, whatWouldChange, type ForecastInput } from './forecast.ts';
import { monday } from './progress.fixture.ts';
import { seededRandom } from '../seeds/seeded-random.ts';

const input = (more: Partial<ForecastInput>): ForecastInput => ({ openHours: 50, weeklyHours: [5, 5, 5, 5], today: monday, seed: 1, ...more });

describe('the finish', () => {
  test('of a steady pace is one day, without a spread', () => {
    expect(forecastFinish(input({}))).toMatchObject({ kind: 'dated', finishesOn: monday + 70, earliest: monday + 70, latest: monday + 70, monthsLeft: 2.3 });
  });
  test('of a changing pace lies in an interval', () => {
    const found = forecastFinish(input({ weeklyHours: [0, 10, 2, 8, 5, 5] }));
    if (found.kind !== 'dated' || found.latest === null) throw new Error(found.kind);
    expect(found.earliest).toBeLessThan(found.finishesOn);
    expect(found.latest).toBeGreaterThan(found.finishesOn);
  });
  test.each([
    ['no week is over', [], 3], ['one is', [5], 2], ['two are', [5, 5], 1],
    ['nothing was done in them', [0, 0, 0, 0], 2], ['something was done in one', [0, 5, 0, 0], 1],
  ])('is not made up while %s', (_case, weeklyHours, weeksMissing) => {
    expect(forecastFinish(input({ weeklyHours }))).toMatchObject({ kind: 'too-early', weeksMissing });
  });
  test('is here when nothing is open', () => {
    expect(forecastFinish(input({ openHours: 0, weeklyHours: [] }))).toMatchObject({ kind: 'finished' });
  });
  test('is not named beyond ten years', () => {
    expect(forecastFinish(input({ openHours: 20_000 }))).toMatchObject({ kind: 'beyond' });
  });
  test('rests on the last twelve weeks', () => {
    expect(forecastFinish(input({ weeklyHours: [...Array<number>(30).fill(40), ...Array<number>(12).fill(5)] }))).toEqual(forecastFinish(input({ weeklyHours: Array<number>(12).fill(5) })));
  });
});

const weekly = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 0, maxLength: 20 });

test('the same facts give the same forecast, never before today, with the median inside its interval', () => {
  fc.assert(fc.property(weekly, fc.integer({ min: 0, max: 300 }), fc.integer(), (weeklyHours, openHours, seed) => {
    const one = forecastFinish(input({ weeklyHours, openHours, seed }));
    expect(forecastFinish(input({ weeklyHours, openHours, seed }))).toEqual(one);
    if (one.kind !== 'dated') return;
    expect(one.earliest).toBeGreaterThanOrEqual(monday);
    expect(one.finishesOn).toBeGreaterThanOrEqual(one.earliest);
    expect(one.latest ?? Infinity).toBeGreaterThanOrEqual(one.finishesOn);
  }), { numRuns: 60 });
});

test('fewer open hours, or more in every week, never finish later', () => {
  fc.assert(fc.property(weekly, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 50 }), (weeklyHours, openHours, fewer) => {
    const finish = (more: Partial<ForecastInput>) => {
      const found = forecastFinish(input({ weeklyHours, openHours, ...more }));
      return found.kind === 'dated' ? found.finishesOn : found.kind === 'finished' ? monday : Infinity;
    };
    expect(finish({ openHours: Math.max(0, openHours - fewer) })).toBeLessThanOrEqual(finish({}));
    if (forecastFinish(input({ weeklyHours, openHours })).kind === 'dated') expect(finish({ weeklyHours: weeklyHours.map((hours) => hours + 1) })).toBeLessThanOrEqual(finish({}));
  }), { numRuns: 60 });
});

test('eight of ten finishes fall into the interval', () => {
  const random = seededRandom(20_260_105);
  /** Somebody who does nothing in one week of five and 2 to 10 hours in the others. */
  const week = () => (random() < 0.2 ? 0 : 2 + Math.floor(9 * random()));
  const people = 200;
  let inside = 0;
  for (let person = 0; person < people; person += 1) {
    const found = forecastFinish(input({ openHours: 80, weeklyHours: Array.from({ length: 10 }, week), seed: person }));
    if (found.kind !== 'dated') throw new Error(found.kind);
    let left = 80;
    let weeks = 0;
    for (; left > 0; weeks += 1) left -= week();
    const finished = monday + 7 * weeks;
    // A week that is not over is cut by the forecast and not by this person.
    if (finished > found.earliest - 7 && finished < (found.latest ?? Infinity) + 7) inside += 1;
  }
  expect(inside / people).toBeGreaterThan(0.72);
  expect(inside / people).toBeLessThan(0.95);
});

describe('what would change it', () => {
  test('is an hour more and a skill less, in days', () => {
    expect(whatWouldChange(input({}), { skillId: 'css', name: 'CSS', openHours: 10 })).toEqual([
      { kind: 'more-hours', hours: 1, daysSooner: 70 - Math.ceil((7 * 50) / 6) },
      { kind: 'leave-out', skillId: 'css', name: 'CSS', hours: 10, daysSooner: 14 },
    ]);
  });
  test('is nothing where there is no date', () => {
    expect(whatWouldChange(input({ weeklyHours: [5] }), null)).toEqual([]);
  });
});
