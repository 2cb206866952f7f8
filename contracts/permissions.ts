/** Who may do what: one table that endpoints name. A role's own data needs no more than `own`. */
export const roles = ['student', 'alumni', 'recruiter', 'staff', 'admin'] as const;
export type MemberRole = (typeof roles)[number];

const everyone: readonly MemberRole[] = roles;
const learners: readonly MemberRole[] = ['student', 'alumni', 'staff', 'admin'];
const office: readonly MemberRole[] = ['staff', 'admin'];

export const permissionTable = {
  'profile.own': everyone,
  'resume.own': learners,
  'skills.own': learners,
  'gap.own': learners,
  'roadmap.own': learners,
  'progress.own': learners,
  'daily-plan.own': learners,
  'learning.own': learners,
  'ai.use': learners,
  'advisor.own': learners,
  'tutor.own': learners,
  'notes.own': everyone,
  'study.own': learners,
  'organisation.manage': ['admin'],
  'people.read': office,
  'people.manage': ['admin'],
  'people.invite': office,
  'jobs.manage': office,
  'knowledge.manage': office,
  'questions.manage': office,
  'models.read': office,
  'models.manage': ['admin'],
} as const satisfies Record<string, readonly MemberRole[]>;

export type Permission = keyof typeof permissionTable;

export function mayRole(role: MemberRole, permission: Permission): boolean {
  return (permissionTable[permission] as readonly MemberRole[]).includes(role);
}
