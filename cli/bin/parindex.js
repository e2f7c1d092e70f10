#!/usr/bin/env node
// Plain JavaScript that any Node can read: it goes on under a Node that runs TypeScript as it is.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const runsTypeScript = major > 22 || (major === 22 && minor >= 18);

if (runsTypeScript) {
  module.enableCompileCache?.();
  const { main } = await import('../src/main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const own = fileURLToPath(new URL(`../../node_modules/.bin/node${process.platform === 'win32' ? '.cmd' : ''}`, import.meta.url));
  if (!existsSync(own)) {
    console.error(
      `ParIndex cần Node 22.18 trở lên (đang chạy ${process.versions.node}); hãy chạy “npm ci” trước.\nParIndex needs Node 22.18 or later (this is ${process.versions.node}); run “npm ci” first.`,
    );
    process.exit(2);
  }
  const run = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = run.status ?? 2;
}
