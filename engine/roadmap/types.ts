import type { Level, Proficiency } from '../knowledge/types.ts';
import type { Message, Reason } from '../reasons/reason.ts';

export interface SkillTarget {
  readonly skillId: string;
  readonly level: Level;
  /** 0 to 100, from the gap or the role. */
  readonly importance: number;
}

export interface KnownSkill {
  readonly skillId: string;
  readonly level: Proficiency;
}

export const learningStyles = ['reading', 'watching', 'doing', 'mixed'] as const;
export type LearningStyle = (typeof learningStyles)[number];

export interface PlanRequest {
  readonly targets: readonly SkillTarget[];
  readonly known: readonly KnownSkill[];
  readonly hoursPerWeek: number;
  /** Null: as long as it takes. */
  readonly weeksAvailable: number | null;
  /** Monday of the first week, 'YYYY-MM-DD'. */
  readonly startsOn: string;
  /** ISO 639-1. Resources in other languages come after. */
  readonly language: string;
  readonly freeOnly: boolean;
  readonly learningStyle: LearningStyle;
}

export const taskKinds = ['learn', 'practise', 'build', 'check'] as const;
export type TaskKind = (typeof taskKinds)[number];
export const taskStates = ['open', 'done', 'skipped'] as const;
export type TaskState = (typeof taskStates)[number];

export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  /** English wording of `what`, for exports and API clients; pages word `what` themselves. */
  readonly title: string;
  readonly what: Message;
  readonly skillId: string;
  /** The level the work on this skill leads to. */
  readonly level: Level;
  readonly hours: number;
  readonly resourceIds: readonly string[];
  readonly projectId: string | null;
  readonly reasons: readonly Reason[];
}

export interface Week {
  /** Counts from 1 through the whole roadmap. */
  readonly number: number;
  readonly startsOn: string;
  readonly focus: string;
  readonly focusSkillIds: readonly string[];
  readonly hours: number;
  readonly tasks: readonly Task[];
}

export interface PlannedProject {
  readonly projectId: string;
  readonly name: string;
  readonly summary: string;
  readonly difficulty: Level;
  readonly hours: number;
  readonly skillIds: readonly string[];
  readonly provenBy: readonly string[];
}

/** A month is a phase: up to four weeks. */
export interface Phase {
  readonly number: number;
  readonly title: string;
  readonly what: Message;
  readonly weeks: readonly Week[];
  readonly tools: readonly string[];
  readonly projects: readonly PlannedProject[];
  readonly checkpoint: { readonly statements: readonly { readonly skillId: string; readonly level: Level; readonly text: string }[] };
}

export interface RankedResource {
  readonly resourceId: string;
  readonly skillId: string;
  /** 0 to 1 (docs/formulas.md, 8). */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface Plan {
  readonly overview: Message;
  readonly finalOutcome: Message;
  readonly totalHours: number;
  readonly totalWeeks: number;
  readonly estimatedMonths: number;
  readonly months: readonly Phase[];
  readonly resources: readonly RankedResource[];
  readonly reasons: readonly Reason[];
}

/** Why a plan cannot be made as asked, and the nearest that can. */
export interface ImpossiblePlan {
  readonly neededHours: number;
  readonly availableHours: number;
  readonly alternatives: readonly PlanAlternative[];
}

export type PlanAlternative =
  | { readonly kind: 'more-weeks'; readonly weeks: number }
  | { readonly kind: 'more-hours'; readonly hoursPerWeek: number }
  | { readonly kind: 'fewer-skills'; readonly skillIds: readonly string[]; readonly leftOut: readonly string[] };
