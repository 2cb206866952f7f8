import type { SkillGap } from '@cairn/contracts';
import { analyseGap, readJobAd, requirementsFromRole, type GapAnalysis, type JobAd, type KnownAdFacts, type OtherPhrase, type Requirement } from '@cairn/engine/gap';
import type { Role } from '@cairn/engine/knowledge';
import type { Message } from '@cairn/engine/reasons';
import type { ResumeText } from '@cairn/engine/resume';
import type { SkillTarget } from '@cairn/engine/roadmap';
import { raiseByLearning, type SkillCorrection, type SkillProfile } from '@cairn/engine/skills';
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { Place } from '../../platform/database/newest-first.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import type { Live } from '../../platform/live/live.ts';
import type { KnownTo, WhatCairnKnows } from '../knowledge/index.ts';
import type { Places } from '../places/index.ts';
import type { SkillsService } from '../skills/index.ts';
import type { FindNearestRole } from '../titles/index.ts';
import { corpusOfOrganisation, deleteGap, findComparison, findGap, findJobAd, insertGap, insertJobAd, listGaps, type Owner, type StoredGap, type StoredJobAd } from './gap.store.ts';
import type { JobPage } from './job-page.ts';
import { learningTargets } from './learning-targets.ts';
import { presentGap, presentGapHead } from './present-gap.ts';

/** A resume to compare, or none. */
export interface ComparedResume {
  readonly resumeId: string;
  readonly texts: readonly ResumeText[];
}

export interface GapParts {
  readonly database: Database;
  readonly live: Live;
  readonly knownTo: KnownTo;
  readonly places: Pick<Places, 'read'>;
  readonly nearestRole: FindNearestRole;
  readonly skills: Pick<SkillsService, 'profileOf'>;
  /** The resume asked for (`resume.unknown`, `resume.not-read-yet`), or the newest that has been read. */
  readonly resumeToCompare: (tx: Transaction, owner: Owner, resumeId: string | undefined) => Promise<ComparedResume | null>;
  /** The resume of an earlier comparison, or the newest where that one cannot be had. */
  readonly resumeToCompareAgain: (tx: Transaction, owner: Owner, resumeId: string | null) => Promise<ComparedResume | null>;
  /** Makes ready what the skills are studied with, in the transaction that found them missing. */
  readonly materialsWanted: (tx: Transaction, owner: Owner, skills: readonly SkillTarget[]) => Promise<void>;
  readonly readPage: (url: string) => Promise<JobPage>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

export interface NewGap {
  readonly resumeId?: string | undefined;
  readonly jobDescription?: string | undefined;
  readonly jobUrl?: string | undefined;
  readonly jobAdId?: string | undefined;
  readonly roleId?: string | undefined;
}

/** The answer about an ad that came as a file. */
export interface KeptAd {
  readonly status: 201;
  readonly body: Pick<StoredJobAd, 'id' | 'title' | 'organisation' | 'text' | 'language'> & { readonly createdAt: string };
}

/** What the person is compared with: an ad that is new, an ad that is stored, or a role. */
interface Goal {
  readonly requirements: readonly Requirement[];
  readonly otherPhrases: readonly OtherPhrase[];
  readonly warnings: readonly Message[];
  readonly title: string | null;
  readonly organisation: string | null;
  readonly url: string | null;
  readonly roleId: string | null;
  readonly jobAdId: string | null;
  readonly text: string | null;
  /** To be stored with the gap. */
  readonly newAd: StoredJobAd | null;
}

export interface RoleComparison {
  readonly role: Role;
  readonly requirements: readonly Requirement[];
  readonly analysis: GapAnalysis;
}

/** Characters; an ad has 1,000 to 10,000, and the longest that may be pasted has as many. */
const longestAd = 100_000;

export type GapService = ReturnType<typeof createGapService>;

export function createGapService({ database, live, knownTo, places, nearestRole, skills, resumeToCompare, resumeToCompareAgain, materialsWanted, readPage, now, newId }: GapParts) {
  function read(text: string, known: WhatCairnKnows, facts: KnownAdFacts = {}): JobAd {
    const reading = readJobAd(text, known.taxonomy, facts, known.phraseModel);
    if (reading.ok) return reading.jobAd;
    const { code, params } = reading.failure;
    throw new Failure(code as 'gap.text-too-short' | 'gap.no-skill-found' | 'gap.wrong-language', { params });
  }

  function newAd(ad: JobAd, text: string, url: string | null): StoredJobAd {
    return { id: newId(), title: ad.title, organisation: ad.organisation, url, language: ad.language, text, createdAt: new Date(now()) };
  }

  function goalOfAd(ad: JobAd, stored: StoredJobAd, isNew: boolean): Goal {
    return {
      requirements: ad.requirements, otherPhrases: ad.otherPhrases, warnings: ad.warnings, title: ad.title, organisation: ad.organisation, url: stored.url,
      roleId: null, jobAdId: stored.id, text: stored.text, newAd: isNew ? stored : null,
    };
  }

  function goalOfRole(roleId: string, known: WhatCairnKnows): Goal {
    const role = known.roles.get(roleId);
    if (!role) throw new Failure('role.unknown');
    return { requirements: requirementsFromRole(role, known.taxonomy), otherPhrases: [], warnings: [], title: role.name, organisation: null, url: null, roleId, jobAdId: null, text: null, newAd: null };
  }

  /** Reads what lies outside the database before a transaction is open: a page may take seconds. */
  async function goalOutside(wanted: NewGap, known: WhatCairnKnows): Promise<Goal | null> {
    if (wanted.roleId !== undefined) return goalOfRole(wanted.roleId, known);
    if (wanted.jobDescription !== undefined) {
      const ad = read(wanted.jobDescription, known);
      return goalOfAd(ad, newAd(ad, wanted.jobDescription, null), true);
    }
    if (wanted.jobUrl === undefined) return null;
    const page = await readPage(wanted.jobUrl);
    if (page.text.length > longestAd) throw new Failure('job-ad.address-too-large', { params: { limitCharacters: longestAd } });
    const ad = read(page.text, known, page.facts);
    return goalOfAd(ad, newAd(ad, page.text, page.url), true);
  }

  async function goalInside(tx: Transaction, person: Owner, jobAdId: string, known: WhatCairnKnows): Promise<Goal> {
    const stored = await findJobAd(tx, person, jobAdId);
    if (!stored) throw new Failure('job-ad.unknown');
    const facts = { ...(stored.title === null ? {} : { title: stored.title }), ...(stored.organisation === null ? {} : { organisation: stored.organisation }) };
    return goalOfAd(read(stored.text, known, facts), stored, false);
  }

  async function jobTextOf(tx: Transaction, person: Owner, gap: StoredGap): Promise<string | null> {
    if (gap.jobAdId === null) return null;
    return (await findJobAd(tx, person, gap.jobAdId))?.text ?? null;
  }

  return {
    async create(person: Person, wanted: NewGap, settle: (tx: Transaction, answer: { status: 201; body: SkillGap }) => Promise<void>): Promise<SkillGap> {
      const sources = [wanted.jobDescription, wanted.jobUrl, wanted.jobAdId, wanted.roleId].filter((source) => source !== undefined);
      if (sources.length !== 1) throw new Failure('gap.one-source');
      const known = await database.transaction(person, knownTo);
      const outside = await goalOutside(wanted, known);
      return database.transaction(person, async (tx) => {
        const goal = outside ?? (await goalInside(tx, person, wanted.jobAdId ?? '', known));
        const resume = await resumeToCompare(tx, person, wanted.resumeId);
        const profile = await skills.profileOf(tx, person, resume?.texts ?? []);
        if (resume === null && profile.skills.length === 0) throw new Failure('gap.no-resume');
        const corpus = await corpusOfOrganisation(tx, skillsAskedFor(goal.requirements));
        const analysis = analyseGap({ profile, requirements: goal.requirements, taxonomy: known.taxonomy, corpus });

        const { requirements, otherPhrases, warnings, title, organisation, url, roleId, jobAdId } = goal;
        const gap: StoredGap = {
          id: newId(), resumeId: resume?.resumeId ?? null, jobAdId, roleId, title, organisation, url, requirements, analysis, corpus, otherPhrases, warnings,
          matchPercentage: analysis.matchPercentage, weightedMatchPercentage: analysis.weightedMatchPercentage, missingCount: analysis.missing.length, createdAt: new Date(now()),
        };
        if (goal.newAd) await insertJobAd(tx, person, goal.newAd);
        await insertGap(tx, person, gap);
        await materialsWanted(tx, person, learningTargets(analysis, false));
        await live.publish(tx, { organisationId: person.organisationId, userId: person.userId, event: { kind: 'gap.changed', skillGapId: gap.id } });
        const body = presentGap(gap, goal.text, { places, nearestRole });
        await settle(tx, { status: 201, body });
        return body;
      });
    },

    /** Stores the text of an ad that came as a file; what it asks for is read again when it is compared. */
    async keepAd(person: Person, text: string, settle: (tx: Transaction, answer: KeptAd) => Promise<void>): Promise<KeptAd> {
      if (text.length > longestAd) throw new Failure('job-ad.unreadable', { params: { limitCharacters: longestAd } });
      const stored = newAd(read(text, await database.transaction(person, knownTo)), text, null);
      const { id, title, organisation, language, createdAt } = stored;
      const answer: KeptAd = { status: 201, body: { id, title, organisation, text, language, createdAt: createdAt.toISOString() } };
      await database.transaction(person, async (tx) => {
        await insertJobAd(tx, person, stored);
        await settle(tx, answer);
      });
      return answer;
    },

    async list(person: Person, after: Place | null, limit: number) {
      const { items, total } = await database.transaction(person, (tx) => listGaps(tx, person, after, limit + 1));
      return { items: items.slice(0, limit).map(presentGapHead), total, more: items.length > limit };
    },

    async read(person: Person, id: string): Promise<SkillGap> {
      return database.transaction(person, async (tx) => {
        const gap = await findGap(tx, person, id);
        if (!gap) throw new Failure('gap.unknown');
        return presentGap(gap, await jobTextOf(tx, person, gap), { places, nearestRole });
      });
    },

    async erase(person: Person, id: string): Promise<void> {
      await database.transaction(person, async (tx) => {
        if (!(await deleteGap(tx, person, id))) throw new Failure('gap.unknown');
        await live.publish(tx, { organisationId: person.organisationId, userId: person.userId, event: { kind: 'gap.changed', skillGapId: id } });
      });
    },

    /** What a roadmap leads to, see learningTargets. */
    async findGoal(tx: Transaction, owner: Owner, skillGapId: string, withNice: boolean) {
      const gap = await findGap(tx, owner, skillGapId);
      return gap && { title: gap.title, roleId: gap.roleId, targets: learningTargets(gap.analysis, withNice) };
    },

    /**
     * How the match of a gap moves by learning: on its day, with the skills of today, and with `learned` added; null
     * when the gap is gone. The requirements and their weights stay those of the day.
     */
    async movement(tx: Transaction, owner: Owner, skillGapId: string, learned: readonly SkillCorrection[]) {
      const comparison = await findComparison(tx, owner, skillGapId);
      if (!comparison) return null;
      const { resumeId, requirements, corpus, weightedMatchPercentage } = comparison;
      const resume = await resumeToCompareAgain(tx, owner, resumeId);
      const profile = await skills.profileOf(tx, owner, resume?.texts ?? []);
      const { taxonomy } = await knownTo(tx);
      const match = (of: SkillProfile): number => analyseGap({ profile: of, requirements, taxonomy, corpus }).weightedMatchPercentage;
      return { before: weightedMatchPercentage, now: match(profile), after: match(raiseByLearning(profile, learned, taxonomy)) };
    },

    /** The comparison with a role, as it would be stored; nothing is. Throws role.unknown. */
    async compareWithRole(tx: Transaction, owner: Owner, roleId: string): Promise<RoleComparison> {
      const known = await knownTo(tx);
      const role = known.roles.get(roleId);
      if (!role) throw new Failure('role.unknown');
      const requirements = requirementsFromRole(role, known.taxonomy);
      const corpus = await corpusOfOrganisation(tx, skillsAskedFor(requirements));
      return { role, requirements, analysis: analyseGap({ profile: await skills.profileOf(tx, owner), requirements, taxonomy: known.taxonomy, corpus }) };
    },

    targetsOfRole: (role: Role, profile: SkillProfile, known: Pick<WhatCairnKnows, 'taxonomy'>, withNice: boolean): SkillTarget[] => learningTargets(analysisOfRole(role, profile, known), withNice),
    analysisOfRole,

    /** The text of a person's own ad; throws job-ad.unknown. */
    async textOfAd(tx: Transaction, owner: Owner, jobAdId: string): Promise<string> {
      const ad = await findJobAd(tx, owner, jobAdId);
      if (!ad) throw new Failure('job-ad.unknown');
      return ad.text;
    },
  };
}

/** How somebody stands against a role; with no organisation's ads, so that it depends on the role and the profile alone. */
function analysisOfRole(role: Role, profile: SkillProfile, { taxonomy }: Pick<WhatCairnKnows, 'taxonomy'>): GapAnalysis {
  return analyseGap({ profile, requirements: requirementsFromRole(role, taxonomy), taxonomy });
}

function skillsAskedFor(requirements: readonly Requirement[]): string[] {
  return requirements.flatMap(({ skillId, alternatives }) => [skillId, ...alternatives.map((alternative) => alternative.skillId)]);
}
