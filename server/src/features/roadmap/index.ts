import type { Http } from '../../platform/http/http.ts';
import type { RoadmapExports } from './roadmap.exports.ts';
import { roadmapRoutes } from './roadmap.routes.ts';
import { createRoadmapService, type RoadmapParts } from './roadmap.service.ts';

export type { GapGoal } from './roadmap.service.ts';
export { createRoadmapExports } from './roadmap.exports.ts';

export function registerRoadmaps(http: Pick<Http, 'implement'>, parts: RoadmapParts & { readonly exports: RoadmapExports }): void {
  roadmapRoutes(http, createRoadmapService(parts), parts.exports);
}
