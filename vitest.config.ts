import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Left to itself vitest leaves a core free: on two that is half of what there is. */
const maxWorkers = Math.min(4, availableParallelism());

const plain = (name: string) => ({ test: { name, include: [`${name}/**/*.test.ts`], exclude: ['**/node_modules/**'], testTimeout: 20_000, maxWorkers } });

export default defineConfig({
  test: {
    projects: [
      plain('engine'), plain('knowledge'), plain('contracts'), plain('scripts'), plain('bench'),
      './server/vitest.config.ts',
      { extends: './web/vite.config.ts', root: './web', test: { name: 'web', environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], testTimeout: 20_000, maxWorkers } },
    ],
  },
});
