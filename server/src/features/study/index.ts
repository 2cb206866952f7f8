import type { LearningMaterial } from '@cairn/knowledge/learning';
import type { Http } from '../../platform/http/http.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Files } from '../../platform/storage/files.ts';
import { createLessonBank } from './lesson-bank.ts';
import { createLessonService, type LessonParts, type LessonService } from './lessons.service.ts';
import type { MakeMaterialsParts } from './materials.jobs.handler.ts';
import { makeMaterialsJob, refreshMaterials } from './materials.jobs.ts';
import { readQuestionsJob } from './questions/import.jobs.ts';
import { questionImportRoutes } from './questions/import.routes.ts';
import { createQuestionImports, type QuestionImportParts } from './questions/import.service.ts';
import { keysWithQuestionImport } from './questions/import.store.ts';
import { createQuestionsOf, type QuestionsOf } from './questions/own-questions.ts';
import { textHashOf } from './questions/propose.ts';
import { studyRoutes } from './study.routes.ts';
import { createStudyService, type StudyParts, type StudyService } from './study.service.ts';

export { studyData } from './study-data.ts';
export { createVideoSearch, usualTimeoutMilliseconds, youtubeAddress, type SearchVideos } from './video-search.ts';
export type { ResourceWords } from './make-materials.ts';

type Given = Omit<StudyParts & MakeMaterialsParts & LessonParts & QuestionImportParts, 'bank' | 'bankHashes' | 'searchesVideos' | 'files' | 'jobs'>;
export interface StudyFeatureParts extends Given {
  readonly jobs: Jobs;
  readonly files: Files;
  readonly material: () => LearningMaterial;
  readonly organisationIds: () => Promise<readonly string[]>;
}

export interface StudyFeature extends Pick<StudyService, 'materialsNoted' | 'materialsWanted' | 'nextLessons'>, Pick<LessonService, 'activityOf'> {
  readonly questionsOf: QuestionsOf;
  /** Queues what was noted before there was a queue. */
  catchUp(): Promise<void>;
  register(http: Pick<Http, 'implement'>): void;
}

export function createStudy({ material, organisationIds, ...given }: StudyFeatureParts): StudyFeature {
  const { database, jobs, files, now } = given;
  const bank = createLessonBank(material);
  let hashes: ReadonlyMap<string, string> | undefined;
  const bankHashes = () => (hashes ??= new Map(bank.questions().map((question) => [textHashOf(question), question.id])));
  const parts = { ...given, bank, bankHashes, searchesVideos: given.searchVideos !== null };
  const service = createStudyService(parts);
  const lessons = createLessonService(parts);
  const imports = createQuestionImports(parts);
  jobs.register(makeMaterialsJob, parts);
  jobs.register(readQuestionsJob, parts);
  files.own('questions', keysWithQuestionImport);
  jobs.chore('study.refresh-materials', '23 * * * *', async () => refreshMaterials(database, jobs, await organisationIds(), now()));
  return {
    materialsNoted: service.materialsNoted, materialsWanted: service.materialsWanted, nextLessons: service.nextLessons, activityOf: lessons.activityOf, questionsOf: createQuestionsOf(),
    catchUp: async () => refreshMaterials(database, jobs, await organisationIds(), now(), 0),
    register(http) {
      studyRoutes(http, service, lessons);
      questionImportRoutes(http, imports);
    },
  };
}
