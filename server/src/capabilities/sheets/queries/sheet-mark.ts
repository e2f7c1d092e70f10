import { sql } from 'kysely';
import type { Reading } from '../../../db/transaction.ts';

/** What changes with every entry, state, assignment and extension of a sheet, and the release of its estimates: one row of single look-ups, as it is asked for every few seconds. */
export async function readSheetMark(db: Reading, { round, body }: { readonly round: string; readonly body: string }): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    SELECT concat_ws('.',
      (SELECT max(n.seq) FROM entry n WHERE n.round_id = r.id AND n.body_id = p.body_id), r.state, r.edition_id, p.state,
      (SELECT concat(count(*), '-', count(a.ended_at), '-', extract(epoch FROM max(greatest(a.assigned_at, a.ended_at)))) FROM assignment a WHERE a.round_id = r.id AND a.body_id = p.body_id),
      (SELECT c.version FROM approval_chain c WHERE c.round_id = r.id AND c.body_id = p.body_id),
      (SELECT count(*) FROM extension x WHERE x.round_id = r.id), extract(epoch FROM app.estimates_released_at(r.id))) AS mark
    FROM round r JOIN participant p ON p.round_id = r.id AND p.body_id = ${body} WHERE r.id = ${round}`.execute(db);
  return rows[0]?.mark ?? '';
}
