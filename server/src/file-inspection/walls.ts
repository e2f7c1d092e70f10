import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What stands around an inspecting process beside Node's permissions and the shell's limits. */
export const WALLS = ['whole', 'network', 'none'] as const;
export type Walls = (typeof WALLS)[number];

const NETWORK = ['unshare', '--user', '--map-current-user', '--net', '--ipc'];

/**
 * Namespaces of Linux, by util-linux' unshare, which needs no privilege where the system lets users make them. `network`:
 * no network at all, not even this machine's own addresses. `whole`: also no sight of other processes, so that none can be
 * sent a signal and nobody's environment be read.
 */
const COMMANDS: Readonly<Record<Walls, readonly string[]>> = {
  whole: [...NETWORK, '--pid', '--fork', '--kill-child', '--mount-proc'],
  network: NETWORK,
  none: [],
};

/** Milliseconds for a trial. */
const LONGEST_TRIAL = 5_000;

async function holds(walls: Walls): Promise<boolean> {
  const [program = '', ...args] = [...COMMANDS[walls], '/bin/sh', '-c', 'exit 0'];
  return promisify(execFile)(program, args, { timeout: LONGEST_TRIAL, env: {} }).then(
    () => true,
    () => false,
  );
}

async function tryWalls(): Promise<Walls> {
  if (process.platform !== 'linux') return 'none';
  for (const walls of WALLS) if (walls === 'none' || (await holds(walls))) return walls;
  return 'none';
}

let found: Promise<Walls> | undefined;

/** The strongest walls that this machine allows, tried once. */
export function wallsHere(): Promise<Walls> {
  found ??= tryWalls();
  return found;
}

/** What goes before a command so that it stands behind them. */
export const behindWalls = async (): Promise<readonly string[]> => COMMANDS[await wallsHere()];

const TOLD: Readonly<Record<Exclude<Walls, 'whole'>, string>> = {
  network:
    'Tiến trình đọc tệp không có mạng, nhưng hệ thống không cho tách nó khỏi các tiến trình khác; xem docs/operating/security.md. (What reads files has no network, but the system does not let it be parted from other processes.)',
  none: 'Cảnh báo: hệ thống không cho chạy tiến trình đọc tệp mà không có mạng (unshare, user namespaces); xem docs/operating/security.md. (Warning: the system does not let what reads files run without a network.)',
};

/** Says at the start what the system does not allow. */
export async function tellWalls(say: (text: string) => void): Promise<void> {
  const walls = await wallsHere();
  if (walls !== 'whole') say(`  ${TOLD[walls]}`);
}
