import type { foundDocument } from '@parindex/core/contracts/schemas/index';
import { sql } from 'kysely';
import type { z } from 'zod';
import { anyOf, bodiesUnder, lasts, type Named, namedBody, personName } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';
import { type RightsOfRound, roundRights } from '../../rounds/queries/rounds.ts';

export interface KnownRound extends RightsOfRound {
  readonly id: string;
  readonly title: string;
  readonly state: 'draft' | 'open' | 'closed';
  readonly edition: string | null;
  /** Those of the given bodies that take part. */
  readonly participants: readonly { readonly id: string; readonly name: string }[];
}

/** Rounds that somebody may know of, newest first, with what rights in them depend on; drafts only of these owner bodies, or of all if null. */
export function findKnownRounds(db: Reading, draftsOf: readonly string[] | null, bodies: readonly string[]): Promise<KnownRound[]> {
  let query = db.selectFrom('round as r').select([
    'r.id',
    'r.title',
    'r.state',
    'r.edition_id as edition',
    ...roundRights,
    sql<Named[]>`(SELECT coalesce(json_agg(${namedBody(sql.ref('p.body_id'))} ORDER BY p.body_id), '[]')
        FROM participant p WHERE p.round_id = r.id AND p.body_id = ANY (${[...bodies]}::text[]))`.as('participants'),
  ]);
  if (draftsOf !== null) query = query.where((eb) => eb.or([eb('r.state', '<>', 'draft'), eb('r.owner_body', '=', anyOf(draftsOf))]));
  return query.orderBy('r.year', 'desc').orderBy('r.id').execute();
}

export interface BodyStanding {
  readonly id: string;
  /** It takes part in none of the rounds, though others of its kind do. */
  readonly outside: boolean;
}

/** Those of some bodies that this installation holds, and whether they take part in these rounds. */
export async function readStandings(db: Reading, bodies: readonly string[], rounds: readonly string[]): Promise<BodyStanding[]> {
  const within = sql`p.round_id = ANY (${[...rounds]}::text[])`;
  return db
    .selectFrom('body as b')
    .select([
      'b.id',
      sql<boolean>`NOT EXISTS (SELECT FROM participant p WHERE p.body_id = b.id AND ${within})
        AND EXISTS (SELECT FROM participant p JOIN body o ON o.id = p.body_id WHERE o.kind = b.kind AND ${within})`.as('outside'),
    ])
    .where('b.id', '=', anyOf(bodies))
    .execute();
}

/** Whose citations may be searched. */
export interface CitationAccess {
  /** Rounds whose plan may be read, and those whose registers may be. */
  readonly plans: readonly string[];
  readonly registers: readonly string[];
  /** Handovers: `own` of this account, `under` also of people with a current or future role in these bodies or below, `all`; none by token. */
  readonly handovers: { readonly own: string; readonly under: readonly string[]; readonly all: boolean } | null;
}

const ownHandovers = ({ own, under, all }: NonNullable<CitationAccess['handovers']>) =>
  all
    ? sql`true`
    : sql`(${own}::uuid IN (h.from_account, h.to_account) OR EXISTS (SELECT FROM membership m WHERE m.account_id IN (h.from_account, h.to_account)
        AND ${lasts(sql.ref('m.to_date'))} AND m.body_id IN (SELECT ${bodiesUnder(under)})))`;

/** Every place that cites a document, once. */
const citations = ({ plans, registers, handovers }: CitationAccess) => sql`
  SELECT 1 AS place, 'edition' AS "in", decision_number AS number, decision_date::text AS date, NULL AS round, NULL AS body, NULL AS item, id AS edition,
      NULL::int AS year, NULL::uuid AS handover FROM edition WHERE decision_number IS NOT NULL
  UNION SELECT 2, 'extension', document_number, document_date::text, round_id, body_id, item, NULL, NULL, NULL
    FROM extension WHERE round_id = ANY (${registers as string[]}::text[])
  UNION SELECT 3, 'takeover', document_number, document_date::text, round_id, NULL, NULL, to_edition, NULL, NULL
    FROM takeover WHERE round_id = ANY (${registers as string[]}::text[])
  UNION SELECT 4, 'exclusion', legal_basis, NULL, round_id, body_id, item, NULL, NULL, NULL FROM exclusion WHERE round_id = ANY (${plans as string[]}::text[])
  UNION SELECT 5, 'handover', document_number, document_date::text, NULL, NULL, NULL, NULL, NULL, h.id
    FROM handover h WHERE document_number IS NOT NULL AND ${handovers === null ? sql`false` : ownHandovers(handovers)}
  UNION SELECT 6, 'daysOff', source, NULL, NULL, NULL, NULL, NULL, extract(year FROM date)::int, NULL FROM day_off
  UNION SELECT 7, 'body', opening_number, opening_date::text, NULL, id, NULL, NULL, NULL, NULL FROM body WHERE opening_number IS NOT NULL
  UNION SELECT 7, 'body', closing_number, closing_date::text, NULL, id, NULL, NULL, NULL, NULL FROM body WHERE closing_number IS NOT NULL
  UNION SELECT 7, 'body', decision_number, decision_date::text, NULL, unnest(ARRAY[predecessor, successor]), NULL, NULL, NULL, NULL
    FROM body_succession WHERE decision_number IS NOT NULL
  UNION SELECT 7, 'body', basis, NULL, NULL, body_id, NULL, NULL, NULL, NULL FROM body_name WHERE basis IS NOT NULL
  UNION SELECT 7, 'body', basis, NULL, NULL, body_id, NULL, NULL, NULL, NULL FROM body_attribute WHERE basis IS NOT NULL`;

/** A cited document; the same number with another date is another document. */
export interface CitedDocument {
  readonly number: string;
  readonly date: string | null;
}

/** Every cited document, once. */
export async function listCited(db: Reading, seen: CitationAccess): Promise<CitedDocument[]> {
  const { rows } = await sql<CitedDocument>`SELECT DISTINCT number, date FROM (${citations(seen)}) c ORDER BY number, date`.execute(db);
  return rows;
}

export type FoundDocument = z.output<typeof foundDocument>;

/** Where documents are cited: a few places of each, one of every sort first, and the total; in the given order. */
export async function readCitations(db: Reading, seen: CitationAccess, documents: readonly CitedDocument[], most: number): Promise<FoundDocument[]> {
  if (documents.length === 0) return [];
  const [numbers, dates] = [documents.map(({ number }) => number), documents.map(({ date }) => date)];
  const { rows } = await sql<FoundDocument>`
    WITH wanted AS (SELECT * FROM unnest(${numbers}::text[], ${dates}::text[]) WITH ORDINALITY AS w (number, date, position)),
    found AS (
      SELECT w.position, c.*, count(*) OVER (PARTITION BY w.position)::int AS count,
        row_number() OVER (PARTITION BY w.position, c.place ORDER BY c.round, c.body, c.item, c.edition, c.year DESC, c.handover) AS nth
      FROM (${citations(seen)}) c JOIN wanted w ON w.number = c.number AND w.date IS NOT DISTINCT FROM c.date
    ),
    ranked AS (SELECT found.*, row_number() OVER (PARTITION BY position ORDER BY nth, place) AS rank FROM found)
    SELECT f.number, f.date, f.count, json_agg(json_build_object(
        'in', f."in",
        'round', CASE WHEN r.id IS NULL THEN NULL ELSE json_build_object('id', r.id, 'title', r.title) END,
        'body', CASE WHEN f.body IS NULL THEN NULL ELSE ${namedBody(sql.ref('f.body'))} END,
        'item', f.item,
        'edition', CASE WHEN e.id IS NULL THEN NULL ELSE json_build_object('id', e.id, 'title', e.title) END,
        'year', f.year,
        'handover', CASE WHEN h.id IS NULL THEN NULL ELSE json_build_object('id', h.id,
          'from', ${personName(sql.ref('h.from_account'))}, 'to', ${personName(sql.ref('h.to_account'))}) END
      ) ORDER BY f.rank) AS cited
    FROM ranked f LEFT JOIN round r ON r.id = f.round LEFT JOIN edition e ON e.id = f.edition LEFT JOIN handover h ON h.id = f.handover
    WHERE f.rank <= ${most} GROUP BY f.position, f.number, f.date, f.count ORDER BY f.position`.execute(db);
  return rows;
}
