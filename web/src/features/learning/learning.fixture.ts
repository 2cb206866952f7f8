import type { LearningOverview, LearningSession, LearningVerdict } from '@cairn/contracts';
import type { ShownQuestion } from './learning-queries.ts';

export const aQuestion = (more: Partial<ShownQuestion> = {}): ShownQuestion => ({
  id: '1', number: 1, skillId: 'git', skill: 'Git', level: 1, kind: 'single', ask: 'What does `git add` do?', code: null,
  parts: ['It commits', 'It prepares a commit', 'It sends the file'], hints: [], hintsLeft: 3, share: 'new', reasons: [{ what: { code: 'learning.choice.new', params: { level: 1, percent: 80 } }, effect: 0, evidence: [] }], ...more,
});

export const aSession = (more: Partial<LearningSession> = {}): LearningSession => ({
  id: 's1', kind: 'practice', skills: [{ skillId: 'git', name: 'Git' }], minutes: 15, questions: null, state: 'open', answered: 0, right: 0, minutesSpent: 0,
  createdAt: '2026-11-28T10:00:00.000Z', finishedAt: null, expiresAt: '2026-12-05T10:00:00.000Z', current: aQuestion(), mixed: { due: 0, weak: 0, new: 1 }, answers: [], mastery: [], placement: null, ...more,
});

export const aVerdict = (more: Partial<LearningVerdict> = {}): LearningVerdict => ({
  shownQuestionId: '1', questionId: 'git-add-meaning', skillId: 'git', skill: 'Git', level: 1, ask: 'What does `git add` do?', right: false, accuracy: 0,
  depth: { value: 0, name: 'surface', reasons: [] }, misconceptions: ['`add` and `commit` are one step.'], points: null, rightAnswer: { places: [1], text: null }, explanation: 'The index holds what comes next.', source: 'Pro Git',
  reinforce: [{ skillId: 'git', skill: 'Git', level: 1, lesson: { lessonId: 'git-index', title: 'The index', minutes: 6 } }], hintsUsed: 0, nextOn: '2026-11-29', nextInDays: 1, answeredAt: '2026-11-28T10:01:00.000Z', ...more,
});

export const anOverview = (more: Partial<LearningOverview> = {}): LearningOverview => ({
  today: '2026-11-28', due: [], nextDueOn: null, weak: [], placements: [], placed: [], mastery: [], memory: { factor: 1, deviation: 0.5, reviews: 0 }, openSession: null, skills: [{ skillId: 'git', name: 'Git', questions: 32 }], ...more,
});
