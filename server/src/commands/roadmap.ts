import { analyseGap } from '@cairn/engine/gap';
import { fewestHoursPerWeek, mondayOf, mostHoursPerWeek, mostWeeksAvailable, nextTask, noFeedback, planRoadmap, type ImpossiblePlan } from '@cairn/engine/roadmap';
import { learningTargets } from '../features/gap/learning-targets.ts';
import type { WhatCairnKnows } from '../features/knowledge/what-cairn-knows.ts';
import { CommandError, exitCodes, readParameters, required, UsageError, type CommandCall } from './command.ts';
import { printRoadmap } from './print-roadmap.ts';
import { refusal } from './refusal.ts';
import { skillsShown, whatCairnKnows } from './resume-skills.ts';
import { wantedOfAd, wantedOfRole, wordsWanted } from './wanted-job.ts';
import { withReader } from './with-reader.ts';

export async function run(call: CommandCall): Promise<number> {
  const { values, words: [file = '', job = ''] } = readParameters(call.parameters, {
    role: { type: 'string' }, hours: { type: 'string' }, weeks: { type: 'string' }, 'leave-out': { type: 'string' }, 'with-nice': { type: 'boolean', default: false }, json: { type: 'boolean', default: false },
  }, wordsWanted(call.parameters));
  const hoursPerWeek = wholeNumber('hours', required(values.hours, 'hours'), fewestHoursPerWeek, mostHoursPerWeek);
  const weeksAvailable = values.weeks === undefined ? null : wholeNumber('weeks', values.weeks, 1, mostWeeksAvailable);
  const leaveOut = values['leave-out']?.split(',').map((id) => id.trim()) ?? [];

  return withReader(call, async (reader) => {
    const known = await whatCairnKnows();
    const { goal, requirements } = values.role === undefined ? await wantedOfAd(job, reader, known) : wantedOfRole(values.role, known);
    const title = goal.title ?? 'Roadmap';
    const unknown = leaveOut.find((id) => !known.skills.has(id));
    if (unknown !== undefined) throw new CommandError(`There is no skill "${unknown}" in what Cairn knows; --leave-out takes ids such as those of --json. (skills.unknown)`);
    const { reading } = await reader.resume(file);
    const now = call.now();
    const profile = skillsShown(reading.texts, known, now);
    const analysis = analyseGap({ profile, requirements, taxonomy: known.taxonomy });
    const result = planRoadmap({
      targets: learningTargets(analysis, values['with-nice']).filter(({ skillId }) => !leaveOut.includes(skillId)),
      known: profile.skills.map(({ skillId, level }) => ({ skillId, level })),
      hoursPerWeek, weeksAvailable, startsOn: mondayOf(now.toISOString().slice(0, 10)), language: 'en', freeOnly: false, learningStyle: 'mixed',
    }, known.knowledge, noFeedback);
    if (!result.ok) throw impossible(result.impossible, known);
    if (result.plan.steps.length === 0) throw refusal(title, 'roadmap.nothing-to-learn');
    if (values.json) call.out(JSON.stringify({ title, targetRoleId: goal.roleId, ...result.plan, firstAction: nextTask(result.plan, []) }, undefined, 2));
    else for (const line of printRoadmap(title, result.plan, known.resources)) call.out(line);
    return exitCodes.done;
  });
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw new UsageError(`--${name} is "${text}" but must be a whole number from ${least} to ${most}`);
  return value;
}

function impossible({ neededHours, availableHours, alternatives }: ImpossiblePlan, { skills }: WhatCairnKnows): CommandError {
  const ways = alternatives.map((way) => {
    switch (way.kind) {
      case 'more-weeks': return `--weeks ${way.weeks}`;
      case 'more-hours': return `--hours ${way.hoursPerWeek}`;
      case 'more-of-both': return `--weeks ${way.weeks} --hours ${way.hoursPerWeek}`;
      case 'fewer-skills': return `--leave-out ${way.leftOut.join(',')}   (without ${way.leftOut.map((id) => skills.get(id)?.name ?? id).join(', ')})`;
    }
  });
  const offer = ways.length === 0 ? '' : `\nWhat fits, each with the rest as it is:\n${ways.map((way) => `  ${way}`).join('\n')}`;
  return new CommandError(`The plan needs ${neededHours} hours, and there are ${availableHours}. (roadmap.impossible)${offer}`);
}
