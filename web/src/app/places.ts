import type { MemberRole } from '@cairn/contracts';
import type { IconName } from '../ui/icons.tsx';

export interface Place {
  readonly to: '/dashboard' | '/resumes' | '/gaps' | '/roadmaps' | '/skills' | '/notes' | '/settings' | '/people' | '/knowledge' | '/failed-jobs';
  readonly icon: IconName;
  readonly label: 'nav.today' | 'nav.resume' | 'nav.gap' | 'nav.roadmap' | 'nav.skills' | 'nav.notes' | 'nav.settings' | 'nav.people' | 'nav.knowledge' | 'nav.failedJobs';
}

const learnerPlaces: readonly Place[] = [
  { to: '/dashboard', icon: 'today', label: 'nav.today' },
  { to: '/resumes', icon: 'resume', label: 'nav.resume' },
  { to: '/gaps', icon: 'gap', label: 'nav.gap' },
  { to: '/roadmaps', icon: 'roadmap', label: 'nav.roadmap' },
  { to: '/skills', icon: 'skills', label: 'nav.skills' },
];
const notesPlace: Place = { to: '/notes', icon: 'notes', label: 'nav.notes' };
const officePlaces: readonly Place[] = [
  { to: '/people', icon: 'people', label: 'nav.people' },
  { to: '/knowledge', icon: 'knowledge', label: 'nav.knowledge' },
  { to: '/failed-jobs', icon: 'jobs', label: 'nav.failedJobs' },
];

export const settingsPlace: Place = { to: '/settings', icon: 'settings', label: 'nav.settings' };

const mostInBar = 5;

export function isLearner(role: MemberRole): boolean {
  return role !== 'recruiter';
}

/** Where a role may go: what a person looks at daily, of which the bar of a phone holds the first few, and the places of the office. */
export function placesOf(role: MemberRole): { readonly daily: readonly Place[]; readonly inBar: readonly Place[]; readonly office: readonly Place[] } {
  const daily = isLearner(role) ? [...learnerPlaces, notesPlace] : [notesPlace];
  return { daily, inBar: daily.slice(0, mostInBar), office: role === 'staff' || role === 'admin' ? officePlaces : [] };
}

/** Where a signed-in person begins. */
export function homeOf(role: MemberRole): Place['to'] {
  return placesOf(role).daily[0]?.to ?? '/settings';
}

/** The server has the last word; this keeps people from pages that could only tell them that they may not. */
export function mayOpen(role: MemberRole, pathname: string): boolean {
  const { daily, office } = placesOf(role);
  const closed = [...learnerPlaces, ...officePlaces].filter((place) => !daily.includes(place) && !office.includes(place));
  return !closed.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
}
