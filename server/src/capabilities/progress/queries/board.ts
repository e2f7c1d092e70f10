import { COUNTING, type PartStanding } from '@parindex/core/ledger/index';
import type { PartOfSheet } from '@parindex/core/progress/index';
import type { DatedStep } from '@parindex/core/rights/index';
import type { DayKind, RankingShown, SheetState, Step } from '@parindex/core/round/index';
import { type NotNull, sql } from 'kysely';
import { anyOf, attribute, count, lastName, nameInYear, stepsOf } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';
import { reopenedUntil } from '../../sheets/queries/sheets.ts';

/** A round for its progress board: calendar, extensions, appraisers, days off of its years. */
export interface BoardRound {
  readonly round: string;
  readonly title: string;
  readonly year: number;
  readonly owner: string;
  readonly edition: string;
  readonly editionHash: string;
  /** null while it is open. */
  readonly closedAt: Date | null;
  readonly copiedFrom: string | null;
  readonly rankingShown: RankingShown;
  readonly steps: readonly DatedStep[];
  readonly extensions: readonly { readonly step: Step; readonly body: string | null; readonly item: string | null; readonly until: string }[];
  readonly domainOwners: readonly { readonly domain: string; readonly body: string; readonly name: string }[];
  readonly daysOff: readonly { readonly date: string; readonly kind: DayKind }[];
}

/** Finds a round with an adopted edition. A round runs in the year after the assessed one and ends within the next. */
export async function findBoardRound(db: Reading, round: string): Promise<BoardRound | undefined> {
  const { rows } = await sql<BoardRound>`
    SELECT r.id AS round, r.title, r.year, r.owner_body AS owner, e.id AS edition, e.hash AS "editionHash",
      CASE r.state WHEN 'closed' THEN r.closed_at END AS "closedAt",
      r.copied_from AS "copiedFrom", r.ranking_shown AS "rankingShown", ${stepsOf(sql.ref('r.id'))} AS steps,
      (SELECT coalesce(json_agg(json_build_object('step', x.step, 'body', x.body_id, 'item', x.item, 'until', x.until)), '[]')
        FROM extension x WHERE x.round_id = r.id AND (x.item IS NULL OR coalesce(x.edition_id, r.edition_id) = r.edition_id)) AS extensions,
      (SELECT coalesce(json_agg(json_build_object('domain', d.domain, 'body', b.id, 'name', ${nameInYear}) ORDER BY d.domain, b.id), '[]')
        FROM (SELECT DISTINCT domain, body_id FROM domain_owner WHERE round_id = r.id) d JOIN body b ON b.id = d.body_id) AS "domainOwners",
      (SELECT coalesce(json_agg(json_build_object('date', o.date, 'kind', o.kind)), '[]')
        FROM day_off o WHERE o.date BETWEEN make_date(r.year, 1, 1) AND make_date(r.year + 2, 12, 31)) AS "daysOff"
    FROM round r JOIN edition e ON e.id = r.edition_id AND e.state = 'adopted' WHERE r.id = ${round}`.execute(db);
  return rows[0];
}

/** What a board knows of a sheet without reading its contents. */
export interface BoardSheet {
  readonly body: string;
  readonly name: string;
  readonly code: string | null;
  readonly block: string | null;
  readonly ranked: boolean;
  readonly state: SheetState;
  /** Of the last entry; 0 if there is none. */
  readonly seq: number;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  /** Until when its open sheet was reopened. */
  readonly reopenedUntil: Date | null;
  /** Changes whenever something of the plan changes that points depend on: exclusions, the body's type; whoever asks, it is the same. */
  readonly plan: string;
  /**
   * Changes with what else they depend on as far as the caller sees it: the previous year; how many verdicts, as a body is told of them later than others, and
   * which of them are closed to whoever marks a second time. Not estimates: nothing of what a body scores itself hangs on them.
   */
  readonly beside: string;
}

/** A fingerprint of rows beside a sheet: their number and the transactions that wrote them; any change alters one of the two. */
const markOf = (table: string) =>
  sql`(SELECT count(*) || '.' || coalesce(sum(x.xmin::text::bigint), 0) FROM ${sql.table(table)} x WHERE x.round_id = p.round_id AND x.body_id = p.body_id)`;

/** The sheets of a round without their contents, in list order; only of the named bodies, if any. What the caller may not see counts as empty. */
export async function readBoardSheets(db: Reading, round: string, bodies: readonly string[] | undefined): Promise<BoardSheet[]> {
  const { rows } = await sql<BoardSheet>`
    SELECT b.id AS body, ${nameInYear} AS name, ${attribute('code')} AS code, p.block, p.ranked, p.state, coalesce(newest.seq, 0) AS seq,
      oldest.received_at AS "firstAt", newest.received_at AS "lastAt",
      CASE p.state WHEN 'open' THEN (SELECT ${reopenedUntil} FROM reopening o WHERE o.round_id = p.round_id AND o.body_id = p.body_id ORDER BY o.seq DESC LIMIT 1) END AS "reopenedUntil",
      concat_ws(' ', ${markOf('exclusion')}, p.ranked, ${attribute('type')}) AS plan,
      concat_ws(' ', ${markOf('baseline')}, (SELECT count(*) FROM entry n WHERE n.round_id = p.round_id AND n.body_id = p.body_id AND n.stage <> 'claimed'),
        (SELECT string_agg(u, ' ' ORDER BY u) FROM unnest((SELECT app.unseen_targets())) u WHERE starts_with(u, p.round_id || '/' || p.body_id || '/'))) AS beside
    FROM participant p JOIN round r ON r.id = p.round_id JOIN body b ON b.id = p.body_id
      LEFT JOIN LATERAL (SELECT n.seq, n.received_at FROM entry n WHERE n.round_id = p.round_id AND n.body_id = p.body_id ORDER BY n.seq DESC LIMIT 1) newest ON true
      LEFT JOIN LATERAL (SELECT n.received_at FROM entry n WHERE n.round_id = p.round_id AND n.body_id = p.body_id ORDER BY n.seq LIMIT 1) oldest ON true
    WHERE p.round_id = ${round} ${bodies === undefined ? sql`` : sql`AND p.body_id = ANY (${bodies as string[]})`}
    ORDER BY p.position, p.body_id`.execute(db);
  return rows;
}

/** The same, read once for several who count a round in one request. */
export function sheetsReadOnce(): typeof readBoardSheets {
  const read = new Map<string, Promise<BoardSheet[]>>();
  return (db, round, bodies) => {
    const key = JSON.stringify([round, bodies]);
    const sheets = read.get(key) ?? readBoardSheets(db, round, bodies);
    read.set(key, sheets);
    return sheets;
  };
}

/** When each item of a sheet was last changed. */
export async function readItemMoments(db: Reading, round: string, body: string): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .selectFrom('entry as n')
    .select(({ fn }) => ['n.target as item', fn.max('n.received_at').as('at')])
    .where('n.round_id', '=', round)
    .where('n.body_id', '=', body)
    .where('n.target_kind', '=', 'item')
    .groupBy('n.target')
    .$narrowType<{ item: NotNull }>()
    .execute();
  return new Map(rows.map(({ item, at }) => [item, at]));
}

/** The parts assigned to departments in a round, by body: how many, and in which state. */
export async function readAssignedParts(db: Reading, round: string, bodies: readonly string[] | undefined): Promise<Map<string, PartOfSheet[]>> {
  const standing = (...names: PartStanding[]) => sql<boolean>`t.standing = ${anyOf(names)}`;
  let query = db
    .selectFrom('assignment as a')
    .leftJoin('part as t', (join) =>
      join
        .onRef('t.round_id', '=', 'a.round_id')
        .onRef('t.body_id', '=', 'a.body_id')
        .onRef('t.target_kind', '=', 'a.target_kind')
        .onRef('t.target', '=', 'a.target'),
    )
    .select(({ ref, fn }) => [
      'a.body_id as of',
      'a.to_body as body',
      lastName(ref('a.to_body')).as('name'),
      count().as('items'),
      count(standing('entered', 'submitted', 'passed')).as('proposed'),
      count(standing(...COUNTING)).as('approved'),
      count(standing('returned')).as('returned'),
      fn
        .min('a.due')
        .filterWhere(sql<boolean>`t.standing IS NULL OR ${standing('entered', 'submitted', 'passed', 'returned')}`)
        .as('due'),
    ])
    .where('a.round_id', '=', round)
    .where('a.ended_at', 'is', null)
    .where('a.matter', '=', 'sheet')
    .whereRef('a.to_body', '<>', 'a.body_id');
  if (bodies !== undefined) query = query.where('a.body_id', '=', anyOf(bodies));
  const rows = await query.groupBy(['a.body_id', 'a.to_body']).orderBy('a.body_id').orderBy('name').orderBy('a.to_body').execute();
  const parts = new Map<string, PartOfSheet[]>();
  for (const { of, due, ...part } of rows) parts.set(of, [...(parts.get(of) ?? []), { ...part, due: due?.getTime() ?? null }]);
  return parts;
}

/** What a board's workbook says besides progress: points of the year before by item, and how many documents the asker sees in a library. */
export interface BesideBoard {
  readonly before: Readonly<Record<string, string>> | null;
  readonly documents: number;
}

/** By body of the round; only of the named bodies, if any. */
export async function readBesideBoard(db: Reading, round: string, bodies: readonly string[] | undefined): Promise<Map<string, BesideBoard>> {
  const rows = await db
    .selectFrom('participant as p')
    .leftJoin('baseline as l', (join) => join.onRef('l.round_id', '=', 'p.round_id').onRef('l.body_id', '=', 'p.body_id'))
    .select(({ selectFrom }) => [
      'p.body_id as body',
      'l.items as before',
      selectFrom('document as d')
        .select(count().as('n'))
        .whereRef('d.round_id', '=', 'p.round_id')
        .whereRef('d.body_id', '=', 'p.body_id')
        .where('d.withdrawn_at', 'is', null)
        .where('d.gone_at', 'is', null)
        .$asScalar()
        .$notNull()
        .as('documents'),
    ])
    .where('p.round_id', '=', round)
    .$if(bodies !== undefined, (query) => query.where('p.body_id', '=', anyOf(bodies ?? [])))
    .execute();
  return new Map(rows.map(({ body, ...row }) => [body, row]));
}
