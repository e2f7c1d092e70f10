// Builds the public pages when what they are made of has changed: the browser's part, then what renders pages on the server.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandOf, inProject, isStarted, projectNode } from './project.js';
import { run } from './run.js';

const CONFIG = join('site', 'vite.config.ts');
const SOURCES = ['site', join('core', 'src')];
const SINGLE_SOURCES = ['package-lock.json', 'tsconfig.json'];
const STAMP = inProject('.build', 'site.stamp');
const STEPS = [
  ['phần chạy ở trình duyệt (for the browser)', ['build', '--config', CONFIG]],
  ['phần dựng trang ở máy chủ (for the server)', ['build', '--ssr', '--config', CONFIG]],
];

const shapesNoPage = (path) => /\.test\.tsx?$/.test(path) || /(^|[\\/])(testing|node_modules)([\\/]|$)/.test(path);

function filesUnder(folder) {
  return readdirSync(inProject(folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (shapesNoPage(path)) return [];
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .sort();
}

function sourceStamp() {
  const hash = createHash('sha256');
  for (const path of [...SOURCES.flatMap(filesUnder), ...SINGLE_SOURCES]) {
    const content = readFileSync(inProject(path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

export async function buildSite(node) {
  const stamp = sourceStamp();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  console.log('Đang dựng các trang kết quả (nguồn đã đổi)\n  Building the result pages (their sources have changed)');
  rmSync(STAMP, { force: true });
  for (const [name, args] of STEPS) {
    console.log(`  ${name}`);
    const status = await run(node, [commandOf('vite'), ...args, '--logLevel', 'warn'], { showTime: true });
    if (status !== 0) {
      console.error('Không dựng được các trang; xem dòng trên.\nThe pages could not be built; see the lines above.');
      process.exit(status);
    }
  }
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stamp);
}

if (isStarted(import.meta.url)) await buildSite(projectNode());
