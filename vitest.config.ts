import { defineConfig } from 'vitest/config';

const plain = (name: string) => ({ test: { name, include: [`${name}/**/*.test.ts`], exclude: ['**/node_modules/**'], testTimeout: 20_000 } });

export default defineConfig({
  test: {
    projects: [
      plain('engine'), plain('knowledge'), plain('contracts'), plain('scripts'), plain('bench'),
      './server/vitest.config.ts',
      { extends: './web/vite.config.ts', root: './web', test: { name: 'web', environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], testTimeout: 20_000 } },
    ],
  },
});
