/** Makes the demo college, once, on an installation that has no organisation; what a crash left out is told at the next start. */
import type { CareerForm } from '@cairn/contracts';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import { derivedPassword } from '../../platform/installation-secret.ts';
import type { GapService } from '../gap/index.ts';
import type { Accounts, Passwords } from '../identity/index.ts';
import { setOnboarded, type OrganisationService } from '../organisation/index.ts';
import { writeCareerForm } from '../profile/index.ts';
import type { ResumeService } from '../resume/index.ts';
import type { RoadmapService } from '../roadmap/index.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import { chanceFrom } from './chance.ts';
import { demoCareer } from './demo-careers.ts';
import { demoJobs } from './demo-jobs.ts';
import { canSignIn, demoAdmin, demoCollege, demoPeople, demoStaff, demoStudent } from './demo-people.ts';
import { demoResumeMarkdown } from './demo-resume.ts';
import { findStudent, insertCareers, insertJobs } from './demo.store.ts';

export interface DemoParts {
  readonly database: Database;
  readonly organisations: Pick<OrganisationService, 'all' | 'setUp' | 'createMembers'>;
  readonly accounts: Pick<Accounts, 'byEmail'>;
  readonly passwords: Passwords;
  readonly resumes: Pick<ResumeService, 'create'>;
  readonly gaps: Pick<GapService, 'create' | 'list'>;
  readonly roadmaps: Pick<RoadmapService, 'create' | 'list' | 'read' | 'complete'>;
  /** Cairn's own: a college that is being made has added nothing. */
  readonly known: WhatCairnKnows;
  readonly secret: string;
  readonly workDirectory: string;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

const seed = 20_260_101;
const jobCount = 200;
const dayMilliseconds = 86_400_000;
const goalRoleId = 'backend-developer';
const hoursPerWeek = 10;
const tasksDone = 3;
const demoGoal: CareerForm = { currentRole: null, targetRoleId: goalRoleId, targetOrganisation: null, yearsOfExperience: 0, hoursPerWeek, weeksAvailable: null, language: 'en', freeOnly: false, learningStyle: 'mixed' };

/** No request, so no Idempotency-Key to settle. */
const unsettled = () => Promise.resolve();
const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

export function createDemo({ database, organisations, accounts, passwords, resumes, gaps, roadmaps, known, secret, workDirectory, now, newId }: DemoParts) {
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

  /**
   * What the demo student has done so far, by the same services that the pages use. Each step is skipped where an
   * interrupted start has done it; the last one says that all is told, so that what a visitor erases stays erased.
   */
  async function tellStory(organisationId: string): Promise<void> {
    const student = await database.transaction({ organisationId }, (tx) => findStudent(tx, demoStudent.email));
    if (!student || student.isTold) return;
    const person: Person = { userId: student.userId, organisationId, role: 'student', sessionId: 'demo' };
    if (!student.hasResume) await uploadResume(person);
    if (!student.hasGap) await gaps.create(person, { roleId: goalRoleId }, unsettled);
    const [gap] = (await gaps.list(person, null, 1)).items;
    const startsOn = dayOf(now() - 7 * dayMilliseconds);
    if (gap && !student.hasRoadmap) await roadmaps.create(person, { skillGapId: gap.id, hoursPerWeek, startsOn }, unsettled);
    await finishTasks(person);
    await database.transaction(person, async (tx) => {
      const at = new Date(now());
      await writeCareerForm(tx, person, demoGoal, at);
      await setOnboarded(tx, person.userId, at);
    });
  }

  async function finishTasks(person: Person): Promise<void> {
    const [head] = (await roadmaps.list(person, null, 1)).items;
    if (!head) return;
    let roadmap = await roadmaps.read(person, head.id);
    while (roadmap.progress.doneTasks < tasksDone && roadmap.firstAction) roadmap = await roadmaps.complete(person, roadmap.id, roadmap.firstAction.id, unsettled);
  }

  async function uploadResume(person: Person): Promise<void> {
    const content = Buffer.from(demoResumeMarkdown(new Date(now()).getUTCFullYear()));
    const path = join(workDirectory, randomUUID());
    await mkdir(workDirectory, { recursive: true, mode: 0o700 });
    try {
      await writeFile(path, content, { mode: 0o600 });
      const { size } = await stat(path);
      await resumes.create(person, { path, fileName: 'ishita-varma.md', mediaType: 'text/markdown', sizeBytes: size, sha256: createHash('sha256').update(content).digest('hex') }, unsettled, { patienceMilliseconds: 60_000 });
    } finally {
      await rm(path, { force: true });
    }
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
