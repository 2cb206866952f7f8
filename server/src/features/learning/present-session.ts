/** A session as it leaves the server: nothing of the open question that is not due. */
import type { LearningOverview, LearningSession } from '@cairn/contracts';
import { showQuestion, type Question } from '@cairn/engine/learning';
import { mutable } from '../../platform/mutable.ts';
import type { Attempt, ShownQuestion, StoredSession } from './learning.store.ts';
import type { StoredMastery, StoredPlacement } from './memory.store.ts';

export type NameOf = (skillId: string) => string;
export type SessionHead = NonNullable<LearningOverview['openSession']>;

/** An open session that nobody goes on with is over after so long; answers stay. */
export const openMilliseconds = 7 * 86_400_000;

export const expiresAt = ({ activeAt }: Pick<StoredSession, 'activeAt'>): Date => new Date(activeAt.getTime() + openMilliseconds);

export function stateAt(session: Pick<StoredSession, 'state' | 'activeAt'>, now: number): SessionHead['state'] {
  return session.state === 'open' && expiresAt(session).getTime() <= now ? 'expired' : session.state;
}

export function presentHead(session: StoredSession, attempts: readonly Pick<Attempt, 'isRight' | 'countedSeconds'>[], nameOf: NameOf, now: number): SessionHead {
  return {
    id: session.id, kind: session.kind, skills: session.skillIds.map((skillId) => ({ skillId, name: nameOf(skillId) })),
    minutes: session.minutes, questions: session.questions, state: stateAt(session, now),
    answered: attempts.length, right: attempts.filter(({ isRight }) => isRight).length,
    minutesSpent: Math.round(attempts.reduce((sum, { countedSeconds }) => sum + countedSeconds, 0) / 6) / 10,
    createdAt: session.createdAt.toISOString(), finishedAt: session.finishedAt?.toISOString() ?? null, expiresAt: expiresAt(session).toISOString(),
  };
}

export interface WholeSession {
  readonly session: StoredSession;
  readonly shown: readonly ShownQuestion[];
  readonly attempts: readonly Attempt[];
  readonly masteries: readonly StoredMastery[];
  readonly placement: StoredPlacement | undefined;
}

export function presentSession({ session, shown, attempts, masteries, placement }: WholeSession, nameOf: NameOf, now: number): LearningSession {
  const head = presentHead(session, attempts, nameOf, now);
  const open = head.state === 'open' ? shown.find(({ isAnswered }) => !isAnswered) : undefined;
  const touched = new Set(attempts.map(({ skillId, level }) => `${skillId} ${String(level)}`));
  const count = (share: ShownQuestion['share']): number => shown.filter((one) => one.isAnswered && one.share === share).length;
  return {
    ...head,
    current: open === undefined ? null : presentShown(open, nameOf),
    mixed: { due: count('due'), weak: count('weak'), new: count('new') },
    answers: attempts.map(({ shownQuestionId, verdict, skillId, level, isRight, hintsUsed }) => ({ shownQuestionId, ask: verdict.ask, skillId, skill: nameOf(skillId), level, right: isRight, accuracy: verdict.accuracy, hintsUsed, nextOn: verdict.nextOn })),
    mastery: masteries.filter(({ skillId, level }) => touched.has(`${skillId} ${String(level)}`)).map((mastery) => presentMastery(mastery, nameOf, now)),
    placement: placement === undefined ? null : presentPlacement(placement, nameOf),
  };
}

function presentShown({ id, number, question, seed, hintsUsed, share, reasons }: ShownQuestion, nameOf: NameOf): NonNullable<LearningSession['current']> {
  const { kind, level, ask, code, parts } = mutable(showQuestion(question, seed));
  return { id, number, skillId: question.skillId, skill: nameOf(question.skillId), level, kind, ask, code, parts, hints: question.hints.slice(0, hintsUsed), hintsLeft: question.hints.length - hintsUsed, share, reasons: mutable(reasons) };
}

export function presentMastery({ skillId, level, probability, uncertainty, answers, provenAt, fadesAt, reasons }: StoredMastery, nameOf: NameOf, now: number): LearningOverview['mastery'][number] {
  const hasFaded = provenAt !== null && fadesAt.getTime() <= now;
  const reason = hasFaded ? [{ what: { code: 'learning.mastery.faded', params: {} }, effect: 0, evidence: [{ source: 'formula' as const, id: 'fading' }] }] : [];
  return { skillId, name: nameOf(skillId), level, probability, uncertainty, answers, provenAt: provenAt?.toISOString() ?? null, fadedAt: hasFaded ? fadesAt.toISOString() : null, reasons: mutable([...reasons, ...reason]) };
}

export function presentPlacement({ skillId, placement, placedAt }: StoredPlacement, nameOf: NameOf): NonNullable<LearningSession['placement']> {
  const { level, lowest, highest, ability, reasons } = mutable(placement);
  return { skillId, name: nameOf(skillId), level, lowest, highest, ability, placedAt: placedAt.toISOString(), reasons };
}

/** What the right answer is in words, for a prompt. */
export function rightInWords(question: Question): string {
  switch (question.kind) {
    case 'single': case 'multiple': return question.options.filter(({ right }) => right).map(({ text }) => text).join('\n');
    case 'order': return question.items.join('\n');
    case 'output': return question.output;
    case 'blank': return question.accepted.join(' / ');
    case 'text': return question.modelAnswer;
  }
}

/** What somebody answered, in words; places count in the question's own order. */
export function givenInWords(question: Question, answer: Attempt['answer']): string {
  if (answer === null) return 'I do not know.';
  if ('text' in answer) return answer.text;
  const texts = question.kind === 'order' ? question.items : question.kind === 'single' || question.kind === 'multiple' ? question.options.map(({ text }) => text) : [];
  return ('order' in answer ? answer.order : answer.chosen).map((part) => texts[part] ?? '').join('\n');
}

