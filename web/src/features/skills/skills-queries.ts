import type { Api } from '@cairn/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';

export type ProfiledSkill = Api['GET /me/skills']['answer']['items'][number];
export type Level = ProfiledSkill['level'];
export const levels: readonly Level[] = [0, 1, 2, 3, 4];

export const mySkillsQuery = queryOptions({ queryKey: ['skills', 'mine'], queryFn: ({ signal }) => call('GET /me/skills', { signal }) });

/** Says a level at once and takes it back when the server refuses. */
export function useSayLevel() {
  const queryClient = useQueryClient();
  const { queryKey } = mySkillsQuery;
  return useMutation({
    scope: { id: 'my skills' },
    mutationFn: ({ skillId, level }: { skillId: string; level: Level }) => call('PUT /me/skills/:skillId', { params: { skillId }, body: { level } }),
    onMutate: async ({ skillId, level }) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      if (before) queryClient.setQueryData(queryKey, { items: before.items.map((skill) => (skill.skillId === skillId ? { ...skill, level, source: 'person' as const, confidence: 1 } : skill)) });
      return before;
    },
    onError: (_failure, _said, before) => { if (before) queryClient.setQueryData(queryKey, before); },
    onSuccess: (answer) => { queryClient.setQueryData(queryKey, answer); },
  });
}

export function useTakeWordBack() {
  const queryClient = useQueryClient();
  return useMutation({
    scope: { id: 'my skills' },
    mutationFn: (skillId: string) => call('DELETE /me/skills/:skillId', { params: { skillId } }),
    onSuccess: (answer) => { queryClient.setQueryData(mySkillsQuery.queryKey, answer); },
  });
}
