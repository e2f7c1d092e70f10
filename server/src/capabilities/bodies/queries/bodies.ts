import { ABBREVIATED, NAME_EDGE, nameSearchText, type RegisteredBody } from '@parindex/core/bodies/index';
import { type RawBuilder, sql } from 'kysely';
import { anyOf, bodiesAbove, today } from '../../../db/fragments.ts';
import { takeLock } from '../../../db/locks.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** Waits for other changes of bodies to end, and blocks new ones. */
export const lockBodies = (db: Writing): Promise<void> => takeLock(db, 'changingBodies');

/** A body as stored, with the version that a change must name. */
export interface StoredBody extends RegisteredBody {
  readonly version: number;
}

interface Members {
  readonly attribute: 'type' | 'code' | 'region' | 'block' | 'parent';
  readonly position: number;
  readonly value: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: string | null;
  readonly status: string | null;
}

interface KinRow {
  readonly id: string;
  readonly partly: boolean;
  readonly number: string | null;
  readonly date: string | null;
  readonly changedOn: string | null;
  readonly status: string | null;
}

interface BodyRow {
  readonly id: string;
  readonly kind: RegisteredBody['kind'];
  readonly opened: string | null;
  readonly openingNumber: string | null;
  readonly openingDate: string | null;
  readonly closed: string | null;
  readonly closingNumber: string | null;
  readonly closingDate: string | null;
  readonly ranked: boolean | null;
  readonly note: string | null;
  readonly version: number;
  readonly names: readonly (Omit<Members, 'attribute' | 'value'> & { readonly full: string; readonly short: string; readonly sort: string })[] | null;
  readonly attributes: readonly Members[] | null;
  readonly predecessors: readonly KinRow[] | null;
  readonly successors: readonly KinRow[] | null;
}

/** Leaves out nulls: a document has no such keys. */
function told<T extends Record<string, unknown>>(members: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };
}

const decisionOf = (number: string | null, date: string | null) => (number !== null && date !== null ? { number, date } : null);

function bodyOf(row: BodyRow): StoredBody {
  const attributes = row.attributes ?? [];
  const listOf = (attribute: Members['attribute'], key: string) =>
    attributes
      .filter((one) => one.attribute === attribute)
      .map(({ value, from, to, basis, status }) => ({ ...told({ from, to, basis, status }), [key]: value }));
  const types = new Map(attributes.filter(({ attribute }) => attribute === 'type').map(({ position, value }) => [position, value]));
  const kin = (rows: readonly KinRow[] | null) =>
    (rows ?? []).map(({ id, partly, number, date, changedOn, status }) => ({ id, partly, ...told({ status, changedOn, decision: decisionOf(number, date) }) }));
  return {
    id: row.id,
    kind: row.kind,
    ...told({
      opened: row.opened,
      openedBy: decisionOf(row.openingNumber, row.openingDate),
      closed: row.closed,
      closedBy: decisionOf(row.closingNumber, row.closingDate),
      ranked: row.ranked,
      note: row.note,
    }),
    names: (row.names ?? []).map(({ full, short, sort, position, from, to, basis, status }) => ({
      full,
      short,
      sort,
      ...told({ from, to, basis, status, type: types.get(position) as RegisteredBody['names'][number]['type'] }),
    })),
    codes: listOf('code', 'code') as RegisteredBody['codes'],
    regions: listOf('region', 'name') as RegisteredBody['regions'],
    blocks: listOf('block', 'name') as RegisteredBody['blocks'],
    parents: listOf('parent', 'id') as RegisteredBody['parents'],
    predecessors: kin(row.predecessors),
    successors: kin(row.successors),
    version: row.version,
  };
}

/** Whole bodies with all their dated values: the given ones, or all; by id. */
export async function readStoredBodies(db: Reading, ids?: readonly string[]): Promise<StoredBody[]> {
  const these = (column: string) => (ids === undefined ? sql`true` : sql`${sql.ref(column)} = ANY (${ids as string[]}::text[])`);
  const dates = sql`'position', position, 'from', from_date, 'to', to_date, 'basis', basis, 'status', status`;
  const kin = (other: 'predecessor' | 'successor') =>
    sql`json_agg(json_build_object('id', ${sql.ref(other)}, 'partly', partly, 'number', decision_number, 'date', decision_date, 'changedOn', changed_on, 'status', status)
      ORDER BY ${sql.ref(other)} COLLATE "C")`;
  const { rows } = await sql<BodyRow>`
    SELECT b.id, b.kind, b.opened, b.opening_number AS "openingNumber", b.opening_date AS "openingDate", b.closed, b.closing_number AS "closingNumber",
      b.closing_date AS "closingDate", b.ranked, b.note, b.version, n.names, a.attributes, p.predecessors, s.successors
    FROM body b
    LEFT JOIN (SELECT body_id, json_agg(json_build_object('full', full_name, 'short', short_name, 'sort', sort_name, ${dates}) ORDER BY position) AS names
      FROM body_name WHERE ${these('body_id')} GROUP BY body_id) n ON n.body_id = b.id
    LEFT JOIN (SELECT body_id, json_agg(json_build_object('attribute', attribute, 'value', value, ${dates}) ORDER BY position) AS attributes
      FROM body_attribute WHERE ${these('body_id')} GROUP BY body_id) a ON a.body_id = b.id
    LEFT JOIN (SELECT successor, ${kin('predecessor')} AS predecessors FROM body_succession WHERE ${these('successor')} GROUP BY successor) p ON p.successor = b.id
    LEFT JOIN (SELECT predecessor, ${kin('successor')} AS successors FROM body_succession WHERE ${these('predecessor')} GROUP BY predecessor) s ON s.predecessor = b.id
    WHERE ${these('b.id')} ORDER BY b.id COLLATE "C"`.execute(db);
  return rows.map(bodyOf);
}

const rowsOf = (rows: readonly object[]): RawBuilder<unknown> => sql`${JSON.stringify(rows)}::json`;

/**
 * Writes bodies in a fixed number of statements, however many there are. An existing body gets its next version and its
 * dated values are replaced as a whole. Transfers of work are taken from the bodies' predecessors.
 */
export async function writeBodies(db: Writing, bodies: readonly RegisteredBody[]): Promise<void> {
  if (bodies.length === 0) return;
  const ids = bodies.map(({ id }) => id);
  await sql`
    INSERT INTO body (id, kind, opened, opening_number, opening_date, closed, closing_number, closing_date, ranked, note)
    SELECT * FROM json_to_recordset(${rowsOf(
      bodies.map(({ id, kind, opened, openedBy, closed, closedBy, ranked, note }) => ({
        ...{ id, kind, opened, opening_number: openedBy?.number, opening_date: openedBy?.date },
        ...{ closed, closing_number: closedBy?.number, closing_date: closedBy?.date, ranked, note },
      })),
    )}) AS x(id text, kind text, opened date, opening_number text, opening_date date, closed date, closing_number text, closing_date date, ranked boolean, note text)
    ON CONFLICT (id) DO UPDATE SET opened = excluded.opened, opening_number = excluded.opening_number, opening_date = excluded.opening_date,
      closed = excluded.closed, closing_number = excluded.closing_number, closing_date = excluded.closing_date,
      ranked = excluded.ranked, note = excluded.note, version = body.version + 1`.execute(db);
  await sql`DELETE FROM body_name WHERE body_id = ANY (${ids}::text[])`.execute(db);
  await sql`DELETE FROM body_attribute WHERE body_id = ANY (${ids}::text[])`.execute(db);
  await sql`DELETE FROM body_succession WHERE successor = ANY (${ids}::text[])`.execute(db);
  await sql`
    INSERT INTO body_name (body_id, position, from_date, to_date, full_name, short_name, sort_name, basis, status, search_key)
    SELECT * FROM json_to_recordset(${rowsOf(
      bodies.flatMap(({ id, names }) =>
        names.map((name, position) => ({ body_id: id, position, ...name, from_date: name.from, to_date: name.to, search_key: nameSearchText(name) })),
      ),
    )}) AS x(body_id text, position smallint, from_date date, to_date date, "full" text, short text, sort text, basis text, status text, search_key text)`.execute(
    db,
  );
  await sql`
    INSERT INTO body_attribute (body_id, attribute, position, value, from_date, to_date, basis, status)
    SELECT * FROM json_to_recordset(${rowsOf(bodies.flatMap(attributesOf))})
      AS x(body_id text, attribute text, position smallint, value text, from_date date, to_date date, basis text, status text)`.execute(db);
  await sql`
    INSERT INTO body_succession (predecessor, successor, partly, decision_number, decision_date, changed_on, status)
    SELECT * FROM json_to_recordset(${rowsOf(
      bodies.flatMap(({ id, predecessors }) =>
        predecessors.map(({ id: predecessor, partly, decision, changedOn, status }) => ({
          ...{ predecessor, successor: id, partly, decision_number: decision?.number, decision_date: decision?.date, changed_on: changedOn, status },
        })),
      ),
    )}) AS x(predecessor text, successor text, partly boolean, decision_number text, decision_date date, changed_on date, status text)`.execute(db);
}

function attributesOf({ id, names, codes, regions, blocks, parents }: RegisteredBody): object[] {
  const row = (
    attribute: string,
    position: number,
    value: string,
    {
      from,
      to,
      basis,
      status,
    }: RegisteredBody['codes'][number] | RegisteredBody['names'][number] | (object & { from?: string; to?: string; basis?: string; status?: string }),
  ) => ({
    ...{ body_id: id, attribute, position, value, from_date: from, to_date: to, basis, status },
  });
  return [
    // A type belongs to a name: it is stored at the name's position, with its days.
    ...names.flatMap(({ type, from, to }, position) =>
      type === undefined ? [] : [row('type', position, type, { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })],
    ),
    ...codes.map((one, position) => row('code', position, one.code, one)),
    ...regions.map((one, position) => row('region', position, one.name, one)),
    ...blocks.map((one, position) => row('block', position, one.name, one)),
    ...parents.map((one, position) => row('parent', position, one.id, one)),
  ];
}

/** The present versions of bodies. */
export async function readBodyVersions(db: Reading, ids: readonly string[]): Promise<{ id: string; version: number }[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('body').select(['id', 'version']).where('id', 'in', ids).orderBy('id').execute();
}

/** The requested day, or today. */
const dayAsked = (day: string | undefined) => sql<string>`coalesce(${day ?? null}::date, ${today})`;

/** The day on which a body is shown: the requested one, or the nearest on which it existed. */
const shownDay = (day: RawBuilder<string>, body: string) => sql`greatest(least(${day}, ${sql.ref(`${body}.closed`)}), ${sql.ref(`${body}.opened`)})`;

const inForce = (table: string, day: RawBuilder<unknown>) =>
  sql`coalesce(${sql.ref(`${table}.from_date`)}, '-infinity') <= ${day} AND coalesce(${sql.ref(`${table}.to_date`)}, 'infinity') >= ${day}`;

/** A body's name on a day; if none was in force, the last one. */
const nameOn = (body: RawBuilder<unknown>, day: RawBuilder<unknown>) => sql`
  SELECT n.full_name, n.short_name, n.sort_name FROM body_name n WHERE n.body_id = ${body} ORDER BY (${inForce('n', day)}) DESC, n.position DESC LIMIT 1`;

/** The same as a row to be joined. */
const rowOfName = (body: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<{ readonly full_name: string }> => sql`(${nameOn(body, day)})`;

const attributeOn = (attribute: string, body: RawBuilder<unknown>, day: RawBuilder<unknown>) => sql<string | null>`(
  SELECT t.value FROM body_attribute t WHERE t.body_id = ${body} AND t.attribute = ${sql.lit(attribute)} AND ${inForce('t', day)} ORDER BY t.position DESC LIMIT 1)`;

export interface NamedBody {
  readonly id: string;
  readonly kind: RegisteredBody['kind'];
  readonly name: string;
}

/** The order of a list of bodies: how well a name fits, whether the body is closed, its name, its id. */
export type BodyPlace = readonly [grade: number, ended: boolean, sort: string, id: string];

export interface BodyListRow extends NamedBody {
  readonly grade: number;
  readonly ended: boolean;
  readonly sort: string;
  readonly version: number;
  readonly exists: boolean;
  readonly opened: string | null;
  readonly closed: string | null;
  readonly short: string;
  readonly type: string | null;
  readonly code: string | null;
  readonly parent: string | null;
  readonly foundName: string | null;
  readonly foundFrom: string | null;
  readonly foundTo: string | null;
}

export interface BodiesRequest {
  /** By the core's searchKey: letters, digits and single blanks. */
  readonly key: string | undefined;
  readonly kind: string | undefined;
  readonly parent: string | undefined;
  readonly on: string | undefined;
  readonly limit: number;
  /** Where the previous page ended. */
  readonly after: BodyPlace | undefined;
}

/**
 * For each body its best fitting name, the latest of equals: 0 the whole name, 1 its beginning or its abbreviation, 2 the
 * beginning of a word. The first condition can be answered by the index.
 */
const fitting = (key: string) => {
  const [begins, within, whole] = [`%${NAME_EDGE}${key}%`, `% ${key}%`, `%${NAME_EDGE}${key}${NAME_EDGE}%`];
  const abbreviated = `%${NAME_EDGE}${ABBREVIATED}${key}${NAME_EDGE}%`;
  return sql`SELECT DISTINCT ON (f.body_id) f.body_id, f.full_name, f.from_date, f.to_date,
      CASE WHEN f.search_key LIKE ${whole} THEN 0 WHEN f.search_key LIKE ${begins} OR f.search_key LIKE ${abbreviated} THEN 1 ELSE 2 END AS grade
    FROM body_name f WHERE f.search_key LIKE ${`%${key}%`} AND (f.search_key LIKE ${begins} OR f.search_key LIKE ${within} OR f.search_key LIKE ${abbreviated})
    ORDER BY f.body_id, grade, f.position DESC`;
};

/** The statement that finds bodies; separate, so that a test can check its plan. */
export function bodiesQuery({ key, kind, parent, on, limit, after }: BodiesRequest): RawBuilder<BodyListRow> {
  const [day, id] = [sql`listed.day`, sql`listed.id`];
  return sql<BodyListRow>`
    WITH asked AS (SELECT ${dayAsked(on)} AS day),
    listed AS MATERIALIZED (
      SELECT b.id, b.kind, b.version, b.opened, b.closed, ${shownDay(sql`asked.day`, 'b')} AS day, here.exists,
        ${key === undefined ? sql`0 AS grade, NULL AS found_name, NULL::date AS found_from, NULL::date AS found_to` : sql`found.grade, found.full_name AS found_name, found.from_date AS found_from, found.to_date AS found_to`}
      FROM ${key === undefined ? sql`body b` : sql`(${fitting(key)}) found JOIN body b ON b.id = found.body_id`} CROSS JOIN asked
        CROSS JOIN LATERAL (SELECT coalesce(b.opened <= asked.day, true) AND coalesce(b.closed >= asked.day, true) AS exists) here
      WHERE ${kind === undefined ? sql`true` : sql`b.kind = ${kind}`} AND ${key === undefined ? sql`here.exists` : sql`true`}
    ),
    ranked AS (
      SELECT listed.*, n.full_name AS name, n.short_name AS short, n.sort_name COLLATE "vi-x-icu" AS sort_name, NOT listed.exists AS ended
      FROM listed CROSS JOIN LATERAL (${nameOn(id, day)}) n
      WHERE ${parent === undefined ? sql`true` : sql`${attributeOn('parent', id, day)} = ${parent}`}
    )
    SELECT listed.id, listed.grade, listed.ended, listed.sort_name AS sort, listed.kind, listed.version, listed.exists, listed.opened, listed.closed, listed.name, listed.short,
      ${attributeOn('type', id, day)} AS type, ${attributeOn('code', id, day)} AS code, ${attributeOn('parent', id, day)} AS parent,
      listed.found_name AS "foundName", listed.found_from AS "foundFrom", listed.found_to AS "foundTo"
    FROM ranked listed
    WHERE ${after === undefined ? sql`true` : sql`(listed.grade, listed.ended, listed.sort_name, listed.id) > (${after[0]}::int, ${after[1]}::boolean, ${after[2]}::text, ${after[3]}::text)`}
    ORDER BY listed.grade, listed.ended, listed.sort_name, listed.id LIMIT ${limit}`;
}

/** Bodies that existed on a day, in the order of their names; or, in a search, all that ever had such a name, best fits first. */
export async function findBodies(db: Reading, request: BodiesRequest): Promise<BodyListRow[]> {
  return (await bodiesQuery(request).execute(db)).rows;
}

export interface BecameRow extends NamedBody {
  readonly predecessor: string;
  readonly changedOn: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly partly: boolean;
}

/** The successors of bodies, each with its name on the day of the transfer. */
export async function findSuccessors(db: Reading, predecessors: readonly string[]): Promise<BecameRow[]> {
  if (predecessors.length === 0) return [];
  return db
    .selectFrom('body_succession as s')
    .innerJoin('body as b', 'b.id', 's.successor')
    .innerJoinLateral(rowOfName(sql`b.id`, sql`greatest(least(coalesce(s.changed_on, ${today}), b.closed), b.opened)`).as('n'), (join) => join.onTrue())
    .select([
      's.predecessor',
      'b.id',
      'b.kind',
      'n.full_name as name',
      's.changed_on as changedOn',
      's.decision_number as number',
      's.decision_date as date',
      's.partly',
    ])
    .where('s.predecessor', '=', anyOf(predecessors))
    .orderBy('s.partly')
    .orderBy(sql`n.sort_name COLLATE "vi-x-icu"`)
    .orderBy('b.id')
    .execute();
}

/** The names of bodies on a day, or on the nearest on which they existed; sorted. */
export async function readNamedBodies(db: Reading, ids: readonly string[], on: string | undefined): Promise<NamedBody[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('body as b')
    .innerJoinLateral(rowOfName(sql`b.id`, shownDay(dayAsked(on), 'b')).as('n'), (join) => join.onTrue())
    .select(['b.id', 'b.kind', 'n.full_name as name'])
    .where('b.id', '=', anyOf(ids))
    .orderBy(sql`n.sort_name COLLATE "vi-x-icu"`)
    .orderBy('b.id')
    .execute();
}

/** Those of some bodies that exist, each with all above it today, itself among them. */
export async function readBodiesAbove(db: Reading, bodies: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('body as b')
    .select(({ ref }) => ['b.id', sql<string[]>`ARRAY(SELECT ${bodiesAbove(ref('b.id'))})`.as('above')])
    .where('b.id', '=', anyOf(bodies))
    .execute();
  return new Map(rows.map(({ id, above }) => [id, above]));
}

/** The ids of the bodies above one on a day, nearest first. */
export async function findBodiesAbove(db: Reading, id: string, on: string | undefined): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE asked AS (SELECT ${dayAsked(on)} AS day), above AS (
      SELECT ${id}::text AS id, 0 AS distance
      UNION ALL
      SELECT p.value, above.distance + 1 FROM above, asked, LATERAL (
        SELECT t.value FROM body_attribute t WHERE t.body_id = above.id AND t.attribute = 'parent' AND ${inForce('t', sql`asked.day`)}
        ORDER BY t.position DESC LIMIT 1) p
      WHERE above.distance < 20
    ) SELECT id FROM above WHERE distance > 0 ORDER BY distance`.execute(db);
  return rows.map((row) => row.id);
}

export interface BelowRow extends NamedBody {
  readonly parent: string;
  readonly depth: number;
  readonly code: string | null;
  readonly type: string | null;
}

/** The bodies below one that exist on a day, down to a depth, in the order of names. */
export async function findBodiesBelow(db: Reading, id: string, on: string | undefined, depth: number): Promise<BelowRow[]> {
  const { rows } = await sql<BelowRow>`
    WITH RECURSIVE asked AS (SELECT ${dayAsked(on)} AS day), below AS (
      SELECT ${id}::text AS id, NULL::text AS parent, 0 AS depth
      UNION ALL
      SELECT t.body_id, t.value, below.depth + 1 FROM below CROSS JOIN asked
        JOIN body_attribute t ON t.attribute = 'parent' AND t.value = below.id AND ${inForce('t', sql`asked.day`)}
        JOIN body b ON b.id = t.body_id AND coalesce(b.opened <= asked.day, true) AND coalesce(b.closed >= asked.day, true)
      WHERE below.depth < ${depth}
    )
    SELECT below.id, b.kind, n.full_name AS name, below.parent, below.depth,
      ${attributeOn('code', sql`below.id`, sql`asked.day`)} AS code, ${attributeOn('type', sql`below.id`, sql`asked.day`)} AS type
    FROM below CROSS JOIN asked JOIN body b ON b.id = below.id CROSS JOIN LATERAL (${nameOn(sql`below.id`, sql`asked.day`)}) n
    WHERE below.depth > 0 ORDER BY below.depth, n.sort_name COLLATE "vi-x-icu", below.id`.execute(db);
  return rows;
}
