import type { LessonNote } from '@cairn/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiFailure, call } from '../../lib/api.ts';
import { keepUnsentNote, unsentNote } from './unsent.ts';

const pauseMilliseconds = 900;

export type NoteState = 'saved' | 'writing' | 'kept-here' | 'failed';

/**
 * The note to a lesson while it is written: in this browser at every key, on the server after a pause, and when the
 * connection is back. What another device wrote meanwhile comes back set aside.
 */
export function useNote(userId: string, lessonId: string, stored: LessonNote) {
  const [note, setNote] = useState(stored);
  const [text, setText] = useState(() => unsentNote(userId, lessonId)?.text ?? stored.text);
  const [state, setState] = useState<NoteState>('saved');
  const [failure, setFailure] = useState<unknown>(null);
  const revision = useRef(unsentNote(userId, lessonId)?.revision ?? stored.revision);
  const sending = useRef(false);

  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    try {
      // What is written while one text is under way goes after it.
      for (let unsent = unsentNote(userId, lessonId); unsent !== null; unsent = unsentNote(userId, lessonId)) {
        setState('writing');
        const answer = await call('PUT /study/lessons/:lessonId/note', { params: { lessonId }, body: { text: unsent.text, revision: unsent.revision } });
        revision.current = answer.revision;
        setNote(answer);
        const since = unsentNote(userId, lessonId);
        keepUnsentNote(userId, lessonId, since === null || since.text === unsent.text ? null : { ...since, revision: answer.revision });
      }
      setFailure(null);
      setState('saved');
    } catch (error) {
      const isOffline = error instanceof ApiFailure && error.code === 'network.offline';
      setFailure(isOffline ? null : error);
      setState(isOffline ? 'kept-here' : 'failed');
    } finally {
      sending.current = false;
    }
  }, [userId, lessonId]);

  useEffect(() => {
    void send();
    const again = () => { void send(); };
    window.addEventListener('online', again);
    return () => { window.removeEventListener('online', again); };
  }, [send]);

  useEffect(() => {
    if (unsentNote(userId, lessonId) === null) return;
    const timer = setTimeout(() => { void send(); }, pauseMilliseconds);
    return () => { clearTimeout(timer); };
  }, [text, send, userId, lessonId]);

  // Another device wrote on, and here nobody did.
  useEffect(() => {
    if (stored.revision < revision.current || unsentNote(userId, lessonId) !== null) return;
    revision.current = stored.revision;
    setNote(stored);
    setText(stored.text);
  }, [stored, userId, lessonId]);

  return {
    text, state, failure, note,
    write(written: string) {
      keepUnsentNote(userId, lessonId, { text: written, revision: revision.current });
      setText(written);
      setState('writing');
    },
    send,
    dropAside: async (id: string) => {
      await call('DELETE /study/asides/:id', { params: { id } });
      setNote((before) => ({ ...before, aside: before.aside.filter((one) => one.id !== id) }));
    },
  };
}
