import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { endSessions, revokeTokens } from '../queries/sign-on.ts';

/** Ends all sessions of a person in one act, and on request their personal tokens. */
export async function endAllSessions(acting: Acting, account: string, withTokens: boolean): Promise<{ sessions: number; tokens: number }> {
  const { db, receivedAt } = acting;
  const sessions = await endSessions(db, account, receivedAt);
  const tokens = withTokens ? (await revokeTokens(db, account, receivedAt)).length : 0;
  await recordAct(acting, { act: 'session.endAll', subject: `account:${account}`, content: { sessions: String(sessions), tokens: String(tokens) } });
  return { sessions, tokens };
}
