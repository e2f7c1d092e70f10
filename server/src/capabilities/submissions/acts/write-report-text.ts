import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ReportForm } from '@parindex/core/submissions/report-form';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { keepPayload, recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { refuseOutsideTime } from '../../sheets/in-time.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { formOf } from '../present.ts';
import { findReportText, insertReportText } from '../queries/sendings.ts';

interface ReportText {
  /** The version that was seen; 0: none. */
  readonly base: number;
  readonly difficulties: string;
  readonly proposals: string;
  /** undefined: as it was. */
  readonly form?: ReportForm | undefined;
}

/**
 * A body enters difficulties and proposals for its report, while it may change its sheet: a frozen sheet has its report already.
 * Who signs the report and who gets it is chosen until it is sent.
 */
export async function writeReportText(acting: Acting, open: OpenSheet, { base, difficulties, proposals, form: chosen }: ReportText): Promise<Effect> {
  const { round, body } = open.place;
  const found = await findReportText(acting.db, round, body);
  const form = chosen ?? formOf(found);
  const sameWords = (found?.difficulties ?? '') === difficulties && (found?.proposals ?? '') === proposals;
  if (sameWords && isDeepStrictEqual(form, formOf(found))) return 'unchanged';
  if (!sameWords) refuseOutsideTime(open, [null], 'declare', acting.receivedAt);
  else if (open.place.roundState !== 'open' || open.sheet.state === 'sent') throw new Problem('notNow', { more: { state: open.sheet.state } });
  if ((found?.version ?? 0) !== base) throw new Problem('staleVersion', { more: { version: found?.version ?? 0 } });
  const [id, version] = [randomUUID(), base + 1];
  const payload = await keepPayload(acting, { difficulties, proposals, reportForm: form }, { round, body });
  await insertReportText(acting.db, {
    id,
    round_id: round,
    body_id: body,
    version,
    payload_id: payload.id,
    written_by: acting.account as string,
    written_at: acting.receivedAt,
  });
  await recordAct(acting, {
    act: 'report.write',
    subject: `report:${round}/${body}`,
    round,
    body,
    content: { version: String(version), stands: await readRowStates(acting.db, { report_text: [id] }) },
    payload,
  });
  return 'done';
}
