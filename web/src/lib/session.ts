import type { MemberRole } from '@cairn/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { ApiFailure, call } from './api.ts';

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    try {
      return await call('GET /me', { signal });
    } catch (failure) {
      if (failure instanceof ApiFailure && failure.status === 401) return null;
      throw failure;
    }
  },
  staleTime: 60_000,
  // Without a connection a copy that was kept may answer.
  networkMode: 'offlineFirst',
});

/** Who is here to learn first of all; the office may, too, and is not asked about it. */
export function cameToLearn(role: MemberRole | undefined): boolean {
  return role === 'student' || role === 'alumni';
}

export function useMe() {
  return useQuery(meQuery).data ?? null;
}
