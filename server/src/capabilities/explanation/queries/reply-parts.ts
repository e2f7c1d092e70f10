import type { ReplyPartAct } from '@parindex/core/ledger/entry';
import { sql } from 'kysely';
import { type Named, person } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';

/** What was done about a department's part of an explanation, the body's answer included. */
export interface ReplyPartRow {
  readonly body: string;
  readonly id: string;
  readonly item: string;
  readonly act: ReplyPartAct | 'reply';
  readonly seq: number;
  readonly at: Date;
  readonly by: Named;
  /** What kind of answer it is. */
  readonly code: string | null;
  /** null: there were no words, or they were lawfully erased. */
  readonly text: string | null;
  readonly citations: readonly string[];
  /** Of an answer, the proposal that it takes. */
  readonly cause: string | null;
}

/** All that was done about departments' parts of explanations in a round, in order, as far as the reader is told: of one sheet, or of all. */
export async function readReplyParts(db: Reading, round: string, body?: string): Promise<ReplyPartRow[]> {
  const { rows } = await sql<ReplyPartRow>`
    SELECT n.body_id AS body, n.id, n.target AS item, n.act, n.seq, n.received_at AS at, ${person(sql.ref('n.actor'))} AS by, n.reason_code AS code,
      l.content->>'reason.text' AS text, coalesce(n.changes->'citations', '[]') AS citations, n.cause
    FROM entry n LEFT JOIN payload l ON l.id = n.payload_id
    WHERE n.round_id = ${round} ${body === undefined ? sql`` : sql`AND n.body_id = ${body}`} AND (app.is_reply_part(n.act) OR n.act = 'reply') ORDER BY n.body_id, n.seq`.execute(
    db,
  );
  return rows;
}

/** Sheets of other bodies in open rounds of which the asker's departments have something in hand, once they may be explained. */
export async function findSheetsInHand(db: Reading): Promise<{ readonly round: string; readonly body: string; readonly title: string }[]> {
  const { rows } = await sql<{ round: string; body: string; title: string }>`
    SELECT r.id AS round, split_part(o, '/', 2) AS body, r.title FROM unnest(app.own_sheets()) o JOIN round r ON r.id = split_part(o, '/', 1) AND r.state = 'open'
      JOIN round_step s ON s.round_id = r.id AND s.step = 'explanation' AND s.opens <= app.moment()
    WHERE split_part(o, '/', 2) <> ALL (app.direct_bodies()) ORDER BY r.year DESC, r.id, 2`.execute(db);
  return rows;
}
