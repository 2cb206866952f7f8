/** One turn of a chat: the tools work on the standing in which it began, move by move. */
import { tutorMoves } from '@cairn/contracts';
import { AnswerError, AnswerLanguageError, type Answer, type Question } from '@cairn/engine/learning';
import { afterMove, chooseExercise, exerciseOf, explanationsOf, judgeAttempt, readAnswer, seedOf, type Act, type Move, type Standing, type TutorTool } from '@cairn/engine/tutor';
import { z } from 'zod';
import { defineTool, ToolFailure, type Tool } from '../../platform/llm/agent/tool.ts';
import type { Material } from './material.ts';

export interface Turn {
  readonly tools: readonly Tool[];
  /** Where the chat stands after what was done so far. */
  standing(): Standing;
  /** Takes a move that no tool made. */
  advance(move: Move): void;
}

export interface TurnParts {
  readonly chatId: string;
  readonly skillId: string;
  readonly material: Material;
  readonly act: Act;
  readonly standing: Standing;
}

/** Their answers as they are stored: a judgement also keeps by what the answer is known again. */
const answered = { ...tutorMoves, judgement: tutorMoves.judgement.extend({ tried: z.string() }) };

export const seedFor = (chatId: string, questionId: string): number => seedOf(`${chatId} ${questionId}`);

export function createTurn({ chatId, skillId, material, act, standing: begun }: TurnParts): Turn {
  let standing = begun;
  const advance = (move: Move): void => { standing = afterMove(standing, move); };
  const make = <M extends Move>(move: M): M => {
    advance(move);
    return move;
  };
  const openQuestion = (): { question: Question; open: NonNullable<Standing['open']> } => {
    const question = standing.open && material.question(standing.open.questionId);
    if (!question || standing.open === null) throw new ToolFailure('tutor.no-exercise-open');
    return { question, open: standing.open };
  };

  // None takes an input: a model chooses what is done next, and has no say in whose answer is judged or which question comes.
  const none = z.strictObject({});
  const tool = <Output>(name: TutorTool, description: string, output: z.ZodType<Output>, run: () => Output): Tool =>
    defineTool({ name, description, input: none, output, run: () => Promise.resolve(run()) });

  return {
    standing: () => standing, advance,
    tools: [
      tool('exercise', 'Gives the person the next exercise, at the level that fits them.', answered.exercise as z.ZodType<unknown>, () => {
        const question = chooseExercise(material.questionsOf(skillId), { level: standing.level, shown: standing.shown, seed: seedOf(chatId) });
        if (question === undefined) throw new ToolFailure('tutor.no-exercise-left');
        return make(exerciseOf(question, seedFor(chatId, question.id)));
      }),
      tool('assess', 'Judges the message as the answer to the exercise that is open: right or wrong, and why. Ask it whenever the message tries an answer.', answered.judgement as z.ZodType<unknown>, () => {
        const { question, open } = openQuestion();
        return make(judged(question, seedFor(chatId, question.id), answerIn(question, chatId, act), open));
      }),
      tool('hint', 'Gives the next hint for the open exercise; there are three, from a nudge to nearly the answer.', answered.hint as z.ZodType<unknown>, () => {
        const { question, open } = openQuestion();
        const text = question.hints[open.hints];
        if (text === undefined) throw new ToolFailure('tutor.no-hints-left');
        return make({ kind: 'hint', number: (open.hints + 1) as 1 | 2 | 3, text });
      }),
      tool('explain', 'Gives the next piece of the explanation of the skill, from a lesson.', answered.explanation as z.ZodType<unknown>, () => {
        const pieces = explanationsOf({ lessons: material.lessonsOf(skillId), questions: material.questionsOf(skillId), level: standing.target, open: standing.open?.questionId ?? null });
        const piece = pieces[standing.explained];
        if (piece === undefined) throw new ToolFailure('tutor.no-explanation-left');
        return make(piece);
      }),
    ],
  };
}

/** Throws ToolFailure where the rubric cannot read the answer's language. */
function judged(question: Question, seed: number, answer: Answer, open: NonNullable<Standing['open']>) {
  try {
    return judgeAttempt(question, seed, answer, open);
  } catch (error) {
    if (error instanceof AnswerLanguageError) throw new ToolFailure('tutor.answer-language');
    throw error;
  }
}

/** Throws ToolFailure where the person said nothing that answers the question. */
export function answerIn(question: Question, chatId: string, act: Act) {
  if (act.kind === 'answer') return act.answer;
  if (act.kind === 'ask') throw new ToolFailure('tutor.not-an-answer');
  try {
    return readAnswer(question, seedFor(chatId, question.id), act.text);
  } catch (error) {
    if (error instanceof AnswerError) throw new ToolFailure('tutor.not-an-answer');
    throw error;
  }
}
