import type { LiveEvent } from '@cairn/contracts';

/** Which queries to ask again after an event. Query keys begin with the feature's word. */
export function queriesChangedBy(event: LiveEvent): string[][] {
  switch (event.kind) {
    case 'resume.changed':
      return [['resumes'], ['skills']];
    case 'gap.changed':
      return [['gaps']];
    case 'roadmap.changed':
      return [['roadmaps'], ['gaps']];
    case 'progress_update':
      return [['progress']];
    case 'ai_suggestion':
      return [['progress', 'insights']];
    case 'skills.changed':
      return [['skills'], ['gaps'], ['roadmaps']];
    case 'learning.changed':
      return [['learning']];
    case 'advisor.changed':
      return [['advisor']];
    case 'tutor.changed':
      return [['tutor']];
    case 'knowledge.changed':
      return [['knowledge'], ['skills'], ['gaps']];
    case 'knowledge.import-changed':
      return [['knowledge']];
    case 'daily-plan.changed':
      return [['daily-plans']];
    case 'study.changed':
      return [['study']];
    case 'questions.import-changed':
      return [['question-imports']];
    case 'job.failed':
      return [['failed-jobs']];
    case 'hello':
    case 'job.progress':
      return [];
  }
}
