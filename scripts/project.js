// Where the project lies and what runs it. Plain JavaScript without dependencies: it is read before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export const inProject = (...parts) => join(ROOT, ...parts);

const SYSTEMS = { linux: 'linux', win32: 'win' };

/** Node runs TypeScript as it is from this version on. */
const LEAST_OWN_NODE = { major: 22, minor: 18 };

function carriedNode() {
  const system = SYSTEMS[process.platform];
  if (!system) return undefined;
  const file = inProject('node_modules', `node-${system}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  // It may be there and yet not run, as on a Linux with another C library.
  return existsSync(file) && spawnSync(file, ['--version'], { stdio: 'ignore', windowsHide: true }).status === 0 ? file : undefined;
}

function ownNodeServes() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > LEAST_OWN_NODE.major || (major === LEAST_OWN_NODE.major && minor >= LEAST_OWN_NODE.minor);
}

/** The Node that runs the project: the one npm brought along, else the installed one where it is new enough. */
export function projectNode() {
  const node = carriedNode() ?? (ownNodeServes() ? process.execPath : undefined);
  if (node) return node;
  const least = `${LEAST_OWN_NODE.major}.${LEAST_OWN_NODE.minor}`;
  console.error(
    `Máy này (${process.platform}, ${process.arch}) không có Node đi kèm dự án, và Node đang cài là ${process.versions.node}. Hãy cài Node ${least} trở lên rồi chạy lại.`,
  );
  console.error(
    `No Node comes with the project for this machine (${process.platform}, ${process.arch}), and the installed one is ${process.versions.node}. Install Node ${least} or later and run this again.`,
  );
  process.exit(1);
}

/** The file behind a command that a package brings, so that no shell and no .cmd file is needed. */
export function commandOf(packageName, command = packageName) {
  const folder = inProject('node_modules', ...packageName.split('/'));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** True when the script at this URL is what was started, rather than imported. */
export const isStarted = (url) => process.argv[1] !== undefined && fileURLToPath(url) === realpathSync(process.argv[1]);
