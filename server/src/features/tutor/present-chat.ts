/** A stored chat as the API answers it. */
import type { TutorChat, TutorContent, TutorMessage } from '@cairn/contracts';
import type { Question } from '@cairn/engine/learning';
import { exerciseOf, isFinished, type Act, type Move } from '@cairn/engine/tutor';
import { mutable } from '../../platform/mutable.ts';
import { seedFor } from './tutor-turn.ts';
import type { StoredChat, StoredMessage } from './tutor.store.ts';

type Head = Omit<TutorChat, 'messages' | 'open' | 'hintsLeft' | 'unanswered'>;

/** Of a turn, as it is kept with its run. */
export interface TurnGoal {
  readonly chatId: string;
  /** Number that the person's message will have. */
  readonly message: number;
  readonly act: Act;
}

export function presentHead({ id, skillId, level, standing, createdAt, updatedAt }: StoredChat, skillName: string): Head {
  return { id, skillId, skill: skillName, level, right: standing.right, answered: standing.answered, isFinished: isFinished(standing), createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

export function presentChat(chat: StoredChat, messages: readonly StoredMessage[], skillName: string, questionCalled: (id: string) => Question | undefined, unanswered: string | null): TutorChat {
  const question = chat.standing.open === null ? undefined : questionCalled(chat.standing.open.questionId);
  return {
    ...presentHead(chat, skillName), messages: messages.map(presentMessage), open: question ? mutable(exerciseOf(question, seedFor(chat.id, question.id))) : null,
    hintsLeft: question && chat.standing.open ? question.hints.length - chat.standing.open.hints : 0, unanswered,
  };
}

const presentMessage = ({ number, author, content, createdAt }: StoredMessage): TutorMessage => ({ number, author, content, createdAt: createdAt.toISOString() });

/** What stands in the chat of a move; by what an answer is known again stays with the standing. */
export function contentOf(move: Move): TutorContent {
  if (move.kind !== 'judgement') return mutable(move) as TutorContent;
  const { tried: _, ...shown } = move;
  return mutable(shown);
}

/** What the person did, in words. */
export function contentOfAct(act: Act, question: Question | undefined, chatId: string): TutorContent {
  if (act.kind !== 'answer') return { ...act };
  const { answer } = act;
  if ('text' in answer) return { kind: 'answer', text: answer.text };
  const parts = question ? exerciseOf(question, seedFor(chatId, question.id)).parts : [];
  const places = answer.kind === 'order' ? answer.order : answer.chosen;
  return { kind: 'answer', text: places.map((place) => parts[place] ?? '').join('\n') };
}
