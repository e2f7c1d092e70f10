import { randomUUID } from 'node:crypto';
import type { FileKind } from '@parindex/core/evidence/file-codes';
import type pg from 'pg';

export interface KeptDocument {
  readonly sha256: Buffer;
  readonly bytes: number;
  readonly name?: string;
  readonly kind?: FileKind;
  readonly number?: string;
  readonly subject?: string;
  readonly personal?: boolean;
}

const KEPT_AT = Date.parse('2023-01-10T02:00:00Z');

/** Documents that lie in a library as if they had been brought, checked and kept; with the owner's rights, bytes not looked at. Answers their ids. */
export async function keepDocuments(
  owner: pg.Client,
  { round, body, account }: { readonly round: string; readonly body: string; readonly account: string },
  documents: readonly KeptDocument[],
): Promise<string[]> {
  const rows = documents.map(({ sha256, bytes, name = 'tệp minh họa.pdf', kind = 'pdf', number = null, subject = null, personal = false }, index) => ({
    id: randomUUID(),
    at: new Date(KEPT_AT + index * 1000),
    hash: sha256.toString('hex'),
    ...{ bytes, name, kind, number, subject, personal },
  }));
  const given = `jsonb_to_recordset($1::jsonb) AS x (id uuid, at timestamptz, hash text, bytes bigint, name text, kind text, number text, subject text, personal boolean)`;
  const list = JSON.stringify(rows);
  await owner.query(`INSERT INTO content (sha256, bytes, kept_at, scan) SELECT decode(hash, 'hex'), bytes, at, 'clean' FROM ${given} ON CONFLICT DO NOTHING`, [
    list,
  ]);
  await owner.query(
    `INSERT INTO document (id, round_id, body_id, form, personal_data, created_by, created_at) SELECT id, $2, $3, 'file', personal, $4, at FROM ${given}`,
    [list, round, body, account],
  );
  await owner.query(
    `INSERT INTO document_version (document_id, number, round_id, body_id, sha256, bytes, file_name, kind, doc_number, subject, pages, pages_are, uploaded_by, uploaded_at)
      SELECT id, 1, $2, $3, decode(hash, 'hex'), bytes, name, kind, x.number, subject, 1, 'real', $4, at FROM ${given}`,
    [list, round, body, account],
  );
  return rows.map(({ id }) => id);
}
