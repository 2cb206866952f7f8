import { analyseGap, readJobAd } from '@cairn/engine/gap';
import type { Skill } from '@cairn/engine/knowledge';
import { compileTaxonomy, profileSkills, type ProfileSection, type Taxonomy } from '@cairn/engine/skills';
import { seededRandom } from '@cairn/engine/seeds';
import type { BenchRow } from './row.ts';
import { percentile } from './statistics.ts';
import { threadSeconds } from './thread-seconds.ts';

const skillCount = 1200;
const analysisCount = 400;
const resumeLines = 90;
const adWords = 1000;

/**
 * A whole gap analysis (profile from a 2-page resume, reading a 1,000-word ad, the analysis) against 1,200 skills. Skills,
 * resumes and ads are made up from a fixed seed, warm, one thread, by its processor time.
 */
export function measureGapSpeed(): Promise<BenchRow[]> {
  return Promise.resolve([measureAnalysis(seededRandom(20_260_301))]);
}

function measureAnalysis(random: () => number): BenchRow {
  const skills = makeSkills(random, skillCount);
  const taxonomy = compileTaxonomy(skills);
  const milliseconds: number[] = [];
  for (let round = -20; round < analysisCount; round += 1) {
    const sections = makeResume(random, skills);
    const ad = makeAd(random, skills);
    const begun = threadSeconds();
    analyseOnce(sections, ad, taxonomy);
    if (round >= 0) milliseconds.push(1000 * (threadSeconds() - begun));
  }
  return { id: 'gap.analysis.p95-ms', label: 'Gap, 2-page resume and 1,000-word ad, 1,200 skills: p95 ms', value: percentile(milliseconds, 0.95), bar: 25, lowerIsBetter: true, n: milliseconds.length };
}

function analyseOnce(sections: readonly ProfileSection[], ad: string, taxonomy: Taxonomy): void {
  const profile = profileSkills({ sections, taxonomy, today: { year: 2026, month: 3 }, corrections: [] });
  const reading = readJobAd(ad, taxonomy);
  if (!reading.ok) throw new Error(`the made-up ad was refused: ${reading.failure.code}`);
  analyseGap({ profile, requirements: reading.jobAd.requirements, taxonomy });
}

const syllables = ['ta', 'ri', 'mon', 'del', 'ka', 'sol', 'ver', 'pi', 'lan', 'gro', 'she', 'bu', 'nix', 'quo', 'far', 'wen'];
const prose = 'the team builds and maintains services for customers who expect them to work every day while we learn from data and improve how people plan design write test and support what they own together with partners across many places'.split(' ');

function makeName(random: () => number): string {
  const words = 1 + Math.floor(random() * 2.5);
  return Array.from({ length: words }, () => capitalised(Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, syllables)).join(''))).join(' ');
}

function makeSkills(random: () => number, count: number): Skill[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `skill-${index}`, name: makeName(random), category: index % 10 === 0 ? 'soft-skill' : 'backend',
    aliases: Array.from({ length: 4 }, () => makeName(random)), ambiguous: [], hours: [30, 60, 120, 240], demand: random(), prerequisites: [],
    related: Array.from({ length: 4 }, (_unused, step) => ({ id: `skill-${(index + step + 1) % count}`, kind: step === 0 ? 'builds-on' : 'alternative', strength: 0.4 + 0.4 * random() })),
    checkpoints: {},
  }));
}

function makeResume(random: () => number, skills: readonly Skill[]): ProfileSection[] {
  const line = (index: number): ProfileSection['lines'][number] => ({ page: 1 + Math.floor(index / 45), line: 1 + (index % 45), text: sentence(random, skills, 10, 0.12), bullet: '•' });
  const parts: readonly ProfileSection['section'][] = ['summary', 'skills', 'experience', 'experience', 'experience', 'projects', 'projects', 'education', 'certifications'];
  const size = resumeLines / parts.length;
  return parts.map((section, part) => ({
    section, entryId: `entry-${part}`, start: `${2012 + part}-02`, end: `${2014 + part}-06`,
    lines: Array.from({ length: size }, (_, index) => line(part * size + index)),
  }));
}

function makeAd(random: () => number, skills: readonly Skill[]): string {
  const bullets = (words: number): string => Array.from({ length: Math.ceil(words / 14) }, () => `- ${sentence(random, skills, 12, 0.05)} ${pick(random, ['is a plus', 'is required', 'preferred', ''])}`).join('\n');
  const share = adWords / 5;
  return ['Senior Engineer at Acme Labs', bullets(share), 'What you will do', bullets(share), 'Requirements', `5+ years of ${bullets(share)}`, 'Nice to have', bullets(share), 'Benefits', bullets(share)].join('\n');
}

function sentence(random: () => number, skills: readonly Skill[], words: number, skillShare: number): string {
  return `${capitalised(Array.from({ length: words }, () => (random() < skillShare ? pick(random, skills).name : pick(random, prose))).join(' '))}.`;
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function pick<Item>(random: () => number, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}
