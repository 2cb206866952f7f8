/** What follows from a change of what somebody did or plans, in the transaction that changed it. */
import { insightsOf, mondayOfDay, type Insight } from '@cairn/engine/progress';
import { dateOf } from '@cairn/engine/roadmap';
import type { Transaction } from '../../platform/database/database.ts';
import { mutable } from '../../platform/mutable.ts';
import type { Live } from '../../platform/live/live.ts';
import { paceOf, type Pace } from './analyse-progress.ts';
import { fetchFacts, type FactSources } from './progress-facts.ts';
import { insertZone, lockPerson, replaceWeeks, saveSuggestion, zonesOf, type Owner, type Suggested } from './progress.store.ts';

export type TimeZoneChanges = (tx: Transaction, owner: Owner, from: string, to: string) => Promise<void>;

export interface ChangeParts extends FactSources {
  readonly live: Live;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** Weeks that the standing counts: the one that is going on and the three before it. */
export const standingWeeks = 4;

/** Days that were lived in one zone stay so when somebody moves to another. */
export function createTimeZoneChanges({ now }: Pick<ChangeParts, 'now'>): TimeZoneChanges {
  return async (tx, owner, from, to) => {
    await lockPerson(tx, owner);
    if ((await zonesOf(tx, owner)).length === 0) await insertZone(tx, owner, from, new Date(0));
    await insertZone(tx, owner, to, new Date(now()));
  };
}

export type ActivityChanged = (tx: Transaction, owner: Owner) => Promise<void>;

export function createActivityChanged({ live, now, ...sources }: ChangeParts): ActivityChanged {
  return async (tx, { organisationId, userId }) => {
    const owner = { organisationId, userId };
    const { suggestion: before } = await lockPerson(tx, owner);
    const facts = await fetchFacts(tx, owner, sources, now(), 'pace');
    const pace = paceOf(facts);
    await replaceWeeks(tx, owner, recentWeeks(pace, facts.today));
    await live.publish(tx, { ...owner, event: { kind: 'progress_update', nextSteps: pace.steps.map(({ kind, id, reason }) => ({ kind, id, reason })) } });
    // Something was just done: a streak that may end is not what to speak of, nor a date, which needs the whole plan.
    const [first] = insightsOf({ ...pace.risks, steps: pace.steps, streak: null, forecast: null, changes: [] });
    if (first === undefined) return;
    const suggestion = suggestedBy(first);
    if (before?.code === suggestion.code && before.about === suggestion.about) return;
    await saveSuggestion(tx, owner, suggestion);
    await live.publish(tx, { ...owner, event: { kind: 'ai_suggestion', priority: first.priority, what: mutable(first.what) } });
  };
}

export function recentWeeks({ allWeeks }: Pick<Pace, 'allWeeks'>, today: number): { week: string; minutes: number }[] {
  const from = mondayOfDay(today) - 7 * (standingWeeks - 1);
  return allWeeks.filter(({ startsOn, minutes }) => startsOn >= from && minutes > 0).map(({ startsOn, minutes }) => ({ week: dateOf(startsOn), minutes: Math.round(minutes) }));
}

function suggestedBy({ what, action }: Insight): Suggested {
  const { what: _words, ...about } = action;
  return { code: what.code, about: JSON.stringify(about) };
}
