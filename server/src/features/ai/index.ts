import type { Http } from '../../platform/http/http.ts';
import { aiRoutes } from './ai.routes.ts';
import { createAiService, type AiParts } from './ai.service.ts';
import { createUnderstanding, type UnderstandingParts } from './understand.ts';

export function registerAi(http: Pick<Http, 'implement'>, { chooseRole, nearestSkills, ...parts }: Omit<AiParts, 'understanding'> & UnderstandingParts): void {
  aiRoutes(http, createAiService({ ...parts, understanding: createUnderstanding({ chooseRole, nearestSkills }) }));
}
