import type pg from 'pg';
import { streamRows } from '../../../db/stream.ts';
import type { SignedEditionRow } from '../../editions/sign-edition.ts';

// Everything that a check of the whole trail reads, streamed in the order in which it is checked.

/** A payload beside the row that refers to it; all null where there is none. */
export interface PayloadColumns {
  readonly payload_id: string | null;
  readonly payload_hash: Buffer | null;
  readonly salt: Buffer | null;
  readonly payload: Record<string, unknown> | null;
  /** Whether the payload is visible to everybody who sees its row. */
  readonly payload_in_place: boolean | null;
  /** Whether it is kept inside the body if, and only if, the act that stored it keeps it so. */
  readonly payload_kept_as_acted: boolean | null;
  readonly purged_by_act: string | null;
  /** Whether the act that it names is a purge of this payload. */
  readonly purge_told: boolean;
}

/** Acts whose text is for people of the body alone: those that store it by keepPayload with `inside`. */
const INSIDE = `(a.act IN ('assignment.give', 'question.ask', 'question.answer') OR (a.act IN ('comment.begin', 'comment.reply') AND a.content->>'kind' = 'internal'))`;

const PAYLOAD = (row: string, inside: string) => `p.salt, p.content AS payload,
  p.round_id IS NOT DISTINCT FROM ${row}.round_id AND p.body_id IS NOT DISTINCT FROM ${row}.body_id AS payload_in_place,
  p.kept_inside = ${inside} AS payload_kept_as_acted, p.purged_by_act,
  EXISTS (SELECT FROM audit q WHERE q.n = p.purged_by_act AND q.act = 'payload.purge' AND q.content->'payloads' ? p.id::text) AS purge_told`;

export interface AuditColumns extends PayloadColumns {
  /** Null if the block names a row that does not exist. */
  readonly at: Date | null;
  readonly actor: string | null;
  readonly office: string | null;
  readonly act: string;
  readonly subject: string;
  readonly round_id: string | null;
  readonly body_id: string | null;
  readonly content: Record<string, unknown>;
  readonly hash: Buffer;
}

const AUDIT = `a.at, a.actor, a.office, a.act, a.subject, a.round_id, a.body_id, a.content, a.payload_id, a.payload_hash, a.hash, ${PAYLOAD('a', INSIDE)}`;

export interface SealedRow extends AuditColumns {
  readonly number: number;
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly total: string;
  readonly root: Buffer;
  readonly previous: Buffer;
  readonly block_hash: Buffer;
  readonly sealed_at: Date;
  readonly key_id: string | null;
  readonly signature: Buffer | null;
  /** Null where the block names no row at all. */
  readonly n: string | null;
}

/** Every row that a block names, block by block in the order of the block. */
export const streamSealed = (client: pg.ClientBase) =>
  streamRows<SealedRow>(
    client,
    `SELECT s.number, s.first, s.last, s.count, s.total, s.root, s.previous, s.hash AS block_hash, s.sealed_at, s.key_id, s.signature, r.n, ${AUDIT}
     FROM seal s LEFT JOIN LATERAL unnest(s.rows) WITH ORDINALITY AS r (n, position) ON true LEFT JOIN audit a ON a.n = r.n LEFT JOIN payload p ON p.id = a.payload_id
     ORDER BY s.number, r.position`,
  );

export interface UnsealedRow extends AuditColumns {
  readonly n: string;
  /** Whether the row should be in a block by now, judged by its transaction. */
  readonly below: boolean;
}

/** Every row that stands in no block. */
export const streamUnsealed = (client: pg.ClientBase) =>
  streamRows<UnsealedRow>(
    client,
    `SELECT a.n, NOT CASE WHEN place.moved THEN a.xid >= place.horizon OR a.n > (SELECT coalesce(max(last), 0) FROM seal)
       ELSE a.xid >= place.horizon AND a.n > place.after_n END AS below, ${AUDIT}
     FROM audit a CROSS JOIN (SELECT * FROM app.sealing_place() LIMIT 1) place LEFT JOIN (SELECT DISTINCT unnest(rows) AS n FROM seal) s ON s.n = a.n LEFT JOIN payload p ON p.id = a.payload_id
     WHERE s.n IS NULL ORDER BY a.n`,
  );

/** Rows that stand in more than one place of the blocks. */
export const streamSealedTwice = (client: pg.ClientBase) =>
  streamRows<{ readonly n: string }>(client, 'SELECT n FROM (SELECT unnest(rows) AS n FROM seal) s GROUP BY n HAVING count(*) > 1 ORDER BY n');

export interface EntryRow extends PayloadColumns {
  readonly id: string;
  readonly round_id: string;
  readonly body_id: string;
  readonly seq: number;
  readonly target_kind: string | null;
  readonly target: string | null;
  readonly act: string;
  readonly stage: string;
  readonly standing: string;
  readonly actor: string;
  readonly office: string;
  readonly on_behalf_of: string | null;
  readonly received_at: Date;
  readonly base: number;
  readonly edition_id: string;
  readonly changes: Record<string, unknown>;
  readonly texts: string[];
  readonly points: string | null;
  readonly reason_code: string | null;
  readonly citations: unknown[];
  readonly origin: string;
  readonly cause: string | null;
  readonly hash: Buffer;
  /** The audit row of the entry; null if there is none. An entry with two audit rows is listed twice. */
  readonly told: string | null;
  readonly told_content: Record<string, unknown> | null;
}

/** Every entry, sheet by sheet in its order, with the audit row that tells it. */
export const streamEntries = (client: pg.ClientBase) =>
  streamRows<EntryRow>(
    client,
    `SELECT e.*, ${PAYLOAD('e', 'false')}, a.n AS told, a.content AS told_content
     FROM entry e LEFT JOIN payload p ON p.id = e.payload_id LEFT JOIN audit a ON a.subject = 'entry:' || e.id AND a.act = 'sheet.' || e.act
     ORDER BY e.round_id, e.body_id, e.seq, a.n`,
  );

/** Audit rows of entries that do not exist. */
export const streamTalesWithoutEntry = (client: pg.ClientBase) =>
  streamRows<{ readonly n: string; readonly subject: string }>(
    client,
    `SELECT a.n, a.subject FROM audit a LEFT JOIN entry e ON a.subject = 'entry:' || e.id AND a.act = 'sheet.' || e.act
     WHERE a.subject LIKE 'entry:%' AND a.act LIKE 'sheet.%' AND e.id IS NULL ORDER BY a.n`,
  );

export interface AdoptedEditionRow extends SignedEditionRow {
  /** The normal form, unchanged to the byte. */
  readonly scheme: string | null;
  readonly signing_key: string | null;
  readonly signature: Buffer | null;
  /** Whether two persons adopted it, as its requests tell. */
  readonly by_two: boolean;
}

/** Every adopted edition; one at a time, as each may be large. */
export const streamAdoptedEditions = (client: pg.ClientBase) =>
  streamRows<AdoptedEditionRow>(
    client,
    `SELECT e.id, e.scheme::text AS scheme, e.hash, e.decision_number, e.decision_date::text AS decision_date, e.decision_file, e.effective_from::text AS effective_from,
       e.effective_to::text AS effective_to, e.adopted_at, e.signing_key, e.signature,
       EXISTS (SELECT FROM edition_request q WHERE q.edition_id = e.id AND q.kind = 'adopt' AND q.decision = 'carriedOut') AS by_two
     FROM edition e WHERE e.state = 'adopted' ORDER BY e.id`,
    false,
    1,
  );
