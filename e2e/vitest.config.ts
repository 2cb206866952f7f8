import { defineConfig } from 'vitest/config';

/** A few whole journeys in a real browser; one file at a time, since each drives a server and a browser of its own. */
export default defineConfig({
  test: { name: 'browser', root: import.meta.dirname, include: ['*.test.ts'], fileParallelism: false, testTimeout: 180_000, hookTimeout: 180_000, retry: 1 },
});
