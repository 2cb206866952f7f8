import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meQuery } from '../lib/session.ts';
import { LoadingPage, NotFoundPage, UnexpectedPage } from '../ui/states.tsx';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ notFoundComponent: NotFoundPage, errorComponent: UnexpectedPage });

/** Pages for everyone. */
const open = createRoute({ getParentRoute: () => root, id: 'open', component: lazyRouteComponent(() => import('./open-shell.tsx'), 'OpenShell') });
const landing = createRoute({ getParentRoute: () => open, path: '/', component: lazyRouteComponent(() => import('../features/landing/landing-page.tsx'), 'LandingPage') });
const account = {
  signIn: createRoute({ getParentRoute: () => open, path: '/sign-in', validateSearch: (search: Record<string, unknown>): { to?: string } => (typeof search['to'] === 'string' ? { to: search['to'] } : {}), component: lazyRouteComponent(() => import('../features/account/sign-in-page.tsx'), 'SignInPage') }),
  signUp: createRoute({ getParentRoute: () => open, path: '/sign-up', validateSearch: (search: Record<string, unknown>): { invitation?: string } => (typeof search['invitation'] === 'string' ? { invitation: search['invitation'] } : {}), component: lazyRouteComponent(() => import('../features/account/sign-up-page.tsx'), 'SignUpPage') }),
  forgot: createRoute({ getParentRoute: () => open, path: '/forgot-password', component: lazyRouteComponent(() => import('../features/account/forgot-password-page.tsx'), 'ForgotPasswordPage') }),
  reset: createRoute({ getParentRoute: () => open, path: '/reset-password', validateSearch: (search: Record<string, unknown>) => ({ token: String(search['token'] ?? '') }), component: lazyRouteComponent(() => import('../features/account/reset-password-page.tsx'), 'ResetPasswordPage') }),
  verify: createRoute({ getParentRoute: () => open, path: '/verify-email', validateSearch: (search: Record<string, unknown>) => ({ token: String(search['token'] ?? '') }), component: lazyRouteComponent(() => import('../features/account/verify-email-page.tsx'), 'VerifyEmailPage') }),
  setUp: createRoute({ getParentRoute: () => open, path: '/set-up', component: lazyRouteComponent(() => import('../features/account/set-up-page.tsx'), 'SetUpPage') }),
};

/** Pages of somebody signed in. */
const member = createRoute({
  getParentRoute: () => root,
  id: 'member',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (!me) throw redirect({ to: '/sign-in', search: { to: location.href } });
    return { me };
  },
  component: lazyRouteComponent(() => import('./member-shell.tsx'), 'MemberShell'),
});
const pages = {
  onboarding: createRoute({ getParentRoute: () => member, path: '/welcome', component: lazyRouteComponent(() => import('../features/onboarding/onboarding-page.tsx'), 'OnboardingPage') }),
  dashboard: createRoute({ getParentRoute: () => member, path: '/dashboard', component: lazyRouteComponent(() => import('../features/dashboard/dashboard-page.tsx'), 'DashboardPage') }),
  resumes: createRoute({ getParentRoute: () => member, path: '/resumes', component: lazyRouteComponent(() => import('../features/resume/resumes-page.tsx'), 'ResumesPage') }),
  resume: createRoute({ getParentRoute: () => member, path: '/resumes/$resumeId', component: lazyRouteComponent(() => import('../features/resume/resume-page.tsx'), 'ResumePage') }),
  gaps: createRoute({ getParentRoute: () => member, path: '/gaps', component: lazyRouteComponent(() => import('../features/gap/gaps-page.tsx'), 'GapsPage') }),
  gap: createRoute({ getParentRoute: () => member, path: '/gaps/$skillGapId', component: lazyRouteComponent(() => import('../features/gap/gap-page.tsx'), 'GapPage') }),
  roadmaps: createRoute({ getParentRoute: () => member, path: '/roadmaps', component: lazyRouteComponent(() => import('../features/roadmap/roadmaps-page.tsx'), 'RoadmapsPage') }),
  newRoadmap: createRoute({
    getParentRoute: () => member, path: '/roadmaps/new',
    validateSearch: (search: Record<string, unknown>): { gap?: string } => (typeof search['gap'] === 'string' ? { gap: search['gap'] } : {}),
    component: lazyRouteComponent(() => import('../features/roadmap/new-roadmap-page.tsx'), 'NewRoadmapPage'),
  }),
  roadmap: createRoute({ getParentRoute: () => member, path: '/roadmaps/$roadmapId', component: lazyRouteComponent(() => import('../features/roadmap/roadmap-page.tsx'), 'RoadmapPage') }),
  skills: createRoute({ getParentRoute: () => member, path: '/skills', component: lazyRouteComponent(() => import('../features/skills/skills-page.tsx'), 'SkillsPage') }),
  settings: createRoute({ getParentRoute: () => member, path: '/settings', component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage') }),
  people: createRoute({ getParentRoute: () => member, path: '/people', component: lazyRouteComponent(() => import('../features/staff/people-page.tsx'), 'PeoplePage') }),
  failedJobs: createRoute({ getParentRoute: () => member, path: '/failed-jobs', component: lazyRouteComponent(() => import('../features/staff/failed-jobs-page.tsx'), 'FailedJobsPage') }),
};

const tree = root.addChildren([open.addChildren([landing, ...Object.values(account)]), member.addChildren(Object.values(pages))]);

export const router = createRouter({
  routeTree: tree,
  context: { queryClient: undefined as unknown as QueryClient },
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
