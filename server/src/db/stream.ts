import type pg from 'pg';

const ROWS_AT_ONCE = 500;

let cursors = 0;

/** The rows of a query one by one, with one fetch in memory; in an open transaction. With `asArray` a row is the list of its columns. */
export async function* streamRows<R>(client: pg.ClientBase, select: string, asArray = false, atOnce: number = ROWS_AT_ONCE): AsyncGenerator<R> {
  cursors += 1;
  const name = `stream_${cursors}`;
  await client.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${select}`);
  for (;;) {
    const { rows } = await client.query({ text: `FETCH ${atOnce} FROM ${name}`, ...(asArray ? { rowMode: 'array' } : {}) });
    yield* rows as R[];
    if (rows.length < atOnce) break;
  }
  await client.query(`CLOSE ${name}`);
}
