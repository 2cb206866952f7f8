export { readAdFacts, type AdFacts } from './ad-facts.ts';
export type {
  AlternativeSkill, GapAnalysis, JobAd, MatchedSkill, MissingSkill, OtherPhrase, ProficiencyGap, Requirement, Strength,
} from './types.ts';
export { readableLanguages, readJobAd, shortestAdWords, type JobAdReading, type KnownAdFacts } from './read-job-ad.ts';
export { requirementsFromRole } from './role-requirements.ts';
export { analyseGap, type GapRequest } from './analyse-gap.ts';
export type { CorpusStatistics } from './corpus.ts';
export { similarityThreshold, skillSimilarity } from './similarity.ts';
export { whatIf, type MatchPercentages, type WhatIfRequirement } from './what-if.ts';
