export { AnswerError, judgeAnswer, passingCoverage, type Judgement } from './judge-answer.ts';
export type {
  Answer, BlankQuestion, ChoiceQuestion, CodeSample, CommonMistake, OrderQuestion, OutputQuestion, Question, QuestionKind, QuestionOption, RubricPoint, TextQuestion,
} from './question.ts';
export type { Lesson } from './lesson.ts';
export { judgeByRubric, type RubricResult } from './rubric.ts';
export { abilityFrom, chanceOfRight, estimateItem, information, mostInformative, unknownAbility, type Ability, type ItemParameters, type Response } from './item-response.ts';
export { isProven, provenFrom, traceMastery, type Mastery, type Observation } from './knowledge-tracing.ts';
export { answerInOwnOrder, placesOf, rightAnswerOf, showQuestion, shuffledOrder, type RightAnswer, type ShownForm } from './show-question.ts';
