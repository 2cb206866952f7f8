/** What a resume is compared with on the command line: a role, or a job ad from a file or an address. */
import { readJobAd, requirementsFromRole, type JobAd, type OtherPhrase, type Requirement } from '@cairn/engine/gap';
import type { Message } from '@cairn/engine/reasons';
import type { FailureCode } from '@cairn/contracts/failures';
import type { WhatCairnKnows } from '../features/knowledge/what-cairn-knows.ts';
import { Failure } from '../platform/http/failure.ts';
import { chooseRole } from './choose-role.ts';
import { refusal } from './refusal.ts';
import type { FileReader } from './with-reader.ts';

export interface GapGoal {
  readonly title: string | null;
  readonly organisation: string | null;
  readonly place: string | null;
  readonly url: string | null;
  readonly roleId: string | null;
}

export interface WantedJob {
  readonly goal: GapGoal;
  readonly requirements: readonly Requirement[];
  readonly otherPhrases: readonly OtherPhrase[];
  readonly warnings: readonly Message[];
}

/** The words of a command that takes a file, and a job unless a role is named. */
export function wordsWanted(parameters: readonly string[]): string[] {
  return parameters.some((word) => word === '--role' || word.startsWith('--role=')) ? ['FILE'] : ['FILE', 'JOB'];
}

export function wantedOfRole(name: string, known: WhatCairnKnows): WantedJob {
  const role = chooseRole(name, known.knowledge.roles);
  return { goal: { title: role.name, organisation: null, place: null, url: null, roleId: role.id }, requirements: requirementsFromRole(role, known.taxonomy), otherPhrases: [], warnings: [] };
}

export async function wantedOfAd(job: string, reader: FileReader, known: WhatCairnKnows): Promise<WantedJob> {
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
