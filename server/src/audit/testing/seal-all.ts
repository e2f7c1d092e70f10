import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { connectPool } from '../../db/connect.ts';
import type { Keys } from '../../keys/keys.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { type SealedBlock, sealOnce } from '../seal.ts';

const PAUSE_MS = 5;

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(PAUSE_MS);
}

const isTrue = async (client: pg.Client, sql: string) => (await client.query<{ yes: boolean | null }>(sql)).rows[0]?.yes !== false;

/** Seals all acts of a test into one block, signed where there are keys. Transactions of other tests on the same cluster hold the horizon back, so this waits until they end. */
export async function sealAll({ owner, urls, clock }: Pick<TestServer, 'owner' | 'urls' | 'clock'>, keys?: Keys): Promise<SealedBlock | undefined> {
  const jobs = connectPool(urls.jobs, 1);
  try {
    await until(() => isTrue(owner, 'SELECT bool_and(xid < pg_snapshot_xmin(pg_current_snapshot())) AS yes FROM audit'));
    return await sealOnce(jobs, clock.now(), 1_000_000, keys);
  } finally {
    await jobs.end();
  }
}
