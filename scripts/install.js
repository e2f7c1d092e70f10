import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inProject } from './project.js';
import { run } from './run.js';

const readLock = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** npm writes what it has installed, whole and last, into a lock file of its own: that one is compared. */
function isInstalled() {
  const record = inProject('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const [wanted, present] = [readLock(inProject('package-lock.json')), readLock(record)];
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const found = present[path];
    if (path === '') return true;
    return found ? found.version === version && found.integrity === integrity : optional === true;
  });
}

function npm() {
  const started = process.env.npm_execpath;
  if (started && /npm-cli\.c?js$/.test(started)) return [process.env.npm_node_execpath ?? process.execPath, started];
  const besideNode = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  return existsSync(besideNode) ? [process.execPath, besideNode] : ['npm'];
}

/** Installs the packages of package-lock.json unless they are there; the only moment that needs the network. */
export async function install() {
  if (isInstalled()) return;
  if (process.platform === 'win32' && process.execPath.startsWith(inProject('node_modules'))) {
    console.error('Danh sách gói đã đổi. Hãy chạy "npm ci" rồi chạy lại lệnh này.\nThe list of packages has changed. Run "npm ci", then this again.');
    process.exit(1);
  }
  console.log(
    'Đang cài các gói phần mềm (lần đầu hoặc khi danh sách gói đổi; cần mạng, một vài phút)\n  Installing packages (first time, or their list has changed; needs the network, a minute or two)',
  );
  const [command, ...args] = npm();
  const status = await run(command, [...args, 'ci', '--include=dev', '--include=optional', '--no-progress'], { showTime: true });
  if (status === 0) return;
  console.error('Không cài được các gói phần mềm; xem dòng trên.\nThe packages could not be installed; see the lines above.');
  process.exit(status);
}
