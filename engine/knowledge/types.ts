/** The domain's own types for what Cairn knows. knowledge/ validates its YAML against them and compiles it. */

/** 0 none, 1 beginner, 2 intermediate, 3 advanced, 4 expert. */
export type Proficiency = 0 | 1 | 2 | 3 | 4;
/** A level that can be asked for or reached. */
export type Level = 1 | 2 | 3 | 4;

export const skillCategories = [
  'programming-language', 'web', 'mobile', 'backend', 'database', 'data', 'machine-learning', 'cloud', 'devops', 'security',
  'systems', 'embedded', 'testing', 'tool', 'computer-science', 'mathematics', 'design', 'product', 'business', 'finance',
  'marketing', 'sales', 'human-resources', 'operations', 'hospitality', 'media',
  'civil-engineering', 'mechanical-engineering', 'electrical-engineering',
  'chemical-engineering', 'biotechnology', 'health', 'education', 'law', 'public-service', 'trade', 'office',
  'soft-skill', 'spoken-language',
] as const;
export type SkillCategory = (typeof skillCategories)[number];

export const relationKinds = ['alternative', 'part-of', 'builds-on', 'used-with', 'similar'] as const;
/** `alternative`: does the same job (React, Vue). `part-of`: a piece of (pandas, Python data stack). `builds-on`: grows from. `used-with`: found together. `similar`: much of one carries over to the other. */
export type RelationKind = (typeof relationKinds)[number];

export interface RelatedSkill {
  readonly id: string;
  readonly kind: RelationKind;
  /** 0 to 1: how much of one carries over to the other. */
  readonly strength: number;
}

export interface SkillPrerequisite {
  readonly id: string;
  /** The level of the prerequisite that is needed before this skill is begun. */
  readonly level: Level;
}

/** A form that is also an ordinary word ("Go", "R", "Excel"): it counts only near one of its context words. */
export interface AmbiguousForm {
  readonly form: string;
  readonly context: readonly string[];
}

export interface Skill {
  readonly id: string;
  readonly name: string;
  readonly category: SkillCategory;
  /** Other ways of writing it; matching ignores case, so list only real differences. */
  readonly aliases: readonly string[];
  readonly ambiguous: readonly AmbiguousForm[];
  /** Hours of study and practice from each level to the next: none → beginner, → intermediate, → advanced, → expert. */
  readonly hours: readonly [number, number, number, number];
  /** 0 to 1: how often employers ask for it, by our own judgement until an organisation's jobs say better. */
  readonly demand: number;
  /** Things one works with while doing it. Left out, a skill of the category `tool` is its own tool; an empty list says that it is none. */
  readonly tools?: readonly string[] | undefined;
  readonly prerequisites: readonly SkillPrerequisite[];
  readonly related: readonly RelatedSkill[];
  /** What a person at the level can do, one short sentence per level. */
  readonly checkpoints: Readonly<Partial<Record<Level, string>>>;
}

export const requirementKinds = ['must', 'should', 'nice'] as const;
export type RequirementKind = (typeof requirementKinds)[number];

export interface RoleSkill {
  readonly id: string;
  readonly level: Level;
}

/** From a first post to answering for others' work; what a trade calls each stage is in `Role.seniority`. */
export const roleStages = ['entry', 'mid', 'senior', 'lead'] as const;
export type RoleStage = (typeof roleStages)[number];

export interface Role {
  readonly id: string;
  readonly name: string;
  /** Other titles for the same work. */
  readonly titles: readonly string[];
  /** What the trade calls somebody at each stage ("Staff Nurse", "Ward Sister"), as it is written; one of `titles` may come again. */
  readonly seniority: Readonly<Record<RoleStage, readonly string[]>>;
  readonly field: string;
  readonly summary: string;
  readonly must: readonly RoleSkill[];
  readonly should: readonly RoleSkill[];
  readonly nice: readonly RoleSkill[];
  /** Roles people move to from here. */
  readonly moves: readonly string[];
  /** ISCO-08 unit group, four digits; null for an organisation's role that nobody has classified. */
  readonly iscoCode: string | null;
  /** ESCO's code of the occupation, the ISCO-08 group with what ESCO adds ('2512.4'); null when not sure: knowledge/without-esco.ts says why. */
  readonly escoCode: string | null;
  readonly pay: readonly PayBand[];
}

/** All that the role goes by: its name, other titles, and what each stage is called. */
export function titlesOfRole({ name, titles, seniority }: Pick<Role, 'name' | 'titles' | 'seniority'>): string[] {
  return [name, ...titles, ...roleStages.flatMap((stage) => seniority[stage])];
}

/** `earnings`: what people in the work earn, by a survey. `scale`: what a pay scale gives a post, from its first step to its last, before allowances. */
export const payBases = ['earnings', 'scale'] as const;
export type PayBasis = (typeof payBases)[number];

/** What a named public source says the role is paid a year: never an estimate of ours. */
export interface PayBand {
  /** The publication, so that a reader can look it up: 'US Bureau of Labor Statistics, OEWS'. */
  readonly source: string;
  readonly url: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  /** The year that the figures are of; of a scale, the year it came into force. */
  readonly year: number;
  readonly basis: PayBasis;
  /** The post that a scale belongs to, as its employer names it; null for earnings. */
  readonly post: string | null;
  /** A year before tax, in whole units of the currency; null where the source does not say. Of earnings the tenth and the ninetieth percentile. */
  readonly low: number | null;
  /** Null for a scale. */
  readonly median: number | null;
  readonly high: number | null;
}

export const resourceKinds = ['documentation', 'course', 'book', 'tutorial', 'video', 'practice', 'reference', 'programme'] as const;
export type ResourceKind = (typeof resourceKinds)[number];
export const resourceCosts = ['free', 'free-to-audit', 'paid'] as const;
export type ResourceCost = (typeof resourceCosts)[number];

export interface Resource {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly url: string;
  readonly kind: ResourceKind;
  readonly cost: ResourceCost;
  /** ISO 639-1 code. */
  readonly language: string;
  readonly hours: number;
  /** The level it starts from is `fromLevel`, and it brings a person to `toLevel`. */
  readonly fromLevel: Proficiency;
  readonly toLevel: Level;
  readonly skills: readonly string[];
  /** Written for these trades: nobody else is offered it while there is something else. Left out, it suits everybody. */
  readonly trades?: readonly SkillCategory[] | undefined;
  /** True only when a person or a tool of ours has opened the address. */
  readonly checked: boolean;
}

export interface ProjectSkill {
  readonly id: string;
  readonly level: Level;
}

export interface ProjectBrief {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly difficulty: Level;
  readonly hours: number;
  readonly skills: readonly ProjectSkill[];
  /** What a reviewer can see that proves it done. */
  readonly provenBy: readonly string[];
}

/** A doing and what it is done to: "give" or "administer" with "medicine" or "injection". */
export interface SaidForm {
  /** Verbs as a dictionary gives them. */
  readonly do: readonly string[];
  /** Words that follow one of them; a number ("ten nurses") stands for any. */
  readonly what: readonly string[];
}

/** How people who do what a skill is say so without its name; `id` is the skill's. */
export interface SaidSkill {
  readonly id: string;
  readonly said: readonly SaidForm[];
}

export interface Knowledge {
  readonly skills: readonly Skill[];
  readonly roles: readonly Role[];
  readonly resources: readonly Resource[];
  readonly projects: readonly ProjectBrief[];
  /** Left out, skills are recognised by their names alone. */
  readonly said?: readonly SaidSkill[] | undefined;
}
