import type { madeToken, tokenBody } from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { newSecretToken } from '../../../http/secret-token.ts';
import { countOpenTokens, insertToken } from '../queries/tokens.ts';

/** A recognisable prefix, so that a token found in a file can be identified. */
const PREFIX = 'pix_';
const DAY_MS = 24 * 3_600_000;
const LONGEST_MS = 366 * DAY_MS;
/** Of a token of which no end is said. */
const USUAL_MS = 90 * DAY_MS;
const MOST_TOKENS = 50;

/** Whether a token may expire at a moment (milliseconds): later than now, within a year. */
export const mayExpireAt = (expiresAt: number, moment: Date): boolean => expiresAt > moment.getTime() && expiresAt <= moment.getTime() + LONGEST_MS;

/** Makes a token that acts in its person's name within its scopes; it is shown only this once. */
export async function makeToken(acting: Acting, account: string, { name, scopes, expiresAt }: z.output<typeof tokenBody>): Promise<z.output<typeof madeToken>> {
  const { db, receivedAt } = acting;
  if ((await countOpenTokens(db, account, receivedAt)) >= MOST_TOKENS)
    throw new Problem('notNow', {
      detail: { vi: `Đã có ${MOST_TOKENS} mã còn hiệu lực; hãy thu hồi bớt.`, en: `There are ${MOST_TOKENS} tokens already; revoke some.` },
    });
  const { token, hash } = newSecretToken(PREFIX);
  const expires = expiresAt === undefined ? new Date(receivedAt.getTime() + USUAL_MS) : new Date(expiresAt);
  const wanted = [...new Set(scopes)];
  const id = await insertToken(db, { account_id: account, name, token_hash: hash, scopes: wanted, created_at: receivedAt, expires_at: expires });
  await recordAct(acting, {
    act: 'token.make',
    subject: `account:${account}`,
    content: { token: id, scopes: wanted, expires: expires.toISOString() },
    erasable: { name },
  });
  return { id, name, scopes: wanted, createdAt: receivedAt.toISOString(), expiresAt: expires.toISOString(), usedAt: null, revokedAt: null, token };
}
