/** The engine's answer first, whole; then, where a model is set, words beside it that change nothing in it. */
import type { AiAnalysis, AiAnalysisAnswer, AiInterview, AiInterviewAnswer, AiPlan, AiQuiz, AiQuizAnswer, AiRoadmapAnswer, AnswerMeta } from '@cairn/contracts';
import type { GapAnalysis } from '@cairn/engine/gap';
import { prepareInterview } from '@cairn/engine/interview';
import type { Level, Proficiency, Role } from '@cairn/engine/knowledge';
import { choosePractice, type BankQuestion } from '@cairn/engine/learning';
import type { LearningStyle } from '@cairn/engine/roadmap';
import type { ResumeText } from '@cairn/engine/resume';
import type { SkillProfile } from '@cairn/engine/skills';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import type { Llm, Progress } from '../../platform/llm/llm.ts';
import type { Prompt } from '../../platform/llm/prompt.ts';
import { injectionsIn } from '../../platform/llm/untrusted.ts';
import type { Log } from '../../platform/log/log.ts';
import type { KnownTo, WhatCairnKnows } from '../knowledge/index.ts';
import type { DrawUp } from '../roadmap/index.ts';
import { monthOf, type SkillsService } from '../skills/index.ts';
import { presentAnalysis, skillsInput, skillsWordsFor } from './present-analysis.ts';
import { interviewInput, interviewWordsFor, presentInterview } from './present-interview.ts';
import { presentPlan, roadmapInput, roadmapWordsFor } from './present-plan.ts';
import { presentQuestion, quizInput, quizWordsFor } from './present-quiz.ts';
import { interviewPrompt } from './prompts/ai-interview-prep.v1.ts';
import { quizPrompt } from './prompts/ai-quiz.v1.ts';
import { roadmapPrompt } from './prompts/ai-roadmap.v1.ts';
import { skillsPrompt } from './prompts/ai-skills.v1.ts';
import type { AnswerLanguage } from './prompts/in-language.ts';
import { named, profileOfGiven, type GivenSkill, type NotUnderstood, type Understanding } from './understand.ts';

interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly language: string;
}

export interface AiParts {
  readonly database: Database;
  readonly log: Pick<Log, 'warn'>;
  readonly llm: Pick<Llm, 'ask'>;
  readonly knownTo: KnownTo;
  readonly understanding: Understanding;
  readonly skills: Pick<SkillsService, 'profileOf'>;
  readonly drawUp: DrawUp;
  readonly analysisOfRole: (role: Role, profile: SkillProfile, known: WhatCairnKnows) => GapAnalysis;
  readonly accountOf: (tx: Transaction, userId: string) => Promise<Account | undefined>;
  readonly hoursPerWeekOf: (tx: Transaction, userId: string) => Promise<number | null>;
  /** Of the newest resume that has been read. */
  readonly newestResumeTexts: (tx: Transaction, owner: Owner) => Promise<readonly ResumeText[]>;
  /** Throws job-ad.unknown. */
  readonly textOfAd: (tx: Transaction, owner: Owner, jobAdId: string) => Promise<string>;
  /** Cairn's own: their answers are reviewed, and each has an explanation. */
  readonly questionsOf: (tx: Transaction) => Promise<readonly BankQuestion[]>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** Who asks, and how they are told. */
export interface Asked<Answer> {
  readonly person: Person;
  readonly signal: AbortSignal;
  readonly onProgress: ((progress: { step: 'planned'; answer: Answer } | ToldProgress) => void) | undefined;
}

type ToldProgress = { step: 'waiting'; place: number } | { step: 'asking'; model: string } | { step: 'writing'; characters: number } | { step: 'repairing' };

export interface WantedRoadmap {
  readonly targetRole: string;
  readonly currentRole?: string | undefined;
  readonly yearsOfExperience?: number | undefined;
  readonly currentSkills?: readonly GivenSkill[] | undefined;
  readonly hoursPerWeek?: number | undefined;
  readonly weeksAvailable?: number | undefined;
  readonly startsOn?: string | undefined;
  readonly freeOnly?: boolean | undefined;
  readonly learningStyle?: LearningStyle | undefined;
  readonly language?: AnswerLanguage | undefined;
  readonly about?: string | undefined;
}

export interface WantedInterview {
  readonly role: string;
  readonly company?: string | undefined;
  readonly level?: Level | undefined;
  readonly days: number;
  readonly minutesPerDay: number;
  readonly jobAdId?: string | undefined;
  readonly language?: AnswerLanguage | undefined;
}

export interface WantedQuiz {
  readonly skill: string;
  readonly level?: Level | undefined;
  readonly count: number;
  readonly exclude: readonly string[];
  readonly language?: AnswerLanguage | undefined;
}

/** What a student has beside studies. Our own judgement. */
const usualHoursPerWeek = 10;
/** Characters of a resume, or an ad, that go to a model: a small one has room for no more. */
const mostOutside = 3000;
/** Where people tell of what they did. What names them, or others, stays here. */
const toldSections: ReadonlySet<string> = new Set(['summary', 'experience', 'volunteering', 'education', 'projects', 'skills', 'certifications']);

interface Ground {
  readonly known: WhatCairnKnows;
  readonly language: AnswerLanguage;
  /** Texts that name the person. */
  readonly personal: readonly string[];
}

interface Start extends Ground {
  readonly role: Role;
  readonly profile: SkillProfile;
  readonly from: AiPlan['from'];
  readonly notUnderstood: readonly NotUnderstood[];
  readonly outside: { readonly about: string | null; readonly resume: string | null };
}

export type AiService = ReturnType<typeof createAiService>;

export function createAiService({ database, log, llm, knownTo, understanding, skills, drawUp, analysisOfRole, accountOf, hoursPerWeekOf, newestResumeTexts, textOfAd, questionsOf, now }: AiParts) {
  const today = (): string => new Date(now()).toISOString().slice(0, 10);

  async function groundOf(tx: Transaction, { userId }: Owner, language: AnswerLanguage | undefined): Promise<Ground> {
    const account = await accountOf(tx, userId);
    return { known: await knownTo(tx), language: language ?? (account?.language === 'hi' ? 'hi' : 'en'), personal: account === undefined ? [] : [account.name, ...account.name.split(/\s+/), account.email] };
  }

  /** What somebody is taken to have: what they sent, else their profile, of which their resume tells more. */
  async function startOf(tx: Transaction, person: Owner, { targetRole, currentSkills, language, about }: Pick<WantedRoadmap, 'targetRole' | 'currentSkills' | 'language' | 'about'>): Promise<Start> {
    const ground = await groundOf(tx, person, language);
    const role = understanding.role(targetRole, ground.known);
    const own = await skills.profileOf(tx, person);
    const told = about === undefined || about === '' ? null : about;
    if (currentSkills === undefined) return { ...ground, role, profile: own, from: 'profile', notUnderstood: [], outside: { about: told, resume: excerptOf(await newestResumeTexts(tx, person)) } };
    const { corrections, notUnderstood } = await understanding.skills(currentSkills, own, ground.known);
    return { ...ground, role, profile: profileOfGiven(corrections, ground.known, monthOf(now())), from: 'given', notUnderstood, outside: { about: told, resume: null } };
  }

  async function withWords<Answer extends { readonly language: AnswerLanguage }, Input, Words>(
    { person, signal, onProgress }: Asked<Answer>, answer: Answer, personal: readonly string[], question: { readonly prompt: Prompt<Input, Words>; readonly input: Input; readonly keep: (words: Words) => Words; readonly watched: readonly string[] },
  ): Promise<Answer & { words: Words | null; meta: AnswerMeta }> {
    onProgress?.({ step: 'planned', answer });
    const { output, meta } = await llm.ask({ ...question, person, personal, signal, language: answer.language, allowed: '', onProgress: onProgress && ((progress) => { onProgress(told(progress)); }) });
    return { ...answer, words: output === null ? null : question.keep(output), meta };
  }

  /** Names reach no model. Where they are refused, nothing but the log remembers what they tried. */
  async function inTransaction<T>(person: Person, watched: readonly string[], work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await database.transaction(person, work);
    } catch (error) {
      const injections = error instanceof Failure ? [...new Set(watched.flatMap(injectionsIn))] : [];
      if (injections.length > 0) log.warn({ organisationId: person.organisationId, injections }, 'a name that was refused spoke to a language model');
      throw error;
    }
  }

  return {
    async roadmap(asked: Asked<AiPlan>, wanted: WantedRoadmap): Promise<AiRoadmapAnswer> {
      const { person } = asked;
      const watched = [wanted.targetRole, wanted.currentRole ?? '', ...namesOf(wanted.currentSkills)];
      const { answer, role, personal, outside } = await inTransaction(person, watched, async (tx) => {
        const start = await startOf(tx, person, wanted);
        const current = wanted.currentRole === undefined ? undefined : understanding.roleIfKnown(wanted.currentRole, start.known);
        const isRole = current !== undefined && 'id' in current;
        const drawn = await drawUp(tx, person, {
          targetRoleId: start.role.id, hoursPerWeek: wanted.hoursPerWeek ?? await hoursPerWeekOf(tx, person.userId) ?? usualHoursPerWeek,
          ...(wanted.currentRole !== undefined && { currentRoleId: isRole ? current.id : null }), yearsOfExperience: wanted.yearsOfExperience,
          weeksAvailable: wanted.weeksAvailable ?? null, startsOn: wanted.startsOn, language: start.language, freeOnly: wanted.freeOnly, learningStyle: wanted.learningStyle,
        }, start.known, start.profile);
        const notUnderstood = current === undefined || isRole ? start.notUnderstood : [current, ...start.notUnderstood];
        return { ...start, answer: presentPlan(drawn, { ...start, notUnderstood }, start.known) };
      });
      const input = roadmapInput(answer, role, outside);
      return withWords(asked, answer, personal, { prompt: roadmapPrompt, input, keep: roadmapWordsFor(input), watched });
    },

    async skills(asked: Asked<AiAnalysis>, wanted: Pick<WantedRoadmap, 'targetRole' | 'currentSkills' | 'language' | 'about'>): Promise<AiAnalysisAnswer> {
      const { person } = asked;
      const watched = [wanted.targetRole, ...namesOf(wanted.currentSkills)];
      const { answer, role, personal, outside } = await inTransaction(person, watched, async (tx) => {
        const start = await startOf(tx, person, wanted);
        // Nobody's current role: the comparison is by skills alone, and so is the order.
        const { plan } = await drawUp(tx, person, { targetRoleId: start.role.id, hoursPerWeek: mostHours, currentRoleId: null, weeksAvailable: null, language: start.language }, start.known, start.profile);
        const had = new Map<string, Proficiency>(start.profile.skills.map(({ skillId, level }) => [skillId, level]));
        return { ...start, answer: presentAnalysis(analysisOfRole(start.role, start.profile, start.known), plan, { ...start, had }, start.known) };
      });
      const input = skillsInput(answer, role, outside);
      return withWords(asked, answer, personal, { prompt: skillsPrompt, input, keep: skillsWordsFor(input), watched });
    },

    async interviewPrep(asked: Asked<AiInterview>, { days, minutesPerDay, ...wanted }: WantedInterview): Promise<AiInterviewAnswer> {
      const { person } = asked;
      const watched = [wanted.role, wanted.company ?? ''];
      const { answer, role, personal, ad } = await inTransaction(person, watched, async (tx) => {
        const ground = await groundOf(tx, person, wanted.language);
        const role = understanding.role(wanted.role, ground.known);
        const ad = wanted.jobAdId === undefined ? null : (await textOfAd(tx, person, wanted.jobAdId)).slice(0, mostOutside);
        const bank = Map.groupBy(await questionsOf(tx), ({ skillId }) => skillId);
        const level = wanted.level ?? null;
        // What nobody has is all that the role asks for, each with how much it matters.
        const { missing } = analysisOfRole(role, { skills: [] }, ground.known);
        const prepared = prepareInterview({ demands: missing, level, days, minutesPerDay, questionsOf: (skillId) => bank.get(skillId) ?? [] });
        const facts = { role, language: ground.language, company: wanted.company ?? null, level, days, minutesPerDay, jobAdId: wanted.jobAdId ?? null, today: today() };
        return { ...ground, role, ad, answer: presentInterview(prepared, facts, ground.known) };
      });
      const input = interviewInput(answer, role, ad);
      return withWords(asked, answer, personal, { prompt: interviewPrompt, input, keep: interviewWordsFor(input), watched });
    },

    async quiz(asked: Asked<AiQuiz>, { count, exclude, ...wanted }: WantedQuiz): Promise<AiQuizAnswer> {
      const { person } = asked;
      const watched = [wanted.skill];
      const answer = await inTransaction(person, watched, async (tx): Promise<AiQuiz> => {
        const { known, language } = await groundOf(tx, person, wanted.language);
        const skill = await understanding.skill(wanted.skill, known);
        const bank = Map.groupBy(await questionsOf(tx), ({ skillId }) => skillId);
        const questions = bank.get(skill.id) ?? [];
        const level = wanted.level ?? null;
        const chosen = choosePractice({ questions, level, count, exclude });
        if (chosen.length === 0) throw new Failure('ai.no-questions', { extra: { nearest: neighboursWith(bank, skill.id, known) } });
        return { skill: skill.name, skillId: skill.id, language, level, questions: chosen.map(presentQuestion), known: questions.length };
      });
      const input = quizInput(answer);
      return withWords(asked, answer, [], { prompt: quizPrompt, input, keep: quizWordsFor(input), watched });
    },
  };
}

/** The pace does not change the order of steps. */
const mostHours = 60;
const mostNeighbours = 5;

/** Skills with questions that are nearest in what they carry over, the nearest first. */
function neighboursWith(bank: ReadonlyMap<string, readonly BankQuestion[]>, skillId: string, { skills }: WhatCairnKnows): { id: string; name: string }[] {
  const skill = skills.get(skillId);
  const related = [...(skill?.related ?? []).map(({ id, strength }) => ({ id, strength })), ...(skill?.prerequisites ?? []).map(({ id }) => ({ id, strength: 0.5 }))].toSorted((a, b) => b.strength - a.strength);
  return [...new Set(related.map(({ id }) => id))].filter((id) => bank.has(id)).slice(0, mostNeighbours).flatMap((id) => skills.get(id) ?? []).map(named);
}

function namesOf(given: readonly GivenSkill[] = []): string[] {
  return given.map((each) => (typeof each === 'string' ? each : each.skill));
}

function excerptOf(texts: readonly ResumeText[]): string | null {
  const told = texts.filter(({ section }) => toldSections.has(section)).flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n').slice(0, mostOutside).trim();
  return told === '' ? null : told;
}

function told(progress: Progress): ToldProgress {
  return progress.step === 'asking' ? { step: 'asking', model: progress.model } : progress;
}
