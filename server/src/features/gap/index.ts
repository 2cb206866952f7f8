import type { UploadedFile } from '../../platform/http/endpoint-types.ts';
import type { Http } from '../../platform/http/http.ts';
import { gapRoutes } from './gap.routes.ts';
import { createGapService, type GapParts, type GapService } from './gap.service.ts';

export { readJobPage, type JobPage } from './job-page.ts';
export type { ComparedResume, GapService } from './gap.service.ts';

export function registerGaps(http: Pick<Http, 'implement'>, parts: GapParts & { readonly textOfFile: (file: UploadedFile) => Promise<string> }): GapService {
  const service = createGapService(parts);
  gapRoutes(http, service, parts.textOfFile);
  return service;
}
