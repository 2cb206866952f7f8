/** The organisations of the installation and their people. */
import type { Database } from '../../platform/database/database.ts';
import type { Http } from '../../platform/http/http.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Identity, Mail, Memberships } from '../identity/index.ts';
import { invitationMail } from './invitation.jobs.ts';
import { deleteExpiredInvitations } from './invitation.store.ts';
import { createMemberships } from './memberships.ts';
import { onRowsOf } from './organisation.store.ts';
import { organisationRoutes } from './organisation.routes.ts';
import { createOrganisationService, type OrganisationService } from './organisation.service.ts';
import { createOwnOrganisationService } from './own-organisation.service.ts';
import { createPeopleService } from './people.service.ts';

export { createMemberships, onRowsOf };
export { deleteInvitationsTo } from './invitation.store.ts';
export { lockAdmins, readUser, renameMember, setOnboarded } from './member.store.ts';
export { organisations } from './organisation.store.ts';
export { checkNewOrganisation, type NewOrganisation } from './new-organisation.ts';
export type { CreatedOrganisation, NewPerson, OrganisationService } from './organisation.service.ts';

export interface OrganisationDeps {
  readonly database: Database;
  readonly settings: { readonly publicUrl: string; readonly demo: boolean };
  readonly identity: Identity;
  readonly memberships: Memberships;
  readonly jobs: Jobs;
  readonly sendMail: (mail: Mail) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
}

export interface OrganisationFeature extends OrganisationService {
  register(http: Pick<Http, 'implement'>): void;
}

export function createOrganisations(deps: OrganisationDeps): OrganisationFeature {
  const { database, settings, identity, jobs, sendMail, now, newId, randomBytes } = deps;
  const { accounts, passwords, sessions, mails, cookie, links, revoke } = identity;
  const organisations = createOrganisationService({ database, accounts, passwords, now, newId });
  const people = createPeopleService({ database, accounts, jobs, revoke, now, newId });
  jobs.register(invitationMail, { links, sendMail, now, randomBytes });
  jobs.chore('organisation.sweep', '27 * * * *', async () => {
    for (const { id } of await organisations.all()) await database.transaction({ organisationId: id }, (tx) => deleteExpiredInvitations(tx, new Date(now())));
  });
  return {
    ...organisations,
    register: (http) => organisationRoutes(http, { organisations, own: createOwnOrganisationService({ database }), people, sessions, mails, cookie, publicUrl: settings.publicUrl, demo: settings.demo }),
  };
}
