// npm test: the same set-up as npm start, then every test. Words behind "--" go to vitest: npm test -- core/src/rules
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from './build-site.js';
import { install } from './install.js';
import { commandOf, projectNode } from './project.js';
import { run } from './run.js';

await install();
const node = projectNode();
await buildSite(node);

const folder = mkdtempSync(join(tmpdir(), 'parindex-test-'));
const countsFile = join(folder, 'counts.json');
const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
const args = ['run', '--reporter=./scripts/test-reporter.js', ...process.argv.slice(2)];
let status = await run(node, [commandOf('vitest'), ...args], { env: { ...colours, PARINDEX_TEST_COUNTS: countsFile }, group: true });

const counts = readCounts();
if (counts.passed + counts.failed === 0) console.error('Không có phép thử nào chạy. (No test ran.)');
if (status === 0 && (counts.passed === 0 || counts.failed > 0)) status = 1;
rmSync(folder, { recursive: true, force: true });
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = status;

function readCounts() {
  try {
    return JSON.parse(readFileSync(countsFile, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
