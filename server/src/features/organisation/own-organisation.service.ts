/** An organisation's own name and domain, as its office sees and changes them. */
import type { Database } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import { readEmailDomain } from './email-domain.ts';
import { isDomainTaken, lockDomains, readOrganisation, updateOrganisation, type OwnOrganisation } from './organisation.store.ts';

export interface OrganisationChange {
  readonly name?: string | undefined;
  /** Null for none. */
  readonly emailDomain?: string | null | undefined;
}

export interface OwnOrganisationService {
  read(person: Person): Promise<OwnOrganisation>;
  /** Who is here stays what they are: a domain decides about those who confirm an address from then on. Throws organisation.domain-invalid, organisation.domain-public, organisation.domain-taken. */
  change(person: Person, change: OrganisationChange): Promise<OwnOrganisation>;
}

export function createOwnOrganisationService({ database }: { readonly database: Database }): OwnOrganisationService {
  return {
    read: ({ organisationId }) => database.identity((tx) => readOrganisation(tx, organisationId)),

    async change({ organisationId }, { name, emailDomain }) {
      const domain = emailDomain === undefined ? undefined : readEmailDomain(emailDomain);
      return database.identity(async (tx) => {
        await lockDomains(tx);
        const before = await readOrganisation(tx, organisationId);
        if (domain !== undefined && domain !== null && (await isDomainTaken(tx, domain, organisationId))) throw new Failure('organisation.domain-taken');
        const after = { ...before, ...(name === undefined ? {} : { name }), ...(domain === undefined ? {} : { emailDomain: domain }) };
        await updateOrganisation(tx, after);
        return after;
      });
    },
  };
}
