import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';

/** Without a connection a copy that was kept may answer, so they are asked all the same. */
const networkMode = 'always';

export const studyQuery = queryOptions({ queryKey: ['study', 'overview'], queryFn: ({ signal }) => call('GET /study', { signal }), networkMode });

export const lessonQuery = (lessonId: string) => queryOptions({ queryKey: ['study', 'lesson', lessonId], queryFn: ({ signal }) => call('GET /study/lessons/:lessonId', { params: { lessonId }, signal }), networkMode });

export const topicQuery = (topic: { readonly skillId: string } | { readonly roleId: string }) =>
  queryOptions({ queryKey: ['study', 'materials', topic], queryFn: ({ signal }) => call('GET /study/materials', { query: topic, signal }), networkMode });
