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
    ['Cloud Architect\nRole: Back End Developer', 'Cloud Architect'],
    ['Urgent requirement!! Telecaller chahiye Indore office ke liye', 'Telecaller'],
    ['Wanted Sales Officers\nAcme Biotech', 'Sales Officers'],
    ['Opening for a Mask Design Engineer\nExp: 2 years', 'Mask Design Engineer'],
    ['JOB VACANCY - CASHIER (MUSCAT)\nShifts', 'CASHIER'],
    ['PGT PHYSICS – Required\nHill School, Shimla', 'PGT PHYSICS'],
    ['RN - Oncology - Nights\nHill Medical Center', 'RN'],
    ['Senior Research Fellow in a funded project\nBotany', 'Senior Research Fellow'],
    ['Dear Students,\nJob Profile: Trainee Engineer - Networks', 'Trainee Engineer - Networks'],
    ['Name of post: Junior Clerk\nPay', 'Junior Clerk'],
    ['An opportunity has arisen for a Band 5 Radiotherapist to join the ward.', 'Radiotherapist'],
    ['| Position | Site Supervisor |\n| Company | Volt Contractors |', 'Site Supervisor'],
    ['🚀 We are hiring: Growth Marketer 🚀\nShops', 'Growth Marketer'],
    ['Role: you will help us to find out what people want', null],
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
    ['Truck Driver\nAlta Vista Haulage\nPueblo, CO', 'Alta Vista Haulage'],
    ['Chef de Partie\nThe Old Quay Inn, Fowey, Cornwall', 'The Old Quay Inn'],
    ['Maths Teacher\nSunrise Public School (CBSE affiliated), Jaipur', 'Sunrise Public School'],
    ['RN - Emergency Department - Nights\nSt. Brigid Medical Center - Boise, ID', 'St. Brigid Medical Center'],
    ['Company: Pocketful (fintech, 40 people)\nCook', 'Pocketful'],
    ['Hospital: Sanjeevani Multispeciality, Nashik\nNurse', 'Sanjeevani Multispeciality, Nashik'],
    ["hi, we're Tuktuk Labs, nine people in a flat, and we need a cook.", 'Tuktuk Labs'],
    ['About us: Bloomfield Mills has spun yarn since 1974.', 'Bloomfield Mills'],
    ['Harborlight is on a mission to make bills boring.', 'Harborlight'],
    ['Details of the campus drive of Orbitel Networks for this batch', 'Orbitel Networks'],
    ['Hill Development Trust\nPosition: Accountant', 'Hill Development Trust'],
    ['Truck Driver\nJob Summary\nCement.', null],
    ['Truck Driver\nFull Time', null],
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
    ['Java Developer\nKaveri Softlabs\n3 - 6 years\n8-14 Lacs P.A.\nBengaluru(Marathahalli)', 'Bengaluru, Marathahalli'],
    ['Place of posting: Kozhikode', 'Kozhikode'],
    ['Electrician\nBrightside Solar, Newcastle NSW\nStart soon.', 'Newcastle NSW'],
    ['Work location – Kochi Infopark. Rotational shifts.', 'Kochi Infopark'],
    ['📍 Mumbai / Pune\nCook', 'Mumbai / Pune'],
    ['Engineer\nSacramento, California, United States | Posted 3 days ago', 'Sacramento, California, United States'],
    ['Telecaller chahiye Indore office ke liye', 'Indore'],
    ['VACANCY - CASHIER (Pune)\nShifts', 'Pune'],
    ['We sell to Mumbai.\nCook\nOven\nWe like Mumbai.\nMumbai is big.', 'Mumbai'],
    ['Cook\nA\nB\nC\nIn the end we like Mumbai.', null],
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
    [['Tenure: initially for one year, extendable'], null],
    [['कम से कम 2 वर्ष का अनुभव'], 2],
    [['Python'], null],
  ])('%j', (sentences, years) => {
    expect(readMinimumYears(sentences)).toBe(years);
  });
});
