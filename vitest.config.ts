import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['core/src', 'cli', 'server', 'site', 'web/src', 'tests', 'agree'].map((folder) => `${folder}/**/*.test.ts`),
    exclude: ['**/node_modules/**', '**/dist/**'],
    setupFiles: ['tests/fixed-seed.ts'],
    globalSetup: ['tests/database-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // On two cores: many stories wait (for a line to come back, for a hold to run out), and a third makes use of that.
    maxWorkers: 3,
  },
});
