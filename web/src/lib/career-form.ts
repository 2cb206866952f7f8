import { queryOptions } from '@tanstack/react-query';
import { call } from './api.ts';

/** Where the person wants to go and how much time there is, as far as they have said. */
export const careerFormQuery = queryOptions({ queryKey: ['career-form'], queryFn: ({ signal }) => call('GET /me/career-form', { signal }) });
