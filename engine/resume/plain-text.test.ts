/** Resumes as plain text: what no font or position tells, the wording and the empty lines do. */
import { describe, expect, it } from 'vitest';
import { readResume } from './read-resume.ts';
import { flow, today } from './resume.fixture.ts';
import type { Resume } from './types.ts';

const towns = new Set(['Tulsa', 'Ulm', 'Gaya', 'Rohtak']);
const readText = (text: string): Resume => readResume(flow(text, true), { today, defaultCountry: 'IN', isTown: (name) => towns.has(name) }).resume;
const jobs = (text: string): string[] => readText(text).experience.map(({ role, organisation, place, start, end, current, bullets }) => [role?.value ?? '–', organisation?.value ?? '–', place?.value ?? '–', `${start?.value ?? '–'}..${current ? 'now' : (end?.value ?? '–')}`, bullets.length].join(' | '));
const studies = (text: string): string[] => readText(text).education.map(({ degree, field, institution, grade }) => [degree?.value ?? '–', field?.value ?? '–', institution?.value ?? '–', grade?.value.text ?? '–'].join(' | '));

describe('posts', () => {
  it.each<[string, string, string[]]>([
    ['dates in a column at the left', '03/2021 – present     Senior Engineer\n                      Neckar GmbH, Ulm\n                      - Wrote C\n10/2016 – 02/2021     Engineer\n                      Albtec AG, Ulm\n                      - Wrote C++', ['Senior Engineer | Neckar GmbH | Ulm | 2021-03..now | 1', 'Engineer | Albtec AG | Ulm | 2016-10..2021-02 | 1']],
    ['dates at the right, the post below', 'Magadh Gramin Bank, Gaya                  Jan\'14 – Mar\'18\nAssistant Manager\n- Appraised loans', ['Assistant Manager | Magadh Gramin Bank | Gaya | 2014-01..2018-03 | 1']],
    ['a town before its state', 'Lead Welder\nIronside Fabrication, Tulsa, OK\nMarch 2017 - Present\n* Welded', ['Lead Welder | Ironside Fabrication | Tulsa, OK | 2017-03..now | 1']],
    ['a state without a comma', 'Amazon Fulfillment, Memphis TN - Picker (2021 - now)', ['Picker | Amazon Fulfillment | Memphis TN | 2021..now | 0']],
    ['a table', 'Organization        Role                From        To\nNetsol Systems      QA Engineer         Feb 2022    Present\nWebcraft India      Test Engineer       Jul 2019    Jan 2022', ['QA Engineer | Netsol Systems | – | 2022-02..now | 0', 'Test Engineer | Webcraft India | – | 2019-07..2022-01 | 0']],
    ['numbered labels', '1) Organization : Deccan Infra Ltd.\n   Designation  : Site Engineer\n   Period       : 01/08/2021 to till date\n   Job profile  :\n   - Piling\n2) Organization : Balaji Constructions\n   Designation  : Junior Engineer\n   Period       : 15/07/2017 to 31/07/2021', ['Site Engineer | Deccan Infra Ltd. | – | 2021-08..now | 2', 'Junior Engineer | Balaji Constructions | – | 2017-07..2021-07 | 0']],
    ['an employer with years of its own above its posts', 'MIDLAND BRANDS, Chicago, IL      2012 – Present\n$2B maker of soap\nVice President, Operations (2018 – Present)\n- Led six plants\nDirector, Supply Chain (2012 – 2018)\n- Built a plan', ['Vice President, Operations | MIDLAND BRANDS | – | 2018..now | 1', 'Director, Supply Chain | MIDLAND BRANDS | – | 2012..2018 | 1']],
    ['numbered employers', '1. Voltas Ltd, Rohtak\n   AC Mechanic\n   From May 2014 to December 2017\n   - Installed units\n2. Acme Services LLC, Gaya\n   Helper\n   From May 2012 to March 2014', ['AC Mechanic | Voltas Ltd | Rohtak | 2014-05..2017-12 | 1', 'Helper | Acme Services LLC | Gaya | 2012-05..2014-03 | 0']],
    ['an employer and its town behind a label', 'Name of Hospital : Caritas Hospital, Rohtak\nDesignation : Staff Nurse\nPeriod : 15/09/2018 to 31/12/2020', ['Staff Nurse | Caritas Hospital | Rohtak | 2018-09..2020-12 | 0']],
    ['a firm of partners, sentences below', 'Associate, Lexfirm Advocates, Mumbai (July 2016 – Dec 2019)\nAppeared before the Bombay High Court.\nDrafted plaints and affidavits.', ['Associate | Lexfirm Advocates | Mumbai | 2016-07..2019-12 | 2']],
    ['told in words', '* 2 Years as Electrician in Tata Projects Ltd (2019 to 2021)\n* Presently working with L&T Construction as Electrical Supervisor since Aug 2021', ['Electrician | Tata Projects Ltd | – | 2019..2021 | 0', 'Electrical Supervisor | L&T Construction | – | 2021-08..now | 0']],
    ['a list of tools below', 'Web Bootcamp, Northcoders, Manchester\nJan 2024 – Apr 2024\nJavaScript, HTML, CSS, Git', ['Web Bootcamp | Northcoders | Manchester | 2024-01..2024-04 | 1']],
    ['an employer below the dates', 'Data Analyst\nJan 2020 – Mar 2021\nIndus Grid\n- Built', ['Data Analyst | Indus Grid | – | 2020-01..2021-03 | 1']],
    ['what was done below the dates', 'Klarvik AB\nData Analyst\n2021-03 – 2024-08\nDashboards in Looker and Tableau', ['Data Analyst | Klarvik AB | – | 2021-03..2024-08 | 1']],
    ['lines below a label', 'Name of Hospital : Caritas Hospital\nDesignation : Staff Nurse\nPeriod : 15/09/2018 to 31/12/2020\n\nDUTIES AND RESPONSIBILITIES:\nMonitoring vital signs\nAssisting in intubation\nMedication administration', ['Staff Nurse | Caritas Hospital | – | 2018-09..2020-12 | 4']],
    ['points with arrows', 'Sales Officer, Himgiri Beverages\nMay 2015 – March 2019\n> Retail execution\n> New outlets', ['Sales Officer | Himgiri Beverages | – | 2015-05..2019-03 | 2']],
  ])('%s', (_form, body, expected) => {
    expect(jobs(`Asha Verma\n\nExperience\n\n${body}`)).toEqual(expected);
  });
});

describe('studies', () => {
  it.each<[string, string, string[]]>([
    ['a table of bars', 'Course | Institution | Board/University | Year of Passing | CGPA/%\nB.Tech (CSE) | Vardhaman College, Hyderabad | JNTUH | 2024 | 8.12\nSSC | St. Anns High School | SSC Board | 2018 | 9.5', ['B.Tech | CSE | Vardhaman College, Hyderabad | 8.12', 'SSC | – | St. Anns High School | 9.5']],
    ['points with dashes', '• CA Final – ICAI – May 2019 – 57%\n• B.Com – University of Rajasthan – 2016 – 72%', ['CA | Final | ICAI | 57%', 'B.Com | – | University of Rajasthan | 72%']],
    ['a course that is no degree', 'Welding Technology Certificate, Tulsa Tech, 2013', ['Welding Technology Certificate | – | Tulsa Tech | –']],
    ['a school by its short name', 'BBA, MDU Rohtak, 2010-13', ['BBA | – | MDU Rohtak | –']],
    ['a school and its university', 'MBA, Kellogg School of Management, Northwestern University', ['MBA | – | Kellogg School of Management, Northwestern University | –']],
    ['a mark of Germany', 'M.Sc. Informatics, Karlsruhe Institute of Technology, grade 1.7', ['M.Sc. | Informatics | Karlsruhe Institute of Technology | 1.7']],
    ['a class of Britain', 'BSc (Hons) Mathematics, 2:1, University of Sheffield, 2015 – 2018', ['BSc (Hons) | Mathematics | University of Sheffield | 2:1']],
    ['a thesis', 'Ph.D. Chemistry, IISc Bangalore, 2011–2016. Thesis: Catalysis over ceria', ['Ph.D. | Chemistry | IISc Bangalore | –']],
  ])('%s', (_form, body, expected) => {
    expect(studies(`Asha Verma\n\nEducation\n\n${body}`)).toEqual(expected);
  });
});

describe('sections', () => {
  it('open at a label with an empty line above it', () => {
    const { skills, languages, interests } = readText('Asha Verma\n\nExperience\nTester, Acme Ltd\n2019 – 2020\n- Tested\n\nSkills: Java, SQL\n\nLanguages: Hindi, English\n\nHobbies: Chess');
    expect({ skills: skills.map(({ value }) => value), languages: languages.map(({ language }) => language.value), interests: interests.map(({ value }) => value) }).toEqual({ skills: ['Java', 'SQL'], languages: ['Hindi', 'English'], interests: ['Chess'] });
  });

  it('are told by posts and studies where there is no heading', () => {
    const text = 'Deepak Nair\nBengaluru\nd@example.com\n\nBackend developer with four years of experience in Java.\n\nAssociate Software Engineer at Mindleaf Technologies\njuly 2020 - may 2022\nWrote JUnit tests and Jenkins pipelines\n\nB.Tech in Computer Science, NIT Calicut, 2016 - 2020';
    expect(jobs(text)).toEqual(['Associate Software Engineer | Mindleaf Technologies | – | 2020-07..2022-05 | 1']);
    expect(studies(text)).toEqual(['B.Tech | Computer Science | NIT Calicut | –']);
    expect(readText(text).summary?.value).toBe('Backend developer with four years of experience in Java.');
  });

  it('are no name and no post above the first heading', () => {
    const { name, headline } = readText('JESSICA LIU\nSENIOR MARKETING MANAGER\njess@example.com\n\nEXPERIENCE\nClerk, Acme Ltd, 2019 – 2020\n\nSKILLS\nSQL').contact;
    expect([name?.value, headline?.value]).toEqual(['JESSICA LIU', 'SENIOR MARKETING MANAGER']);
  });
});

it.each([
  ['PROJECTS\nProject #1: Insurance Portal\nRole: Tester\n- Tested\nProject #2: Shop\nRole: Tester\n- Tested', ['Insurance Portal', 'Shop']],
  ['PROJECTS\nTitle: Attendance\nDescription: Marks attendance\nMini Project: Bus Pass\nDescription: Issues passes', ['Attendance', 'Bus Pass']],
  ['PROJECTS\nToxic comment detection (Python, SQL) | Mar 2024\nFine-tuned a model and reached F1 0.87', ['Toxic comment detection (Python, SQL)']],
])('projects: %s', (body, names) => {
  expect(readText(`Asha Verma\n\n${body}`).projects.map(({ name }) => name?.value)).toEqual(names);
});

it.each([
  ['PMP (2018), Primavera P6 (2016)', ['PMP | – | 2018', 'Primavera P6 | – | 2016']],
  ['NPTEL - Database Systems, 2023', ['Database Systems | NPTEL | 2023']],
  ['Registered Nurse, Arizona State Board of Nursing, exp. 04/2027', ['Registered Nurse | Arizona State Board of Nursing | –']],
])('certificates: %s', (body, expected) => {
  expect(readText(`Asha Verma\n\nCERTIFICATIONS\n${body}`).certifications.map(({ name, issuer, date }) => `${name?.value} | ${issuer?.value ?? '–'} | ${date?.value ?? '–'}`)).toEqual(expected);
});

it('an item of a list that wraps is one', () => {
  expect(readText('Asha Verma\n\nSKILLS\nArbitration • Due\ndiligence • Mergers').skills.map(({ value }) => value)).toEqual(['Arbitration', 'Due diligence', 'Mergers']);
});

it('a list of skills told in sentences names each, and no wish', () => {
  expect(readText('Asha Verma\n\nSKILLS\nCAD: SolidWorks (advanced), AutoCAD. Programming: MATLAB, Python. Interested in learning C++.').skills.map(({ value, group }) => `${value} (${group ?? '–'})`)).toEqual(['SolidWorks (CAD)', 'AutoCAD (CAD)', 'MATLAB (Programming)', 'Python (Programming)']);
});

describe('the place', () => {
  it.each([
    ['4411 Birch Rd, Tulsa, OK 74107', 'Tulsa, OK'], ['17 Mill Lane, Leeds LS6 3AB', 'Leeds'], ['Lindenstraße 14, 70176 Stuttgart, Germany', 'Stuttgart, Germany'],
    ['Lagos, Nigeria (open to relocation)', 'Lagos, Nigeria'], ['Ph: 099999-12345, Address: Sector 21C, Faridabad, Haryana', 'Faridabad, Haryana'], ['a@example.com | +91 90040 00000 | Bandra (W), Mumbai', 'Mumbai'],
  ])('%s', (line, place) => {
    const { contact } = readText(`Asha Verma\n${line}\n\nSKILLS\nSQL`);
    expect([contact.place?.value, contact.headline]).toEqual([place, undefined]);
  });

  it('gives no phone number by its postcode', () => {
    expect(readText('Asha Verma\nLindenstraße 14, 70176 Stuttgart, Germany\n\nSKILLS\nSQL').contact.phones).toEqual([]);
  });
});
