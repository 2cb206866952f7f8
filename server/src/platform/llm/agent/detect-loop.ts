/** Notices an agent that goes round in circles. */
import { canonical, type ToolCall } from './tool.ts';

/** What a tool was asked and what came of it. */
export interface Looked extends ToolCall {
  /** Null where it failed. */
  readonly output: unknown;
  readonly failure: string | null;
}

/** `same-call`: a tool is asked again what it was asked before. `failing-tool`: it has failed twice. `no-news`: the last two answers were known before. */
export type LoopKind = 'same-call' | 'failing-tool' | 'no-news';

const mostFailures = 2;
const mostWithoutNews = 2;

/** Why `next` would only go round in a circle after `looked`; null when it may bring something new. */
export function loopIn(looked: readonly Looked[], next: ToolCall): LoopKind | null {
  if (looked.some((one) => one.tool === next.tool && canonical(one.input) === canonical(next.input))) return 'same-call';
  if (looked.filter(({ tool, failure }) => tool === next.tool && failure !== null).length >= mostFailures) return 'failing-tool';
  const latest = looked.slice(-mostWithoutNews);
  const isKnown = (at: number) => {
    const { output, failure, tool } = looked[at] as Looked;
    return looked.slice(0, at).some((earlier) => earlier.tool === tool && earlier.failure === failure && canonical(earlier.output) === canonical(output));
  };
  return latest.length === mostWithoutNews && latest.every((_one, index) => isKnown(looked.length - mostWithoutNews + index)) ? 'no-news' : null;
}
