import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './product.ts';

describe('docs/features.md', () => {
  it('[F106] lists 120 features, and none as done without a test that carries its number', () => {
    const rows = readFileSync(path.join(ROOT, 'docs/features.md'), 'utf8').match(/^\| \d+ \|/gm);
    expect(rows).toHaveLength(120);
    const run = spawnSync(process.execPath, [path.join(ROOT, 'scripts/features-check.js')], { cwd: ROOT, encoding: 'utf8' });
    expect(run.stdout + run.stderr).not.toMatch(/\d+ is done/);
    expect(run.status).toBe(0);
  });
});
