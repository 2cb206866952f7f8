import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge, Role } from '@cairn/engine/knowledge';
import { noFeedback, planRoadmap } from '@cairn/engine/roadmap';
import { loadKnowledge, validateKnowledge } from '@cairn/knowledge';
import { repositoryRoot } from './installation.ts';
import type { BenchRow } from './row.ts';

const hoursPerWeek = 10;
/** Three years, a full training; a plan that takes longer is none that somebody finishes beside work or study. */
const mostWeeks = 160;

/** How much Cairn knows, whether it holds together, whether a beginner's plan for each role comes to an end, and how large the learned weights are. */
export function measureKnowledgeSize(): Promise<BenchRow[]> {
  const knowledge = loadKnowledge();
  const { skills, roles, resources, projects } = knowledge;
  const outside = roles.filter(({ field }) => field !== 'software').length;
  const finished = roles.filter((role) => isFinished(role, knowledge)).length;
  const row = (id: string, label: string, value: number, bar: number, n = 1, lowerIsBetter = false): BenchRow => ({ id, label, value, bar, lowerIsBetter, n });
  return Promise.resolve([
    row('knowledge.skills', 'Skills', skills.length, 1200),
    row('knowledge.prerequisites', 'Prerequisites between them', skills.reduce((sum, { prerequisites }) => sum + prerequisites.length, 0), 900),
    row('knowledge.roles', 'Roles', roles.length, 90),
    row('knowledge.roles-outside-software', 'Roles outside software: %', (100 * outside) / roles.length, 50, roles.length),
    row('knowledge.resources', 'Resources of different title and address', countDifferent(resources.map(({ url, title }) => `${url} ${title}`)), 900),
    row('knowledge.projects', 'Project briefs of different name', countDifferent(projects.map(({ name }) => name)), 350),
    row('knowledge.problems', 'Cycles, orphans, names claimed twice, implausible hours and other faults', validateKnowledge(knowledge).length, 0, 1, true),
    row('knowledge.roles-finished', 'Roles whose plan a beginner finishes at 10 hours a week: %', (100 * finished) / roles.length, 100, roles.length),
    row('skills.tagger.weights-mb', 'Phrase tagger, size of its weights: MB', statSync(join(repositoryRoot, 'knowledge/models/skill-phrases.bin')).size / 1e6, 4, 1, true),
  ]);
}

function countDifferent(texts: readonly string[]): number {
  return new Set(texts.map((text) => text.toLowerCase())).size;
}

/** Whether the plan of what the role requires reaches every level in time. */
function isFinished({ must }: Role, knowledge: Knowledge): boolean {
  const targets = must.map(({ id, level }) => ({ skillId: id, level, importance: 50 }));
  const made = planRoadmap({ targets, known: [], hoursPerWeek, weeksAvailable: null, startsOn: '2026-01-05', language: 'en', freeOnly: false, learningStyle: 'mixed' }, knowledge, noFeedback);
  if (!made.ok || made.plan.totalWeeks > mostWeeks) return false;
  const reached = new Set(made.plan.steps.map(({ skillId, level }) => `${skillId} ${String(level)}`));
  return must.every(({ id, level }) => reached.has(`${id} ${String(level)}`));
}
