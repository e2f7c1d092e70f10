// Builds what browsers load, where its sources have changed: the public pages, and the workspace.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { commandOf, inProject, isStarted, projectNode } from './project.js';
import { run } from './run.js';

const configOf = (folder) => join(folder, 'vite.config.ts');

/** Each is built from its folder, the look that both share, and the core. */
const PARTS = [
  {
    folder: 'site',
    vi: 'các trang kết quả',
    en: 'the result pages',
    steps: [
      ['phần chạy ở trình duyệt (for the browser)', ['build', '--config', configOf('site')]],
      ['phần dựng trang ở máy chủ (for the server)', ['build', '--ssr', '--config', configOf('site')]],
    ],
  },
  {
    folder: 'web',
    vi: 'trang làm việc',
    en: 'the workspace',
    steps: [['phần chạy ở trình duyệt (for the browser)', ['build', '--config', configOf('web')]]],
    compressed: join('web', 'assets'),
  },
];
const SINGLE_SOURCES = ['package-lock.json', 'tsconfig.json'];

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

function stampOf(folder) {
  const hash = createHash('sha256');
  for (const path of [...[folder, 'design', join('core', 'src')].flatMap(filesUnder), ...SINGLE_SOURCES]) {
    const content = readFileSync(inProject(path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function buildPart({ folder, vi, en, steps, compressed }, node) {
  const kept = inProject('.build', `${folder}.stamp`);
  const stamp = stampOf(folder);
  if (existsSync(kept) && readFileSync(kept, 'utf8') === stamp) return;
  console.log(`Đang dựng ${vi} (nguồn đã đổi)\n  Building ${en} (their sources have changed)`);
  rmSync(kept, { force: true });
  for (const [name, args] of steps) {
    console.log(`  ${name}`);
    const status = await run(node, [commandOf('vite'), ...args, '--logLevel', 'warn'], { showTime: true });
    if (status !== 0) {
      console.error(`Không dựng được ${vi}; xem dòng trên.\nCould not build ${en}; see the lines above.`);
      process.exit(status);
    }
  }
  if (compressed) await compressUnder(inProject('.build', compressed));
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, stamp);
}

/** Compressed once and as far as it goes, not anew for each reader; on all cores. */
async function compressUnder(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(?:m?js|css|svg|wasm|ttf)$/.test(name));
  await Promise.all(names.map(async (name) => writeFileSync(join(folder, `${name}.br`), await promisify(brotliCompress)(readFileSync(join(folder, name))))));
}

export async function buildPages(node) {
  await Promise.all(PARTS.map((part) => buildPart(part, node)));
}

if (isStarted(import.meta.url)) await buildPages(projectNode());
