import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { keepPayload, recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { readMatter } from '../make-report.ts';
import { insertFrozenReport } from '../queries/sendings.ts';

/** Keeps what the report of a sheet says that is being frozen: it is rendered from that, whatever becomes of documents and names. */
export async function keepFrozenReport(
  acting: Acting,
  open: OpenSheet,
  { entry, seq }: { readonly entry: string; readonly seq: number },
  { checks }: Pick<Context, 'checks'>,
): Promise<void> {
  const { round, body } = open.place;
  const report = await readMatter(acting.db, open, checks);
  const payload = await keepPayload(acting, { report }, { round, body });
  await insertFrozenReport(acting.db, { id: entry, round_id: round, body_id: body, seq, payload_id: payload.id, made_at: acting.receivedAt });
  await recordAct(acting, {
    act: 'report.keep',
    subject: `report:${round}/${body}`,
    round,
    body,
    content: { seq: String(seq), stands: await readRowStates(acting.db, { frozen_report: [entry] }) },
    payload,
  });
}
