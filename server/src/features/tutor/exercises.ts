/** Exercises for other features: chosen, hinted at and judged by the engine, each by itself. */
import type { Proficiency } from '@cairn/engine/knowledge';
import { AnswerError } from '@cairn/engine/learning';
import { chooseExercise, exerciseOf, judgeAttempt, readAnswer, seedOf, type ExerciseMove, type JudgementMove } from '@cairn/engine/tutor';
import { ToolFailure } from '../../platform/llm/agent/tool.ts';
import { nextLevel, type LoadMaterial } from './material.ts';

export interface Exercises {
  /** At the level asked for, or one above what the person has. Throws ToolFailure. */
  exerciseFor(wanted: { readonly skillId: string; readonly level?: 1 | 2 | 3 | 4 | undefined; readonly has: Proficiency; readonly userId: string }): ExerciseMove;
  /** Throws ToolFailure. */
  hintOf(questionId: string, number: 1 | 2 | 3): string;
  /** Judges what somebody wrote. Throws ToolFailure. */
  judge(questionId: string, written: string, userId: string): JudgementMove;
}

export function createExercises(material: LoadMaterial): Exercises {
  const questionCalled = (id: string) => {
    const question = material().question(id);
    if (question === undefined) throw new ToolFailure('tutor.question-unknown');
    return question;
  };
  const seed = (userId: string, questionId: string) => seedOf(`${userId} ${questionId}`);
  return {
    exerciseFor({ skillId, level, has, userId }) {
      const question = chooseExercise(material().questionsOf(skillId), { level: level ?? nextLevel(has), shown: [], seed: seedOf(userId) });
      if (question === undefined) throw new ToolFailure('tutor.nothing-to-teach');
      return exerciseOf(question, seed(userId, question.id));
    },
    hintOf: (questionId, number) => questionCalled(questionId).hints[number - 1] as string,
    judge(questionId, written, userId) {
      const question = questionCalled(questionId);
      try {
        return judgeAttempt(question, seed(userId, questionId), readAnswer(question, seed(userId, questionId), written), { hints: 0 });
      } catch (error) {
        if (error instanceof AnswerError) throw new ToolFailure('tutor.not-an-answer');
        throw error;
      }
    },
  };
}
