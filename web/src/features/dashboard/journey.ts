import type { Api } from '@cairn/contracts';

type ResumeHead = Api['GET /resumes']['answer']['items'][number];
type GapHead = Api['GET /skill-gaps']['answer']['items'][number];
type RoadmapHead = Api['GET /roadmaps']['answer']['items'][number];

export const stones = ['resume', 'gap', 'roadmap', 'firstTask'] as const;
export type Stone = (typeof stones)[number];

export interface Journey {
  /** The one next step. */
  step: 'resume' | 'gap' | 'roadmap' | 'task' | 'finished';
  placed: readonly Stone[];
  resumeId: string | null;
  gap: GapHead | null;
  /** The roadmap being walked: the newest with something open, else the newest. */
  roadmapId: string | null;
}

/** Where a person stands on the way from a resume to the first task done. A role can be planned for without a resume. */
export function journeyOf([resume]: readonly ResumeHead[], [gap]: readonly GapHead[], roadmaps: readonly RoadmapHead[]): Journey {
  const walking = roadmaps.find(({ progress }) => progress.nextTaskId !== null);
  const roadmap = walking ?? roadmaps[0];
  const placed: Stone[] = [
    ...(resume ? ['resume' as const] : []), ...(gap ? ['gap' as const] : []), ...(roadmap ? ['roadmap' as const] : []),
    ...(roadmaps.some(({ progress }) => progress.doneTasks > 0) ? ['firstTask' as const] : []),
  ];
  const step = walking ? 'task' : roadmap ? 'finished' : gap ? 'roadmap' : resume ? 'gap' : 'resume';
  return { step, placed, resumeId: resume?.id ?? null, gap: gap ?? null, roadmapId: roadmap?.id ?? null };
}
