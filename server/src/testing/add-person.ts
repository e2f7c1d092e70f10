import { randomUUID } from 'node:crypto';
import { searchKey } from '@parindex/core';
import type { Role } from '@parindex/core/rights/index';
import { signIn, type TestServer } from './test-server.ts';
import type { Person } from './world.ts';

/** Another invented person of a world, signed in. */
export async function addPerson(server: TestServer, key: string, name: string, role: Role, body: string | null): Promise<Person> {
  const [account, membership] = [randomUUID(), randomUUID()];
  const { owner, clock } = server;
  const email = `${key}@minh-hoa.example`;
  await owner.query('INSERT INTO account (id, email, name, search_key, created_at) VALUES ($1, $2, $3, $4, $5)', [
    ...[account, email, name, searchKey(`${name} ${email}`), clock.now()],
  ]);
  await owner.query('INSERT INTO credential (account_id) VALUES ($1)', [account]);
  await owner.query(`INSERT INTO membership (id, account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, $3, $4, '2022-01-01', $5)`, [
    ...[membership, account, body, role, clock.now()],
  ]);
  return { account, membership, token: await signIn(server, account) };
}
