import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Acting } from '../audit/acting.ts';
import { refuseToSend } from '../capabilities/review/review.ts';
import { storedEntries } from '../capabilities/sheets/append-to-sheet.ts';
import { NO_ASSIGNMENTS } from '../capabilities/sheets/assigned.ts';
import { holdSheet, type OpenSheet } from '../capabilities/sheets/open-sheet.ts';
import { changeSheetState } from '../capabilities/submissions/acts/change-sheet-state.ts';
import { keepFrozenReport } from '../capabilities/submissions/acts/keep-frozen-report.ts';
import { permitUnsigned } from '../capabilities/submissions/acts/permit-unsigned.ts';
import { sendReport, sheetToSend, type ToSend } from '../capabilities/submissions/acts/send-report.ts';
import { makeReport } from '../capabilities/submissions/make-report.ts';
import type { Frozen } from '../capabilities/submissions/sheet-hash.ts';
import type { Context } from '../context.ts';
import type { OfficialDocument } from '../documents/document.ts';
import { officialPdf } from '../documents/pdf.ts';
import { reportKey } from '../storage/keys.ts';
import { databaseNow } from '../storage/queries/report-sweep.ts';
import { idOf, MADE_UP } from './declare-made-up.ts';
import type { Happening } from './happening.ts';
import { actIn, type Office, officeOf } from './in-office.ts';
import type { InventedRound } from './invented-rounds.ts';
import { momentOn, type PastDays, workingDaysAgo } from './past-days.ts';

/** The moments at which a body's sheet is frozen, sending it unsigned is permitted, and it is sent. */
type SendingMoments = readonly [frozen: Date, permitted: Date, sent: Date];

/** A head freezes a body's sheet, and sends it where it is sent, some working days before the first start. Once, whatever is done with the sheet later. */
export async function sendMadeUp(context: Context, owner: pg.Pool, round: InventedRound, body: string, days: PastDays): Promise<void> {
  const { rowCount } = await owner.query(
    `SELECT FROM round r WHERE r.id = $1 AND r.state = 'open' AND NOT EXISTS (SELECT FROM sending s WHERE s.round_id = $1 AND s.body_id = $2)`,
    [round.id, body],
  );
  if (rowCount === 0) return;
  const moments = [3, 2, 1].map((count) => momentOn(workingDaysAgo(days, count), `${round.id} ${body} ${count}`));
  for (const { happen } of await sendingMadeUp(context, owner, round, body, moments as unknown as SendingMoments)) await happen();
}

/** The same through the regular use cases: the report is unsigned, as the owner permits. */
export async function sendingMadeUp(
  context: Context,
  owner: pg.Pool,
  round: InventedRound,
  body: string,
  [frozenAt, permittedAt, sentAt]: SendingMoments,
): Promise<Happening[]> {
  const place = { round: round.id, body };
  const id = (what: string) => idOf(`${round.id} ${body}`, what);
  const [head, owns] = [await officeOf(owner, body, 'head'), await officeOf(owner, round.ownerBody, 'owner')];
  const freeze = async (acting: Acting) => {
    const open = await holdSheet(acting.db, place);
    // A sheet that was frozen before and has been opened again is its people's.
    if (open.place.state !== 'open' || (await storedEntries(acting.db, [id('freeze')])).size > 0) return;
    const judge = () => refuseToSend(open, context.checks, NO_ASSIGNMENTS, 'vi');
    const { seq } = await changeSheetState(acting, open, 'freeze', { id: id('freeze'), base: open.place.seq }, judge);
    await keepFrozenReport(acting, open, { entry: id('freeze'), seq }, context);
  };
  const permit = async (acting: Acting) => permitUnsigned(acting, await holdSheet(acting.db, place), { id: id('permission'), reason: MADE_UP });
  const send = async (acting: Acting) => {
    const open = await holdSheet(acting.db, place);
    const made = await makeReport(acting.db, open, context);
    if (made.frozen) await sendMade(context, acting, open, await sheetToSend(acting, open), { ...made, id: id('send') });
  };
  const by = (office: Office, at: Date, what: (acting: Acting) => Promise<unknown>): Happening => ({ at, happen: () => actIn(context, office, at, what) });
  const freezing = by(head, frozenAt, freeze);
  return round.sent.includes(body) ? [freezing, by(owns, permittedAt, permit), by(head, sentAt, send)] : [freezing];
}

/** Sends what is frozen with its report as it was made, unsigned. */
export async function sendMade(
  { evidence }: Context,
  acting: Acting,
  open: OpenSheet,
  toSend: ToSend,
  { document, frozen, id }: { readonly document: OfficialDocument; readonly frozen: Frozen | undefined; readonly id: string },
): Promise<void> {
  if (!frozen) throw new Error(`nothing is frozen of ${open.place.body}`);
  const storedSince = await databaseNow(acting.db);
  const bytes = await officialPdf(document);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await evidence.storage.put(reportKey(sha256), bytes);
  const read = { bytes, sha256, scanned: false, signatures: [], hashes: [frozen.hash], sheets: [] };
  await sendReport(acting, evidence, open, toSend, { read, asMadeFor: frozen.hash, storedSince }, { id, base: open.place.seq }, 'vi');
}
