/** What resumes of other people's templates do that no layout of the bench did: each row is one habit. */
import { describe, expect, it } from 'vitest';
import { readResume } from './read-resume.ts';
import { drawn, type Drawn, flow, today } from './resume.fixture.ts';
import type { ResumeDocument } from './document.ts';
import type { Resume } from './types.ts';

const towns = new Set(['Fowey', 'Leeds', 'Tulsa']);
const readDocument = (document: ResumeDocument): Resume => readResume(document, { today, defaultCountry: 'IN', isTown: (name) => towns.has(name) }).resume;
const readText = (text: string): Resume => readDocument(flow(text, true));
const postsOf = ({ experience }: Resume): string[] => experience.map(({ role, organisation, place, start, end, current, bullets }) => [role?.value ?? '–', organisation?.value ?? '–', place?.value ?? '–', `${start?.value ?? '–'}..${current ? 'now' : (end?.value ?? '–')}`, bullets.length].join(' | '));
const skillsOf = ({ skills }: Resume): string[] => skills.map(({ value }) => value);

describe('posts in text', () => {
  it.each<[string, string, string[]]>([
    ['the length of the whole stay above the posts', 'Saffron Cloud\nFull-time · 5 yrs 3 mos\nProduct Lead\nJan 2023 - Present · 3 yrs 3 mos\nProduct Manager\nJan 2021 - Dec 2022 · 2 yrs\nMarketing Executive\nJalsa Telecom · Full-time\nJul 2016 - Dec 2020 · 4 yrs 6 mos', ['Product Lead | Saffron Cloud | – | 2023-01..now | 0', 'Product Manager | Saffron Cloud | – | 2021-01..2022-12 | 0', 'Marketing Executive | Jalsa Telecom | – | 2016-07..2020-12 | 0']],
    ['a slash before the post', 'Harbor & Vine / Line Cook\nMay 2019 – April 2022\n- Grilled', ['Line Cook | Harbor & Vine | – | 2019-05..2022-04 | 1']],
    ['a slash inside the post', 'HR / Admin Executive, Acme Ltd\nMay 2019 – April 2022\n- Hired', ['HR / Admin Executive | Acme Ltd | – | 2019-05..2022-04 | 1']],
    ['a place glued on with a dash', 'Truck Driver\nSandia Freight Lines-Tulsa, OK\nMarch 2019 to Present\n- Drove', ['Truck Driver | Sandia Freight Lines | Tulsa, OK | 2019-03..now | 1']],
    ['a province that is a legal form elsewhere', 'Process Engineer\nFoothills Carbon Inc., Calgary, AB\nNov 2018 to Present\n- Led', ['Process Engineer | Foothills Carbon Inc. | Calgary, AB | 2018-11..now | 1']],
    ['a sentence below the date', 'Procurement Specialist at Umgeni Minerals\n2020-03-01 — Present\nCategory lead for steel.\n- Saved', ['Procurement Specialist | Umgeni Minerals | – | 2020-03..now | 2']],
    ['facts of a government form', 'Program Analyst\nRural Housing Office\n06/2020 - Present\nSalary: $78,592.00 per year\nHours per week: 40\nOkay to contact this Supervisor: Yes\n\nSupply Sergeant\nUnited States Army\n03/2012 - 05/2020\nHours per week: 50', ['Program Analyst | Rural Housing Office | – | 2020-06..now | 3', 'Supply Sergeant | United States Army | – | 2012-03..2020-05 | 1']],
  ])('%s', (_habit, body, expected) => {
    expect(postsOf(readText(`Asha Verma\n\nExperience\n\n${body}`))).toEqual(expected);
  });
});

describe('posts on a page', () => {
  const heading: Drawn = [50, 60, 'Experience', 14, true];
  it.each<[string, readonly Drawn[], string[]]>([
    ['points whose signs are drawn, not written', [heading, [50, 84, 'Truck Driver', 10, true], [50, 96, 'Sandia Lines'], [50, 108, 'March 2019 - Present'], [61, 120, 'Regional flatbed of many'], [50, 148, 'Helper', 10, true], [50, 160, 'Rio Dairy'], [50, 172, 'May 2014 - Feb 2019'], [61, 184, 'Route of many stops']], ['Truck Driver | Sandia Lines | – | 2019-03..now | 1', 'Helper | Rio Dairy | – | 2014-05..2019-02 | 1']],
    ['dots on a line of time', [heading, [52, 84, '●'], [64, 84, 'Front Office Manager', 10, true], [58, 96, 'Hotel Miramar | 06/2020 - now'], [74, 108, 'Team of many across shifts'], [52, 124, '●'], [64, 124, 'Night Auditor', 10, true], [58, 136, 'Pousada da Serra | 04/2016 - 05/2020']], ['Front Office Manager | Hotel Miramar | – | 2020-06..now | 1', 'Night Auditor | Pousada da Serra | – | 2016-04..2020-05 | 0']],
    ['a town by itself at the right', [heading, [50, 84, 'Feb 2018 - Present'], [180, 84, 'Store Manager, Anglia Homeware'], [500, 84, 'Leeds'], [190, 96, 'Turnover of many millions']], ['Store Manager | Anglia Homeware | Leeds | 2018-02..now | 1']],
    ['dates on lines of their own between posts without points', [heading, [50, 84, 'Line Cook', 10, true], [50, 96, 'Harbor Foods'], [50, 108, '09/2020 - 10/2022'], [420, 108, 'Boston, MA'], [50, 124, 'Kitchen Helper', 10, true], [50, 136, 'Vine Foods'], [50, 148, '06/2018 - 08/2020'], [420, 148, 'Boston, MA']], ['Line Cook | Harbor Foods | Boston, MA | 2020-09..2022-10 | 0', 'Kitchen Helper | Vine Foods | Boston, MA | 2018-06..2020-08 | 0']],
  ])('%s', (_habit, page, expected) => {
    expect(postsOf(readDocument(drawn([[50, 30, 'Asha Verma', 20, true], ...page])))).toEqual(expected);
  });
});

describe('sections', () => {
  it('have a sign before their names', () => {
    const resume = readDocument(drawn([[[50, 30, 'Asha Verma', 20, true], [50, 60, '●'], [64, 60, 'WORK EXPERIENCE', 10, true], [50, 76, 'Nurse, City Hospital, 2019 – 2021'], [50, 96, '●'], [64, 96, 'DIGITAL SKILLS', 10, true], [50, 112, 'ETABS | AutoCAD']]][0] as Drawn[]));
    expect([postsOf(resume), skillsOf(resume)]).toEqual([['Nurse | City Hospital | – | 2019..2021 | 0'], ['ETABS', 'AutoCAD']]);
  });

  it.each<[string, string, string[]]>([
    ['of experience without a date tell what one can do', '# Asha Verma\n\n## Relevant Experience\n**Event management**\n- Planned a gala\n\n## Work History\nBanquet Server, Pfaltz Hotel\t2005 – 2008', ['Banquet Server | Pfaltz Hotel | – | 2005..2008 | 0']],
    ['of the document’s own headings hold the posts', '# Asha Verma\n\n## At the bar\n- Associate Advocate, Chambers of K. Dastur — 2020 to date\n\n## Memberships\nBar Council', ['Associate Advocate | Chambers of K. Dastur | – | 2020..now | 0']],
    ['of training stand beside the posts', '# Asha Verma\n\n## Jobs\nElectrician, Buckeye Power\t2018 – 2020\n\n## Training\nOSHA 10 card, 2018', ['Electrician | Buckeye Power | – | 2018..2020 | 0']],
  ])('%s', (_habit, text, expected) => {
    expect(postsOf(readDocument(flow(text)))).toEqual(expected);
  });
});

describe('skills', () => {
  it.each<[string, string, string[]]>([
    ['rated with dots behind bold names', '**Python**\t•••••\n**SQL**\t•••○○', ['Python', 'SQL']],
    ['parted by slashes', 'Dry needling / Gait analysis / Post-op rehab', ['Dry needling', 'Gait analysis', 'Post-op rehab']],
    ['of one thing with two names', 'CI / CD', ['CI / CD']],
    ['with a word for how well beside each', 'Stock control\tExperienced\nEPOS\tSkillful', ['Stock control', 'EPOS']],
  ])('%s', (_habit, list, expected) => {
    expect(skillsOf(readDocument(flow(`# Asha Verma\n\n## Skills\n${list}`)))).toEqual(expected);
  });
});

describe('the town', () => {
  it.each([
    ['11 Pier Road, Hove BN3 4EA', 'Hove'], ['9 Larch Close, Ballymena, BT42 1AB', 'Ballymena'], ['4/112, Kamarajar Street, Sivakasi - 626123, Tamil Nadu', 'Sivakasi, Tamil Nadu'],
    ['North Street, Kovilpatti, Thoothukudi (Dt) – 628 501', 'Thoothukudi'], ['Milwaukee, WI 53202 ~ 414-555-0138 ~ asha@example.com', 'Milwaukee, WI'], ['Ermou 12, 71202, Heraklion, Greece', 'Heraklion, Greece'], ['Ph 0412 345 678 | asha@example.com | Ballarat VIC 3350', 'Ballarat VIC'],
  ])('of %s', (line, place) => {
    expect(readText(`Asha Verma\n${line}\n\nSkills\nSQL`).contact.place?.value).toBe(place);
  });
});
