/** The mail of an invitation; its token is made when it goes out. */
import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.ts';
import type { Links, Mail } from '../identity/index.ts';

export const invitationMailData = z.object({ organisationId: z.uuid(), invitationId: z.uuid() });

export interface InvitationMailDeps {
  readonly links: Links;
  readonly sendMail: (mail: Mail) => Promise<void>;
  readonly now: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
}

export const invitationMail = defineJob({
  name: 'organisation.invitation-mail',
  schema: invitationMailData,
  retry: { limit: 8, delaySeconds: 10 },
  timeoutSeconds: 60,
  handler: () => import('./invitation.jobs.handler.ts'),
});
