import { spawn } from 'node:child_process';
import { EmbeddedRefused } from './refused.ts';
import { serverUser } from './server-user.ts';

interface Ran {
  readonly code: number | null;
  readonly errors: string;
}

/**
 * Runs a program of PostgreSQL to its end, as the user that PostgreSQL runs as. `leavesServer`: it leaves a server running,
 * which would hold open whatever pipe it was given, so it is given none.
 */
export function run(program: string, args: readonly string[], folder: string, leavesServer = false): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      // The folder of this process may be closed to that user.
      cwd: folder,
      stdio: ['ignore', 'ignore', leavesServer ? 'ignore' : 'pipe'],
      // Nothing of the caller's PG* and LC_* settings; Windows cannot do without its own.
      ...(process.platform === 'win32' ? {} : { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } }),
      ...serverUser(),
      windowsHide: true,
    });
    let errors = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', (error) =>
      reject(
        new EmbeddedRefused(
          `PostgreSQL kèm theo không chạy được trên máy chủ này; hãy cài PostgreSQL và đặt DATABASE_URL.`,
          `The PostgreSQL that comes along does not run on this machine; install PostgreSQL and set DATABASE_URL.`,
          error.message,
        ),
      ),
    );
    child.on('close', (code) => resolve({ code, errors }));
  });
}
