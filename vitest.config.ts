import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';
import { KINDS, SOAK } from './tests/soak.ts';

/** Tests that have two sizes (tests/soak.ts), and those that only a soak runs. */
const longByNature = (folder: string) =>
  globSync(`${folder}/**/*.{test,story,soak}.ts`).filter((file) => file.endsWith('.soak.ts') || /from '\S*[/-]soak\.ts'/.test(readFileSync(file, 'utf8')));

const FOLDERS = ['cli', 'design', 'site', 'web/src', 'tests', 'agree', 'server', 'core/src'];

export default defineConfig({
  test: {
    environment: 'node',
    include: FOLDERS.flatMap((folder) => (SOAK ? longByNature(folder) : `${folder}/**/*.${KINDS}.ts`)),
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['tests/database-setup.ts', 'tests/chromium-setup.ts'],
    setupFiles: ['tests/fixed-seed.ts'],
    // Loading the server takes seconds, and nothing is kept in its modules but what is the same for all: files follow each other in one process.
    isolate: false,
    // On two cores: some stories wait (for a line to come back, for a hold to run out), and one more makes use of that; a fourth only made all of them slow.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Nothing hangs on them but a story that hangs: machines are as slow as their neighbours let them be.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 300_000,
    hookTimeout: 240_000,
  },
});
