import type { Knowledge, Level, ProjectBrief, Resource, Skill } from '@cairn/engine/knowledge';
import { noFeedback, planRoadmap, replan, tasksOf, type Plan, type PlanRequest, type SkillTarget } from '@cairn/engine/roadmap';
import { seededRandom } from '@cairn/engine/seeds';
import type { BenchRow } from './row.ts';
import { percentile } from './statistics.ts';
import { threadSeconds } from './thread-seconds.ts';

const skillCount = 1200;
const fieldSize = 40;
const roleCount = 100;
const targetsPerRole = 22;
const roundsPerRole = 5;

/**
 * Planning a role from zero at 10 hours a week, and planning anew after a missed week with half the work done, on made-up
 * knowledge of 1,200 skills, 1,000 resources and 1,100 projects (drawn from a fixed seed, so every run plans the same). By the thread's
 * processor time.
 */
export function measureRoadmapSpeed(): Promise<BenchRow[]> {
  const random = seededRandom(20_260_105);
  const knowledge = makeKnowledge(random);
  const requests = Array.from({ length: roleCount }, () => makeRequest(random, knowledge));
  for (const request of requests) planOf(request, knowledge);

  const planMilliseconds: number[] = [];
  const replanMilliseconds: number[] = [];
  for (let round = 0; round < roundsPerRole; round += 1) {
    for (const request of requests) {
      const begun = threadSeconds();
      const plan = planOf(request, knowledge);
      planMilliseconds.push(1000 * (threadSeconds() - begun));

      const tasks = tasksOf(plan);
      const progress = tasks.slice(0, tasks.length / 2).map((task) => ({ taskId: task.id, state: 'done' as const, changedAt: '2026-03-01T00:00:00Z' }));
      const replanBegun = threadSeconds();
      replan(plan, progress, { kind: 'missed-week', from: '2026-03-02', at: '2026-03-02T00:00:00Z' });
      replanMilliseconds.push(1000 * (threadSeconds() - replanBegun));
    }
  }
  const n = planMilliseconds.length;
  return Promise.resolve([
    { id: 'roadmap.plan.p95-ms', label: 'Roadmap, a role from zero, 1,200 skills: p95 ms', value: percentile(planMilliseconds, 0.95), bar: 10, lowerIsBetter: true, n },
    { id: 'roadmap.replan.p95-ms', label: 'Roadmap, replanned half-way: p95 ms', value: percentile(replanMilliseconds, 0.95), bar: 10, lowerIsBetter: true, n },
  ]);
}

function planOf(request: PlanRequest, knowledge: Knowledge): Plan {
  const result = planRoadmap(request, knowledge, noFeedback);
  if (!result.ok) throw new Error('a plan without a limit in weeks is always possible');
  return result.plan;
}

/**
 * Fields of 40 skills: 4 foundations, 12 that stand on them, 24 that stand on those. A role's way from zero then has
 * about 50 steps and 1,000 hours, as the longer ones of Cairn's own roles have.
 */
function makeKnowledge(random: () => number): Knowledge {
  const pick = (count: number): number => Math.floor(random() * count);
  const levelOf = (): Level => (1 + pick(2)) as Level;
  const skills = Array.from({ length: skillCount }, (_, at): Skill => ({
    id: `skill-${at}`, name: `Skill ${at}`, category: at % 9 === 0 ? 'tool' : 'web', aliases: [], ambiguous: [],
    hours: [4 + pick(30), 10 + pick(60), 30 + pick(100), 80 + pick(150)], demand: random(),
    prerequisites: prerequisitesOf(at, pick).map((id) => ({ id, level: levelOf() })),
    related: distinct(4, () => `skill-${pick(skillCount)}`).map((id) => ({ id, kind: 'used-with', strength: random() })),
    checkpoints: { 1: 'Does the first things alone.', 2: 'Does the daily work alone.' },
  }));
  const resources = Array.from({ length: 1000 }, (_, at): Resource => ({
    id: `resource-${at}`, title: `Resource ${at}`, provider: 'p', url: 'https://example.org/', kind: at % 5 === 0 ? 'practice' : 'course',
    cost: at % 4 === 0 ? 'paid' : 'free', language: at % 6 === 0 ? 'hi' : 'en', hours: 10, fromLevel: 0, toLevel: (1 + pick(3)) as Level,
    skills: distinct(2, () => `skill-${pick(skillCount)}`), checked: true,
  }));
  const projects = Array.from({ length: 1100 }, (_, at): ProjectBrief => ({
    id: `project-${at}`, name: `Project ${at}`, summary: 's', difficulty: 1, hours: 4 + pick(16),
    skills: distinct(3, () => `skill-${fieldSize * (at % (skillCount / fieldSize)) + pick(fieldSize)}`).map((id) => ({ id, level: 1 })), provenBy: ['It runs.'],
  }));
  return { skills, roles: [], resources, projects };
}

function prerequisitesOf(at: number, pick: (count: number) => number): string[] {
  const place = at % fieldSize;
  const field = at - place;
  if (place < 4) return [];
  return distinct(2, () => `skill-${field + (place < 16 ? pick(4) : 4 + pick(12))}`);
}

/** Most of a role's skills are of one field. */
function makeRequest(random: () => number, knowledge: Knowledge): PlanRequest {
  const pick = (count: number): number => Math.floor(random() * count);
  const field = fieldSize * pick(knowledge.skills.length / fieldSize);
  const ids = distinct(targetsPerRole, () => `skill-${random() < 0.9 ? field + pick(fieldSize) : pick(skillCount)}`);
  const targets = ids.map((skillId): SkillTarget => ({ skillId, level: (random() < 0.6 ? 1 : 2), importance: 10 + pick(90) }));
  return {
    targets, known: [], hoursPerWeek: 10, weeksAvailable: null, startsOn: '2026-01-05', language: 'en', freeOnly: false, learningStyle: 'mixed',
  };
}

function distinct(count: number, draw: () => string): string[] {
  return [...new Set(Array.from({ length: count }, draw))];
}
