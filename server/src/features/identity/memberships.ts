/** What identity asks of the feature `organisation`: who somebody is there. Wired in app.ts. */
import type { MemberRole, User } from '@cairn/contracts';
import type { Transaction } from '../../platform/database/database.ts';
import type { Account } from './accounts.ts';

export interface ChosenOrganisation {
  readonly id: string;
  readonly name: string;
}

export interface Invitation {
  readonly organisation: ChosenOrganisation;
  readonly email: string;
  readonly role: MemberRole;
}

/** `tx` is on the rows of the organisation in question, where there is one. */
export interface Memberships {
  /** The organisation that is meant by name, by the subdomain of `host`, or because there is one only. Throws auth.organisation-unknown, auth.organisation-choice. */
  choose(by: { readonly organisation: string | undefined; readonly host: string }): Promise<ChosenOrganisation>;
  /** The invitation behind a token. Throws auth.invitation-invalid. */
  invitation(token: string): Promise<Invitation>;
  roleOf(tx: Transaction, userId: string): Promise<MemberRole | undefined>;
  /** Who is signed in, as the API tells them; undefined for somebody who is not a member. */
  user(tx: Transaction, userId: string): Promise<User | undefined>;
  /** Makes somebody a student, unless they are a member already. */
  joinAsStudent(tx: Transaction, account: Pick<Account, 'userId' | 'name' | 'email' | 'emailVerified'>): Promise<void>;
  /** Takes the invitation up; of two at once one does. Throws auth.invitation-invalid. */
  joinByInvitation(tx: Transaction, token: string, account: Pick<Account, 'userId' | 'name' | 'email'>): Promise<void>;
  /** The address proved to be theirs: where its domain is the organisation's, they belong to it from now on. */
  emailConfirmed(tx: Transaction, account: Pick<Account, 'userId' | 'email'>): Promise<void>;
  /** An organisation that they belong to. */
  anyOf(userId: string): Promise<string | undefined>;
  seen(tx: Transaction, userId: string, at: Date): Promise<void>;
}
