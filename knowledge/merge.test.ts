import type { Knowledge, Skill } from '@cairn/engine/knowledge';
import { expect, test } from 'vitest';
import { mergeKnowledge, withoutLooseReferences } from './merge.ts';

const skill = (id: string, further: Partial<Skill> = {}): Skill => ({ id, name: id, category: 'tool', aliases: [], ambiguous: [], hours: [10, 20, 40, 80], demand: 0.5, prerequisites: [], related: [], checkpoints: {}, ...further });
const base: Knowledge = { skills: [skill('a', { related: [{ id: 'b', kind: 'similar', strength: 0.5 }] }), skill('b', { related: [{ id: 'a', kind: 'similar', strength: 0.5 }] })], roles: [], resources: [], projects: [] };
const merged = (...own: Skill[]) => mergeKnowledge(base, own.map((entry) => ({ kind: 'skill' as const, entry })));

test('an own entry stands in the place of the one with its id, and others follow', () => {
  expect(merged(skill('c'), skill('a', { name: 'ours' })).skills.map(({ name }) => name)).toEqual(['ours', 'b', 'c']);
});
test('what an own skill says of a mutual relation holds for the other skill too', () => {
  const { skills } = merged(skill('a', { related: [{ id: 'b', kind: 'similar', strength: 0.9 }] }));
  expect(skills.map(({ related }) => related)).toEqual([[{ id: 'b', kind: 'similar', strength: 0.9 }], [{ id: 'a', kind: 'similar', strength: 0.9 }]]);
});
test('references to what is not there are kept for the check and fall away for use', () => {
  const body = merged(skill('c', { prerequisites: [{ id: 'gone', level: 1 }, { id: 'a', level: 1 }] }));
  expect(body.skills.at(-1)?.prerequisites).toHaveLength(2);
  expect(withoutLooseReferences(body).skills.at(-1)?.prerequisites).toEqual([{ id: 'a', level: 1 }]);
});
