/** From what the tools answered to what the person is told. Every number is a tool's. */
import type { Message, Reason } from '../reasons/reason.ts';
import { beginWith, seen } from './plan-advice.ts';
import type { Advice, AdvisorGoal, ChangesSeen, ExerciseSeen, GapSeen, Looked, NextAction, ResourcesSeen, SkillsSeen, TimeSeen } from './types.ts';

/** Share of the must-haves that may be open for somebody who is nearly ready; our own judgement (docs/formulas.md, advisor-verdict). */
const nearlyShare = 0.2;
const mostResources = 3;
const mostReasons = 6;

const nowhere = { skillId: null, skill: null, level: null, roleId: null, role: null } as const;
export const adviceCodes = [
  'weightiest', 'levels-open', 'begin', 'begin-before', 'whole-way', 'faster', 'longest', 'ready', 'nearly', 'not-yet', 'open-musts', 'nothing-open', 'no-skills', 'no-role',
  'resources', 'no-resources', 'exercise', 'no-exercise',
] as const;
const say = (code: (typeof adviceCodes)[number], params: Message['params'] = {}): Message => ({ code: `advice.${code}`, params });

/** `ready`: no must-have is missing or below its level. `nearly`: one is, or a fifth of them at most. */
export function verdictOf({ musts, openMusts }: Pick<GapSeen, 'musts' | 'openMusts'>): 'ready' | 'nearly' | 'not-yet' {
  if (openMusts.length === 0) return 'ready';
  return openMusts.length === 1 || openMusts.length <= musts * nearlyShare ? 'nearly' : 'not-yet';
}

export function concludeAdvice(goal: AdvisorGoal, looked: readonly Looked[]): Advice {
  const exercise = seen<ExerciseSeen>(looked, 'exercise');
  const found = seen<ResourcesSeen>(looked, 'search-resources');
  const resources = (found?.resources ?? []).slice(0, mostResources);
  if (goal.kind === 'resources') return aboutResources(goal, resources, exercise);
  if (goal.kind === 'practise') return aboutPractice(goal, exercise);
  const gap = seen<GapSeen>(looked, 'find-gap');
  if (gap === null) return withoutRole(seen<SkillsSeen>(looked, 'analyse-skills'));
  const time = seen<TimeSeen>(looked, 'estimate-time');
  const advice = { next: aboutNext, ready: aboutReadiness, time: aboutTime }[goal.kind]({ gap, time, changes: seen<ChangesSeen>(looked, 'adjust'), exercise });
  const hasNothing = seen<SkillsSeen>(looked, 'analyse-skills')?.total === 0;
  return { ...advice, sentences: [...(hasNothing ? [say('no-skills')] : []), ...advice.sentences], resources: goal.kind === 'next' ? resources : [] };
}

interface RoleSeen {
  readonly gap: GapSeen;
  readonly time: TimeSeen | null;
  readonly changes: ChangesSeen | null;
  readonly exercise: ExerciseSeen | null;
}

function aboutNext({ gap, time, exercise }: RoleSeen): Omit<Advice, 'resources'> {
  const first = beginWith(gap, time);
  if (first === null) return { sentences: [say('nothing-open', { role: gap.role, percent: gap.weightedMatchPercentage })], reasons: strongest(gap.reasons), next: { ...nowhere, kind: 'compare', ...roleOf(gap) } };
  const [weightiest] = gap.missing;
  const step = time?.steps.find(({ skillId }) => skillId === first.skillId);
  const sentences = [
    ...(weightiest ? [say('weightiest', { skill: weightiest.name, role: gap.role, percent: gap.weightedMatchPercentage, then: weightiest.weightedMatchIfLearned })] : [say('levels-open', { role: gap.role, percent: gap.weightedMatchPercentage })]),
    ...(step ? [say(weightiest && weightiest.skillId !== first.skillId ? 'begin-before' : 'begin', { skill: first.name, level: step.level, hours: step.hours })] : []),
    ...(time ? [wholeWay(time)] : []),
  ];
  const canPractise = exercise?.skillId === first.skillId;
  const next: NextAction = canPractise ? { ...nowhere, kind: 'tutor', skillId: first.skillId, skill: first.name, level: exercise.level } : { ...nowhere, kind: 'plan', ...roleOf(gap) };
  return { sentences, reasons: strongest(weightiest?.reasons ?? gap.reasons), next };
}

function aboutReadiness({ gap }: RoleSeen): Omit<Advice, 'resources'> {
  const verdict = verdictOf(gap);
  const met = gap.musts - gap.openMusts.length;
  const sentences = [
    say(verdict, { role: gap.role, met, musts: gap.musts, percent: gap.weightedMatchPercentage }),
    ...(gap.openMusts.length > 0 ? [say('open-musts', { skills: gap.openMusts.slice(0, 5).join(', '), count: gap.openMusts.length })] : []),
  ];
  return { sentences, reasons: strongest(gap.reasons), next: { ...nowhere, kind: verdict === 'ready' ? 'compare' : 'plan', ...roleOf(gap) } };
}

function aboutTime({ gap, time, changes }: RoleSeen): Omit<Advice, 'resources'> {
  if (time === null || time.totalHours === 0) return aboutReadiness({ gap, time, changes, exercise: null });
  const faster = changes?.hours.find(({ hoursPerWeek }) => hoursPerWeek > time.hoursPerWeek);
  const [longest] = changes?.longest ?? [];
  const sentences = [
    wholeWay(time),
    ...(faster ? [say('faster', { hoursPerWeek: faster.hoursPerWeek, weeks: faster.totalWeeks })] : []),
    ...(longest ? [say('longest', { skill: longest.name, hours: longest.hours })] : []),
  ];
  return { sentences, reasons: strongest(time.reasons), next: { ...nowhere, kind: 'plan', ...roleOf(gap) } };
}

function aboutResources({ skillId, skill }: AdvisorGoal, resources: Advice['resources'], exercise: ExerciseSeen | null): Advice {
  return {
    sentences: [resources.length === 0 ? say('no-resources', { skill: skill ?? '' }) : say('resources', { skill: skill ?? '', count: resources.length })], reasons: [], resources,
    next: exercise ? { ...nowhere, kind: 'tutor', skillId, skill, level: exercise.level } : { ...nowhere, kind: 'choose-role' },
  };
}

function aboutPractice({ skillId, skill }: AdvisorGoal, exercise: ExerciseSeen | null): Advice {
  if (exercise === null) return { sentences: [say('no-exercise', { skill: skill ?? '' })], reasons: [], resources: [], next: { ...nowhere, kind: 'choose-role' } };
  return { sentences: [say('exercise', { skill: exercise.skill, level: exercise.level })], reasons: [], resources: [], next: { ...nowhere, kind: 'tutor', skillId, skill, level: exercise.level } };
}

function withoutRole(skills: SkillsSeen | null): Advice {
  const hasNothing = skills === null || skills.total === 0;
  return { sentences: [say('no-role'), ...(hasNothing ? [say('no-skills')] : [])], reasons: [], resources: [], next: { ...nowhere, kind: hasNothing ? 'resume' : 'choose-role' } };
}

const wholeWay = ({ role, hoursPerWeek, totalHours, totalWeeks }: TimeSeen): Message => say('whole-way', { role, hoursPerWeek, hours: totalHours, weeks: totalWeeks });
const roleOf = ({ roleId, role }: GapSeen) => ({ roleId, role });

/** Those that move the number most. */
function strongest(reasons: readonly Reason[]): Reason[] {
  return reasons.toSorted((one, other) => Math.abs(other.effect) - Math.abs(one.effect)).slice(0, mostReasons);
}
