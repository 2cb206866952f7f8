/** What the matcher is measured on: names of skills and jobs, and the text of job ads, from the data folder where it has them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Skill } from '@cairn/engine/knowledge';
import { loadKnowledge } from '@cairn/knowledge';
import { readCsv } from './read-csv.ts';

const linesOf = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
const labelsOf = (rows: readonly Record<string, string>[]): string[] => rows.flatMap(({ preferredLabel = '', altLabels = '' }) => [preferredLabel, ...altLabels.split(/\n| \| /)]);

/** Every name in the folder and in knowledge/, each once. */
export function realForms(dataDirectory: string): string[] {
  const taxonomy = (name: string): string => join(dataDirectory, 'taxonomy', name);
  const { skills, roles } = loadKnowledge();
  const forms = [
    ...skills.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...roles.flatMap(({ titles }) => titles),
    ...linesOf(join(dataDirectory, 'skills/esco_1.1.0_skill_labels_en.txt')),
    ...['ictSkills', 'languageSkills', 'transversalSkills'].flatMap((name) => labelsOf(readCsv(taxonomy(`esco_1.0.x/${name}Collection_en.csv`)))),
    ...labelsOf(readCsv(taxonomy('esco_1.1.1/occupations_en.csv'))),
    ...readCsv(taxonomy('onet_29.3/Technology_Skills.txt'), '\t').map(({ Example = '' }) => Example),
    ...readCsv(taxonomy('onet_29.3/Sample_of_Reported_Titles.txt'), '\t').map((row) => row['Reported Job Title'] ?? ''),
  ];
  return [...new Set(forms.map((form) => form.trim()))].filter((form) => form.length > 1);
}

/** The forms cut or topped up to a number: what is missing begins as one of them and ends as another. */
export function toFormCount(forms: readonly string[], count: number, random: () => number): string[] {
  const all = new Set(forms.slice(0, count));
  const pick = (): string[] => (forms[Math.floor(random() * forms.length)] ?? '').split(' ');
  while (all.size < count) {
    const [start, end] = [pick(), pick()];
    all.add(`${start.slice(0, Math.ceil(start.length / 2)).join(' ')} ${end.at(-1) ?? ''}`);
  }
  return [...all];
}

/** Skills with a name and one alias each. */
export function skillsNamed(forms: readonly string[]): Skill[] {
  return Array.from({ length: Math.ceil(forms.length / 2) }, (_, at) => ({
    id: `skill-${at}`, name: forms[2 * at] as string, category: 'backend', aliases: forms.slice(2 * at + 1, 2 * at + 2), ambiguous: [],
    hours: [30, 60, 120, 240], demand: 0.5, prerequisites: [], related: [], checkpoints: {},
  }));
}

/** The ads of the folder, one text each. */
function realAds(dataDirectory: string): string[] {
  const ads = (name: string, columns: readonly string[]): string[] =>
    readCsv(join(dataDirectory, 'job_ads', name)).map((row) => columns.map((column) => row[column] ?? '').join('\n'));
  return [
    ...ads('glassdoor_ds_jobs_shared.csv', ['Job Title', 'Job Description']),
    ...ads('google_job_ads_shared.csv', ['Title', 'Responsibilities', 'Minimum Qualifications', 'Preferred Qualifications']),
    ...ads('hahu_ads_esco_occupation_shared.csv', ['title', 'description']),
  ];
}

/** Text of job ads, repeated to a length in bytes of UTF-8; where the folder has none, names among ordinary words. */
export function adText(dataDirectory: string, forms: readonly string[], bytes: number, random: () => number): string {
  const ads = realAds(dataDirectory);
  const text = ads.length > 0 ? ads.join('\n\n') : Array.from({ length: 20_000 }, () => madeUpLine(forms, random)).join('\n');
  const times = Math.ceil(bytes / Buffer.byteLength(text));
  return Buffer.from(`${text}\n\n`.repeat(times)).subarray(0, bytes).toString().replace(/\ufffd$/, '');
}

const prose = 'the team builds and maintains services for customers who expect them to work every day while we learn from data and improve how people plan design write test and support what they own together with partners across many places'.split(' ');

function madeUpLine(forms: readonly string[], random: () => number): string {
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  return `${Array.from({ length: 14 }, () => (random() < 0.05 ? pick(forms) : pick(prose))).join(' ')}.`;
}
