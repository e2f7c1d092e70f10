import { dayBefore } from '@parindex/core/quantity/calendar-date';
import { dayOf } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { findPerson, type HeldMembership, lockAdministrators, lockMemberships, setLastDays, wholeAdministrators } from '../queries/people.ts';
import { administersAll } from '../subject.ts';
import { endSessionsOfEndedRole } from './end-sessions.ts';

/** Refuses an end that would leave the installation without an administrator, now or later. */
async function refuseLastAdministrator(acting: Acting, membership: HeldMembership, to: string, today: string): Promise<void> {
  const others = (await wholeAdministrators(acting.db)).filter((other) => other.membership !== membership.id);
  if (others.some((other) => other.password && other.from <= today && (other.to === null || other.to > to))) return;
  throw new Problem('notNow', {
    detail: {
      vi: 'Đây là quản trị viên cuối cùng của toàn hệ thống có thể đăng nhập; hãy giao quyền cho người khác trước.',
      en: 'This is the last administrator of the whole installation who can sign on; give the role to somebody else first.',
    },
  });
}

/** Sets the last day of a membership, yesterday at the earliest, so that the past stays as it was. A membership is never deleted. */
export async function endMembership(acting: Acting, account: string, found: HeldMembership, to: string | null, version: number): Promise<HeldMembership> {
  const { db, receivedAt } = acting;
  const { id } = found;
  if (administersAll(found)) await lockAdministrators(db);
  await lockMemberships(db, account);
  const membership = (await findPerson(db, account))?.memberships.find((held) => held.id === id);
  if (!membership) throw new Problem('notFound');
  if (membership.version !== version)
    throw new Problem('staleVersion', { more: { version: membership.version, current: { to: membership.to, version: membership.version } } });
  const today = dayOf(receivedAt.getTime());
  const yesterday = dayBefore(today);
  // A membership that has not begun may be taken back before it begins.
  const earliest = membership.from > today ? dayBefore(membership.from) : yesterday;
  if (!membership.lasts || (to !== null && to < earliest))
    throw new Problem('notNow', {
      detail: {
        vi: `Vai trò đã kết thúc không sửa được nữa; ngày cuối sớm nhất có thể đặt là ${earliest}.`,
        en: `A role that has ended cannot change; the earliest last day is ${earliest}.`,
      },
      more: { earliest },
    });
  if (to !== null && administersAll(membership)) await refuseLastAdministrator(acting, membership, to, today);
  const sessions = await endSessionsOfEndedRole(acting, account, to);
  await setLastDays(db, [{ id, to }], acting.account, receivedAt);
  await recordAct(acting, {
    act: 'membership.end',
    subject: `account:${account}`,
    content: {
      membership: id,
      role: membership.role,
      within: membership.body?.id ?? null,
      before: membership.to,
      to,
      sessionsEnded: String(sessions),
      stands: await readRowStates(db, { membership: [id] }),
    },
  });
  return { ...membership, to, version: version + 1, endedAt: to === null ? null : receivedAt.toISOString() };
}
