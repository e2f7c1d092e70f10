import type { Stage } from '@parindex/core/ledger/index';
import { sql } from 'kysely';
import { rowsFrom } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface BaselineRow {
  readonly body: string;
  readonly year: number;
  readonly figures: Readonly<Record<string, { readonly value: string | boolean }>>;
  readonly items: Readonly<Record<string, string>>;
  readonly source: string;
  /** At which the points of the year before stand; null: unknown. */
  readonly stage: Stage | null;
}

/** The previous year's values of the bodies of a round. */
export const readBaselines = (db: Reading, round: string): Promise<BaselineRow[]> =>
  db
    .selectFrom('baseline')
    .select(['body_id as body', 'year', 'figures', 'items', 'source', 'stage'])
    .where('round_id', '=', round)
    .orderBy('body_id')
    .$narrowType<{ stage: Stage | null }>()
    .execute();

/** Of which year the values beside a sheet are, and where they are from. */
export const findBaselineOrigin = (db: Reading, round: string, body: string): Promise<Pick<BaselineRow, 'year' | 'source'> | undefined> =>
  db.selectFrom('baseline').select(['year', 'source']).where('round_id', '=', round).where('body_id', '=', body).executeTakeFirst();

const OF_ROUND = 'round:';

/** The round that values were taken from; undefined where they are from elsewhere. */
export const roundOfSource = (source: string): string | undefined => (source.startsWith(OF_ROUND) ? source.slice(OF_ROUND.length) : undefined);

/** Deletes values of one origin, to be filled in again. */
export async function removeBaselines(db: Writing, round: string, source?: string): Promise<void> {
  let query = db.deleteFrom('baseline').where('round_id', '=', round);
  if (source !== undefined) query = query.where('source', '=', source);
  await query.execute();
}

/** Adds last year's values of bodies; existing ones of another origin stay. */
export async function addBaselines(db: Writing, round: string, rows: readonly BaselineRow[]): Promise<void> {
  await sql`INSERT INTO baseline (round_id, body_id, year, figures, items, source, stage) SELECT ${round}, x.body, x.year, x.figures, x.items, x.source, x.stage
    FROM ${rowsFrom(rows, 'body text, year smallint, figures jsonb, items jsonb, source text, stage text')} ON CONFLICT DO NOTHING`.execute(db);
}
