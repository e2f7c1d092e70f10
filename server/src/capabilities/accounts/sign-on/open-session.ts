import type { Acting } from '../../../audit/acting.ts';
import { newSecretToken } from '../../../http/secret-token.ts';
import { insertSession, renewSession } from '../queries/sign-on.ts';

/** Longest duration of a session; an idle one ends after an hour (app.begin_request). */
export const LONGEST_SESSION_MS = 12 * 3_600_000;
/** How long a sign-in waits for its second factor, or for the enrolment of one. */
const LONGEST_WAIT_MS = 30 * 60_000;

/** Where a request comes from, as shown in the person's list of sessions. */
export interface Client {
  readonly address: string;
  readonly agent: string | null;
}

const after = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);

/** Opens a session for an account that has proven its identity; an incomplete one still waits for the second factor. Returns the cookie's token. */
export async function openSession({ db, receivedAt }: Acting, account: string, complete: boolean, client: Client): Promise<string> {
  const { token, hash } = newSecretToken();
  await insertSession(db, {
    token_hash: hash,
    account_id: account,
    created_at: receivedAt,
    seen_at: receivedAt,
    expires_at: after(receivedAt, complete ? LONGEST_SESSION_MS : LONGEST_WAIT_MS),
    complete_at: complete ? receivedAt : null,
    confirmed_at: complete ? receivedAt : null,
    address: client.address,
    agent: client.agent,
  });
  return token;
}

/** After the second factor: the session is complete and gets a new token, which is returned. */
export async function completeSession({ db, receivedAt }: Acting, session: string): Promise<string> {
  const { token, hash } = newSecretToken();
  await renewSession(db, session, hash, receivedAt, after(receivedAt, LONGEST_SESSION_MS));
  return token;
}
