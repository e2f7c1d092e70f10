import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isStillRunning } from './process-identity.ts';

/** Notes that this process uses the cluster; gives the note. One process may hold several, so a note has more than the pid in its name. */
export function registerUser(folder: string): string {
  const users = join(folder, 'users');
  mkdirSync(users, { recursive: true, mode: 0o700 });
  const note = join(users, `${process.pid}-${randomUUID().slice(0, 8)}`);
  writeFileSync(note, identityOf(process.pid));
  return note;
}

/** Whether anyone still uses the cluster; notes of the dead are cleared away. */
export function hasUsers(folder: string): boolean {
  const users = join(folder, 'users');
  mkdirSync(users, { recursive: true, mode: 0o700 });
  const notes = readdirSync(users).map((name) => join(users, name));
  const stale = notes.filter((note) => !isStillRunning(readFileSync(note, 'utf8')));
  for (const note of stale) rmSync(note, { force: true });
  return stale.length < notes.length;
}
