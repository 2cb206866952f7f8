import type { z } from 'zod';
import type { RunningJob } from '../../platform/jobs/define-job.ts';
import { composeMail, type AccountMail } from './mails.ts';
import type { accountMailData, MailDeps } from './mail.jobs.ts';

const hourSeconds = 3600;
export const verifyEmailHours = 72;
export const resetPasswordHours = 1;

export async function handle(job: RunningJob<z.output<typeof accountMailData>>, { database, accounts, links, sendMail }: MailDeps): Promise<void> {
  const { userId, kind } = job.data;
  const mail = await database.identity(async (tx) => {
    const account = await accounts.byId(tx, userId);
    // Erased, or confirmed by another mail, since the job was queued.
    if (account === undefined || (kind === 'verify-email' && account.emailVerified)) return undefined;
    // Whoever typed a stranger's address chose the name as well: it must not carry words of theirs to the stranger.
    return composeMail({ ...account, name: account.emailVerified ? account.name : null }, await contentOf());

    async function contentOf(): Promise<AccountMail> {
      if (kind === 'verify-email') return { kind, link: links.verifyEmail(await accounts.issueToken(tx, kind, userId, verifyEmailHours * hourSeconds)), hours: verifyEmailHours };
      if (kind === 'reset-password') return { kind, link: links.resetPassword(await accounts.issueToken(tx, kind, userId, resetPasswordHours * hourSeconds)), hours: resetPasswordHours };
      return { kind, link: links.signIn() };
    }
  });
  if (mail !== undefined) await sendMail(mail);
}
