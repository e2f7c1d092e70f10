import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf, isStillRunning } from '../postgres/process-identity.ts';

const PREFIX = 'parindex-spool-';

/**
 * A new folder for copies that live shortly, in the system's own for such files and open to this user alone, since evidence may be
 * restricted. What processes that died have left there is removed.
 */
export function openSpool(): string {
  for (const name of readdirSync(tmpdir())) if (name.startsWith(PREFIX)) removeDead(join(tmpdir(), name));
  const spool = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(spool, 'owner'), identityOf(process.pid), { mode: 0o600 });
  return spool;
}

function removeDead(spool: string): void {
  try {
    if (!isStillRunning(readFileSync(join(spool, 'owner'), 'utf8'))) rmSync(spool, { recursive: true, force: true });
  } catch {
    // One that begins just now and has no owner yet, or another user's.
  }
}
