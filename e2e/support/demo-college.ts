import type { TestProject } from 'vitest/node';
import { serveCairn, type ServedAt } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    demoCollege: ServedAt;
  }
}

/** Before the first file: making the demo college takes longer than most journeys. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { stop, address, printed, dataDirectory } = await serveCairn();
  provide('demoCollege', { address, printed, dataDirectory });
  return stop;
}
