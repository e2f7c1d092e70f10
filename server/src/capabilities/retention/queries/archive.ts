import { sql } from 'kysely';
import type { Reading } from '../../../db/transaction.ts';
import { fullName } from '../../sheets/queries/sheets.ts';

/** A participant of a round, and how much an archive of it must hold. */
export interface ArchivedBody {
  readonly body: string;
  readonly name: string;
  readonly documents: number;
  readonly entries: number;
}

/** The participants of a round in their order. What the asker may not see is counted as none. */
export async function listArchivedBodies(db: Reading, round: string): Promise<ArchivedBody[]> {
  const { rows } = await sql<ArchivedBody>`
    SELECT b.id AS body, ${fullName} AS name,
      (SELECT count(*) FROM document d WHERE d.round_id = p.round_id AND d.body_id = p.body_id)::integer AS documents,
      (SELECT count(*) FROM entry n WHERE n.round_id = p.round_id AND n.body_id = p.body_id)::integer AS entries
    FROM participant p JOIN body b ON b.id = p.body_id JOIN round r ON r.id = p.round_id
    WHERE p.round_id = ${round} ORDER BY p.position, p.body_id`.execute(db);
  return rows;
}
