/** The organisations of the installation. They stand in schema identity: who signs in has to be told them apart first. */
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
}

export interface OwnOrganisation extends Organisation {
  readonly emailDomain: string | null;
}

export function organisations(tx: Transaction): Promise<Organisation[]> {
  return tx.query<Organisation>(sql`select id, name, slug from identity.organisation order by lower(name), id`);
}

/** False when the short name is taken. */
export async function insertOrganisation(tx: Transaction, organisation: Organisation & { readonly emailDomain: string | null; readonly createdAt: Date }): Promise<boolean> {
  const rows = await tx.query(sql`
    insert into identity.organisation (id, name, slug, email_domain, created_at)
    values (${organisation.id}, ${organisation.name}, ${organisation.slug}, ${organisation.emailDomain}, ${organisation.createdAt}) on conflict (slug) do nothing returning id`);
  return rows.length > 0;
}

export function readOrganisation(tx: Transaction, id: string): Promise<OwnOrganisation> {
  return tx.one<OwnOrganisation>(sql`select id, name, slug, email_domain as "emailDomain" from identity.organisation where id = ${id}`);
}

export async function updateOrganisation(tx: Transaction, { id, name, emailDomain }: OwnOrganisation): Promise<void> {
  await tx.query(sql`update identity.organisation set name = ${name}, email_domain = ${emailDomain} where id = ${id}`);
}

/** Held until the transaction ends, so that of two who want a domain at once the second finds it taken. */
export async function lockDomains(tx: Transaction): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtext('cairn organisation.domains'))`);
}

/** By another organisation, or one above or below it: an address is of one organisation. */
export async function isDomainTaken(tx: Transaction, domain: string, besidesId: string): Promise<boolean> {
  const rows = await tx.query(sql`
    select 1 from identity.organisation where id <> ${besidesId}
      and (email_domain = ${domain} or right(${domain}, length(email_domain) + 1) = '.' || email_domain or right(email_domain, length(${domain}) + 1) = '.' || ${domain})`);
  return rows.length > 0;
}

/** Held until the transaction ends, so that of two who set up an empty installation at once the second finds it set up. */
export async function lockSetUp(tx: Transaction): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtext('cairn organisation.set-up'))`);
}

/** Those whose own domain an address is at: `a@cs.hilltop.example` is at hilltop.example too. */
export function organisationsAtDomainOf(tx: Transaction, email: string): Promise<{ id: string }[]> {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return tx.query(sql`select id from identity.organisation where email_domain = ${domain} or right(${domain}, length(email_domain) + 1) = '.' || email_domain`);
}

/** Goes on with the rows of that organisation, then with those that the transaction was on before. */
export async function onRowsOf<T>(tx: Transaction, organisationId: string, work: () => Promise<T>): Promise<T> {
  const { before } = await tx.one<{ before: string | null }>(sql`select current_setting('app.organisation_id', true) as before`);
  await tx.query(sql`select set_config('app.organisation_id', ${organisationId}, true)`);
  const result = await work();
  await tx.query(sql`select set_config('app.organisation_id', ${before ?? ''}, true)`);
  return result;
}
