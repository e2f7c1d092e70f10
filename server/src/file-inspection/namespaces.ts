import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What stands around an inspecting process beside Node's permissions and the shell's limits. */
export const ISOLATIONS = ['whole', 'network', 'none'] as const;
export type Isolation = (typeof ISOLATIONS)[number];

const NETWORK = ['unshare', '--user', '--map-current-user', '--net', '--ipc'];

/**
 * Namespaces of Linux, by util-linux' unshare, which needs no privilege where the system lets users make them. `network`:
 * no network at all, not even this machine's own addresses. `whole`: also no sight of other processes, so that none can be
 * sent a signal and nobody's environment be read.
 */
const COMMANDS: Readonly<Record<Isolation, readonly string[]>> = {
  whole: [...NETWORK, '--pid', '--fork', '--kill-child', '--mount-proc'],
  network: NETWORK,
  none: [],
};

/** Milliseconds for a trial. */
const LONGEST_TRIAL = 5_000;

async function holds(isolation: Isolation): Promise<boolean> {
  const [program = '', ...args] = [...COMMANDS[isolation], '/bin/sh', '-c', 'exit 0'];
  return promisify(execFile)(program, args, { timeout: LONGEST_TRIAL, env: {} }).then(
    () => true,
    () => false,
  );
}

async function tryIsolation(): Promise<Isolation> {
  if (process.platform !== 'linux') return 'none';
  for (const isolation of ISOLATIONS) if (isolation === 'none' || (await holds(isolation))) return isolation;
  return 'none';
}

let found: Promise<Isolation> | undefined;

/** The strongest isolation that this machine allows, tried once. */
export function isolationHere(): Promise<Isolation> {
  found ??= tryIsolation();
  return found;
}

/** What goes before a command so that it runs in them. */
export const inNamespaces = async (): Promise<readonly string[]> => COMMANDS[await isolationHere()];

const TOLD: Readonly<Record<Exclude<Isolation, 'whole'>, string>> = {
  network:
    'Tiến trình đọc tệp không có mạng, nhưng hệ thống không cho tách nó khỏi các tiến trình khác; xem docs/operating/security.md. (What reads files has no network, but the system does not let it be parted from other processes.)',
  none: 'Cảnh báo: hệ thống không cho chạy tiến trình đọc tệp mà không có mạng (unshare, user namespaces); xem docs/operating/security.md. (Warning: the system does not let what reads files run without a network.)',
};

/** Says at the start what the system does not allow. */
export async function tellIsolation(say: (text: string) => void): Promise<void> {
  const isolation = await isolationHere();
  if (isolation !== 'whole') say(`  ${TOLD[isolation]}`);
}
