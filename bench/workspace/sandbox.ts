import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addressOf } from '../../server/src/testing/address-of.ts';

const MAIN = new URL('../../server/src/main.ts', import.meta.url).pathname;
const PASSWORD = 'minh-hoa-parindex';

export const ROUND = '/lam-viec/ky-danh-gia/minh-hoa-2022';

export interface Sandbox {
  readonly address: string;
  /** The session of an account of the sandbox, as a cookie. */
  signIn(account: string): Promise<{ name: string; value: string; url: string }>;
  stop(): Promise<void>;
}

/** The sandbox as `npm start` serves it, in a process of its own, on a free port, over data that are thrown away. */
export async function startSandbox(): Promise<Sandbox> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parindex-bench-'));
  // PostgreSQL does not run as root: where root measures, another user has to reach the folder.
  chmodSync(folder, 0o755);
  const env = { ...process.env, PORT: '0', PARINDEX_DATA: folder, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const address = await addressOf(child);
  return {
    address,
    async signIn(account) {
      const response = await fetch(`${address}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: `${account}@minh-hoa.example`, password: PASSWORD }),
      });
      const [name, value] = /^([^=]+)=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.slice(1) ?? [];
      if (name === undefined || value === undefined) throw new Error(`${account} could not sign in: ${response.status}`);
      return { name, value, url: address };
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
