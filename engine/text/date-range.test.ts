import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDateRanges } from './date-range.ts';
import { isDuration, monthsBetween } from './months.ts';

function written(text: string): string {
  return findDateRanges(text)
    .map((range) => (range.single ? `${range.start}` : `${range.start}..${range.current ? 'now' : range.end}`))
    .join(' ');
}

describe('findDateRanges', () => {
  it.each([
    ['Jan 2020 - Present', '2020-01..now'],
    ["Jun'21 – till date", '2021-06..now'],
    ['Jun’21 to Aug’21', '2021-06..2021-08'],
    ['janvier 2021 – août 2023', '2021-01..2023-08'],
    ['Depuis févr. 2022', '2022-02..now'],
    ['déc. 2019 – aujourd’hui', '2019-12..now'],
    ['2020-05 - 2021-07', '2020-05..2021-07'],
    ['2018-09 to 2023-05', '2018-09..2023-05'],
    ['05/2020–', '2020-05..now'],
    ['(05/2020 –)', '2020-05..now'],
    ['05/2020 - 07/2021', '2020-05..2021-07'],
    ['2018–22', '2018..2022'],
    ['2018 - 2022', '2018..2022'],
    ["2018-'22", '2018..2022'],
    ['2011-12', '2011..2012'],
    ['2011-05', '2011-05'],
    ['2019 - Present', '2019..now'],
    ['2016/2017', '2016..2017'],
    ['2022 -> present', '2022..now'],
    ['04/17 - 09/19', '2017-04..2019-09'],
    ['01-Jun-2019 to 31-May-2021', '2019-06..2021-05'],
    ['Nov. 2020 – heute', '2020-11..now'],
    ['May – Aug 2020', '2020-05..2020-08'],
    ['Nov – Feb 2021', '2020-11..2021-02'],
    ['May 2020 to date', '2020-05..now'],
    ['July 2019 till now', '2019-07..now'],
    ['15 May 2020 – 3 June 2021', '2020-05..2021-06'],
    ['May 15, 2020 - June 3, 2021', '2020-05..2021-06'],
    ['15/05/2020 - 20/08/2020', '2020-05..2020-08'],
    ['05/25/2020', '2020-05'],
    ['1st July 2022 to 30th September 2022', '2022-07..2022-09'],
    ['Sept. 2018 – May. 2023', '2018-09..2023-05'],
    ['MAR 2021 — ONGOING', '2021-03..now'],
    ['Jun 21 - Aug 21', '2021-06..2021-08'],
    ['Jun-21 to Aug-21', '2021-06..2021-08'],
    ['2020 May – 2021 June', '2020-05..2021-06'],
    ['since March 2020', '2020-03..now'],
    ['2021 onwards', '2021..now'],
    ['Class of 2022', '2022'],
    ['Expected: May 2026', '2026-05'],
    ['जनवरी 2020 – वर्तमान', '2020-01..now'],
    ['जनवरी २०२० से मार्च २०२१ तक', '2020-01..2021-03'],
    ['फ़रवरी 2019 - अब तक', '2019-02..now'],
    ['Fall 2019 – Spring 2021', '2019-09..2021-05'],
  ])('reads %s as %s', (text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it.each([
    ['Q3 2022', '2022-07', '2022-09'],
    ['H1 2023', '2023-01', '2023-06'],
    ['Summer 2021', '2021-06', '2021-08'],
    ['2022 Q1', '2022-01', '2022-03'],
  ])('gives %s its first and last month', (text, start, end) => {
    expect(findDateRanges(text)).toMatchObject([{ start, end, single: true }]);
  });

  it.each([
    ['Raised ₹2020 for charity'], ['over 2,000 users'], ['2000+ stars'], ['99.97%'], ['may improve'], ['call 98765 43210'], ['SPI 8.92'],
    ['ISO 27001'], ['room 12/14'], ['march of progress'],
  ])('finds no date in %s', (text) => {
    expect(written(text)).toBe('');
  });

  it('gives every range its place in the text', () => {
    const text = 'Acme (May 2019 – Aug 2020), then Bolt 2021';
    expect(findDateRanges(text).map((range) => text.slice(range.from, range.to))).toEqual(['May 2019 – Aug 2020', '2021']);
  });

  it('never throws, and its ranges never overlap', () => {
    const bits = fc.constantFrom('May', '2020', '-', '–', 'to', "'", '21', '/', 'Present', 'Q', '3', ' ', '.', ',', 'से', '२०२०', 'x', '(', ')', '05', 'तक');
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
        let end = 0;
        for (const range of findDateRanges(parts.join(''))) {
          expect(range.from).toBeGreaterThanOrEqual(end);
          expect(range.to).toBeGreaterThan(range.from);
          end = range.to;
        }
      }),
    );
  });
});

it.each([['2 years 10 months', true], ['4 months', true], ['(1 yr 2 mos)', true], ['3 वर्ष', true], ['2020', false], ['10 months of work', false]])(
  'tells whether %s is a length of time',
  (text, expected) => {
    expect(isDuration(text)).toBe(expected);
  },
);

it('counts months with both ends', () => {
  expect(monthsBetween('2020-05', '2020-08')).toBe(4);
  expect(monthsBetween('2020', '2021')).toBe(24);
});
