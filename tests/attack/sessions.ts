import { randomBytes } from 'node:crypto';
import { hashOfToken } from '../../server/src/http/admission.ts';
import type { Target } from './target.ts';

/** Another session of whoever has this one, who proves just now who they are; `half`: its second factor is still to be proven. */
export async function sessionLike({ database }: Target, token: string, half = false): Promise<{ readonly token: string }> {
  const made = randomBytes(32).toString('base64url');
  await database.owner.query(
    `INSERT INTO session (token_hash, account_id, created_at, seen_at, expires_at, complete_at, confirmed_at)
     SELECT $1, account_id, created_at, now(), expires_at, CASE WHEN NOT $3 THEN now() END, CASE WHEN NOT $3 THEN now() END FROM session WHERE token_hash = $2`,
    [hashOfToken(made), hashOfToken(token), half],
  );
  return { token: made };
}
