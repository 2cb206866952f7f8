import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileGazetteer, distanceKilometres, readPlace, readPlaces } from './index.ts';

/** The form that scripts/derive-places.ts writes; the whole table is tested where it is loaded. */
const table = [
  ['US\tUnited States\tसंयुक्त राज्य\t39\t-95', 'IN\tIndia\tभारत\t21\t78', 'GE\tGeorgia\tजॉर्जिया\t42\t43.7'],
  ['US\tIllinois\tIL\t40\t-89', 'US\tMassachusetts\tMA\t42\t-72', 'US\tMissouri\tMO\t38\t-92', 'US\tGeorgia\tGA\t33\t-84', 'US\tNew York\tNY\t41\t-74', 'IN\tMaharashtra\t\t19\t74', 'IN\tHaryana\t\t29\t77', 'US\tIndiana\tIN\t40\t-86'],
  [
    'gurgaon\tGurugram\tIN\t6\t28460\t77026\t197', 'gurugram\t\tIN\t6\t28460\t77026\t197', 'mumbai\t\tIN\t5\t19073\t72883\t12692', 'new york city\t\tUS\t4\t40714\t-74006\t8175', 'pune\t\tIN\t5\t18520\t73855\t2935',
    'springfield\t\tUS\t0\t39802\t-89644\t117', 'springfield\t\tUS\t1\t42101\t-72590\t154', 'springfield\t\tUS\t2\t37215\t-93298\t167', 'st louis\tSt. Louis\tUS\t2\t38627\t-90198\t315',
  ],
].map((lines) => lines.join('\n')).join('\n\n');
const gazetteer = compileGazetteer(table);

test.each([
  ['Gurgaon', 'Gurugram', 'Haryana', 'IN'],
  ['NYC', 'New York City', 'New York', 'US'],
  ['saint louis, mo', 'St. Louis', 'Missouri', 'US'],
  ['Springfield, Illinois 62701', 'Springfield', 'Illinois', 'US'],
  ['Georgia', 'Georgia', null, 'GE'],
  ['Georgia, USA', 'Georgia', 'Georgia', 'US'],
  ['IN', 'India', null, 'IN'],
])('%s is %s', (text, name, state, country) => {
  expect(readPlace(text, gazetteer)).toMatchObject({ name, state, country });
});

test('every town of a table is found, wherever its line stands, and a name between two of them is not', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 2, maxLength: 40 }), ([absent = '', ...names]) => {
    const lines = names.toSorted().map((name) => `${name}\t\tIN\t5\t19073\t72883\t10`);
    const own = compileGazetteer([table.split('\n\n').slice(0, 2).join('\n\n'), lines.join('\n')].join('\n\n'));
    const towns = (name: string): number => own.meanings(name).filter(({ kind }) => kind === 'city').length;
    expect(names.map(towns)).toEqual(names.map(() => 1));
    expect(towns(absent)).toBe(0);
  }));
});

test('a text that is too long for a place is none', () => {
  expect(readPlaces(`Mumbai ${'and more '.repeat(40)}`, gazetteer)).toEqual([]);
});

test('an ambiguous name says so, and what else it may mean', () => {
  const springfield = readPlace('Springfield', gazetteer);
  expect(springfield?.confidence).toBeLessThan(0.5);
  expect(springfield?.alternatives).toHaveLength(2);
  expect(readPlace('Springfield, IL', gazetteer)?.confidence).toBeGreaterThan(0.9);
});

test('places lie where they are, to a kilometre', () => {
  const mumbai = readPlace('Mumbai', gazetteer);
  const pune = readPlace('Pune', gazetteer);
  expect(distanceKilometres(mumbai!, pune!)).toBeCloseTo(119, -1);
  expect(distanceKilometres(mumbai!, mumbai!)).toBe(0);
  expect(distanceKilometres(mumbai!, readPlace('Remote', gazetteer)!)).toBe(Infinity);
});

test('any text is read, the same way twice, in bounds', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('New', 'York', 'IN', ',', '/', ' - ', '(', ')', 'Remote', 'Georgia', 'दिल्ली', '560001', 'Saint', "'", '\u0000', 'of', 'St.'), { maxLength: 30 }), (parts) => {
      const places = readPlaces(parts.join(' '), gazetteer);
      expect(places).toEqual(readPlaces(parts.join(' '), gazetteer));
      for (const { confidence, kind, latitude, longitude } of places) {
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
        if (kind !== 'remote') expect(Math.abs(latitude!) <= 90 && Math.abs(longitude!) <= 180).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('a table of another form is refused', () => {
  expect(() => compileGazetteer('IN\tIndia')).toThrow(RangeError);
});
