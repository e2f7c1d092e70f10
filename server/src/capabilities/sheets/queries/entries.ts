import type { Stage } from '@parindex/core/ledger/index';
import { sql } from 'kysely';
import { rowsFrom } from '../../../db/fragments.ts';
import type { Writing } from '../../../db/transaction.ts';
import type { CellRow, PartRow } from './sheets.ts';

/** Rows to append to a sheet's ledger, in order; hashes and salts in hex. */
export interface EntryRows {
  readonly payloads: readonly {
    readonly id: string;
    readonly salt: string;
    readonly stage: Stage | 'reply';
    readonly content: Readonly<Record<string, unknown>>;
  }[];
  readonly entries: readonly Readonly<Record<string, unknown>>[];
  readonly cells: readonly CellRow[];
  readonly parts: readonly PartRow[];
  readonly acts: readonly Readonly<Record<string, unknown>>[];
}

/** Appends entries with everything that belongs to them, in one statement however many there are. */
export async function appendEntries(db: Writing, round: string, body: string, { payloads, entries, cells, parts, acts }: EntryRows): Promise<void> {
  await sql`WITH
    new_payload AS (
      INSERT INTO payload (id, round_id, body_id, salt, stage, content)
      SELECT x.id, ${round}, ${body}, decode(x.salt, 'hex'), x.stage, x.content FROM ${rowsFrom(payloads, 'id uuid, salt text, stage text, content jsonb')}),
    new_entry AS (
      INSERT INTO entry (id, round_id, body_id, seq, target_kind, target, act, stage, standing, actor, office, on_behalf_of, received_at, base, edition_id, changes,
        texts, points, reason_code, citations, origin, cause, payload_id, payload_hash, hash)
      SELECT x.id, ${round}, ${body}, x.seq, x.target_kind, x.target, x.act, x.stage, x.standing, x.actor, x.office, x.on_behalf_of, x.received_at, x.base, x.edition_id,
        x.changes, x.texts, x.points, x.reason_code, x.citations, x.origin, x.cause, x.payload_id, decode(x.payload_hash, 'hex'), decode(x.hash, 'hex')
      FROM ${rowsFrom(entries, 'id uuid, seq integer, target_kind text, target text, act text, stage text, standing text, actor uuid, office uuid, on_behalf_of uuid, received_at timestamptz, base integer, edition_id text, changes jsonb, texts text[], points text, reason_code text, citations jsonb, origin text, cause uuid, payload_id uuid, payload_hash text, hash text')}
      ORDER BY x.seq),
    new_cell AS (
      INSERT INTO cell (round_id, body_id, stage, target_kind, target, fields, seqs)
      SELECT ${round}, ${body}, x.stage, x.target_kind, x.target, x.fields, x.seqs
      FROM ${rowsFrom(cells, 'stage text, target_kind text, target text, fields jsonb, seqs jsonb')}
      ON CONFLICT (round_id, body_id, stage, target_kind, target) DO UPDATE SET fields = excluded.fields, seqs = excluded.seqs)
    ${
      parts.length === 0
        ? sql``
        : sql`, new_part AS (
      INSERT INTO part (round_id, body_id, target_kind, target, standing, seq, fields, seqs)
      SELECT ${round}, ${body}, x.target_kind, x.target, x.standing, x.seq, x.fields, x.seqs
      FROM ${rowsFrom(parts, 'target_kind text, target text, standing text, seq integer, fields jsonb, seqs jsonb')}
      ON CONFLICT (round_id, body_id, target_kind, target) DO UPDATE SET standing = excluded.standing, seq = excluded.seq, fields = excluded.fields, seqs = excluded.seqs)`
    }
    INSERT INTO audit (at, actor, office, act, subject, round_id, body_id, content, hash)
    SELECT x.at, x.actor, x.office, x.act, x.subject, ${round}, ${body}, x.content, decode(x.hash, 'hex')
    FROM ${rowsFrom(acts, 'at timestamptz, actor uuid, office uuid, act text, subject text, content jsonb, hash text')}
    ORDER BY (x.content ->> 'seq')::integer`.execute(db);
}
