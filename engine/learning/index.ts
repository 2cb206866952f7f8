export { AnswerError, AnswerLanguageError, judgeAnswer, passingCoverage, type Judgement } from './judge-answer.ts';
export type {
  Answer, BankQuestion, BlankQuestion, ChoiceQuestion, CodeSample, CommonMistake, OrderQuestion, OutputQuestion, Question, QuestionKind, QuestionOption, RubricPoint, TextQuestion,
} from './question.ts';
export type { Lesson } from './lesson.ts';
export { judgeByRubric, type RubricResult } from './rubric.ts';
export { abilityFrom, chanceOfRight, estimateItem, information, mostInformative, unknownAbility, type Ability, type ItemParameters, type Response } from './item-response.ts';
export { isProven, provenFrom, traceMastery, type Mastery, type Observation } from './knowledge-tracing.ts';
export { dueOn, gradeOf, intervalDays, remember, retentionAsked, retrievability, type Grade, type Memory, type Review } from './memory.ts';
export { estimateMemoryFactor, type MemoryFactor, type PastReview } from './memory-factor.ts';
export { countedSeconds, creditAfterHints, creditOf, difficultyOfLevel, guessingOf, priorOf, usualParameters, usualSeconds } from './item-prior.ts';
export { levelOfAbility, mostPlacementQuestions, placementEnds, placementFrom, type Placement } from './placement.ts';
export { fadesAt, fadesBelow, masteryOfLevel, meanRetrievability, type KeptMemory, type LevelAnswer, type LevelMastery } from './level-mastery.ts';
export { assessAnswer, type Assessment, type Depth, type DepthName } from './assess-answer.ts';
export { chooseNext, choosePlacement, mix, weakBelow, type BankItem, type Choice, type ChoiceRequest, type ItemMemory, type Share, type SkillHistory } from './choose-next.ts';
export { materialKey, materialOfLesson, materialOfResource, rankMaterials, type Material, type MaterialNeed, type MaterialWishes, type RankedMaterial } from './rank-materials.ts';
export { choosePractice, type PracticeRequest } from './choose-practice.ts';
export { answerInOwnOrder, placesOf, rightAnswerOf, showQuestion, shuffledOrder, type RightAnswer, type ShownForm } from './show-question.ts';
export { seedOf } from '../seeds/seeded-random.ts';
export { throughLevels, type LevelStanding } from './through-levels.ts';
