import { describe, expect, it } from 'vitest';
import { read } from '../resume.fixture.ts';
import { degreeAndField } from './education-pieces.ts';
import { gradeIn } from './grades.ts';

const studies = (body: string): string[] => read(`# Asha Verma\n\n## Education\n${body}`).resume.education.map((entry) => [entry.degree?.value ?? '–', entry.field?.value ?? '–', entry.institution?.value ?? '–', entry.grade?.value.text ?? '–', `${entry.start?.value ?? '–'}..${entry.end?.value ?? '–'}`].join(' | '));

describe('a degree is told from its field', () => {
  it.each([
    ['B.Tech in Computer Science', 'B.Tech', 'Computer Science'],
    ['B.Tech (CSE)', 'B.Tech', 'CSE'],
    ['BE – Mechanical Engineering', 'BE', 'Mechanical Engineering'],
    ['B.Sc. (Hons) Physics', 'B.Sc. (Hons)', 'Physics'],
    ['Bachelor of Technology in Civil Engineering', 'Bachelor of Technology', 'Civil Engineering'],
    ['Bachelor of Technology Civil Engineering', 'Bachelor of Technology', 'Civil Engineering'],
    ['Master of Business Administration (Finance)', 'Master of Business Administration', 'Finance'],
    ['Bachelor of Computer Applications', 'Bachelor of Computer Applications', undefined],
    ['PhD in Computer Science', 'PhD', 'Computer Science'],
    ['B.Tech Information Technology', 'B.Tech', 'Information Technology'],
    ['Diploma in Electrical Engineering', 'Diploma', 'Electrical Engineering'],
    ['Class XII', 'Class XII', undefined],
    ['12th', '12th', undefined],
    ['HSC', 'HSC', undefined],
    ['Senior Secondary (XII)', 'Senior Secondary (XII)', undefined],
    ['बी.टेक, कंप्यूटर विज्ञान', 'बी.टेक', 'कंप्यूटर विज्ञान'],
    ['स्नातक', 'स्नातक', undefined],
  ])('%s', (text, degree, field) => {
    expect(degreeAndField(text)).toEqual({ degree, ...(field === undefined ? {} : { field }) });
  });
  it.each(['be careful', 'me and my team', 'Acme', 'as an engineer'])('%s is none', (text) => {
    expect(degreeAndField(text)).toBeUndefined();
  });
});

describe('marks', () => {
  it.each([
    ['CGPA: 8.9/10', { text: '8.9/10', scale: 'cgpa', score: 8.9, outOf: 10 }],
    ['CGPA 8.92', { text: '8.92', scale: 'cgpa', score: 8.92 }],
    ['GPA: 3.97/4.00, Valedictorian', { text: '3.97/4.00', scale: 'gpa', score: 3.97, outOf: 4 }],
    ['92%', { text: '92%', scale: 'percentage', score: 92 }],
    ['Aggregate: 78.5 %', { text: '78.5%', scale: 'percentage', score: 78.5 }],
    ['Grade: 8.2/10', { text: '8.2/10', scale: 'cgpa', score: 8.2, outOf: 10 }],
    ['First class with distinction', { text: 'First class with distinction', scale: 'class' }],
    ['Second Class (Upper Division)', { text: 'Second Class (Upper Division)', scale: 'class' }],
    ['85-89.9%', { text: '85-89.9%', scale: 'percentage', score: 85 }],
    ['Marks: 540/600', { text: '540/600', scale: 'marks', score: 540, outOf: 600 }],
    ['प्रथम श्रेणी', { text: 'प्रथम श्रेणी', scale: 'class' }],
    ['सीजीपीए 8.1', { text: '8.1', scale: 'cgpa', score: 8.1 }],
  ])('%s', (text, grade) => {
    expect(gradeIn(text)).toEqual(grade);
  });
  it.each(['reduced cost by a lot', 'Grade school', '120% growth', '2018 – 2022'])('%s has none', (text) => {
    expect(gradeIn(text)).toBeUndefined();
  });
});

describe('studies are read from', () => {
  const expected = ['B.Tech | Computer Science | Godavari College | 8.9/10 | 2018..2022'];
  it.each([
    ['school first, degree below', '**Godavari College**\tPune, India\nB.Tech in Computer Science\t2018 – 2022\n- CGPA: 8.9/10'],
    ['degree first', '**B.Tech in Computer Science**\t2018 – 2022\nGodavari College, Pune\nCGPA: 8.9/10'],
    ['one line', 'B.Tech in Computer Science, Godavari College, 2018 - 2022, CGPA 8.9/10'],
    ['a degree in the margin', '**B.Tech**\t**Godavari College**, Computer Science\tPune, India\n- CGPA: 8.9/10\t2018 – 2022'],
    ['labels', 'Degree: B.Tech in Computer Science\nInstitution: Godavari College\nYear: 2018 – 2022\nCGPA: 8.9/10'],
  ])('%s', (_form, body) => {
    expect(studies(body)).toEqual(expected);
  });

  it.each([
    ['Class XII, CBSE, Hillside Public School\t2018\nPercentage: 92.4%', ['Class XII | – | Hillside Public School | 92.4% | –..2018']],
    ['M.Sc. Physics, Konark College, 2008 (74.2%)', ['M.Sc. | Physics | Konark College | 74.2% | –..2008']],
    ['12th\nKerala Board, English, 85-89.9%\t2012', ['12th | – | Kerala Board | 85-89.9% | –..2012']],
    ['Higher Secondary (WBCHSE), Science, Hillside School\t2022', ['Higher Secondary | Science | Hillside School | – | –..2022']],
    ['NVQ Level 3 Plumbing, Leeds City College, 2016', ['NVQ Level 3 | Plumbing | Leeds City College | – | –..2016']],
    ['WASSCE, Loyola College, 2012', ['WASSCE | – | Loyola College | – | –..2012']],
    ['MSc Ecology, University of Bergen, Bergen, 2016', ['MSc | Ecology | University of Bergen | – | –..2016']],
    ['Class 10 | DAV School, Koyla Nagar | 2020 | 91%', ['Class 10 | – | DAV School, Koyla Nagar | 91% | –..2020']],
    ['**KAIST**, M.S. in Computer Science\t2020 – 2022', ['M.S. | Computer Science | KAIST | – | 2020..2022']],
    ['Class XII, Hillside School, JKBOSE, 2018', ['Class XII | – | Hillside School | – | –..2018']],
    ['Tecnicatura en Sonido, Universidad de Lanús, 2016', ['Tecnicatura | Sonido | Universidad de Lanús | – | –..2016']],
    ['10th – State Board – 2016 – 88%', ['10th | – | State Board | 88% | –..2016']],
    ['B.E., Mechanical Engineering, IIT, Delhi\t2015 – 2019', ['B.E. | Mechanical Engineering | IIT, Delhi | – | 2015..2019']],
    ['बी.ए., हिंदी साहित्य, काशी विद्यापीठ, 2015 - 2018', ['बी.ए. | हिंदी साहित्य | काशी विद्यापीठ | – | 2015..2018']],
  ])('%s', (body, expectedStudies) => {
    expect(studies(body)).toEqual(expectedStudies);
  });

  it('the table that colleges ask for', () => {
    const row = (cells: string): string => cells.split('|').map((cell) => cell.trim()).join('\t');
    expect(studies([row('Degree | Institution | Board / University | Year of Passing | CGPA / %'), row('B.Tech (CSE) | Godavari College | JNTU | 2022 | 8.9'), row('XII | Hillside School | CBSE | 2018 | 92.4%'), row('MBA | Konark College | – | 2026 | 3.12/4.33')].join('\n'))).toEqual([
      'B.Tech | CSE | Godavari College | 8.9 | –..2022', 'XII | – | Hillside School | 92.4% | –..2018', 'MBA | – | Konark College | 3.12/4.33 | –..2026',
    ]);
  });

  it('several degrees without dates', () => {
    expect(studies('M.Sc. Physics, Konark College\nB.Sc. Physics, Konark College').length).toBe(2);
  });
});
