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

/** What a plan counts as known because of the role somebody works in (`creditFromCurrentRole`). */
export interface CurrentRoleCredit {
  readonly roleId: string;
  readonly name: string;
  /** Years, 0 and more. */
  readonly yearsOfExperience: number;
  readonly skills: readonly KnownSkill[];
}

export const learningStyles = ['reading', 'watching', 'doing', 'mixed'] as const;
export type LearningStyle = (typeof learningStyles)[number];

export interface PlanRequest {
  readonly targets: readonly SkillTarget[];
  readonly known: readonly KnownSkill[];
  /** Left out: nothing is credited. */
  readonly currentRole?: CurrentRoleCredit | undefined;
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
  /** Those of `resourceIds` of which a part is meant, because the whole takes longer than the step. Left out: none. */
  readonly partResourceIds?: readonly string[] | undefined;
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

/** A project with its place in the plan. */
export interface PlacedProject extends PlannedProject {
  /** The last step it stands on: building counts for this skill. */
  readonly skillId: string;
  readonly level: Level;
  readonly reasons: readonly Reason[];
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
  /** The four parts of the score, each 0 to 1; null where unknown. What becomes of the resource teaches the weights. */
  readonly parts: { readonly [Part in keyof ResourceWeights]: number | null };
  readonly reasons: readonly Reason[];
}

/** The work that takes a person from one level of a skill to the next. Everything a week's task says comes from its step. */
export interface PlannedStep {
  readonly skillId: string;
  readonly name: string;
  readonly level: Level;
  /** True when the skill is a target at this level or above; false for a foundation another skill needs. */
  readonly isTarget: boolean;
  readonly hours: StepHours;
  /** Keys (`skill.level`) of the plan's own steps that must be reached before this one is begun. */
  readonly requires: readonly string[];
  readonly learnResourceIds: readonly string[];
  readonly practiseResourceIds: readonly string[];
  /** Those of both that take longer than the step. Left out: none. */
  readonly partResourceIds?: readonly string[] | undefined;
  /** Names of tools that are used while learning it. */
  readonly tools: readonly string[];
  /** What a person at this level can do; null where the knowledge has no checkpoint for it. */
  readonly statement: string | null;
  readonly reasons: readonly Reason[];
}

/** Whole hours; `learn` + `practise` + `check` is the step's whole work. */
export interface StepHours {
  readonly learn: number;
  readonly practise: number;
  readonly check: number;
}

/** Hours `from` to `to` (counted from 1, both included) of one kind of work on one step or project. */
export interface Stretch {
  /** The skill, or for kind 'build' the project. */
  readonly subjectId: string;
  readonly level: Level;
  readonly kind: TaskKind;
  readonly from: number;
  readonly to: number;
}

export interface Plan {
  readonly overview: Message;
  readonly timeline: Message;
  readonly finalOutcome: Message;
  readonly hoursPerWeek: number;
  /** Monday of the first week. */
  readonly startsOn: string;
  readonly targets: readonly SkillTarget[];
  /** In the order in which they are learned. */
  readonly steps: readonly PlannedStep[];
  readonly projects: readonly PlacedProject[];
  /** All the work in the order in which it is done; weeks are cut from it, and cut again when a person's time changes. */
  readonly route: readonly Stretch[];
  readonly totalHours: number;
  readonly totalWeeks: number;
  readonly estimatedMonths: number;
  readonly months: readonly Phase[];
  readonly resources: readonly RankedResource[];
  readonly reasons: readonly Reason[];
}

/** Of a plan, what progress is measured by: which work lies in which week. */
export interface PlanOutline {
  readonly totalWeeks: number;
  readonly months: readonly { readonly number: number; readonly weeks: readonly { readonly number: number; readonly tasks: readonly Pick<Task, 'id' | 'skillId'>[] }[] }[];
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
  | { readonly kind: 'more-of-both'; readonly weeks: number; readonly hoursPerWeek: number }
  | { readonly kind: 'fewer-skills'; readonly skillIds: readonly string[]; readonly leftOut: readonly string[] };

export type PlanResult =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly impossible: ImpossiblePlan };

/** What a person said about a task. Where two records cover the same hour of work, the later one holds. */
export interface TaskRecord {
  readonly taskId: string;
  readonly state: TaskState;
  /** ISO 8601 UTC. */
  readonly changedAt: string;
}

/** Every record of one person, of all their roadmaps: work done for one roadmap is done in every other. */
export type Progress = readonly TaskRecord[];

/** `from`: the day (in the person's own calendar) from which open work is laid out anew. `at`: the instant of the change, ISO 8601 UTC. */
export type RoadmapChange =
  | { readonly kind: 'missed-week'; readonly from: string; readonly at: string }
  | { readonly kind: 'less-time' | 'more-time'; readonly from: string; readonly at: string; readonly hoursPerWeek: number }
  | { readonly kind: 'skip-skill'; readonly from: string; readonly at: string; readonly skillId: string; readonly level: Level }
  | { readonly kind: 'undo'; readonly from: string; readonly at: string; readonly taskIds: readonly string[] }
  | { readonly kind: 'put-back'; readonly from: string; readonly at: string; readonly taskIds: readonly string[] };

export interface Replanned {
  readonly plan: Plan;
  /** To be stored with the plan in one transaction. */
  readonly records: readonly TaskRecord[];
}

/** What an organisation's members made of a resource. */
export interface ResourceFeedback {
  readonly resourceId: string;
  readonly ratings: number;
  /** Mean of the ratings, 1 to 5; ignored when there are none. */
  readonly meanRating: number;
  readonly started: number;
  readonly finished: number;
  /** The last day a member finished it, 'YYYY-MM-DD'; null when nobody has. */
  readonly lastFinishedOn: string | null;
}

/** Weights of the four parts of a resource's score; they add up to 1. */
export interface ResourceWeights {
  readonly relevance: number;
  readonly rating: number;
  readonly completion: number;
  readonly recency: number;
}

export interface Feedback {
  readonly resources: readonly ResourceFeedback[];
  readonly weights: ResourceWeights;
}

export type PhaseState = 'completed' | 'active' | 'locked';

export interface ProgressShare {
  readonly doneHours: number;
  readonly totalHours: number;
  /** 0 to 100, one decimal, rounded down: 100 only when nothing is open. */
  readonly percentage: number;
}

export interface PlanProgress extends ProgressShare {
  /** The first open task; null when nothing is open. */
  readonly nextTaskId: string | null;
  /** The week that holds the next task; the last week when nothing is open; 0 for an empty plan. */
  readonly weekNumber: number;
  readonly byPhase: readonly (ProgressShare & { readonly number: number; readonly state: PhaseState })[];
  readonly bySkill: readonly (ProgressShare & { readonly skillId: string })[];
}
