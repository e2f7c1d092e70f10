import { fileURLToPath } from 'node:url';
import { inNamespaces } from './namespaces.ts';

const MEGABYTE = 1024 * 1024;

/** Resource limits of an inspecting process. */
export const PROCESS_LIMITS = {
  /** Wall clock, and processor time. */
  seconds: 60,
  /** Megabytes of JavaScript's heap. */
  heap: 512,
  /** Megabytes of all writable memory, including buffers; Node itself takes some 580. */
  memory: 1_600,
  /** The same for images, whose pixels are unpacked. */
  imageMemory: 3_000,
  /** Bytes of output. */
  answer: 64 * MEGABYTE,
  /** Files open at once. */
  files: 64,
} as const;

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What the process may read of the project: its own code and libraries; not the data folder with its passwords. */
const CODE = ['package.json', 'node_modules/', 'core/', 'server/package.json', 'server/src/file-inspection/', 'server/src/signatures/'];

export interface LockedDown {
  /** The program's file, within this folder. */
  readonly program: string;
  readonly args: readonly string[];
  /** The only other file that it may read, by its real path, and its size. */
  readonly file: string;
  readonly size: number;
  /** Additional readable paths. */
  readonly beside?: readonly string[];
  /** Images need native code. */
  readonly nativeCode: boolean;
  readonly seconds: number;
}

/**
 * The command that runs a program locked down; the caller gives it an empty environment. Node 24's permission model
 * prevents reading files other than those listed, writing, starting processes and workers, loading native code unless
 * allowed, and the inspector. It does not prevent network access, signals to other processes, or use of open file
 * descriptors, and it does not restrict native code once loaded. So nothing is inherited but two pipes, and on Linux
 * namespaces take network and other processes away where the system allows it (namespaces.ts); what native code may read of the
 * disk is what the server's user may. On Unix the shell's `ulimit` limits memory, processor time and writing: Linux
 * enforces all, macOS not the memory. Windows has none of them; only heap size and time remain.
 */
export async function lockedDown({ program, args, file, size, beside = [], nativeCode, seconds }: LockedDown): Promise<[string, ...string[]]> {
  // An asterisk in a permission is a wildcard.
  if ([file, ...beside].some((place) => place.includes('*'))) throw new Error('What an inspecting process reads may not have a star in its path.');
  const node: [string, ...string[]] = [
    process.execPath,
    '--permission',
    ...[...CODE.map((part) => `${ROOT}${part}`), file, ...beside].map((place) => `--allow-fs-read=${place}`),
    ...(nativeCode ? ['--allow-addons'] : []),
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${PROCESS_LIMITS.heap}`,
    program,
    ...args,
  ];
  if (process.platform === 'win32') return node;
  const kilobytes = (nativeCode ? PROCESS_LIMITS.imageMemory : PROCESS_LIMITS.memory) * 1024 + Math.ceil(size / 1024);
  const limits = `ulimit -d ${kilobytes}; ulimit -t ${Math.ceil(seconds)}; ulimit -n ${PROCESS_LIMITS.files}; ulimit -f 0; ulimit -c 0`;
  const limited = ['/bin/sh', '-c', `{ ${limits}; unset PWD OLDPWD SHLVL; } 2>/dev/null; exec "$@"`, 'sh', ...node];
  return [...(await inNamespaces()), ...limited] as [string, ...string[]];
}
