import { expect, test } from 'vitest';
import { gradeOfCell } from './grades.ts';

test.each([
  ['8.9', 'cgpa'], ['92.4 %', 'percentage'], ['9.1/10', 'cgpa'], ['546/600', 'marks'], ['A+', 'class'],
])('a cell with %s states a grade', (cell, scale) => {
  expect(gradeOfCell(cell)).toMatchObject({ scale });
});

test.each(['12/2019', '05/2020', '1/1999', '2019/2023', 'Pune'])('a cell with %s states none', (cell) => {
  expect(gradeOfCell(cell)).toBeUndefined();
});
