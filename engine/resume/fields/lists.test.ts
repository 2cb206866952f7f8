import { describe, expect, it } from 'vitest';
import { readResume } from '../read-resume.ts';
import { drawn, type Drawn, read, today } from '../resume.fixture.ts';
import { splitList } from './lists.ts';

describe('a list is split', () => {
  it.each([
    ['Java, SQL, Git', ['Java', 'SQL', 'Git']],
    ['Java; SQL | Git • Linux', ['Java', 'SQL', 'Git', 'Linux']],
    ['AWS (EC2, S3), Docker', ['AWS (EC2, S3)', 'Docker']],
    ['Java, SQL and Git', ['Java', 'SQL and Git']],
    ['Java, SQL, and Git', ['Java', 'SQL', 'Git']],
    ['Java (Advanced), SQL – 3 years, Excel 80%', ['Java', 'SQL', 'Excel']],
    ['C++, C#, .NET, Node.js', ['C++', 'C#', '.NET', 'Node.js']],
    ['Java ★★★★☆', ['Java']],
    ['1,200 hours', ['1,200 hours']],
    ['हिंदी टंकण, एक्सेल', ['हिंदी टंकण', 'एक्सेल']],
    ['', []],
  ])('%s', (text, items) => {
    expect(splitList(text)).toEqual(items);
  });
});

describe('skills', () => {
  const skills = (body: string): string[] => read(`# Asha Verma\n\n## Skills\n${body}`).resume.skills.map((skill) => (skill.group ? `${skill.group}>${skill.value}` : skill.value));
  it.each([
    ['groups with a colon', 'Languages: Java, Go\nTools: Git', ['Languages>Java', 'Languages>Go', 'Tools>Git']],
    ['groups in bold', '**Languages** Java, Go\n**Tools** Git', ['Languages>Java', 'Languages>Go', 'Tools>Git']],
    ['groups on lines of their own', 'Languages:\n- Java\n- Go\nTools:\n- Git', ['Languages>Java', 'Languages>Go', 'Tools>Git']],
    ['groups in a margin', 'Languages\tJava, Go\nTools\tGit, Jira', ['Languages>Java', 'Languages>Go', 'Tools>Git', 'Tools>Jira']],
    ['points', '- Java\n- Go', ['Java', 'Go']],
    ['a grid', 'Java\tGo\tSQL\nGit\tJira\tLinux', ['Java', 'Go', 'SQL', 'Git', 'Jira', 'Linux']],
    ['versions and lengths of practice beside a skill', 'Minitab\t19\t2026\t6 Years 2 Months\nSAP QM\t\t2025\t5 Years 0 Months', ['Minitab', 'SAP QM']],
    ['a label that only says skills', 'Technical Skills: Java, Go', ['Java', 'Go']],
  ])('%s', (_form, body, expected) => {
    expect(skills(body)).toEqual(expected);
  });
  it('side by side under names of their own belong each to theirs', () => {
    const cells = (row: number, texts: readonly string[], bold: boolean): Drawn[] => texts.map((text, column) => [40 + 190 * column, 100 + 14 * row, text, 10, bold]);
    const { skills } = readResume(drawn([[40, 80, 'Skills', 14, true], ...cells(0, ['Embedded', 'Programming'], true), ...cells(1, ['Advanced', 'Expert'], false), ...cells(2, ['Yocto, Linux', 'C, Rust'], false)]), { today, defaultCountry: 'IN' }).resume;
    expect(skills.map(({ value, group }) => `${group}>${value}`)).toEqual(['Embedded>Yocto', 'Embedded>Linux', 'Programming>C', 'Programming>Rust']);
  });
  it('that are all spoken languages are languages', () => {
    const { resume } = read('## Skills\nTools: Git\nLanguages: English, Hindi');
    expect(resume.skills.map((skill) => skill.value)).toEqual(['Git']);
    expect(resume.languages.map((entry) => entry.language.value)).toEqual(['English', 'Hindi']);
  });
});

describe('languages', () => {
  it.each([
    ['English (Fluent), Hindi (Native)', ['English=Fluent', 'Hindi=Native']],
    ['English – Fluent, Hindi – Native', ['English=Fluent', 'Hindi=Native']],
    ['English: C1\nHindi: Native', ['English=C1', 'Hindi=Native']],
    ['English\tFluent\nHindi\tNative', ['English=Fluent', 'Hindi=Native']],
    ['- English\n- Hindi', ['English=', 'Hindi=']],
    ['English and Hindi', ['English=', 'Hindi=']],
    ['English\tProficient\tYes\tYes', ['English=Proficient']],
    ['English (Fluent), Bilen (Native)', ['English=Fluent', 'Bilen=Native']],
    ['**Hindi** — Native\t**English** — C1', ['Hindi=Native', 'English=C1']],
    ['Hindi, Bilen, English', ['Hindi=', 'Bilen=', 'English=']],
    ['English ○ ○ ○ ○', ['English=']],
    ['हिंदी (मातृभाषा), अंग्रेज़ी', ['हिंदी=मातृभाषा', 'अंग्रेज़ी=']],
  ])('%s', (body, expected) => {
    expect(read(`## Languages\n${body}`).resume.languages.map((entry) => `${entry.language.value}=${entry.level?.value ?? ''}`)).toEqual(expected);
  });
});
