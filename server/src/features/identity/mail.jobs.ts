/** Mails about an account. The job names only who it is for: the token is made when the mail goes out, and stored nowhere but in it. */
import { z } from 'zod';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import { defineJob } from '../../platform/jobs/define-job.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Accounts } from './accounts.ts';
import type { Links } from './links.ts';
import type { Mail } from './mails.ts';

export const mailKinds = ['verify-email', 'reset-password', 'already-registered'] as const;
export type MailKind = (typeof mailKinds)[number];

export interface MailDeps {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly links: Links;
  readonly sendMail: (mail: Mail) => Promise<void>;
}

export const accountMailData = z.object({ organisationId: z.uuid(), userId: z.uuid(), kind: z.enum(mailKinds) });

export const accountMail = defineJob({
  name: 'identity.mail',
  schema: accountMailData,
  retry: { limit: 8, delaySeconds: 10 },
  timeoutSeconds: 60,
  handler: () => import('./mail.jobs.handler.ts'),
});

/** So long after one mail of a kind no other goes to the same person. */
const quietSeconds: Readonly<Record<MailKind, number>> = { 'verify-email': 60, 'reset-password': 60, 'already-registered': 86_400 };

export interface AccountMails {
  /** Queues the mail when `tx` commits, unless one like it has just gone out. */
  send(tx: Transaction, kind: MailKind, to: { readonly userId: string; readonly organisationId: string }): Promise<void>;
}

export function createAccountMails({ jobs, now }: { readonly jobs: Pick<Jobs, 'enqueue'>; readonly now: () => number }): AccountMails {
  return {
    async send(tx, kind, { userId, organisationId }) {
      const quietSince = new Date(now() - quietSeconds[kind] * 1000);
      const due = await tx.query(sql`
        insert into identity.mail_sent as last (user_id, kind, sent_at) values (${userId}, ${kind}, ${new Date(now())})
        on conflict (user_id, kind) do update set sent_at = excluded.sent_at where last.sent_at <= ${quietSince} returning 1`);
      if (due.length > 0) await jobs.enqueue(tx, accountMail, { organisationId, userId, kind });
    },
  };
}
