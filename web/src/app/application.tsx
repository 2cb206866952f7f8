import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { LoadingPage } from '../ui/states.tsx';
import { theme } from '../ui/theme.ts';
import { router } from './router.tsx';

const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

export function Application() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => styleNonce ?? ''}>
      <Suspense fallback={<LoadingPage />}>
        <RouterProvider router={router} />
      </Suspense>
    </MantineProvider>
  );
}
