import { expect, test } from 'vitest';
import { isInCharge, isRegular } from './work-cues.ts';

test.each(['Give medicines every shift', 'Reconcile accounts monthly', 'Closed the books each quarter', 'Sewed 60 pieces a day', 'Handled 80 customer calls per day', 'Checked bars before each pour', 'Prepared monthly reports', 'Processed monthly salaries of 200 staff', 'Audited 12 branches per year', 'Sold goods worth Rs 50,000 a day', 'हर दिन दवा देना'])('%s: again and again', (line) => {
  expect(isRegular(line)).toBe(true);
});

test.each(['Gave medicines', 'Three-day workshop', 'Worked for a year', 'Daylight photography', 'Built 3 gates', 'Won the monthly award', 'Best nurse award every year', 'Monthly salary 20000', 'Stipend of Rs 5,000 per month', 'Received a monthly bonus', 'Rs 15,000 per month', '2 papers per year', 'Published two papers every year', 'Wrote for a daily newspaper'])('%s: not said', (line) => {
  expect(isRegular(line)).toBe(false);
});

test.each(['Trained four junior nurses', 'Supervised a team of 12', 'Led nine workers', 'In charge of the store', 'Ward in-charge on nights', 'Mentored two new developers', 'Led a batch of students', 'Conducted safety training for new workers', 'Gave bedside training to nurses'])('%s: led or taught others', (line) => {
  expect(isInCharge(line)).toBe(true);
});

test.each(['Trained a model on invoices', 'Managed a PostgreSQL server', 'Led to fewer errors', 'Heading north', 'Trained by senior nurses', 'Guided by senior engineers', 'Was supervised by two engineers', 'Taught by two teachers', 'Managed records of 200 employees', 'Managed a website for students', 'Managed staff attendance records', 'Lead generation for team', 'Trained with 20 nurses', 'Led a drive on hygiene with volunteers'])('%s: nobody was led', (line) => {
  expect(isInCharge(line)).toBe(false);
});
