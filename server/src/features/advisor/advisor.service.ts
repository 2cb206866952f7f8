import type { AdvisorAdvice, AdvisorRun, AdvisorStep, CareerForm } from '@cairn/contracts';
import { concludeAdvice, isFounded, planAdvice, readQuestion, type Advice, type AdvisorGoal, type AdvisorKind } from '@cairn/engine/advisor';
import type { Transaction } from '../../platform/database/database.ts';
import type { Place } from '../../platform/database/newest-first.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import { RunGoneError, type AgentRuns } from '../../platform/llm/agent/agent-runs.ts';
import { deleteRun, findRun, listRuns, stepsOfRun, type AgentOwner, type StoredRun } from '../../platform/llm/agent/agent.store.ts';
import type { Looked } from '../../platform/llm/agent/detect-loop.ts';
import { modelDecides } from '../../platform/llm/agent/model-decides.ts';
import { replayAgent } from '../../platform/llm/agent/replay.ts';
import type { Step } from '../../platform/llm/agent/run-agent.ts';
import { canonical, useTool } from '../../platform/llm/agent/tool.ts';
import { toldOf, type Llm } from '../../platform/llm/llm.ts';
import type { Live } from '../../platform/live/live.ts';
import { mutable } from '../../platform/mutable.ts';
import { advisorTools, type AdvisorToolParts } from './advisor-tools.ts';
import { advisorTask } from './prompts/advisor-turn.v1.ts';
import { presentHead, presentRun, presentStep, type AskedGoal } from './present-run.ts';

export interface AdvisorParts extends AdvisorToolParts {
  readonly live: Live;
  readonly llm: Pick<Llm, 'ask'>;
  readonly agentRuns: AgentRuns;
  readonly careerFormOf: (tx: Transaction, owner: AgentOwner) => Promise<CareerForm | undefined>;
  /** The person's name and address, which stay on this machine. */
  readonly personalOf: (tx: Transaction, owner: AgentOwner) => Promise<readonly string[]>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

export interface Asked {
  readonly question?: string | undefined;
  readonly goal?: AdvisorKind | undefined;
  readonly roleId?: string | undefined;
  readonly skillId?: string | undefined;
  readonly hoursPerWeek?: number | undefined;
  readonly language: 'en' | 'hi';
}

export type AdvisorProgress =
  | { readonly step: 'begun'; readonly runId: string; readonly goal: AdvisorRun['goal'] }
  | { readonly step: 'waiting'; readonly place: number }
  | { readonly step: 'asking' | 'writing' | 'repairing' }
  | { readonly step: 'looked'; readonly looked: AdvisorStep };

export interface Asking {
  readonly signal: AbortSignal;
  readonly onProgress?: ((progress: AdvisorProgress) => void) | undefined;
}

const feature = 'advisor';
/** A part of an evening on five days, where nobody has said. */
const usualHoursPerWeek = 5;
const limits = { steps: 8, tokens: 30_000 } as const;

export type AdvisorService = ReturnType<typeof createAdvisorService>;

export function createAdvisorService(parts: AdvisorParts) {
  const { database, live, llm, agentRuns, knownTo, careerFormOf, personalOf, now } = parts;

  /** What is asked for by name holds; then what the question names; then the career form. Throws role.unknown, skills.unknown. */
  async function goalOf(tx: Transaction, owner: AgentOwner, asked: Asked): Promise<AdvisorGoal> {
    const known = await knownTo(tx);
    const form = await careerFormOf(tx, owner);
    const read = readQuestion(asked.question ?? '', { taxonomy: known.taxonomy, roles: known.knowledge.roles });
    if (asked.roleId !== undefined && !known.roles.has(asked.roleId)) throw new Failure('role.unknown');
    if (asked.skillId !== undefined && !known.skills.has(asked.skillId)) throw new Failure('skills.unknown');
    const role = known.roles.get(asked.roleId ?? read.roleId ?? form?.targetRoleId ?? '');
    const skill = known.skills.get(asked.skillId ?? read.skillId ?? '');
    const kind = asked.goal ?? read.kind;
    return {
      kind: (kind === 'resources' || kind === 'practise') && skill === undefined ? 'next' : kind,
      roleId: role?.id ?? null, role: role?.name ?? null, skillId: skill?.id ?? null, skill: skill?.name ?? null,
      hoursPerWeek: asked.hoursPerWeek ?? read.hoursPerWeek ?? form?.hoursPerWeek ?? usualHoursPerWeek,
    };
  }

  const rulesFor = (goal: AdvisorGoal) => ({
    plan: (looked: readonly Looked[]) => planAdvice(goal, looked),
    isFounded: (looked: readonly Looked[]) => isFounded(goal, looked),
    conclude: (looked: readonly Looked[]): Advice => concludeAdvice(goal, looked),
    limits,
  });

  async function fetch(tx: Transaction, person: AgentOwner, id: string): Promise<{ run: StoredRun; steps: Step[] }> {
    const run = await findRun(tx, person, feature, id);
    if (!run) throw new Failure('advisor.run-unknown');
    return { run, steps: await stepsOfRun(tx, person, id) };
  }

  function tellPages(tx: Transaction, { organisationId, userId }: AgentOwner, runId: string): Promise<void> {
    return live.publish(tx, { organisationId, userId, event: { kind: 'advisor.changed', runId } });
  }

  return {
    async ask(person: Person, asked: Asked, { signal, onProgress }: Asking, settle: (tx: Transaction, answer: { status: 201; body: AdvisorRun }) => Promise<void>): Promise<AdvisorRun> {
      if (asked.question === undefined && asked.goal === undefined) throw new Failure('advisor.nothing-asked');
      const { goal, personal } = await database.transaction(person, async (tx) => ({ goal: await goalOf(tx, person, asked), personal: await personalOf(tx, person) }));
      const { language } = asked;
      const kept: AskedGoal = { question: asked.question ?? '', goal, language };
      const tools = advisorTools(parts, person);
      const model = modelDecides({
        llm, task: advisorTask(tools), question: { text: kept.question, facts: factsOf(goal) }, person, personal, language, signal,
        onProgress: onProgress && ((progress) => { onProgress(toldOf(progress)); }),
      });
      const steps: Step[] = [];
      let answered: AdvisorRun | undefined;
      try {
        await agentRuns.run({
          ...rulesFor(goal), use: (call) => useTool(tools, call), owner: person, feature, goal: kept, model, signal,
          onBegun: (runId) => { onProgress?.({ step: 'begun', runId, goal: mutable(goal) }); },
          onStep: (step) => {
            steps.push(step);
            const looked = presentStep(step);
            if (looked !== null) onProgress?.({ step: 'looked', looked });
          },
          onEnd: async (tx, run) => {
            answered = presentRun(run, steps, now());
            await tellPages(tx, person, run.id);
            await settle(tx, { status: 201, body: answered });
          },
          onUnanswered: (tx, runId) => tellPages(tx, person, runId),
        });
      } catch (error) {
        if (error instanceof RunGoneError) throw new Failure('advisor.run-unknown', { cause: error });
        throw error;
      }
      return answered as AdvisorRun;
    },

    async list(person: Person, after: Place | null, limit: number) {
      const { items, total } = await database.transaction(person, (tx) => listRuns(tx, person, feature, after, limit + 1));
      return { items: items.slice(0, limit).map((run) => presentHead(run, now())), total, more: items.length > limit };
    },

    async read(person: Person, id: string): Promise<AdvisorRun> {
      const { run, steps } = await database.transaction(person, (tx) => fetch(tx, person, id));
      return presentRun(run, steps, now());
    },

    /** The same decisions over what the tools answered then; nothing is asked and nothing stored. */
    async replay(person: Person, id: string): Promise<{ same: boolean; advice: AdvisorAdvice; brokenBy: string | null }> {
      const { run, steps } = await database.transaction(person, (tx) => fetch(tx, person, id));
      if (run.state !== 'answered') throw new Failure('advisor.not-answered');
      const { answer, words, brokenBy } = await replayAgent(steps, rulesFor((run.goal as AskedGoal).goal));
      const same = canonical([answer, words, brokenBy]) === canonical([run.answer, run.words, run.brokenBy]);
      return { same, advice: mutable(answer) as AdvisorAdvice, brokenBy };
    },

    async erase(person: Person, id: string): Promise<void> {
      await database.transaction(person, async (tx) => {
        if (!(await deleteRun(tx, person, feature, id))) throw new Failure('advisor.run-unknown');
        await tellPages(tx, person, id);
      });
    },
  };
}

function factsOf({ kind, roleId, role, skillId, skill, hoursPerWeek }: AdvisorGoal): string {
  const about = { next: 'what to learn next', ready: 'whether they are ready', time: 'how long it takes', resources: 'where to learn', practise: 'an exercise' }[kind];
  return [
    `The person asks ${about}.`,
    ...(roleId === null ? ['They have named no role.'] : [`Role: ${role ?? ''} (roleId ${roleId}).`]),
    ...(skillId === null ? [] : [`Skill: ${skill ?? ''} (skillId ${skillId}).`]),
    `Hours a week: ${String(hoursPerWeek)}.`,
  ].join(' ');
}
