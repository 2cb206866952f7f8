import type { Api } from '@cairn/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { callWithProgress } from '../../lib/call-with-progress.ts';

export type AiEndpoint = 'POST /ai/roadmap' | 'POST /ai/skills' | 'POST /ai/interview-prep' | 'POST /ai/quiz';
type Answer<K extends AiEndpoint> = Api[K]['answer'];
type Planned<K extends AiEndpoint> = Extract<Api[K]['progress'], { step: 'planned' }>['answer'];
/** How it stands with the model's words. */
export type WordsStep = Exclude<Api[AiEndpoint]['progress'], { step: 'planned' }>;

export interface AiState<K extends AiEndpoint> {
  /** Cairn's own answer, there before any model has written. */
  readonly planned: Planned<K> | null;
  readonly words: Answer<K>['words'];
  readonly meta: Answer<K>['meta'] | null;
  /** Null while no model is waited for. */
  readonly step: WordsStep | null;
  /** Words were being written and are not wanted any more, or did not come. */
  readonly isStopped: boolean;
  readonly isPending: boolean;
  readonly failure: unknown;
  stop(): void;
  askAgain(): void;
}

interface Told<K extends AiEndpoint> {
  readonly planned: Planned<K> | null;
  readonly step: WordsStep | null;
}

const nothingYet = { planned: null, step: null } as const;

/** Asks once for each body; the answer stands at once, and words of a model join it when they come. */
export function useAi<K extends AiEndpoint>(endpoint: K, body: Api[K]['request']['body'] | null): AiState<K> {
  const queryClient = useQueryClient();
  const queryKey = ['ai', endpoint, body];
  const key = JSON.stringify(queryKey);
  const [told, setTold] = useState<{ readonly key: string } & Told<K>>({ key, ...nothingYet });
  const current: Told<K> = told.key === key ? told : nothingYet;
  const asked = useQuery({
    queryKey, enabled: body !== null, staleTime: Infinity, retry: false,
    queryFn: ({ signal }) => callWithProgress<AiEndpoint>(endpoint, { body: body as never }, { signal, onProgress: (progress) => {
      setTold((before) => {
        const so = before.key === key ? before : { key, ...nothingYet };
        return progress.step === 'planned' ? { ...so, planned: progress.answer as Planned<K> } : { ...so, step: progress };
      });
    } }) as Promise<Answer<K>>,
  });
  const isAsking = asked.fetchStatus === 'fetching';
  const planned = (asked.data ?? current.planned) as Planned<K> | null;
  return {
    planned, words: (asked.data?.words ?? null) as Answer<K>['words'], meta: asked.data?.meta ?? null,
    step: isAsking && planned !== null ? current.step : null,
    isStopped: !isAsking && asked.data === undefined && planned !== null,
    isPending: planned === null && (isAsking || asked.fetchStatus === 'paused'),
    failure: planned === null ? asked.error : null,
    stop: () => { void queryClient.cancelQueries({ queryKey }); },
    askAgain: () => { void asked.refetch(); },
  };
}
