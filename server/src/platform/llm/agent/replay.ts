/** A run once more, over what was kept of it: the same decisions over the same answers of the tools, with no model and no tool asked. */
import { runAgent, type AgentParts, type AgentResult, type Decided, type Step } from './run-agent.ts';
import { canonical, type ToolCall, type ToolOutcome } from './tool.ts';

/** The rules would now ask what was not asked then: the run cannot be followed further. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
}

/** Throws ReplayError. */
export function replayAgent<Answer>(steps: readonly Step[], rules: Pick<AgentParts<Answer>, 'plan' | 'isFounded' | 'conclude' | 'limits'>): Promise<AgentResult<Answer>> {
  const turns = steps.filter(({ decidedBy }) => decidedBy === 'model').values();
  const decide = (): Promise<Decided> => {
    const { value: turn } = turns.next();
    return Promise.resolve(turn === undefined ? { decision: null, reason: 'no-model', tokens: 0 } : decidedIn(turn));
  };
  const use = ({ tool, input }: ToolCall): Promise<ToolOutcome> => {
    const kept = steps.find((step) => step.tool === tool && canonical(step.input) === canonical(input));
    if (kept === undefined) throw new ReplayError(`${tool} was not asked ${canonical(input)}`);
    return Promise.resolve(kept.failure === null ? { output: kept.output, failure: null } : { output: null, failure: kept.failure });
  };
  return runAgent({ ...rules, decide, use, record: () => Promise.resolve(), now: () => 0 });
}

function decidedIn({ tool, input, output, failure, tokens }: Step): Decided {
  if (tool !== null) return { decision: { tool, input }, reason: null, tokens };
  if (failure === 'unfounded') return { decision: { answer: '' }, reason: null, tokens };
  return { decision: failure === null ? output as { answer: string } : null, reason: failure, tokens };
}
