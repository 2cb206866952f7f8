import { describe, expect, it } from 'vitest';
import { read } from '../resume.fixture.ts';

it.each([
  ['- Cloud Essentials, Acme Academy, 2023', 'Cloud Essentials | Acme Academy | 2023'],
  ['- Cloud Essentials – Acme Academy (Mar 2023)', 'Cloud Essentials | Acme Academy | 2023-03'],
  ['- Cloud Essentials by Acme Academy', 'Cloud Essentials | Acme Academy | –'],
  ['**Cloud Essentials**\t2023\nAcme Academy', 'Cloud Essentials | Acme Academy | 2023'],
  ['- Cloud Essentials', 'Cloud Essentials | – | –'],
  ['- First Aid at Work', 'First Aid at Work | – | –'],
])('a certificate: %s', (body, expected) => {
  expect(read(`## Certifications\n${body}`).resume.certifications.map((entry) => `${entry.name?.value} | ${entry.issuer?.value ?? '–'} | ${entry.date?.value ?? '–'}`)).toEqual([expected]);
});

it.each([
  ['- Best Teacher Award, GTU, 2022', 'Best Teacher Award | GTU | 2022'],
  ['- Player of the Year 2022', 'Player of the Year | – | 2022'],
  ['2nd/140\tCode Sprint finals\t2022', 'Code Sprint finals | 2nd/140 | 2022'],
  ['**National**\n- Chess medal, 2021', 'Chess medal | – | 2021'],
  ['- Best Paper Award (2023)', 'Best Paper Award | – | 2023'],
  ['- First Prize, Code Sprint – Konark College, 2022', 'First Prize, Code Sprint | Konark College | 2022'],
  ['- Won the hackathon among 200 teams by building a ledger reader.', 'Won the hackathon among 200 teams by building a ledger reader. | – | –'],
])('an award: %s', (body, expected) => {
  expect(read(`## Awards\n${body}`).resume.awards.map((entry) => `${entry.title?.value} | ${entry.issuer?.value ?? '–'} | ${entry.date?.value ?? '–'}`)).toEqual([expected]);
});

it('publications with authors, venue and DOI', () => {
  const { resume } = read('## Publications\n**On Reading Ledgers**\tJuly 2023\nAsha Verma, Ravi Kale\n10.1234/abc.1 (Journal of Ledgers)\n\n**On Writing Ledgers**\tMay 2021\nRavi Kale, Asha Verma\nLedger Conference');
  expect(resume.publications.map((entry) => [entry.title?.value, entry.authors.map((author) => author.value).join('; '), entry.venue?.value, entry.date?.value, entry.link?.value])).toEqual([
    ['On Reading Ledgers', 'Asha Verma; Ravi Kale', 'Journal of Ledgers', '2023-07', 'https://doi.org/10.1234/abc.1'],
    ['On Writing Ledgers', 'Ravi Kale; Asha Verma', 'Ledger Conference', '2021-05', undefined],
  ]);
});

describe('projects', () => {
  const projects = (body: string): string[] => read(`## Projects\n${body}`).resume.projects.map((entry) => [entry.name?.value, entry.technologies.map((tool) => tool.value).join(','), entry.summary?.value ?? '–', String(entry.bullets.length)].join(' | '));
  it.each([
    ['**Crop Watch** | Python, Django\tJan 2023\n- Built\n- Tested', ['Crop Watch | Python,Django | – | 2']],
    ['**Crop Watch**\nA map of fields that need water\n- Built', ['Crop Watch |  | A map of fields that need water | 1']],
    ['**Crop Watch**\n- Built\nTechnologies used: Python, Django', ['Crop Watch | Python,Django | – | 1']],
    ['Title: Crop Watch\nTechnologies: Python, Django\n- Built', ['Crop Watch | Python,Django | – | 1']],
    ['**Crop Watch**\n- Built\n**Ledger Lens**\n- Read', ['Crop Watch |  | – | 1', 'Ledger Lens |  | – | 1']],
    ['- Crop Watch: a map of fields that need water\n- Ledger Lens: reads ledgers', ['Crop Watch |  | a map of fields that need water | 0', 'Ledger Lens |  | reads ledgers | 0']],
  ])('%s', (body, expected) => {
    expect(projects(body)).toEqual(expected);
  });
});

it('personal details give languages, interests and the address, and nothing of birth or belief', () => {
  const { resume } = read('# Asha Verma\n\n## Personal Details\nDate of Birth: 12/05/2001\nReligion: any\nLanguages Known: English, Hindi\nHobbies: Chess\nAddress: Pune, India');
  expect(resume.languages.map((entry) => entry.language.value)).toEqual(['English', 'Hindi']);
  expect(resume.interests.map((interest) => interest.value)).toEqual(['Chess']);
  expect(resume.contact.place?.value).toBe('Pune, India');
  expect(JSON.stringify(resume)).not.toMatch(/2001|Religion/);
});
