import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { dropSecondFactor, endSessions, revokeTokens } from '../queries/sign-on.ts';

/** An administrator takes somebody's lost second factor away; they sign in anew and enrol another. Nobody does so for themselves: a stolen session could. */
export async function resetSecondFactor(acting: Acting, account: string): Promise<void> {
  if (account === acting.account)
    throw new Problem('notNow', {
      detail: {
        vi: 'Không tự xoá xác thực hai lớp của mình được; hãy nhờ một quản trị viên khác.',
        en: 'Nobody takes their own second factor away; ask another administrator.',
      },
    });
  const had = await dropSecondFactor(acting.db, account);
  const sessions = await endSessions(acting.db, account, acting.receivedAt);
  const tokens = await revokeTokens(acting.db, account, acting.receivedAt);
  await recordAct(acting, {
    act: 'secondFactor.reset',
    subject: `account:${account}`,
    content: { had, sessionsEnded: String(sessions), tokensEnded: String(tokens.length) },
  });
}
