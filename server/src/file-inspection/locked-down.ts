import { fileURLToPath } from 'node:url';

const MEGABYTE = 1024 * 1024;

/** What an inspecting process may use. */
export const PROCESS_LIMITS = {
  /** Wall clock, and processor time. */
  seconds: 60,
  /** Megabytes of JavaScript's heap. */
  heap: 512,
  /** Megabytes of all writable memory, buffers of unpacked streams included; Node takes some 580 before it has read anything. */
  memory: 1_600,
  /** The same for images, whose pixels are unpacked. */
  imageMemory: 3_000,
  /** Bytes of an answer. */
  answer: 64 * MEGABYTE,
  /** Files open at once. */
  files: 64,
} as const;

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What the process reads of the project: its own code and libraries; not the data folder, where passwords stand. */
const CODE = ['package.json', 'node_modules/', 'core/', 'server/package.json', 'server/src/file-inspection/', 'server/src/signatures/'];

export interface LockedDown {
  /** The program's own file, within this folder. */
  readonly program: string;
  readonly args: readonly string[];
  /** The one other file that it may read, by its real path, and its bytes. */
  readonly file: string;
  readonly size: number;
  /** More places that it may read. */
  readonly beside?: readonly string[];
  /** Images are read by native code. */
  readonly nativeCode: boolean;
  readonly seconds: number;
}

/**
 * The command that runs a program locked down, with an empty environment to be given by the caller.
 *
 * What Node 24's permission model holds back: reading any file but those listed, writing any, starting processes and workers, loading
 * native code unless allowed, the inspector. What it does not: the network, signals to other processes, file descriptors that are
 * open already; and native code, once loaded, is not held at all. So nothing is inherited but two pipes, and where this runs no
 * network should be reachable that trusts the machine. On Unix the shell's `ulimit` limits memory, processor time and writing:
 * Linux keeps to all, macOS not to the memory. Windows has none of them; there the heap and the clock remain.
 */
export function lockedDown({ program, args, file, size, beside = [], nativeCode, seconds }: LockedDown): [string, ...string[]] {
  // A star in a permission stands for any file.
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
  return ['/bin/sh', '-c', `{ ${limits}; unset PWD OLDPWD SHLVL; } 2>/dev/null; exec "$@"`, 'sh', ...node];
}
