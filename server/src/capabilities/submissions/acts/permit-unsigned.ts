import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { keepPayload, recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { stepsOpenAt } from '../../sheets/in-time.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { findPermission, hasPermission, insertPermission } from '../queries/sendings.ts';

/** The owner of a round allows a body to send, once, a report, or an explanation, without a readable signature or hash: a scan of paper. */
export async function permitUnsigned(acting: Acting, { place }: OpenSheet, { id, reason }: { readonly id: string; readonly reason: string }): Promise<Effect> {
  const { round, body } = place;
  const found = await findPermission(acting.db, round, body);
  if (found?.id === id && found.reason === reason) return 'unchanged';
  if (await hasPermission(acting.db, id)) throw new Problem('idReused', { more: { id } });
  const explains = stepsOpenAt(place, acting.receivedAt)(['explanation'], null).length > 0;
  if (place.roundState !== 'open' || (place.state === 'sent' && !explains))
    throw new Problem('notNow', { more: { round: place.roundState, state: place.state } });
  const payload = await keepPayload(acting, { reason }, { round, body });
  await insertPermission(acting.db, {
    id,
    round_id: round,
    body_id: body,
    payload_id: payload.id,
    given_by: acting.account as string,
    given_at: acting.receivedAt,
  });
  await recordAct(acting, {
    act: 'sending.permit',
    subject: `permission:${id}`,
    round,
    body,
    content: { stands: await readRowStates(acting.db, { unsigned_permission: [id] }) },
    payload,
  });
  return 'done';
}
