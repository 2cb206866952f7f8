/** What a person asks to change about a plan, as the change that the engine makes. */
import type { Level, Skill } from '@cairn/engine/knowledge';
import { levelsReached, passesSelfCheck, progressOf, selfCheck, type RoadmapChange, type SelfCheck, type TaskRecord } from '@cairn/engine/roadmap';
import { Failure } from '../../platform/http/failure.ts';
import type { StoredRoadmap } from './roadmap.store.ts';

export type ReplanRequest =
  | { readonly kind: 'missed-week' }
  | { readonly kind: 'hours'; readonly hoursPerWeek: number }
  | { readonly kind: 'skip-skill'; readonly skillId: string; readonly level: Level; readonly affirmed: readonly boolean[] };

interface Situation {
  readonly roadmap: StoredRoadmap;
  /** Oldest first. */
  readonly records: readonly TaskRecord[];
  readonly skills: ReadonlyMap<string, Skill>;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly at: Date;
}

/** Null when nothing would change. */
export function changeOf(wanted: ReplanRequest, { roadmap, records, skills, today, at }: Situation): RoadmapChange | null {
  const when = { from: today, at: laterThan(records, at) };
  switch (wanted.kind) {
    case 'missed-week':
      // Before the start no week was missed: saying it twice moves the start once.
      return roadmap.plan.startsOn > today ? null : { kind: 'missed-week', ...when };
    case 'hours': {
      const { hoursPerWeek } = wanted;
      const fewest = fewestHoursPerWeek(roadmap, records);
      if (hoursPerWeek < fewest) throw new Failure('request.invalid', { errors: [{ path: 'body.hoursPerWeek', message: `Must be at least ${String(fewest)}: what is left would take more than ten years` }] });
      if (hoursPerWeek === roadmap.plan.hoursPerWeek) return null;
      return { kind: hoursPerWeek < roadmap.plan.hoursPerWeek ? 'less-time' : 'more-time', hoursPerWeek, ...when };
    }
    case 'skip-skill': {
      const check = selfCheckOf(skills, roadmap, records, wanted.skillId);
      const asked = { ...check, level: wanted.level, statements: check.statements.filter(({ level }) => level <= wanted.level) };
      if (!passesSelfCheck(asked, wanted.affirmed)) throw new Failure('roadmap.self-check-not-passed');
      return { kind: 'skip-skill', skillId: wanted.skillId, level: wanted.level, ...when };
    }
  }
}

const mostWeeksLeft = 520;

function fewestHoursPerWeek({ plan }: StoredRoadmap, records: readonly TaskRecord[]): number {
  const { totalHours, doneHours } = progressOf(plan, records);
  return Math.ceil((totalHours - doneHours) / mostWeeksLeft);
}

/** What somebody affirms to skip a skill of this plan: a statement for each level above the one they have. */
export function selfCheckOf(skills: ReadonlyMap<string, Skill>, roadmap: StoredRoadmap, records: readonly TaskRecord[], skillId: string): SelfCheck {
  const skill = skills.get(skillId);
  const levels = roadmap.plan.steps.filter((step) => step.skillId === skillId).map(({ level }) => level);
  if (!skill || levels.length === 0) throw new Failure('skills.unknown');
  const had = roadmap.request.known.find((one) => one.skillId === skillId)?.level ?? 0;
  const reached = levelsReached(roadmap.plan, records).get(skillId) ?? 0;
  return selfCheck(skill, Math.max(...levels) as Level, had > reached ? had : reached);
}

/** Records are laid over each other by time, so a new one must not be older than those that are there. */
export function laterThan(records: readonly TaskRecord[], at: Date): string {
  const last = records.at(-1)?.changedAt;
  return last !== undefined && last >= at.toISOString() ? new Date(Date.parse(last) + 1).toISOString() : at.toISOString();
}
