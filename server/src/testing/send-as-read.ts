import { randomUUID } from 'node:crypto';
import { openSheet } from '../capabilities/sheets/open-sheet.ts';
import { sendReport, sheetToSend } from '../capabilities/submissions/acts/send-report.ts';
import type { SignedReport } from '../capabilities/submissions/read-signed.ts';
import { inTransactionAs } from '../db/transaction.ts';
import { reportKey } from '../storage/keys.ts';
import type { TestServer } from './test-server.ts';

interface AsRead {
  readonly account: string;
  readonly base: number;
  /** Hashes that the report says; with them it is signed well. */
  readonly hashes: readonly string[];
}

/** Sends a report as if it had been read so, behind the route's own rights: where reading it is no part of the story. */
export async function sendAsRead(server: TestServer, round: string, body: string, { account, base, hashes }: AsRead): Promise<void> {
  const { rows } = await server.owner.query<{ id: string }>(
    `SELECT id FROM membership WHERE account_id = $1 AND (to_date IS NULL OR to_date >= '2100-01-01') ORDER BY body_id IS NOT DISTINCT FROM $2 DESC`,
    [account, body],
  );
  const signatures = hashes.length === 0 ? [] : ([{ kind: 'signature', because: [] }] as unknown as SignedReport['signatures']);
  const sha256 = randomUUID().replaceAll('-', '').repeat(2);
  const read: SignedReport = { bytes: Buffer.from(sha256), sha256, scanned: false, signatures, hashes, sheets: [] };
  const storedSince = new Date();
  await server.context.evidence.storage.put(reportKey(sha256), read.bytes);
  await inTransactionAs(server.context, account, server.clock.now(), async (db) => {
    const open = await openSheet(db, round, body);
    if (!open) throw new Error('no such sheet');
    const acting = { db, account, membership: rows[0]?.id ?? null, receivedAt: server.clock.now() };
    await sendReport(
      acting,
      server.context.evidence,
      open,
      await sheetToSend(acting, open),
      { read, asMadeFor: undefined, storedSince },
      { id: randomUUID(), base },
      'vi',
    );
  });
}
