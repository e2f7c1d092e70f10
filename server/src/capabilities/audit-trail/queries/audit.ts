import type { listAudit } from '@parindex/core/contracts/audit-trail';
import type { Query } from '@parindex/core/contracts/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../../db/transaction.ts';

/** Filters audit rows; an act by the beginning of its name, and only rows before one. */
export type AuditFilter = Omit<Query<typeof listAudit>, 'limit'>;

export interface ShownAuditRow {
  readonly n: string;
  readonly at: Date;
  readonly actor: string | null;
  readonly actorName: string | null;
  readonly role: string | null;
  readonly officeBody: string | null;
  readonly act: string;
  readonly subject: string;
  readonly round: string | null;
  readonly body: string | null;
  readonly content: Record<string, unknown>;
  readonly erasable: Record<string, unknown> | null;
  readonly erasedBy: string | null;
  readonly hash: Buffer;
}

/** What the trail tells of means, as SQL by what is taken out of each row: the figures, and the hash by which they could be guessed. */
const OF_MEANS = { estimate_entry: ['mean', 'answers'], estimate: ['hash'] } as const;

/** What an act `a` tells; that means were loaded, of whom and by whom, without the figures where they are sealed to whoever reads (decision 0072). */
const contentShown = Object.entries(OF_MEANS).reduce<RawBuilder<Record<string, unknown>>>(
  (content, [register, columns]) => sql`CASE WHEN a.content->'stands' ? ${sql.lit(register)}
      AND NOT coalesce(a.round_id = ANY ((SELECT app.find_estimate_rounds())::text[]), false)
    THEN jsonb_set(${content}, ${sql.lit(`{stands,${register}}`)}, (
      SELECT coalesce(jsonb_object_agg(s.key, (SELECT coalesce(jsonb_agg(r.row - ${sql.lit(`{${columns.join(',')}}`)}::text[]), '[]') FROM jsonb_array_elements(s.value) r (row))), '{}')
      FROM jsonb_each(a.content->'stands'->${sql.lit(register)}) s))
    ELSE ${content} END`,
  sql`a.content`,
);

/** Audit rows that fit, the newest first; without the words of what the library withholds, and without what is sealed. */
export async function findAuditRows(db: Reading, filter: AuditFilter, limit: number): Promise<ShownAuditRow[]> {
  const { actor, act, subject, round, body, from, to, after } = filter;
  const where = [
    actor === undefined ? [] : sql`a.actor = ${actor}::uuid`,
    act === undefined ? [] : sql`starts_with(a.act, ${act})`,
    subject === undefined ? [] : sql`a.subject = ${subject}`,
    round === undefined ? [] : sql`a.round_id = ${round}`,
    body === undefined ? [] : sql`a.body_id = ${body}`,
    from === undefined ? [] : sql`a.at >= ${new Date(from)}::timestamptz`,
    to === undefined ? [] : sql`a.at < ${new Date(to)}::timestamptz`,
    after === undefined ? [] : sql`a.n < ${after}::bigint`,
  ].flat();
  // What a whole report says is read as that document, not in the trail.
  const { rows } = await sql<ShownAuditRow>`
    WITH page AS MATERIALIZED (SELECT * FROM audit a ${where.length === 0 ? sql`` : sql`WHERE ${sql.join(where, sql` AND `)}`} ORDER BY a.n DESC LIMIT ${limit})
    SELECT a.n, a.at, a.actor, names.name AS "actorName", m.role, m.body_id AS "officeBody", a.act, a.subject, a.round_id AS round, a.body_id AS body, ${contentShown} AS content,
      CASE WHEN a.subject <> ALL ((SELECT app.withheld_subjects(array_agg(p.subject), true) FROM page p)::text[]) THEN l.content - 'report' END AS erasable, l.purged_by_act AS "erasedBy", a.hash
    FROM page a LEFT JOIN payload l ON l.id = a.payload_id LEFT JOIN membership m ON m.id = a.office
      LEFT JOIN app.person_names((SELECT coalesce(array_agg(DISTINCT p.actor), '{}') FROM page p WHERE p.actor IS NOT NULL)) names ON names.id = a.actor
    ORDER BY a.n DESC`.execute(db);
  return rows;
}

export interface EntryInTrail {
  readonly id: string;
  readonly edition: string;
  readonly hash: string;
  readonly kind: 'item' | 'figure';
  readonly target: string;
  readonly changes: Readonly<Record<string, unknown>>;
  /** Fields whose words are not told. */
  readonly texts: readonly string[];
  readonly before: Readonly<Record<string, unknown>>;
}

/** What entries of sheets changed, for whoever reads the whole trail. */
export async function findEntriesInTrail(db: Reading, ids: readonly string[]): Promise<EntryInTrail[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<EntryInTrail>`SELECT t.id, t.edition_id AS edition, e.hash, t.kind, t.target, t.changes, t.texts, t.before
    FROM app.entries_in_trail(${ids}::uuid[]) t JOIN edition e ON e.id = t.edition_id`.execute(db);
  return rows;
}

/** Whether the caller's own acts include a view of this since a moment. */
export async function viewedSince(db: Reading, actor: string, subject: string, since: Date): Promise<boolean> {
  const seen = await db
    .selectFrom('audit')
    .select('n')
    .where('subject', '=', subject)
    .where('actor', '=', actor)
    .where('act', '=', 'evidence.view')
    .where('at', '>', since)
    .limit(1)
    .executeTakeFirst();
  return seen !== undefined;
}
