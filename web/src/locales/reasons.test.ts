import { skillCategories } from '@cairn/engine/knowledge';
import { englishRoadmapMessages } from '@cairn/engine/roadmap';
import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>(['../../../engine/**/*.ts', '!**/*.test.ts', '!**/*.fixture.ts', '!**/test-support/**'], { query: '?raw', import: 'default', eager: true });
const locales = import.meta.glob<Record<string, string>>('./*/*.json', { import: 'default', eager: true });
const text = Object.values(sources).join('\n');
const languages = ['en', 'hi'] as const;

/** The values of a list in the engine: `export const sectionKinds = ['contact', …]`. */
function listed(name: string): string[] {
  const list = new RegExp(`${name} = \\[([^\\]]+)\\]`).exec(text)?.[1];
  if (list === undefined) throw new Error(`the engine has no list ${name}`);
  return [...list.matchAll(/'([^']+)'/g)].map(([, value]) => value ?? '');
}

/** What stands in for `${…}` in a code that is put together, by what comes before it. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'advice.': listed('adviceCodes'),
  'importance.': listed('requirementKinds'),
  'linking.word.': listed('wordLinks'),
  'requirement.part.': listed('adParts'),
  'requirement.level-default.': ['junior', 'ordinary', 'senior'],
  'skill.place.': listed('sectionKinds'),
  'learning.choice.': ['weak', 'new'],
  'read-back.section-found.': listed('expectedSections'),
  'read-back.section-missing.': listed('expectedSections'),
};

function emittedCodes(): string[] {
  const said = [...text.matchAll(/\bcode(?::|\s*=)(.*?)(?:, params|$)|warn\((.*?)\)/gm)].map(([, code, warning]) => code ?? warning ?? '');
  const whole = said.flatMap((words) => [...words.matchAll(/'([a-z-]+\.[a-z0-9.-]+)'/g)].map(([, code]) => code ?? ''));
  const built = [...text.matchAll(/code: `([^$`]+)\$\{[^}]+\}`/g)].flatMap(([, start]) => {
    const known = endings[start ?? ''];
    if (!known) throw new Error(`say in this test what may follow ${String(start)}`);
    return known.map((ending) => `${String(start)}${ending}`);
  });
  // Exports are worded by the server; the pages draw them themselves.
  const roadmap = Object.keys(englishRoadmapMessages).filter((code) => !code.startsWith('roadmap.export.'));
  return [...new Set([...whole, ...built, ...roadmap])];
}

/** Thrown at a programmer's mistake, never sent to a page. */
const errorCodes = new Set(listed('roadmapErrorCodes'));

describe.each(languages)('in %s', (language) => {
  const file = (namespace: string) => locales[`./${language}/${namespace}.json`] ?? {};
  const saidByTutor = Object.fromEntries(Object.entries(file('tutor')).map(([key, words]) => [key.replace(/^said\./, 'tutor.'), words]));
  const worded = { ...file('reasons'), ...file('warnings'), ...file('advisor'), ...saidByTutor };
  const isWorded = (code: string) => code in worded || `${code}_other` in worded || `${code}.title` in file('failures');

  it('words every code that the engines emit', () => {
    const codes = emittedCodes().filter((code) => !errorCodes.has(code));
    expect(codes.length).toBeGreaterThan(80);
    expect(codes.filter((code) => !isWorded(code))).toEqual([]);
  });

  it('words every formula that a reason points to', () => {
    const formulas = [...text.matchAll(/source: 'formula', id: '([^']+)'/g)].map(([, id]) => `formula.${String(id)}`);
    expect(formulas.length).toBeGreaterThan(5);
    expect(formulas.filter((key) => !(key in worded))).toEqual([]);
  });

  it('words every category of skill', () => {
    expect(skillCategories.filter((category) => !(`category.${category}` in worded))).toEqual([]);
  });

  it('uses only parameters that the engine sends with the code', () => {
    const unknown = Object.entries(englishRoadmapMessages).flatMap(([code, template]) => {
      const sent = new Set([...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      const used = [...(worded[code] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      return used.filter((name) => !sent.has(name)).map((name) => `${code}: ${String(name)}`);
    });
    expect(unknown).toEqual([]);
  });
});

it.each(['dashboard', 'resume', 'gap', 'roadmap', 'skills', 'reasons', 'warnings'])('says the same in both languages: %s', (namespace) => {
  const [english, hindi] = languages.map((language) => locales[`./${language}/${namespace}.json`] ?? {});
  const placeholders = (words: string) => [...words.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).sort();
  const shape = (file: Record<string, string>) => Object.fromEntries(Object.entries(file).map(([key, words]) => [key, placeholders(words)]));
  expect(Object.keys(english ?? {}).length).toBeGreaterThan(0);
  expect(shape(hindi ?? {})).toEqual(shape(english ?? {}));
});
