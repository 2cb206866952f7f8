import type { Api } from '@cairn/contracts';
import { useEffect, useRef, useState } from 'react';
import { callWithProgress, type WithProgress } from './call-with-progress.ts';

/** A call that a language model may work on: how it stands while somebody waits, and an end by whoever waits. Leaving the page ends it, too. */
export function useModelCall<K extends WithProgress>(endpoint: K): { readonly latest: Api[K]['progress'] | null; call(request: Api[K]['request']): Promise<Api[K]['answer']>; stop(): void } {
  const [latest, setLatest] = useState<Api[K]['progress'] | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => { current.current?.abort(); }, []);
  return {
    latest,
    call: (request) => {
      current.current?.abort();
      const controller = new AbortController();
      current.current = controller;
      setLatest(null);
      return callWithProgress(endpoint, request, { signal: controller.signal, onProgress: (progress) => { setLatest(() => progress); } });
    },
    stop: () => { current.current?.abort(); },
  };
}

/** What a call ends with whose end was wanted. */
export const wasStopped = (failure: unknown): boolean => failure instanceof DOMException && failure.name === 'AbortError';
