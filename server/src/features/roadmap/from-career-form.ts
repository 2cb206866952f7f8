/** What a person asks of a plan, completed by the career form they saved, and what their current role counts for. */
import type { CareerForm } from '@cairn/contracts';
import type { Proficiency, Role } from '@cairn/engine/knowledge';
import { creditFromCurrentRole, type CurrentRoleCredit, type KnownSkill, type LearningStyle } from '@cairn/engine/roadmap';
import type { SkillProfile } from '@cairn/engine/skills';
import { Failure } from '../../platform/http/failure.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';

/** Null leaves a current role or its years out, whatever the form says; undefined asks the form. */
export interface CurrentWork {
  readonly currentRoleId?: string | null | undefined;
  /** A title as somebody writes it. */
  readonly currentRole?: string | null | undefined;
  readonly yearsOfExperience?: number | null | undefined;
}

export interface NewRoadmap extends CurrentWork {
  readonly skillGapId?: string | undefined;
  readonly targetRoleId?: string | undefined;
  readonly hoursPerWeek: number;
  readonly weeksAvailable?: number | null | undefined;
  readonly startsOn?: string | undefined;
  readonly language?: string | undefined;
  readonly freeOnly?: boolean | undefined;
  readonly learningStyle?: LearningStyle | undefined;
  /** Said for this plan alone: in place of what the profile says of these skills. */
  readonly skills?: readonly KnownSkill[] | undefined;
  readonly leaveOut?: readonly string[] | undefined;
  readonly withNice?: boolean | undefined;
}

export type RoleByTitle = (title: string, roles: readonly Role[]) => Role | undefined;

export interface CurrentRole {
  /** Undefined without a role that Cairn knows, or without years. */
  readonly credit: CurrentRoleCredit | undefined;
  /** The title that Cairn knows no role for. */
  readonly unknownTitle: string | undefined;
}

export function completedBy(form: CareerForm | undefined, wanted: NewRoadmap) {
  return {
    weeksAvailable: wanted.weeksAvailable === undefined ? (form?.weeksAvailable ?? null) : wanted.weeksAvailable,
    language: wanted.language ?? form?.language ?? 'en',
    freeOnly: wanted.freeOnly ?? form?.freeOnly ?? false,
    learningStyle: wanted.learningStyle ?? form?.learningStyle ?? 'mixed',
  };
}

/** Throws role.unknown for an id that is not known; a title that is not known credits nothing, and is said. */
export function currentRoleOf(wanted: CurrentWork, form: CareerForm | undefined, had: readonly KnownSkill[], { knowledge: { roles } }: WhatCairnKnows, roleByTitle: RoleByTitle): CurrentRole {
  const none: CurrentRole = { credit: undefined, unknownTitle: undefined };
  const title = wanted.currentRole === undefined ? form?.currentRole : wanted.currentRole;
  const years = wanted.yearsOfExperience === undefined ? form?.yearsOfExperience : wanted.yearsOfExperience;
  let role: Role | undefined;
  if (typeof wanted.currentRoleId === 'string') {
    role = roles.find(({ id }) => id === wanted.currentRoleId);
    if (!role) throw new Failure('role.unknown');
  } else if (wanted.currentRoleId === null || title === undefined || title === null || title === '') {
    return none;
  } else {
    role = roleByTitle(title, roles);
    if (!role) return { ...none, unknownTitle: title };
  }
  if (years === undefined || years === null) return none;
  return { ...none, credit: { roleId: role.id, name: role.name, yearsOfExperience: years, skills: creditFromCurrentRole(role, years, had) } };
}

/**
 * The levels a plan starts from: the profile's, and for this plan instead of them those that the person says. Throws
 * skills.unknown.
 */
export function startingFrom(profile: SkillProfile, said: readonly KnownSkill[], { skills }: WhatCairnKnows): { known: KnownSkill[]; profile: SkillProfile } {
  const levels = new Map<string, Proficiency>(said.map(({ skillId, level }) => [skillId, level]));
  if ([...levels.keys()].some((skillId) => !skills.has(skillId))) throw new Failure('skills.unknown');
  const others = profile.skills.filter(({ skillId }) => !levels.has(skillId));
  return {
    known: [...others.map(({ skillId, level }) => ({ skillId, level })), ...[...levels].map(([skillId, level]) => ({ skillId, level }))],
    // Without the skills spoken of, the goal asks for all it wants of them, and the plan takes off what is there.
    profile: { ...profile, skills: others },
  };
}
