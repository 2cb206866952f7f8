import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';

export const progressQuery = queryOptions({ queryKey: ['progress', 'now'], queryFn: ({ signal }) => call('GET /progress', { signal }) });
export const insightsQuery = queryOptions({ queryKey: ['progress', 'insights'], queryFn: ({ signal }) => call('GET /progress/insights', { signal }) });
export const historyQuery = queryOptions({ queryKey: ['progress', 'history'], queryFn: ({ signal }) => call('GET /progress/history', { query: { weeks: 52 }, signal }) });
export const eventsQuery = queryOptions({ queryKey: ['progress', 'events'], queryFn: ({ signal }) => call('GET /progress/events', { query: { limit: 20 }, signal }) });
