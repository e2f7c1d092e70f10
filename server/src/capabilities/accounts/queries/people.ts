import { searchKey } from '@parindex/core';
import type { Role } from '@parindex/core/rights/index';
import { type Insertable, sql } from 'kysely';
import { anyOf, bodiesAbove, bodiesUnder, isNotNull, lasts, today, utc } from '../../../db/fragments.ts';
import { takeLock } from '../../../db/locks.ts';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import { signOnState } from './sign-on.ts';

export interface HeldMembership {
  readonly id: string;
  readonly role: Role;
  readonly body: { readonly id: string; readonly name: string } | null;
  readonly from: string;
  readonly to: string | null;
  readonly version: number;
  readonly grantedAt: string;
  readonly endedAt: string | null;
  readonly handover: string | null;
  /** Not over yet: in force, or to come. */
  readonly lasts: boolean;
  /** Its body and all above it today; empty for the whole installation. */
  readonly above: readonly string[];
}

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly ended: boolean;
  readonly memberships: readonly HeldMembership[];
}

const nameToday = (body: ReturnType<typeof sql.ref>) => sql<string>`coalesce((SELECT n.full_name FROM body_name n WHERE n.body_id = ${body}
    AND coalesce(n.from_date, '-infinity') <= ${today} AND coalesce(n.to_date, 'infinity') >= ${today}
    ORDER BY n.from_date DESC NULLS LAST LIMIT 1), ${body})`;

const membershipLasts = lasts(sql.ref<string | null>('m.to_date'));

const memberships = (withAbove: boolean) => sql<HeldMembership[]>`(SELECT coalesce(json_agg(json_build_object(
    'id', m.id, 'role', m.role, 'body', CASE WHEN m.body_id IS NULL THEN NULL ELSE json_build_object('id', m.body_id, 'name', ${nameToday(sql.ref('m.body_id'))}) END,
    'from', m.from_date, 'to', m.to_date, 'version', m.version, 'grantedAt', ${utc(sql.ref('m.granted_at'))}, 'endedAt', ${utc(sql.ref('m.ended_at'))},
    'handover', m.handover_id, 'lasts', ${membershipLasts}, 'above', ${withAbove ? sql`to_json(ARRAY(SELECT ${bodiesAbove(sql.ref('m.body_id'))}))` : sql`'[]'::json`}
  ) ORDER BY m.from_date, m.granted_at, m.id), '[]') FROM membership m WHERE m.account_id = a.id)`;

const people = (db: Reading, withAbove: boolean) =>
  db
    .selectFrom('account as a')
    .select(({ ref }) => [
      'a.id',
      'a.name',
      'a.email',
      'a.version',
      'a.created_at as createdAt',
      isNotNull(ref('a.ended_at')).as('ended'),
      memberships(withAbove).as('memberships'),
    ]);

/** A person with all their memberships, past ones too; undefined if the caller may not see the person. */
export const findPerson = (db: Reading, id: string): Promise<FoundPerson | undefined> => people(db, true).where('a.id', '=', id).executeTakeFirst();

export interface PeopleQuery {
  /** Only people with a current or future role in these bodies or below; absent: all. */
  readonly under: readonly string[] | undefined;
  /** By the core's searchKey; absent: all. */
  readonly key: string | undefined;
  /** The last person of the previous page. */
  readonly after: string | undefined;
  readonly limit: number;
}

/** People in Vietnamese order of their names, one more than requested if there are more. */
export async function listPeople(db: Reading, { under, key, after, limit }: PeopleQuery): Promise<FoundPerson[]> {
  let query = people(db, false).where('a.ended_at', 'is', null);
  if (under)
    query = query.where(
      sql<boolean>`EXISTS (SELECT FROM membership m WHERE m.account_id = a.id AND ${membershipLasts} AND m.body_id IN (SELECT ${bodiesUnder(under)}))`,
    );
  if (key !== undefined) query = query.where('a.search_key', 'like', `%${key}%`);
  if (after !== undefined)
    query = query.where(sql<boolean>`(a.name COLLATE "vi-x-icu", a.id) > (SELECT b.name COLLATE "vi-x-icu", b.id FROM account b WHERE b.id = ${after})`);
  return query
    .orderBy(sql`a.name COLLATE "vi-x-icu"`)
    .orderBy('a.id')
    .limit(limit + 1)
    .execute();
}

const keyOf = ({ name, email }: { readonly name: string; readonly email: string }) => `${searchKey(name)} ${searchKey(email)}`;

/** Creates an account, searchable by name and email; returns its id. Rights are granted separately, by memberships. */
export async function insertAccount(db: Writing, account: Pick<Insertable<Tables['account']>, 'email' | 'name' | 'created_at'>): Promise<string> {
  const { id } = await db
    .insertInto('account')
    .values({ ...account, search_key: keyOf(account) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Locks an account until the transaction ends; returns its version. */
export async function lockAccount(db: Writing, id: string): Promise<number | undefined> {
  return (await db.selectFrom('account').select('version').where('id', '=', id).forUpdate().executeTakeFirst())?.version;
}

/** Changes the names of an account. */
export async function updateAccount(db: Writing, id: string, named: { readonly name: string; readonly email: string }): Promise<void> {
  await db
    .updateTable('account')
    .set({ name: named.name, email: named.email, search_key: keyOf(named), version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Grants memberships. */
export async function insertMemberships(db: Writing, rows: readonly Insertable<Tables['membership']>[]): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('membership')
      .values([...rows])
      .execute();
}

/** Sets the last day of each of these memberships. Memberships are never deleted. */
export async function setLastDays(
  db: Writing,
  ends: readonly { readonly id: string; readonly to: string | null }[],
  by: string | null,
  moment: Date,
): Promise<void> {
  await sql`
    UPDATE membership m SET to_date = e.to_date, version = m.version + 1,
      ended_by = CASE WHEN e.to_date IS NULL THEN NULL ELSE ${by}::uuid END, ended_at = CASE WHEN e.to_date IS NULL THEN NULL ELSE ${moment}::timestamptz END
    FROM unnest(${ends.map(({ id }) => id)}::uuid[], ${ends.map(({ to }) => to)}::date[]) AS e (id, to_date) WHERE m.id = e.id`.execute(db);
}

/** Locks the memberships of a person until the transaction ends. */
export async function lockMemberships(db: Writing, account: string): Promise<void> {
  await sql`SELECT FROM membership WHERE account_id = ${account} ORDER BY id FOR UPDATE`.execute(db);
}

/** What bodies are called today. */
export async function bodyNames(db: Reading, bodies: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('body as b')
    .select(['b.id', nameToday(sql.ref('b.id')).as('name')])
    .where('b.id', '=', anyOf(bodies))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whether somebody has one of these roles today or tomorrow: a session may outlast midnight. */
export async function hasRoleByTomorrow(db: Reading, account: string, roles: readonly Role[]): Promise<boolean> {
  const found = await db
    .selectFrom('membership as m')
    .select('m.id')
    .where('m.account_id', '=', account)
    .where('m.role', '=', anyOf(roles))
    .where(sql<boolean>`m.from_date <= ${today} + 1`)
    .where(membershipLasts)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Serialises changes to who administers the whole installation, until the transaction ends. */
export const lockAdministrators = (db: Writing): Promise<void> => takeLock(db, 'administrators');

export interface InstallationAdministrator {
  readonly membership: string;
  readonly account: string;
  readonly email: string;
  readonly from: string;
  readonly to: string | null;
  readonly password: boolean;
}

/** Who administers the whole installation, today or later, and whether they can sign in. */
export const wholeAdministrators = (db: Reading): Promise<InstallationAdministrator[]> =>
  db
    .selectFrom('membership as m')
    .innerJoin('account as a', (join) => join.onRef('a.id', '=', 'm.account_id').on('a.ended_at', 'is', null))
    .leftJoinLateral(signOnState(sql.ref('a.id')).as('s'), (join) => join.onTrue())
    .select(({ fn, val }) => [
      'm.id as membership',
      'a.id as account',
      'a.email',
      'm.from_date as from',
      'm.to_date as to',
      fn.coalesce('s.has_password', val(false)).as('password'),
    ])
    .where('m.role', '=', 'administrator')
    .where('m.body_id', 'is', null)
    .where(membershipLasts)
    .execute();

/** How many people can sign in now as administrator of the whole installation. */
export async function countWholeAdministrators(db: Reading): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT app.count_administrators() AS count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Whether enough administrators of the whole installation are left when this role of one ends on that day. */
export async function leavesEnoughAdministrators(db: Writing, membership: string, to: string): Promise<boolean> {
  const { rows } = await sql<{ enough: boolean }>`SELECT app.enough_administrators(${membership}, ${to}) AS enough`.execute(db);
  return rows[0]?.enough === true;
}

/** An account by its email, whoever asks may see it. */
export const findAccountByEmail = (db: Reading, email: string): Promise<{ readonly id: string; readonly ended: boolean } | undefined> =>
  db
    .selectFrom('account')
    .select(({ ref }) => ['id', isNotNull(ref('ended_at')).as('ended')])
    .where('email', '=', email)
    .executeTakeFirst();

/** The corrections that somebody requested, newest first, and whether the field has changed since. */
export const correctionsAsked = (db: Reading, account: string) =>
  db
    .selectFrom('audit as u')
    .leftJoin('payload as p', 'p.id', 'u.payload_id')
    .select([
      'u.at',
      sql<string>`u.content->>'field'`.as('field'),
      'p.content',
      sql<boolean>`EXISTS (SELECT FROM audit c WHERE c.subject = u.subject AND c.n > u.n
        AND (c.act = 'person.change' AND c.content->'fields' ? (u.content->>'field') OR u.content->>'field' = 'memberships' AND c.act LIKE 'membership.%'))`.as(
        'applied',
      ),
    ])
    .where('u.subject', '=', `account:${account}`)
    .where('u.act', '=', 'me.askCorrection')
    .orderBy('u.n', 'desc')
    .limit(50)
    .execute();

/** What somebody wrote in ledgers, for the copy of their own data. */
export async function myEntries(db: Reading) {
  const { rows } = await sql<{ id: string; round: string; body: string; seq: number; act: string; receivedAt: Date }>`
    SELECT id, round_id AS round, body_id AS body, seq, act, received_at AS "receivedAt" FROM app.my_entries() ORDER BY received_at, id`.execute(db);
  return rows;
}

/** What somebody did according to the trail, for the copy of their own data. */
export async function myActs(db: Reading) {
  const { rows } = await sql<{
    n: string;
    at: Date;
    act: string;
    subject: string;
    round: string | null;
    body: string | null;
    content: Record<string, unknown>;
    more: Record<string, unknown> | null;
  }>`SELECT n::text, at, act, subject, round_id AS round, body_id AS body, content, more FROM app.my_acts() ORDER BY n`.execute(db);
  return rows;
}
