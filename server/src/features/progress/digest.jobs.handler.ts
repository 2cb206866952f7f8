import { insightsOf, recentDays, weeksOf, type Activity } from '@cairn/engine/progress';
import { addDays, dateOf, dayNumber } from '@cairn/engine/roadmap';
import type { z } from 'zod';
import type { RunningJob } from '../../platform/jobs/define-job.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { Letter } from '../../platform/mail/mail.ts';
import { readUser } from '../organisation/index.ts';
import { paceOf, streakOf } from './analyse-progress.ts';
import { composeDigest, composeGentleNote } from './digest-mail.ts';
import { claimDigest, settleDigest, lastGentleNote } from './digest.store.ts';
import type { DigestMailDeps, digestMailData } from './digest.jobs.ts';
import { fetchFacts, type Facts } from './progress-facts.ts';
import { personOf, type Owner } from './progress.store.ts';

export async function handle(job: RunningJob<z.output<typeof digestMailData>>, deps: DigestMailDeps): Promise<void> {
  const { week, ...owner } = job.data;
  const letter = await job.transaction((tx) => claimedLetter(tx, owner, week, job.id, deps));
  if (letter === undefined) return;
  await deps.sendMail(letter);
  await job.transaction((tx) => settleDigest(tx, owner, week, new Date(deps.now())));
}

/** Undefined when there is nothing to send, any more or to this person. */
async function claimedLetter(tx: Transaction, owner: Owner, week: string, jobId: string, deps: DigestMailDeps): Promise<Letter | undefined> {
  const user = await readUser(tx, owner.userId);
  if (!user?.emailVerified || !(await personOf(tx, owner)).weeklyDigest) return undefined;
  const at = new Date(deps.now());
  const facts = await fetchFacts(tx, owner, deps, at.getTime(), 'all');
  const lastDay = lastActiveDay(facts);
  const isResting = lastDay === null || lastDay <= facts.today - recentDays;
  const isSilent = isResting && (lastDay === null || (await wasNoted(tx, owner, lastDay)));
  if (!(await claimDigest(tx, owner, week, isSilent ? 'none' : isResting ? 'gentle' : 'digest', jobId, at))) return undefined;
  if (isSilent) {
    await settleDigest(tx, owner, week, at);
    return undefined;
  }
  const to = { email: user.email, name: user.name, language: user.language === 'hi' ? 'hi' as const : 'en' as const };
  const links = { dashboard: deps.links.dashboard, endPage: deps.links.endPage(owner), endAddress: deps.links.endAddress(owner) };
  if (isResting) return composeGentleNote(to, links);
  const known = await deps.knownTo(tx);
  const pace = paceOf(facts);
  const [suggestion] = insightsOf({ ...pace.risks, steps: pace.steps, streak: null, forecast: null, changes: [] });
  const before = weeksOf(facts.activities, facts.calendar, facts.today).find(({ startsOn }) => dateOf(startsOn) === addDays(week, -7));
  return composeDigest(to, {
    minutes: before?.minutes ?? 0, tasks: before?.tasks ?? 0, activeDays: before?.activeDays ?? 0, streak: streakOf(facts),
    steps: pace.steps.map(({ kind, skillId, minutes }) => ({ kind, minutes, skill: known.skills.get(skillId)?.name ?? skillId })),
    suggestion: suggestion?.what ?? null,
  }, links);
}

function lastActiveDay({ activities, calendar }: Facts): number | null {
  const last = activities.filter(({ minutes }) => minutes > 0).reduce((latest: Activity | null, activity) => (latest === null || activity.at > latest.at ? activity : latest), null);
  return last === null ? null : calendar.dayOf(last.at);
}

/** One note for each time that somebody rests. */
async function wasNoted(tx: Transaction, owner: Owner, lastDay: number): Promise<boolean> {
  const noted = await lastGentleNote(tx, owner);
  return noted !== null && dayNumber(noted) > lastDay;
}
