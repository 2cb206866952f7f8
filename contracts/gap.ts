import { z } from 'zod';
import { evidence, id, idParams, instant, jobAdEvidence, level, listOf, message, page, proficiency, reason } from './common.ts';
import { endpoint } from './endpoint.ts';

const requirement = z.enum(['must', 'should', 'nice']);
/** `skill` is its name. */
const skillHead = { skillId: z.string(), skill: z.string(), category: z.string() };
const alternatives = z.array(z.object({ skillId: z.string(), name: z.string() }));
const why = { reasons: z.array(reason), evidence: z.array(evidence) };

/** What the gap is measured against. */
const goal = z.object({ title: z.string().nullable(), organisation: z.string().nullable(), roleId: z.string().nullable(), jobAdId: id.nullable(), url: z.string().nullable() });

const gapHead = z.object({ id, goal, resumeId: id.nullable(), matchPercentage: z.number(), weightedMatchPercentage: z.number(), missingCount: z.int(), createdAt: instant });

export const skillGap = gapHead.extend({
  matched: z.array(z.object({
    ...skillHead, requirement, userLevel: proficiency, requiredLevel: level, match: z.enum(['exact', 'similar']),
    similarTo: z.object({ skillId: z.string(), name: z.string(), score: z.number() }).nullable(), alternatives, weight: z.number(), ...why,
  })),
  missing: z.array(z.object({ ...skillHead, requirement, requiredLevel: level, alternatives, importance: z.number(), weight: z.number(), weightedMatchIfLearned: z.number(), ...why })),
  proficiencyGaps: z.array(z.object({ skillId: z.string(), skill: z.string(), userLevel: proficiency, requiredLevel: level, ...why })),
  strengths: z.array(z.object({ ...skillHead, level: proficiency })),
  reasons: z.array(reason),
  /** What the browser needs to answer "and if I learned these?" by itself. */
  whatIf: z.array(z.object({ skillId: z.string(), weight: z.number(), share: z.number(), shareIfLearned: z.record(z.string(), z.number()) })),
  /** What the ad asks for in words that no skill Cairn knows has, and how sure that is, 0 to 1. In none of the numbers. */
  otherPhrases: z.array(z.object({ text: z.string(), kind: z.enum(['skill', 'knowledge']), confidence: z.number(), evidence: jobAdEvidence })),
  warnings: z.array(message),
  /** What the ad says about the job beside its skills; null for a role, and what it does not say is null. */
  job: z.object({
    seniority: z.enum(['intern', 'trainee', 'junior', 'mid', 'senior', 'lead', 'manager', 'director', 'executive']).nullable(),
    /** As the gazetteer writes it, country as ISO 3166-1 code; a place it does not have as the ad writes it. */
    place: z.object({ name: z.string(), state: z.string().nullable(), country: z.string().nullable() }).nullable(),
    isRemote: z.boolean(),
  }).nullable(),
  /** The role Cairn knows that the ad is most likely for; null for a role, and where none is likely enough. Confidence is 0 to 1. */
  looksLike: z.object({ id: z.string(), name: z.string(), confidence: z.number(), reasons: z.array(reason) }).nullable(),
  /** The text of the ad that offsets in the evidence point into; null for a role. */
  jobText: z.string().nullable(),
});
export type SkillGap = z.output<typeof skillGap>;

const jobAd = z.object({ id, title: z.string().nullable(), organisation: z.string().nullable(), text: z.string(), language: z.string(), createdAt: instant });

const readFailures = ['gap.text-too-short', 'gap.no-skill-found', 'gap.wrong-language'] as const;
const own = ['auth.signed-out', 'auth.forbidden'] as const;

export const gap = {
  readJobAd: endpoint({
    method: 'POST', path: '/job-ads', summary: 'Read a job ad from a file; answers the text read', access: 'gap.own', limit: 'upload', files: ['file'],
    answers: { 201: jobAd }, failures: [...own, 'request.cross-site', 'job-ad.unreadable', 'resume.no-file', 'resume.empty-file', 'resume.too-large', 'resume.scanned', 'resume.no-text', 'resume.password', 'resume.not-a-document', 'resume.wrong-extension', 'resume.too-many-pages', 'resume.archive-bomb', 'resume.old-word', 'resume.readers-busy', 'resume.damaged', 'resume.too-slow', 'resume.out-of-memory', ...readFailures],
  }),
  create: endpoint({
    method: 'POST', path: '/skill-gaps', summary: 'Compare your skills with a job', access: 'gap.own',
    body: z.object({ resumeId: id.optional(), jobDescription: z.string().max(100_000).optional(), jobUrl: z.string().max(2000).optional(), jobAdId: id.optional(), roleId: z.string().max(80).optional() }),
    answers: { 201: skillGap },
    failures: [...own, 'request.cross-site', 'request.idempotency-conflict', 'request.in-progress', 'gap.one-source', 'gap.no-resume', 'resume.unknown', 'resume.not-read-yet', 'role.unknown', 'job-ad.unknown', 'job-ad.unreadable', 'job-ad.address-not-allowed', 'job-ad.address-unreachable', 'job-ad.address-too-large', ...readFailures],
  }),
  list: endpoint({
    method: 'GET', path: '/skill-gaps', summary: 'Your skill gaps, newest first', access: 'gap.own', query: page,
    answers: { 200: listOf(gapHead) }, failures: [...own],
  }),
  read: endpoint({
    method: 'GET', path: '/skill-gaps/:id', summary: 'One skill gap with its reasons', access: 'gap.own', params: idParams,
    answers: { 200: skillGap }, failures: [...own, 'gap.unknown'],
  }),
  erase: endpoint({
    method: 'DELETE', path: '/skill-gaps/:id', summary: 'Erase a skill gap', access: 'gap.own', params: idParams,
    answers: { 204: null }, failures: [...own, 'request.cross-site', 'gap.unknown'],
  }),
};
