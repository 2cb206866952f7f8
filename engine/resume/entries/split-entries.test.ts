import { describe, expect, it, test } from 'vitest';
import { drawn, read, today } from '../resume.fixture.ts';
import { readResume } from '../read-resume.ts';

const posts = (text: string) => read(text).resume.experience.map(({ role, organisation, start, end }) => [role?.value, organisation?.value, start?.value, end?.value]);
const nurse = ['Staff Nurse', 'Ashwood', '2021-06', '2023-05'];
const trainee = ['Trainee', 'Palash', '2019-01', '2021-05'];

describe('entries are told apart', () => {
  it.each([
    ['where the employer is named below what was done', 'Dates: Jun 2021 – May 2023\nOccupation or position held: Staff Nurse\n- Nursed\nName and address of employer: Ashwood\nDates: Jan 2019 – May 2021\nOccupation or position held: Trainee\n- Learned\nName and address of employer: Palash'],
    ['by labels with "Responsibilities:" in bold below', 'Company: Ashwood\nDesignation: Staff Nurse\nDuration: Jun 2021 – May 2023\n**Responsibilities:**\n- Nursed\n\nCompany: Palash\nDesignation: Trainee\nDuration: Jan 2019 – May 2021\n**Responsibilities:**\n- Learned'],
    ['with a range that is broken over two lines', '**Staff Nurse** | Ashwood | Jun 2021 –\nMay 2023\n- Nursed\n\n**Trainee** | Palash | Jan 2019 to\nMay 2021\n- Learned'],
    ['with the place in three parts', '**Staff Nurse**\tJun 2021 – May 2023\nAshwood, Pune, Maharashtra\n- Nursed\n\n**Trainee**\tJan 2019 – May 2021\nPalash, Kochi, Kerala\n- Learned'],
  ])('%s', (_how, text) => {
    expect(posts(`# Work Experience\n${text}`)).toEqual([nurse, trainee]);
  });

  it('by a date alone on the first line of each, below points that fill their lines', () => {
    const post = (y: number, date: string, role: string, employer: string) => [[50, y, date], [50, y + 14, role, 10, true], [50, y + 28, employer], [50, y + 42, '•'], [62, y + 42, 'Nursed eighteen patients on each shift and kept their charts current for two years'], [50, y + 56, '•'], [62, y + 56, 'Trained six new colleagues in the control of infections and wrote up what was learned']] as const;
    const { resume } = readResume(drawn([[50, 60, 'Experience', 14, true], ...post(90, 'Jun 2021 – May 2023', 'Staff Nurse', 'Ashwood'), ...post(168, 'Jan 2019 – May 2021', 'Trainee', 'Palash')]), { today, defaultCountry: 'IN' });
    expect(resume.experience.map(({ role, start }) => [role?.value, start?.value])).toEqual([['Staff Nurse', '2021-06'], ['Trainee', '2019-01']]);
  });
});

describe('what wraps in a narrow column is one', () => {
  const narrow = (first: string, second: string) => {
    const { resume } = readResume(drawn([[50, 60, 'Education', 14, true], [50, 84, first, 10, true], [50, 96, second, 10, true], [50, 108, '2017 – 2021'], [50, 120, 'B.Sc. in Physics']]), { today, defaultCountry: 'IN' });
    return resume.education.map(({ institution }) => institution?.value);
  };
  it.each([
    ['Narmada Institute of', 'Technology', 'Narmada Institute of Technology'],
    ['Holy Cross Convent', 'School', 'Holy Cross Convent School'],
    ['University', 'of Malwa', 'University of Malwa'],
  ])('%s / %s', (first, second, whole) => {
    expect(narrow(first, second)).toEqual([whole]);
  });
});

describe('a post that a narrow column breaks', () => {
  const post = (lines: readonly string[]) => {
    const sentence = ['Checked the schedules that had', 'been left by the former team and', 'wrote up what was found, line by', 'line, for those who came later'];
    const body = sentence.map((text, row) => [50, 84 + 12 * (lines.length + row), text] as const);
    const { resume } = readResume(drawn([[50, 60, 'Experience', 14, true], ...lines.map((text, row) => [50, 84 + 12 * row, text] as const), ...body]), { today, defaultCountry: 'IN' });
    return resume.experience.map(({ role, organisation, start, end, current }) => [role?.value, organisation?.value, start?.value, current ? 'present' : end?.value]);
  };

  it.each([
    ['the employer', ['Junior Site Supervisor at Palash', 'Foundation (Dec 2021 – Nov 2023)'], ['Junior Site Supervisor', 'Palash Foundation', '2021-12', '2023-11']],
    ['the range', ['Engineer at Trishul (Aug 2022 – Sep', '2023)'], ['Engineer', 'Trishul', '2022-08', '2023-09']],
    ['the range before its dash', ['Engineer | Trishul | June 2022', '- Present'], ['Engineer', 'Trishul', '2022-06', 'present']],
    ['the place', ['Engineer at Trishul, Coimbatore, Tamil', 'Nadu (Aug 2022 – Sep 2023)'], ['Engineer', 'Trishul', '2022-08', '2023-09']],
  ])('%s', (_what, lines, expected) => {
    expect(post(lines)).toEqual([expected]);
  });
});

test.each([
  ['two things done, with bullets that are drawn', ['Wrote reports that answered questions of the sales team', 'Kept the records of four stores and their charts'], 2],
  ['one thing that goes on with a name', ['Wrote reports that answered the questions of the sales team of', 'Maintained Roads Limited and charts for the four other stores'], 1],
])('%s', (_what, points, expected) => {
  const lines = points.map((text, row) => [50, 96 + 12 * row, text] as const);
  const { resume } = readResume(drawn([[50, 60, 'Experience', 14, true], [50, 84, 'Data Intern, Palash Foundation, Jan 2025 - Jun 2025', 10, true], ...lines]), { today, defaultCountry: 'IN' });
  expect(resume.experience.map(({ role, bullets }) => [role?.value, bullets.length])).toEqual([['Data Intern', expected]]);
});
