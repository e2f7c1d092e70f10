import type { Stage } from '@parindex/core/ledger/index';
import { sql } from 'kysely';
import { lastName, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface Component {
  readonly body: string;
  readonly name: string;
  readonly value: string;
  readonly stage: Stage;
  readonly seq: number;
  readonly at: string;
}

export interface Named {
  readonly body: string;
  readonly name: string;
}

/** The value of a figure in the sheet of a body below, stage by stage; without a stage if there is none. */
export interface FigureBelow extends Named {
  readonly block: string | null;
  readonly stage: Stage | null;
  readonly fields: Readonly<Record<string, unknown>> | null;
  readonly seqs: Readonly<Record<string, number>> | null;
  readonly seq: number | null;
  readonly receivedAt: Date | null;
}

/** The figure of every body in a round of one's own, in the order of its participants. */
export async function readFiguresBelow(db: Reading, body: string, round: string, figure: string): Promise<FigureBelow[]> {
  const { rows } = await sql<FigureBelow>`
    SELECT f.body_id AS body, ${lastName(sql.ref('f.body_id'))} AS name,
      f.block, f.stage, f.fields, f.seqs, f.seq, f.received_at AS "receivedAt"
    FROM app.figures_below(${body}, ${round}, ${figure}) f ORDER BY f.position, f.body_id`.execute(db);
  return rows;
}

export interface RollUpRow {
  readonly entry: string;
  readonly sourceRound: string;
  readonly sourceFigure: string;
  readonly components: readonly Component[];
  readonly without: readonly Named[];
  readonly reason: string | null;
  readonly madeBy: { readonly id: string; readonly name: string };
  readonly madeAt: Date;
}

/** What a figure of a sheet was added up from, each time, newest first. */
export const readRollUps = (db: Reading, round: string, body: string, figure: string): Promise<RollUpRow[]> =>
  db
    .selectFrom('roll_up as u')
    .select(({ ref }) => [
      'u.entry_id as entry',
      'u.source_round as sourceRound',
      'u.source_figure as sourceFigure',
      'u.components',
      'u.without',
      'u.reason',
      person(ref('u.made_by')).as('madeBy'),
      'u.made_at as madeAt',
    ])
    .where('u.round_id', '=', round)
    .where('u.body_id', '=', body)
    .where('u.figure', '=', figure)
    .orderBy('u.made_at', 'desc')
    .orderBy('u.entry_id')
    .execute();

export interface NewRollUpRow extends Omit<RollUpRow, 'madeBy' | 'madeAt'> {
  readonly round: string;
  readonly body: string;
  readonly figure: string;
  readonly account: string;
  readonly at: Date;
}

/** Stores the components of an entry that was added up. */
export async function insertRollUp(db: Writing, row: NewRollUpRow): Promise<void> {
  await db
    .insertInto('roll_up')
    .values({
      entry_id: row.entry,
      round_id: row.round,
      body_id: row.body,
      figure: row.figure,
      source_round: row.sourceRound,
      source_figure: row.sourceFigure,
      components: JSON.stringify(row.components),
      without: JSON.stringify(row.without),
      reason: row.reason,
      made_by: row.account,
      made_at: row.at,
    })
    .execute();
}
