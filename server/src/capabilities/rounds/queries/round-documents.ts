import type { RoundDocumentKind } from '@parindex/core/contracts/schemas/index';
import type { FileKind } from '@parindex/core/evidence/file-codes';
import { sql } from 'kysely';
import { anyOf, type Named, namedBody, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import type { DocumentRow } from '../../../http/take-document.ts';

export interface RoundFileRow extends DocumentRow {
  readonly round: string;
  readonly broughtBy: string;
  readonly broughtAt: Date;
  /** Of a letter of urging made here: to which bodies; null: brought from outside. */
  readonly urged: readonly string[] | null;
}

/** Files of rounds by their ids, as far as the asker may read them. */
export const findRoundFiles = (db: Reading, ids: readonly string[]): Promise<RoundFileRow[]> =>
  db
    .selectFrom('round_file as f')
    .select(({ ref }) => [
      'f.id',
      'f.round_id as round',
      'f.name',
      sql<FileKind>`f.kind`.as('kind'),
      'f.bytes',
      sql<string>`encode(${ref('f.sha256')}, 'hex')`.as('sha256'),
      'f.scanned',
      'f.brought_by as broughtBy',
      'f.brought_at as broughtAt',
      'f.urged',
    ])
    .where('f.id', '=', anyOf(ids))
    .execute();

/** Letters of urging that were made in a round, the latest first, as far as the asker may read them. */
export const readMadeLetters = (db: Reading, round: string): Promise<{ id: string; madeBy: Named; madeAt: Date; bodies: Named[] }[]> =>
  db
    .selectFrom('round_file as f')
    .select(({ ref }) => [
      'f.id',
      person(ref('f.brought_by')).as('madeBy'),
      'f.brought_at as madeAt',
      sql<Named[]>`(SELECT json_agg(${namedBody(sql`u.id`)} ORDER BY u.place) FROM unnest(f.urged) WITH ORDINALITY u(id, place))`.as('bodies'),
    ])
    .where('f.round_id', '=', round)
    .where('f.urged', 'is not', null)
    .orderBy('f.brought_at', 'desc')
    .orderBy('f.id')
    .execute();

export async function insertRoundFile(
  db: Writing,
  { id, round, name, kind, bytes, sha256, scanned, broughtBy, broughtAt, urged }: RoundFileRow,
): Promise<void> {
  await db
    .insertInto('round_file')
    .values({
      ...{ id, round_id: round, name, kind, bytes, sha256: Buffer.from(sha256, 'hex'), scanned },
      ...{ brought_by: broughtBy, brought_at: broughtAt, urged: urged === null ? null : [...urged] },
    })
    .execute();
}

export interface RoundDocumentVersionRow {
  readonly version: number;
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
  readonly subject: string;
  readonly files: readonly string[];
  readonly madeBy: Named;
  readonly madeAt: Date;
}

export interface RoundDocumentRow {
  readonly id: string;
  readonly round: string;
  readonly kind: RoundDocumentKind;
  readonly withdrawnAt: Date | null;
  /** The one to read first. */
  readonly versions: readonly RoundDocumentVersionRow[];
}

/** The documents of a round, or one: the plan first, then guidance and decisions as they were added. */
export async function readRoundDocuments(db: Reading, round: string, id?: string): Promise<RoundDocumentRow[]> {
  let query = db
    .selectFrom('round_document as d')
    .innerJoin('round_document_version as v', 'v.document_id', 'd.id')
    .select(({ ref }) => [
      'd.id',
      'd.round_id as round',
      sql<RoundDocumentKind>`d.kind`.as('kind'),
      'd.withdrawn_at as withdrawnAt',
      'v.number as version',
      'v.doc_number as number',
      'v.issued_on as date',
      'v.issuer',
      'v.subject',
      'v.files',
      person(ref('v.made_by')).as('madeBy'),
      'v.made_at as madeAt',
    ])
    .where('d.round_id', '=', round);
  if (id !== undefined) query = query.where('d.id', '=', id);
  const rows = await query
    .orderBy(sql`array_position(ARRAY['plan', 'guidance', 'decision', 'urging'], d.kind)`)
    .orderBy('d.made_at')
    .orderBy('d.id')
    .orderBy('v.number', 'desc')
    .execute();
  const documents = new Map<string, RoundDocumentRow & { readonly versions: RoundDocumentVersionRow[] }>();
  for (const { id, round, kind, withdrawnAt, ...version } of rows) {
    if (!documents.has(id)) documents.set(id, { id, round, kind, withdrawnAt, versions: [] });
    documents.get(id)?.versions.push(version);
  }
  return [...documents.values()];
}

/** Decisions that stand in a round: what extensions and exclusions attach. */
export const readDecisions = async (db: Reading, round: string): Promise<RoundDocumentRow[]> =>
  (await readRoundDocuments(db, round)).filter(({ kind, withdrawnAt }) => kind === 'decision' && withdrawnAt === null);

/** The round that has a document with this id, if any that the asker may see. */
export async function roundOfDocument(db: Reading, id: string): Promise<string | undefined> {
  return (await db.selectFrom('round_document').select('round_id').where('id', '=', id).executeTakeFirst())?.round_id;
}

export interface NewRoundDocumentRow {
  readonly id: string;
  readonly round: string;
  readonly kind: RoundDocumentKind;
  readonly account: string;
  readonly at: Date;
}

export async function insertRoundDocument(db: Writing, { id, round, kind, account, at }: NewRoundDocumentRow): Promise<void> {
  await db.insertInto('round_document').values({ id, round_id: round, kind, made_by: account, made_at: at }).execute();
}

export type ToldOfDocument = Pick<RoundDocumentVersionRow, 'number' | 'date' | 'issuer' | 'subject' | 'files'>;

/** Adds a version, which never changes afterwards. */
export async function insertRoundDocumentVersion(
  db: Writing,
  { round, document, version, account, at }: { round: string; document: string; version: number; account: string; at: Date },
  { number, date, issuer, subject, files }: ToldOfDocument,
): Promise<void> {
  await db
    .insertInto('round_document_version')
    .values({
      ...{ document_id: document, number: version, round_id: round, doc_number: number, issued_on: date, issuer, subject, files: [...files] },
      ...{ made_by: account, made_at: at },
    })
    .execute();
}

/** Withdraws a document; false where it was withdrawn already. */
export async function withdrawRoundDocumentRow(db: Writing, id: string, account: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('round_document')
    .set({ withdrawn_by: account, withdrawn_at: at })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
