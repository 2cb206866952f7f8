import type { ProgressAnswer, ProgressInsight } from '@cairn/contracts';

const formula = (id: string) => [{ source: 'formula' as const, id }];

/** Somebody in the fifth week of a roadmap, with a streak of nine days that a freeze once kept. */
export const progressAnswer: ProgressAnswer = {
  today: '2030-01-09', timeZone: 'Asia/Kolkata',
  roadmap: { id: 'r1', title: 'Data analyst', hoursPerWeek: 8 },
  completion: { percentage: 25, doneHours: 20, totalHours: 80, doneTasks: 5, totalTasks: 20, reasons: [{ what: { code: 'progress.completion.hours', params: { done: 20, total: 80 } }, effect: 25, evidence: formula('roadmap-progress') }] },
  velocity: { hoursPerWeek: 5, basis: 'plan', trend: null, weeks: [{ startsOn: '2029-12-31', hours: 6 }, { startsOn: '2030-01-07', hours: 1 }], reasons: [{ what: { code: 'progress.velocity.median', params: { hours: 5, count: 4 } }, effect: 5, evidence: formula('learning-velocity') }] },
  engagement: { score: 62, reasons: [] },
  streak: { days: 9, longest: 12, isTodayDone: false, freezes: 1, daysToNextFreeze: 5, frozenDays: ['2030-01-06'], keptUntil: '2030-01-10', reasons: [] },
  timeInvested: { minutes: 1290, byKind: { task: 1200, answers: 0, lesson: 0, logged: 90 }, bySkill: [{ skillId: 'sql', name: 'SQL', minutes: 1200 }, { skillId: null, name: null, minutes: 90 }], reasons: [] },
  mastery: [
    { skillId: 'sql', name: 'SQL', state: 'learning', level: 2, probability: 0.72, reasons: [{ what: { code: 'progress.mastery.answers', params: { count: 6, percent: 72, spread: 12 } }, effect: 0.72, evidence: formula('mastery-by-skill') }] },
    { skillId: 'python', name: 'Python', state: 'ahead', level: null, probability: null, reasons: [] },
  ],
  forecast: { kind: 'dated', finishesOn: '2030-04-03', earliest: '2030-03-20', latest: '2030-05-01', monthsLeft: 2.8, reasons: [{ what: { code: 'progress.forecast.pace', params: { count: 4, hours: 5, open: 60 } }, effect: 0, evidence: formula('finish-forecast') }] },
  changes: [{ kind: 'more-hours', hours: 1, daysSooner: 14 }],
  standing: null,
  calendar: ['2030-01-07', '2030-01-08', '2030-01-09'].map((day, index) => ({ day, minutes: index * 45, heat: index * 2 })),
  nextSteps: [],
};

export const overload: ProgressInsight = {
  what: { code: 'progress.risk.overload', params: { planned: 8, hours: 5 } }, priority: 'medium',
  action: { kind: 'change-hours', hoursPerWeek: 5, what: { code: 'progress.action.change-hours', params: { count: 5 } } },
  reasons: [{ what: { code: 'progress.risk.overload.why', params: { planned: 8, hours: 5, count: 4 } }, effect: 3, evidence: formula('progress-risks') }],
};
