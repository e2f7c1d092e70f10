import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Acting } from '../audit/acting.ts';
import { refuseToSend } from '../capabilities/review/review.ts';
import { NO_ASSIGNMENTS } from '../capabilities/sheets/assigned.ts';
import { holdSheet } from '../capabilities/sheets/open-sheet.ts';
import { changeSheetState } from '../capabilities/submissions/acts/change-sheet-state.ts';
import { keepFrozenReport } from '../capabilities/submissions/acts/keep-frozen-report.ts';
import { permitUnsigned } from '../capabilities/submissions/acts/permit-unsigned.ts';
import { sendReport } from '../capabilities/submissions/acts/send-report.ts';
import { makeReport } from '../capabilities/submissions/make-report.ts';
import type { Context } from '../context.ts';
import { inTransactionAs } from '../db/transaction.ts';
import { officialPdf } from '../documents/pdf.ts';
import { reportKey } from '../storage/keys.ts';
import { databaseNow } from '../storage/queries/report-sweep.ts';
import { idOf, MADE_UP } from './declare-made-up.ts';
import type { InventedRound } from './invented-rounds.ts';

/** A head sends a body's sheet through the regular use cases: its report is unsigned, as the owner permits. Once, whatever is done with the sheet later. */
export async function sendMadeUp(context: Context, owner: pg.Pool, round: InventedRound, body: string, now: Date): Promise<void> {
  const { rows } = await owner.query<{ office: 'head' | 'owner'; account: string; membership: string }>(
    `SELECT DISTINCT ON (m.role) m.role AS office, m.account_id AS account, m.id AS membership FROM membership m JOIN round r ON r.id = $1
     WHERE r.state = 'open' AND (m.role = 'head' AND m.body_id = $2 OR m.role = 'owner' AND m.body_id = r.owner_body)
       AND NOT EXISTS (SELECT FROM sending s WHERE s.round_id = $1 AND s.body_id = $2) ORDER BY m.role, m.id`,
    [round.id, body],
  );
  const as = <T>(who: 'head' | 'owner', work: (acting: Acting) => Promise<T>): Promise<T> | undefined => {
    const person = rows.find(({ office }) => office === who);
    return person && inTransactionAs(context, person.account, now, (db) => work({ ...person, db, receivedAt: now }));
  };
  if (rows.length < 2) return;
  const place = { round: round.id, body };
  const id = (what: string) => idOf(`${round.id} ${body}`, what);
  await as('head', async (acting) => {
    const open = await holdSheet(acting.db, place);
    if (open.place.state !== 'open') return;
    const judge = () => refuseToSend(open, context.checks, NO_ASSIGNMENTS, 'vi');
    const { seq } = await changeSheetState(acting, open, 'freeze', { id: id('freeze'), base: open.place.seq }, judge);
    await keepFrozenReport(acting, open, { entry: id('freeze'), seq }, context);
  });
  await as('owner', async (acting) => permitUnsigned(acting, await holdSheet(acting.db, place), { id: id('permission'), reason: MADE_UP }));
  await as('head', async (acting) => {
    const open = await holdSheet(acting.db, place);
    const storedSince = await databaseNow(acting.db);
    const { document, frozen } = await makeReport(acting.db, open, context);
    if (!frozen) return;
    const bytes = await officialPdf(document);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await context.evidence.storage.put(reportKey(sha256), bytes);
    const read = { bytes, sha256, scanned: false, signatures: [], hashes: [frozen.hash], sheets: [] };
    await sendReport(acting, context.evidence, open, { read, asMadeFor: frozen.hash, storedSince }, { id: id('send'), base: open.place.seq }, 'vi');
  });
}
