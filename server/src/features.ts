/** Composes the features: what each needs of the platform and of the others. A new feature is registered here. */
import { join } from 'node:path';
import type { Identity } from './features/identity/index.ts';
import { createIdentity } from './features/identity/index.ts';
import { advisorData, createAdvisor } from './features/advisor/index.ts';
import { createMemberships, createOrganisations, readUser, type OrganisationFeature } from './features/organisation/index.ts';
import { registerAi } from './features/ai/index.ts';
import { alumniData, createDemo, type Demo } from './features/demo/index.ts';
import { createDailyPlans, dailyPlansData } from './features/daily-plans/index.ts';
import { createGaps, gapData, readJobPage } from './features/gap/index.ts';
import { notesData, registerNotes } from './features/notes/index.ts';
import { createLearning, learningData } from './features/learning/index.ts';
import { createLanguageModels, languageModelsData, type LanguageModelsFeature } from './features/language-models/index.ts';
import { createProgress, progressData, type ProgressFeature } from './features/progress/index.ts';
import { readCareerForm, registerProfile, timeZoneOf, timeZonesOf } from './features/profile/index.ts';
import { createReader, createReadingPool, createResumes, newestTexts, resumeData, type Reader, type ReadingPool } from './features/resume/index.ts';
import { createRoadmapExports, createRoadmaps, roadmapData } from './features/roadmap/index.ts';
import { createKnowledge } from './features/knowledge/index.ts';
import { createStudy, createVideoSearch, studyData, usualTimeoutMilliseconds, youtubeAddress, type StudyFeature } from './features/study/index.ts';
import { createSkills, skillsData } from './features/skills/index.ts';
import { registerSystem } from './features/system/index.ts';
import { createRoleByTitle, createRoleChoice } from './features/titles/index.ts';
import { createTutor, tutorData } from './features/tutor/index.ts';
import { readKnown, type Known } from './known.ts';
import type { Database, Transaction } from './platform/database/database.ts';
import { isPublicAddress } from './platform/network/public-address.ts';
import { findModelFiles, loadLocalModel } from './platform/embedding/local-model.ts';
import type { Http } from './platform/http/http.ts';
import type { Authenticator } from './platform/http/person.ts';
import type { Jobs } from './platform/jobs/jobs.ts';
import type { Live } from './platform/live/live.ts';
import type { Notices } from './platform/live/notices.ts';
import { createAgentRuns } from './platform/llm/agent/agent-runs.ts';
import type { Log } from './platform/log/log.ts';
import type { Mail } from './platform/mail/mail.ts';
import type { Metrics } from './platform/metrics/metrics.ts';
import type { Settings } from './platform/settings.ts';
import type { Files } from './platform/storage/files.ts';
import type { Storage } from './platform/storage/storage.ts';

export interface Platform {
  readonly settings: Settings;
  readonly database: Database;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly notices: Notices;
  readonly live: Live;
  readonly jobs: Jobs;
  readonly storage: Storage;
  readonly files: Files;
  readonly mail: Mail;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly version: string;
}

export interface Features {
  readonly identity: Identity;
  readonly organisations: OrganisationFeature;
  readonly authenticator: Authenticator;
  readonly demo: Demo;
  readonly languageModels: LanguageModelsFeature;
  readonly study: StudyFeature;
  register(http: Http): void;
  /** Starts what the first request of its kind should not wait for. */
  warm(): void;
  /** Ends what the features hold besides the platform. */
  close(): Promise<void>;
}

/** Processes that read files, kept warm; on two cores a third would only wait. */
const readingProcesses = 2;

/** What features reach beyond this installation with, and what several applications of a process may share; tests put their own in its place. */
export interface Outside {
  readonly known: Known;
  /** Whoever hands it over ends it. */
  readonly readingPool: Pick<ReadingPool, 'read'>;
  readonly readPage: typeof readJobPage;
  readonly readFile: Reader['read'];
  /** A reading that takes longer goes on as a job, so that the person can leave the page. */
  readonly uploadWaitMilliseconds: number;
  /** Files of an import that are together larger are read as a job. */
  readonly importAtOnceBytes: number;
  /** Where the video service is, and which addresses may be dialled for it. */
  readonly videoService: { readonly address: string; readonly isAllowed: (address: string) => boolean; readonly timeoutMilliseconds: number };
}

const usualUploadWaitMilliseconds = 2000;

interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

/** What of an account names the person: whole, and each part of the name by itself. */
function personalTexts(user: { readonly name: string; readonly email: string } | undefined): string[] {
  return user === undefined ? [] : [user.name, ...user.name.split(/\s+/), user.email];
}

/** Identity comes before the HTTP server, which asks it who everybody is; routes come after. */
export function composeFeatures(platform: Platform, outside: Partial<Outside> = {}): Features {
  const { settings, database, mail, jobs, now, log } = platform;
  const memberships = createMemberships({ database, publicUrl: settings.publicUrl, now });
  const sendMail = mail.send;
  const identity = createIdentity({ ...platform, memberships, sendMail });
  const organisations = createOrganisations({ ...platform, identity, memberships, sendMail, jobs });
  const organisationIds = async () => (await organisations.all()).map(({ id }) => id);
  const languageModels = createLanguageModels({ ...platform, installation: settings.llm, secret: settings.secret, organisationIds });
  const { base, titles, places, material } = outside.known ?? readKnown();
  const knowledge = createKnowledge({ ...platform, base, readAtOnceBytes: outside.importAtOnceBytes });
  const { knownTo } = knowledge;
  const modelDirectory = settings.embeddingModelDirectory;
  if (modelDirectory !== undefined) findModelFiles(modelDirectory);
  const loadModel = modelDirectory === undefined ? undefined : () => loadLocalModel(modelDirectory);
  const newestResumeTexts: Parameters<typeof createSkills>[0]['newestResumeTexts'] = async (tx, owner) => (await newestTexts(tx, owner))?.texts ?? [];
  const skills = createSkills({ ...platform, base, knownTo, titles, loadModel, provenOf: (tx, owner) => learning.provenOf(tx, owner, now()), newestResumeTexts });
  let ownPool: ReadingPool | undefined;
  const startPool = (): ReadingPool => (ownPool ??= createReadingPool({ size: readingProcesses }));
  const pool = outside.readingPool ?? { read: (bytes: Uint8Array, name: string) => startPool().read(bytes, name) };
  const caged = createReader({ pool, countryOf: places.countryOf, isTown: places.isTown, readingsAtOnce: readingProcesses, now });
  const reader: Reader = { ...caged, read: outside.readFile ?? caged.read };
  const workDirectory = join(settings.dataDirectory, 'reading');
  const resumes = createResumes({ ...platform, reader, knownTo, workDirectory, profileOf: skills.profileOf, organisationIds, waitMilliseconds: outside.uploadWaitMilliseconds ?? usualUploadWaitMilliseconds });
  const gapParts: Parameters<typeof createGaps>[0] = { ...platform, knownTo, places, nearestRole: titles.nearestRoleOf(base.knowledge.roles), skills, materialsWanted: (tx, owner, wanted) => study.materialsWanted(tx, owner, wanted), resumeToCompare: resumes.toCompare, resumeToCompareAgain: resumes.toCompareAgain, readPage: outside.readPage ?? readJobPage, textOfFile: ({ path, fileName }) => reader.text(path, fileName) };
  const gaps = createGaps(gapParts);
  // Made below, of what these features say that people did.
  const activityChanged: ProgressFeature['activityChanged'] = (tx, owner) => progress.activityChanged(tx, owner);
  const roadmapParts: Parameters<typeof createRoadmaps>[0] = {
    ...platform, activityChanged, knownTo, skills, provenOf: (tx, owner) => learning.provenOf(tx, owner, now()), careerFormOf: (tx, { userId }) => readCareerForm(tx, userId), roleByTitle: createRoleByTitle(titles), findGoal: gaps.findGoal, matchMovement: gaps.movement, targetsOfRole: gaps.targetsOfRole, publicUrl: settings.publicUrl,
    newToken: () => Buffer.from(platform.randomBytes(24)).toString('base64url'), exports: createRoadmapExports({ publicUrl: settings.publicUrl, now }),
  };
  const roadmaps = createRoadmaps(roadmapParts);
  const learning = createLearning({
    ...platform, knownTo, material, timeZoneOf, organisationIds, llm: languageModels.llm,
    questionsOf: (tx) => study.questionsOf(tx), nearestSkills: skills.nearestSkills,
    activityChanged,
    wantedSkills: async (tx, owner) => {
      const open = (await roadmaps.workOf(tx, owner))?.tasks.filter(({ state }) => state === 'open') ?? [];
      return [...new Set([...open.map(({ skillId }) => skillId), ...(await skills.profileOf(tx, owner)).skills.map(({ skillId }) => skillId)])];
    },
    languageOf: async (person) => ((await database.transaction(person, (tx) => readUser(tx, person.userId)))?.language === 'hi' ? 'hi' : 'en'),
  });
  const dailyPlans = createDailyPlans({
    ...platform, knownTo, timeZoneOf, timeZonesOf, roadmapWork: roadmaps.workOf, peopleOnTheWay: roadmaps.peopleOnTheWay, readUser, sendMail, publicUrl: settings.publicUrl, organisationIds,
    dueReviews: learning.dueReviews, nextLessons: (tx, owner) => study.nextLessons(tx, owner),
    activityOf: async (tx, owner, since) => [...(await roadmaps.activityOf(tx, owner, since)), ...(await learning.activityOf(tx, owner, since)), ...(await study.activityOf(tx, owner, since))],
  });
  const videoService = outside.videoService ?? { address: youtubeAddress, isAllowed: isPublicAddress, timeoutMilliseconds: usualTimeoutMilliseconds };
  const study = createStudy({
    ...platform, knownTo, organisationIds, material, profileOf: skills.profileOf, resourceWordsOf: roadmaps.resourceWordsOf, readAtOnceBytes: outside.importAtOnceBytes,
    wishesOf: (tx, { userId }) => readCareerForm(tx, userId), searchVideos: settings.youtubeKey === undefined ? null : createVideoSearch({ ...videoService, key: settings.youtubeKey }),
    activityChanged, answerBeside: learning.answerBeside,
  });
  const progress: ProgressFeature = createProgress({
    ...platform, knownTo, timeZoneOf, organisationIds, activitySources: [roadmaps.activityOf, learning.activityOf, study.activityOf], planOf: roadmaps.planOf, spareSkillOf: roadmaps.spareSkillOf,
    masteryOf: learning.masteryOf, dueReviews: learning.dueReviews, nextLessons: study.nextLessons,
    publicUrl: settings.publicUrl, secret: settings.secret, sendMail,
  });
  const agents = {
    llm: languageModels.llm, agentRuns: createAgentRuns(platform), knownTo, skills,
    personalOf: async (tx: Transaction, { userId }: Owner) => personalTexts(await readUser(tx, userId)),
    careerFormOf: (tx: Transaction, { userId }: Owner) => readCareerForm(tx, userId),
  };
  /** What somebody still has to learn for the role that they aim at. */
  const targetsOf = async (tx: Transaction, owner: Owner, roleId: string | null) => {
    const known = await knownTo(tx);
    const role = roleId === null ? undefined : known.roles.get(roleId);
    return role === undefined ? [] : gaps.targetsOfRole(role, await skills.profileOf(tx, owner), known, false);
  };
  const wantedSkills = async (tx: Transaction, owner: Owner): Promise<string[]> =>
    (await targetsOf(tx, owner, (await readCareerForm(tx, owner.userId))?.targetRoleId ?? null)).toSorted((one, other) => other.importance - one.importance).map(({ skillId }) => skillId);
  const tutor = createTutor({ ...platform, ...agents, loadMaterial: material, wantedSkills, answerBeside: learning.answerBeside });
  const advisor = createAdvisor({ ...platform, ...agents, gaps, roadmaps, findResources: knowledge.findResources, exercises: tutor.exercises });
  const demo = createDemo({
    ...platform, organisations, accounts: identity.accounts, passwords: identity.passwords, resumes, progress, activityChanged, questions: () => material().questions, known: base, secret: settings.secret, workDirectory,
    servicesAt: (at) => ({
      gaps: createGaps({ ...gapParts, now: at, materialsWanted: study.materialsNoted }),
      roadmaps: createRoadmaps({ ...roadmapParts, now: at, activityChanged: () => Promise.resolve() }),
      learning: learning.serviceAt(at),
    }),
  });
  const personalData = [resumeData(platform), skillsData, gapData, roadmapData, progressData, dailyPlansData, learningData, studyData, notesData, languageModelsData, advisorData, tutorData, alumniData];
  return {
    identity, organisations, demo, languageModels, study,
    authenticator: identity.authenticator,
    register(http) {
      identity.register(http);
      organisations.register(http);
      registerProfile(http, { ...platform, identity, personalData, timeZoneChanges: progress.timeZoneChanges, isRole: async (tx, id) => (await knownTo(tx)).roles.has(id), goalChanged: async (tx, owner, { targetRoleId }) => study.materialsWanted(tx, owner, await targetsOf(tx, owner, targetRoleId)) });
      skills.register(http);
      resumes.register(http);
      gaps.register(http);
      roadmaps.register(http);
      progress.register(http);
      dailyPlans.register(http);
      learning.register(http);
      study.register(http);
      advisor.register(http);
      tutor.register(http);
      registerNotes(http, platform);
      knowledge.register(http);
      languageModels.register(http);
      registerAi(http, {
        ...platform, knownTo, skills, llm: languageModels.llm, chooseRole: createRoleChoice(titles), nearestSkills: skills.nearestSkills, drawUp: roadmaps.drawUp, analysisOfRole: gaps.analysisOfRole, textOfAd: gaps.textOfAd,
        accountOf: readUser, hoursPerWeekOf: async (tx, userId) => (await readCareerForm(tx, userId))?.hoursPerWeek ?? null, newestResumeTexts, questionsOf: () => Promise.resolve(material().questions),
      });
      registerSystem(http, { ...platform, metricsToken: settings.metricsToken });
    },
    warm() {
      if (outside.readingPool === undefined) startPool();
      void skills.warm();
      study.catchUp().catch((error: unknown) => { log.warn({ error }, 'study materials that were noted could not be queued'); });
    },
    close: async () => ownPool?.close(),
  };
}
