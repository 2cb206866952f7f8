import type { Api, LearningSession } from '@cairn/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';

export type ShownQuestion = NonNullable<LearningSession['current']>;
export type GivenAnswer = Parameters<typeof call<'POST /learning/sessions/:id/answers'>>[1]['body']['answer'];
export type NewSession = Parameters<typeof call<'POST /learning/sessions'>>[1]['body'];
export type Explained = Api['POST /learning/sessions/:id/explanations']['answer'];

export const learningQuery = queryOptions({ queryKey: ['learning', 'overview'], queryFn: ({ signal }) => call('GET /learning', { signal }) });
export const sessionQuery = (id: string) => queryOptions({ queryKey: ['learning', 'session', id], queryFn: ({ signal }) => call('GET /learning/sessions/:id', { params: { id }, signal }) });

export function useBegin(onBegun: (session: LearningSession) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: NewSession) => call('POST /learning/sessions', { body }),
    onSuccess: (session) => {
      queryClient.setQueryData(sessionQuery(session.id).queryKey, session);
      onBegun(session);
    },
  });
}

/** The session that an answer, a hint or an end brings takes the place of the one on the page. */
export function useSessionChange<Sent, Answer>(id: string, send: (sent: Sent) => Promise<Answer>, sessionIn: (answer: Answer) => LearningSession) {
  const queryClient = useQueryClient();
  const { queryKey } = sessionQuery(id);
  return useMutation({
    mutationFn: send,
    onSuccess: (answer) => {
      queryClient.setQueryData(queryKey, sessionIn(answer));
      void queryClient.invalidateQueries({ queryKey: learningQuery.queryKey });
    },
    // Another tab may have gone on: what stands here is then an old question.
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
}
