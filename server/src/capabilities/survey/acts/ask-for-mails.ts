import { type Acting, type Effect, effectOf } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import type { AskedOf } from '../queries/links.ts';
import { findMailing, insertMailing, type NewMailing } from '../queries/mailings.ts';
import { NOBODY_TO_INVITE } from '../refuse.ts';

/** Asks for mails to whom a call is for. The trail tells to how many invitations go; of reminders it would tell how many have answered. */
export async function askForMails(acting: Acting, wanted: Omit<NewMailing, 'by' | 'at'>, of: AskedOf): Promise<Effect> {
  const { db, receivedAt } = acting;
  const { id, round, kind, body, group } = wanted;
  const there = await findMailing(db, id);
  if (there) {
    if (there.round !== round || there.kind !== kind || there.body !== (body ?? null) || there.group !== (group ?? null))
      throw new Problem('idReused', { more: { id } });
    return effectOf(true);
  }
  const count = await insertMailing(db, { ...wanted, by: acting.account as string, at: receivedAt }, of);
  // That nobody is left to be reminded would tell that all of them have answered.
  if (count === 0 && kind !== 'reminder') throw new Problem('notNow', { detail: NOBODY_TO_INVITE[kind] });
  await recordAct(acting, {
    ...{ act: 'survey.sendMails', subject: `survey:${round}`, round, ...(body === undefined ? {} : { body }) },
    content: { id, kind, ...(group === undefined ? {} : { group }), ...(kind === 'reminder' ? {} : { count }) },
  });
  return effectOf(false);
}
