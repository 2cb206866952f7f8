import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileConcepts, linkText, type Concept, type Meaning } from './index.ts';

const concepts: Concept[] = [
  { id: 'java', name: 'Java (computer programming)', aliases: ['jvm'] },
  { id: 'javascript', name: 'JavaScript', aliases: ['js'] },
  { id: 'teams', name: 'work in teams', aliases: ['team player', 'teamwork'], related: [{ id: 'lead', strength: 0.5 }] },
  { id: 'lead', name: 'lead others', aliases: [] },
  { id: 'postgresql', name: 'PostgreSQL', aliases: [] },
  { id: 'presentations', name: 'prepare presentation material', aliases: ['presentations'] },
  { id: 'stakeholders', name: 'communicate with stakeholders', aliases: [] },
  { id: 'customers', name: 'communicate with customers', aliases: [] },
  { id: 'risk', name: 'perform risk analysis', aliases: [] },
  { id: 'csharp', name: 'C#', aliases: [] },
  { id: 'net', name: '.NET', aliases: [] },
];
const index = compileConcepts(concepts);
const link = (text: string, limit = 5) => linkText(index, text, { limit });

describe('the first concept and how it was found', () => {
  test.each([
    ['work in teams', 'teams', 'exact', 1],
    ['Team Player', 'teams', 'alias', 0.99],
    ['we need a strong team player', 'teams', 'alias', null],
    ['Java', 'java', 'partial', null],
    ['C#', 'csharp', 'exact', 1],
    ['experience with NET', 'net', 'exact', null],
    ['communicating with stakeholders', 'stakeholders', 'inflection', null],
    ['risk analyses performed', 'risk', 'word-family', null],
    ['analytical risk work', 'risk', 'partial', null],
    ['javascritp', 'javascript', 'edit-distance', null],
    ['postgress', 'postgresql', 'edit-distance', null],
    ['postgresqlserver', 'postgresql', 'character-n-grams', null],
    ['make presentations', 'presentations', 'alias', null],
  ])('%s: %s (%s)', (text, id, found, score) => {
    const [first] = link(text);
    expect(first).toMatchObject({ id, found });
    if (score !== null) expect(first?.score).toBe(score);
  });
});

test('several concepts of one sentence come before weaker readings of the same words', () => {
  expect(link('You communicate with stakeholders and customers and know JavaScript', 3).map(({ id }) => id).toSorted()).toEqual(['customers', 'javascript', 'stakeholders']);
});

test('names where in the text it was read', () => {
  const text = 'You will communicate with stakeholders daily';
  const [first] = link(text);
  expect(text.slice(first?.start, first?.end)).toBe('communicate with stakeholders');
});

test('what is related to the best follows with less', () => {
  expect(link('teamwork').map(({ id, found }) => [id, found])).toContainEqual(['lead', 'related']);
});

test('nothing is found in words that only frame a demand', () => {
  expect(link('and with the of')).toEqual([]);
});

test('a word that many concepts share tells less than one that few have', () => {
  const [stakeholders, ...rest] = link('communicate stakeholders');
  expect(stakeholders?.id).toBe('stakeholders');
  expect(rest.find(({ id }) => id === 'customers')?.score).toBeLessThan((stakeholders?.score ?? 0) / 2);
});

test('a concept that is often meant wins over an equal one', () => {
  const pair = compileConcepts([{ id: 'a', name: 'cloud security', aliases: [] }, { id: 'b', name: 'cloud storage', aliases: [], prior: 1 }]);
  expect(linkText(pair, 'cloud', { limit: 1 })[0]?.id).toBe('b');
});

test('by meaning it finds what shares no word, as a guess', () => {
  const axes: Readonly<Record<string, number>> = { java: 0, kotlin: 0 };
  const unit = (axis: number): Float32Array => Float32Array.from({ length: 2 }, (_, at) => (at === axis ? 1 : 0));
  const meaning: Meaning = {
    embed: (text) => { const axis = axes[text.toLowerCase()]; return axis === undefined ? null : unit(axis); },
    leastLikeness: 0.6,
    conceptVectors: Float32Array.from(concepts.flatMap(({ id }) => [...unit(id === 'java' ? 0 : 1)])),
  };
  expect(linkText(index, 'kotlin', { limit: 1, meaning })).toMatchObject([{ id: 'java', found: 'embedding', score: 0.5 }]);
  expect(linkText(index, 'cobol', { limit: 1, meaning })).toEqual([]);
});

test('scores lie in 0 to 1, reasons add up to them, no concept comes twice, and the limit holds', () => {
  const words = fc.constantFrom('java', 'teams', 'work', 'experience', 'risk', 'analysis', 'stakeholder', 'customers', 'and', 'postgress', 'C#', '.NET', '–', 'leading');
  fc.assert(fc.property(fc.array(words, { maxLength: 14 }), fc.integer({ min: 0, max: 6 }), (list, limit) => {
    const linked = link(list.join(' '), limit);
    expect(linked.length).toBeLessThanOrEqual(limit);
    expect(new Set(linked.map(({ id }) => id)).size).toBe(linked.length);
    for (const { score, reasons, start, end } of linked) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(start).toBeLessThanOrEqual(end);
      expect(reasons.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(score, 9);
    }
  }));
});
