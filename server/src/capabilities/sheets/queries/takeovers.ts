import type { Act, Stage } from '@parindex/core/ledger/index';
import { sql } from 'kysely';
import type { KeptMapping } from '../../../db/column-types.ts';
import { person, rowsFrom } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import type { CellRow, PartRow } from './sheets.ts';

export interface TakeoverRow {
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly mapping: KeptMapping;
  readonly documentNumber: string;
  readonly documentDate: string;
  readonly performedBy: { readonly id: string; readonly name: string };
  readonly performedAt: Date;
}

/** The takeovers of a round in order. */
export const readTakeovers = (db: Reading, round: string): Promise<TakeoverRow[]> =>
  db
    .selectFrom('takeover as t')
    .select(({ ref }) => [
      't.number',
      't.from_edition as from',
      't.to_edition as to',
      't.mapping',
      't.document_number as documentNumber',
      't.document_date as documentDate',
      person(ref('t.performed_by')).as('performedBy'),
      't.performed_at as performedAt',
    ])
    .where('t.round_id', '=', round)
    .orderBy('t.number')
    .execute();

export interface NewTakeoverRow {
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly mapping: KeptMapping;
  readonly document: { readonly number: string; readonly date: string };
  readonly account: string;
  readonly at: Date;
}

/** Stores a takeover; it never changes. */
export async function insertTakeover(db: Writing, round: string, takeover: NewTakeoverRow): Promise<void> {
  const { number, from, to, mapping, document, account, at } = takeover;
  await db
    .insertInto('takeover')
    .values({
      round_id: round,
      number,
      from_edition: from,
      to_edition: to,
      mapping: JSON.stringify(mapping),
      document_number: document.number,
      document_date: document.date,
      performed_by: account,
      performed_at: at,
    })
    .execute();
}

/** Bodies of a round whose sheets have entries. */
export async function bodiesWithEntries(db: Reading, round: string): Promise<string[]> {
  const rows = await db.selectFrom('entry').select('body_id as body').distinct().where('round_id', '=', round).orderBy('body').execute();
  return rows.map(({ body }) => body);
}

export interface LedgerRow {
  readonly seq: number;
  readonly act: Act;
  readonly stage: Stage;
  readonly standing: 'proposed' | 'effective';
  readonly edition: string;
  readonly kind: 'item' | 'figure' | null;
  readonly target: string | null;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly texts: readonly string[];
  /** null where there is no payload, or it was purged. */
  readonly content: Readonly<Record<string, unknown>> | null;
}

/** A sheet's whole ledger in order, with what the fold needs. */
export const readLedger = (db: Reading, round: string, body: string): Promise<LedgerRow[]> =>
  db
    .selectFrom('entry as n')
    .leftJoin('payload as l', 'l.id', 'n.payload_id')
    .select(['n.seq', 'n.act', 'n.stage', 'n.standing', 'n.edition_id as edition', 'n.target_kind as kind', 'n.target', 'n.changes', 'n.texts', 'l.content'])
    .where('n.round_id', '=', round)
    .where('n.body_id', '=', body)
    .orderBy('n.seq')
    .execute();

/** What counts as claimed in a sheet's ledger after an entry, in order and without texts: points do not depend on these. */
export const readClaims = (db: Reading, round: string, body: string, after: number): Promise<LedgerRow[]> =>
  db
    .selectFrom('entry as n')
    .select(['n.seq', 'n.act', 'n.stage', 'n.standing', 'n.edition_id as edition', 'n.target_kind as kind', 'n.target', 'n.changes'])
    .select([sql<readonly string[]>`'{}'::text[]`.as('texts'), sql<null>`NULL`.as('content')])
    .where('n.round_id', '=', round)
    .where('n.body_id', '=', body)
    .where('n.standing', '=', 'effective')
    .where('n.stage', '=', 'claimed')
    .where('n.target', 'is not', null)
    .where('n.seq', '>', after)
    .orderBy('n.seq')
    .execute();

/** Replaces the cells of a sheet by the fold of its ledger. */
export async function putCells(db: Writing, round: string, body: string, cells: readonly CellRow[], parts: readonly PartRow[]): Promise<void> {
  await db.deleteFrom('cell').where('round_id', '=', round).where('body_id', '=', body).execute();
  await sql`INSERT INTO cell (round_id, body_id, stage, target_kind, target, fields, seqs) SELECT ${round}, ${body}, x.stage, x.target_kind, x.target, x.fields, x.seqs
    FROM ${rowsFrom(cells, 'stage text, target_kind text, target text, fields jsonb, seqs jsonb')}`.execute(db);
  await db.deleteFrom('part').where('round_id', '=', round).where('body_id', '=', body).execute();
  if (parts.length > 0)
    await db
      .insertInto('part')
      .values(parts.map((part) => ({ ...part, round_id: round, body_id: body, fields: JSON.stringify(part.fields), seqs: JSON.stringify(part.seqs) })))
      .execute();
}
