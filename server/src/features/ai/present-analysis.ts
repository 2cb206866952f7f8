/** How somebody stands against a role, as POST /ai/skills answers it, and what of it a model gets to see. */
import type { AiAnalysis, AiSkillsWords } from '@cairn/contracts';
import type { GapAnalysis } from '@cairn/engine/gap';
import type { Level, Proficiency, Role } from '@cairn/engine/knowledge';
import type { Plan } from '@cairn/engine/roadmap';
import { mutable } from '../../platform/mutable.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import { presentResource } from './present-resources.ts';
import type { PlanFacts } from './present-plan.ts';
import type { SkillsPromptInput } from './prompts/ai-skills.v1.ts';

type Standing = AiAnalysis['met'][number];

export interface AnalysisFacts extends PlanFacts {
  /** Levels that are had. */
  readonly had: ReadonlyMap<string, Proficiency>;
}

export function presentAnalysis(analysis: GapAnalysis, plan: Plan, { role, language, from, notUnderstood, had }: AnalysisFacts, known: WhatCairnKnows): AiAnalysis {
  const levelReasons = new Map(analysis.proficiencyGaps.map(({ skillId, reasons }) => [skillId, reasons]));
  const matched = analysis.matched.map((match): Standing & { isWhole: boolean } => {
    const level = match.similarTo === null ? match.userLevel : had.get(match.skillId) ?? 0;
    return {
      skillId: match.skillId, name: match.name, requirement: match.requirement, level, requiredLevel: match.requiredLevel,
      similarTo: match.similarTo && { id: match.similarTo.skillId, name: match.similarTo.name }, hours: hoursBetween(match.skillId, level, match.requiredLevel, known),
      reasons: mutable([...match.reasons, ...(levelReasons.get(match.skillId)?.slice(1) ?? [])]), isWhole: match.similarTo === null && level >= match.requiredLevel,
    };
  });
  const standing = (isWhole: boolean): Standing[] => matched.filter((each) => each.isWhole === isWhole).map(({ isWhole: _, ...each }) => each);
  return {
    careerRole: role.name, roleId: role.id, language, from, matchPercentage: analysis.matchPercentage, weightedMatchPercentage: analysis.weightedMatchPercentage,
    met: standing(true), partial: standing(false),
    missing: analysis.missing.map(({ skillId, name, requirement, requiredLevel, reasons }) => {
      const level = had.get(skillId) ?? 0;
      return { skillId, name, requirement, level, requiredLevel, similarTo: null, hours: hoursBetween(skillId, level, requiredLevel, known), reasons: mutable(reasons) };
    }),
    suggestions: suggestionsOf(plan, had, known), totalHours: plan.totalHours, notUnderstood: mutable(notUnderstood), reasons: mutable(analysis.reasons),
  };
}

/** Whole hours from level to level, as a plan counts them (docs/formulas.md, roadmap-hours). */
function hoursBetween(skillId: string, from: Proficiency, to: Level, { skills }: WhatCairnKnows): number {
  return (skills.get(skillId)?.hours ?? []).slice(from, to).reduce((sum, hours) => sum + Math.max(1, Math.ceil(hours)), 0);
}

const resourcesEach = 2;

/** Each skill at the place where its first step stands. */
function suggestionsOf(plan: Plan, had: ReadonlyMap<string, Proficiency>, known: WhatCairnKnows): AiAnalysis['suggestions'] {
  return [...Map.groupBy(plan.steps, ({ skillId }) => skillId)].map(([skillId, steps], index) => {
    const fromLevel = had.get(skillId) ?? 0;
    const toLevel = steps.reduce<Level>((most, { level }) => (level > most ? level : most), 1);
    const resourceIds = [...new Set(steps.flatMap(({ learnResourceIds }) => learnResourceIds))].slice(0, resourcesEach);
    return {
      place: index + 1, skillId, name: steps[0]?.name ?? skillId, fromLevel, toLevel, hours: hoursBetween(skillId, fromLevel, toLevel, known), isFoundation: steps.every(({ isTarget }) => !isTarget),
      resources: resourceIds.flatMap((id) => known.resources.get(id) ?? []).map((resource) => presentResource(resource, [skillId])),
      reasons: mutable(steps[0]?.reasons ?? []),
    };
  });
}

/** Those that matter most; a small model has no room for more. */
const mostSkills = 15;

export function skillsInput(analysis: AiAnalysis, role: Role, outside: Pick<SkillsPromptInput, 'about' | 'resume'>): SkillsPromptInput {
  const head = ({ skillId, name }: Standing) => ({ skillId, name });
  const partial = analysis.partial.slice(0, mostSkills).map(head);
  return {
    language: analysis.language, role: { name: role.name, summary: role.summary }, met: analysis.met.map(({ name }) => name),
    partial, missing: analysis.missing.slice(0, mostSkills - Math.min(partial.length, 5)).map(head), order: analysis.suggestions.map(({ name }) => name), ...outside,
  };
}

export function skillsWordsFor({ partial, missing }: SkillsPromptInput): (words: AiSkillsWords) => AiSkillsWords {
  const given = new Set([...partial, ...missing].map(({ skillId }) => skillId));
  return ({ overview, skills }) => ({ overview, skills: skills.filter(({ skillId }) => given.delete(skillId)) });
}
