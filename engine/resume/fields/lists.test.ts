import { describe, expect, it } from 'vitest';
import { read } from '../resume.fixture.ts';
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
    ['a label that only says skills', 'Technical Skills: Java, Go', ['Java', 'Go']],
  ])('%s', (_form, body, expected) => {
    expect(skills(body)).toEqual(expected);
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
    ['हिंदी (मातृभाषा), अंग्रेज़ी', ['हिंदी=मातृभाषा', 'अंग्रेज़ी=']],
  ])('%s', (body, expected) => {
    expect(read(`## Languages\n${body}`).resume.languages.map((entry) => `${entry.language.value}=${entry.level?.value ?? ''}`)).toEqual(expected);
  });
});
