import type { LearningMaterial } from '@cairn/knowledge/learning';
import type { Question } from '@cairn/engine/learning';
import type { Transaction } from '../../platform/database/database.ts';
import type { Http } from '../../platform/http/http.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { createAnswerBeside, type AnswerBesideSession } from './answer-beside.ts';
import { createBank } from './bank.ts';
import { estimateQuestionsJob } from './estimate.jobs.ts';
import type { ExplainParts } from './explain.ts';
import { createFrontDoor, type FrontDoor } from './front-door.ts';
import { createKeepAnswer, type KeepAnswerParts } from './keep-answer.ts';
import { learningRoutes } from './learning.routes.ts';
import { createLearningService, type LearningParts, type LearningService } from './learning.service.ts';

export { learningData } from './learning-data.ts';
export type { AnswerBeside, AnswerBesideSession, CountedAnswer } from './answer-beside.ts';
export type { LearningService } from './learning.service.ts';
export type { AnswersActivity, FrontDoor as LearningFrontDoor, LevelMasteryOf, ProvenSkill } from './front-door.ts';

export interface LearningDeps extends Omit<LearningParts, 'bankOf' | 'keepAnswer'>, KeepAnswerParts, Omit<ExplainParts, 'service'> {
  readonly jobs: Pick<Jobs, 'register' | 'chore' | 'enqueue'>;
  /** Cairn's own questions and lessons. */
  readonly material: () => LearningMaterial;
  readonly organisationIds: () => Promise<readonly string[]>;
  /** The organisation's own questions, which stand beside Cairn's. */
  readonly questionsOf: (tx: Transaction) => Promise<readonly Question[]>;
}

export interface LearningFeature extends FrontDoor {
  /** Counts an answer that was given beside a session, in the caller's transaction. */
  readonly answerBeside: AnswerBesideSession;
  /** The same service at another clock, for what is told of the past; its activity is not announced. */
  readonly serviceAt: (now: () => number) => LearningService;
  register(http: Pick<Http, 'implement'>): void;
}

export function createLearning({ jobs, material, organisationIds, questionsOf, ...given }: LearningDeps): LearningFeature {
  const bankOf = createBank({ material, questionsOf });
  const parts = { ...given, bankOf, keepAnswer: createKeepAnswer(given) };
  const service = createLearningService(parts);
  jobs.register(estimateQuestionsJob, { bankOf, now: parts.now });
  jobs.chore('learning.estimate', '23 1 * * *', async () => {
    for (const organisationId of await organisationIds()) await parts.database.transaction({ organisationId }, (tx) => jobs.enqueue(tx, estimateQuestionsJob, { organisationId }));
  });
  return {
    ...createFrontDoor(parts), answerBeside: createAnswerBeside(parts),
    serviceAt: (now) => createLearningService({ ...parts, now, keepAnswer: createKeepAnswer({ ...given, activityChanged: () => Promise.resolve() }) }),
    register: (http) => { learningRoutes(http, service, parts); },
  };
}
