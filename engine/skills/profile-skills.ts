import type { Skill } from '../knowledge/types.ts';
import type { Evidence, Reason } from '../reasons/reason.ts';
import type { SectionKind, Today } from '../resume/types.ts';
import { observeSkills, type Observation, type ProfileSection } from './observations.ts';
import { writeMonth } from './periods.ts';
import { linesOf, scoreOfLevel, scoreSkill, type IndirectUse } from './skill-score.ts';
import type { Taxonomy } from './taxonomy.ts';
import type { ProfiledSkill, SkillCorrection, SkillProfile } from './types.ts';

export interface ProfileRequest {
  /** `resumeText(resume, texts)`: the resume's lines by section and entry, with the dates of each. */
  readonly sections: readonly ProfileSection[];
  readonly taxonomy: Taxonomy;
  readonly today: Today;
  /** The person's own word. A skill the taxonomy does not know is left out. */
  readonly corrections: readonly SkillCorrection[];
}

/** How far a mention in each place can be trusted to speak of the person. */
const placeTrust: Partial<Readonly<Record<SectionKind, number>>> = { experience: 0.8, projects: 0.75, certifications: 0.8, skills: 0.7, languages: 0.9 };
const otherTrust = 0.5;
const highestConfidence = 0.99;

/** Who uses a skill uses the one it is part of or grows from too, when this much carries over. */
const carryingStrength = 0.5;
/** How much of a skill is shown by using one that cannot be begun without knowing it well. */
const neededStrength = 0.6;
const impliedConfidence = 0.5;
const impliedScore = scoreOfLevel[1];

interface Carrying {
  readonly id: string;
  readonly strength: number;
}

/**
 * The skills that a skill's use is a use of: what it is part of or builds on, and what must be known before it is begun
 * (there, from intermediate on; as a beginner, only a programming language or the ground of the same field).
 */
function carriedBy(taxonomy: Taxonomy, skillId: string): Carrying[] {
  const skill = taxonomy.skills.get(skillId);
  if (skill === undefined) return [];
  const strengths = new Map<string, number>();
  for (const { id, kind, strength } of skill.related) {
    if ((kind === 'part-of' || kind === 'builds-on') && strength >= carryingStrength) strengths.set(id, strength);
  }
  for (const { id, level } of skill.prerequisites) {
    const category = taxonomy.skills.get(id)?.category;
    const isGround = level >= 2 || category === skill.category || category === 'programming-language';
    if (isGround) strengths.set(id, Math.max(strengths.get(id) ?? 0, level >= 2 ? neededStrength : carryingStrength));
  }
  return Array.from(strengths, ([id, strength]) => ({ id, strength }));
}

function confidenceOf(observations: readonly Observation[]): number {
  const doubt = observations.reduce((left, { section, confidence }) => left * (1 - confidence * (placeTrust[section] ?? otherTrust)), 1);
  return Math.min(highestConfidence, Math.round((1 - doubt) * 100) / 100);
}

/** For every skill, the uses of those that carry over to it, in order of their ids. */
function indirectUses(affirmed: ReadonlyMap<string, readonly Observation[]>, taxonomy: Taxonomy): Map<string, IndirectUse[]> {
  const uses = new Map<string, IndirectUse[]>();
  for (const [skillId, observations] of [...affirmed].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    for (const { id, strength } of carriedBy(taxonomy, skillId)) {
      const use = { skillName: taxonomy.skills.get(skillId)?.name ?? skillId, strength, observations };
      uses.set(id, [...(uses.get(id) ?? []), use]);
    }
  }
  return uses;
}

/** That lines tell of it in other words, and whether one names it too: it explains where the score comes from and adds nothing. */
function describedReason(observations: readonly Observation[]): Reason[] {
  const described = observations.filter((observation) => observation.described);
  if (described.length === 0) return [];
  const code = described.length < observations.length ? 'skill.described-too' : 'skill.described';
  return [{ what: { code, params: {} }, effect: 0, evidence: linesOf(described) }];
}

function readSkill(skill: Skill, observations: readonly Observation[], indirect: readonly IndirectUse[], today: Today): ProfiledSkill {
  const facts = { skillId: skill.id, name: skill.name, category: skill.category, confidence: confidenceOf(observations), source: 'resume' as const, evidence: linesOf(observations) };
  if (skill.category !== 'spoken-language') {
    const { lastMonth, reasons, ...score } = scoreSkill(observations, indirect, today);
    return { ...facts, ...score, reasons: [...describedReason(observations), ...reasons], lastUsed: lastMonth === null ? null : writeMonth(lastMonth) };
  }
  const stated = observations.filter(({ statedLevel }) => statedLevel !== null).toSorted((a, b) => (b.statedLevel ?? 0) - (a.statedLevel ?? 0))[0];
  const level = stated?.statedLevel ?? 2;
  const code = stated === undefined ? 'skill.language-listed' : 'skill.language-stated';
  const evidence: Evidence[] = [...linesOf(stated === undefined ? observations : [stated]), { source: 'formula', id: 'skill-score' }];
  return { ...facts, level, score: scoreOfLevel[level], years: null, lastUsed: null, reasons: [{ what: { code, params: { level } }, effect: scoreOfLevel[level], evidence }] };
}

function correctedSkill(skill: Skill, { level }: SkillCorrection, read: ProfiledSkill | undefined): ProfiledSkill {
  const evidence: Evidence = { source: 'person', text: String(level) };
  return {
    skillId: skill.id, name: skill.name, category: skill.category, level, score: scoreOfLevel[level], confidence: 1,
    years: read?.years ?? null, lastUsed: read?.lastUsed ?? null, source: 'person',
    reasons: [{ what: { code: 'skill.corrected', params: { level } }, effect: scoreOfLevel[level], evidence: [evidence] }],
    evidence: [evidence, ...(read?.evidence ?? [])],
  };
}

/** Skills that the read ones carry over to, at beginner: the strongest link speaks for each. */
function impliedSkills(read: readonly ProfiledSkill[], taxonomy: Taxonomy, spokenFor: ReadonlySet<string>): ProfiledSkill[] {
  const links = new Map<string, { by: ProfiledSkill; strength: number }>();
  for (const by of read) {
    if (by.level === 0) continue;
    for (const { id, strength } of carriedBy(taxonomy, by.skillId)) {
      if (spokenFor.has(id)) continue;
      const known = links.get(id);
      if (known === undefined || strength > known.strength || (strength === known.strength && by.skillId < known.by.skillId)) links.set(id, { by, strength });
    }
  }
  return [...links].flatMap(([id, { by, strength }]) => {
    const skill = taxonomy.skills.get(id);
    if (skill === undefined) return [];
    const evidence: Evidence[] = [...by.evidence, { source: 'knowledge', kind: 'skill', id: by.skillId }];
    return [{
      skillId: id, name: skill.name, category: skill.category, level: 1 as const, score: impliedScore,
      confidence: Math.round(impliedConfidence * strength * by.confidence * 100) / 100, years: null, lastUsed: null, source: by.source,
      reasons: [{ what: { code: 'skill.implied', params: { by: by.name } }, effect: impliedScore, evidence }],
      evidence,
    }];
  });
}

/** What is only wished for is not had: level 0, with the lines that say so. */
function wishedSkill(skill: Skill, observations: readonly Observation[]): ProfiledSkill {
  const evidence = linesOf(observations);
  return {
    skillId: skill.id, name: skill.name, category: skill.category, level: 0, score: scoreOfLevel[0], confidence: confidenceOf(observations),
    years: null, lastUsed: null, source: 'resume',
    reasons: [{ what: { code: 'skill.wished', params: {} }, effect: 0, evidence: [...evidence, { source: 'formula', id: 'skill-score' }] }],
    evidence,
  };
}

/**
 * What a person can do by their resume and their own corrections, best first. Levels by docs/formulas.md, skill-score;
 * a corrected skill has the level the person gave, also 0 ("I do not have it"); a skill that is only denied is not in
 * the profile and is not implied either; one that is only wished for is at 0, unless it is implied; implied skills are
 * beginners of low confidence. The order of lines, sections and
 * corrections does not matter to any level.
 */
export function profileSkills({ sections, taxonomy, today, corrections }: ProfileRequest): SkillProfile {
  const observed = observeSkills(sections, taxonomy, today);
  const affirmed = new Map([...observed].map(([skillId, all]) => [skillId, all.filter(({ negated, wished }) => !negated && !wished)] as const).filter(([, some]) => some.length > 0));
  const wished = [...observed].filter(([skillId, all]) => !affirmed.has(skillId) && all.some((observation) => observation.wished) && !all.some(({ negated }) => negated));
  const indirect = indirectUses(affirmed, taxonomy);
  const read = new Map<string, ProfiledSkill>();
  for (const [skillId, observations] of affirmed) {
    const skill = taxonomy.skills.get(skillId);
    if (skill !== undefined) read.set(skillId, readSkill(skill, observations, indirect.get(skillId) ?? [], today));
  }
  const said = new Map<string, ProfiledSkill>();
  for (const correction of corrections) {
    const skill = taxonomy.skills.get(correction.skillId);
    if (skill !== undefined) said.set(skill.id, correctedSkill(skill, correction, read.get(skill.id)));
  }
  const own = [...new Map([...read, ...said]).values()];
  const onlyWished = new Set(wished.map(([skillId]) => skillId));
  const implied = impliedSkills(own, taxonomy, new Set([...[...observed.keys()].filter((id) => !onlyWished.has(id)), ...said.keys()]));
  const shown = new Set([...own, ...implied].map(({ skillId }) => skillId));
  const wanted = wished.flatMap(([skillId, observations]) => {
    const skill = shown.has(skillId) ? undefined : taxonomy.skills.get(skillId);
    return skill === undefined ? [] : [wishedSkill(skill, observations)];
  });
  const skills = [...own, ...implied, ...wanted];
  return { skills: skills.toSorted((a, b) => b.score - a.score || b.confidence - a.confidence || (a.skillId < b.skillId ? -1 : 1)) };
}
