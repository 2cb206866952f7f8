/** A plan that is not kept, as POST /ai/roadmap answers it, and what of it a model gets to see. */
import type { AiPlan, AiRoadmapWords } from '@cairn/contracts';
import type { Proficiency, Role } from '@cairn/engine/knowledge';
import type { Message } from '@cairn/engine/reasons';
import type { Plan } from '@cairn/engine/roadmap';
import { mutable } from '../../platform/mutable.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import { roadmapWords, type DrawnUp } from '../roadmap/index.ts';
import { groupedResources } from './present-resources.ts';
import type { RoadmapPromptInput } from './prompts/ai-roadmap.v1.ts';
import type { AnswerLanguage } from './prompts/in-language.ts';
import type { NotUnderstood } from './understand.ts';

export interface PlanFacts {
  readonly role: Role;
  readonly language: AnswerLanguage;
  readonly from: AiPlan['from'];
  readonly notUnderstood: readonly NotUnderstood[];
}

export function presentPlan({ plan, request }: DrawnUp, { role, language, from, notUnderstood }: PlanFacts, known: WhatCairnKnows): AiPlan {
  const word = roadmapWords(language);
  const worded = ({ code, params }: Message) => ({ code, params: { ...params }, text: word({ code, params }) });
  const { currentRole } = request;
  return {
    careerRole: role.name, roleId: role.id, language, from,
    overview: worded(plan.overview), timeline: worded(plan.timeline), finalOutcome: worded(plan.finalOutcome),
    hoursPerWeek: plan.hoursPerWeek, startsOn: plan.startsOn, totalHours: plan.totalHours, totalWeeks: plan.totalWeeks, estimatedMonths: plan.estimatedMonths,
    months: plan.months.map(({ number, what, weeks, tools, projects, checkpoint }) => ({
      month: number, title: word(what),
      weeks: weeks.map((week) => ({
        week: week.number, startsOn: week.startsOn, focus: week.focus, focusSkillIds: [...week.focusSkillIds], hours: week.hours,
        tasks: week.tasks.map(({ id, kind, what: said, skillId, level, hours, resourceIds, projectId, reasons }) => mutable({ id, kind, text: word(said), what: said, skillId, level, hours, resourceIds, projectId, reasons })),
      })),
      tools: [...tools],
      projects: projects.map(({ hours, ...project }) => mutable({ ...project, estimatedHours: hours })),
      checkpoint: mutable(checkpoint.statements),
    })),
    resources: groupedResources(plan.resources, known),
    skills: skillsOf(plan, [...request.known, ...(currentRole?.skills ?? [])]),
    currentRole: currentRole === undefined ? null : { id: currentRole.roleId, name: currentRole.name, yearsOfExperience: currentRole.yearsOfExperience },
    notUnderstood: mutable(notUnderstood),
    reasons: mutable(plan.reasons),
  };
}

function skillsOf(plan: Plan, had: readonly { readonly skillId: string; readonly level: Proficiency }[]): AiPlan['skills'] {
  const levels = new Map<string, Proficiency>();
  for (const { skillId, level } of had) levels.set(skillId, Math.max(levels.get(skillId) ?? 0, level) as Proficiency);
  return [...Map.groupBy(plan.steps, ({ skillId }) => skillId)].map(([skillId, steps]) => ({
    skillId, name: steps[0]?.name ?? skillId, level: levels.get(skillId) ?? 0, targetLevel: steps.reduce<1 | 2 | 3 | 4>((most, { level }) => (level > most ? level : most), 1),
  }));
}

/** Beyond a year nobody reads advice for a month, and a small model has no room for more. */
const mostMonths = 12;
const weeksWithAdvice = 4;
const mostTasks = 20;

export function roadmapInput(plan: AiPlan, role: Role, outside: Pick<RoadmapPromptInput, 'about' | 'resume'>): RoadmapPromptInput {
  return {
    language: plan.language, role: { name: role.name, summary: role.summary }, hoursPerWeek: plan.hoursPerWeek,
    months: plan.months.slice(0, mostMonths).map(({ month, title, projects, checkpoint }) => ({ month, skills: title, projects: projects.map(({ name }) => name), canDo: checkpoint.map(({ text }) => text) })),
    tasks: plan.months.flatMap(({ weeks }) => weeks).filter(({ week }) => week <= weeksWithAdvice).flatMap(({ tasks }) => tasks).slice(0, mostTasks).map(({ id, text }) => ({ id, text })),
    ...outside,
  };
}

/** Of the words only those on what was given, each thing's first. */
export function roadmapWordsFor({ months, tasks }: RoadmapPromptInput): (words: AiRoadmapWords) => AiRoadmapWords {
  const [monthsGiven, tasksGiven] = [new Set(months.map(({ month }) => month)), new Set(tasks.map(({ id }) => id))];
  return ({ overview, ...words }) => ({ overview, months: words.months.filter(({ month }) => monthsGiven.delete(month)), tasks: words.tasks.filter(({ id }) => tasksGiven.delete(id)) });
}
