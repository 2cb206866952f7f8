import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadEmbeddings, loadKnowledge } from '@cairn/knowledge';
import { neighboursIn, neighboursPage } from './neighbours.ts';

const knowledge = loadKnowledge();
const table = loadEmbeddings();
const nearest = neighboursIn(table, knowledge);

test('the page shows what the vectors say, for at least 50 skills', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/skill-neighbours.md'), 'utf8');
  expect(page).toBe(neighboursPage(table, knowledge));
  expect(page.match(/^\| .*\d \|$/gm)?.length).toBeGreaterThanOrEqual(50);
});

/** Written by hand: what somebody of the field would put beside each. */
test.each<[string, string]>([
  ['react', 'redux'], ['postgresql', 'mysql'], ['kubernetes', 'helm'], ['machine-learning', 'scikit-learn'], ['deep-learning', 'pytorch'],
  ['power-bi', 'dax'], ['selenium', 'test-automation'], ['network-security', 'firewalls'], ['embedded-systems', 'microcontrollers'], ['figma', 'adobe-xd'],
  ['accounting', 'financial-reporting'], ['tally', 'goods-and-services-tax'], ['recruitment', 'candidate-sourcing'], ['structural-analysis', 'reinforced-concrete-design'],
  ['welding', 'shielded-metal-arc-welding'], ['lesson-planning', 'curriculum-design'], ['time-management', 'planning-and-organising'], ['teamwork', 'problem-solving'],
  ['hindi', 'urdu'], ['english', 'communication'],
])('near %s lies %s', (skill, neighbour) => {
  expect(nearest(skill, 10).map(({ id }) => id)).toContain(neighbour);
});

test.each(['hindi', 'french', 'tamil', 'german'])('most of what lies near %s are languages', (id) => {
  const languages = new Set(knowledge.skills.filter(({ category }) => category === 'spoken-language').map((skill) => skill.id));
  expect(nearest(id, 10).filter((other) => languages.has(other.id)).length).toBeGreaterThan(5);
});

test.each(['teamwork', 'time-management', 'leadership', 'negotiation', 'empathy'])('most of what lies near %s are soft skills', (id) => {
  const soft = new Set(knowledge.skills.filter(({ category }) => category === 'soft-skill').map((skill) => skill.id));
  expect(nearest(id, 10).filter((other) => soft.has(other.id)).length).toBeGreaterThan(5);
});
