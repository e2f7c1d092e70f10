import type { Act, Origin, Standing } from '@parindex/core/ledger/entry';
import type { PartStanding, Stage } from '@parindex/core/ledger/index';
import type { AppraisalShare, DeadlineAct, SheetState, Step } from '@parindex/core/round/index';
import { sql } from 'kysely';
import { anyOf, attribute, isInHistory, membershipNamed, nameInYear, person, rowsFrom, stepsOf } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** A sheet without its contents: round, the body in that year, calendar. */
export interface SheetPlace {
  readonly round: string;
  readonly year: number;
  readonly roundOwner: string;
  readonly roundState: 'draft' | 'open' | 'closed';
  readonly edition: string;
  readonly editionHash: string;
  readonly body: string;
  readonly name: string;
  readonly code: string | null;
  readonly type: string | null;
  readonly block: string | null;
  readonly ranked: boolean;
  readonly state: SheetState;
  /** Of the last entry that the reader sees; 0 if there is none. */
  readonly seq: number;
  readonly domainOwners: readonly AppraisalShare[];
  /** Departments that are assigned a part of the sheet, with all bodies below them. */
  readonly departments: readonly string[];
  /** Acts on the sheet that must precede the deadline of the self-assessment. */
  readonly deadlineAct: DeadlineAct | null;
  /** How an owner last reopened the sheet: how far, and until when. It applies while the sheet is open. */
  readonly reopening: { readonly items: readonly string[] | null; readonly until: string | null } | null;
  /** Whether the report that was sent carries no electronic signature: an owner permitted it. */
  readonly sentUnsigned: boolean;
  readonly steps: readonly { readonly step: Step; readonly opens: string; readonly closes: string }[];
  readonly extensions: readonly { readonly step: Step; readonly body: string | null; readonly item: string | null; readonly until: string }[];
}

/** When a reopening `o` ends: as set by the owner, or by a later extension for the body. */
export const reopenedUntil = sql<Date | null>`greatest(o.until, (SELECT max(x.until) FROM extension x WHERE o.until IS NOT NULL AND x.round_id = o.round_id
    AND x.step = 'selfAssessment' AND (x.body_id IS NULL OR x.body_id = o.body_id) AND x.item IS NULL AND x.granted_at > o.at))`;

/** What rights on a sheet depend on, except its body. */
const rightsColumns = sql`r.owner_body AS "roundOwner",
      (SELECT coalesce(json_agg(json_build_object('domain', d.domain, 'item', nullif(d.item, ''), 'body', d.body_id)), '[]') FROM domain_owner d WHERE d.round_id = r.id) AS "domainOwners",
      (SELECT coalesce(json_agg(w.id), '[]') FROM app.bodies_at_work(p.round_id, p.body_id) AS w (id)) AS departments,
      ${stepsOf(sql.ref('r.id'))} AS steps`;

const placeColumns = sql`${rightsColumns}, r.id AS round, r.year, r.state AS "roundState", e.id AS edition, e.hash AS "editionHash",
      b.id AS body, ${nameInYear} AS name, ${attribute('code')} AS code, ${attribute('type')} AS type, p.block, p.ranked, p.state, r.deadline_act AS "deadlineAct",
      (SELECT json_build_object('items', o.items, 'until', ${reopenedUntil}) FROM reopening o
        WHERE o.round_id = p.round_id AND o.body_id = p.body_id ORDER BY o.seq DESC LIMIT 1) AS reopening,
      CASE WHEN p.state = 'sent' THEN coalesce((SELECT NOT jsonb_path_exists(l.content, '$.signatures[*] ? (@.kind == "signature")')
        FROM sending s JOIN payload l ON l.id = s.payload_id WHERE s.round_id = p.round_id AND s.body_id = p.body_id AND s.matter = 'sheet' ORDER BY s.seq DESC LIMIT 1), false)
        ELSE false END AS "sentUnsigned",
      coalesce((SELECT max(n.seq) FROM entry n WHERE n.round_id = p.round_id AND n.body_id = p.body_id), 0) AS seq,
      (SELECT coalesce(json_agg(json_build_object('step', x.step, 'body', x.body_id, 'item', x.item, 'until', x.until)), '[]')
        FROM extension x WHERE x.round_id = r.id AND (x.body_id IS NULL OR x.body_id = p.body_id) AND (x.item IS NULL OR coalesce(x.edition_id, r.edition_id) = r.edition_id)) AS extensions`;

const sheetContextColumns = sql`
      (SELECT coalesce(json_object_agg(x.item, x.legal_basis), '{}') FROM exclusion x WHERE x.round_id = p.round_id AND x.body_id = p.body_id) AS exclusions,
      (SELECT json_build_object('year', l.year, 'figures', l.figures, 'items', l.items, 'stage', l.stage) FROM baseline l WHERE l.round_id = p.round_id AND l.body_id = p.body_id) AS previous,
      (SELECT coalesce(json_object_agg(q.question, q.groups), '{}') FROM (
        SELECT e.question, json_object_agg(e.respondent_group, json_build_object('mean', e.mean, 'answers', e.answers)) AS groups
        FROM estimate e WHERE e.round_id = p.round_id AND e.body_id = p.body_id GROUP BY e.question) q) AS estimates,
      NOT p.round_id = ANY ((SELECT app.find_estimate_rounds())::text[]) AS sealed,
      app.estimates_released_at(p.round_id) AS "estimatesReleasedAt", app.estimates_opened_by_closing(p.round_id) AS "estimatesOpenedByClosing"`;

/** The order of a round's sheets: position in the list of participants, then body. */
export type SheetOrder = readonly [position: number, body: string];

/** Which sheets of a round: one, some, a page after a position, or all. */
export interface SheetQuery {
  readonly body?: string | undefined;
  /** Just these. */
  readonly bodies?: readonly string[] | undefined;
  readonly after?: SheetOrder | undefined;
  readonly limit?: number;
  /** Without what is assigned to departments, if only what counts is wanted. */
  readonly withoutParts?: boolean;
}

const sheetsOf = (round: string, { body, bodies, after, limit }: SheetQuery) => sql`
    FROM round r JOIN edition e ON e.id = r.edition_id AND e.state = 'adopted'
      JOIN participant p ON p.round_id = r.id JOIN body b ON b.id = p.body_id
    WHERE r.id = ${round} ${body === undefined ? sql`` : sql`AND p.body_id = ${body}`}
      ${bodies === undefined ? sql`` : sql`AND p.body_id = ANY (${[...bodies]}::text[])`}
      ${after === undefined ? sql`` : sql`AND (p.position, p.body_id) > (${after[0]}::int, ${after[1]}::text)`}
    ORDER BY p.position, p.body_id ${limit === undefined ? sql`` : sql`LIMIT ${limit}`}`;

/** Finds sheets of a round with an edition: one, or all in list order. Any signed-in account may know that they exist. */
export async function findSheetPlaces(db: Reading, round: string, body?: string): Promise<SheetPlace[]> {
  const { rows } = await sql<SheetPlace>`SELECT ${placeColumns} ${sheetsOf(round, { body })}`.execute(db);
  return rows;
}

/** A sheet with its contents and its context. */
export interface SheetRow extends SheetPlace, SheetContext {
  readonly position: number;
  readonly cells: readonly CellRow[];
  readonly parts: readonly PartRow[];
}

const parts = sql`(SELECT coalesce(json_agg(json_build_object('target_kind', t.target_kind, 'target', t.target, 'fields', t.fields, 'seqs', t.seqs, 'standing', t.standing, 'seq', t.seq)), '[]')
        FROM part t WHERE t.round_id = p.round_id AND t.body_id = p.body_id)`;

/** Reads whole sheets of a round in one statement, in list order. What the caller may not see is empty. */
export async function readSheets(db: Reading, round: string, wanted: SheetQuery): Promise<SheetRow[]> {
  const { rows } = await sql<SheetRow>`SELECT ${placeColumns}, ${sheetContextColumns}, p.position,
      (SELECT coalesce(json_agg(json_build_object('stage', c.stage, 'target_kind', c.target_kind, 'target', c.target, 'fields', c.fields, 'seqs', c.seqs)), '[]')
        FROM cell c WHERE c.round_id = p.round_id AND c.body_id = p.body_id) AS cells,
      ${wanted.withoutParts ? sql`'[]'::json` : parts} AS parts
    ${sheetsOf(round, wanted)}`.execute(db);
  return rows;
}

/** The values of a sheet for one target at one stage. */
export interface CellRow {
  readonly stage: string;
  readonly target_kind: 'item' | 'figure';
  readonly target: string;
  readonly fields: Record<string, unknown>;
  readonly seqs: Record<string, number>;
}

/** What a department has proposed for a sheet, and its state. */
export interface PartRow {
  readonly target_kind: 'item' | 'figure';
  readonly target: string;
  readonly fields: Record<string, unknown>;
  readonly seqs: Record<string, number>;
  readonly standing: PartStanding;
  readonly seq: number;
}

/** The parts of one sheet that are assigned to departments. */
export async function readParts(db: Reading, round: string, body: string): Promise<PartRow[]> {
  return db
    .selectFrom('part')
    .select(['target_kind', 'target', 'fields', 'seqs', 'standing', 'seq'])
    .where('round_id', '=', round)
    .where('body_id', '=', body)
    .execute();
}

/** The cells of a round's sheets, of one body or of all. */
export async function readCells(db: Reading, round: string, body?: string): Promise<(CellRow & { body_id: string })[]> {
  let query = db.selectFrom('cell').select(['body_id', 'stage', 'target_kind', 'target', 'fields', 'seqs']).where('round_id', '=', round);
  if (body !== undefined) query = query.where('body_id', '=', body);
  return query.execute();
}

/** What belongs to a sheet but is not declared in it: exclusions, the previous year, survey estimates. */
export interface SheetContext {
  readonly exclusions: Readonly<Record<string, string>>;
  readonly previous: {
    readonly year: number;
    readonly figures: Record<string, { value: string | boolean }>;
    readonly items: Record<string, string>;
    readonly stage: Stage | null;
  } | null;
  readonly estimates: Readonly<Record<string, Record<string, { mean: string; answers: string }>>>;
  /** Whether the estimates are not released to whoever reads: then they are not among these. */
  readonly sealed: boolean;
  /** Since when they are released; null: by nobody yet, and whoever sees them owns the round or was named. */
  readonly estimatesReleasedAt: Date | null;
  /** Whether it was the closing of the round that opened them, and no release. */
  readonly estimatesOpenedByClosing: boolean;
}

export interface SheetContextRow extends SheetContext {
  readonly body: string;
}

/** The context of the sheets of a round. */
export async function readSheetContexts(db: Reading, round: string, body?: string): Promise<Map<string, SheetContextRow>> {
  const { rows } = await sql<SheetContextRow>`
    SELECT p.body_id AS body, ${sheetContextColumns}
    FROM participant p WHERE p.round_id = ${round} ${body === undefined ? sql`` : sql`AND p.body_id = ${body}`}`.execute(db);
  return new Map(rows.map((row) => [row.body, row]));
}

/** Locks a sheet against other writers, and the round's plan against changes, until the transaction ends. */
export const lockSheet = (db: Writing, round: string, body: string): Promise<void> => lockSheets(db, round, [body]);

/** Locks the sheets of these bodies, always in the same order to avoid deadlocks. */
export async function lockSheets(db: Writing, round: string, bodies: readonly string[]): Promise<void> {
  await sql`SELECT app.lock_sheet(${round}, x.body) FROM (SELECT unnest(${[...bodies].toSorted()}::text[]) AS body) x`.execute(db);
}

/** The last number of a locked sheet's ledger: also of a verdict that its body is not told yet. 0 where there is none. */
export async function readLastSeq(db: Reading, { round, body }: Pick<SheetPlace, 'round' | 'body'>): Promise<number> {
  const { rows } = await sql<{ seq: number }>`SELECT app.last_seq(${round}, ${body}) AS seq`.execute(db);
  return rows[0]?.seq ?? 0;
}

export interface StoredEntry {
  readonly id: string;
  readonly round: string;
  readonly body: string;
  readonly seq: number;
  readonly actor: string;
  readonly kind: 'item' | 'figure' | null;
  readonly target: string | null;
  readonly act: string;
  readonly stage: Stage;
  readonly base: number;
  readonly changes: Record<string, unknown>;
  /** Fields whose values are in the content. */
  readonly texts: readonly string[];
  readonly reasonCode: string | null;
  readonly content: Record<string, unknown> | null;
}

/** Entries that are already stored, by the ids that their senders made. */
export const findEntries = (db: Reading, ids: readonly string[]): Promise<StoredEntry[]> =>
  db
    .selectFrom('entry as n')
    .leftJoin('payload as l', 'l.id', 'n.payload_id')
    .select([
      'n.id',
      'n.round_id as round',
      'n.body_id as body',
      'n.seq',
      'n.actor',
      'n.target_kind as kind',
      'n.target',
      'n.act',
      'n.stage',
      'n.base',
      'n.changes',
      'n.texts',
      'n.reason_code as reasonCode',
      'l.content',
    ])
    .where('n.id', '=', anyOf(ids))
    .execute();

export interface HistoryRow {
  readonly id: string;
  readonly seq: number;
  readonly kind: 'item' | 'figure' | null;
  readonly target: string | null;
  readonly act: Act;
  readonly stage: Stage;
  readonly standing: Standing;
  readonly actor: { readonly id: string; readonly name: string };
  readonly role: string;
  readonly onBehalfOf: { readonly id: string; readonly name: string } | null;
  readonly receivedAt: Date;
  readonly base: number;
  readonly edition: string;
  readonly changes: Record<string, unknown>;
  readonly texts: readonly string[];
  readonly points: string | null;
  readonly reasonCode: string | null;
  readonly origin: Origin;
  /** null where there was no text, or it was lawfully erased. */
  readonly content: Record<string, unknown> | null;
}

/** An item or figure by its code in the edition that was in force then. */
export interface TargetThen {
  readonly kind: 'item' | 'figure';
  readonly target: string;
  readonly edition: string;
}

/** At which items and figures of a sheet something was proposed. */
export const findProposed = (db: Reading, round: string, body: string): Promise<TargetThen[]> =>
  db
    .selectFrom('entry as n')
    .select([sql<TargetThen['kind']>`n.target_kind`.as('kind'), sql<string>`n.target`.as('target'), 'n.edition_id as edition'])
    .distinct()
    .where('n.round_id', '=', round)
    .where('n.body_id', '=', body)
    .where('n.standing', '<>', 'effective')
    .where('n.target', 'is not', null)
    .execute();

export interface HistoryQuery {
  readonly kind?: 'item' | 'figure' | undefined;
  readonly target?: string | undefined;
  /** Entries older than this seq; all where absent. */
  readonly before?: number | undefined;
  readonly limit: number;
  /** Whose proposals are read: all, or those at these items and figures. Verdicts that wait whoever may see them reads. */
  readonly proposals: 'all' | readonly TargetThen[];
}

/** The entries of a sheet, or of one item or figure, newest first, with their authors and memberships. */
export function readHistory(db: Reading, round: string, body: string, { kind, target, before, limit, proposals }: HistoryQuery): Promise<HistoryRow[]> {
  let query = db
    .selectFrom('entry as n')
    .leftJoin('payload as l', 'l.id', 'n.payload_id')
    .select(({ ref }) => [
      'n.id',
      'n.seq',
      'n.target_kind as kind',
      'n.target',
      'n.act',
      'n.stage',
      'n.standing',
      person(ref('n.actor')).as('actor'),
      sql<string>`(SELECT o.role FROM ${membershipNamed(ref('n.office'))} o)`.as('role'),
      person(ref('n.on_behalf_of')).as('onBehalfOf'),
      'n.received_at as receivedAt',
      'n.base',
      'n.edition_id as edition',
      'n.changes',
      'n.texts',
      'n.points',
      'n.reason_code as reasonCode',
      'n.origin',
      'l.content',
    ])
    .where('n.round_id', '=', round)
    .where('n.body_id', '=', body);
  if (kind !== undefined && target !== undefined) query = query.where('n.target_kind', '=', kind).where('n.target', '=', target);
  if (before !== undefined) query = query.where('n.seq', '<', before);
  if (proposals !== 'all')
    query = query.where(
      sql<boolean>`(${isInHistory} OR EXISTS (SELECT FROM ${rowsFrom(proposals, 'kind text, target text, edition text')}
        WHERE x.kind = n.target_kind AND x.target = n.target AND x.edition = n.edition_id))`,
    );
  return query.orderBy('n.seq', 'desc').limit(limit).execute();
}

/** Sets a sheet's state, together with the entry that leads to it; the database judges who may. */
export async function setSheetState(db: Writing, round: string, body: string, state: SheetState): Promise<void> {
  await sql`SELECT app.set_sheet_state(${round}, ${body}, ${state})`.execute(db);
}

/** What rights on a sheet depend on. */
export type RightsOfSheet = Pick<SheetPlace, 'body' | 'roundOwner' | 'domainOwners' | 'departments' | 'steps'>;

/** Whether a body takes part in a round, and what the rights on its sheet depend on. */
export async function findSheetRights(db: Reading, round: string, body: string): Promise<RightsOfSheet | undefined> {
  const { rows } = await sql<RightsOfSheet>`
    SELECT p.body_id AS body, ${rightsColumns} FROM round r JOIN participant p ON p.round_id = r.id AND p.body_id = ${body} WHERE r.id = ${round} AND r.edition_id IS NOT NULL`.execute(
    db,
  );
  return rows[0];
}
