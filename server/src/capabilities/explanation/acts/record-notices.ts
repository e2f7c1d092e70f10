import type { NoticedStage } from '@parindex/core/round/told-verdicts';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { derivedId } from '../../../derived-id.ts';
import { Problem } from '../../../http/problems.ts';
import { findNotices, insertNotices } from '../queries/explanation.ts';

interface SentNotices {
  readonly id: string;
  readonly round: string;
  readonly stage: NoticedStage;
  readonly bodies: readonly string[];
  readonly document: { readonly number: string; readonly date: string };
}

/** The owner of a round records that bodies were sent the notice of their appraisal, numbered and signed outside: from then on they are told. */
export async function recordNotices(acting: Acting, { id, round, stage, bodies, document }: SentNotices): Promise<Effect> {
  const rows = [...new Set(bodies)].map((body) => ({
    id: derivedId(`${id} ${body}`),
    round_id: round,
    body_id: body,
    stage,
    document_number: document.number,
    document_date: document.date,
    recorded_by: acting.account as string,
    recorded_at: acting.receivedAt,
  }));
  const recorded = await findNotices(
    acting.db,
    rows.map((row) => row.id),
  );
  const isOther = (one: (typeof recorded)[number]) => one.stage !== stage || one.document_number !== document.number || one.document_date !== document.date;
  if (recorded.some(isOther)) throw new Problem('idReused', { more: { id } });
  const known = new Set(recorded.map((one) => one.id));
  const fresh = rows.filter((row) => !known.has(row.id));
  if (fresh.length === 0) return 'unchanged';
  await insertNotices(acting.db, fresh);
  for (const row of fresh)
    await recordAct(acting, {
      act: 'round.notify',
      subject: `appraisalNotice:${row.id}`,
      round,
      body: row.body_id,
      content: { stage, number: document.number, date: document.date, stands: await readRowStates(acting.db, { appraisal_notice: [row.id] }) },
    });
  return 'done';
}
