import { dayBefore } from '@parindex/core/quantity/calendar-date';
import { displayDate } from '@parindex/core/quantity/display';
import { isDeciding } from '@parindex/core/rights/index';
import { dayOf } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { findPerson, type HeldMembership, leavesEnoughAdministrators, lockAdministrators, lockMemberships, setLastDays } from '../queries/people.ts';
import { administersAll } from '../subject.ts';
import { endSessionsOfEndedRole } from './end-sessions.ts';
import { refuseAlone } from './refuse-alone.ts';

/**
 * Refuses an end that would leave the installation without an administrator, now or later; and by somebody else's word
 * one after which not two are left without an end: who is alone decides alone. The database judges, and refuses the same.
 */
export async function refuseTooFew(acting: Acting, account: string, membership: string, to: string): Promise<void> {
  if (await leavesEnoughAdministrators(acting.db, membership, to)) return;
  throw new Problem('notNow', {
    detail:
      account === acting.account
        ? {
            vi: 'Đây là quản trị viên cuối cùng của toàn hệ thống có thể đăng nhập; hãy giao quyền cho người khác trước.',
            en: 'This is the last administrator of the whole installation who can sign on; give the role to somebody else first.',
          }
        : {
            vi: 'Sau đó không còn đủ hai quản trị viên của toàn hệ thống đăng nhập được và có vai trò không thời hạn; hãy giao quyền cho người thứ ba trước.',
            en: 'Fewer than two administrators of the whole installation who can sign on, and whose role has no end, would be left; give the role to a third person first.',
          },
  });
}

/** Whether another last day would make a role longer: then it is given, and not ended. */
const isLonger = (held: HeldMembership, to: string | null) => held.to !== null && (to === null || to > held.to);

/** Sets the last day of a membership, yesterday at the earliest, so that the past stays as it was. A membership is never deleted. */
export async function endMembership(
  acting: Acting,
  account: string,
  found: HeldMembership,
  to: string | null,
  version: number,
): Promise<HeldMembership | { readonly refusedWith: Problem }> {
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
        vi: `Vai trò đã kết thúc không sửa được nữa; ngày cuối sớm nhất là ${displayDate(earliest)}.`,
        en: `A role that has ended cannot change; the earliest last day is ${displayDate(earliest)}.`,
      },
      more: { earliest },
    });
  if (isLonger(membership, to) && account === acting.account) return refuseAlone(acting, 'notForOneself', { account, tried: 'membership' });
  if (isLonger(membership, to) && isDeciding(membership.role)) return refuseAlone(acting, 'secondPersonNeeded', { account, tried: 'membership' });
  if (to !== null && administersAll(membership)) await refuseTooFew(acting, account, id, to);
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
