import type pg from 'pg';

export interface WaitingWork {
  readonly jobs: readonly { readonly kind: string; readonly state: string; readonly count: number }[];
  readonly mails: readonly { readonly state: string; readonly count: number }[];
  readonly unsealed: number;
  /** Seconds since the oldest unsealed row was written; 0 if there is none. */
  readonly lag: number;
}

/** How much waits, as numbers. */
export async function findWaitingWork(pool: pg.Pool, moment: Date): Promise<WaitingWork> {
  const { rows } = await pool.query<{ work: WaitingWork }>('SELECT app.waiting_work($1) AS work', [moment]);
  return (rows[0] as (typeof rows)[number]).work;
}
