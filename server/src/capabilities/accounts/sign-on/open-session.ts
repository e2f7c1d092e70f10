import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { USUAL_SESSION_TERMS } from '../../../config.ts';
import type { SessionTerms } from '../../../context.ts';
import { newSecretToken } from '../../../http/secret-token.ts';
import { endOldestSessions, insertSession, renewSession } from '../queries/sessions.ts';

const HOUR_MS = 3_600_000;
/** How long a sign-in waits for its second factor, or for the enrolment of one. */
const LONGEST_WAIT_MS = 30 * 60_000;

/** Where a request comes from, as shown in the person's list of sessions. */
export interface Client {
  readonly address: string;
  readonly agent: string | null;
}

/** The terms of sessions in an installation. */
export const termsOf = ({ sessions = USUAL_SESSION_TERMS }: { readonly sessions?: SessionTerms }): SessionTerms => sessions;

const after = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);

/** With one session more than an account may have, those that were begun first end, and the trail tells it. */
async function makeRoom(acting: Acting, account: string, fresh: Buffer, { most }: SessionTerms): Promise<void> {
  for (const session of await endOldestSessions(acting.db, account, fresh, most, acting.receivedAt))
    await recordAct(acting, { act: 'session.end', subject: `account:${account}`, content: { session, for: 'tooMany' } });
}

/** Opens a session for an account that has proven its identity; an incomplete one still waits for the second factor. Returns the cookie's token. */
export async function openSession(acting: Acting, account: string, complete: boolean, client: Client, terms: SessionTerms): Promise<string> {
  const { db, receivedAt } = acting;
  const { token, hash } = newSecretToken();
  await insertSession(db, {
    token_hash: hash,
    account_id: account,
    created_at: receivedAt,
    seen_at: receivedAt,
    expires_at: after(receivedAt, complete ? terms.longestHours * HOUR_MS : LONGEST_WAIT_MS),
    idle_seconds: terms.idleMinutes * 60,
    complete_at: complete ? receivedAt : null,
    confirmed_at: complete ? receivedAt : null,
    address: client.address,
    agent: client.agent,
  });
  if (complete) await makeRoom(acting, account, hash, terms);
  return token;
}

/** After the second factor: the session is complete and gets a new token, which is returned. */
export async function completeSession(acting: Acting, account: string, session: string, terms: SessionTerms): Promise<string> {
  const { db, receivedAt } = acting;
  const { token, hash } = newSecretToken();
  await renewSession(db, session, hash, receivedAt, after(receivedAt, terms.longestHours * HOUR_MS));
  await makeRoom(acting, account, hash, terms);
  return token;
}
