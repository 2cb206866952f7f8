import type { Http } from '../../platform/http/http.ts';
import { sweepUploads } from '../../platform/http/uploads.ts';
import { readOverdue, readResumeJob } from './resume.jobs.ts';
import { resumeRoutes } from './resume.routes.ts';
import { createResumeService, type ResumeParts, type ResumeService } from './resume.service.ts';
import { keysWithRow } from './resume.store.ts';

export { createReader, type Reader } from './create-reader.ts';
export { createReadingPool, type ReadingPool } from './reading/index.ts';
export { resumeData } from './resume-data.ts';
export { newestTexts, type ResumeTexts } from './corrected-texts.ts';
export { readBackOf } from './read-back.ts';
export type { ResumeService } from './resume.service.ts';
export type { ReadOutcome, ResumeReader } from './resume-reader.ts';

export function createResumes(parts: ResumeParts & { readonly workDirectory: string; readonly organisationIds: () => Promise<readonly string[]> }): ResumeService & { register(http: Pick<Http, 'implement'>): void } {
  const { database, files, jobs, now, organisationIds, workDirectory } = parts;
  const service = createResumeService(parts);
  files.own('resume', keysWithRow);
  jobs.register(readResumeJob, parts);
  jobs.chore('resume.sweep', '7 * * * *', async () => {
    await readOverdue(database, jobs, await organisationIds(), now());
    // Copies that jobs were reading when their process was killed.
    await sweepUploads(workDirectory, now());
  });
  return { ...service, register: (http) => { resumeRoutes(http, service); } };
}
