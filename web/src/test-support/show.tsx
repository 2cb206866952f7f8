import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, type RenderResult } from '@testing-library/react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';

const files = import.meta.glob<Record<string, string>>('../locales/en/*.json', { import: 'default', eager: true });
const english = Object.fromEntries(Object.entries(files).map(([path, words]) => [/([\w-]+)\.json$/.exec(path)?.[1] ?? '', words]));

/** Shows a part of a page as the application would, in English, at an address of its own. */
export async function show(element: ReactNode, queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })): Promise<RenderResult> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: english }, keySeparator: false, nsSeparator: ':', defaultNS: 'common', interpolation: { escapeValue: false } });
  }
  const root = createRootRoute();
  const here = createRoute({ getParentRoute: () => root, path: '/', component: () => element });
  const elsewhere = createRoute({ getParentRoute: () => root, path: '$', component: () => <p>{'elsewhere'}</p> });
  const router = createRouter({ routeTree: root.addChildren([here, elsewhere]), history: createMemoryHistory({ initialEntries: ['/'] }) });
  await router.load();
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}
