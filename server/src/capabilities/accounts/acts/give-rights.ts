import { randomUUID } from 'node:crypto';
import type { newMembership } from '@parindex/core/contracts/schemas/index';
import { isDeciding, type Role } from '@parindex/core/rights/index';
import type { z } from 'zod';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { InstallationKind } from '../../../context.ts';
import { insertMemberships } from '../queries/people.ts';
import { endSessions } from '../queries/sessions.ts';
import { readSignOnState } from '../queries/sign-on.ts';
import { mustHaveSecondFactor } from './sign-in.ts';

export type NewMembership = z.output<typeof newMembership>;

/** The one role that decides which one person gives: the only administrator there ever was makes the second. */
export const isSecondAdministrator = ({ role, body }: Pick<NewMembership, 'role' | 'body'>, onlyAdministrator: boolean): boolean =>
  onlyAdministrator && role === 'administrator' && body === null;

/** Grants roles and returns their ids. The route has checked that the giver administers each body, and the database checks it again. */
export async function giveRights(acting: Acting, account: string, given: readonly NewMembership[]): Promise<string[]> {
  const { db, receivedAt } = acting;
  const rows = given.map(({ body, role, from, to }) => ({
    id: randomUUID(),
    account_id: account,
    body_id: body,
    role,
    from_date: from,
    to_date: to,
    granted_by: acting.account,
    granted_at: receivedAt,
  }));
  await insertMemberships(db, rows);
  for (const { id, body_id, role, from_date, to_date } of rows)
    await recordAct(acting, {
      act: 'membership.grant',
      subject: `account:${account}`,
      content: {
        membership: id,
        role,
        within: body_id,
        from: from_date,
        to: to_date,
        ...(isDeciding(role as Role) ? { byOnePerson: true } : {}),
        stands: await readRowStates(db, { membership: [id] }),
      },
    });
  return rows.map(({ id }) => id);
}

/** Somebody who got a role that needs a second factor, and has none, must sign in again and enrol one. */
export async function endSessionsWithoutSecondFactor(acting: Acting, account: string, kind: InstallationKind): Promise<void> {
  if (!(await mustHaveSecondFactor(acting.db, account, kind))) return;
  const { secondFactor } = await readSignOnState(acting.db, account);
  if (!secondFactor) await endSessions(acting.db, account, acting.receivedAt);
}
