import { z } from 'zod';
import { day, id, level, message, proficiency, reason } from './common.ts';
import { endpoint } from './endpoint.ts';
import { answerMeta } from './language-models.ts';
import { hoursPerWeek } from './roadmap.ts';

/** A role or skill by its id, its name or another name it goes by. */
const named = z.string().trim().min(1).max(120);
const language = z.enum(['en', 'hi']);
/** What words are to bear in mind, in the person's own words. A plan and its numbers never depend on it. */
const about = z.string().trim().max(1000).optional();

/** By name alone it counts at the profile's level, at a beginner's where the profile has none. */
const currentSkill = z.union([named, z.object({ skill: named, level: proficiency })]);
/** In place of the profile; left out, the profile counts. */
const currentSkills = z.array(currentSkill).max(100).optional();

const ref = z.object({ id: z.string(), name: z.string() });
/** What was written that Cairn does not know, and the nearest that it does. */
const notUnderstood = z.object({ given: z.string(), nearest: z.array(ref) });
/** A message with its wording in the language of the answer, for clients that have none of their own. */
const worded = message.extend({ text: z.string() });

const resource = z.object({ resourceId: z.string(), skillIds: z.array(z.string()), title: z.string(), provider: z.string(), url: z.string(), kind: z.string(), cost: z.string(), language: z.string(), hours: z.number() });
const task = z.object({
  id: z.string(), kind: z.enum(['learn', 'practise', 'build', 'check']), text: z.string(), what: message, skillId: z.string(), level, hours: z.number(), resourceIds: z.array(z.string()), projectId: z.string().nullable(), reasons: z.array(reason),
});
const week = z.object({ week: z.int(), startsOn: day, focus: z.string(), focusSkillIds: z.array(z.string()), hours: z.number(), tasks: z.array(task) });
const project = z.object({ projectId: z.string(), name: z.string(), summary: z.string(), difficulty: level, estimatedHours: z.number(), skillIds: z.array(z.string()), provenBy: z.array(z.string()) });
const month = z.object({
  month: z.int(), title: z.string(), weeks: z.array(week), tools: z.array(z.string()), projects: z.array(project),
  /** What one can do by then. */
  checkpoint: z.array(z.object({ skillId: z.string(), level, text: z.string() })),
});

const plan = z.object({
  careerRole: z.string(), roleId: z.string(), language,
  overview: worded, timeline: worded, hoursPerWeek: z.int(), startsOn: day, totalHours: z.number(), totalWeeks: z.int(), estimatedMonths: z.number(),
  /** None when nothing is missing. */
  months: z.array(month),
  finalOutcome: worded,
  resources: z.object({ officialDocs: z.array(resource), courses: z.array(resource), videos: z.array(resource), others: z.array(resource) }),
  skills: z.array(z.object({ skillId: z.string(), name: z.string(), level: proficiency, targetLevel: level })),
  /** Whose skills the plan takes off: those that were sent, or the profile. */
  from: z.enum(['given', 'profile']),
  currentRole: ref.extend({ yearsOfExperience: z.number() }).nullable(),
  notUnderstood: z.array(notUnderstood),
  reasons: z.array(reason),
});

const standing = z.object({
  skillId: z.string(), name: z.string(), requirement: z.enum(['must', 'should', 'nice']), level: proficiency, requiredLevel: level,
  /** Another skill of the person's that stands in for a part of it. */
  similarTo: ref.nullable(),
  /** Of study and practice up to the level asked for; 0 when met. */
  hours: z.number(), reasons: z.array(reason),
});
const analysis = z.object({
  careerRole: z.string(), roleId: z.string(), language, from: z.enum(['given', 'profile']),
  /** By count, and by what matters: 0 to 100. */
  matchPercentage: z.number(), weightedMatchPercentage: z.number(),
  met: z.array(standing), partial: z.array(standing), missing: z.array(standing),
  /** What to learn, in the order in which it can be learned, foundations among it. */
  suggestions: z.array(z.object({ place: z.int(), skillId: z.string(), name: z.string(), fromLevel: proficiency, toLevel: level, hours: z.number(), isFoundation: z.boolean(), resources: z.array(resource), reasons: z.array(reason) })),
  totalHours: z.number(),
  notUnderstood: z.array(notUnderstood),
  reasons: z.array(reason),
});

const code = z.object({ language: z.string(), text: z.string() }).nullable();
const interview = z.object({
  role: z.string(), roleId: z.string(), language, company: z.string().nullable(), level: level.nullable(), days: z.int(), minutesPerDay: z.int(),
  /** What the role asks for, the most important first. */
  topics: z.array(z.object({
    skillId: z.string(), name: z.string(), requirement: z.enum(['must', 'should', 'nice']), level, importance: z.number(), minutes: z.int(),
    /** What somebody at the level can do: be ready to show it, or to tell of when you did. Null where no more is known than its name. */
    showThat: z.string().nullable(),
    questions: z.array(z.object({ id: z.string(), level, ask: z.string(), code, options: z.array(z.string()), answerShould: z.array(z.string()), hint: z.string(), source: z.string() })),
    resources: z.array(resource), reasons: z.array(reason),
  })),
  /** Requirements beyond those that the days have room for. */
  leftOut: z.array(ref),
  plan: z.array(z.object({ day: z.int(), minutes: z.int(), parts: z.array(z.object({ skillId: z.string(), minutes: z.int() })), what: worded })),
  /** What helps in any interview, and how to find out about the company by oneself. */
  advice: z.array(worded),
  jobAdId: id.nullable(),
});

const quizQuestion = z.object({
  id: z.string(), kind: z.enum(['single', 'multiple', 'order', 'output', 'blank', 'text']), level, ask: z.string(), code,
  /** For a choice. */
  options: z.array(z.object({ text: z.string(), right: z.boolean(), misconception: z.string().nullable() })),
  /** To be put in order, shuffled; `rightOrder` counts in this list. */
  items: z.array(z.string()), rightOrder: z.array(z.int()),
  /** For a gap or an output any of these is right; for a text it is one good answer. */
  accepted: z.array(z.string()),
  /** What a good text says. */
  points: z.array(z.string()),
  hints: z.array(z.string()), explanation: z.string(), source: z.string(),
});
const quiz = z.object({
  skill: z.string(), skillId: z.string(), language, level: level.nullable(),
  questions: z.array(quizQuestion),
  /** In the bank for this skill, those left out by `exclude` among them. */
  known: z.int(),
});

/** A text of a model's, beside what it is about. */
const short = z.string();
const roadmapWords = z.object({ overview: short, months: z.array(z.object({ month: z.int(), advice: short })), tasks: z.array(z.object({ id: z.string(), advice: short })) });
const skillsWords = z.object({ overview: short, skills: z.array(z.object({ skillId: z.string(), advice: short, example: short })) });
const interviewWords = z.object({ overview: short, topics: z.array(z.object({ skillId: z.string(), tip: short })) });
const quizWords = z.object({ explanations: z.array(z.object({ id: z.string(), text: short })) });

/** The engine's answer, what a model said beside it (null: nothing), and who wrote. */
const answerOf = <Answer extends z.ZodRawShape, Words extends z.ZodType>(answer: z.ZodObject<Answer>, words: Words) => answer.extend({ words: words.nullable(), meta: answerMeta });
/** The engine's answer comes first, whole; then how it stands with the words. */
const progressOf = <Answer extends z.ZodType>(answer: Answer) => z.discriminatedUnion('step', [
  z.object({ step: z.literal('planned'), answer }),
  z.object({ step: z.literal('waiting'), place: z.int() }),
  z.object({ step: z.literal('asking'), model: z.string() }),
  z.object({ step: z.literal('writing'), characters: z.int() }),
  z.object({ step: z.literal('repairing') }),
]);

const usual = ['auth.signed-out', 'auth.forbidden', 'request.cross-site', 'request.idempotency-conflict', 'request.in-progress'] as const;
const shared = { method: 'POST', access: 'ai.use', limit: 'ai' } as const;

export const ai = {
  roadmap: endpoint({
    ...shared, path: '/ai/roadmap', summary: 'What the way to a role would be, month by month; nothing is stored',
    body: z.object({
      targetRole: named, currentRole: named.optional(), yearsOfExperience: z.number().min(0).max(60).optional(), currentSkills, hoursPerWeek: hoursPerWeek.optional(),
      weeksAvailable: z.int().min(1).max(260).optional(), startsOn: day.optional(), freeOnly: z.boolean().optional(), learningStyle: z.enum(['reading', 'watching', 'doing', 'mixed']).optional(),
      /** Of the answer and, where there are any, of the resources; left out, the person's own. */
      language: language.optional(), about,
    }),
    progress: progressOf(plan), answers: { 200: answerOf(plan, roadmapWords) },
    failures: [...usual, 'ai.role-unknown', 'ai.role-ambiguous', 'ai.skills-unknown', 'roadmap.impossible'],
  }),
  skills: endpoint({
    ...shared, path: '/ai/skills', summary: 'Which skills of a role you have, have in part and lack, and in which order to learn',
    body: z.object({ targetRole: named, currentSkills, language: language.optional(), about }),
    progress: progressOf(analysis), answers: { 200: answerOf(analysis, skillsWords) },
    failures: [...usual, 'ai.role-unknown', 'ai.role-ambiguous', 'ai.skills-unknown'],
  }),
  interviewPrep: endpoint({
    ...shared, path: '/ai/interview-prep', summary: 'What an interview for a role asks, what an answer should hold, and a plan for the days before',
    body: z.object({
      role: named, /** Nothing is said about it that is not known. */ company: z.string().trim().min(1).max(160).optional(), /** Left out, each topic is asked at the level that the role asks for. */ level: level.optional(),
      days: z.int().min(1).max(30).default(7), minutesPerDay: z.int().min(15).max(480).default(60), /** An ad that words may speak to. */ jobAdId: id.optional(), language: language.optional(),
    }),
    progress: progressOf(interview), answers: { 200: answerOf(interview, interviewWords) },
    failures: [...usual, 'ai.role-unknown', 'ai.role-ambiguous', 'job-ad.unknown'],
  }),
  quiz: endpoint({
    ...shared, path: '/ai/quiz', summary: 'Questions on a skill with their answers, for practice; nothing counts',
    body: z.object({
      skill: named, level: level.optional(), count: z.int().min(1).max(20).default(5),
      /** Ids of questions that were had before. */
      exclude: z.array(z.string().max(120)).max(500).default([]), language: language.optional(),
    }),
    progress: progressOf(quiz), answers: { 200: answerOf(quiz, quizWords) },
    failures: [...usual, 'ai.skill-unknown', 'ai.skill-ambiguous', 'ai.no-questions'],
  }),
};
export type AiPlan = z.output<typeof plan>;
export type AiAnalysis = z.output<typeof analysis>;
export type AiInterview = z.output<typeof interview>;
export type AiQuiz = z.output<typeof quiz>;
export type AiResource = z.output<typeof resource>;
export type AiRoadmapWords = z.output<typeof roadmapWords>;
export type AiSkillsWords = z.output<typeof skillsWords>;
export type AiInterviewWords = z.output<typeof interviewWords>;
export type AiQuizWords = z.output<typeof quizWords>;
export type AiRoadmapAnswer = z.output<(typeof ai.roadmap)['answers'][200]>;
export type AiAnalysisAnswer = z.output<(typeof ai.skills)['answers'][200]>;
export type AiInterviewAnswer = z.output<(typeof ai.interviewPrep)['answers'][200]>;
export type AiQuizAnswer = z.output<(typeof ai.quiz)['answers'][200]>;
