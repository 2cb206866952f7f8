import type { MemberRole } from '@cairn/contracts';

export const memberRoles = ['student', 'alumni', 'recruiter', 'staff', 'admin'] as const satisfies readonly MemberRole[];
/** Who does not manage people must not make somebody who may. */
export function rolesToInvite(inviter: MemberRole | undefined): readonly MemberRole[] {
  return inviter === 'admin' ? memberRoles : memberRoles.filter((role) => role !== 'staff' && role !== 'admin');
}

export type { MemberRole };
