import type pg from 'pg';

/** Holds an upload for some seconds; false where another holds it, who then hears that somebody waits. */
export async function holdUpload(pool: pg.Pool, upload: string, holder: string, seconds: number): Promise<boolean> {
  const { rows } = await pool.query<{ held: boolean }>('SELECT app.hold_upload($1, $2, $3) AS held', [upload, holder, seconds]);
  return rows[0]?.held === true;
}

/** Goes on holding; answers whether somebody waits for it, null where it is held no more. */
export async function goOnHolding(pool: pg.Pool, upload: string, holder: string, seconds: number): Promise<boolean | null> {
  const { rows } = await pool.query<{ wanted: boolean | null }>('SELECT app.go_on_holding($1, $2, $3) AS wanted', [upload, holder, seconds]);
  return rows[0]?.wanted ?? null;
}

export async function letUploadGo(pool: pg.Pool, upload: string, holder: string): Promise<void> {
  await pool.query('SELECT app.let_upload_go($1, $2)', [upload, holder]);
}
