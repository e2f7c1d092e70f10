import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isCode } from './is-code.ts';
import { identityOf, isStillRunning } from './process-identity.ts';
import { EmbeddedRefused } from './refused.ts';

// Longer than PostgreSQL may take to recover from a crash, which the holder waits for.
const PATIENCE = 360_000;

/** Runs the work while no other process, or caller in this one, runs any under the same lock. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'lock');
  const mine = `${identityOf(process.pid)}\n${randomUUID()}\n`;
  const until = Date.now() + PATIENCE;
  while (!take(lock, mine)) {
    dropStale(lock, mine);
    if (Date.now() > until) throw heldTooLong(lock);
    await pause(20);
  }
  try {
    return await work();
  } finally {
    if (read(lock) === mine) rmSync(lock);
  }
}

// A hard link to a written file appears as a whole, or not at all: nobody reads a half-written lock.
function take(lock: string, mine: string): boolean {
  if (existsSync(lock)) return false;
  const draft = `${lock}.${randomUUID()}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    // ENOENT: the holder's cleanup took the draft for a leftover.
    if (isCode(error, 'EEXIST', 'ENOENT')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

// If two find a dead holder, the slower would remove the faster one's new lock, so removing needs a lock of its own.
function dropStale(lock: string, mine: string): void {
  if (!isStale(lock)) return;
  const guard = `${lock}.removal`;
  if (!take(guard, mine)) {
    if (isStale(guard)) rmSync(guard, { force: true });
    return;
  }
  try {
    if (isStale(lock)) rmSync(lock);
  } finally {
    rmSync(guard, { force: true });
  }
}

function isStale(lock: string): boolean {
  const holder = read(lock);
  return holder !== undefined && !isStillRunning(holder.split('\n')[0] ?? '');
}

function read(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const heldTooLong = (lock: string) =>
  new EmbeddedRefused(
    `Một tiến trình khác của ParIndex đang mở hoặc dừng cơ sở dữ liệu quá lâu (${lock}).`,
    `Another process of ParIndex has been opening or stopping the database for too long (${lock}).`,
  );
