/** What a person asks an advisor, what its tools answer, and the advice that follows. */
import type { Level, Proficiency, RequirementKind } from '../knowledge/types.ts';
import type { Message, Reason } from '../reasons/reason.ts';

/** `next`: what to learn next. `ready`: how far from a role. `time`: how long it takes. `resources`, `practise`: for one skill. */
export const advisorKinds = ['next', 'ready', 'time', 'resources', 'practise'] as const;
export type AdvisorKind = (typeof advisorKinds)[number];

export interface AdvisorGoal {
  readonly kind: AdvisorKind;
  readonly roleId: string | null;
  readonly role: string | null;
  readonly skillId: string | null;
  readonly skill: string | null;
  readonly hoursPerWeek: number;
}

export interface SkillsSeen {
  readonly total: number;
  /** The strongest. */
  readonly skills: readonly { readonly skillId: string; readonly name: string; readonly level: Proficiency }[];
}

export interface GapSeen {
  readonly roleId: string;
  readonly role: string;
  readonly weightedMatchPercentage: number;
  /** Must-have requirements of the role, and those of them that are missing or below the level asked for. */
  readonly musts: number;
  readonly openMusts: readonly string[];
  /** Most important first. */
  readonly missing: readonly { readonly skillId: string; readonly name: string; readonly requirement: RequirementKind; readonly requiredLevel: Level; readonly weightedMatchIfLearned: number; readonly reasons: readonly Reason[] }[];
  readonly lower: readonly { readonly skillId: string; readonly name: string; readonly userLevel: Proficiency; readonly requiredLevel: Level }[];
  readonly reasons: readonly Reason[];
}

export interface TimeSeen {
  readonly roleId: string;
  readonly role: string;
  readonly hoursPerWeek: number;
  readonly totalHours: number;
  readonly totalWeeks: number;
  /** In the order of the plan. */
  readonly steps: readonly { readonly skillId: string; readonly name: string; readonly level: Level; readonly hours: number }[];
  readonly reasons: readonly Reason[];
}

/** The plan with other hours a week, and the skills that take the most of it. */
export interface ChangesSeen {
  readonly hours: readonly { readonly hoursPerWeek: number; readonly totalWeeks: number }[];
  readonly longest: readonly { readonly skillId: string; readonly name: string; readonly hours: number }[];
}

export interface ResourcesSeen {
  readonly resources: readonly { readonly resourceId: string; readonly title: string; readonly provider: string; readonly url: string; readonly kind: string; readonly cost: string; readonly hours: number }[];
}

export interface ExerciseSeen {
  readonly questionId: string;
  readonly skillId: string;
  readonly skill: string;
  readonly level: Level;
  readonly ask: string;
}

/** What a tool was asked and answered; `output` is null where it failed. */
export interface Looked {
  readonly tool: string;
  readonly input: unknown;
  readonly output: unknown;
  readonly failure: string | null;
}

export interface Call {
  readonly tool: AdvisorTool;
  readonly input: Readonly<Record<string, unknown>>;
}

export const advisorTools = ['analyse-skills', 'find-gap', 'estimate-time', 'adjust', 'search-resources', 'exercise', 'hint', 'assess'] as const;
export type AdvisorTool = (typeof advisorTools)[number];

/** Where the person goes from here. */
export interface NextAction {
  readonly kind: 'tutor' | 'plan' | 'compare' | 'resume' | 'choose-role';
  readonly skillId: string | null;
  readonly skill: string | null;
  readonly level: Level | null;
  readonly roleId: string | null;
  readonly role: string | null;
}

export interface Advice {
  readonly sentences: readonly Message[];
  /** Behind the numbers in the sentences. */
  readonly reasons: readonly Reason[];
  readonly resources: ResourcesSeen['resources'];
  readonly next: NextAction;
}
