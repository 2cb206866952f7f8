export { questionKey } from './question-key.ts';
export type { CountsFrom } from './read-answer.ts';
export { asksQuestions, readQuestionRows, rowFaults, type DraftQuestion, type QuestionRow, type ReadRow, type RowFault, type RowsRead } from './read-question-rows.ts';
