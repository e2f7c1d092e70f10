import type pg from 'pg';
import type { OpenDatabase } from '../capabilities/operation/open-database.ts';
import type { Context } from '../context.ts';
import { connectPool, queriesOver } from '../db/connect.ts';
import { inTransactionAs } from '../db/transaction.ts';
import { declareMadeUp } from './declare-made-up.ts';
import { delegateMadeUp } from './delegate-made-up.ts';
import { INVENTED_ROUNDS, type InventedRound } from './invented-rounds.ts';
import { sendMadeUp } from './send-made-up.ts';
import { missingRounds, setUpSandbox } from './set-up-sandbox.ts';

/**
 * Fills an empty sandbox: invented bodies, people and rounds with open self-assessment and invented figures. An
 * interrupted start is continued by the next; what an earlier release did not have is added.
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
    for (const round of INVENTED_ROUNDS) await declareAll(context, owner, round, now, say);
  } finally {
    await owner.end();
  }
}

/** Sends what has been sent in the rounds: while pages are served already, as reports take their time. Answers how to wait for it. */
export function startSending(context: Context, { owner: url }: OpenDatabase): () => Promise<void> {
  if (url === undefined) return async () => undefined;
  const owner = connectPool(url, 1);
  const sendAll = async () => {
    for (const round of INVENTED_ROUNDS) for (const body of round.sent) await sendMadeUp(context, owner, round, body, context.clock.now());
  };
  const sent = sendAll()
    .catch((error) => context.log('sandbox reports error:', error))
    .finally(() => owner.end());
  return () => sent;
}

async function declareAll(context: Context, owner: pg.Pool, round: InventedRound, now: Date, say: (text: string) => void): Promise<void> {
  const { rows } = await owner.query<{ body: string; account: string; membership: string }>(
    `SELECT DISTINCT ON (m.body_id) m.body_id AS body, m.account_id AS account, m.id AS membership FROM membership m
     WHERE m.role = 'clerk' AND m.body_id IN (SELECT p.body_id FROM participant p WHERE p.round_id = $1) AND NOT EXISTS (SELECT FROM entry n WHERE n.round_id = $1 AND n.body_id = m.body_id) ORDER BY m.body_id, m.id`,
    [round.id],
  );
  for (const [index, { body, account, membership }] of rows.entries()) {
    if (index % 16 === 0) say(`  Số liệu minh họa (made-up figures): ${round.title}, ${index}/${rows.length} …`);
    await inTransactionAs(context, account, now, (db) => declareMadeUp({ db, account, membership, receivedAt: now }, round, body));
  }
  // Once, with the figures: a sandbox in which people work already is theirs.
  for (const given of round.delegations) if (rows.some(({ body }) => body === given.from)) await delegateMadeUp(context, owner, round, given, now);
}

async function isSetUp(owner: pg.Pool): Promise<boolean> {
  const client = await owner.connect();
  try {
    return (await missingRounds(queriesOver(client))).length === 0;
  } finally {
    client.release();
  }
}
