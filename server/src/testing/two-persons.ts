import { randomUUID } from 'node:crypto';
import { addPerson } from './add-person.ts';
import { tokenOf } from './sign-on.ts';
import type { TestServer } from './test-server.ts';
import { ask, type Person } from './world.ts';

/** Another administrator of a world who has set a password: with one of them in the house, two persons decide. */
export async function addAdministrator(server: TestServer, key: string, name: string, body: string | null): Promise<Person> {
  const added = await addPerson(server, key, name, 'administrator', body);
  await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [added.account]);
  return added;
}

type Asks =
  | { readonly kind: 'password' | 'secondFactor' }
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'membership'; readonly membership: object };

export const REASON = 'Theo quyết định (minh họa)';

/** What one asks for of somebody. */
export const askFor = (server: TestServer, asker: Person, account: string, asks: object, id: string = randomUUID()) =>
  ask(server, asker, 'POST', `/api/people/${account}/requests`, { id, reason: REASON, ...asks });

/** A role as it is asked for, from a day on. */
export const roleFrom = (from: string, role: string, body: string | null) => ({ kind: 'membership', membership: { role, body, from } }) as const;

export const decideRequest = (
  server: TestServer,
  decider: Person,
  request: string,
  decision = 'carriedOut',
  note = decision === 'refused' ? 'Chưa cần (minh họa)' : null,
) => ask(server, decider, 'POST', `/api/account-requests/${request}/decision`, { decision, note });

/** What one asks for of somebody and another agrees to; answers what opens the account, where something does. */
export async function byTwo(server: TestServer, [asker, decider]: readonly [Person, Person], account: string, asks: Asks) {
  const id = randomUUID();
  const asked = await askFor(server, asker, account, asks, id);
  if (asked.status !== 201) throw new Error(JSON.stringify(asked.body));
  return { id, token: await agree(server, decider, id, asked.body.code) };
}

/** A second person agrees; answers what opens the account with the code of whoever asked. */
export async function agree(server: TestServer, decider: Person, request: string, code: string | null): Promise<string> {
  const decided = await decideRequest(server, decider, request);
  if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
  return decided.body.link ? `${tokenOf(decided.body.link)}${code}` : '';
}
