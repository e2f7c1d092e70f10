import pg from 'pg';
import type { Acting } from '../../audit/acting.ts';
import { recordAuditedTables } from '../../audit/record-audited-tables.ts';
import { inBackground } from '../../db/background.ts';
import { makeAdministrator } from '../accounts/acts/make-administrator.ts';
import { makeFirstAdministrator } from '../accounts/acts/make-first-administrator.ts';
import type { MadeLink } from '../accounts/sign-on/one-time-link.ts';
import { loadBodies } from '../bodies/acts/load-bodies.ts';
import { readRegistry } from '../results/published.ts';
import { hasBodies } from './queries/installation.ts';

/**
 * What `parindex init` puts into a new real database, as its owner: the bodies of data/bodies.json if there are none yet,
 * and the first administrator. Nothing invented. Throws `Problem` 'notNow' if there is an administrator already.
 */
export async function setUpReal(
  ownerUrl: string,
  root: string,
  administrator: { readonly email: string; readonly name: string },
  moment: Date,
): Promise<MadeLink> {
  const registry = readRegistry(root);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await inBackground(client, 'BEGIN', async (db) => {
      const link = await makeFirstAdministrator(db, administrator, moment);
      const acting: Acting = { db, account: null, membership: null, receivedAt: moment };
      if (!(await hasBodies(db))) await loadBodies(acting, registry);
      await recordAuditedTables(acting);
      return link;
    });
  } finally {
    await client.end();
  }
}

/** What `parindex administrator` does, as the owner of the database: makes one more administrator, or gives one new keys. */
export async function makeAdministratorByOwner(
  ownerUrl: string,
  administrator: { readonly email: string; readonly name: string },
  moment: Date,
): Promise<MadeLink> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await inBackground(client, 'BEGIN', (db) => makeAdministrator(db, administrator, moment));
  } finally {
    await client.end();
  }
}
