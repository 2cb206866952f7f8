import type { Skill } from '../knowledge/types.ts';
import type { Evidence, Message, Reason } from '../reasons/reason.ts';
import { message } from './english.ts';
import type { OrderedStep } from './order.ts';
import type { SkillTarget } from './types.ts';

const mostUnlocksNamed = 3;
/** Below this a difference is rounding, not a reason. */
const smallestEffect = 1e-9;

/**
 * Why each step is in the plan and stands where it stands. The effects of one step's reasons add up to its priority
 * (`orderSteps`); "it unlocks" is a remark, its worth being in "others need it" already.
 */
export function explainSteps(order: readonly OrderedStep[], targets: readonly SkillTarget[], skills: ReadonlyMap<string, Skill>): Map<string, Reason[]> {
  const importance = new Map(targets.map((target) => [target.skillId, target.importance]));
  const unlocks = directUnlocks(order);
  const nameOf = (skillId: string): string => skills.get(skillId)?.name ?? skillId;
  const explained = new Map<string, Reason[]>();
  for (const ordered of order) {
    const { step, own, unlocked, broughtForward, waitingSkillId, neededFor } = ordered;
    const reasons: Reason[] = [];
    if (step.level <= step.targetLevel) {
      const what = message('roadmap.reason.target', { skill: step.skill.name, importance: Math.round(importance.get(step.skill.id) ?? 0) });
      reasons.push({ what, effect: own, evidence: [skillEvidence(step.skill.id), priorityFormula] });
    }
    if (neededFor.length > 0) {
      reasons.push({ what: neededForMessage(neededFor.map(nameOf)), effect: unlocked, evidence: [...neededFor.slice(0, mostUnlocksNamed).map(skillEvidence), priorityFormula] });
    }
    if (broughtForward > smallestEffect && waitingSkillId !== null) {
      const what = message('roadmap.reason.brought-forward', { skill: nameOf(waitingSkillId) });
      reasons.push({ what, effect: broughtForward, evidence: [skillEvidence(waitingSkillId), priorityFormula] });
    }
    const next = unlocks.get(step.key) ?? [];
    if (next.length > 0) {
      const skillsNamed = next.slice(0, mostUnlocksNamed).map(nameOf).join(', ');
      reasons.push({ what: message('roadmap.reason.unlocks', { skills: skillsNamed }), effect: 0, evidence: next.slice(0, mostUnlocksNamed).map(skillEvidence) });
    }
    explained.set(step.key, reasons);
  }
  return explained;
}

const priorityFormula: Evidence = { source: 'formula', id: 'roadmap-priority' };

function skillEvidence(id: string): Evidence {
  return { source: 'knowledge', kind: 'skill', id };
}

function neededForMessage(names: readonly string[]): Message {
  const target = names[0] ?? '';
  return names.length === 1
    ? message('roadmap.reason.needed-for', { target })
    : message('roadmap.reason.needed-for-more', { target, more: names.length - 1 });
}

/** Skills whose first step of the plan names the step as its prerequisite, in the order in which they come. */
function directUnlocks(order: readonly OrderedStep[]): Map<string, string[]> {
  const unlocks = new Map<string, string[]>();
  const skillOfKey = new Map(order.map(({ step }) => [step.key, step.skill.id]));
  for (const { step } of order) {
    for (const key of step.requires) {
      if (skillOfKey.get(key) === step.skill.id) continue;
      const list = unlocks.get(key);
      if (list === undefined) unlocks.set(key, [step.skill.id]);
      else list.push(step.skill.id);
    }
  }
  return unlocks;
}
