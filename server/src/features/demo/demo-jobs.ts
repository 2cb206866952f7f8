/** The demo college's jobs: ads written from what roles ask for, in the words that ads use. */
import { readJobAd, type Requirement } from '@cairn/engine/gap';
import type { Role, RoleSkill } from '@cairn/engine/knowledge';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import type { Chance } from './chance.ts';
import { demoPlaces, organisationName } from './demo-careers.ts';

export interface DemoJob {
  readonly title: string;
  readonly organisationName: string;
  readonly place: string;
  readonly text: string;
  readonly requirements: readonly Requirement[];
  /** Days before the college was made. */
  readonly daysAgo: number;
}

const wordsByLevel = { 1: ['basic knowledge of', 'familiarity with'], 2: ['working knowledge of', 'good knowledge of', 'hands-on experience with'], 3: ['strong experience with', 'proficiency in'], 4: ['deep expertise in', 'expert knowledge of'] } as const;

export function demoJobs(chance: Chance, known: WhatCairnKnows, count: number): DemoJob[] {
  const roles = [...known.roles.values()];
  return Array.from({ length: count }, (_unused, index) => demoJob(chance, known, roles[index % roles.length] as Role));
}

function demoJob(chance: Chance, known: WhatCairnKnows, role: Role): DemoJob {
  const title = chance.pick([role.name, role.name, ...role.titles.slice(0, 2).map(capitalised)]);
  const employer = organisationName(chance, role.field);
  const place = chance.pick(demoPlaces);
  const years = chance.between(0, 4);
  const line = ({ id, level }: RoleSkill): string => `- ${capitalised(`${chance.pick(wordsByLevel[level])} ${known.skills.get(id)?.name ?? id}`)}`;
  const text = [
    title,
    `${employer}, ${place}`,
    '',
    'About the role',
    role.summary,
    '',
    'What you must have',
    ...(years > 0 ? [`- ${String(years)}+ years of work in a similar role`] : ['- Fresh graduates are welcome']),
    ...chance.pickSome(role.must, Math.max(4, role.must.length - 1)).map(line),
    '',
    'Preferred',
    ...chance.pickSome(role.should, 4).map(line),
    '',
    'Nice to have',
    ...chance.pickSome(role.nice, 3).map(line),
  ].join('\n');
  const reading = readJobAd(text, known.taxonomy, { title, organisation: employer, place });
  if (!reading.ok) throw new Error(`The demo job ${title} cannot be read: ${reading.failure.code}`);
  return { title, organisationName: employer, place, text, requirements: reading.jobAd.requirements, daysAgo: chance.between(0, 60) };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
