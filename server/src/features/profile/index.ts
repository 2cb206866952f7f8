/** One's own account and career form; export and erasure across all features. */
import type { CareerForm } from '@cairn/contracts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { Http } from '../../platform/http/http.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import type { Identity } from '../identity/index.ts';
import { ownData } from './own-data.ts';
import type { PersonalData } from './personal-data.ts';
import { profileRoutes } from './profile.routes.ts';
import { createProfileService, type TimeZoneChanges } from './profile.service.ts';

export { readCareerForm, writeCareerForm } from './career-form.store.ts';
export { timeZoneOf, timeZonesOf } from './time-zone.store.ts';
export type { DataOwner, ExportedFile, PersonalData } from './personal-data.ts';

export interface ProfileDeps {
  readonly database: Database;
  readonly identity: Identity;
  readonly jobs: Jobs;
  readonly mail: Pick<Mail, 'forget'>;
  /** Of every feature that holds something about a person. */
  readonly personalData: readonly PersonalData[];
  readonly isRole: (tx: Transaction, roleId: string) => Promise<boolean>;
  readonly goalChanged: (tx: Transaction, owner: { readonly organisationId: string; readonly userId: string }, form: CareerForm) => Promise<void>;
  readonly timeZoneChanges: TimeZoneChanges;
  readonly now: () => number;
}

export function registerProfile(http: Pick<Http, 'implement'>, { personalData, ...deps }: ProfileDeps): void {
  // Its own comes last: the others' rows may hang on the membership.
  profileRoutes(http, { service: createProfileService({ ...deps, personalData: [...personalData, ownData] }), cookie: deps.identity.cookie });
}
