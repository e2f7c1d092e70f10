import { createHash } from 'node:crypto';
import type pg from 'pg';
import { refuseToSend } from '../capabilities/review/review.ts';
import { storedEntries } from '../capabilities/sheets/append-to-sheet.ts';
import { NO_ASSIGNMENTS } from '../capabilities/sheets/assigned.ts';
import { holdSheet } from '../capabilities/sheets/open-sheet.ts';
import { changeSheetState } from '../capabilities/submissions/acts/change-sheet-state.ts';
import { keepFrozenReport } from '../capabilities/submissions/acts/keep-frozen-report.ts';
import { permitUnsigned } from '../capabilities/submissions/acts/permit-unsigned.ts';
import { sendReport, sheetToSend } from '../capabilities/submissions/acts/send-report.ts';
import { makeReport } from '../capabilities/submissions/make-report.ts';
import type { Context } from '../context.ts';
import { officialPdf } from '../documents/pdf.ts';
import { reportKey } from '../storage/keys.ts';
import { databaseNow } from '../storage/queries/report-sweep.ts';
import { idOf, MADE_UP } from './declare-made-up.ts';
import { actIn, officeOf } from './in-office.ts';
import type { InventedRound } from './invented-rounds.ts';
import { momentOn, type PastDays, workingDaysAgo } from './past-days.ts';

/** A head freezes a body's sheet, and sends it where it is sent, through the regular use cases: its report is unsigned, as the owner permits. Once, whatever is done with the sheet later. */
export async function sendMadeUp(context: Context, owner: pg.Pool, round: InventedRound, body: string, days: PastDays): Promise<void> {
  const place = { round: round.id, body };
  const id = (what: string) => idOf(`${round.id} ${body}`, what);
  const { rowCount } = await owner.query(
    `SELECT FROM round r WHERE r.id = $1 AND r.state = 'open' AND NOT EXISTS (SELECT FROM sending s WHERE s.round_id = $1 AND s.body_id = $2)`,
    [round.id, body],
  );
  if (rowCount === 0) return;
  const [head, owns] = [await officeOf(owner, body, 'head'), await officeOf(owner, round.ownerBody, 'owner')];
  const [frozenAt, permittedAt, sentAt] = [3, 2, 1].map((count) => momentOn(workingDaysAgo(days, count), id(`${count}`))) as [Date, Date, Date];
  await actIn(context, head, frozenAt, async (acting) => {
    const open = await holdSheet(acting.db, place);
    // A sheet that was frozen before and has been opened again is its people's.
    if (open.place.state !== 'open' || (await storedEntries(acting.db, [id('freeze')])).size > 0) return;
    const judge = () => refuseToSend(open, context.checks, NO_ASSIGNMENTS, 'vi');
    const { seq } = await changeSheetState(acting, open, 'freeze', { id: id('freeze'), base: open.place.seq }, judge);
    await keepFrozenReport(acting, open, { entry: id('freeze'), seq }, context);
  });
  if (!round.sent.includes(body)) return;
  await actIn(context, owns, permittedAt, async (acting) =>
    permitUnsigned(acting, await holdSheet(acting.db, place), { id: id('permission'), reason: MADE_UP }),
  );
  await actIn(context, head, sentAt, async (acting) => {
    const open = await holdSheet(acting.db, place);
    const storedSince = await databaseNow(acting.db);
    const { document, frozen } = await makeReport(acting.db, open, context);
    if (!frozen) return;
    const bytes = await officialPdf(document);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await context.evidence.storage.put(reportKey(sha256), bytes);
    const read = { bytes, sha256, scanned: false, signatures: [], hashes: [frozen.hash], sheets: [] };
    await sendReport(
      acting,
      context.evidence,
      open,
      await sheetToSend(acting, open),
      { read, asMadeFor: frozen.hash, storedSince },
      { id: id('send'), base: open.place.seq },
      'vi',
    );
  });
}
