/** A plan made of a wish: what the person has, what the goal asks for, and the career form for what was left open. */
import type { CareerForm } from '@cairn/contracts';
import type { Role } from '@cairn/engine/knowledge';
import { mondayOf, planRoadmap, type Plan, type SkillTarget } from '@cairn/engine/roadmap';
import type { SkillProfile } from '@cairn/engine/skills';
import type { Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import { completedBy, currentRoleOf, startingFrom, type NewRoadmap, type RoleByTitle } from './from-career-form.ts';
import { feedbackFor } from './resource-feedback.ts';
import type { KeptRequest, Owner } from './roadmap.store.ts';

/** What a roadmap needs to know of the gap it comes from. */
export interface GapGoal {
  readonly title: string | null;
  readonly roleId: string | null;
  readonly targets: readonly SkillTarget[];
}

export interface DrawUpParts {
  readonly careerFormOf: (tx: Transaction, owner: Owner) => Promise<CareerForm | undefined>;
  readonly roleByTitle: RoleByTitle;
  readonly findGoal: (tx: Transaction, owner: Owner, skillGapId: string, withNice: boolean) => Promise<GapGoal | undefined>;
  readonly targetsOfRole: (role: Role, profile: SkillProfile, known: WhatCairnKnows, withNice: boolean) => readonly SkillTarget[];
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

export interface DrawnUp {
  readonly goal: Pick<GapGoal, 'roleId' | 'targets'> & { readonly title: string };
  readonly request: KeptRequest;
  readonly plan: Plan;
}

export type DrawUp = (tx: Transaction, person: Owner, wanted: NewRoadmap, known: WhatCairnKnows, profile: SkillProfile) => Promise<DrawnUp>;

/** A roadmap begins between these days: years beyond them are a slip of the pen, and some of them no calendar has. */
const firstStart = '2000-01-01';
const lastStart = '2100-12-31';
/** Five years: what takes longer is no plan, and is answered with the nearest that are. */
const mostWeeks = 260;

/** Throws roadmap.impossible, gap.unknown, role.unknown, skills.unknown, and request.invalid for a day no plan begins on. */
export function createDrawUp({ careerFormOf, roleByTitle, findGoal, targetsOfRole, now }: DrawUpParts): DrawUp {
  const today = (): string => new Date(now()).toISOString().slice(0, 10);

  function startOf({ startsOn = today() }: NewRoadmap): string {
    if (startsOn < firstStart || startsOn > lastStart) throw new Failure('request.invalid', { errors: [{ path: 'body.startsOn', message: `Must lie between ${firstStart} and ${lastStart}` }] });
    return mondayOf(startsOn);
  }

  async function goalOf(tx: Transaction, person: Owner, wanted: NewRoadmap, profile: SkillProfile, known: WhatCairnKnows): Promise<DrawnUp['goal']> {
    const withNice = wanted.withNice ?? false;
    if (wanted.skillGapId !== undefined) {
      const goal = await findGoal(tx, person, wanted.skillGapId, withNice);
      if (!goal) throw new Failure('gap.unknown');
      return { ...goal, title: goal.title ?? namesOf(goal.targets, known) };
    }
    const role = known.roles.get(wanted.targetRoleId ?? '');
    if (!role) throw new Failure('role.unknown');
    return { title: role.name, roleId: role.id, targets: targetsOfRole(role, profile, known, withNice) };
  }

  return async (tx, person, wanted, known, profile) => {
    const startsOn = startOf(wanted);
    const form = await careerFormOf(tx, person);
    const start = startingFrom(profile, wanted.skills ?? [], known);
    const current = currentRoleOf(wanted, form, start.known, known, roleByTitle);
    const goal = await goalOf(tx, person, wanted, start.profile, known);
    const request: KeptRequest = {
      ...completedBy(form, wanted),
      // A gap may be older than what Cairn knows today.
      targets: goal.targets.filter(({ skillId }) => known.skills.has(skillId) && !wanted.leaveOut?.includes(skillId)),
      known: start.known,
      currentRole: current.credit,
      unknownCurrentRole: current.unknownTitle,
      hoursPerWeek: wanted.hoursPerWeek,
      startsOn,
    };
    const result = planRoadmap({ ...request, weeksAvailable: request.weeksAvailable ?? mostWeeks }, known.knowledge, await feedbackFor(tx, person));
    if (!result.ok) throw new Failure('roadmap.impossible', { extra: { ...result.impossible } });
    return { goal, request, plan: result.plan };
  };
}

/** What a goal without a title is called: the three skills that matter most. */
function namesOf(targets: readonly SkillTarget[], known: WhatCairnKnows): string {
  return targets.toSorted((a, b) => b.importance - a.importance).slice(0, 3).map(({ skillId }) => known.skills.get(skillId)?.name ?? skillId).join(', ');
}
