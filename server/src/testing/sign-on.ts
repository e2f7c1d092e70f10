import { Secret, TOTP } from 'otpauth';
import { hashPassword } from '../capabilities/accounts/sign-on/password-hash.ts';
import type { TestServer } from './test-server.ts';
import type { ask, Person } from './world.ts';

type Answered = Awaited<ReturnType<typeof ask>>;

/** The session that an answer gave to the browser. */
export function sessionOf({ headers }: Answered): { token: string } {
  const token = /^parindex_session=([^;]+);/.exec(String(headers['set-cookie']))?.[1];
  if (!token) throw new Error(`no session was given: ${String(headers['set-cookie'])}`);
  return { token };
}

/** The code that a person's device shows at the server's time, or some 30-second steps off. */
export const codeOf = ({ clock }: TestServer, secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now().getTime() + steps * 30_000 });

/** The token of a one-time link. */
export const tokenOf = ({ path }: { readonly path: string }): string => path.slice(path.indexOf('#') + 1);

/** A password that is good enough. */
export const PASSWORD = 'ốc sên đi xe đạp';

/** Lets somebody of a world sign in by it. */
export const setPassword = async ({ owner, clock }: TestServer, { account }: Pick<Person, 'account'>) =>
  owner.query('UPDATE credential SET password_hash = $2, password_set_at = $3 WHERE account_id = $1', [account, await hashPassword(PASSWORD), clock.now()]);

/** What the trail tells of an account, in order. */
export const actsOn = async ({ owner }: TestServer, account: string) =>
  (
    await owner.query<{ act: string; actor: string | null; content: object }>('SELECT act, actor, content FROM audit WHERE subject = $1 ORDER BY n', [
      `account:${account}`,
    ])
  ).rows;

/** Refused sign-ins that the trail tells, in sums. */
export const sumsOn = async (server: TestServer, account: string) =>
  (await actsOn(server, account)).filter(({ act }) => act === 'session.refused').map(({ content }) => content);
