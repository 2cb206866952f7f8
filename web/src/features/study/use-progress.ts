import type { StudyLesson } from '@cairn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { call } from '../../lib/api.ts';
import { lessonQuery, studyQuery } from './study-queries.ts';
import { keepUnsentProgress, unsentProgress, type UnsentProgress } from './unsent.ts';

const pauseMilliseconds = 1500;
/** Share of the lesson that is worth a request. */
const leastStep = 0.05;

/** Where somebody is in a lesson: kept as they read, sent when there is a connection, and gone back to when they return. */
export function useProgress(userId: string, { lessonId, position, openedAt }: StudyLesson) {
  const queryClient = useQueryClient();
  const sent = useRef(position);
  const send = useMutation({
    mutationFn: (progress: UnsentProgress) => call('PUT /study/lessons/:lessonId/progress', { params: { lessonId }, body: progress }),
    onMutate: (progress) => { keepUnsentProgress(userId, lessonId, { ...unsentProgress(userId, lessonId), ...progress }); },
    onSuccess: async (head, progress) => {
      keepUnsentProgress(userId, lessonId, null);
      sent.current = head.position;
      queryClient.setQueryData(lessonQuery(lessonId).queryKey, (before) => before && { ...before, ...head });
      if (progress.isDone !== undefined) await queryClient.invalidateQueries({ queryKey: studyQuery.queryKey });
    },
  });
  const { mutate } = send;

  const flush = useCallback(() => {
    const unsent = unsentProgress(userId, lessonId);
    if (unsent !== null) mutate(unsent);
  }, [userId, lessonId, mutate]);

  useEffect(() => {
    flush();
    if (openedAt === null) mutate({ position: 0 });
    window.addEventListener('online', flush);
    return () => { window.removeEventListener('online', flush); };
    // A lesson is opened once, whatever comes back.
  }, [lessonId]);

  useEffect(() => {
    const startAt = unsentProgress(userId, lessonId)?.position ?? position;
    if (startAt > leastStep && startAt < 1) {
      const blocks = blocksOf();
      blocks[Math.floor(startAt * blocks.length)]?.scrollIntoView({ block: 'start' });
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const here = positionNow();
        if (here !== null && Math.abs(here - sent.current) >= leastStep) mutate({ position: here });
      }, pauseMilliseconds);
    };
    document.addEventListener('scroll', moved, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('scroll', moved, { capture: true });
    };
    // Only where one comes in, not at each answer of the server.
  }, [lessonId]);

  return { finish: (isDone: boolean) => { mutate({ position: isDone ? 1 : (positionNow() ?? 0), isDone }); }, isPending: send.isPending, failure: send.error };
}

const blocksOf = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-block]')];

/** Share of the blocks that begin above the middle of the window. */
function positionNow(): number | null {
  const blocks = blocksOf();
  const middle = window.innerHeight / 2;
  return blocks.length === 0 ? null : Math.min(1, blocks.filter((block) => block.getBoundingClientRect().top < middle).length / blocks.length);
}
