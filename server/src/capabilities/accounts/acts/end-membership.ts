import { dayBefore } from '@parindex/core/quantity/calendar-date';
import { isDeciding } from '@parindex/core/rights/index';
import { dayOf } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { findPerson, type HeldMembership, lockAdministrators, lockMemberships, setLastDays, wholeAdministrators } from '../queries/people.ts';
import { administersAll } from '../subject.ts';
import { endSessionsOfEndedRole } from './end-sessions.ts';
import { refuseAlone } from './refuse-alone.ts';

/**
 * Refuses an end that would leave the installation without an administrator, now or later; and by somebody else's word, of
 * one of the last two who can sign in: who is alone decides alone.
 */
async function refuseTooFew(acting: Acting, account: string, membership: HeldMembership, to: string, today: string): Promise<void> {
  const all = await wholeAdministrators(acting.db);
  const others = new Set(
    all
      .filter((other) => other.account !== account && other.password && other.from <= today && (other.to === null || other.to > to))
      .map((other) => other.account),
  );
  const left = all.some((held) => held.account === account && held.membership !== membership.id && held.password && held.from <= today) ? 1 : 0;
  const ofOther = account !== acting.account && all.some((held) => held.account === account && held.password);
  if (others.size + left >= (ofOther ? 2 : 1)) return;
  throw new Problem('notNow', {
    detail: ofOther
      ? {
          vi: 'Chỉ còn hai quản trị viên của toàn hệ thống đăng nhập được; người này không cho người kia thôi quyền. Hãy giao quyền cho người thứ ba trước.',
          en: 'Only two administrators of the whole installation can sign on; one does not end the other. Give the role to a third person first.',
        }
      : {
          vi: 'Đây là quản trị viên cuối cùng của toàn hệ thống có thể đăng nhập; hãy giao quyền cho người khác trước.',
          en: 'This is the last administrator of the whole installation who can sign on; give the role to somebody else first.',
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
        vi: `Vai trò đã kết thúc không sửa được nữa; ngày cuối sớm nhất có thể đặt là ${earliest}.`,
        en: `A role that has ended cannot change; the earliest last day is ${earliest}.`,
      },
      more: { earliest },
    });
  if (isLonger(membership, to) && account === acting.account) return refuseAlone(acting, 'notForOneself', { account, tried: 'membership' });
  if (isLonger(membership, to) && isDeciding(membership.role)) return refuseAlone(acting, 'secondPersonNeeded', { account, tried: 'membership' });
  if (to !== null && administersAll(membership)) await refuseTooFew(acting, account, membership, to, today);
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
