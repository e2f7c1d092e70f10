import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ROOT } from './product.ts';

it('500 boards are open while 100 saves a second come: no board misses one, no stream breaks, no save is refused', { timeout: 1_200_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(ROOT, 'bench/server/board.ts'), '--boards', '500'], { maxBuffer: 1 << 24 });
  console.log(stdout);
  const turns = stdout.split('\n').filter((line) => line.startsWith('500 boards open'));
  expect(turns.length).toBeGreaterThanOrEqual(2);
  for (const turn of turns) expect(turn).toMatch(/, 0 refused\).* missed 0, broken 0;/);
});
