import type { DatedStep, Role } from '@parindex/core/rights/index';
import { type Expression, type RawBuilder, sql } from 'kysely';

// Typed SQL expressions shared by queries of several capabilities.

/** A person or a body with its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Null if any part is null. */
type Like<N, T> = null extends N ? T | null : T;

/** The person behind an account. */
export const person = <N extends string | null>(account: Expression<N>): RawBuilder<Like<N, Named>> =>
  sql`(SELECT json_build_object('id', w.id, 'name', w.name) FROM app.person_names(ARRAY[${account}]) w)`;

/** What a person is called. */
export const personName = (account: Expression<string | null>): RawBuilder<string> => sql`(SELECT w.name FROM app.person_names(ARRAY[${account}]) w)`;

/** The role of a membership and its body, whoever holds it: a row to be joined. */
export const membershipNamed = (membership: Expression<string | null>): RawBuilder<{ readonly role: Role; readonly body_id: string | null }> =>
  sql`app.offices(ARRAY[${membership}])`;

/** Today in Vietnam. */
export const today: RawBuilder<string> = sql`app.today()`;

/** Bodies with all below them today: rows of ids. */
export const bodiesUnder = (bodies: readonly string[]): RawBuilder<string> => sql`app.bodies_under(${[...bodies]}::text[], ${today})`;

/** A body with all above it today: rows of ids. */
export const bodiesAbove = (body: Expression<string | null>): RawBuilder<string> => sql`app.bodies_above(${body}, ${today})`;

/** A body's last name; its id if it has none. */
export const lastName = (body: Expression<string>): RawBuilder<string> =>
  sql`coalesce((SELECT n.full_name FROM body_name n WHERE n.body_id = ${body} ORDER BY n.position DESC LIMIT 1), ${body})`;

/** A body with its last name. */
export const namedBody = (body: Expression<string>): RawBuilder<Named> => sql`json_build_object('id', ${body}, 'name', ${lastName(body)})`;

/** A moment as a text inside JSON. */
export const utc = (moment: Expression<unknown>): RawBuilder<string> => sql`to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Who did something and when, inside JSON; null where nobody did. */
export const performed = (by: Expression<string | null>, at: Expression<unknown>): RawBuilder<{ readonly by: Named; readonly at: string } | null> =>
  sql`CASE WHEN ${at} IS NULL THEN NULL ELSE json_build_object('by', ${person(by)}, 'at', ${utc(at)}) END`;

/** The calendar of a round, step by step. */
export const stepsOf = (round: Expression<string>): RawBuilder<DatedStep[]> =>
  sql`(SELECT coalesce(json_agg(json_build_object('step', s.step, 'opens', s.opens, 'closes', s.closes) ORDER BY s.opens, s.step), '[]') FROM round_step s WHERE s.round_id = ${round})`;

/** Whether an entry `n` is in the history that all readers of a sheet have: what counts, and verdicts that wait or waited for a second person; what departments propose stays within their body. */
export const isInHistory: RawBuilder<boolean> = sql`(n.standing = 'effective' OR n.stage <> 'claimed')`;

/** Bodies that appraise in a round. */
export const appraisersOf = (round: Expression<string>): RawBuilder<string[]> =>
  sql`(SELECT coalesce(json_agg(DISTINCT d.body_id), '[]') FROM domain_owner d WHERE d.round_id = ${round})`;

/** Whether a membership is in force today or later. */
export const lasts = (toDate: Expression<string | null>): RawBuilder<boolean> => sql`(${toDate} IS NULL OR ${toDate} >= ${today})`;

export const isNotNull = (value: Expression<unknown>): RawBuilder<boolean> => sql`${value} IS NOT NULL`;

/** The number of rows, or of matching rows. */
export const count = (only?: Expression<unknown>): RawBuilder<number> =>
  only === undefined ? sql`count(*)::int` : sql`(count(*) FILTER (WHERE ${only}))::int`;

/** An eight-byte integer as a JavaScript number: file sizes are far below its exact range. */
export const asNumber = (whole: Expression<unknown>): RawBuilder<number> => sql`${whole}::float8`;

/** Any of a list, passed as one parameter of any length. A single value by itself: PostgreSQL plans a query by a list anew each time. */
export const anyOf = <T extends string>(values: readonly T[]): RawBuilder<T> => (values.length === 1 ? sql`${values[0]}` : sql`any(${[...values]})`);

/** A list of objects as rows with named, typed columns: "body text, item text". */
export const rowsFrom = (list: readonly unknown[], columns: string): RawBuilder<unknown> =>
  sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb) AS x (${sql.raw(columns)})`;

const lastDay = sql`make_date(r.year, 12, 31)`;

/** An attribute of body `b` on the last day of the year of round `r`, or the nearest day on which it existed; null if it has none. */
export const attribute = (
  name: string,
): RawBuilder<string | null> => sql`(SELECT a.value FROM body_attribute a WHERE a.body_id = b.id AND a.attribute = ${sql.lit(name)}
    AND coalesce(a.from_date, '-infinity') <= greatest(${lastDay}, b.opened) AND coalesce(a.to_date, 'infinity') >= least(${lastDay}, b.closed)
    ORDER BY a.from_date DESC NULLS LAST LIMIT 1)`;

/** The name of body `b` on that day; its id if it has none. */
export const nameInYear: RawBuilder<string> = sql`coalesce((SELECT n.full_name FROM body_name n WHERE n.body_id = b.id
    AND coalesce(n.from_date, '-infinity') <= greatest(${lastDay}, b.opened) AND coalesce(n.to_date, 'infinity') >= least(${lastDay}, b.closed)
    ORDER BY n.from_date DESC NULLS LAST LIMIT 1), b.id)`;
