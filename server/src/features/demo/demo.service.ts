/** Makes the demo college, once, on an installation that has no organisation; what a crash left out is told at the next start. */
import type { CareerForm } from '@cairn/contracts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import { derivedPassword } from '../../platform/installation-secret.ts';
import type { Accounts, Passwords } from '../identity/index.ts';
import { setOnboarded, type OrganisationService } from '../organisation/index.ts';
import { writeCareerForm } from '../profile/index.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import { chanceFrom } from './chance.ts';
import { demoCareer } from './demo-careers.ts';
import { demoJobs } from './demo-jobs.ts';
import { canSignIn, demoAdmin, demoCollege, demoPeople, demoStaff, demoStudent } from './demo-people.ts';
import { createStory, demoGoal, type StoryParts } from './demo-story.ts';
import { findStudent, insertCareers, insertJobs } from './demo.store.ts';

export interface DemoParts extends StoryParts {
  readonly organisations: Pick<OrganisationService, 'all' | 'setUp' | 'createMembers'>;
  readonly accounts: Pick<Accounts, 'byEmail'>;
  readonly passwords: Passwords;
  /** Cairn's own: a college that is being made has added nothing. */
  readonly known: WhatCairnKnows;
  readonly secret: string;
  readonly newId: () => string;
}

const seed = 20_260_101;
const jobCount = 200;
const dayMilliseconds = 86_400_000;
const careerForm: CareerForm = { currentRole: null, targetRoleId: demoGoal.roleId, targetOrganisation: null, yearsOfExperience: 0, hoursPerWeek: demoGoal.hoursPerWeek, weeksAvailable: null, language: 'en', freeOnly: false, learningStyle: 'mixed' };

const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

export function createDemo({ organisations, accounts, passwords, known, secret, newId, ...parts }: DemoParts) {
  const { database, now } = parts;
  const tell = createStory(parts);
  const passwordOf = (email: string): string => derivedPassword(secret, `demo ${email}`).slice(0, 12);

  async function college(): Promise<{ id: string } | undefined> {
    return (await organisations.all()).find(({ slug }) => slug === demoCollege.slug);
  }

  async function makeCollege(): Promise<void> {
    const chance = chanceFrom(seed);
    const people = demoPeople(chance);
    const thisYear = new Date(now()).getUTCFullYear();
    const careers = people.filter(({ role }) => role === 'alumni').map(() => demoCareer(chance, known.roles, thisYear));
    const jobs = demoJobs(chance, known, jobCount).map((job) => ({ ...job, id: newId(), postedOn: dayOf(now() - job.daysAgo * dayMilliseconds) }));
    const hashes = new Map(await Promise.all(people.filter(canSignIn).map(async ({ email }) => [email, await passwords.hash(passwordOf(email))] as const)));

    const wanted = { ...demoCollege, adminEmail: demoAdmin.email, adminName: demoAdmin.name, password: passwordOf(demoAdmin.email) };
    await organisations.setUp(wanted, async (tx, { organisation }) => {
      const joined = people.map((person) => ({ ...person, passwordHash: hashes.get(person.email) ?? null, joinedAt: new Date(now() - chance.between(1, 400) * dayMilliseconds), onboarded: canSignIn(person) && person.email !== demoStudent.email }));
      const userIds = await organisations.createMembers(tx, organisation.id, joined);
      const alumni = userIds.filter((_id, index) => people[index]?.role === 'alumni');
      await insertCareers(tx, organisation.id, careers.map((career, index) => ({ career, userId: alumni[index] ?? '' })));
      await insertJobs(tx, organisation.id, jobs);
    });
  }

  /** The last step says that all is told, so that what a visitor erases stays erased. */
  async function tellStory(organisationId: string): Promise<void> {
    const student = await database.transaction({ organisationId }, (tx) => findStudent(tx, demoStudent.email));
    if (!student || student.isTold) return;
    const person: Person = { userId: student.userId, organisationId, role: 'student', sessionId: 'demo' };
    await tell(person, student);
    await database.transaction(person, async (tx) => {
      const at = new Date(now());
      await writeCareerForm(tx, person, careerForm, at);
      await setOnboarded(tx, person.userId, at);
    });
  }

  return {
    async seed(report: (line: string) => void): Promise<boolean> {
      const present = await college();
      if (present) {
        await tellStory(present.id);
        return false;
      }
      if ((await organisations.all()).length > 0) return false;
      report('Making the demo college …');
      try {
        await makeCollege();
      } catch (error) {
        // Another process was first.
        if (error instanceof Failure && error.code === 'organisation.already-set-up') return false;
        throw error;
      }
      const made = await college();
      if (made) await tellStory(made.id);
      return true;
    },

    /** Without a password for whom it does not hold any more: somebody changed it, or the data was restored under another secret. */
    async signIns(): Promise<{ role: string; email: string; password: string | null }[]> {
      if (!(await college())) return [];
      return Promise.all([demoStudent, demoStaff, demoAdmin].map(async ({ role, email }) => {
        const account = await database.identity((tx) => accounts.byEmail(tx, email));
        return { role, email, password: (await passwords.matches(passwordOf(email), account?.passwordHash ?? null)) ? passwordOf(email) : null };
      }));
    },
  };
}
