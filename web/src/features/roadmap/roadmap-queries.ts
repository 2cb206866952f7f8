import type { RoadmapAnswer } from '@cairn/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';
import { withTaskMarked } from './roadmap-model.ts';

export const roadmapQuery = (id: string) => queryOptions({ queryKey: ['roadmaps', 'one', id], queryFn: ({ signal }) => call('GET /roadmaps/:id', { params: { id }, signal }) });

export const roadmapPageSize = 20;

interface Mark {
  taskId: string;
  state: 'done' | 'open';
}

/** Marks a task at once and takes it back when the server refuses; what follows from it comes with the answer. */
export function useMarkTask(id: string) {
  const queryClient = useQueryClient();
  const { queryKey } = roadmapQuery(id);
  return useMutation({
    scope: { id: `roadmap ${id}` },
    mutationFn: ({ taskId, state }: Mark) => {
      const params = { id, taskId };
      return state === 'done' ? call('POST /roadmaps/:id/tasks/:taskId/complete', { params }) : call('POST /roadmaps/:id/tasks/:taskId/undo', { params });
    },
    onMutate: async ({ taskId, state }) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      if (before) queryClient.setQueryData(queryKey, withTaskMarked(before, taskId, state, new Date().toISOString()));
      return before;
    },
    onError: (_failure, _mark, before) => { if (before) queryClient.setQueryData(queryKey, before); },
    onSuccess: (answer) => { queryClient.setQueryData(queryKey, answer); },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['roadmaps', 'list'] }),
  });
}

type Replan = Parameters<typeof call<'POST /roadmaps/:id/replan'>>[1]['body'];

export function useReplan(id: string, onDone: (roadmap: RoadmapAnswer) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Replan) => call('POST /roadmaps/:id/replan', { params: { id }, body }),
    onSuccess: (answer) => {
      queryClient.setQueryData(roadmapQuery(id).queryKey, answer);
      void queryClient.invalidateQueries({ queryKey: ['roadmaps', 'list'] });
      onDone(answer);
    },
  });
}
