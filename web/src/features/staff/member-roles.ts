import type { MemberRole } from '@cairn/contracts';

export const memberRoles = ['student', 'alumni', 'recruiter', 'staff', 'admin'] as const satisfies readonly MemberRole[];
export type { MemberRole };
