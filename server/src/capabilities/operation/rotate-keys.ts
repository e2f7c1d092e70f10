import type { Kysely } from 'kysely';
import pg from 'pg';
import { readAnchor } from '../../audit/head.ts';
import { recordAct } from '../../audit/record.ts';
import { inBackground } from '../../db/background.ts';
import { takeLock } from '../../db/locks.ts';
import type { Tables } from '../../db/tables.ts';
import { keyOfSecret } from '../../keys/encrypt-secret.ts';
import { newSealsKey, newSecretsKey } from '../../keys/key-file.ts';
import type { Keys } from '../../keys/keys.ts';
import { hasActs } from './queries/installation.ts';
import { sampleStoredSecrets } from './queries/stored-secrets.ts';
import { reencryptSecrets, refuseUnreadable, type WhereLost } from './reencrypt-secrets.ts';

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
  const file = newSealsKey(moment, await readAnchor(db));
  keys.add(file);
  return file.id;
}

function addSecretsKey(keys: Keys, moment: Date): string {
  const file = newSecretsKey(moment);
  keys.add(file);
  return file.id;
}

/**
 * Makes the keys of a new installation, or of one from before there were keys, whose secrets are then encrypted; where keys
 * of the database are missing, none are made in their place.
 */
export async function makeFirstKeys(ownerUrl: string, keys: Keys, moment: Date): Promise<void> {
  await asOwner(ownerUrl, async (db) => {
    if (keys.seals().length === 0 && (await readAnchor(db)).key === null) await addSealsKey(db, keys, moment);
    const samples = await sampleStoredSecrets(db);
    if (keys.secrets().length === 0 && samples.every(({ stored }) => keyOfSecret(stored) === undefined)) addSecretsKey(keys, moment);
    if (keys.secrets().length > 0 && samples.some(({ stored }) => keyOfSecret(stored) === undefined)) await reencryptSecrets(db, keys, 'plain');
  });
}

export interface Rotated {
  /** Accounts of which secrets were encrypted anew. */
  readonly written: number;
  /** Accounts that must enrol their second factor anew, as its key is lost. */
  readonly lost: readonly string[];
}

/** New keys, which write from now on, and all secrets under them; runs under parindex_owner, and the trail tells it. */
export async function rotateKeys(ownerUrl: string, keys: Keys, moment: Date, whereLost: WhereLost = 'refuse'): Promise<Rotated> {
  return asOwner(ownerUrl, async (db) => {
    // Before anything is made: where a key is missing all stays as it is.
    if (whereLost === 'refuse') await refuseUnreadable(db, keys);
    const secrets = addSecretsKey(keys, moment);
    const { written, lost } = await reencryptSecrets(db, keys, 'all');
    const seals = await addSealsKey(db, keys, moment);
    const acting = { db, account: null, membership: null, receivedAt: moment };
    // Nothing is recorded in an empty database, so that a backup may still be restored into it.
    if (await hasActs(db))
      await recordAct(acting, {
        act: 'installation.rotateKeys',
        subject: 'installation',
        content: { keys: { secrets, seals }, written: String(written), lost: String(lost.length) },
      });
    for (const account of lost) await recordAct(acting, { act: 'secondFactor.reset', subject: `account:${account}`, content: { had: true, keyLost: true } });
    return { written, lost };
  });
}
