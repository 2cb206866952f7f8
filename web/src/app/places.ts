import type { MemberRole } from '@cairn/contracts';
import { cameToLearn } from '../lib/session.ts';
import type { IconName } from '../ui/icons.tsx';

export interface Place {
  readonly to: '/dashboard' | '/progress' | '/resumes' | '/gaps' | '/roadmaps' | '/learn' | '/skills' | '/study' | '/explore' | '/advisor' | '/tutor' | '/notes' | '/settings' | '/people' | '/knowledge' | '/staff/questions' | '/language-models' | '/failed-jobs';
  readonly icon: IconName;
  readonly label: 'nav.today' | 'nav.resume' | 'nav.gap' | 'nav.roadmap' | 'nav.learn' | 'nav.progress' | 'nav.skills' | 'nav.study' | 'nav.explore' | 'nav.advisor' | 'nav.tutor' | 'nav.notes' | 'nav.settings' | 'nav.people' | 'nav.knowledge' | 'nav.questions' | 'nav.languageModels' | 'nav.failedJobs';
}

const learnerPlaces: readonly Place[] = [
  { to: '/dashboard', icon: 'today', label: 'nav.today' },
  { to: '/resumes', icon: 'resume', label: 'nav.resume' },
  { to: '/gaps', icon: 'gap', label: 'nav.gap' },
  { to: '/roadmaps', icon: 'roadmap', label: 'nav.roadmap' },
  { to: '/learn', icon: 'learn', label: 'nav.learn' },
  { to: '/skills', icon: 'skills', label: 'nav.skills' },
  { to: '/study', icon: 'study', label: 'nav.study' },
  { to: '/explore', icon: 'explore', label: 'nav.explore' },
  { to: '/advisor', icon: 'advisor', label: 'nav.advisor' },
  { to: '/tutor', icon: 'tutor', label: 'nav.tutor' },
];
const progressPlace: Place = { to: '/progress', icon: 'progress', label: 'nav.progress' };
const notesPlace: Place = { to: '/notes', icon: 'notes', label: 'nav.notes' };
const officePlaces: readonly Place[] = [
  { to: '/people', icon: 'people', label: 'nav.people' },
  { to: '/knowledge', icon: 'knowledge', label: 'nav.knowledge' },
  { to: '/staff/questions', icon: 'questions', label: 'nav.questions' },
  { to: '/language-models', icon: 'models', label: 'nav.languageModels' },
  { to: '/failed-jobs', icon: 'jobs', label: 'nav.failedJobs' },
];

export const settingsPlace: Place = { to: '/settings', icon: 'settings', label: 'nav.settings' };

const mostInBar = 5;

export function isLearner(role: MemberRole): boolean {
  return role !== 'recruiter';
}

function isOffice(role: MemberRole): boolean {
  return role === 'staff' || role === 'admin';
}

const everybody = () => true;

/** Who may open a page, by the first part of its address. A page that does not stand here is nobody's. */
const openTo: Readonly<Record<string, (role: MemberRole) => boolean>> = {
  // Asks for a resume and a goal.
  welcome: cameToLearn,
  dashboard: isLearner, progress: isLearner, resumes: isLearner, gaps: isLearner, roadmaps: isLearner, learn: isLearner, skills: isLearner, study: isLearner, explore: isLearner, advisor: isLearner, tutor: isLearner,
  notes: everybody, settings: everybody, roles: everybody,
  people: isOffice, knowledge: isOffice, staff: isOffice, 'language-models': isOffice, 'failed-jobs': isOffice,
};

/** The server has the last word; this keeps people from pages that could only tell them that they may not. */
export function mayOpen(role: MemberRole, pathname: string): boolean {
  return openTo[pathname.split('/')[1] ?? '']?.(role) ?? false;
}

/** Where a role may go: what a person looks at daily, of which the bar of a phone holds the first few, and the places of the office. */
export function placesOf(role: MemberRole): { readonly daily: readonly Place[]; readonly inBar: readonly Place[]; readonly office: readonly Place[] } {
  const open = ({ to }: Place) => mayOpen(role, to);
  const daily = [...learnerPlaces, progressPlace, notesPlace].filter(open);
  return { daily, inBar: daily.slice(0, mostInBar), office: officePlaces.filter(open) };
}

/** Where a signed-in person begins: the office with its people, everybody else with their own day. */
export function homeOf(role: MemberRole): Place['to'] {
  const { daily, office } = placesOf(role);
  return office[0]?.to ?? daily[0]?.to ?? '/settings';
}
