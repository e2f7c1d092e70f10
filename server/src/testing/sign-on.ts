import { Secret, TOTP } from 'otpauth';
import type { TestServer } from './test-server.ts';
import type { ask } from './world.ts';

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
