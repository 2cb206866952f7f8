import type { AnswerOf, Endpoint, ProgressOf, RequestOf } from './endpoint.ts';
import { advisor } from './advisor.ts';
import { ai } from './ai.ts';
import { auth } from './auth.ts';
import { gap } from './gap.ts';
import { knowledge } from './knowledge.ts';
import { languageModels } from './language-models.ts';
import { dailyPlans } from './daily-plans.ts';
import { learning } from './learning.ts';
import { notes } from './notes.ts';
import { organisation } from './organisation.ts';
import { profile } from './profile.ts';
import { progress } from './progress.ts';
import { resumes } from './resume.ts';
import { roadmap } from './roadmap.ts';
import { skills } from './skills.ts';
import { study } from './study.ts';
import { system } from './system.ts';
import { tutor } from './tutor.ts';

export { ai, advisor, auth, dailyPlans, gap, knowledge, languageModels, learning, notes, organisation, profile, progress, resumes, roadmap, skills, study, system, tutor };
export { liveEvent, type LiveEvent } from './live.ts';
export { type AnswerOf, type Endpoint, type RequestOf } from './endpoint.ts';
export { commonFailures, failureTable, type FailureCode } from './failures.ts';
export { mayRole, permissionTable, roles, type MemberRole, type Permission } from './permissions.ts';
export { problem, reason as reasonForm, type Problem } from './common.ts';
export type { AdvisorAdvice, AdvisorRun, AdvisorStep } from './advisor.ts';
export type { User } from './auth.ts';
export type { CareerForm } from './profile.ts';
export type { ResumeAnswer, ResumeFields } from './resume.ts';
export type { AiAnalysis, AiAnalysisAnswer, AiInterview, AiInterviewAnswer, AiInterviewWords, AiPlan, AiQuiz, AiQuizAnswer, AiQuizWords, AiResource, AiRoadmapAnswer, AiRoadmapWords, AiSkillsWords } from './ai.ts';
export type { SkillGap } from './gap.ts';
export type { KnowledgeEntry, KnowledgeEntryHead, KnowledgeImport, KnowledgeImportDetails } from './knowledge.ts';
export { answerMeta, injections, modelFailures, type AnswerMeta, type LanguageModels } from './language-models.ts';
export type { DailyPlan, DailyRhythm } from './daily-plans.ts';
export type { LearningOverview, LearningSession, LearningVerdict } from './learning.ts';
export type { Note } from './notes.ts';
export type { CheckAnswer, CheckAnswerSent, CheckJudgement, LessonCheck, LessonHead, LessonNote, QuestionImport, QuestionImportDetails, SkillMaterials, StudyLesson, StudyOverview } from './study.ts';
export type { ProgressAnswer, ProgressEvent, ProgressInsight } from './progress.ts';
export type { RoadmapAnswer } from './roadmap.ts';
export { tutorMoves } from './tutor.ts';
export type { TutorAct, TutorChat, TutorContent, TutorMessage } from './tutor.ts';

/** Every endpoint, by feature. */
export const features = { auth, organisation, profile, resumes, skills, gap, roadmap, progress, dailyPlans, knowledge, languageModels, learning, ai, advisor, tutor, notes, study, system };
export const allEndpoints: readonly Endpoint[] = Object.values(features).flatMap((feature) => Object.values(feature));

type Union = { [F in keyof typeof features]: (typeof features)[F][keyof (typeof features)[F]] }[keyof typeof features];

/** The API by `METHOD /path`: what the web client is typed by, without a line of zod in its bundle. */
export type Api = { [E in Union as `${E['method']} ${E['path']}`]: { request: RequestOf<E>; answer: AnswerOf<E>; progress: ProgressOf<E> } };
