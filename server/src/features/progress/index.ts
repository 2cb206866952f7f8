/** How far somebody is, how fast, and what would help; from what other features say that people did. */
import type { Http } from '../../platform/http/http.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Letter } from '../../platform/mail/mail.ts';
import { createSealer } from '../../platform/sealed.ts';
import { createDigestLinks } from './digest-links.ts';
import { createDigestChore, digestMail } from './digest.jobs.ts';
import { createActivityChanged, createTimeZoneChanges, type ActivityChanged, type ChangeParts, type TimeZoneChanges } from './progress-change.ts';
import { progressRoutes } from './progress.routes.ts';
import { createProgressService, type ProgressParts, type ProgressService } from './progress.service.ts';

export { progressData } from './progress-data.ts';
export type { ProgressService } from './progress.service.ts';
export type { ActivityChanged } from './progress-change.ts';
export type { ActivitySource } from './progress-facts.ts';

export interface ProgressFeatureParts extends Omit<ProgressParts, 'activityChanged'>, ChangeParts {
  readonly jobs: Jobs;
  readonly organisationIds: () => Promise<readonly string[]>;
  readonly publicUrl: string;
  readonly secret: string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly sendMail: (letter: Letter) => Promise<void>;
}

export interface ProgressFeature {
  /** To be called by every feature in which people learn, in the transaction in which what they did or plan has changed. */
  readonly activityChanged: ActivityChanged;
  readonly timeZoneChanges: TimeZoneChanges;
  readonly log: ProgressService['log'];
  readonly events: ProgressService['events'];
  register(http: Pick<Http, 'implement'>): void;
}

export function createProgress(parts: ProgressFeatureParts): ProgressFeature {
  const { jobs, publicUrl, secret, randomBytes } = parts;
  const activityChanged = createActivityChanged(parts);
  const links = createDigestLinks(publicUrl, createSealer(secret, 'progress digest', randomBytes));
  jobs.register(digestMail, { ...parts, links });
  // Mornings come at another hour in every zone.
  jobs.chore('progress.digests', '7,37 * * * *', createDigestChore(parts));
  const service = createProgressService({ ...parts, activityChanged });
  return { activityChanged, timeZoneChanges: createTimeZoneChanges(parts), log: service.log, events: service.events, register: (http) => { progressRoutes(http, service, links); } };
}
