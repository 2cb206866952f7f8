import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';

export const topicsQuery = queryOptions({ queryKey: ['tutor', 'topics'], queryFn: ({ signal }) => call('GET /tutor/topics', { signal }) });
export const chatQuery = (id: string) => queryOptions({ queryKey: ['tutor', 'chat', id], queryFn: ({ signal }) => call('GET /tutor/chats/:id', { params: { id }, signal }) });
