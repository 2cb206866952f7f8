import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';

export const gapQuery = (id: string) => queryOptions({ queryKey: ['gaps', 'one', id], queryFn: ({ signal }) => call('GET /skill-gaps/:id', { params: { id }, signal }) });

export const gapPageSize = 20;
