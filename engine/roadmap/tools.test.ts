import { expect, it } from 'vitest';
import type { RelationKind, Skill } from '../knowledge/types.ts';
import { aSkill } from './test-support/fixtures.ts';
import { toolsOf } from './tools.ts';

const skills = new Map(['git', 'npm', 'vite', 'figma'].map((id) => [id, aSkill(id, { category: 'tool' })] as const).concat([['css', aSkill('css')]]));
const tied = (...ties: [string, RelationKind, number][]): Partial<Skill> => ({ related: ties.map(([id, kind, strength]) => ({ id, kind, strength })) });

it.each<[string, Skill, string[]]>([
  ['itself, when it is one', aSkill('docker', { category: 'tool' }), ['DOCKER']],
  ['what the knowledge says one works with', aSkill('wiring', { tools: ['Wire stripper', 'Multimeter'] }), ['Wire stripper', 'Multimeter']],
  ['none, where the knowledge says that it is none', aSkill('regex', { category: 'tool', tools: [] }), []],
  ['its own before those it is used with', aSkill('js', { ...tied(['git', 'used-with', 0.6]), tools: ['Chrome DevTools'] }), ['Chrome DevTools', 'GIT']],
  ['tools it is used with, the closest first', aSkill('js', tied(['git', 'used-with', 0.6], ['npm', 'used-with', 0.9])), ['NPM', 'GIT']],
  ['no loose ties', aSkill('js', tied(['git', 'used-with', 0.4])), []],
  ['no other kinds of relation', aSkill('js', tied(['git', 'alternative', 0.9])), []],
  ['no skills that are not tools', aSkill('js', tied(['css', 'used-with', 0.9])), []],
  ['at most four', aSkill('js', { ...tied(['git', 'used-with', 0.6], ['npm', 'used-with', 0.7], ['vite', 'used-with', 0.8], ['figma', 'used-with', 0.9]), tools: ['Linter'] }), ['Linter', 'FIGMA', 'VITE', 'NPM']],
  ['none the knowledge does not have', aSkill('js', tied(['gone', 'used-with', 0.9])), []],
])('%s', (_, skill, tools) => {
  expect(toolsOf(skill, skills)).toEqual(tools);
});
