import { dayOf } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { endSessions } from '../queries/sessions.ts';
import { revokeTokens } from '../queries/tokens.ts';

/** Ends all sessions of a person in one act but the one that goes on, if any, and on request their personal tokens. */
export async function endAllSessions(
  acting: Acting,
  account: string,
  { withTokens, goesOn }: { readonly withTokens: boolean; readonly goesOn?: string | undefined },
): Promise<{ sessions: number; tokens: number }> {
  const { db, receivedAt } = acting;
  const sessions = await endSessions(db, account, receivedAt, { goesOn });
  const tokens = withTokens ? (await revokeTokens(db, account, receivedAt)).length : 0;
  await recordAct(acting, { act: 'session.endAll', subject: `account:${account}`, content: { sessions: String(sessions), tokens: String(tokens) } });
  return { sessions, tokens };
}

/** A role of which the last day is over ends all sessions of its holder at once. One whose day is still to come ends them as it passes (`app.roles_ended_since`). Answers how many. */
export async function endSessionsOfEndedRole({ db, receivedAt }: Acting, account: string, lastDay: string | null): Promise<number> {
  if (lastDay === null || lastDay >= dayOf(receivedAt.getTime())) return 0;
  return endSessions(db, account, receivedAt, { why: 'roleEnded' });
}
