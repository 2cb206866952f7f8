import type { Knowledge, Skill } from '../knowledge/types.ts';
import type { Reason } from '../reasons/reason.ts';
import { nearestPossible } from './alternatives.ts';
import { isLearnedBeside } from './beside.ts';
import { dayNumber, mondayOf } from './calendar-days.ts';
import { chooseProjects } from './choose-projects.ts';
import { resourcesBySkill, resourcesForPlan, resourcesForStep } from './choose-resources.ts';
import { message } from './english.ts';
import { RoadmapError } from './errors.ts';
import { explainSteps } from './explain-steps.ts';
import { layOut } from './lay-out.ts';
import { catalogueOf } from './make-tasks.ts';
import { orderSteps, type OrderedStep } from './order.ts';
import { packWeeks } from './pack-weeks.ts';
import { collectFeedback } from './rank-resources.ts';
import { baseResourceWeights } from './resource-weights.ts';
import { reachedOrder, routeOf, type RoutedStep } from './route.ts';
import { divideHours, hardPrerequisites, hoursOfSteps, levelsHad, neededSteps, type Step } from './steps.ts';
import { summarise } from './summarise.ts';
import { toolsOf } from './tools.ts';
import type { CurrentRoleCredit, Feedback, PlacedProject, PlannedStep, PlanRequest, PlanResult, SkillTarget, StepHours, Stretch } from './types.ts';
import { knownLevelsOf, uniqueTargets } from './wishes.ts';

export const fewestHoursPerWeek = 1;
export const mostHoursPerWeek = 60;
/** Ten years. */
export const mostWeeksAvailable = 520;

/** What an organisation whose members have said nothing yet passes as feedback. */
export const noFeedback: Feedback = { resources: [], weights: baseResourceWeights };

/**
 * Plans the way from what a person has to what they want: needed steps (`neededSteps`), their order (`orderSteps`),
 * projects inside the hours of practice (`chooseProjects`), resources (`rankResources`), cut into weeks (`packWeeks`)
 * and phases of four weeks.
 *
 *   totalHours = Σ hours of the needed steps;  totalWeeks = ⌈totalHours ÷ hoursPerWeek⌉
 *
 * Hours are whole; `hoursPerWeek` is 1 to 60, `weeksAvailable` 1 to 520 or null. Impossible exactly
 * when totalHours > hoursPerWeek × weeksAvailable; then the nearest plans that are possible are named. Same input,
 * same plan; the order of targets, known skills, knowledge and feedback does not matter.
 *
 * Errors: `roadmap.hours-out-of-range`, `roadmap.weeks-out-of-range`, `roadmap.not-a-date`,
 * `roadmap.start-not-a-monday`, `roadmap.unknown-skill` (a target that the knowledge does not have; unknown known
 * skills are passed over), `roadmap.prerequisite-cycle`. Source: docs/formulas.md, Roadmap.
 */
export function planRoadmap(request: PlanRequest, knowledge: Knowledge, feedback: Feedback): PlanResult {
  const hoursPerWeek = checkedHoursPerWeek(request.hoursPerWeek);
  checkCalendar(request);
  const skills = new Map(knowledge.skills.map((skill) => [skill.id, skill]));
  const targets = uniqueTargets(request.targets);
  const knownLevels = knownLevelsOf([...request.known, ...(request.currentRole?.skills ?? [])]);
  const needed = neededSteps(targets, knownLevels, skills);
  const neededHours = hoursOfSteps(needed.values());
  if (request.weeksAvailable !== null && neededHours > hoursPerWeek * request.weeksAvailable) {
    return { ok: false, impossible: nearestPossible({ targets, knownLevels, skills, hoursPerWeek, weeksAvailable: request.weeksAvailable, neededHours }) };
  }

  const order = orderSteps(needed, targets);
  const chosen = chooseProjects(inOrderReached(order), knowledge.projects, levelsHad(new Map(targets.map((target) => [target.skillId, target.level])), knownLevels, skills), targets);

  const wishes = { language: request.language, freeOnly: request.freeOnly, learningStyle: request.learningStyle, onDay: request.startsOn };
  const collected = collectFeedback(feedback);
  const trades = new Set([...targets, ...request.known].flatMap(({ skillId }) => skills.get(skillId)?.category ?? []));
  const bySkill = resourcesBySkill(knowledge.resources, [...new Set(order.map(({ step }) => step.skill))], trades);
  const reasons = explainSteps(order, targets, skills);
  const steps = order.map(({ step }): PlannedStep => {
    const resources = resourcesForStep(step, needed, bySkill, wishes, collected);
    return {
      skillId: step.skill.id, name: step.skill.name, level: step.level,
      isTarget: step.level <= step.targetLevel,
      hours: chosen.hours.get(step.key) ?? { learn: 0, practise: 0, check: step.hours },
      requires: hardPrerequisites(step),
      learnResourceIds: resources.learn, practiseResourceIds: resources.practise, ...(resources.inPart.length > 0 && { partResourceIds: resources.inPart }),
      tools: toolsOf(step.skill, skills),
      statement: step.skill.checkpoints[step.level] ?? null,
      reasons: reasons.get(step.key) ?? [],
    };
  });

  const route = routeOf(order.map(({ step }) => routed(step, chosen.hours.get(step.key))), chosen.projects);
  const core = {
    hoursPerWeek, startsOn: request.startsOn, targets, steps, route,
    projects: inOrderBuilt(chosen.projects.map(({ project }) => project), route),
    resources: resourcesForPlan(order.map(({ step }) => step), bySkill, wishes, collected),
    reasons: explainHours(request, targets, neededHours, skills),
  };
  const months = layOut(packWeeks(core.route, hoursPerWeek), request.startsOn, catalogueOf(core), () => false);
  return { ok: true, plan: summarise(core, months) };
}

/** The steps in the order in which they are reached: those learned beside the others are reached later than begun. */
function inOrderReached(order: readonly OrderedStep[]): OrderedStep[] {
  const byKey = new Map(order.map((ordered) => [ordered.step.key, ordered]));
  return reachedOrder(routeOf(order.map(({ step }) => routed(step)), [])).flatMap((key) => byKey.get(key) ?? []);
}

function inOrderBuilt(projects: readonly PlacedProject[], route: readonly Stretch[]): PlacedProject[] {
  const byId = new Map(projects.map((project) => [project.projectId, project]));
  return route.flatMap(({ kind, subjectId }) => (kind === 'build' ? (byId.get(subjectId) ?? []) : []));
}

function routed(step: Step, hours: StepHours = divideHours(step.hours, step.level)): RoutedStep {
  return { skillId: step.skill.id, level: step.level, hours, requires: step.requires, isBeside: isLearnedBeside(step.skill) };
}

/** Errors: `roadmap.hours-out-of-range` outside 1 to 60, and between whole hours. */
export function checkedHoursPerWeek(hoursPerWeek: number): number {
  if (!(Number.isInteger(hoursPerWeek) && hoursPerWeek >= fewestHoursPerWeek && hoursPerWeek <= mostHoursPerWeek)) {
    throw new RoadmapError('roadmap.hours-out-of-range', String(hoursPerWeek));
  }
  return hoursPerWeek;
}

function checkCalendar(request: PlanRequest): void {
  const weeks = request.weeksAvailable;
  if (weeks !== null && !(Number.isInteger(weeks) && weeks >= 1 && weeks <= mostWeeksAvailable)) {
    throw new RoadmapError('roadmap.weeks-out-of-range', String(weeks));
  }
  dayNumber(request.startsOn);
  if (mondayOf(request.startsOn) !== request.startsOn) throw new RoadmapError('roadmap.start-not-a-monday', request.startsOn);
}

/** The effects add up to the plan's total hours. */
function explainHours({ known, currentRole }: PlanRequest, targets: readonly SkillTarget[], neededHours: number, skills: ReadonlyMap<string, Skill>): Reason[] {
  const fromZero = [...neededSteps(targets, new Map(), skills).values()];
  const targetSteps = fromZero.filter((step) => step.level <= step.targetLevel);
  const foundationSteps = fromZero.filter((step) => step.level > step.targetLevel);
  const skillCount = (steps: readonly Step[]): number => new Set(steps.map((step) => step.skill.id)).size;
  const withoutCredit = currentRole === undefined ? neededHours : hoursOfSteps(neededSteps(targets, knownLevelsOf(known), skills).values());
  const evidence = [{ source: 'formula', id: 'roadmap-hours' }] as const;
  return [
    { what: message('roadmap.reason.target-hours', { count: skillCount(targetSteps) }), effect: hoursOfSteps(targetSteps), evidence },
    { what: message('roadmap.reason.foundation-hours', { count: skillCount(foundationSteps) }), effect: hoursOfSteps(foundationSteps), evidence },
    { what: message('roadmap.reason.known-hours'), effect: withoutCredit - hoursOfSteps(fromZero), evidence },
    ...(currentRole === undefined ? [] : [explainCredit(currentRole, neededHours - withoutCredit, new Set(fromZero.map((step) => step.skill.id)), skills)]),
  ].filter((reason) => reason.effect !== 0);
}

/** Names the credited skills that the way to the targets leads over. */
function explainCredit({ roleId, name, yearsOfExperience, skills: credited }: CurrentRoleCredit, effect: number, onTheWay: ReadonlySet<string>, skills: ReadonlyMap<string, Skill>): Reason {
  const names = credited.filter(({ skillId }) => onTheWay.has(skillId)).map(({ skillId }) => skills.get(skillId)?.name ?? skillId);
  return {
    what: message('roadmap.reason.current-role-hours', { role: name, years: yearsOfExperience, skills: names.join(', ') }), effect,
    evidence: [{ source: 'person', text: name }, { source: 'knowledge', kind: 'role', id: roleId }, { source: 'formula', id: 'roadmap-current-role' }],
  };
}
