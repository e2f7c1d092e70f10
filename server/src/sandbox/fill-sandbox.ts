import type pg from 'pg';
import type { OpenDatabase } from '../capabilities/operation/open-database.ts';
import type { Context } from '../context.ts';
import { connectPool } from '../db/connect.ts';
import { inTransactionAs } from '../db/transaction.ts';
import { declareMadeUp } from './declare-made-up.ts';
import { PROVINCES, ROUND } from './invented.ts';
import { setUpSandbox } from './set-up-sandbox.ts';

/**
 * Fills an empty sandbox: invented bodies, people and a round with open self-assessment and invented figures. An
 * interrupted start is continued by the next.
 */
export async function fillSandbox(context: Context, root: string, database: OpenDatabase, say: (text: string) => void): Promise<void> {
  if (database.owner === undefined) return;
  const now = context.clock.now();
  const owner = connectPool(database.owner, 1);
  try {
    if (!(await isSetUp(owner))) {
      say('  Tạo dữ liệu minh họa (making the sandbox) …');
      await setUpSandbox(owner, root, now);
    }
    const { rows } = await owner.query<{ body: string; account: string; membership: string }>(
      `SELECT DISTINCT ON (m.body_id) m.body_id AS body, m.account_id AS account, m.id AS membership FROM membership m
       WHERE m.role = 'clerk' AND m.body_id IN (SELECT p.body_id FROM participant p WHERE p.round_id = $1) AND NOT EXISTS (SELECT FROM entry n WHERE n.round_id = $1 AND n.body_id = m.body_id) ORDER BY m.body_id, m.id`,
      [ROUND],
    );
    for (const [index, { body, account, membership }] of rows.entries()) {
      if (index % 16 === 0) say(`  Số liệu minh họa (made-up figures): ${index}/${rows.length} …`);
      await inTransactionAs(context, account, now, (db) => declareMadeUp({ db, account, membership, receivedAt: now }, body, PROVINCES));
    }
  } finally {
    await owner.end();
  }
}

async function isSetUp(owner: pg.Pool): Promise<boolean> {
  const { rowCount } = await owner.query('SELECT FROM round WHERE id = $1', [ROUND]);
  return rowCount === 1;
}
