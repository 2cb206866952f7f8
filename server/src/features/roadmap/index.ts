import type { Http } from '../../platform/http/http.ts';
import type { RoadmapExports } from './roadmap.exports.ts';
import { roadmapRoutes } from './roadmap.routes.ts';
import { createWalkedPlans, type WalkedPlans } from './walked-plan.ts';
import { createRoadmapService, type RoadmapParts, type RoadmapService } from './roadmap.service.ts';

export { roadmapData } from './roadmap-data.ts';
export type { DrawUp, DrawnUp, GapGoal } from './draw-up.ts';
export type { RoadmapService } from './roadmap.service.ts';
export { roadmapWords } from './roadmap-words.ts';
export type { RoadmapWork, WalkedPlan, WalkedSkill } from './walked-plan.ts';
export { createRoadmapExports } from './roadmap.exports.ts';

export function createRoadmaps(parts: RoadmapParts & { readonly exports: RoadmapExports }): RoadmapService & WalkedPlans & { register(http: Pick<Http, 'implement'>): void } {
  const service = createRoadmapService(parts);
  return { ...service, ...createWalkedPlans(parts), register: (http) => { roadmapRoutes(http, service, parts.exports); } };
}
