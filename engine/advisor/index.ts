export { concludeAdvice, verdictOf } from './conclude-advice.ts';
export { isFounded, planAdvice } from './plan-advice.ts';
export { readQuestion, type QuestionRead } from './read-question.ts';
export { advisorKinds, advisorTools } from './types.ts';
export type { Advice, AdvisorGoal, AdvisorKind, AdvisorTool, ChangesSeen, ExerciseSeen, GapSeen, NextAction, ResourcesSeen, SkillsSeen, TimeSeen } from './types.ts';
