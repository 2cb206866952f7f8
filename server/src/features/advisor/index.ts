/** Advice on what to learn, from what Cairn's own services say of the person. */
import type { Http } from '../../platform/http/http.ts';
import { advisorRoutes } from './advisor.routes.ts';
import { createAdvisorService, type AdvisorParts } from './advisor.service.ts';

export { advisorData } from './advisor-data.ts';

export function createAdvisor(parts: AdvisorParts): { register(http: Pick<Http, 'implement'>): void } {
  const service = createAdvisorService(parts);
  return { register: (http) => { advisorRoutes(http, service); } };
}
