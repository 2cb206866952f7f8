/** From the places where an ad asks for skills to one requirement each. */
import type { Level, RequirementKind, SkillCategory } from '../knowledge/types.ts';
import { mostLinesShown } from '../reasons/line-evidence.ts';
import type { JobAdEvidence, Message, Reason } from '../reasons/reason.ts';
import type { Taxonomy } from '../skills/taxonomy.ts';
import type { AdPart } from './ad-sections.ts';
import type { Demand } from './demands.ts';
import type { AlternativeSkill, Requirement } from './types.ts';

/** How much experience the ad as a whole wants: sets the level where its words do not. */
export type Seniority = 'junior' | 'ordinary' | 'senior';

const kindOrder: Readonly<Record<RequirementKind, number>> = { must: 2, should: 1, nice: 0 };
/** docs/formulas.md, default-level. */
const defaultLevels: Readonly<Record<Seniority, Readonly<Record<RequirementKind, Level>>>> = {
  junior: { must: 1, should: 1, nice: 1 },
  ordinary: { must: 2, should: 2, nice: 1 },
  senior: { must: 3, should: 2, nice: 1 },
};
/** What a senior needs no more of than anyone else. */
const ageless: ReadonlySet<SkillCategory> = new Set<SkillCategory>(['soft-skill', 'spoken-language', 'office', 'tool']);

/** What an ad only describes is not named as a condition. */
const strongestDescribed: RequirementKind = 'should';

/** Parts whose default is a decision of the writer; the others only tell what the work is. */
const decisiveParts: ReadonlySet<AdPart> = new Set<AdPart>(['title', 'requirements', 'preferred', 'nice', 'facts']);
const isDecisive = ({ kindWords, part }: Demand): boolean => kindWords !== null || decisiveParts.has(part);

function strongest(demands: readonly Demand[]): Demand {
  const decisive = demands.filter(isDecisive);
  return (decisive.length > 0 ? decisive : demands).reduce((best, next) => {
    const order = kindOrder[next.kind] - kindOrder[best.kind];
    return order > 0 || (order === 0 && best.kindWords === null && next.kindWords !== null) ? next : best;
  });
}

interface Wanted {
  /** In order of the ad, without repetition. */
  readonly skillIds: readonly string[];
  readonly demands: readonly Demand[];
}

/** Choices that share a skill are one: "AWS or Azure" and "Azure or GCP" ask for any of the three. */
function joinSharing(choices: readonly (readonly Demand[])[]): Demand[][] {
  const groups: Demand[][] = [];
  for (const choice of choices) {
    const shared = groups.filter((group) => group.some(({ skillId }) => choice.some((demand) => demand.skillId === skillId)));
    for (const group of shared) groups.splice(groups.indexOf(group), 1);
    groups.push([...shared.flat(), ...choice]);
  }
  return groups;
}

/**
 * A skill belongs to one requirement. A choice one of whose skills is also wanted by itself, as strongly, is met by that
 * skill already and asks for nothing more; a weaker wish for a single skill is covered by the choice it stands in.
 */
function wanted(demands: readonly Demand[]): Wanted[] {
  const single = Map.groupBy(demands.filter(({ choice }) => choice === null), ({ skillId }) => skillId);
  const alone = new Map<string, Demand[]>(single);
  const open: Demand[][] = [];
  for (const choice of Map.groupBy(demands.filter((demand) => demand.choice !== null), (demand) => demand.choice).values()) {
    const kind = kindOrder[strongest(choice).kind];
    const metBy = choice.filter(({ skillId }) => {
      const own = single.get(skillId);
      return own !== undefined && kindOrder[strongest(own).kind] >= kind;
    });
    for (const demand of metBy) alone.get(demand.skillId)?.push(demand);
    if (metBy.length === 0) open.push(choice);
  }
  const choices = joinSharing(open).map((choice): Wanted => {
    const skillIds = [...new Set(choice.map(({ skillId }) => skillId))];
    const covered = skillIds.flatMap((id) => alone.get(id) ?? []);
    for (const id of skillIds) alone.delete(id);
    return { skillIds, demands: [...choice, ...covered] };
  });
  return [...choices, ...Array.from(alone, ([skillId, own]) => ({ skillIds: [skillId], demands: own }))];
}

function levelOf({ demands, skillIds }: Wanted, kind: RequirementKind, seniority: Seniority, taxonomy: Taxonomy): { level: Level; reasons: Reason[] } {
  const said = demands.filter(({ level }) => level !== null).toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0))[0];
  if (said !== undefined && said.level !== null) {
    const reasons = said.levelsSaid.toSorted((a, b) => b.level - a.level).map(({ level, words, inYears }): Reason => (
      { what: { code: inYears ? 'requirement.level-years' : 'requirement.level-words', params: { level, words } }, effect: 0, evidence: [said.evidence] }
    ));
    return { level: said.level, reasons };
  }
  const category = taxonomy.skills.get(skillIds[0] as string)?.category;
  const assumed = category !== undefined && ageless.has(category) ? 'ordinary' : seniority;
  const level = defaultLevels[assumed][kind];
  return { level, reasons: [{ what: { code: `requirement.level-default.${assumed}`, params: { level } }, effect: 0, evidence: [{ source: 'formula', id: 'default-level' }] }] };
}

function kindReason({ demands }: Wanted, { kindWords, part, evidence }: Demand, kind: RequirementKind): Reason {
  if (demands.every(({ described }) => described)) return { what: { code: 'requirement.described', params: { kind } }, effect: 0, evidence: [evidence] };
  const what: Message = kindWords === null ? { code: `requirement.part.${part}`, params: { kind } } : { code: 'requirement.words', params: { kind, words: kindWords } };
  return { what, effect: 0, evidence: [evidence] };
}

function requirementOf(want: Wanted, seniority: Seniority, taxonomy: Taxonomy): Requirement {
  const decided = strongest(want.demands);
  const [first, ...others] = want.skillIds.map((id): AlternativeSkill & { readonly category: SkillCategory } => {
    const skill = taxonomy.skills.get(id);
    if (skill === undefined) throw new Error(`the taxonomy found ${id} and does not know it`);
    return { skillId: id, name: skill.name, category: skill.category };
  });
  const { skillId, name, category } = first as AlternativeSkill & { readonly category: SkillCategory };
  const kind = want.demands.every(({ described }) => described) && kindOrder[decided.kind] > kindOrder[strongestDescribed] ? strongestDescribed : decided.kind;
  const { level, reasons } = levelOf(want, kind, seniority, taxonomy);
  const choiceReason: Reason[] = others.length === 0 ? [] : [{ what: { code: 'requirement.any-one-of', params: { count: others.length + 1 } }, effect: 0, evidence: [decided.evidence] }];
  const evidence = new Map(want.demands.map((demand): [number, JobAdEvidence] => [demand.evidence.start, demand.evidence]));
  return {
    skillId, name, category,
    requirement: kind,
    level,
    alternatives: others.map((other) => ({ skillId: other.skillId, name: other.name })),
    mentions: want.demands.length,
    reasons: [kindReason(want, decided, kind), ...reasons, ...choiceReason],
    evidence: [...evidence.values()].toSorted((a, b) => a.start - b.start).slice(0, mostLinesShown),
  };
}

/** The requirements behind the demands: musts first, then by how often they are named, then in order of the ad. */
export function requirementsFromDemands(demands: readonly Demand[], seniority: Seniority, taxonomy: Taxonomy): Requirement[] {
  const firstPlace = (requirement: Requirement): number => {
    const evidence = requirement.evidence[0];
    return evidence?.source === 'job-ad' ? evidence.start : 0;
  };
  return wanted(demands)
    .map((want) => requirementOf(want, seniority, taxonomy))
    .toSorted((a, b) => kindOrder[b.requirement] - kindOrder[a.requirement] || b.mentions - a.mentions || firstPlace(a) - firstPlace(b) || (a.skillId < b.skillId ? -1 : 1));
}
