import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';

export const runQuery = (id: string) => queryOptions({ queryKey: ['advisor', 'run', id], queryFn: ({ signal }) => call('GET /advisor/runs/:id', { params: { id }, signal }) });
