import type { VerdictOn } from '@parindex/core/appraisal/lay-verdict';
import { sql } from 'kysely';
import { lastName, type Named, namedBody, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** The verdict of the first appraisal that counts on an item of a sheet; of one that a second person confirmed, by whoever gave it. */
export interface FirstVerdict {
  readonly entry: string;
  readonly body: string;
  readonly item: string;
  readonly by: Named;
  readonly at: Date;
}

/** Those of a round, the last on each item. */
export async function readFirstVerdicts(db: Reading, round: string): Promise<FirstVerdict[]> {
  const { rows } = await sql<FirstVerdict>`
    SELECT v.id AS entry, v.body_id AS body, v.target AS item, ${person(sql.ref('v.author'))} AS by, v.received_at AS at FROM (
      SELECT DISTINCT ON (n.body_id, n.target) n.*, CASE n.act WHEN 'accept' THEN (SELECT p.actor FROM entry p WHERE p.id = n.cause) ELSE n.actor END AS author FROM entry n
      WHERE n.round_id = ${round} AND n.stage = 'appraised' AND n.standing = 'effective' AND n.target_kind = 'item' AND NOT app.is_remark(n.act)
      ORDER BY n.body_id, n.target, n.seq DESC) v`.execute(db);
  return rows;
}

/** Somebody who may mark a second time, with the bodies for which they appraise, and those of the round in whose cause they do not decide. */
export interface SecondMarker extends Named {
  readonly offices: readonly string[];
  readonly causes: readonly string[];
}

/** Whom a sample may be given to; for whoever draws. */
export async function readSecondMarkers(db: Reading, round: string): Promise<SecondMarker[]> {
  const { rows } = await sql<SecondMarker>`SELECT m.id, m.name, m.offices, m.causes FROM app.second_markers(${round}) m`.execute(db);
  return rows;
}

/** Who has said something of what, beside the claims of a round, or was given it to mark; for whoever draws. */
export async function readMarked(db: Reading, round: string): Promise<{ readonly body: string; readonly target: string; readonly person: string }[]> {
  const { rows } = await sql<{ body: string; target: string; person: string }>`SELECT m.body, m.target, m.person FROM app.marked_in(${round}) m`.execute(db);
  return rows;
}

export interface DrawRow {
  readonly id: string;
  readonly round: string;
  readonly seed: string;
  readonly listed: number;
  readonly listHash: string;
  readonly drawn: number;
  /** How many items nobody marks, and those of them that were handed back. */
  readonly nobody: number;
  readonly returned: readonly { readonly body: Named; readonly item: string; readonly by: Named; readonly at: string; readonly reason: string }[];
  readonly marked: number;
  readonly by: Named;
  readonly at: Date;
}

/** Nobody marks a piece in the place of this. */
const left = sql`NOT EXISTS (SELECT FROM second_marking_item a WHERE a.in_place_of = i.id)`;

const draws = sql`SELECT d.id, d.round_id AS round, d.seed, d.listed, d.list_hash AS "listHash", d.drawn, ${person(sql.ref('d.drawn_by'))} AS by, d.drawn_at AS at,
      (SELECT count(*)::int FROM second_marking_item i WHERE i.draw_id = d.id AND ${left} AND (i.account_id IS NULL OR EXISTS (SELECT FROM second_marking_return t WHERE t.drawn_id = i.id))) AS nobody,
      (SELECT coalesce(json_agg(json_build_object('body', ${namedBody(sql.ref('i.body_id'))}, 'item', i.item, 'by', ${person(sql.ref('t.returned_by'))}, 'at', t.returned_at, 'reason', t.reason) ORDER BY i.body_id, i.item), '[]')
        FROM second_marking_item i JOIN second_marking_return t ON t.drawn_id = i.id WHERE i.draw_id = d.id AND ${left}) AS returned,
      (SELECT count(*)::int FROM second_marking_item i JOIN second_mark m ON m.drawn_id = i.id WHERE i.draw_id = d.id) AS marked
    FROM second_marking d`;

/** The draws of a round, the first first, as far as the asker is told. */
export async function readDraws(db: Reading, round: string): Promise<DrawRow[]> {
  const { rows } = await sql<DrawRow>`${draws} WHERE d.round_id = ${round} ORDER BY d.drawn_at, d.id`.execute(db);
  return rows;
}

export async function findDraw(db: Reading, id: string): Promise<DrawRow | undefined> {
  const { rows } = await sql<DrawRow>`${draws} WHERE d.id = ${id}`.execute(db);
  return rows[0];
}

/** What is written with a draw. */
export interface NewDraw {
  readonly id: string;
  readonly round: string;
  readonly edition: string;
  readonly seed: string;
  readonly listed: number;
  readonly listHash: string;
  readonly items: readonly {
    readonly id: string;
    readonly body: string;
    readonly item: string;
    readonly targets: readonly string[];
    readonly person: string | null;
    readonly first: { readonly entry: string; readonly person: string; readonly at: Date; readonly points: string; readonly maximum: string };
  }[];
}

/** Writes a draw with its items and the marks that they have. */
export async function insertDraw(db: Writing, { id, round, edition, seed, listed, listHash, items }: NewDraw, by: string, at: Date): Promise<void> {
  await db
    .insertInto('second_marking')
    .values({ id, round_id: round, edition_id: edition, seed, listed, list_hash: listHash, drawn: items.length, drawn_by: by, drawn_at: at })
    .execute();
  const rows = JSON.stringify(
    items.map(({ first, ...item }) => ({
      ...item,
      ...{ entry: first.entry, first_by: first.person, first_at: first.at, points: first.points, maximum: first.maximum },
    })),
  );
  await sql`INSERT INTO second_marking_item (id, draw_id, round_id, body_id, edition_id, item, targets, account_id)
    SELECT x.id, ${id}, ${round}, x.body, ${edition}, x.item, x.targets, x.person FROM jsonb_to_recordset(${rows}::jsonb) AS x (id uuid, body text, item text, targets text[], person uuid)`.execute(
    db,
  );
  await sql`INSERT INTO first_mark (drawn_id, draw_id, entry_id, account_id, marked_at, points, maximum)
    SELECT x.id, ${id}, x.entry, x.first_by, x.first_at, x.points, x.maximum
    FROM jsonb_to_recordset(${rows}::jsonb) AS x (id uuid, entry uuid, first_by uuid, first_at timestamptz, points text, maximum text)`.execute(db);
}

/** An item of a draw that nobody marks. */
export interface LeftUnmarked {
  readonly id: string;
  readonly body: string;
  readonly item: string;
  readonly targets: readonly string[];
}

/** Those of a draw, while its round runs under its edition; for whoever draws. */
export async function readLeftUnmarked(db: Reading, draw: string): Promise<LeftUnmarked[]> {
  const { rows } = await sql<LeftUnmarked>`SELECT l.id, l.body, l.item, l.targets FROM app.left_of_draw(${draw}) l`.execute(db);
  return rows;
}

/** Gives what nobody marks to others: pieces in their places, with the first marks that they have. */
export async function insertInPlace(
  db: Writing,
  given: readonly { readonly id: string; readonly inPlaceOf: string; readonly person: string }[],
): Promise<void> {
  const rows = JSON.stringify(given.map(({ id, inPlaceOf, person: to }) => ({ id, of: inPlaceOf, person: to })));
  await sql`INSERT INTO second_marking_item (id, draw_id, round_id, body_id, edition_id, item, targets, account_id, in_place_of)
    SELECT x.id, d.draw_id, d.round_id, d.body_id, d.edition_id, d.item, d.targets, x.person, d.id
    FROM jsonb_to_recordset(${rows}::jsonb) AS x (id uuid, of uuid, person uuid) JOIN second_marking_item d ON d.id = x.of`.execute(db);
  await sql`INSERT INTO first_mark (drawn_id, draw_id, entry_id, account_id, marked_at, points, maximum)
    SELECT x.id, f.draw_id, f.entry_id, f.account_id, f.marked_at, f.points, f.maximum
    FROM jsonb_to_recordset(${rows}::jsonb) AS x (id uuid, of uuid) JOIN first_mark f ON f.drawn_id = x.of`.execute(db);
}

/** An item that was marked twice. */
export interface MarkedTwice {
  readonly draw: string;
  readonly body: string;
  readonly item: string;
  readonly first: { readonly by: Named; readonly at: string; readonly points: string; readonly maximum: string };
  readonly second: { readonly by: Named; readonly points: string; readonly maximum: string };
}

/** Those of a round, as far as the asker is told. */
export async function readMarkedTwice(db: Reading, round: string): Promise<MarkedTwice[]> {
  const { rows } = await sql<MarkedTwice>`
    SELECT i.draw_id AS draw, i.body_id AS body, i.item,
      json_build_object('by', ${person(sql.ref('f.account_id'))}, 'at', f.marked_at, 'points', f.points, 'maximum', f.maximum) AS first,
      json_build_object('by', ${person(sql.ref('m.marked_by'))}, 'points', m.points, 'maximum', m.maximum) AS second
    FROM second_marking_item i JOIN first_mark f ON f.drawn_id = i.id JOIN second_mark m ON m.drawn_id = i.id
    WHERE i.round_id = ${round} ORDER BY i.body_id, i.item, i.id`.execute(db);
  return rows;
}

/** What somebody marks a second time, with their mark once it is given. */
export interface OwnMark {
  readonly id: string;
  readonly body: Named;
  readonly item: string;
  /** Whether it can still be marked. */
  readonly open: boolean;
  /** They handed it back. */
  readonly returned: { readonly at: string; readonly reason: string } | null;
  readonly mark: {
    readonly points: string;
    readonly maximum: string;
    readonly at: string;
    readonly changes: readonly VerdictOn[];
    readonly reason: string | null;
  } | null;
}

/** The asker's own in a round, by body and item: an order that says nothing of what was decided or drawn. */
export async function readOwnMarks(db: Reading, round: string, id?: string): Promise<OwnMark[]> {
  const { rows } = await sql<OwnMark>`
    SELECT i.id, ${namedBody(sql.ref('i.body_id'))} AS body, i.item, app.is_open_second_mark(i.id) AS open,
      CASE WHEN t.drawn_id IS NOT NULL THEN json_build_object('at', t.returned_at, 'reason', t.reason) END AS returned,
      CASE WHEN m.drawn_id IS NOT NULL THEN json_build_object('points', m.points, 'maximum', m.maximum, 'at', m.marked_at, 'changes', m.changes, 'reason', m.reason) END AS mark
    FROM second_marking_item i LEFT JOIN second_mark m ON m.drawn_id = i.id LEFT JOIN second_marking_return t ON t.drawn_id = i.id
    WHERE i.round_id = ${round} AND i.account_id = app.account() ${id === undefined ? sql`` : sql`AND i.id = ${id}`}
    ORDER BY ${lastName(sql.ref('i.body_id'))}, i.body_id, i.item, i.id`.execute(db);
  return rows;
}

export interface NewMark {
  readonly id: string;
  readonly points: string;
  readonly maximum: string;
  readonly changes: readonly VerdictOn[];
  readonly reasonCode: string | null;
  readonly reason: string | null;
}

/** Gives a second mark; whether there was none yet. */
export async function insertMark(db: Writing, { id, points, maximum, changes, reasonCode, reason }: NewMark, by: string, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('second_mark')
    .values({ drawn_id: id, points, maximum, changes: JSON.stringify(changes), reason_code: reasonCode, reason, marked_by: by, marked_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Hands a piece back; whether it was not yet. */
export async function insertReturn(db: Writing, id: string, reason: string, by: string, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('second_marking_return')
    .values({ drawn_id: id, reason, returned_by: by, returned_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** How many items of a round somebody is still to mark, and when the last step of its appraisal ends: nothing of what was decided on them. */
export async function readMarksToGive(
  db: Reading,
  account: string,
): Promise<{ readonly round: { readonly id: string; readonly title: string }; readonly waiting: number; readonly closes: Date | null }[]> {
  const { rows } = await sql<{ round: { id: string; title: string }; waiting: number; closes: Date | null }>`
    SELECT json_build_object('id', r.id, 'title', r.title) AS round, count(*)::int AS waiting,
      (SELECT max(s.closes) FROM round_step s WHERE s.round_id = r.id AND s.step IN ('appraisal', 'secondAppraisal') AND s.closes > app.moment()) AS closes
    FROM second_marking_item i JOIN round r ON r.id = i.round_id
    WHERE i.account_id = ${account} AND app.is_open_second_mark(i.id) AND NOT app.is_own_cause(i.round_id, i.body_id)
    GROUP BY r.id, r.title ORDER BY r.id`.execute(db);
  return rows;
}
