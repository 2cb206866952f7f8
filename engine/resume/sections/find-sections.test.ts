import { describe, expect, it } from 'vitest';
import { rebuildLines } from '../lines/rebuild-lines.ts';
import { drawn, type Drawn, flow } from '../resume.fixture.ts';
import { isPageTitle, sectionKindOf } from '../vocabulary/headings.ts';
import { findSections } from './find-sections.ts';

describe('the words of a heading', () => {
  it.each([
    ['Experience', 'experience'], ['WORK EXPERIENCE:', 'experience'], ['Employment History', 'experience'], ['Internships / Work Experience', 'experience'], ['कार्य अनुभव', 'experience'],
    ['Expérience professionnelle', 'experience'], ['FORMATION', 'education'], ['Compétences informatiques', 'skills'], ['Langues', 'languages'], ['Centres d’intérêt', 'interests'],
    ["Where I've worked", 'experience'], ['Employment details', 'experience'], ['Early career', 'experience'], ['Where I studied', 'education'], ['What I bring', 'skills'], ['Toolbox', 'skills'], ['Professional synopsis', 'summary'],
    ['Snapshot', 'summary'], ['Want to learn', 'interests'], ['Certs', 'certifications'], ['Grants and awards', 'awards'], ['Bar admissions', 'certifications'], ['Additional information', 'other'],
    ['Education', 'education'], ['ACADEMIC QUALIFICATIONS', 'education'], ['Education & Training', 'education'], ['शैक्षणिक योग्यता', 'education'], ['1. Education', 'education'],
    ['Technical Skills', 'skills'], ['Skills & Interests', 'skills'], ['My Skills', 'skills'], ['कौशल', 'skills'], ['TECHNICALSKILLS', 'skills'], ['Tools and Technologies', 'skills'],
    ['Projects', 'projects'], ['Academic Projects', 'projects'], ['परियोजनाएँ', 'projects'], ['परियोजनाएं', 'projects'],
    ['Certifications and Awards', 'certifications'], ['Training and Certification', 'certifications'], ['WORK EXPERIENCE (35 MONTHS)', 'experience'], ['Instruments and software handled', 'skills'], ['Most proud of', 'awards'], ['Selected Honors', 'awards'], ['Publications', 'publications'], ['Languages Known', 'languages'], ['भाषाएँ', 'languages'],
    ['Positions of Responsibility', 'volunteering'], ['Hobbies', 'interests'], ['Career Objective', 'summary'], ['About Me', 'summary'], ['उद्देश्य', 'summary'], ['Contact', 'contact'], ['Personal Details', 'personal'], ['Declaration', 'references'],
  ])('%s announces %s', (text, kind) => {
    expect(sectionKindOf(text)).toBe(kind);
  });

  it.each(['Software Engineer', 'Acme Systems', 'Built the skills matrix of the team', 'Asha Verma', 'Jan 2020', 'Experience with Java and SQL in production systems', '', '•'])('%s announces nothing', (text) => {
    expect(sectionKindOf(text)).toBeUndefined();
  });

  it.each(['Curriculum Vitae', 'RESUME', 'बायोडाटा'])('%s is the title of the page', (text) => {
    expect(isPageTitle(text)).toBe(true);
  });
});

const kinds = (items: readonly Drawn[]): string[] => findSections(rebuildLines(drawn(items))).map((section) => `${section.kind}:${section.lines.map((line) => line.text).join('/')}`);

describe('sections', () => {
  it('begin at known words that are set as headings, not at the same words in running text', () => {
    expect(kinds([[40, 40, 'Asha Verma', 20, true], [40, 80, 'Experience', 14, true], [40, 100, 'Engineer'], [40, 115, 'Projects'], [40, 130, 'Built things'], [40, 160, 'Education', 14, true], [40, 180, 'B.Tech']])).toEqual([
      'contact:Asha Verma', 'experience:Engineer/Projects/Built things', 'education:B.Tech',
    ]);
  });

  it('begin at headings of the person’s own that are set like the known ones', () => {
    expect(kinds([[40, 40, 'Asha Verma', 20, true], [40, 80, 'Experience', 14, true], [40, 100, 'Engineer'], [40, 130, 'Patents', 14, true], [40, 150, 'A hinge'], [40, 180, 'Skills', 14, true], [40, 200, 'Java']])).toEqual([
      'contact:Asha Verma', 'experience:Engineer', 'other:A hinge', 'skills:Java',
    ]);
  });

  it('may have their names in the margin', () => {
    expect(kinds([[160, 40, 'Asha Verma', 20, true], [40, 80, 'EXPERIENCE', 10, true], [160, 80, 'Engineer, Acme'], [160, 95, 'Built things that last and last'], [40, 120, 'SKILLS', 10, true], [160, 120, 'Java, SQL']])).toEqual([
      'contact:Asha Verma', 'experience:Engineer, Acme/Built things that last and last', 'skills:Java, SQL',
    ]);
  });

  it('may be a line with its name in front', () => {
    const sections = findSections(rebuildLines(flow('Asha Verma\nSKILLS: Java, SQL\nOBJECTIVE: To build', true)));
    expect(sections.map((section) => [section.kind, section.lines.map((line) => line.text).join()])).toEqual([['contact', 'Asha Verma'], ['skills', 'Java, SQL'], ['summary', 'To build']]);
  });

  it('are told by their labels where "Personal profile" stands over birth and parents', () => {
    const profile = (body: string): string | undefined => findSections(rebuildLines(flow(`Asha Verma\n\n## Personal Profile\n${body}`)))[1]?.kind;
    expect([profile("Father's Name : R. Verma\nDate of Birth : 05/11/2003\nLanguages Known : Hindi"), profile('Welder who has built bridges.')]).toEqual(['personal', 'summary']);
  });

  it('hold a table of degrees and marks that stands under no heading', () => {
    const table = 'Examination\tInstitute\tYear\tCPI / %\nGraduation\tGodavari College\t2025\t8.76\nXII\tHillside School\t2021\t94%';
    expect(findSections(rebuildLines(flow(`Asha Verma\n${table}\n\n## Skills\nSQL`))).map(({ kind, lines }) => `${kind} ${lines.length}`)).toEqual(['contact 1', 'education 3', 'skills 1']);
  });

  it('begin at bold capitals of the person’s own where all headings stand as near to their text', () => {
    const body = ['SKILLS', 'EDUCATION', 'AWARDS', 'PATENTS', 'INTERESTS'].flatMap((name, row): Drawn[] => [[40, 80 + 28 * row, name, 10, true], [40, 94 + 28 * row, 'what is said of it']]);
    expect(kinds([[40, 66, 'Asha Verma', 10], ...body])).toContain('other:what is said of it');
  });

  it('do not begin at a group of skills', () => {
    const sections = findSections(rebuildLines(flow('## Skills\n**Languages:** Java, Go\n**Tools:** Git\n## Education\nB.Tech')));
    expect(sections.map((section) => section.kind)).toEqual(['skills', 'education']);
  });
});

describe('headings in narrow and running columns', () => {
  const kinds = (...items: Drawn[]) => findSections(rebuildLines(drawn(items))).map(({ kind, lines }) => [kind, lines.length]);

  it('a heading of two lines is one', () => {
    expect(kinds([50, 40, 'Asha Verma', 20, true], [50, 80, 'EDUCATION AND', 11, true], [50, 94, 'TRAINING', 11, true], [50, 112, 'B.Sc. in Physics, University of Malwa'])).toEqual([['contact', 1], ['education', 1]]);
  });

  it('"Responsibilities:" right below a post is none, and with space above it is', () => {
    const post: Drawn[] = [[50, 40, 'Experience', 11, true], [50, 70, 'Staff Nurse, Ashwood'], [50, 84, 'Jun 2021 – May 2023']];
    expect(kinds(...post, [50, 98, 'Responsibilities:', 11, true], [50, 112, 'Nursed'])).toEqual([['experience', 4]]);
    expect(kinds(...post, [50, 124, 'Responsibilities:', 11, true], [50, 140, 'Class representative'])).toEqual([['experience', 2], ['volunteering', 1]]);
  });
});

it('a heading at the foot of a column announces what stands at the head of the next, below the ways to reach the person', () => {
  const left: readonly Drawn[] = [[40, 80, 'Experience', 14, true], [40, 100, 'Developer at Vistula Labs, building the booking'], [40, 115, 'service of a travel agency in the south'], [40, 140, 'Skills', 14, true], [40, 160, 'TypeScript and React, Node.js and PostgreSQL'], [40, 190, 'Education', 14, true]];
  const right: readonly Drawn[] = [[320, 83, 'marta@example.com'], [320, 103, 'MSc Computer Science, University of Krakow'], [320, 118, 'with a thesis on the scheduling of trains'], [320, 143, 'Languages', 14, true], [320, 163, 'Polish, English and some German as well']];
  expect(kinds([[40, 40, 'Marta Kowalczyk', 22, true], ...left, ...right])).toContain('education:MSc Computer Science, University of Krakow/with a thesis on the scheduling of trains');
});
