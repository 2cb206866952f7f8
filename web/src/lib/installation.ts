import { queryOptions } from '@tanstack/react-query';
import { call } from './api.ts';

/** Which organisations are here, and whether the first is still to be made. */
export const installationQuery = queryOptions({ queryKey: ['installation'], queryFn: ({ signal }) => call('GET /installation', { signal }), staleTime: 5 * 60_000 });
