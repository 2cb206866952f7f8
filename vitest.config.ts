import { defineConfig } from 'vitest/config';

const plain = (name: string) => ({ test: { name, include: [`${name}/**/*.test.ts`], exclude: ['**/node_modules/**'], testTimeout: 20_000 } });

export default defineConfig({
  test: {
    projects: [plain('engine'), plain('knowledge'), plain('contracts'), plain('scripts'), plain('bench'), './server/vitest.config.ts', './web/vite.config.ts'],
  },
});
