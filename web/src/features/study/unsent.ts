/** What somebody wrote or read that the server does not have yet: it stays in this browser until it does. */
import type { CheckAnswerSent } from '@cairn/contracts';
import { keep, keptNames, readKept } from '../../lib/kept.ts';

export interface UnsentNote {
  readonly text: string;
  /** The one it grew from. */
  readonly revision: number;
}

export interface UnsentProgress {
  readonly position: number;
  readonly isDone?: boolean;
}

const nameOf = (kind: 'note' | 'progress', userId: string, lessonId: string): string => `cairn.unsent.${kind}.${userId}.${lessonId}`;

function read(name: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(readKept(name) ?? 'null');
    return typeof value === 'object' && value !== null ? value as Record<string, unknown> : null;
  } catch {
    // Somebody else's words under our name: as good as none.
    return null;
  }
}

export function unsentNote(userId: string, lessonId: string): UnsentNote | null {
  const { text, revision } = read(nameOf('note', userId, lessonId)) ?? {};
  return typeof text === 'string' && typeof revision === 'number' ? { text, revision } : null;
}

export function keepUnsentNote(userId: string, lessonId: string, note: UnsentNote | null): void {
  keep(nameOf('note', userId, lessonId), note === null ? null : JSON.stringify(note));
}

export function unsentProgress(userId: string, lessonId: string): UnsentProgress | null {
  const { position, isDone } = read(nameOf('progress', userId, lessonId)) ?? {};
  return typeof position === 'number' ? { position, ...(typeof isDone === 'boolean' && { isDone }) } : null;
}

export function keepUnsentProgress(userId: string, lessonId: string, progress: UnsentProgress | null): void {
  keep(nameOf('progress', userId, lessonId), progress === null ? null : JSON.stringify(progress));
}

/** An answer that waits for the connection, with the time at which it was given. */
export interface UnsentCheck {
  readonly lessonId: string;
  readonly questionId: string;
  readonly answer: CheckAnswerSent;
}

const checkPrefix = (userId: string): string => `cairn.unsent.check.${userId}.`;

export function unsentChecks(userId: string): UnsentCheck[] {
  return keptNames(checkPrefix(userId)).flatMap((name) => {
    const { lessonId, questionId, answer } = read(name) ?? {};
    const isWhole = typeof lessonId === 'string' && typeof questionId === 'string' && typeof answer === 'object' && answer !== null && 'kind' in answer;
    return isWhole ? [{ lessonId, questionId, answer: answer as CheckAnswerSent }] : [];
  });
}

export function unsentCheck(userId: string, questionId: string): UnsentCheck | null {
  return unsentChecks(userId).find((check) => check.questionId === questionId) ?? null;
}

export function keepUnsentCheck(userId: string, questionId: string, check: UnsentCheck | null): void {
  keep(`${checkPrefix(userId)}${questionId}`, check === null ? null : JSON.stringify(check));
}
