import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

const filesIn = (...folders: string[]) => folders.map((folder) => `${folder}/**/*.test.ts`);

const every = {
  environment: 'node',
  exclude: ['**/node_modules/**', '**/dist/**'],
  setupFiles: ['tests/fixed-seed.ts'],
  // Nothing hangs on them but a story that hangs: machines are as slow as their neighbours let them be.
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    globalSetup: ['tests/database-setup.ts'],
    // On two cores: many stories wait (for a line to come back, for a hold to run out), and a third makes use of that.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...every, name: 'house', include: filesIn('cli', 'site', 'web/src', 'tests', 'agree') } },
      // Loading the server takes a second, and nothing of it is kept in its modules but what is the same for all: files follow each other in one process.
      { test: { ...every, name: 'server', include: filesIn('server'), isolate: false } },
      // The core is pure: likewise.
      { test: { ...every, name: 'core', include: filesIn('core/src'), isolate: false } },
    ],
  },
});
