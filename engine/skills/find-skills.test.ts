import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSkills } from './find-skills.ts';
import { fixtureSkills } from './skills.fixture.ts';
import { compileTaxonomy } from './taxonomy.ts';

const taxonomy = compileTaxonomy(fixtureSkills);
const affirmed = (text: string, skillList = false): string[] => findSkills(taxonomy, text, { skillList }).filter(({ negated }) => !negated).map(({ skillId }) => skillId);
const denied = (text: string): string[] => findSkills(taxonomy, text).filter(({ negated }) => negated).map(({ skillId }) => skillId);

describe('names', () => {
  test.each([
    ['Python, Java and C++', ['python', 'java', 'cpp']],
    ['node.js, NodeJS, Node JS', ['nodejs', 'nodejs', 'nodejs']],
    ['RESTful API, REST APIs, rest-api', ['rest-apis', 'rest-apis', 'rest-apis']],
    ['React Native and React.js', ['react-native', 'react']],
    ['C#/.NET and ASP.NET', ['csharp', 'dotnet', 'dotnet']],
    ['पायथन और हिंदी', ['python', 'hindi']],
    ['see github.com/asha, https://python.org/x or me@java.com', []],
  ])('%j', (text, expected) => {
    expect(affirmed(text)).toEqual(expected);
  });

  test('offsets point at the original text, also behind a ligature', () => {
    const text = 'ﬁrst 𝐏𝐲𝐭𝐡𝐨𝐧, then SQL';
    expect(findSkills(taxonomy, text).map(({ start, end }) => text.slice(start, end))).toEqual(['𝐏𝐲𝐭𝐡𝐨𝐧', 'SQL']);
  });
});

describe('names that are also words', () => {
  test.each([
    ['a list of skills is a context', 'Go, Rust, Python', ['go', 'rust', 'python']],
    ['also in capitals or in small letters', 'PYTHON, GO; python, go', ['python', 'go', 'python', 'go']],
    ['a context word', 'Built the frontend in React with hooks', ['react']],
    ['announced as a skill', 'Proficient in R. Python preferred', ['r', 'python']],
    ['three in a row', 'C, R, Swift', ['c', 'r', 'swift']],
    ['slashed', 'C/C++', ['c', 'cpp']],
    ['go to market', 'We go to market with Python for backend teams', ['python']],
    ['excel at', 'You excel at SQL and office politics', ['sql']],
    ['react to', 'React to changes in JavaScript components', ['javascript']],
    ['access to', 'Access to our SQL database', ['sql']],
    ['R&D and C-level', 'R&D for C-level clients', ['research-and-development']],
    ['an initial', 'Asha R. Patil, statistics and Python', ['python']],
    ['written small where names have capitals', 'Where others rust, we use Python for systems programming', ['python']],
  ])('%s', (_, text, expected) => {
    expect(affirmed(text)).toEqual(expected);
  });

  test('a whole item of a skills section counts without neighbours', () => {
    expect(affirmed('Go\nSwift\nExcel', true)).toEqual(['go', 'swift', 'excel']);
    expect(affirmed('Go\nteamwork', false)).toEqual([]);
  });

  test('only their confidence is below 1', () => {
    const confidence = Object.fromEntries(findSkills(taxonomy, 'Go, Python').map((mention) => [mention.skillId, mention.confidence]));
    expect(confidence['python']).toBe(1);
    expect(confidence['go']).toBeLessThan(1);
  });
});

describe('negation', () => {
  test.each([
    ['No experience with Java, Python or C#, but strong SQL skills.', ['java', 'python', 'csharp'], ['sql']],
    ['Without any knowledge of SQL.', ['sql'], []],
    ['Java is not required.', ['java'], []],
    ['Java and Kotlin are not needed, Git is.', ['java', 'kotlin'], ['git']],
    ["I don't know Java. I know Python.", ['java'], ['python']],
    ['Not familiar with Docker, strong in Git', ['docker'], ['git']],
    ['Not only Python but also Java', [], ['python', 'java']],
    ['Including but not limited to Docker', [], ['docker']],
    ['Docker is not mandatory but a plus', [], ['docker']],
    ['No compromise: Python is our language', [], ['python']],
    ['मुझे जावा का अनुभव नहीं है, पायथन आता है', ['java'], ['python']],
    ['बिना जावा के', ['java'], []],
  ])('%s', (text, no, yes) => {
    expect(denied(text)).toEqual(no);
    expect(affirmed(text)).toEqual(yes);
  });
});

test('mentions stand in order and never overlap, whatever the text', () => {
  const piece = fc.constantFrom('Go', 'go to', 'SQL', 'SQL Server', 'C', 'C++', 'R', 'React Native', 'no experience with', ', ', '. ', '\n', ' and ', ' ', 'ﬁ', 'हिंदी');
  fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
    const text = pieces.join('');
    let reached = 0;
    for (const { start, end } of findSkills(taxonomy, text)) {
      expect(start).toBeGreaterThanOrEqual(reached);
      expect(end).toBeGreaterThan(start);
      reached = end;
    }
    expect(reached).toBeLessThanOrEqual(text.length);
  }), { numRuns: 300 });
});

test('the case of an unambiguous name does not matter', () => {
  const names = fixtureSkills.filter(({ ambiguous }) => ambiguous.length === 0).map(({ name }) => name);
  fc.assert(fc.property(fc.constantFrom(...names), fc.infiniteStream(fc.boolean()), (name, upper) => {
    const mixed = Array.from(name, (letter) => (upper.next().value ? letter.toUpperCase() : letter.toLowerCase())).join('');
    expect(affirmed(`we use ${mixed} here`)).toEqual(affirmed(`we use ${name} here`));
  }));
});
