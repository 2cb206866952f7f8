import type { UploadedFile } from '../../platform/http/endpoint-types.ts';
import type { Http } from '../../platform/http/http.ts';
import { gapRoutes } from './gap.routes.ts';
import { createGapService, type GapParts, type GapService } from './gap.service.ts';

export { gapData } from './gap-data.ts';
export { readJobPage, type JobPage } from './job-page.ts';
export type { ComparedResume, GapService, RoleComparison } from './gap.service.ts';

export function createGaps(parts: GapParts & { readonly textOfFile: (file: UploadedFile) => Promise<string> }): GapService & { register(http: Pick<Http, 'implement'>): void } {
  const service = createGapService(parts);
  return { ...service, register: (http) => { gapRoutes(http, service, parts.textOfFile); } };
}
