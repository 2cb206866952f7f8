/** What to prepare for an interview, as POST /ai/interview-prep answers it, and what of it a model gets to see. */
import type { AiInterview, AiInterviewWords } from '@cairn/contracts';
import type { InterviewPreparation } from '@cairn/engine/interview';
import type { Level, Proficiency, Role } from '@cairn/engine/knowledge';
import type { BankQuestion } from '@cairn/engine/learning';
import { noFeedback, rankResources } from '@cairn/engine/roadmap';
import { mutable } from '../../platform/mutable.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import { interviewMessage, type Worded } from './interview-words.ts';
import { named } from './understand.ts';
import { presentResource } from './present-resources.ts';
import type { InterviewPromptInput } from './prompts/ai-interview-prep.v1.ts';
import type { AnswerLanguage } from './prompts/in-language.ts';

export interface InterviewFacts {
  readonly role: Role;
  readonly language: AnswerLanguage;
  readonly company: string | null;
  readonly level: Level | null;
  readonly days: number;
  readonly minutesPerDay: number;
  readonly jobAdId: string | null;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

export function presentInterview(prepared: InterviewPreparation, { role, ...facts }: InterviewFacts, known: WhatCairnKnows): AiInterview {
  const { language, company, level: asked, days, minutesPerDay, jobAdId } = facts;
  const names = new Map(prepared.topics.map(({ skillId, name }) => [skillId, name]));
  return {
    role: role.name, roleId: role.id, language, company, level: asked, days, minutesPerDay, jobAdId,
    topics: prepared.topics.map(({ skillId, name, requirement, level, importance, minutes, questions, reasons }) => ({
      skillId, name, requirement, level, importance, minutes, showThat: statementOf(skillId, level, known), questions: questions.map(presentQuestion), resources: resourcesFor(skillId, level, facts, known), reasons: mutable(reasons),
    })),
    leftOut: prepared.leftOut.map(({ skillId, name }) => named({ id: skillId, name })),
    plan: prepared.days.map(({ day, minutes, parts, rehearsalMinutes }) => ({ day, minutes, parts: mutable(parts), what: whatToDo(language, parts.map(({ skillId }) => names.get(skillId) ?? skillId), rehearsalMinutes) })),
    advice: [
      interviewMessage(language, 'ai.interview.advice.stories'),
      interviewMessage(language, 'ai.interview.advice.unknown'),
      ...(company === null ? [] : [interviewMessage(language, 'ai.interview.advice.company', { company })]),
      interviewMessage(language, 'ai.interview.advice.ask'),
      ...(prepared.leftOut.length === 0 ? [] : [interviewMessage(language, 'ai.interview.advice.left-out', { count: prepared.leftOut.length })]),
    ],
  };
}

function whatToDo(language: AnswerLanguage, topics: readonly string[], rehearsalMinutes: number): Worded {
  if (topics.length === 0) return interviewMessage(language, 'ai.interview.rehearsal');
  const params = { topics: topics.join(', ') };
  return rehearsalMinutes === 0 ? interviewMessage(language, 'ai.interview.day', params) : interviewMessage(language, 'ai.interview.day-and-rehearsal', { ...params, minutes: rehearsalMinutes });
}

/** What somebody at the level can do; where nothing is said of it, at the next one below of which something is. */
function statementOf(skillId: string, level: Level, { skills }: WhatCairnKnows): string | null {
  const checkpoints = skills.get(skillId)?.checkpoints ?? {};
  for (let at: number = level; at >= 1; at -= 1) {
    const said = checkpoints[at as Level];
    if (said !== undefined) return said;
  }
  return null;
}

const resourcesEach = 2;

/** To refresh what is there: from the level below up to the one that is asked. */
function resourcesFor(skillId: string, level: Level, { language, today }: Pick<InterviewFacts, 'language' | 'today'>, { knowledge, skills }: WhatCairnKnows): AiInterview['topics'][number]['resources'] {
  const need = { skillId, skillName: skills.get(skillId)?.name ?? skillId, fromLevel: (level - 1) as Proficiency, toLevel: level };
  const ranked = rankResources(need, knowledge.resources.filter(({ skills: taught }) => taught.includes(skillId)), { language, freeOnly: false, learningStyle: 'mixed', onDay: today }, noFeedback);
  return ranked.slice(0, resourcesEach).map(({ resource }) => presentResource(resource, [skillId]));
}

function presentQuestion(question: BankQuestion): AiInterview['topics'][number]['questions'][number] {
  const { id, level, ask, code, hints, source } = question;
  const options = question.kind === 'single' || question.kind === 'multiple' ? question.options.map(({ text }) => text) : question.kind === 'order' ? question.items.toSorted() : [];
  return { id, level, ask, code: mutable(code), options, answerShould: contentOf(question), hint: hints[0], source };
}

/** What an answer should hold: the points of its rubric, or what is right and why. */
function contentOf(question: BankQuestion): string[] {
  switch (question.kind) {
    case 'text': return question.rubric.map(({ point }) => point);
    case 'single': case 'multiple': return [...question.options.filter(({ right }) => right).map(({ text }) => text), question.explanation];
    case 'order': return [...question.items, question.explanation];
    case 'output': return [question.output, question.explanation];
    case 'blank': return [question.accepted[0] ?? '', question.explanation];
  }
}

export function interviewInput({ language, topics }: AiInterview, role: Role, ad: string | null): InterviewPromptInput {
  return {
    language, role: { name: role.name, summary: role.summary }, ad,
    topics: topics.map(({ skillId, name, showThat, questions }) => ({ skillId, name, showThat, questions: questions.map(({ ask }) => ask) })),
  };
}

export function interviewWordsFor({ topics }: InterviewPromptInput): (words: AiInterviewWords) => AiInterviewWords {
  const given = new Set(topics.map(({ skillId }) => skillId));
  return (words) => ({ overview: words.overview, topics: words.topics.filter(({ skillId }) => given.delete(skillId)) });
}
