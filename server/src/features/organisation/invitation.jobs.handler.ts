import type { z } from 'zod';
import type { RunningJob } from '../../platform/jobs/define-job.ts';
import { composeMail, tokenHash } from '../identity/index.ts';
import type { InvitationMailDeps, invitationMailData } from './invitation.jobs.ts';
import { invitationDays, newInvitationToken } from './invitation-token.ts';
import { invitationToSend, setInvitationToken } from './invitation.store.ts';

export async function handle(job: RunningJob<z.output<typeof invitationMailData>>, { links, sendMail, now, randomBytes }: InvitationMailDeps): Promise<void> {
  const { organisationId, invitationId } = job.data;
  const token = newInvitationToken(organisationId, randomBytes);
  const open = await job.transaction(async (tx) => {
    const invitation = await invitationToSend(tx, invitationId, new Date(now()));
    if (invitation !== undefined) await setInvitationToken(tx, invitationId, tokenHash(token));
    return invitation;
  });
  // Taken up, or invited anew, since the job was queued.
  if (open === undefined) return;
  const { email, role, organisation, language } = open;
  await sendMail(composeMail({ email, name: null, language: language ?? 'en' }, { kind: 'invitation', link: links.invitation(token), days: invitationDays, organisation, role }));
}
