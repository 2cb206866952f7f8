import type { TutorChat, TutorContent } from '@cairn/contracts';
import type { Level } from '@cairn/engine/knowledge';
import { AnswerError, AnswerLanguageError } from '@cairn/engine/learning';
import { afterAct, afterMove, chooseWorked, explanationsOf, guideOn, isCircling, isFinished, judgeAttempt, rightAnswerText, standingAtBegin, wishIn, type Act, type Move, type Standing } from '@cairn/engine/tutor';
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { Place } from '../../platform/database/newest-first.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import { stateOfRun, type AgentRuns } from '../../platform/llm/agent/agent-runs.ts';
import { newestRunAbout } from '../../platform/llm/agent/agent.store.ts';
import type { Looked } from '../../platform/llm/agent/detect-loop.ts';
import { modelDecides } from '../../platform/llm/agent/model-decides.ts';
import { runAgent, type AgentResult } from '../../platform/llm/agent/run-agent.ts';
import { useTool } from '../../platform/llm/agent/tool.ts';
import { toldOf, type Llm } from '../../platform/llm/llm.ts';
import type { Live } from '../../platform/live/live.ts';
import type { KnownTo, WhatCairnKnows } from '../knowledge/index.ts';
import type { AnswerBesideSession } from '../learning/index.ts';
import type { SkillsService } from '../skills/index.ts';
import { countJudged } from './count-judged.ts';
import { nextLevel, type LoadMaterial } from './material.ts';
import { contentOf, contentOfAct, presentChat, presentHead, type TurnGoal } from './present-chat.ts';
import { tutorTask } from './prompts/tutor-turn.v1.ts';
import { factsFor } from './tutor-facts.ts';
import { arranged, lengthOf, movesIn, say } from './turn-contents.ts';
import { createTurn, seedFor } from './tutor-turn.ts';
import { deleteChat, findChat, insertChat, insertMessages, listChats, messagesOf, moveChat, type Owner, type StoredChat, type StoredMessage } from './tutor.store.ts';

export interface TutorParts {
  readonly database: Database;
  readonly live: Live;
  readonly llm: Pick<Llm, 'ask'>;
  readonly agentRuns: AgentRuns;
  readonly knownTo: KnownTo;
  readonly material: LoadMaterial;
  readonly skills: Pick<SkillsService, 'profileOf'>;
  /** The skills that the person's goal asks for and that are still open, most important first. */
  readonly wantedSkills: (tx: Transaction, owner: Owner) => Promise<readonly string[]>;
  /** Has learning count an answer: for mastery, memory and what is proven. */
  readonly answerBeside: AnswerBesideSession;
  /** The person's name and address, which stay on this machine. */
  readonly personalOf: (tx: Transaction, owner: Owner) => Promise<readonly string[]>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

export interface Said {
  readonly act: Act;
  readonly after: number;
  readonly language: 'en' | 'hi';
}

export interface Asking {
  readonly signal: AbortSignal;
  readonly onProgress?: ((progress: ReturnType<typeof toldOf> | { step: 'looked' }) => void) | undefined;
}

type Settle<Status extends 200 | 201> = (tx: Transaction, answer: { status: Status; body: TutorChat }) => Promise<void>;

/** Characters. */
const longestMessage = 4000;
/** More than anybody scrolls through. */
const mostMessages = 400;
const limits = { steps: 4, tokens: 12_000 } as const;
const feature = 'tutor';

export type TutorService = ReturnType<typeof createTutorService>;

export function createTutorService({ database, live, llm, agentRuns, knownTo, material, skills, wantedSkills, answerBeside, personalOf, now, newId }: TutorParts) {
  const nameOf = ({ skills: known }: WhatCairnKnows, skillId: string) => known.get(skillId)?.name ?? skillId;

  async function open(tx: Transaction, owner: Owner, id: string, how: 'look' | 'lock'): Promise<StoredChat> {
    const chat = await findChat(tx, owner, id, how);
    if (!chat) throw new Failure('tutor.chat-unknown');
    return chat;
  }

  async function present(tx: Transaction, owner: Owner, chat: StoredChat): Promise<TutorChat> {
    return presentChat(chat, await messagesOf(tx, owner, chat.id), nameOf(await knownTo(tx), chat.skillId), material().question, await unansweredIn(tx, owner, chat));
  }

  /** The words of the turn that came to no end after the last message. */
  async function unansweredIn(tx: Transaction, owner: Owner, chat: StoredChat): Promise<string | null> {
    const about: Omit<TurnGoal, 'act'> = { chatId: chat.id, message: chat.messages + 1 };
    const run = await newestRunAbout(tx, owner, feature, { ...about });
    if (run === undefined || ['running', 'answered'].includes(stateOfRun(run, now()))) return null;
    const { act } = run.goal as TurnGoal;
    return act.kind === 'text' ? act.text : null;
  }

  function tellPages(tx: Transaction, { organisationId, userId }: Owner, chatId: string): Promise<void> {
    return live.publish(tx, { organisationId, userId, event: { kind: 'tutor.changed', chatId } });
  }

  /** Explanation and a question with its answer, before anything is asked. */
  function opening(chat: StoredChat): Move[] {
    const [explanation] = explanationsOf({ lessons: material().lessonsOf(chat.skillId), questions: material().questionsOf(chat.skillId), level: chat.level, open: null });
    const worked = chooseWorked(material().questionsOf(chat.skillId), chat.level);
    return [
      ...(explanation ? [explanation] : []),
      ...(worked ? [{ kind: 'worked', questionId: worked.id, ask: worked.ask, code: worked.code, answer: rightAnswerText(worked, seedFor(chat.id, worked.id)), explanation: worked.explanation } as const] : []),
      say('tutor.ready'),
    ];
  }

  /** Nobody else goes on with it until `tx` ends. Throws tutor.moved-on where somebody has. */
  async function lockUnmoved(tx: Transaction, owner: Owner, before: StoredChat): Promise<void> {
    if ((await open(tx, owner, before.id, 'lock')).messages !== before.messages) throw new Failure('tutor.moved-on');
  }

  /** What was done in a turn goes into the chat, which is locked. */
  async function keep(tx: Transaction, owner: Owner, chat: StoredChat, act: Act, done: readonly TutorContent[], standing: Standing): Promise<TutorChat> {
    const at = new Date(now());
    const question = chat.standing.open === null ? undefined : material().question(chat.standing.open.questionId);
    const contents: Omit<StoredMessage, 'number'>[] = [{ author: 'person', content: contentOfAct(act, question, chat.id), createdAt: at }, ...done.map((content) => ({ author: 'tutor' as const, content, createdAt: at }))];
    await insertMessages(tx, owner, chat.id, contents.map((message, index) => ({ ...message, number: chat.messages + index + 1 })));
    const moved = { ...chat, messages: chat.messages + contents.length, standing, updatedAt: at };
    await moveChat(tx, owner, moved);
    await tellPages(tx, owner, chat.id);
    return present(tx, owner, moved);
  }

  /** A message in the person's own words goes to a model, where there is one; what is wished by a button, or leads in a circle, does not. */
  async function takeTurn(person: Person, chat: StoredChat, { act, language }: Said, { signal, onProgress }: Asking, settle: Settle<200>): Promise<TutorChat> {
    const begun = afterAct(chat.standing, act);
    const turn = createTurn({ chatId: chat.id, skillId: chat.skillId, material: material(), act, standing: begun });
    const circling = isCircling(chat.standing, act);
    if (circling) turn.advance(say('tutor.loop'));
    const rules = {
      use: (call: Parameters<typeof useTool>[1]) => useTool(turn.tools, call),
      plan: (looked: readonly Looked[]) => {
        const tool = circling ? (looked.length === 0 ? 'exercise' : null) : guideOn(turn.standing(), act, looked);
        return tool === null ? null : { tool, input: {} };
      },
      isFounded: (looked: readonly Looked[]) => looked.length > 0,
      conclude: movesIn,
      limits,
    };
    const end = async (tx: Transaction, result: AgentResult<Move[]>, words: TutorContent | null): Promise<TutorChat> => {
      await lockUnmoved(tx, person, chat);
      const counted = await countJudged(tx, person, { chat, act, moves: result.answer, at: now() }, { material: material(), answerBeside });
      const done = arranged([...(circling ? [say('tutor.loop')] : []), ...result.answer, ...(counted === null ? [] : [counted])], words, isFinished(turn.standing()) && !isFinished(chat.standing));
      const body = await keep(tx, person, chat, act, done, turn.standing());
      await settle(tx, { status: 200, body });
      return body;
    };
    if (circling || act.kind !== 'text' || wishIn(act.text) !== null) {
      const result = await runAgent({ ...rules, decide: () => Promise.resolve({ decision: null, reason: 'no-model', tokens: 0 }), record: () => Promise.resolve(), now });
      return database.transaction(person, (tx) => end(tx, result, null));
    }
    const { personal, skillName } = await database.transaction(person, async (tx) => ({ personal: await personalOf(tx, person), skillName: nameOf(await knownTo(tx), chat.skillId) }));
    const question = chat.standing.open === null ? undefined : material().question(chat.standing.open.questionId);
    const model = modelDecides({
      llm, task: tutorTask(turn.tools), question: { text: act.text, facts: factsFor({ chatId: chat.id, skillName, standing: chat.standing, question }) }, person, personal, language, signal,
      onProgress: onProgress && ((progress) => { onProgress(toldOf(progress)); }),
    });
    let answered: TutorChat | undefined;
    await agentRuns.run({
      ...rules, owner: person, feature, goal: { chatId: chat.id, message: chat.messages + 1, act } satisfies TurnGoal, model, signal,
      onStep: () => { onProgress?.({ step: 'looked' }); },
      onUnanswered: (tx) => tellPages(tx, person, chat.id),
      onEnd: async (tx, { words, meta }, result) => { answered = await end(tx, result, words === null || meta === null ? null : { kind: 'words', text: words, meta }); },
    });
    return answered as TutorChat;
  }

  return {
    async topics(person: Person) {
      return database.transaction(person, async (tx) => {
        const known = await knownTo(tx);
        const levels = new Map((await skills.profileOf(tx, person)).skills.map(({ skillId, level }) => [skillId, level]));
        const wanted = await wantedSkills(tx, person);
        const rank = (skillId: string) => (wanted.includes(skillId) ? wanted.indexOf(skillId) : wanted.length);
        return [...material().skillIds].filter((skillId) => known.skills.has(skillId))
          .map((skillId) => ({ skillId, name: nameOf(known, skillId), level: levels.get(skillId) ?? 0, nextLevel: nextLevel(levels.get(skillId) ?? 0), isGoal: wanted.includes(skillId) } as const))
          .toSorted((one, other) => rank(one.skillId) - rank(other.skillId) || one.name.localeCompare(other.name, 'en'));
      });
    },

    async begin(person: Person, { skillId, level }: { readonly skillId: string; readonly level?: Level | undefined }, settle: Settle<201>): Promise<TutorChat> {
      return database.transaction(person, async (tx) => {
        const known = await knownTo(tx);
        if (!known.skills.has(skillId)) throw new Failure('skills.unknown');
        if (!material().skillIds.has(skillId)) throw new Failure('tutor.nothing-to-teach');
        const has = (await skills.profileOf(tx, person)).skills.find((skill) => skill.skillId === skillId)?.level ?? 0;
        const target = level ?? nextLevel(has);
        const at = new Date(now());
        const begun: StoredChat = { id: newId(), skillId, level: target, messages: 0, standing: standingAtBegin(target), createdAt: at, updatedAt: at };
        const moves = opening(begun);
        const chat = { ...begun, messages: moves.length, standing: moves.reduce(afterMove, begun.standing) };
        await insertChat(tx, person, chat);
        await insertMessages(tx, person, chat.id, moves.map((move, index) => ({ number: index + 1, author: 'tutor', content: contentOf(move), createdAt: at })));
        await tellPages(tx, person, chat.id);
        const body = await present(tx, person, chat);
        await settle(tx, { status: 201, body });
        return body;
      });
    },

    async list(person: Person, after: Place | null, limit: number) {
      return database.transaction(person, async (tx) => {
        const known = await knownTo(tx);
        const { items, total } = await listChats(tx, person, after, limit + 1);
        return { items: items.slice(0, limit).map((chat) => presentHead(chat, nameOf(known, chat.skillId))), total, more: items.length > limit };
      });
    },

    read: (person: Person, id: string) => database.transaction(person, async (tx) => present(tx, person, await open(tx, person, id, 'look'))),

    async say(person: Person, id: string, said: Said, asking: Asking, settle: Settle<200>): Promise<TutorChat> {
      if (lengthOf(said.act) > longestMessage) throw new Failure('tutor.message-too-long', { params: { most: longestMessage } });
      const chat = await database.transaction(person, (tx) => open(tx, person, id, 'look'));
      if (chat.messages !== said.after) throw new Failure('tutor.moved-on');
      if (chat.messages >= mostMessages) throw new Failure('tutor.full', { params: { most: mostMessages } });
      refuseOtherForm(chat, said.act);
      return takeTurn(person, chat, said, asking, settle);
    },

    async erase(person: Person, id: string): Promise<void> {
      await database.transaction(person, async (tx) => {
        if (!(await deleteChat(tx, person, id))) throw new Failure('tutor.chat-unknown');
        await tellPages(tx, person, id);
      });
    },
  };

  /** An answer by a form that is not the open exercise's: the page and the chat do not fit. */
  function refuseOtherForm({ id, standing }: StoredChat, act: Act): void {
    if (act.kind !== 'answer') return;
    const question = standing.open === null ? undefined : material().question(standing.open.questionId);
    if (question === undefined || standing.open === null) throw new Failure('tutor.not-an-answer');
    try {
      judgeAttempt(question, seedFor(id, question.id), act.answer, standing.open);
    } catch (error) {
      // Its language is answered to in the chat.
      if (error instanceof AnswerLanguageError) return;
      if (error instanceof AnswerError) throw new Failure('tutor.not-an-answer');
      throw error;
    }
  }
}
