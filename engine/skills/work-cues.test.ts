import { expect, test } from 'vitest';
import { isInCharge, isRegular } from './work-cues.ts';

test.each(['Give medicines every shift', 'Reconcile accounts monthly', 'Closed the books each quarter', 'Sewed 60 pieces a day', 'Handled 80 customer calls per day', 'Checked bars before each pour', 'हर दिन दवा देना'])('%s: again and again', (line) => {
  expect(isRegular(line)).toBe(true);
});

test.each(['Gave medicines', 'Three-day workshop', 'Worked for a year', 'Daylight photography', 'Built 3 gates'])('%s: not said', (line) => {
  expect(isRegular(line)).toBe(false);
});

test.each(['Trained four junior nurses', 'Supervised a team of 12', 'Led nine workers', 'In charge of the store', 'Ward in-charge on nights', 'Mentored two new developers'])('%s: led or taught others', (line) => {
  expect(isInCharge(line)).toBe(true);
});

test.each(['Trained a model on invoices', 'Managed a PostgreSQL server', 'Led to fewer errors', 'Heading north'])('%s: nobody was led', (line) => {
  expect(isInCharge(line)).toBe(false);
});
