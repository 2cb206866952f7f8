/** One's own account: what it says, what it takes along, and how it goes. */
import type { CareerForm, User } from '@cairn/contracts';
import { isTimeZone } from '@cairn/engine/calendar';
import { Readable } from 'node:stream';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import type { Identity, Theme } from '../identity/index.ts';
import { deleteInvitationsTo, lockAdmins, onRowsOf, organisations, readUser, renameMember, setOnboarded } from '../organisation/index.ts';
import { readCareerForm, writeCareerForm } from './career-form.store.ts';
import type { DataOwner, ExportedFile, PersonalData } from './personal-data.ts';
import { writeTimeZone } from './time-zone.store.ts';
import { zip } from './zip.ts';

export interface ProfileChange {
  readonly name?: string | undefined;
  readonly language?: 'en' | 'hi' | undefined;
  readonly theme?: Theme | undefined;
  /** Of the IANA database. */
  readonly timeZone?: string | undefined;
  readonly onboarded?: boolean | undefined;
}

export interface ProfileService {
  me(person: Person): Promise<User>;
  /** Throws profile.time-zone-unknown. */
  changeMe(person: Person, change: ProfileChange): Promise<User>;
  careerForm(person: Person): Promise<CareerForm>;
  /** Throws role.unknown. */
  saveCareerForm(person: Person, form: CareerForm): Promise<CareerForm>;
  /** A ZIP with a folder for each feature. */
  export(person: Person): Promise<{ readonly content: Readable; readonly fileName: string }>;
  /** In every organisation of the installation, at once. Throws auth.wrong-credentials, auth.locked, people.last-admin. */
  erase(person: Person, password: string, address: string): Promise<void>;
}

export type TimeZoneChanges = (tx: Transaction, owner: DataOwner, from: string, to: string) => Promise<void>;

export interface ProfileParts {
  readonly database: Database;
  readonly identity: Identity;
  readonly jobs: Pick<Jobs, 'eraseOf'>;
  readonly mail: Pick<Mail, 'forget'>;
  readonly personalData: readonly PersonalData[];
  readonly isRole: (tx: Transaction, roleId: string) => Promise<boolean>;
  /** Makes ready what somebody needs for the goal that they have set, in its transaction. */
  readonly goalChanged: (tx: Transaction, owner: { readonly organisationId: string; readonly userId: string }, form: CareerForm) => Promise<void>;
  /** Called in the transaction in which somebody's time zone becomes another. */
  readonly timeZoneChanges: TimeZoneChanges;
  readonly now: () => number;
}

export function createProfileService({ database, identity, jobs, mail, personalData, isRole, goalChanged, timeZoneChanges, now }: ProfileParts): ProfileService {
  const { accounts, lockout, signIn, revoke } = identity;

  async function present(user: Promise<User | undefined>): Promise<User> {
    const found = await user;
    // Erased since the session was looked at.
    if (found === undefined) throw new Failure('auth.signed-out');
    return found;
  }

  return {
    me: (person) => present(database.transaction(person, (tx) => readUser(tx, person.userId))),

    changeMe: (person, { name, language, theme, timeZone, onboarded }) => database.transaction(person, async (tx) => {
      if (timeZone !== undefined && !isTimeZone(timeZone)) throw new Failure('profile.time-zone-unknown');
      const change = { ...(name === undefined ? {} : { name }), ...(language === undefined ? {} : { language }), ...(theme === undefined ? {} : { theme }) };
      if (Object.keys(change).length > 0) await accounts.change(tx, person.userId, change);
      if (timeZone !== undefined) {
        const before = (await readUser(tx, person.userId))?.timeZone ?? null;
        if (before !== null && before !== timeZone) await timeZoneChanges(tx, person, before, timeZone);
        await writeTimeZone(tx, person.userId, timeZone);
      }
      if (name !== undefined) await renameMember(tx, person.userId, name);
      if (onboarded !== undefined) await setOnboarded(tx, person.userId, onboarded ? new Date(now()) : null);
      return present(readUser(tx, person.userId));
    }),

    careerForm: (person) => database.transaction(person, async (tx) => {
      const saved = await readCareerForm(tx, person.userId);
      if (saved !== undefined) return saved;
      const { language } = await present(readUser(tx, person.userId));
      return {
        currentRole: null, targetRoleId: null, targetOrganisation: null, yearsOfExperience: null, hoursPerWeek: null, weeksAvailable: null,
        language: language === 'hi' ? 'hi' : 'en', freeOnly: false, learningStyle: 'mixed',
      };
    }),

    async saveCareerForm(person, form) {
      return database.transaction(person, async (tx) => {
        if (form.targetRoleId !== null && !(await isRole(tx, form.targetRoleId))) throw new Failure('role.unknown');
        await present(readUser(tx, person.userId));
        await writeCareerForm(tx, person, form, new Date(now()));
        await goalChanged(tx, person, form);
        return form;
      });
    },

    async export(person) {
      const files = await database.transaction(person, async (tx) => {
        await present(readUser(tx, person.userId));
        const all: ExportedFile[] = [];
        for (const { name, export: exportData } of personalData) all.push(...(await exportData(tx, person)).map((file) => ({ ...file, path: `${name}/${file.path}` })));
        return all;
      });
      const at = new Date(now());
      const entries = files.map((file) => ({ path: file.path, open: 'json' in file ? async () => Readable.from([`${JSON.stringify(file.json, null, 2)}\n`]) : file.open }));
      return { content: zip(entries, at), fileName: `cairn-${at.toISOString().slice(0, 10)}.zip` };
    },

    async erase({ userId }, password, address) {
      await signIn.confirmPassword(userId, password, { address });
      await database.identity(async (tx) => {
        const account = await accounts.byId(tx, userId);
        if (account === undefined) throw new Failure('auth.signed-out');
        await revoke(tx, { userId });
        for (const { id: organisationId } of await organisations(tx)) await onRowsOf(tx, organisationId, async () => {
          const admins = await lockAdmins(tx);
          if (admins.length === 1 && admins[0] === userId) throw new Failure('people.last-admin');
          await deleteInvitationsTo(tx, account.email);
          for (const data of personalData) await data.erase(tx, { organisationId, userId });
          await jobs.eraseOf(tx, { organisationId, userId });
        });
        await lockout.clear(tx, account.email);
        await accounts.erase(tx, userId);
        await mail.forget(account.email);
      });
    },
  };
}
