import { describe, expect, it } from 'vitest';
import { read } from '../resume.fixture.ts';

const jobs = (body: string): string[] => read(`# Asha Verma\n\n## Experience\n${body}`).resume.experience.map((entry) => [entry.role?.value ?? '–', entry.organisation?.value ?? '–', entry.place?.value ?? '–', `${entry.start?.value ?? '–'}..${entry.current ? 'now' : (entry.end?.value ?? '–')}`].join(' | '));

describe('a post is read from', () => {
  const expected = 'Data Analyst | Acme Systems | Pune, India | 2020-01..2021-03';
  it.each([
    ['role and employer on two lines, place and dates at the margin', '**Data Analyst**\tPune, India\nAcme Systems\tJan 2020 – Mar 2021\n- Built'],
    ['employer first', '**Acme Systems**\tPune, India\nData Analyst\tJan 2020 – Mar 2021\n- Built'],
    ['one line with commas', '**Acme Systems**, Data Analyst, Pune, India\tJan 2020 – Mar 2021\n- Built'],
    ['one line with bars', 'Data Analyst | Acme Systems | Pune, India | Jan 2020 – Mar 2021\n- Built'],
    ['one line with dashes and brackets', 'Data Analyst – Acme Systems – Pune, India (01/2020 – 03/2021)\n- Built'],
    ['"at"', 'Data Analyst at Acme Systems, Pune, India (Jan 2020 – Mar 2021)\n- Built'],
    ['dates on a line of their own', '**Data Analyst**\nAcme Systems, Pune, India\nJan 2020 – Mar 2021\n- Built'],
    ['labels', 'Company: Acme Systems\nDesignation: Data Analyst\nLocation: Pune, India\nDuration: Jan 2020 – Mar 2021\n- Built'],
    ['a dash and bold', '**Acme Systems - Data Analyst** Pune, India 2020-01 to 2021-03\n- Built'],
  ])('%s', (_form, body) => {
    expect(jobs(body)).toEqual([expected]);
  });

  it.each([
    ['Acme Pvt. Ltd., Data Analyst\t2019 – 2020\n- Built', 'Data Analyst | Acme Pvt. Ltd. | – | 2019..2020'],
    ['Co-Founder & CTO, Nexus AI\tJune 2023 – present\n- Built', 'Co-Founder & CTO | Nexus AI | – | 2023-06..now'],
    ['Senior Engineer, Platform | Fernleaf\t2021 – Present\n- Built', 'Senior Engineer, Platform | Fernleaf | – | 2021..now'],
    ['Staff Nurse, City Hospital (Remote)\tMay 2020 – Aug 2020\n- Cared', 'Staff Nurse | City Hospital | Remote | 2020-05..2020-08'],
    ['सॉफ्टवेयर इंजीनियर, कावेरी टेक्नोलॉजी\tजनवरी 2020 – वर्तमान\n- बनाया', 'सॉफ्टवेयर इंजीनियर | कावेरी टेक्नोलॉजी | – | 2020-01..now'],
  ])('%s', (body, expected) => {
    expect(jobs(body)).toEqual([expected]);
  });
});

describe('posts are told apart', () => {
  const two = ['Data Analyst | Acme Systems | – | 2022..2023', 'Intern | Tern Labs | – | 2021..2021'];
  it.each([
    ['by the points between them', 'Data Analyst, Acme Systems\t2022 – 2023\n- Built\nIntern, Tern Labs\t2021 – 2021\n- Helped'],
    ['by their dates where they have no points', 'Data Analyst, Acme Systems\t2022 – 2023\nIntern, Tern Labs\t2021 – 2021'],
    ['by their dates on second lines', 'Data Analyst\nAcme Systems, 2022 – 2023\nIntern\nTern Labs, 2021 – 2021'],
    ['by labels that come again', 'Company: Acme Systems\nRole: Data Analyst\nDuration: 2022 – 2023\nCompany: Tern Labs\nRole: Intern\nDuration: 2021 – 2021'],
    ['as points with dates', '- Data Analyst, Acme Systems (2022 – 2023)\n- Intern, Tern Labs (2021 – 2021)'],
  ])('%s', (_form, body) => {
    expect(jobs(body)).toEqual(two);
  });

  it('keeps a sub-heading without a date inside its post', () => {
    const { resume } = read('## Experience\n**Engineer**, Acme\t2022 – 2023\n- Built\nKey achievements:\n- Won\n**Intern**, Tern\t2021 – 2021\n- Helped');
    expect(resume.experience.map((entry) => entry.bullets.map((bullet) => bullet.value))).toEqual([['Built', 'Key achievements:', 'Won'], ['Helped']]);
  });

  it('gives several posts under one employer that employer', () => {
    expect(jobs('**Acme Systems**\t2018 – 2023\nSenior Engineer\t2021 – 2023\n- Led\nEngineer\t2018 – 2021\n- Built')).toEqual(['Senior Engineer | Acme Systems | – | 2021..2023', 'Engineer | Acme Systems | – | 2018..2021']);
  });

  it('takes for a place what stands where the others have theirs', () => {
    expect(jobs('Head Chef, The Gull, Nairnby\t2022 – 2023\n- Cooked\nCook, Acme Hotel, Leeds\t2019 – 2021\n- Cooked')[0]).toBe('Head Chef | The Gull | Nairnby | 2022..2023');
  });

  it('follows the order of the others where words do not tell role from employer', () => {
    expect(jobs('Fernleaf, Software Engineer\t2022 – 2023\n- Built\nGranite, Wayfinder\t2020 – 2021\n- Found')[1]).toBe('Wayfinder | Granite | – | 2020..2021');
  });
});
