export { prepareInterview, type InterviewDay, type InterviewDemand, type InterviewPreparation, type InterviewRequest, type InterviewTopic } from './prepare-interview.ts';
