import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'server',
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/test-support/global-database.ts'],
    // Passwords are hashed slowly on purpose, and files are parsed in child processes.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
