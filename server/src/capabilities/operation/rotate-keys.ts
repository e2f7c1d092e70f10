import type { Kysely } from 'kysely';
import pg from 'pg';
import { NO_BLOCK } from '../../audit/hashing.ts';
import { findLastSeal } from '../../audit/queries/seal.ts';
import { recordAct } from '../../audit/record.ts';
import { inBackground } from '../../db/background.ts';
import { takeLock } from '../../db/locks.ts';
import type { Tables } from '../../db/tables.ts';
import { type KeyUse, newSealsKey } from '../../keys/key-file.ts';
import type { Keys } from '../../keys/keys.ts';
import { hasActs } from './queries/installation.ts';

async function asOwner<T>(ownerUrl: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await inBackground(client, 'BEGIN', work);
  } finally {
    await client.end();
  }
}

/** A new key that signs every block from here on. While its file is written nobody seals, so that no later block has the old one. */
async function addSealsKey(db: Kysely<Tables>, keys: Keys, moment: Date): Promise<string> {
  await takeLock(db, 'sealing');
  const last = await findLastSeal(db);
  const file = newSealsKey(moment, { number: last?.number ?? 0, hash: (last?.hash ?? NO_BLOCK).toString('hex'), count: Number(last?.total ?? 0) });
  keys.add(file);
  return file.id;
}

/** Makes the keys of a new installation, or of one from before there were keys; where the database is held by others, none are made. */
export async function makeFirstKeys(ownerUrl: string, keys: Keys, moment: Date): Promise<void> {
  if (keys.seals().length > 0) return;
  await asOwner(ownerUrl, async (db) => {
    const last = await findLastSeal(db);
    if (last?.key == null) await addSealsKey(db, keys, moment);
  });
}

export interface Rotated {
  readonly use: KeyUse;
  /** The id of the new key. */
  readonly key: string;
}

/** New keys, which write from now on; runs under parindex_owner, and the trail tells it. */
export async function rotateKeys(ownerUrl: string, keys: Keys, moment: Date): Promise<Rotated[]> {
  return asOwner(ownerUrl, async (db) => {
    const rotated: Rotated[] = [{ use: 'seals', key: await addSealsKey(db, keys, moment) }];
    // Nothing is recorded in an empty database, so that a backup may still be restored into it.
    if (await hasActs(db))
      await recordAct(
        { db, account: null, membership: null, receivedAt: moment },
        { act: 'installation.rotateKeys', subject: 'installation', content: { keys: Object.fromEntries(rotated.map(({ use, key }) => [use, key])) } },
      );
    return rotated;
  });
}
