import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Left to itself vitest leaves a core free: on two that is half of what there is. */
const maxWorkers = Math.min(4, availableParallelism());

/** Many times what any test takes: a machine that is busy with other things is no fault of theirs, a test that hangs is. */
const testTimeout = 60_000;

/** What tests import takes longer to load than most of them to run: a process loads it once, for all files that it runs. Pages keep to themselves: they share a window. */
const isolate = false;

const plain = (name: string) => ({ test: { name, include: [`${name}/**/*.test.ts`], exclude: ['**/node_modules/**'], testTimeout, maxWorkers, isolate } });

export default defineConfig({
  test: {
    projects: [
      plain('engine'), plain('knowledge'), plain('contracts'), plain('scripts'), plain('bench'),
      './server/vitest.config.ts',
      { extends: './web/vite.config.ts', root: './web', test: { name: 'web', environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], testTimeout, maxWorkers } },
    ],
  },
});
