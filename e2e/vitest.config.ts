import { defineConfig } from 'vitest/config';

/** A few whole journeys in a real browser, one file at a time, against one demo college that all of them are served from. */
export default defineConfig({
  test: { name: 'browser', root: import.meta.dirname, include: ['*.test.ts'], globalSetup: ['support/demo-college.ts', '../server/src/test-support/global-database.ts'], fileParallelism: false, testTimeout: 180_000, hookTimeout: 180_000, retry: 1 },
});
