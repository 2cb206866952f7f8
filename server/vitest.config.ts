import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'server',
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/test-support/global-database.ts'],
    // Passwords are hashed slowly on purpose, and files are parsed in child processes.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: Math.min(4, availableParallelism()),
    // Loading the server and what it knows takes longer than most files: a process does it once, for all files that it runs.
    isolate: false,
    // These tests kill processes and wait for others: a machine that stalls for a second is no fault of theirs, a test
    // that fails twice in a row is.
    retry: 1,
  },
});
