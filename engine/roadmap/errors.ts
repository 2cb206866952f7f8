export const roadmapErrorCodes = [
  'roadmap.hours-out-of-range',
  'roadmap.weeks-out-of-range',
  'roadmap.not-a-date',
  'roadmap.start-not-a-monday',
  'roadmap.unknown-skill',
  'roadmap.prerequisite-cycle',
  'roadmap.not-less-time',
  'roadmap.not-more-time',
  'roadmap.unknown-task',
] as const;
export type RoadmapErrorCode = (typeof roadmapErrorCodes)[number];

/** A request that no plan can answer because it is malformed. An impossible but well-formed wish is not an error. */
export class RoadmapError extends Error {
  readonly code: RoadmapErrorCode;

  constructor(code: RoadmapErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'RoadmapError';
    this.code = code;
  }
}
