import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { dropSecondFactor, endSessions, revokeTokens } from '../queries/sign-on.ts';

/**
 * An administrator removes a lost second factor; the person signs in again and enrols another. Nobody does this for
 * themselves, as a stolen session could too.
 */
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
