import { spawn } from 'node:child_process';
import { addressOf } from '../../server/src/testing/address-of.ts';

const MAIN = new URL('../../server/src/main.ts', import.meta.url).pathname;

export interface Served {
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A server process of its own over an office's database; with the address of the jobs' role it seals too. Files and keys lie in the folders named; `more` are settings besides. */
export function startServer(
  urls: { app: string; signOn: string; jobs?: string | undefined; keys: string },
  store: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const env = {
    ...process.env,
    PORT: '0',
    DATABASE_URL: urls.app,
    DATABASE_SIGN_ON_URL: urls.signOn,
    DATABASE_JOBS_URL: urls.jobs ?? '',
    PARINDEX_STORE: store,
    PARINDEX_KEYS: urls.keys,
    NODE_ENV: 'production',
    ...more,
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return addressOf(child).then((address) => ({
    address,
    pid: child.pid as number,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  }));
}
