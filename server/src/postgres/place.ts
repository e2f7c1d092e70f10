import { createHash } from 'node:crypto';
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { CLUSTER_NAME } from './cluster-name.ts';
import { isCode } from './is-code.ts';
import { EmbeddedRefused } from './refused.ts';
import { isRoot, type ServerUser, serverUser } from './server-user.ts';

interface Wish {
  readonly root: string;
  readonly folder?: string | undefined;
  readonly stateHome?: string | undefined;
  say(text: string): void;
}

/**
 * The data folder, made where it is missing: the folder asked for, or `.data` in the checkout, or, where PostgreSQL cannot
 * work there, a folder of the system's state. Once a place holds a cluster it stays the place.
 */
export function choosePlace({ root, folder, stateHome, say }: Wish): string {
  if (folder !== undefined) return take(resolve(folder), false);
  const inCheckout = join(realpathSync(root), '.data');
  const elsewhere = stateFolder(realpathSync(root), stateHome);
  const settled = [inCheckout, elsewhere].find(holdsCluster);
  const place = settled ?? [inCheckout, elsewhere].find((candidate) => prepare(candidate, true) === undefined) ?? elsewhere;
  take(place, true);
  if (place !== inCheckout)
    say(`Dữ liệu nằm ở ${place}, vì PostgreSQL không dùng được ${inCheckout} (data are kept there, because PostgreSQL cannot use the folder in the checkout).`);
  return place;
}

/** The place outside the checkout: state that stays, by the custom of the system, named after the checkout. */
export function stateFolder(checkout: string, stateHome: string | undefined): string {
  const name = basename(checkout).replaceAll(/[^A-Za-z0-9.-]/g, '-');
  const slug = `${name}-${createHash('sha256').update(checkout).digest('hex').slice(0, 8)}`;
  if (isRoot()) return join('/var/lib/parindex', slug);
  if (process.platform === 'win32') return join(homedir(), 'AppData', 'Local', 'ParIndex', slug);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'ParIndex', slug);
  return join(stateHome || join(homedir(), '.local', 'state'), 'parindex', slug);
}

function take(folder: string, mayOpen: boolean): string {
  const trouble = prepare(folder, mayOpen);
  if (trouble) throw trouble;
  return realpathSync(folder);
}

// Makes the folder ready, or says why it cannot be. `mayOpen`: the folder is ours by its name, so its mode may be widened.
function prepare(folder: string, mayOpen: boolean): EmbeddedRefused | undefined {
  const user = serverUser();
  try {
    const owner = foreignOwner(folder, user);
    if (owner !== undefined) return ofAnother(folder, owner);
    if (user && !reaches(user, nearest(dirname(folder)))) return unreachable(folder);
    const made = makeFolder(folder, user);
    if (user && (made || mayOpen) && statSync(folder).uid === 0) chmodSync(folder, statSync(folder).mode | 0o011);
    if (user && !reaches(user, folder)) return unreachable(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return carriesModes(folder, user) ? undefined : withoutModes(folder);
  } catch (error) {
    if (isCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST')) return unwritable(folder, error);
    throw error;
  }
}

const clustersIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => CLUSTER_NAME.test(name)) : []);

function holdsCluster(folder: string): boolean {
  try {
    return clustersIn(folder).length > 0;
  } catch {
    return false;
  }
}

// PostgreSQL opens only a cluster of its own user. Going elsewhere then would look as if the data were lost.
function foreignOwner(folder: string, user: ServerUser | undefined): number | undefined {
  const uid = user?.uid ?? process.geteuid?.();
  if (uid === undefined) return undefined;
  return clustersIn(folder)
    .map((name) => statSync(join(folder, name)).uid)
    .find((owner) => owner !== uid);
}

function nearest(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));
}

// Whether the user may walk through every folder on the way: a home of mode 700 stops all others.
function reaches(user: ServerUser, folder: string): boolean {
  const path = realpathSync(folder);
  const { mode, uid, gid } = statSync(path);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0 && (dirname(path) === path || reaches(user, dirname(path)));
}

// Mode by mode, because a umask of 077 would close the folders on the way as well.
function makeFolder(folder: string, user: ServerUser | undefined): boolean {
  if (existsSync(folder)) return false;
  if (!existsSync(dirname(folder))) {
    makeFolder(dirname(folder), user);
    if (user) chmodSync(dirname(folder), 0o755);
  }
  // Recursive, so that it is no fault when another process was faster.
  mkdirSync(folder, { recursive: true, mode: user ? 0o711 : 0o700 });
  return true;
}

// Mounted Windows folders and some shares take chmod and chown and forget them; PostgreSQL then refuses its cluster.
function carriesModes(folder: string, user: ServerUser | undefined): boolean {
  if (process.platform === 'win32') return true;
  const probe = mkdtempSync(join(folder, 'probe-'));
  try {
    chmodSync(probe, 0o700);
    if (user) chownSync(probe, user.uid, user.gid);
    const { mode, uid } = statSync(probe);
    return (mode & 0o777) === 0o700 && (!user || uid === user.uid);
  } finally {
    rmdirSync(probe);
  }
}

const unreachable = (folder: string) =>
  new EmbeddedRefused(
    `PostgreSQL chạy bằng người dùng nobody nên không vào được ${folder}; hãy chọn thư mục khác bằng PARINDEX_DATA, hoặc chạy bằng người dùng thường.`,
    `PostgreSQL runs as nobody and cannot reach ${folder}; choose another folder with PARINDEX_DATA, or run as an ordinary user.`,
  );

const unwritable = (folder: string, error: unknown) =>
  new EmbeddedRefused(
    `Không ghi được vào thư mục dữ liệu ${folder}; hãy chọn thư mục khác bằng PARINDEX_DATA.`,
    `The data folder ${folder} cannot be written; choose another with PARINDEX_DATA.`,
    error instanceof Error ? error.message : '',
  );

const withoutModes = (folder: string) =>
  new EmbeddedRefused(
    `Ổ chứa ${folder} không giữ quyền truy cập tệp, PostgreSQL không dùng được; hãy chọn thư mục khác bằng PARINDEX_DATA.`,
    `The file system of ${folder} does not keep file permissions, so PostgreSQL cannot use it; choose another folder with PARINDEX_DATA.`,
  );

const ofAnother = (folder: string, owner: number) =>
  new EmbeddedRefused(
    `Cơ sở dữ liệu trong ${folder} thuộc người dùng số ${owner}; hãy chạy bằng người dùng đó, hoặc chọn thư mục khác bằng PARINDEX_DATA.`,
    `The database in ${folder} belongs to user number ${owner}; run as that user, or choose another folder with PARINDEX_DATA.`,
  );
