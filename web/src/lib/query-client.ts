import { QueryClient } from '@tanstack/react-query';
import { ApiFailure } from './api.ts';

/**
 * A failure that was named will not go away by asking again; a cut connection may.
 * Without a connection questions wait and keep what is shown; a change is told at once that it was not made.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, failure) => count < 2 && !(failure instanceof ApiFailure && failure.status >= 400 && failure.status < 500) },
    mutations: { networkMode: 'always' },
  },
});
