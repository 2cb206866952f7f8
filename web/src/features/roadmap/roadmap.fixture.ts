import type { RoadmapAnswer } from '@cairn/contracts';
import type { Month, Task } from './roadmap-model.ts';

export function aTask(id: string, parts: Partial<Task> = {}): Task {
  return { id, kind: 'learn', title: id, what: { code: 'roadmap.task.learn', params: { skill: id, level: 1 } }, skillId: 'sql', level: 1, hours: 4, done: false, state: 'open', finishedAt: null, resourceIds: [], projectId: null, reasons: [], ...parts };
}

function aMonth(number: number, tasks: Task[]): Month {
  return {
    number, title: 'SQL', what: { code: 'roadmap.phase', params: { skills: 'SQL' } }, state: number === 1 ? 'active' : 'locked', tools: [], projects: [], checkpoint: { statements: [] },
    weeks: [{ number, startsOn: '2025-11-03', focus: 'SQL', focusSkillIds: ['sql'], hours: 8, tasks }],
  };
}

/** Two months of one week: Joins and Windows, then Indexes; 4 hours each. */
export function aRoadmap(parts: Partial<RoadmapAnswer> = {}): RoadmapAnswer {
  const months = [aMonth(1, [aTask('Joins'), aTask('Windows')]), aMonth(2, [aTask('Indexes')])];
  return {
    id: '01930000-0000-7000-8000-0000000000aa', title: 'Data analyst', targetRoleId: null, skillGapId: null, hoursPerWeek: 8, startsOn: '2025-11-03', totalWeeks: 2, estimatedMonths: 0.5,
    progress: { doneHours: 0, totalHours: 12, percentage: 0, doneTasks: 0, totalTasks: 3, weekNumber: 1, nextTaskId: 'Joins' }, version: 1, createdAt: '2025-11-01T10:00:00Z', updatedAt: '2025-11-01T10:00:00Z',
    overview: { code: 'roadmap.timeline.none', params: {} }, timeline: { code: 'roadmap.timeline.none', params: {} }, finalOutcome: { code: 'roadmap.final-outcome.reached', params: {} },
    months, resources: [], skills: [{ skillId: 'sql', name: 'SQL', category: 'database', level: 0, targetLevel: 1 }], firstAction: months[0]?.weeks[0]?.tasks[0] ?? null,
    match: { before: 40, now: 40, after: 90 }, proofs: [], reasons: [], warnings: [], calendarUrl: 'http://localhost:3000/api/v1/calendars/abc',
    ...parts,
  };
}
