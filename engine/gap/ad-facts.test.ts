import { describe, expect, test } from 'vitest';
import { readAdFacts, readMinimumYears } from './ad-facts.ts';

describe('title', () => {
  test.each([
    ['Senior Backend Developer\nWe build shops.', 'Senior Backend Developer'],
    ['Job Title: Staff Nurse (ICU)\nShifts', 'Staff Nurse (ICU)'],
    ['Data Analyst at Acme Labs\n', 'Data Analyst'],
    ['We are looking for a talented civil engineer to join us.', 'Civil engineer'],
    ['पद: सॉफ्टवेयर डेवलपर', 'सॉफ्टवेयर डेवलपर'],
    ['Now hiring: MIG Welders - 2nd shift\nTrailers.', 'MIG Welders'],
    ['REQUIRED: SITE ENGINEER (CIVIL)', 'SITE ENGINEER'],
    ['Walk-in Interview | Staff Nurse (ICU) | Fortune Hospital, Indore', 'Staff Nurse'],
    ['HR Executive required for a maker of car parts in Pune.', 'HR Executive'],
    ['सिलाई प्रशिक्षक\nयोग्यता', 'सिलाई प्रशिक्षक'],
    ['We build shops for people who like them.', null],
  ])('%j', (text, title) => {
    expect(readAdFacts(text).title).toBe(title);
  });
});

describe('organisation', () => {
  test.each([
    ['Company: Acme Labs Pvt Ltd\n', 'Acme Labs Pvt Ltd'],
    ['Data Analyst at Acme Labs | Pune', 'Acme Labs'],
    ['About Acme Labs\nWe build shops.', 'Acme Labs'],
    ['Acme Labs is hiring a nurse.', 'Acme Labs'],
    ['Ward Nurse\nAcme Labs is hiring.', 'Acme Labs'],
    ['Backend Engineer\nZentrale GmbH · Munich · full-time\nTickets.', 'Zentrale GmbH'],
    ['Staff Nurse\nSt. Brigid Medical Center | Columbus, OH', 'St. Brigid Medical Center'],
    ['Cook\nWe run a hospital kitchen.', null],
    ['About us\nWe build shops.', null],
  ])('%j', (text, organisation) => {
    expect(readAdFacts(text).organisation).toBe(organisation);
  });
});

describe('place', () => {
  test.each([
    ['Location: Pune, India', 'Pune, India'],
    ['The team is based in Bengaluru and works in two shifts.', 'Bengaluru'],
    ['This is a fully remote role.', 'Remote'],
    ['Staff Nurse\nSt. Brigid Medical Center | Columbus, OH | Full-time', 'Columbus, OH'],
    ['Backend Engineer\nZentrale GmbH · Munich · full-time', 'Munich'],
    ['We build shops.', null],
  ])('%j', (text, place) => {
    expect(readAdFacts(text).place).toBe(place);
  });
});

describe('years', () => {
  test.each<[string[], number | null]>([
    [['5+ years of experience'], 5],
    [['3-5 years in sales'], 3],
    [["Bachelor's degree in Civil Engineering; minimum 8 years' experience"], 8],
    [['A three-year diploma'], null],
    [['At least two years of nursing'], 2],
    [['5 years of Java', '2 years of SQL'], 5],
    [["4 years with a bachelor's or 2 years with a master's"], 2],
    [['Freshers are welcome'], 0],
    [['For over 15 years we have built shops'], null],
    [['कम से कम 2 वर्ष का अनुभव'], 2],
    [['Python'], null],
  ])('%j', (sentences, years) => {
    expect(readMinimumYears(sentences)).toBe(years);
  });
});
