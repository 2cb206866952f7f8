import { analyseGap, readJobAd, requirementsFromRole, type JobAd, type OtherPhrase, type Requirement } from '@cairn/engine/gap';
import type { Message } from '@cairn/engine/reasons';
import type { FailureCode } from '@cairn/contracts/failures';
import type { WhatCairnKnows } from '../features/knowledge/what-cairn-knows.ts';
import { Failure } from '../platform/http/failure.ts';
import { chooseRole } from './choose-role.ts';
import { exitCodes, readParameters, type CommandCall } from './command.ts';
import { printGap } from './print-gap.ts';
import { refusal } from './refusal.ts';
import { skillsShown, whatCairnKnows } from './resume-skills.ts';
import { withReader, type FileReader } from './with-reader.ts';

/** What the resume is compared with. */
export interface GapGoal {
  readonly title: string | null;
  readonly organisation: string | null;
  readonly place: string | null;
  readonly url: string | null;
  readonly roleId: string | null;
}

interface Wanted {
  readonly goal: GapGoal;
  readonly requirements: readonly Requirement[];
  readonly otherPhrases: readonly OtherPhrase[];
  readonly warnings: readonly Message[];
}

export async function run(call: CommandCall): Promise<number> {
  const namesRole = call.parameters.some((word) => word === '--role' || word.startsWith('--role='));
  const { values, words: [file = '', job = ''] } = readParameters(call.parameters, { role: { type: 'string' }, json: { type: 'boolean', default: false } }, namesRole ? ['FILE'] : ['FILE', 'JOB']);
  return withReader(call, async (reader) => {
    const known = await whatCairnKnows();
    const wanted = values.role === undefined ? await wantedOfAd(job, reader, known) : wantedOfRole(values.role, known);
    const { reading } = await reader.resume(file);
    const profile = skillsShown(reading.texts, known, call.now());
    const analysis = analyseGap({ profile, requirements: wanted.requirements, taxonomy: known.taxonomy });
    const gap = { goal: wanted.goal, ...analysis, otherPhrases: wanted.otherPhrases, warnings: wanted.warnings };
    if (values.json) call.out(JSON.stringify(gap, undefined, 2));
    else for (const line of printGap(gap)) call.out(line);
    return exitCodes.done;
  });
}

function wantedOfRole(name: string, known: WhatCairnKnows): Wanted {
  const role = chooseRole(name, known.knowledge.roles);
  return { goal: { title: role.name, organisation: null, place: null, url: null, roleId: role.id }, requirements: requirementsFromRole(role, known.taxonomy), otherPhrases: [], warnings: [] };
}

async function wantedOfAd(job: string, reader: FileReader, known: WhatCairnKnows): Promise<Wanted> {
  const isAddress = /^https?:\/\//i.test(job);
  const { url, text, facts } = isAddress ? await pageAt(job) : { url: null, text: await reader.text(job), facts: {} };
  const ad = readJobAd(text, known.taxonomy, facts, known.phraseModel);
  if (!ad.ok) throw refusal(job, ad.failure.code as FailureCode);
  return { goal: goalOf(ad.jobAd, url), requirements: ad.jobAd.requirements, otherPhrases: ad.jobAd.otherPhrases, warnings: ad.jobAd.warnings };
}

async function pageAt(address: string) {
  const { readJobPage } = await import('../features/gap/job-page.ts');
  try {
    return await readJobPage(address);
  } catch (error) {
    if (error instanceof Failure) throw refusal(address, error.code);
    throw error;
  }
}

function goalOf({ title, organisation, place }: JobAd, url: string | null): GapGoal {
  return { title, organisation, place, url, roleId: null };
}
