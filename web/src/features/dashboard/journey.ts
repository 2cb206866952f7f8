import type { Api } from '@cairn/contracts';

type ResumeHead = Api['GET /resumes']['answer']['items'][number];
type GapHead = Api['GET /skill-gaps']['answer']['items'][number];
type CurrentRoadmap = Api['GET /roadmaps/current']['answer'];

export const stones = ['resume', 'gap', 'roadmap', 'firstTask'] as const;
export type Stone = (typeof stones)[number];

export interface Journey {
  /** The one next step. */
  step: 'resume' | 'gap' | 'roadmap' | 'task' | 'finished';
  placed: readonly Stone[];
  resumeId: string | null;
  gap: GapHead | null;
  roadmapId: string | null;
}

/** Where a person stands on the way from a resume to the first task done. A role can be planned for without a resume. */
export function journeyOf([resume]: readonly ResumeHead[], [gap]: readonly GapHead[], { roadmap, doneTasks }: CurrentRoadmap): Journey {
  const placed: Stone[] = [
    ...(resume ? ['resume' as const] : []), ...(gap ? ['gap' as const] : []), ...(roadmap ? ['roadmap' as const] : []),
    ...(doneTasks > 0 ? ['firstTask' as const] : []),
  ];
  const step = roadmap ? (roadmap.progress.nextTaskId !== null ? 'task' : 'finished') : gap ? 'roadmap' : resume ? 'gap' : 'resume';
  return { step, placed, resumeId: resume?.id ?? null, gap: gap ?? null, roadmapId: roadmap?.id ?? null };
}
