/** What the advisor can look at: Cairn's own services, with the rows and the permissions of the person who asks. Nothing is stored. */
import { mayRole, type MemberRole, type Permission } from '@cairn/contracts';
import type { Advice, AdvisorTool, ChangesSeen, ExerciseSeen, GapSeen, ResourcesSeen, SkillsSeen, TimeSeen } from '@cairn/engine/advisor';
import type { Resource } from '@cairn/engine/knowledge';
import type { Reason } from '@cairn/engine/reasons';
import { z } from 'zod';
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { Person } from '../../platform/http/person.ts';
import { defineTool, ToolFailure, type Tool } from '../../platform/llm/agent/tool.ts';
import type { GapService, RoleComparison } from '../gap/index.ts';
import type { KnownTo } from '../knowledge/index.ts';
import type { RoadmapService } from '../roadmap/index.ts';
import type { SkillsService } from '../skills/index.ts';
import type { Exercises } from '../tutor/index.ts';
import { told } from './tool-outputs.ts';

export interface AdvisorToolParts {
  readonly database: Database;
  readonly knownTo: KnownTo;
  readonly skills: Pick<SkillsService, 'profileOf'>;
  readonly gaps: Pick<GapService, 'compareWithRole'>;
  readonly roadmaps: Pick<RoadmapService, 'estimate'>;
  readonly findResources: (tx: Transaction, search: string, most: number) => Promise<readonly Resource[]>;
  readonly exercises: Exercises;
}

const most = { skills: 12, missing: 8, steps: 8, reasons: 8, resources: 6, longest: 3 } as const;
const mostHoursPerWeek = 60;

const id = z.string().min(1).max(80);
const hoursPerWeek = z.int().min(1).max(mostHoursPerWeek);
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** The tools that this person's role may use. */
export function advisorTools(parts: AdvisorToolParts, person: Person): Tool[] {
  const { database, knownTo, skills, gaps, roadmaps, findResources, exercises } = parts;
  const { userId } = person;
  const within = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => database.transaction(person, work);
  const levelOf = async (tx: Transaction, skillId: string) => (await skills.profileOf(tx, person)).skills.find((skill) => skill.skillId === skillId)?.level ?? 0;
  const estimate = async (tx: Transaction, wanted: { readonly roleId: string; readonly hoursPerWeek: number }) => {
    const estimated = await roadmaps.estimate(tx, person, wanted);
    if (estimated === null) throw new ToolFailure('roadmap.impossible');
    return estimated;
  };

  const tools: Readonly<Record<AdvisorTool, { readonly permission: Permission; readonly tool: Tool }>> = {
    'analyse-skills': { permission: 'skills.own', tool: defineTool({
      name: 'analyse-skills', description: 'The skills that the person has, the strongest first, with levels 1 to 4.', input: z.strictObject({}), output: told['analyse-skills'],
      run: () => within(async (tx): Promise<SkillsSeen> => {
        const had = (await skills.profileOf(tx, person)).skills.filter((skill) => skill.level > 0).toSorted((one, other) => other.score - one.score);
        return { total: had.length, skills: had.slice(0, most.skills).map(({ skillId, name, level: has }) => ({ skillId, name, level: has })) };
      }),
    }) },
    'find-gap': { permission: 'gap.own', tool: defineTool({
      name: 'find-gap', description: 'What a role asks for and the person lacks, the most important first, and how well they match.', input: z.strictObject({ roleId: id }), output: told['find-gap'],
      run: ({ roleId }) => within(async (tx) => gapSeen(await gaps.compareWithRole(tx, person, roleId))), tell: ({ reasons: _, missing, ...rest }: GapSeen) => ({ ...rest, missing: missing.map(({ reasons: _reasons, ...one }) => one) }),
    }) },
    'estimate-time': { permission: 'roadmap.own', tool: defineTool({
      name: 'estimate-time', description: 'How long the way to a role takes at some hours a week, and its first steps in order.', input: z.strictObject({ roleId: id, hoursPerWeek }), output: told['estimate-time'],
      run: (wanted) => within(async (tx): Promise<TimeSeen> => {
        const { title, plan } = await estimate(tx, wanted);
        const steps = plan.steps.slice(0, most.steps).map(({ skillId, name, level: reached, hours }) => ({ skillId, name, level: reached, hours: hours.learn + hours.practise + hours.check }));
        return { ...wanted, role: title, totalHours: plan.totalHours, totalWeeks: plan.totalWeeks, steps, reasons: strongest(plan.reasons) };
      }), tell: ({ reasons: _, ...rest }: TimeSeen) => rest,
    }) },
    adjust: { permission: 'roadmap.own', tool: defineTool({
      name: 'adjust', description: 'What changes the time: the weeks with more and with fewer hours a week, and the skills that take the longest.', input: z.strictObject({ roleId: id, hoursPerWeek }), output: told.adjust,
      run: ({ roleId, hoursPerWeek: hours }) => within(async (tx): Promise<ChangesSeen> => {
        const { plan } = await estimate(tx, { roleId, hoursPerWeek: hours });
        const others = [...new Set([Math.max(1, Math.round(hours / 2)), Math.min(mostHoursPerWeek, hours + 5), Math.min(mostHoursPerWeek, hours * 2)])].filter((other) => other !== hours).toSorted((one, other) => one - other);
        const changed: ChangesSeen['hours'][number][] = [];
        for (const other of others) changed.push({ hoursPerWeek: other, totalWeeks: Math.ceil(plan.totalHours / other) });
        return { hours: changed, longest: longestSkills(plan.steps) };
      }),
    }) },
    'search-resources': { permission: 'roadmap.own', tool: defineTool({
      name: 'search-resources', description: 'Courses, books and pages by the name of a skill or by words of a title.', input: z.strictObject({ search: z.string().trim().min(1).max(100) }), output: told['search-resources'],
      run: ({ search }) => within(async (tx): Promise<ResourcesSeen> => ({ resources: (await findResources(tx, search, most.resources)).map(presentResource) })),
    }) },
    exercise: { permission: 'tutor.own', tool: defineTool({
      name: 'exercise', description: 'An exercise on a skill, at the level given or else one above the person\'s.', input: z.strictObject({ skillId: id, level: level.nullable().default(null) }), output: told.exercise,
      run: (wanted) => within(async (tx): Promise<ExerciseSeen> => {
        const { questionId, level: of, ask } = exercises.exerciseFor({ ...wanted, level: wanted.level ?? undefined, has: await levelOf(tx, wanted.skillId), userId });
        return { questionId, skillId: wanted.skillId, skill: (await knownTo(tx)).skills.get(wanted.skillId)?.name ?? wanted.skillId, level: of, ask };
      }),
    }) },
    hint: { permission: 'tutor.own', tool: defineTool({
      name: 'hint', description: 'A hint for an exercise: 1 is a nudge, 3 nearly the answer.', input: z.strictObject({ questionId: z.string().min(1).max(200), number: z.union([z.literal(1), z.literal(2), z.literal(3)]) }), output: told.hint,
      run: ({ questionId, number }) => Promise.resolve({ text: exercises.hintOf(questionId, number) }),
    }) },
    assess: { permission: 'tutor.own', tool: defineTool({
      name: 'assess', description: 'Judges an answer to an exercise, as the person wrote it.', input: z.strictObject({ questionId: z.string().min(1).max(200), answer: z.string().min(1).max(2000) }), output: told.assess,
      run: ({ questionId, answer }) => {
        const { right, score, misconceptions } = exercises.judge(questionId, answer, userId);
        return Promise.resolve({ right, score, misconceptions: [...misconceptions] });
      },
    }) },
  };
  return Object.values(tools).filter(({ permission }) => mayUse(person.role, permission)).map(({ tool }) => tool);
}

const mayUse = (role: MemberRole, permission: Permission): boolean => mayRole(role, permission);

function gapSeen({ role, requirements, analysis }: RoleComparison): GapSeen {
  const musts = requirements.filter(({ requirement }) => requirement === 'must');
  const open = new Set([...analysis.missing, ...analysis.proficiencyGaps].map(({ skillId }) => skillId));
  return {
    roleId: role.id, role: role.name, weightedMatchPercentage: analysis.weightedMatchPercentage, musts: musts.length, openMusts: musts.filter(({ skillId }) => open.has(skillId)).map(({ name }) => name),
    missing: analysis.missing.slice(0, most.missing).map(({ skillId, name, requirement, requiredLevel, weightedMatchIfLearned, reasons }) => ({ skillId, name, requirement, requiredLevel, weightedMatchIfLearned, reasons: strongest(reasons) })),
    lower: analysis.proficiencyGaps.slice(0, most.missing).map(({ skillId, name, userLevel, requiredLevel }) => ({ skillId, name, userLevel, requiredLevel })),
    reasons: strongest(analysis.reasons),
  };
}

function longestSkills(steps: readonly { readonly skillId: string; readonly name: string; readonly hours: { readonly learn: number; readonly practise: number; readonly check: number } }[]): ChangesSeen['longest'] {
  const bySkill = [...Map.groupBy(steps, ({ skillId }) => skillId).values()].map((of) => ({ skillId: of[0]?.skillId ?? '', name: of[0]?.name ?? '', hours: of.reduce((sum, { hours }) => sum + hours.learn + hours.practise + hours.check, 0) }));
  return bySkill.toSorted((one, other) => other.hours - one.hours).slice(0, most.longest);
}

function presentResource({ id: resourceId, title, provider, url, kind, cost, hours }: Resource): Advice['resources'][number] {
  return { resourceId, title, provider, url, kind, cost, hours };
}

function strongest(reasons: readonly Reason[]): Reason[] {
  return reasons.toSorted((one, other) => Math.abs(other.effect) - Math.abs(one.effect)).slice(0, most.reasons);
}
