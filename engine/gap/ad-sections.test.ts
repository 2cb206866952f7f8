import { describe, expect, test } from 'vitest';
import { adSections, partOfSentence, type AdPart } from './ad-sections.ts';

function partsOf(text: string): string[] {
  return adSections(text).map(({ part, start, end }) => `${part}: ${text.slice(start, end).trim()}`);
}

describe('headings', () => {
  test.each<[string, AdPart]>([
    ['Requirements', 'requirements'], ['**Minimum Qualifications**', 'requirements'], ['Key skills:', 'requirements'], ['What you’ll bring', 'requirements'],
    ['Who you are', 'requirements'], ['Desired Candidate Profile', 'requirements'], ['## Must have', 'requirements'], ['आवश्यक योग्यता', 'requirements'],
    ['Qualifications for this position include:', 'requirements'], ['Technical Skills and Experience', 'requirements'], ['Required skills', 'requirements'],
    ['Preferred qualifications', 'preferred'], ['Nice to have', 'nice'], ['Bonus points:', 'nice'], ['Plus points', 'nice'], ['Good to have skills', 'nice'],
    ['Key Responsibilities', 'responsibilities'], ["What you'll do", 'responsibilities'], ['About the role', 'responsibilities'], ['जिम्मेदारियां', 'responsibilities'],
    ['Benefits', 'benefits'], ['What we offer', 'benefits'], ['Perks:', 'benefits'], ['About us', 'about'], ['About the company', 'about'], ['हमारे बारे में', 'about'],
    ['How to apply', 'application'], ['Equal Opportunity Employer', 'legal'], ['Our tech stack', 'stack'], ['Our stack', 'stack'],
    ['What you need', 'requirements'], ['You:', 'requirements'], ['Required:', 'requirements'], ['Desired Candidate Profile:', 'requirements'], ["You'll", 'responsibilities'], ['Company Description', 'about'], ['Our client', 'about'], ['In return', 'benefits'], ['Must:', 'requirements'], ['Should:', 'preferred'], ['Could:', 'nice'], ['You won’t need:', 'unneeded'], ['You will NOT need', 'unneeded'],
  ])('%s', (heading, part) => {
    expect(partsOf(`${heading}\nPython`)).toEqual([`${part}: Python`]);
  });

  test.each(['We have requirements that change every week.', 'Python', 'You will own the benefits platform of a bank with offices in four countries', '- Docker is a plus', 'Docker (nice to have)'])('%s is none', (line) => {
    expect(partsOf(line)).toEqual([`other: ${line}`]);
  });
});

test('a line that names a skill is none', () => {
  expect(adSections('Python skills', [{ start: 0, end: 6 }])).toEqual([{ part: 'other', start: 0, end: 13 }]);
});

test('a heading in a line of text opens its part there', () => {
  expect(partsOf('Join us. Requirements: Java, SQL. Nice to have: Docker')).toEqual(['other: Join us.', 'requirements: Java, SQL.', 'nice: Docker']);
});

test('a fact holds for its line only', () => {
  expect(partsOf('Requirements\nLocation: Pune\nJava')).toEqual(['facts: Pune', 'requirements: Java']);
});

test('in running text it holds for its sentence', () => {
  const prose = 'We build shops for people who like them and keep building them year after year until they are done.';
  expect(partsOf(`Location: Pune, India. ${prose} ${prose}`)).toEqual(['facts: Pune, India.', `other: ${prose} ${prose}`]);
});

test('what is said of the firm behind its heading ends with its paragraph', () => {
  expect(partsOf('Company overview: We move freight.\nWe ship it too.\n\nPython is needed.')).toEqual(['about: We move freight.', 'about: We ship it too.', 'other: Python is needed.']);
  expect(partsOf('Company overview\nWe move freight.\n\nWe ship it too.')).toEqual(['about: We move freight.', 'about: We ship it too.']);
});

test('a wish with its text behind it holds for its line and a list below', () => {
  expect(partsOf('Must: Java\nNice: Istio\n8 years')).toEqual(['requirements: Java', 'nice: Istio', 'requirements: 8 years']);
  expect(partsOf('Must: Java\nNice: Istio,\nVault\n8 years')).toEqual(['requirements: Java', 'nice: Istio,', 'nice: Vault', 'requirements: 8 years']);
  expect(partsOf('Must: Java\nNice: a bit of\n- Istio\n- Vault\n8 years')).toEqual(['requirements: Java', 'nice: a bit of', 'nice: - Istio', 'nice: - Vault', 'requirements: 8 years']);
});

test('what is not needed is a line or a list', () => {
  expect(partsOf('Requirements\nJava\nYou will not need:\nPhotoshop\nPython')).toEqual(['requirements: Java', 'unneeded: Photoshop', 'requirements: Python']);
});

test('a row of two cells is a heading with its text', () => {
  expect(partsOf('| Mandatory skills | Java |\n| Preferred skills | Istio |')).toEqual(['requirements: Java |', 'preferred: Istio |']);
});

describe('sentences that give their part away', () => {
  test.each<[string, AdPart, AdPart]>([
    ['Acme is an equal opportunity employer.', 'requirements', 'legal'],
    ['Health insurance and a gym membership.', 'other', 'benefits'],
    ['Acme Labs is a leading machine learning company.', 'other', 'about'],
    ['We are a fast-growing start-up.', 'other', 'about'],
    ['Acme Labs builds machine learning products.', 'responsibilities', 'about'],
    ['Acme Labs builds machine learning products.', 'requirements', 'requirements'],
    ['You will write Python.', 'about', 'other'],
    ['We use Python and React.', 'about', 'stack'],
    ['We build our services in Python.', 'other', 'stack'],
    ['Python is a must.', 'requirements', 'requirements'],
  ])('%s', (sentence, section, part) => {
    expect(partOfSentence(sentence, section)).toBe(part);
  });
});
