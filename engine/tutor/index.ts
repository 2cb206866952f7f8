export { chooseExercise, chooseWorked } from './choose-exercise.ts';
export { explanationsOf } from './explanations.ts';
export { afterAct, contradicts, guideOn, isAnswer, isCircling, tutorTools, wishIn, type Act, type TutorTool } from './guide.ts';
export { exerciseOf, judgeAttempt, readAnswer, rightAnswerText } from './judge-attempt.ts';
export { afterMove, isFinished, standingAtBegin, type ExerciseMove, type JudgementMove, type Move, type Standing } from './moves.ts';
export { seedOf } from '../seeds/seeded-random.ts';
