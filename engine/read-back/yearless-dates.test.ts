import { expect, it } from 'vitest';
import { hasYearlessDate } from './yearless-dates.ts';

it.each([
  'Jun – Aug', 'Intern, Ashwood Clinic (June to August)', 'Ward assistant | Summer', 'Sept. - Nov.', '15 June to 5 July', 'March 3rd', 'June – Present',
  '12/06 – 28/08', 'जून से अगस्त', 'मई – जुलाई', 'Helper, December',
])('a date without its year: %s', (text) => {
  expect(hasYearlessDate(text)).toBe(true);
});

it.each([
  'Jun – Aug 2023', 'Summer 2022', '2019', 'Nurse, Ashwood', 'Summer Intern', 'May Clinic', 'Helped in June with the move', 'Spring Boot developer', '8.5/10', '24/7 support', 'Ran marches and may march again', 'Winter Road School', '',
])('none: %s', (text) => {
  expect(hasYearlessDate(text)).toBe(false);
});
