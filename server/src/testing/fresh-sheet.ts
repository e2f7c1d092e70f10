import { randomUUID } from 'node:crypto';
import type { TestServer } from './test-server.ts';
import type { World } from './world.ts';

/** A sheet of its own for a run: another invented province, with An as its clerk and Bình as its head. */
export async function freshSheet({ owner }: TestServer, { round, people }: World): Promise<string> {
  const body = `tinh-minh-hoa-${randomUUID().slice(0, 8)}`;
  await owner.query(`INSERT INTO body (id, kind, ranked) VALUES ($1, 'province', true)`, [body]);
  await owner.query(`INSERT INTO body_name (body_id, position, full_name, short_name, sort_name, search_key) VALUES ($1, 0, $1, $1, $1, $1)`, [body]);
  await owner.query(`INSERT INTO body_attribute (body_id, attribute, position, value) VALUES ($1, 'type', 0, 'province')`, [body]);
  await owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ($1, $2, 9)`, [round, body]);
  await owner.query(
    `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, $3, 'clerk', '2020-01-01', now()), ($2, $3, 'head', '2020-01-01', now())`,
    [people.an.account, people.binh.account, body],
  );
  return body;
}
