import type { SkillGap } from '@cairn/contracts';

const why = { reasons: [], evidence: [] };
const adText = 'You must know TypeScript and Docker. SQL is good.';

/** Half of the weight is met: SQL in full; TypeScript (40 %) and Docker (10 %) are missing. */
export function aGap(parts: Partial<SkillGap> = {}): SkillGap {
  return {
    id: '01930000-0000-7000-8000-000000000001', resumeId: null, createdAt: '2025-11-01T10:00:00Z',
    goal: { title: 'Backend engineer', organisation: 'Tidewater', roleId: null, jobAdId: null, url: null },
    matchPercentage: 33.3, weightedMatchPercentage: 50, missingCount: 2, strengths: [], otherPhrases: [], warnings: [], reasons: [], proficiencyGaps: [], job: null, looksLike: null, jobText: adText,
    matched: [{ skillId: 'sql', skill: 'SQL', category: 'database', requirement: 'should', userLevel: 2, requiredLevel: 2, match: 'exact', similarTo: null, alternatives: [], weight: 0.5, ...why, evidence: [{ source: 'job-ad', start: 37, end: 49, text: 'SQL is good.' }] }],
    missing: [
      { skillId: 'typescript', skill: 'TypeScript', category: 'programming-language', requirement: 'must', requiredLevel: 2, alternatives: [], importance: 80, weight: 0.4, weightedMatchIfLearned: 90, ...why, evidence: [{ source: 'job-ad', start: 0, end: 36, text: 'You must know TypeScript and Docker.' }] },
      { skillId: 'docker', skill: 'Docker', category: 'devops', requirement: 'must', requiredLevel: 1, alternatives: [], importance: 60, weight: 0.1, weightedMatchIfLearned: 60, ...why, evidence: [{ source: 'job-ad', start: 0, end: 36, text: 'You must know TypeScript and Docker.' }] },
    ],
    whatIf: [
      { skillId: 'sql', weight: 0.5, share: 1, shareIfLearned: {} },
      { skillId: 'typescript', weight: 0.4, share: 0, shareIfLearned: { typescript: 1 } },
      { skillId: 'docker', weight: 0.1, share: 0, shareIfLearned: { docker: 1 } },
    ],
    ...parts,
  };
}
