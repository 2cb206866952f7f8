import type { Evidence, Reason } from '../reasons/reason.ts';
import { roundPartsToTenths, roundToTenths } from '../skills/rounding.ts';
import type { Taxonomy } from '../skills/taxonomy.ts';
import type { ProfiledSkill, SkillProfile } from '../skills/types.ts';
import type { CorpusStatistics } from './corpus.ts';
import { importanceOf, type Importance } from './importance.ts';
import { acceptedSkillIds, bestMatch, candidateSkillIds, shareOf, type SkillMatch } from './match-requirements.ts';
import { skillSimilarity } from './similarity.ts';
import type { AlternativeSkill, GapAnalysis, MatchedSkill, MissingSkill, ProficiencyGap, Requirement, Strength } from './types.ts';
import { whatIf, type WhatIfRequirement } from './what-if.ts';

export interface GapRequest {
  readonly profile: SkillProfile;
  readonly requirements: readonly Requirement[];
  readonly taxonomy: Taxonomy;
  /** How common each skill is among the ads the organisation has seen; null or absent: no skill is rarer than another. */
  readonly corpus?: CorpusStatistics | null;
}

interface WeighedRequirement extends Importance {
  readonly requirement: Requirement;
  /** Share of the weighted total, 0 to 1. */
  readonly weight: number;
  readonly match: SkillMatch | null;
}

const matchFormula: Evidence = { source: 'formula', id: 'weighted-match' };
/** A skill this close to a missing one is worth naming beside it. */
const closeSimilarity = 0.3;

function weigh(request: GapRequest, skills: ReadonlyMap<string, ProfiledSkill>): WeighedRequirement[] {
  const { requirements, taxonomy, corpus = null } = request;
  const rated = requirements
    .map((requirement) => ({ requirement, ...importanceOf(requirement, taxonomy, corpus) }))
    .toSorted((a, b) => b.importance - a.importance || (a.requirement.skillId < b.requirement.skillId ? -1 : 1));
  const total = rated.reduce((sum, { importance }) => sum + importance, 0);
  return rated.map((rating) => ({ ...rating, weight: rating.importance / total, match: bestMatch(taxonomy, skills, rating.requirement) }));
}

/** For every requirement, what it would come to with each of the skills asked for learned to the level asked. */
function whatIfRequirements(weighed: readonly WeighedRequirement[], taxonomy: Taxonomy): WhatIfRequirement[] {
  const learnable = new Map(weighed.flatMap(({ requirement }) => acceptedSkillIds(requirement).map((skillId) => [skillId, requirement.level])));
  return weighed.map(({ requirement, weight, match }) => {
    const share = match?.share ?? 0;
    const shareIfLearned: Record<string, number> = {};
    for (const skillId of [...candidateSkillIds(taxonomy, requirement)].toSorted()) {
      const level = learnable.get(skillId);
      const learned = level === undefined ? 0 : shareOf(taxonomy, skillId, level, requirement).share;
      if (learned > share) shareIfLearned[skillId] = learned;
    }
    return { skillId: requirement.skillId, weight, share, shareIfLearned };
  });
}

function nameIn(requirement: Requirement, skillId: string): AlternativeSkill {
  return requirement.alternatives.find((alternative) => alternative.skillId === skillId) ?? { skillId: requirement.skillId, name: requirement.name };
}

/** The skill that a profile only concludes this one from; null for one that the person names. */
function impliedBy(skill: ProfiledSkill): string | number | null {
  return skill.reasons.find(({ what }) => what.code === 'skill.implied')?.what.params['by'] ?? null;
}

/** `brought` is the match's points in the weighted percentage, as rounded there. */
function matchReasons({ requirement, weight }: WeighedRequirement, match: SkillMatch, brought: number): Reason[] {
  const isExact = match.similarity === 1;
  const atLevel = match.levelShare === 1 ? brought : roundToTenths(weight * match.similarity * 100);
  const evidence = [...match.skill.evidence, ...requirement.evidence, matchFormula];
  const implied = impliedBy(match.skill);
  const reasons: Reason[] = [{
    what: isExact
      ? { code: implied === null ? 'match.exact' : 'match.implied', params: { skill: nameIn(requirement, match.metSkillId).name, ...(implied !== null && { by: implied }) } }
      : { code: 'match.similar', params: { skill: nameIn(requirement, match.metSkillId).name, similar: match.skill.name, percent: Math.round(match.similarity * 100) } },
    effect: atLevel, evidence,
  }];
  if (match.levelShare < 1) {
    reasons.push({ what: { code: 'match.level-below', params: { yours: match.skill.level, needed: requirement.level } }, effect: roundToTenths(brought - atLevel), evidence });
  }
  return reasons;
}

function matchedSkill(weighed: WeighedRequirement, match: SkillMatch, brought: number): MatchedSkill {
  const { requirement, weight } = weighed;
  const met = nameIn(requirement, match.metSkillId);
  const all = [{ skillId: requirement.skillId, name: requirement.name }, ...requirement.alternatives];
  const isExact = match.similarity === 1;
  return {
    skillId: met.skillId, name: met.name, category: requirement.category, requirement: requirement.requirement,
    userLevel: match.skill.level, requiredLevel: requirement.level,
    match: isExact ? 'exact' : 'similar',
    similarTo: isExact ? null : { skillId: match.skill.skillId, name: match.skill.name, score: Math.round(match.similarity * 100) / 100 },
    alternatives: all.filter(({ skillId }) => skillId !== met.skillId),
    weight,
    reasons: matchReasons(weighed, match, brought),
    evidence: [...match.skill.evidence, ...requirement.evidence],
  };
}

/** The skill of the person's nearest to one that is missing, for what to build on: not near enough to stand in for it. */
function nearestSkill(taxonomy: Taxonomy, skills: ReadonlyMap<string, ProfiledSkill>, skillId: string): Reason[] {
  let nearest: { skill: ProfiledSkill; similarity: number } | null = null;
  for (const id of [...(taxonomy.neighbours.get(skillId) ?? [])].toSorted()) {
    const skill = skills.get(id);
    const similarity = skillSimilarity(taxonomy, id, skillId);
    if (skill !== undefined && similarity >= closeSimilarity && (nearest === null || similarity > nearest.similarity)) nearest = { skill, similarity };
  }
  if (nearest === null) return [];
  const params = { similar: nearest.skill.name, percent: Math.round(nearest.similarity * 100) };
  return [{ what: { code: 'missing.nearest', params }, effect: 0, evidence: nearest.skill.evidence }];
}

function missingSkill({ requirement, importance, reasons, weight }: WeighedRequirement, learned: number, nearest: readonly Reason[]): MissingSkill {
  const { skillId, name, category, level, alternatives, evidence } = requirement;
  return {
    skillId, name, category, requirement: requirement.requirement, requiredLevel: level, alternatives, importance, weight,
    weightedMatchIfLearned: learned, reasons: [...reasons, ...requirement.reasons, ...nearest], evidence,
  };
}

function proficiencyGap({ requirement, weight }: WeighedRequirement, match: SkillMatch): ProficiencyGap {
  const { skillId, name } = nameIn(requirement, match.metSkillId);
  const evidence = [...match.skill.evidence, ...requirement.evidence];
  const params = { yours: match.skill.level, needed: requirement.level };
  const lost = -roundToTenths(weight * match.similarity * (1 - match.levelShare) * 100);
  return {
    skillId, name, userLevel: match.skill.level, requiredLevel: requirement.level,
    reasons: [{ what: { code: 'match.level-below', params }, effect: lost, evidence: [...evidence, matchFormula] }, ...match.skill.reasons.map((reason) => ({ ...reason, effect: 0 }))],
    evidence,
  };
}

function strengthsOf(skills: readonly ProfiledSkill[], requirements: readonly Requirement[]): Strength[] {
  const asked = new Set(requirements.flatMap(acceptedSkillIds));
  return skills
    .filter((skill) => !asked.has(skill.skillId) && impliedBy(skill) === null)
    .toSorted((a, b) => b.score - a.score || (a.skillId < b.skillId ? -1 : 1))
    .map(({ skillId, name, category, level }) => ({ skillId, name, category, level }));
}

/**
 * Where a person stands against what a job asks for. Percentages 0 to 100, one decimal (docs/formulas.md, match and
 * weighted-match): weights are importances (docs/formulas.md, importance) divided by their sum; a requirement's share is
 * similarity × level share of the best of the person's skills. A skill at level 0 is not had. Nothing asked for gives 0
 * and 0. Every list is ordered by weight, importance or score and then by id: the order of the input does not matter.
 */
export function analyseGap(request: GapRequest): GapAnalysis {
  const { profile, requirements, taxonomy } = request;
  const skills = profile.skills.filter(({ level }) => level > 0);
  const byId = new Map(skills.map((skill) => [skill.skillId, skill]));
  const weighed = weigh(request, byId);
  const asked = whatIfRequirements(weighed, taxonomy);
  const matched = weighed.flatMap((requirement) => (requirement.match === null ? [] : [{ requirement, match: requirement.match }]));
  const percentages = whatIf(asked, new Set());
  const brought = roundPartsToTenths(matched.map(({ requirement, match }) => requirement.weight * match.share * 100), percentages.weightedMatchPercentage);
  const matches = matched.map(({ requirement, match }, index) => matchedSkill(requirement, match, brought[index] as number));
  return {
    ...percentages,
    matched: matches,
    missing: weighed.filter(({ match }) => match === null).map((requirement) => missingSkill(
      requirement,
      whatIf(asked, new Set([requirement.requirement.skillId])).weightedMatchPercentage,
      nearestSkill(taxonomy, byId, requirement.requirement.skillId),
    )),
    proficiencyGaps: matched.flatMap(({ requirement, match }) => (match.similarity === 1 && match.levelShare < 1 ? [proficiencyGap(requirement, match)] : [])),
    strengths: strengthsOf(skills, requirements),
    reasons: matches.map(({ reasons, evidence }, index) => ({ what: (reasons[0] as Reason).what, effect: brought[index] as number, evidence: [...evidence, matchFormula] })),
    whatIf: asked,
  };
}
