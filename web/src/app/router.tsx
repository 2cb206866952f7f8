import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { remembersMember } from '../lib/kept.ts';
import { LoadingPage, PageFailure } from '../ui/states.tsx';
import { lazyPage } from './lazy-page.ts';
import { OpenShell } from './open-shell.tsx';
import { NotFound, Unexpected } from './outside-pages.tsx';

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Unexpected });

/** Pages for everyone. */
const open = createRoute({ getParentRoute: () => root, id: 'open', component: OpenShell });
const landing = createRoute({
  getParentRoute: () => open, path: '/',
  // Who was here before wants to go on, not to be told what this is.
  beforeLoad: () => { if (remembersMember()) throw redirect({ to: '/home' }); },
  component: lazyPage(() => import('../features/landing/landing-page.tsx'), 'LandingPage', ['landing']),
});
const asking = createRoute({ getParentRoute: () => open, id: 'asking', component: lazyPage(() => import('./asking-frame.tsx'), 'AskingFrame', []) });
const accountWords = ['account', 'failures'];
const textOf = (search: Record<string, unknown>, name: string) => (typeof search[name] === 'string' ? search[name] : undefined);
const isHours = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 60;
const account = {
  signIn: createRoute({
    getParentRoute: () => asking, path: '/sign-in',
    validateSearch: (search: Record<string, unknown>): { to?: string } => ({ ...(textOf(search, 'to') !== undefined && { to: textOf(search, 'to') }) }),
    component: lazyPage(() => import('../features/account/sign-in-page.tsx'), 'SignInPage', accountWords),
  }),
  signUp: createRoute({
    getParentRoute: () => asking, path: '/sign-up',
    validateSearch: (search: Record<string, unknown>): { invitation?: string } => ({ ...(textOf(search, 'invitation') !== undefined && { invitation: textOf(search, 'invitation') }) }),
    component: lazyPage(() => import('../features/account/sign-up-page.tsx'), 'SignUpPage', accountWords),
  }),
  forgot: createRoute({ getParentRoute: () => asking, path: '/forgot-password', component: lazyPage(() => import('../features/account/forgot-password-page.tsx'), 'ForgotPasswordPage', accountWords) }),
  reset: createRoute({ getParentRoute: () => asking, path: '/reset-password', validateSearch: (search: Record<string, unknown>) => ({ token: textOf(search, 'token') ?? '' }), component: lazyPage(() => import('../features/account/reset-password-page.tsx'), 'ResetPasswordPage', accountWords) }),
  verify: createRoute({ getParentRoute: () => asking, path: '/verify-email', validateSearch: (search: Record<string, unknown>) => ({ token: textOf(search, 'token') ?? '' }), component: lazyPage(() => import('../features/account/verify-email-page.tsx'), 'VerifyEmailPage', accountWords) }),
  setUp: createRoute({ getParentRoute: () => asking, path: '/set-up', component: lazyPage(() => import('../features/account/set-up-page.tsx'), 'SetUpPage', accountWords) }),
  weeklyMail: createRoute({ getParentRoute: () => asking, path: '/weekly-mail', validateSearch: (search: Record<string, unknown>) => ({ token: textOf(search, 'token') ?? '' }), component: lazyPage(() => import('../features/progress/weekly-mail-page.tsx'), 'WeeklyMailPage', ['progress', 'failures']) }),
};

/** Pages of somebody signed in. */
const member = createRoute({
  getParentRoute: () => root,
  id: 'member',
  beforeLoad: async ({ location }) => {
    const { enterAsMember } = await import('./member-entry.ts');
    await enterAsMember(location.pathname, location.href);
  },
  component: lazyPage(() => import('./member-shell.tsx'), 'MemberShell', ['failures']),
  errorComponent: Unexpected,
});
const pages = {
  // Nobody's page: the entry leads on to where the role begins.
  home: createRoute({ getParentRoute: () => member, path: '/home' }),
  onboarding: createRoute({ getParentRoute: () => member, path: '/welcome', component: lazyPage(() => import('../features/onboarding/onboarding-page.tsx'), 'OnboardingPage', ['onboarding']) }),
  dashboard: createRoute({ getParentRoute: () => member, path: '/dashboard', component: lazyPage(() => import('./dashboard.tsx'), 'Dashboard', ['dashboard', 'daily-plans', 'progress', 'reasons', 'warnings']) }),
  progress: createRoute({ getParentRoute: () => member, path: '/progress', component: lazyPage(() => import('../features/progress/progress-page.tsx'), 'ProgressPage', ['progress', 'reasons', 'warnings']) }),
  resumes: createRoute({ getParentRoute: () => member, path: '/resumes', component: lazyPage(() => import('../features/resume/resumes-page.tsx'), 'ResumesPage', ['resume']) }),
  resume: createRoute({ getParentRoute: () => member, path: '/resumes/$resumeId', component: lazyPage(() => import('../features/resume/resume-page.tsx'), 'ResumePage', ['resume', 'reasons', 'warnings']) }),
  gaps: createRoute({ getParentRoute: () => member, path: '/gaps', component: lazyPage(() => import('../features/gap/gaps-page.tsx'), 'GapsPage', ['gap']) }),
  gap: createRoute({ getParentRoute: () => member, path: '/gaps/$skillGapId', component: lazyPage(() => import('../features/gap/gap-page.tsx'), 'GapPage', ['gap', 'reasons', 'warnings']) }),
  roadmaps: createRoute({ getParentRoute: () => member, path: '/roadmaps', component: lazyPage(() => import('../features/roadmap/roadmaps-page.tsx'), 'RoadmapsPage', ['roadmap']) }),
  newRoadmap: createRoute({
    getParentRoute: () => member, path: '/roadmaps/new',
    validateSearch: (search: Record<string, unknown>): { gap?: string; role?: string } => ({ ...(textOf(search, 'gap') !== undefined && { gap: textOf(search, 'gap') }), ...(textOf(search, 'role') !== undefined && { role: textOf(search, 'role') }) }),
    component: lazyPage(() => import('../features/roadmap/new-roadmap-page.tsx'), 'NewRoadmapPage', ['roadmap', 'reasons', 'warnings']),
  }),
  roadmap: createRoute({ getParentRoute: () => member, path: '/roadmaps/$roadmapId', component: lazyPage(() => import('../features/roadmap/roadmap-page.tsx'), 'RoadmapPage', ['roadmap', 'reasons', 'warnings']) }),
  learn: createRoute({ getParentRoute: () => member, path: '/learn', component: lazyPage(() => import('../features/learning/learn-page.tsx'), 'LearnPage', ['learning', 'reasons']) }),
  learnSession: createRoute({ getParentRoute: () => member, path: '/learn/sessions/$sessionId', component: lazyPage(() => import('../features/learning/session-page.tsx'), 'SessionPage', ['learning', 'reasons', 'answering']) }),
  skills: createRoute({ getParentRoute: () => member, path: '/skills', component: lazyPage(() => import('../features/skills/skills-page.tsx'), 'SkillsPage', ['skills', 'reasons', 'warnings']) }),
  role: createRoute({ getParentRoute: () => member, path: '/roles/$roleId', component: lazyPage(() => import('../features/skills/role-page.tsx'), 'RolePage', ['skills']) }),
  study: createRoute({
    getParentRoute: () => member, path: '/study',
    validateSearch: (search: Record<string, unknown>): { skill?: string; role?: string } => ({ ...(textOf(search, 'skill') !== undefined && { skill: textOf(search, 'skill') }), ...(textOf(search, 'role') !== undefined && { role: textOf(search, 'role') }) }),
    component: lazyPage(() => import('../features/study/study-page.tsx'), 'StudyPage', ['study', 'reasons']),
  }),
  lesson: createRoute({ getParentRoute: () => member, path: '/study/lessons/$lessonId', component: lazyPage(() => import('../features/study/lesson-page.tsx'), 'LessonPage', ['study', 'reasons', 'answering']) }),
  questionImports: createRoute({ getParentRoute: () => member, path: '/staff/questions', component: lazyPage(() => import('../features/study/question-imports-page.tsx'), 'QuestionImportsPage', ['questions']) }),
  questionImport: createRoute({ getParentRoute: () => member, path: '/staff/questions/$importId', component: lazyPage(() => import('../features/study/question-import-page.tsx'), 'QuestionImportPage', ['questions']) }),
  explore: createRoute({
    getParentRoute: () => member, path: '/explore',
    validateSearch: (search: Record<string, unknown>): { role?: string; hours?: number } => ({ ...(textOf(search, 'role') !== undefined && { role: textOf(search, 'role') }), ...(isHours(search['hours']) && { hours: search['hours'] }) }),
    component: lazyPage(() => import('../features/ai/explore-page.tsx'), 'ExplorePage', ['ai', 'reasons']),
  }),
  quickQuiz: createRoute({
    getParentRoute: () => member, path: '/explore/quiz',
    validateSearch: (search: Record<string, unknown>) => ({ skill: textOf(search, 'skill') ?? '' }),
    component: lazyPage(() => import('../features/ai/quick-quiz-page.tsx'), 'QuickQuizPage', ['ai']),
  }),
  advisor: createRoute({ getParentRoute: () => member, path: '/advisor', component: lazyPage(() => import('../features/advisor/advisor-page.tsx'), 'AdvisorPage', ['advisor', 'reasons', 'warnings']) }),
  advisorRun: createRoute({ getParentRoute: () => member, path: '/advisor/$runId', component: lazyPage(() => import('../features/advisor/run-page.tsx'), 'RunPage', ['advisor', 'reasons', 'warnings']) }),
  tutor: createRoute({
    getParentRoute: () => member, path: '/tutor',
    validateSearch: (search: Record<string, unknown>): { skill?: string; level?: number } => ({ ...(textOf(search, 'skill') !== undefined && { skill: textOf(search, 'skill') }), ...([1, 2, 3, 4].includes(Number(search['level'])) && { level: Number(search['level']) }) }),
    component: lazyPage(() => import('../features/tutor/topics-page.tsx'), 'TopicsPage', ['tutor']),
  }),
  tutorChat: createRoute({ getParentRoute: () => member, path: '/tutor/$chatId', component: lazyPage(() => import('../features/tutor/chat-page.tsx'), 'ChatPage', ['tutor', 'answering']) }),
  notes: createRoute({ getParentRoute: () => member, path: '/notes', component: lazyPage(() => import('../features/notes/notes-page.tsx'), 'NotesPage', ['notes']) }),
  settings: createRoute({ getParentRoute: () => member, path: '/settings', component: lazyPage(() => import('./settings.tsx'), 'Settings', ['settings', 'daily-plans']) }),
  people: createRoute({ getParentRoute: () => member, path: '/people', component: lazyPage(() => import('../features/staff/people-page.tsx'), 'PeoplePage', ['staff']) }),
  knowledge: createRoute({ getParentRoute: () => member, path: '/knowledge', component: lazyPage(() => import('../features/knowledge/knowledge-page.tsx'), 'KnowledgePage', ['knowledge']) }),
  knowledgeNew: createRoute({ getParentRoute: () => member, path: '/knowledge/new/$kind', component: lazyPage(() => import('../features/knowledge/entry-page.tsx'), 'NewEntryPage', ['knowledge', 'reasons']) }),
  knowledgeEntry: createRoute({ getParentRoute: () => member, path: '/knowledge/entries/$kind/$entryId', component: lazyPage(() => import('../features/knowledge/entry-page.tsx'), 'EntryPage', ['knowledge', 'reasons']) }),
  knowledgeImports: createRoute({ getParentRoute: () => member, path: '/knowledge/imports', component: lazyPage(() => import('../features/knowledge/imports-page.tsx'), 'ImportsPage', ['knowledge', 'reasons']) }),
  knowledgeImport: createRoute({ getParentRoute: () => member, path: '/knowledge/imports/$importId', component: lazyPage(() => import('../features/knowledge/import-page.tsx'), 'ImportPage', ['knowledge', 'reasons']) }),
  languageModels: createRoute({ getParentRoute: () => member, path: '/language-models', component: lazyPage(() => import('../features/language-models/language-models-page.tsx'), 'LanguageModelsPage', ['language-models']) }),
  failedJobs: createRoute({ getParentRoute: () => member, path: '/failed-jobs', component: lazyPage(() => import('../features/staff/failed-jobs-page.tsx'), 'FailedJobsPage', ['staff']) }),
};

const tree = root.addChildren([open.addChildren([landing, asking.addChildren(Object.values(account))]), member.addChildren(Object.values(pages))]);

export const router = createRouter({ routeTree: tree, defaultPreload: 'intent', defaultPendingComponent: LoadingPage, defaultErrorComponent: PageFailure, scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
