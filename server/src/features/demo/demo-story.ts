/**
 * What the demo's students have done so far, told by the same services that the pages use, at a clock that stands where the
 * story is. Each step is skipped where an interrupted start has done it.
 */
import type { Question } from '@cairn/engine/learning';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { Person } from '../../platform/http/person.ts';
import type { GapService } from '../gap/index.ts';
import type { LearningService } from '../learning/index.ts';
import type { ProgressService } from '../progress/index.ts';
import type { ResumeService } from '../resume/index.ts';
import type { RoadmapService } from '../roadmap/index.ts';
import { chanceFrom } from './chance.ts';
import { demoAnswer, questionShown } from './demo-answers.ts';
import { demoEvenings, demoWeeks, type DemoEvening } from './demo-evenings.ts';
import { demoResumeMarkdown } from './demo-resume.ts';
import { lastLearnedAt, otherStudents } from './demo.store.ts';

/** What the story is told with; `now` is where it stands. */
export interface StoryServices {
  readonly gaps: Pick<GapService, 'create' | 'list'>;
  readonly roadmaps: Pick<RoadmapService, 'create' | 'list' | 'read' | 'complete'>;
  readonly learning: Pick<LearningService, 'begin' | 'answer'>;
}

export interface StoryParts {
  readonly database: Database;
  readonly resumes: Pick<ResumeService, 'create'>;
  readonly servicesAt: (now: () => number) => StoryServices;
  readonly progress: Pick<ProgressService, 'log' | 'events'>;
  readonly activityChanged: (tx: Transaction, person: Person) => Promise<void>;
  /** Cairn's own. */
  readonly questions: () => readonly Question[];
  readonly workDirectory: string;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

export interface ToldSoFar {
  readonly hasResume: boolean;
  readonly hasGap: boolean;
  readonly hasRoadmap: boolean;
}

export const demoGoal = { roleId: 'backend-developer', hoursPerWeek: 10 } as const;
const seed = 20_260_102;
const hourMilliseconds = 3_600_000;
const dayMilliseconds = 24 * hourMilliseconds;
/** Half past seven in the evening in India, and the same day everywhere in Europe. */
const eveningUtcHours = 14;
const shareRight = 0.75;
const secondsAnAnswer = 50;
/** One's standing is told among more than twenty. */
const studentsWhoLog = 22;

/** No request, so no Idempotency-Key to settle. */
const unsettled = () => Promise.resolve();
const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

export function createStory({ database, resumes, servicesAt, progress, activityChanged, questions, workDirectory, now }: StoryParts) {
  let at = now();
  const { gaps, roadmaps, learning } = servicesAt(() => at);
  const eveningAt = (daysAgo: number): number => Math.floor(now() / dayMilliseconds - daysAgo) * dayMilliseconds + eveningUtcHours * hourMilliseconds;

  async function beginWay(person: Person, { hasResume, hasGap, hasRoadmap }: ToldSoFar): Promise<void> {
    if (!hasResume) await uploadResume(person);
    at = eveningAt(demoWeeks * 7);
    if (!hasGap) await gaps.create(person, { roleId: demoGoal.roleId }, unsettled);
    const [gap] = (await gaps.list(person, null, 1)).items;
    if (gap && !hasRoadmap) await roadmaps.create(person, { skillGapId: gap.id, hoursPerWeek: demoGoal.hoursPerWeek, startsOn: dayOf(at) }, unsettled);
  }

  async function finishTasks(person: Person, evenings: readonly DemoEvening[]): Promise<void> {
    const [head] = (await roadmaps.list(person, null, 1)).items;
    if (!head) return;
    let roadmap = await roadmaps.read(person, head.id);
    for (const { daysAgo, hoursByThen } of evenings) {
      at = eveningAt(daysAgo);
      while (roadmap.firstAction && roadmap.progress.doneHours + roadmap.firstAction.hours <= hoursByThen) roadmap = await roadmaps.complete(person, roadmap.id, roadmap.firstAction.id, unsettled);
    }
  }

  async function practise(person: Person, evenings: readonly DemoEvening[]): Promise<void> {
    const chance = chanceFrom(seed);
    const last = await database.transaction(person, (tx) => lastLearnedAt(tx, person.userId));
    for (const { daysAgo, questions: count, placement } of evenings) {
      at = eveningAt(daysAgo);
      if (last !== null && at <= last.getTime()) continue;
      if (placement !== null) await takeSession(person, { kind: 'placement', skillIds: [placement] }, () => chance.next() < shareRight);
      if (count > 0) await takeSession(person, { kind: 'practice', skillIds: [], questions: count }, () => chance.next() < shareRight);
    }
  }

  async function takeSession(person: Person, wanted: Parameters<LearningService['begin']>[1], isRight: () => boolean): Promise<void> {
    let session = await learning.begin(person, wanted, unsettled);
    while (session.current !== null) {
      const shown = session.current;
      const question = questionShown(questions(), shown);
      at += secondsAnAnswer * 1000;
      ({ session } = await learning.answer(person, session.id, { shownQuestionId: shown.id, answer: question === undefined ? null : demoAnswer(question, shown, isRight()), seconds: secondsAnAnswer }, unsettled));
    }
  }

  /** Others learned too, elsewhere: without them nobody's standing could be told. */
  async function logOthers({ organisationId }: Person): Promise<void> {
    const chance = chanceFrom(seed + 1);
    const others = await database.transaction({ organisationId }, (tx) => otherStudents(tx, studentsWhoLog));
    for (const userId of others) {
      const person: Person = { userId, organisationId, role: 'student', sessionId: 'demo' };
      const days = [1, 8, 15].map((earliest) => ({ minutes: chance.between(1, 10) * 90, day: dayOf(now() - (earliest + chance.between(0, 5)) * dayMilliseconds) }));
      const { total } = await progress.events(person, null, 1);
      for (const logged of days.slice(total)) await progress.log(person, logged, unsettled);
    }
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

  return async function tell(person: Person, soFar: ToldSoFar): Promise<void> {
    const evenings = demoEvenings(chanceFrom(seed));
    await beginWay(person, soFar);
    await finishTasks(person, evenings);
    await practise(person, evenings);
    await logOthers(person);
    await database.transaction(person, (tx) => activityChanged(tx, person));
  };
}
