import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { ApiFailure } from '../lib/api.ts';
import { LoadingPage } from '../ui/states.tsx';
import { cssVariables, theme } from '../ui/theme.ts';
import { router } from './router.tsx';

/** A failure that was named will not go away by asking again; a cut connection may. */
const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, retry: (count, failure) => count < 2 && !(failure instanceof ApiFailure && failure.status >= 400 && failure.status < 500) } },
});

const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
// Where the package that keeps the page still behind a dialog looks for the nonce of its style.
Object.assign(globalThis, { __webpack_nonce__: styleNonce });

export function Application() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={() => styleNonce ?? ''}>
      <QueryClientProvider client={queryClient}>
        <Suspense fallback={<LoadingPage />}>
          <RouterProvider router={router} context={{ queryClient }} />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  );
}
