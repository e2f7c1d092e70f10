import type { documentAnswer } from '@parindex/core/contracts/schemas/index';
import { type Insertable, sql, type Updateable } from 'kysely';
import type { z } from 'zod';
import { anyOf, isNotNull, namedBody, performed, rowsFrom, utc } from '../../../db/fragments.ts';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import type { Block } from '../../../file-inspection/inspection.ts';

type Answer = z.output<typeof documentAnswer>;
type ShownVersion = Answer['versions'][number];
type Performed = Answer['created'];

/** A version as stored, whoever asks. */
export interface VersionRow extends Omit<ShownVersion, 'file' | 'hints'> {
  readonly file: (Omit<NonNullable<ShownVersion['file']>, 'state'> & { readonly scan: 'waiting' | 'clean' | 'infected'; readonly gone: boolean }) | null;
}

export interface DocumentRow {
  readonly id: string;
  readonly round: string;
  readonly body: string;
  readonly form: Tables['document']['form'];
  readonly access: 'restricted' | 'released';
  readonly personalData: boolean;
  readonly carriedFrom: { readonly document: string; readonly round: string } | null;
  readonly compared: Performed | null;
  readonly withdrawn: Performed | null;
  /** Its removal was requested: row security hides all its versions. */
  readonly held: boolean;
  readonly gone: { readonly why: 'removed' | 'purged'; readonly at: string } | null;
  readonly version: number;
  readonly created: Performed;
  /** An appraiser brought it: the body neither changes nor withdraws it. */
  readonly byAppraiser: boolean;
  /** The asker brought it as an appraiser, and may take it back still. */
  readonly mayTakeBack: boolean;
  /** Newest first. */
  readonly versions: readonly VersionRow[];
}

const versions = sql<VersionRow[]>`(SELECT coalesce(json_agg(json_build_object(
    'number', v.number,
    'file', CASE WHEN v.sha256 IS NULL THEN NULL ELSE json_build_object('name', coalesce(v.file_name, '—'), 'kind', v.kind, 'bytes', v.bytes, 'sha256', encode(v.sha256, 'hex'),
      'scan', c.scan, 'gone', c.gone_at IS NOT NULL OR d.gone_at IS NOT NULL, 'pages', v.pages, 'pagesAre', v.pages_are, 'findings', v.findings, 'signatures', v.signatures, 'personalFound', v.personal_found) END,
    'redacted', v.redacted,
    'facts', json_build_object('number', v.doc_number, 'date', v.issued_on, 'issuer', v.issuer, 'subject', v.subject, 'validFrom', v.valid_from, 'validTo', v.valid_to),
    'proposed', v.proposed, 'confirmed', ${performed(sql.ref('v.confirmed_by'), sql.ref('v.confirmed_at'))},
    'late', CASE WHEN v.late_by IS NULL THEN NULL ELSE (SELECT json_build_object('extension', x.id, 'document', json_build_object('number', x.document_number, 'date', x.document_date))
      FROM extension x WHERE x.id = v.late_by) END,
    'uploaded', ${performed(sql.ref('v.uploaded_by'), sql.ref('v.uploaded_at'))}
  ) ORDER BY v.number DESC), '[]') FROM document_version v LEFT JOIN content c ON c.sha256 = v.sha256 WHERE v.document_id = d.id)`;

const documents = (db: Reading, round: string, body: string) =>
  db
    .selectFrom('document as d')
    .select(({ ref }) => [
      'd.id',
      'd.round_id as round',
      'd.body_id as body',
      'd.form',
      'd.access',
      'd.personal_data as personalData',
      sql<
        DocumentRow['carriedFrom']
      >`CASE WHEN d.carried_from IS NULL THEN NULL ELSE (SELECT json_build_object('document', f.id, 'round', f.round_id) FROM document f WHERE f.id = d.carried_from) END`.as(
        'carriedFrom',
      ),
      performed(ref('d.compared_by'), ref('d.compared_at')).as('compared'),
      performed(ref('d.withdrawn_by'), ref('d.withdrawn_at')).as('withdrawn'),
      'd.version',
      sql<boolean>`d.id = ANY ((SELECT app.held_documents())::uuid[])`.as('held'),
      sql<DocumentRow['gone']>`CASE WHEN d.gone_at IS NULL THEN NULL ELSE json_build_object('why', d.gone_for, 'at', ${utc(ref('d.gone_at'))}) END`.as('gone'),
      performed(ref('d.created_by'), ref('d.created_at')).$notNull().as('created'),
      sql<boolean>`app.brought_by_appraiser(d.id)`.as('byAppraiser'),
      sql<boolean>`d.withdrawn_at IS NULL AND d.created_by = app.account() AND app.may_take_back(d.id)`.as('mayTakeBack'),
      versions.as('versions'),
    ])
    .where('d.round_id', '=', round)
    .where('d.body_id', '=', body);

/** A document of a library with all its versions, if the caller may see it. */
export const findDocument = (db: Reading, round: string, body: string, id: string): Promise<DocumentRow | undefined> =>
  documents(db, round, body).where('d.id', '=', id).executeTakeFirst();

/** The order of a library: newest first. */
export type DocumentOrder = readonly [createdAt: string, id: string];

export interface DocumentQuery {
  /** By the core's searchKey; absent: all. */
  readonly key: string | undefined;
  /** Only these. */
  readonly ids: readonly string[] | undefined;
  readonly after: DocumentOrder | undefined;
  /** Absent: all. */
  readonly limit?: number;
  /** Include withdrawn ones. */
  readonly withdrawn?: boolean;
}

/** The documents of a library, newest first. */
export async function listDocuments(db: Reading, round: string, body: string, { key, ids, after, limit, withdrawn }: DocumentQuery): Promise<DocumentRow[]> {
  let query = documents(db, round, body);
  if (!withdrawn) query = query.where('d.withdrawn_at', 'is', null);
  if (ids !== undefined) query = query.where('d.id', '=', anyOf(ids));
  if (key !== undefined && key !== '')
    query = query.where(
      sql<boolean>`EXISTS (SELECT FROM document_version v WHERE v.document_id = d.id AND v.search_key LIKE ALL (${key.split(' ').map((word) => `%${word}%`)}))`,
    );
  if (after !== undefined) query = query.where(sql<boolean>`(d.created_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  if (limit !== undefined) query = query.limit(limit);
  return query.orderBy('d.created_at', 'desc').orderBy('d.id', 'desc').execute();
}

export interface CitedRow {
  readonly kind: 'item' | 'figure';
  readonly target: string;
  readonly stage: string;
  readonly citations: readonly string[];
}

/** What a body's sheet cites, cell by cell, and what is cited where something is said of an item: in questions, checks on site, answers and disputes, as far as the asker reads them. */
export async function readCited(db: Reading, round: string, body: string): Promise<{ readonly cells: CitedRow[]; readonly remarks: CitedRow[] }> {
  const { rows } = await sql<CitedRow & { readonly said: boolean }>`
    SELECT c.target_kind AS kind, c.target, c.stage, c.fields -> 'citations' AS citations, false AS said
      FROM cell c WHERE c.round_id = ${round} AND c.body_id = ${body} AND c.fields ? 'citations'
    UNION ALL
    SELECT n.target_kind, n.target, n.stage, n.citations, true
      FROM entry n WHERE n.round_id = ${round} AND n.body_id = ${body} AND app.is_remark(n.act) AND jsonb_array_length(n.citations) > 0
    ORDER BY stage, kind DESC, target`.execute(db);
  const [cells, remarks] = [false, true].map((said) =>
    rows.filter((row) => row.said === said).map(({ kind, target, stage, citations }) => ({ kind, target, stage, citations })),
  );
  return { cells: cells as CitedRow[], remarks: remarks as CitedRow[] };
}

/** Bytes that a library holds, each content once. */
export async function bytesHeld(db: Reading, round: string, body: string): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`SELECT coalesce(sum(bytes), 0)::float8 AS bytes FROM (
    SELECT DISTINCT ON (v.sha256) v.bytes FROM document_version v JOIN content c ON c.sha256 = v.sha256 AND c.gone_at IS NULL
      JOIN document d ON d.id = v.document_id AND d.gone_at IS NULL
    WHERE v.round_id = ${round} AND v.body_id = ${body}) held`.execute(db);
  return rows[0]?.bytes ?? 0;
}

/** The library's document that has the same bytes already, and the number of its newest version. */
export async function findSameFile(db: Reading, round: string, body: string, sha256: Buffer): Promise<string | undefined> {
  const found = await db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select('d.id')
    .where('v.round_id', '=', round)
    .where('v.body_id', '=', body)
    .where('v.sha256', '=', sha256)
    .where('d.withdrawn_at', 'is', null)
    .where('d.gone_at', 'is', null)
    .orderBy('d.created_at')
    .orderBy('d.id')
    .limit(1)
    .executeTakeFirst();
  return found?.id;
}

export async function insertDocument(db: Writing, document: Insertable<Tables['document']>): Promise<void> {
  await db.insertInto('document').values(document).execute();
}

export async function insertVersion(db: Writing, version: Insertable<Tables['document_version']>): Promise<void> {
  await db.insertInto('document_version').values(version).execute();
}

/** Locks a document until the transaction ends; returns its newest version, undefined if there is no such document. */
export async function lockDocument(
  db: Writing,
  id: string,
): Promise<(Pick<DocumentRow, 'round' | 'body' | 'form' | 'version'> & { newest: number; withdrawn: boolean; gone: boolean }) | undefined> {
  return db
    .selectFrom('document as d')
    .select(({ ref }) => [
      'd.round_id as round',
      'd.body_id as body',
      'd.form',
      'd.version',
      isNotNull(ref('d.withdrawn_at')).as('withdrawn'),
      isNotNull(ref('d.gone_at')).as('gone'),
      sql<number>`coalesce((SELECT max(v.number) FROM document_version v WHERE v.document_id = d.id), 0)::integer`.as('newest'),
    ])
    .where('d.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Changes a document, given the version that was seen. */
export async function changeDocument(db: Writing, id: string, change: Updateable<Tables['document']>): Promise<void> {
  await db
    .updateTable('document')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function changeVersion(db: Writing, document: string, number: number, change: Updateable<Tables['document_version']>): Promise<void> {
  await db.updateTable('document_version').set(change).where('document_id', '=', document).where('number', '=', number).execute();
}

export interface PageToKeep {
  readonly page: number;
  readonly title: string | null;
  readonly text: string;
  readonly blocks: readonly Block[] | null;
  /** By the core's searchKey. */
  readonly key: string;
}

/** Limit on the indexed words of one page, with positions: PostgreSQL refuses a tsvector over 1 MiB. */
const MOST_WORD_BYTES = 1_000_000;
const WORD_OVERHEAD = 6;

/** The words that a page is found by; if too many, the first ones. */
function indexedWords(key: string): string {
  if (key.length < MOST_WORD_BYTES / 4) return key;
  let room = MOST_WORD_BYTES;
  const words = [...new Set(key.split(' '))];
  const end = words.findIndex((word) => {
    room -= Buffer.byteLength(word) + WORD_OVERHEAD;
    return room < 0;
  });
  return words.slice(0, end < 0 ? undefined : end).join(' ');
}

/** Stores the pages of a version in one statement. */
export async function insertPages(
  db: Writing,
  version: Pick<Tables['page_text'], 'document_id' | 'number' | 'round_id' | 'body_id'>,
  pages: readonly PageToKeep[],
): Promise<void> {
  if (pages.length === 0) return;
  await sql`INSERT INTO page_text (document_id, number, page, round_id, body_id, title, text, blocks, words, created_at)
    SELECT ${version.document_id}, ${version.number}, x.page, ${version.round_id}, ${version.body_id}, x.title, x.text, x.blocks, to_tsvector('simple', x.key),
      (SELECT d.created_at FROM document d WHERE d.id = ${version.document_id})
    FROM ${rowsFrom(
      pages.map((page) => ({ ...page, key: indexedWords(page.key) })),
      'page integer, title text, text text, blocks jsonb, key text',
    )}`.execute(db);
}

export interface PageRow {
  readonly page: number;
  readonly title: string | null;
  readonly text: string;
  readonly blocks: readonly Block[] | null;
}

/** The pages of a version from one on. */
export const readPages = (db: Reading, document: string, number: number, from: number, limit: number): Promise<PageRow[]> =>
  db
    .selectFrom('page_text')
    .select(['page', 'title', 'text', 'blocks'])
    .where('document_id', '=', document)
    .where('number', '=', number)
    .where('page', '>=', from)
    .orderBy('page')
    .limit(limit)
    .execute();

/** Every library that holds these bytes, in any document and version. */
export async function librariesHolding(db: Reading, sha256: Buffer): Promise<{ document: string; round: string; body: string; number: number }[]> {
  return db
    .selectFrom('document_version')
    .select(['document_id as document', 'round_id as round', 'body_id as body', 'number'])
    .where('sha256', '=', sha256)
    .orderBy('document_id')
    .orderBy('number')
    .execute();
}

export interface PageHit {
  readonly document: string;
  readonly version: number;
  readonly page: number;
  readonly body: { readonly id: string; readonly name: string };
  readonly number: string | null;
  readonly subject: string | null;
  readonly fileName: string | null;
  readonly text: string;
  readonly personalData: boolean;
}

export interface PageQuery {
  /** Words by the core's searchKey; a page must have all of them. */
  readonly words: readonly string[];
  /** One library; absent: all of the round. */
  readonly body: string | undefined;
  /** Whether unscanned bytes may be read. */
  readonly unscanned: boolean;
  readonly limit: number;
}

/** Pages with all these words, newest documents first; only of readable versions. */
export async function searchPages(db: Reading, round: string, { words, body, unscanned, limit }: PageQuery): Promise<PageHit[]> {
  const query = words.map((word) => `'${word.replaceAll("'", '')}'`).join(' & ');
  const { rows } = await sql<PageHit>`
    SELECT p.document, p.version, p.page, p.number, p.subject, p.file_name AS "fileName", p.text, p.personal_data AS "personalData",
      ${namedBody(sql.ref('p.body_id'))} AS body
    FROM app.search_pages(${round}, ${body ?? null}, ${query}, ${unscanned}, ${limit}) p`.execute(db);
  return rows;
}

/** The newest earlier round in which a body took part and has documents; undefined if there is none. */
export function earlierLibrary(db: Reading, round: string, body: string): Promise<{ round: string; title: string; year: number } | undefined> {
  return db
    .selectFrom('round as r')
    .innerJoin('round as here', (join) => join.on('here.id', '=', round).onRef('r.year', '<', 'here.year'))
    .select(['r.id as round', 'r.title', 'r.year'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('document as d')
          .select('d.id')
          .whereRef('d.round_id', '=', 'r.id')
          .where('d.body_id', '=', body)
          .where('d.withdrawn_at', 'is', null)
          .where('d.gone_at', 'is', null),
      ),
    )
    .orderBy('r.year', 'desc')
    .orderBy('r.id')
    .limit(1)
    .executeTakeFirst();
}

/** Which documents of other rounds this library has carried over. */
export async function carriedHere(db: Reading, round: string, body: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('document')
    .select('carried_from as from')
    .where('round_id', '=', round)
    .where('body_id', '=', body)
    .where('withdrawn_at', 'is', null)
    .where('carried_from', 'is not', null)
    .execute();
  return new Set(rows.map(({ from }) => from as string));
}

/** Copies a version into another library as the first of its document: same bytes and pages, not confirmed yet. */
export async function insertCarriedVersion(
  db: Writing,
  from: { readonly document: string; readonly number: number },
  to: { readonly document: string; readonly round: string; readonly body: string; readonly lateBy: string | null; readonly account: string; readonly at: Date },
  keys: { readonly key: string | null; readonly search: string },
): Promise<void> {
  await sql`INSERT INTO document_version (document_id, number, round_id, body_id, sha256, bytes, file_name, kind, redacted, doc_number, doc_number_key, issued_on, issuer,
      subject, valid_from, valid_to, proposed, findings, signatures, personal_found, pages, pages_are, late_by, uploaded_by, uploaded_at, search_key)
    SELECT ${to.document}, 1, ${to.round}, ${to.body}, v.sha256, v.bytes, v.file_name, v.kind, v.redacted, v.doc_number, ${keys.key}, v.issued_on, v.issuer,
      v.subject, v.valid_from, v.valid_to, v.proposed, v.findings, v.signatures, v.personal_found, v.pages, v.pages_are, ${to.lateBy}, ${to.account}, ${to.at}, ${keys.search}
    FROM document_version v WHERE v.document_id = ${from.document} AND v.number = ${from.number}`.execute(db);
  await sql`INSERT INTO page_text (document_id, number, page, round_id, body_id, title, text, blocks, words, created_at)
    SELECT ${to.document}, 1, p.page, ${to.round}, ${to.body}, p.title, p.text, p.blocks, p.words, ${to.at}
    FROM page_text p WHERE p.document_id = ${from.document} AND p.number = ${from.number}`.execute(db);
}

/** What a body's items and figures cited in last year's round. */
export async function citedYearBefore(
  db: Reading,
  round: string,
  body: string,
): Promise<{ target: string; sha256: string | null; key: string | null; year: number }[]> {
  const { rows } = await sql<{ target: string; sha256: string | null; key: string | null; year: number }>`
    SELECT DISTINCT c.target, encode(v.sha256, 'hex') AS sha256, v.doc_number_key AS key, r.year
    FROM round here JOIN round r ON r.year = here.year - 1 AND r.owner_body = here.owner_body JOIN cell c ON c.round_id = r.id AND c.body_id = ${body}
      CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(c.fields->'citations', '[]')) AS cited (citation)
      JOIN document_version v ON v.document_id::text = split_part(cited.citation, '/', 1) AND v.number::text = split_part(split_part(cited.citation, '/', 2), '?', 1)
    WHERE here.id = ${round}`.execute(db);
  return rows;
}

/** All names of a body, newest first, then those of the bodies directly below it, which act as its organs. */
export async function namesOfBody(db: Reading, body: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM (
      SELECT x.name, min(x.place) AS place FROM (
        SELECT unnest(ARRAY[n.full_name, n.short_name]) AS name, CASE WHEN n.body_id = ${body} THEN -n.position ELSE 1 END AS place FROM body_name n
        WHERE n.body_id = ${body} OR n.body_id IN (SELECT a.body_id FROM body_attribute a WHERE a.attribute = 'parent' AND a.value = ${body})) x GROUP BY x.name) named
    ORDER BY place, name`.execute(db);
  return rows.map(({ name }) => name);
}
