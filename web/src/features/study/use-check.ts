import type { CheckAnswerSent, CheckJudgement, LessonCheck } from '@cairn/contracts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiFailure, call } from '../../lib/api.ts';
import { keepUnsentCheck, unsentCheck, unsentChecks, type UnsentCheck } from './unsent.ts';

/** Answers under way, by question: a connection that comes back says so more than once. */
const underWay = new Map<string, Promise<CheckJudgement>>();

function sendOnce(userId: string, check: UnsentCheck): Promise<CheckJudgement> {
  const key = `${userId} ${check.questionId}`;
  const before = underWay.get(key);
  if (before !== undefined) return before;
  const sending = sendCheck(userId, check).finally(() => { underWay.delete(key); });
  underWay.set(key, sending);
  return sending;
}

/** Sends an answer that waited; it is let go of once the server has it, or will never take it. */
async function sendCheck(userId: string, { lessonId, questionId, answer }: UnsentCheck): Promise<CheckJudgement> {
  try {
    const judgement = await call('POST /study/lessons/:lessonId/checks/:questionId', { params: { lessonId, questionId }, body: answer });
    keepUnsentCheck(userId, questionId, null);
    return judgement;
  } catch (failure) {
    if (failure instanceof ApiFailure && [404, 422].includes(failure.status)) keepUnsentCheck(userId, questionId, null);
    throw failure;
  }
}

/** Answering one question at the end of a lesson: kept in this browser first, judged by the server, later where there is no connection. */
export function useCheck(userId: string, lessonId: string, { questionId }: LessonCheck) {
  const [isWaiting, setIsWaiting] = useState(() => unsentCheck(userId, questionId) !== null);
  const send = useMutation({
    networkMode: 'always',
    mutationFn: (check: UnsentCheck) => sendOnce(userId, check),
    onSettled: () => { setIsWaiting(unsentCheck(userId, questionId) !== null); },
  });
  const { mutate } = send;
  useEffect(() => {
    const again = () => {
      const waiting = unsentCheck(userId, questionId);
      if (waiting !== null) mutate(waiting);
    };
    again();
    window.addEventListener('online', again);
    return () => { window.removeEventListener('online', again); };
  }, [userId, questionId, mutate]);
  const isOffline = send.error instanceof ApiFailure && send.error.code === 'network.offline';
  return {
    /** Kept here, not yet with the server. */
    isWaiting: isWaiting && !send.isPending,
    isPending: send.isPending, judgement: send.data, failure: isOffline ? null : send.error, reset: send.reset,
    give(answer: CheckAnswerSent): void {
      const check = { lessonId, questionId, answer: { ...answer, answeredAt: new Date().toISOString() } };
      keepUnsentCheck(userId, questionId, check);
      mutate(check);
    },
  };
}

/** Sends what waits of any lesson, from a page that shows none of them. */
export function useSendWaitingChecks(userId: string | undefined, onSent: () => void): void {
  useEffect(() => {
    if (userId === undefined) return;
    const sendAll = () => {
      const waiting = unsentChecks(userId);
      // What does not go out stays for the next time; the lesson itself says so.
      if (waiting.length > 0) void Promise.allSettled(waiting.map((check) => sendOnce(userId, check))).then(onSent);
    };
    sendAll();
    window.addEventListener('online', sendAll);
    return () => { window.removeEventListener('online', sendAll); };
    // Once for a person, and whenever the connection is back.
  }, [userId]);
}
