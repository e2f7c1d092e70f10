import { sql } from 'kysely';
import type pg from 'pg';
import { streamRows } from '../../db/stream.ts';
import type { Reading, Writing } from '../../db/transaction.ts';

interface AuditedColumns {
  /** The column by which acts tell its rows together: an act tells all rows of a round, or one row by its id. */
  readonly scope: string;
  readonly key: readonly string[];
  /** Columns that hold free text and names: told where they may be erased, under the same name in the act's payload. */
  readonly texts?: readonly string[];
  /** Columns that are told by one hash over all of them: what is long, or may have to be erased and stands in no payload. */
  readonly hashed?: readonly string[];
  /** The column that salts it: the hash of a short text could else be found by trial once the text is erased, and the salt goes with it. */
  readonly salt?: string;
  /** What is hashed besides, of rows that belong to a row `t`: as SQL. */
  readonly hashedWith?: string;
  /** What stands for its rows, as SQL: those of which acts tell, or several told together. */
  readonly rows?: string;
  /** Columns that acts do not tell. */
  readonly unrecorded?: readonly string[];
}

/** Tables beside the ledger of which the trail tells every row as it stands: a check holds them against it. */
export const AUDITED_TABLES = {
  round: { scope: 'id', key: ['id'], hashed: ['title'] },
  round_step: { scope: 'round_id', key: ['round_id', 'step'] },
  // What state it is in, its entries say.
  participant: { scope: 'round_id', key: ['round_id', 'body_id'], unrecorded: ['state'] },
  assignment: { scope: 'id', key: ['id'] },
  approval_chain: { scope: 'id', key: ['id'] },
  exclusion: { scope: 'round_id', key: ['round_id', 'body_id', 'item'] },
  domain_owner: { scope: 'round_id', key: ['round_id', 'domain', 'body_id', 'item'] },
  improvement_task: { scope: 'id', key: ['id'], texts: ['measure', 'product', 'lead', 'note'] },
  text_mask: { scope: 'id', key: ['id'], hashed: ['spans'] },
  interest: { scope: 'id', key: ['id'], texts: ['reason', 'withdrawal_reason'] },
  // A distribution gives thousands at once: those of an appraising body are told together.
  person_share: {
    scope: 'place',
    key: ['place'],
    rows: `SELECT round_id || '/' || office_body AS place, count(*) FILTER (WHERE ended_at IS NULL) AS shares,
        encode(sha256(convert_to(jsonb_agg(to_jsonb(s) ORDER BY id)::text, 'UTF8')), 'hex') AS hash FROM person_share s GROUP BY round_id, office_body`,
  },
  second_marking: { scope: 'id', key: ['id'] },
  // A draw names thousands at once: its items, and the marks that they had, are told together.
  second_marking_item: {
    scope: 'draw_id',
    key: ['draw_id'],
    rows: `SELECT draw_id, count(*) AS items, encode(sha256(convert_to(jsonb_agg(to_jsonb(d) ORDER BY id)::text, 'UTF8')), 'hex') AS hash FROM second_marking_item d GROUP BY draw_id`,
  },
  first_mark: {
    scope: 'draw_id',
    key: ['draw_id'],
    rows: `SELECT draw_id, count(*) AS marks, encode(sha256(convert_to(jsonb_agg(to_jsonb(f) ORDER BY drawn_id)::text, 'UTF8')), 'hex') AS hash FROM first_mark f GROUP BY draw_id`,
  },
  second_marking_return: { scope: 'drawn_id', key: ['drawn_id'], hashed: ['reason'] },
  second_mark: { scope: 'drawn_id', key: ['drawn_id'], hashed: ['changes', 'reason'] },
  extension: { scope: 'id', key: ['id'], texts: ['reason'] },
  takeover: { scope: 'round_id', key: ['round_id', 'number'] },
  handover: { scope: 'id', key: ['id'], texts: ['record'] },
  membership: { scope: 'id', key: ['id'] },
  account_request: { scope: 'id', key: ['id'], texts: ['email', 'reason', 'note'] },
  document: { scope: 'id', key: ['id'] },
  // Names, titles and what was read of a file may be erased; which bytes a version has may not.
  document_version: {
    scope: 'document_id',
    key: ['document_id', 'number'],
    hashed: ['file_name', 'doc_number', 'doc_number_key', 'issuer', 'subject', 'proposed', 'findings', 'signatures', 'personal_found', 'search_key'],
    hashedWith: `(SELECT string_agg(concat_ws(' ', p.page, p.title, p.text), E'\\n' ORDER BY p.page) FROM page_text p WHERE p.document_id = t.document_id AND p.number = t.number)`,
    salt: 'salt',
  },
  erasure: { scope: 'id', key: ['id'], texts: ['reason', 'note', 'record'] },
  retention_term: { scope: 'document_class', key: ['document_class'] },
  comment_thread: { scope: 'id', key: ['id'] },
  comment: { scope: 'id', key: ['id'] },
  notice: { scope: 'id', key: ['id'], texts: ['text', 'question'] },
  notice_reading: { scope: 'id', key: ['id'] },
  round_request: { scope: 'id', key: ['id'], texts: ['reason', 'note'], hashed: ['told'] },
  council_session: { scope: 'id', key: ['id'], hashed: ['place'] },
  council_paper: { scope: 'session_id', key: ['id'], hashed: ['items'] },
  council_member: { scope: 'session_id', key: ['session_id', 'account_id'], hashed: ['absence', 'post', 'agency'] },
  council_item: { scope: 'session_id', key: ['id'], hashed: ['words', 'targets'] },
  // One by one: whoever votes does not see how others do.
  council_vote: {
    scope: 'vote',
    key: ['item_id', 'ballot', 'account_id'],
    hashed: ['opinion'],
    rows: `SELECT item_id || '/' || ballot || '/' || account_id AS vote, item_id, ballot, account_id, choice, opinion, way, entered_by, file_id, seen,
        voted_at AT TIME ZONE 'UTC' AS voted_at FROM council_vote`,
  },
  // With all that it says of bodies.
  round_result: {
    scope: 'round_id',
    key: ['round_id', 'closed_at'],
    rows: `SELECT k.round_id, k.closed_at AT TIME ZONE 'UTC' AS closed_at, k.snapshot_hash, k.result_hash, k.made_by, k.made_at AT TIME ZONE 'UTC' AS made_at, encode(sha256(k.snapshot), 'hex') AS snapshot,
        (SELECT encode(sha256(convert_to(string_agg(encode(sha256(convert_to(to_jsonb(b)::text, 'UTF8')), 'hex'), '' ORDER BY b.body_id), 'UTF8')), 'hex')
          FROM body_result b WHERE b.round_id = k.round_id AND b.closed_at = k.closed_at) AS bodies
      FROM round_result k`,
  },
  // When its bytes were erased with the contact data that it names, a job finds by a term.
  round_file: { scope: 'id', key: ['id'], unrecorded: ['erased_at'] },
  round_document: { scope: 'id', key: ['id'] },
  round_document_version: { scope: 'document_id', key: ['document_id', 'number'] },
  question: { scope: 'id', key: ['id'], texts: ['text'] },
  // What it says, its hash holds; names, sources and reasons may be erased.
  delivery: { scope: 'id', key: ['id'], unrecorded: ['file_name', 'source', 'vintage', 'content', 'reason'] },
  delivery_writing: { scope: 'id', key: ['id'], unrecorded: ['reason', 'rows', 'moved'] },
  estimate_entry: { scope: 'writing_id', key: ['writing_id', 'body_id', 'question', 'respondent_group'], unrecorded: ['source', 'vintage'] },
  estimate_reader: { scope: 'id', key: ['id'], texts: ['reason', 'end_reason'] },
  estimate_release: { scope: 'id', key: ['id'], texts: ['reason', 'withdrawal_reason'] },
  // When it was closed, and on which counts, a job finds: nobody decides that.
  survey: { scope: 'round_id', key: ['round_id'], unrecorded: ['closed_at', 'counts_hash', 'responses'] },
  // Of which design and frame, its hashes say.
  sample_draw: { scope: 'id', key: ['id'], hashed: ['design', 'strata', 'event', 'place'] },
  sample_draw_result: { scope: 'draw_id', key: ['draw_id'], hashed: ['attended'] },
  sample_draw_withdrawal: { scope: 'draw_id', key: ['draw_id'], hashed: ['reason'] },
  survey_pilot: { scope: 'id', key: ['id'] },
  // Its link opens it, and is nobody's business here.
  survey_pilot_form: { scope: 'pilot_id', key: ['pilot_id', 'group_id'], unrecorded: ['form', 'token'] },
  survey_quota: { scope: 'id', key: ['id'], hashed: ['value', 'reason'] },
  form_review: { scope: 'id', key: ['id'], hashed: ['reason'] },
  roll_up: { scope: 'entry_id', key: ['entry_id'], unrecorded: ['reason'] },
  report_text: { scope: 'id', key: ['id'] },
  frozen_report: { scope: 'id', key: ['id'] },
  unsigned_permission: { scope: 'id', key: ['id'] },
  sending: { scope: 'id', key: ['id'] },
  reopening: { scope: 'id', key: ['id'] },
  appraisal_notice: { scope: 'id', key: ['id'] },
  comment_mention: { scope: 'comment_id', key: ['comment_id', 'account_id'] },
  edition_request: { scope: 'id', key: ['id'], texts: ['reason', 'note'] },
  edition_file: { scope: 'id', key: ['id'] },
  edition: { scope: 'id', key: ['id'], hashed: ['document', 'cases', 'scheme', 'title'] },
  copied_part: { scope: 'round_id', key: ['round_id', 'part'] },
  body: { scope: 'id', key: ['id'] },
  body_name: { scope: 'body_id', key: ['body_id', 'position'], unrecorded: ['search_key'] },
  body_attribute: { scope: 'body_id', key: ['body_id', 'attribute', 'position'] },
  body_succession: { scope: 'successor', key: ['predecessor', 'successor'] },
  account: { scope: 'id', key: ['id'], hashed: ['email', 'name', 'search_key'], salt: 'salt' },
  baseline: { scope: 'round_id', key: ['round_id', 'body_id'], hashed: ['figures', 'items'] },
  // Means are many, and those that came later stand in estimate_entry one by one: of a body they are told together.
  estimate: {
    scope: 'round_id',
    key: ['round_id', 'body_id'],
    rows: `SELECT round_id, body_id, count(*) AS means,
        encode(sha256(convert_to(jsonb_agg(to_jsonb(e) - ARRAY['round_id', 'body_id'] ORDER BY question, respondent_group)::text, 'UTF8')), 'hex') AS hash
      FROM estimate e GROUP BY round_id, body_id`,
  },
  // The days of a year are replaced together.
  day_off: { scope: 'year', key: ['date'], rows: 'SELECT extract(year FROM date)::integer AS year, * FROM day_off' },
  // Of bytes that are kept, what they are held against and what was found in them; when they were read last, jobs note by themselves.
  content: { scope: 'sha256', key: ['sha256'], rows: `SELECT encode(sha256, 'hex') AS sha256, bytes, scan, gone_for FROM content WHERE kept_at IS NOT NULL` },
  installation: { scope: 'single', key: ['single'] },
} as const satisfies Readonly<Record<string, AuditedColumns>>;
export type AuditedTable = keyof typeof AUDITED_TABLES;

/** Tables of which the trail does not tell every row, each with what holds it instead, or why nothing does. */
export const NOT_AUDITED_TABLES: Readonly<Record<string, string>> = {
  audit: 'is the trail: its rows are sealed in blocks and hashed',
  seal: 'is the chain of blocks, each with the hash of the one before',
  entry: 'each row has its own hash, which an audit row tells',
  payload: 'each is held by the salted hash in the row that refers to it',
  cell: 'must be what the entries of its sheet make',
  part: 'must be what the entries of its sheet make',
  edition_questionnaire: 'stands beside an adopted edition, each with its own hash, and is never written again',
  sample_design: 'binds nobody until a draw is declared, which tells its hash',
  sample_frame: 'binds nobody until a draw is declared, which tells its hash',
  sample_frame_lines: 'are held by the hash of their frame, which the declaration of a draw tells',
  sample_draw_record: 'is held by its hash, which stands in the result of its draw',
  page_text: 'is in the hash of its version of a document',
  day_off_year: 'counts how often a year was replaced',
  upload: 'is on its way: what became of it, the acts and the version of its document tell',
  job: 'is work that goes on, and is forgotten a month after its end',
  edition_change: 'is forgotten when its draft is adopted or removed; acts tell that a draft was changed, and how it stands',
  body_result: 'is in the hash of the result that it belongs to',
  closing_progress: 'says how far a computation has come, and binds nobody',
  report_sweep: 'says which reports without a sending go from the store just now',
  reminder: 'is made anew of the calendar, and binds nobody',
  mail: 'is sent of reminders and of what acts tell of an account, and binds nobody',
  calendar_feed: 'holds the hash of a secret',
  credential: 'holds secrets: acts tell that they were set, and no more',
  recovery_code: 'holds the hashes of secrets; acts tell that codes were made and that one was used',
  security_key: 'is written with every use; acts tell that one was added and removed',
  session: 'holds the hashes of secrets, and is written with every use; acts tell that one was begun and ended',
  personal_token: 'holds the hashes of secrets, and is written with every use; acts tell that one was made and revoked',
  account_request_code: 'holds the hashes of secrets; acts tell what was asked for and decided',
  one_time_link: 'holds the hashes of secrets; acts tell that one was made and used',
  sign_in_slowing: 'counts guesses, and is swept after a day',
  known_device: 'holds the hashes of secrets, which give nobody a right',
  refused_sign_in: 'counts guesses, until acts tell the sums',
  identity_key: 'is a secret of this database',
  seal_epoch: 'tells where sealing stands in this cluster; the blocks are their own proof',
  migration: 'is held against the files of the release at every start',
  migration_repeatable: 'is held against the files of the release at every start',
};

const NAMES = Object.keys(AUDITED_TABLES) as AuditedTable[];
const columnsOf = (name: AuditedTable): AuditedColumns => AUDITED_TABLES[name];

/** Rows as they stand after an act: by register and scope, each row without its scope. */
export type RowStates = Partial<Record<AuditedTable, Readonly<Record<string, readonly unknown[]>>>>;

const text = (value: string) => `'${value}'`;

/** Where its rows come from, as SQL. */
const sourceOf = (name: AuditedTable): string => {
  const { rows } = columnsOf(name);
  return rows === undefined ? `public.${name}` : `(${rows})`;
};

/** Columns of which a row's state does not say the value itself. */
export const untoldColumns = (name: AuditedTable): string[] => {
  const { unrecorded = [], hashed = [], salt } = columnsOf(name);
  return [...unrecorded, ...hashed, ...(salt === undefined ? [] : [salt])];
};

/** Under this name a row's state tells the hash of columns that are told by it. */
const HASHED = 'hashed';

/** What a row `t` tells by its hash, to be added to its state; as SQL. Values are hashed as the database writes them. */
const hashOf = (name: AuditedTable): string => {
  const { hashed = [], salt, hashedWith } = columnsOf(name);
  if (hashed.length === 0) return `'{}'::jsonb`;
  const said = `convert_to(jsonb_build_array(${[...hashed.map((column) => `t.${column}::text`), ...(hashedWith === undefined ? [] : [hashedWith])].join(', ')})::text, 'UTF8')`;
  return `jsonb_build_object(${text(HASHED)}, encode(sha256(${salt === undefined ? said : `t.${salt} || ${said}`}), 'hex'))`;
};

async function readTableRows(db: Reading, name: AuditedTable, scopes: readonly string[] | undefined) {
  const { scope, key, texts = [] } = columnsOf(name);
  const { rows } = await sql<{ scope: string; rows: unknown[] }>`
    SELECT t.${sql.ref(scope)}::text AS scope, jsonb_agg((to_jsonb(t) - ${[scope, ...texts, ...untoldColumns(name)]}::text[]) || ${sql.raw(hashOf(name))} ORDER BY ${sql.join(key.map((column) => sql.ref(`t.${column}`)))}) AS rows
    FROM ${sql.raw(sourceOf(name))} t ${scopes === undefined ? sql`` : sql`WHERE t.${sql.ref(scope)} = ANY (${scopes})`} GROUP BY 1`.execute(db);
  return Object.fromEntries([...(scopes ?? []).map((one) => [one, []]), ...rows.map((row) => [row.scope, row.rows])]);
}

/** How rows stand after an act, for its audit row: all of the scopes that it has touched. */
export async function readRowStates(db: Reading, touched: Partial<Record<AuditedTable, readonly string[]>>): Promise<RowStates> {
  const states: RowStates = {};
  for (const name of NAMES) if (touched[name] !== undefined) states[name] = await readTableRows(db, name, touched[name]);
  return states;
}

/** How documents and their versions stand after an erasure that the asker has decided: row security hides most of them from whoever decides. */
export async function readRowStatesOfErased(db: Reading, erasure: string): Promise<RowStates> {
  const { rows } = await sql<{
    stands: RowStates;
  }>`SELECT app.standing_of_erased(${erasure}, ${untoldColumns('document_version')}::text[]) AS stands`.execute(db);
  return rows[0]?.stands ?? {};
}

/** The act that tells whole registers, once: from then on the trail proves them. */
export const RECORDS_AUDITED_TABLES = 'installation.tellRegisters';

/** Registers that the trail has not told yet. */
export async function unrecordedTables(db: Reading): Promise<AuditedTable[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT jsonb_object_keys(content->'stands') AS name FROM audit WHERE subject = 'installation' AND act = ${RECORDS_AUDITED_TABLES}`.execute(db);
  return NAMES.filter((name) => !rows.some((row) => row.name === name));
}

/** Reads all registers whole, held against writers until the transaction ends: what they write comes after. */
export async function readAuditedTables(db: Writing): Promise<RowStates> {
  await sql`LOCK TABLE ${sql.join(NAMES.map((name) => sql.table(name)))} IN SHARE ROW EXCLUSIVE MODE`.execute(db);
  const states: RowStates = {};
  for (const name of NAMES) states[name] = await readTableRows(db, name, undefined);
  return states;
}

export interface StrayRow {
  readonly register: AuditedTable;
  /** Its key: "ky-2023/council". */
  readonly row: string;
  /** The audit row that told it last; null where none tells it. */
  readonly n: string | null;
  /** Columns that are not as they were told; null where the row itself is missing on one side. */
  readonly columns: readonly string[] | null;
}

const keyOf = (row: string, { key }: AuditedColumns) => `concat_ws('/', ${key.map((column) => `${row}->>${text(column)}`).join(', ')})`;

/** The rows of one register that are not as told last. Values are compared as the table's types read them, and only columns that were told. */
const strayOf = (name: AuditedTable): string => {
  const { scope, texts = [], rows } = columnsOf(name);
  const told = `r.told || last.texts || jsonb_build_object(${text(scope)}, last.scope)`;
  // What stands for rows is no row of a table, and is compared as it was told.
  const typed = rows === undefined ? `to_jsonb(jsonb_populate_record(NULL::public.${name}, ${told}))` : told;
  return `SELECT ${text(name)} AS register, coalesce(told.key, present.key) AS row, told.n, differing.columns
    FROM (
      SELECT typed.n, typed.told, typed.row, ${keyOf('typed.row', columnsOf(name))} AS key FROM (
        SELECT last.n, r.told || last.texts AS told,
          ${typed} || jsonb_build_object(${text(HASHED)}, r.told->${text(HASHED)}) AS row
        FROM (
          SELECT DISTINCT ON (s.scope) s.scope, s.rows, t.n,
            coalesce((SELECT jsonb_object_agg(k, p.content->k) FROM unnest(ARRAY[${texts.map(text).join(', ')}]::text[]) k WHERE p.content ? k), '{}') AS texts
          FROM telling t CROSS JOIN LATERAL jsonb_each(t.stands->${text(name)}) AS s (scope, rows) LEFT JOIN payload p ON p.id = t.payload_id
          ORDER BY s.scope, t.n DESC) last
        CROSS JOIN LATERAL jsonb_array_elements(last.rows) AS r (told)) typed) told
      FULL JOIN (SELECT to_jsonb(t) || ${hashOf(name)} AS row, ${keyOf('to_jsonb(t)', columnsOf(name))} AS key FROM ${sourceOf(name)} t) present ON present.key = told.key
      CROSS JOIN LATERAL (SELECT array_agg(k ORDER BY k) AS columns FROM jsonb_object_keys(told.told) k WHERE told.row->k IS DISTINCT FROM present.row->k AND present.key IS NOT NULL) differing
    WHERE (told.key IS NULL OR present.key IS NULL OR differing.columns IS NOT NULL)
      AND EXISTS (SELECT FROM telling WHERE act = ${text(RECORDS_AUDITED_TABLES)} AND stands ? ${text(name)})`;
};

/** Rows of registers that were changed, removed or added without an act that tells it; of registers that the trail has told. */
export async function* streamStrayRows(client: pg.ClientBase): AsyncGenerator<StrayRow> {
  // A statement of so many parts takes PostgreSQL seconds to compile, where it can, and moments to run.
  await client.query('SET LOCAL jit = off');
  for await (const stray of streamRows<StrayRow>(
    client,
    `WITH telling AS MATERIALIZED (SELECT n, act, payload_id, content->'stands' AS stands FROM audit WHERE content ? 'stands')
     ${NAMES.map(strayOf).join('\nUNION ALL ')} ORDER BY register, row`,
  )) {
    // A hash that differs says of many columns that one of them does.
    const { hashed = [] } = columnsOf(stray.register);
    yield { ...stray, columns: stray.columns?.flatMap((column) => (column === HASHED ? hashed : [column])).toSorted() ?? null };
  }
}

/** How many rows are held against the trail. */
export async function countHeldRows(db: Reading): Promise<number> {
  const untold = await unrecordedTables(db);
  let count = 0;
  for (const name of NAMES)
    if (!untold.includes(name))
      count += Number((await sql<{ count: string }>`SELECT count(*) AS count FROM ${sql.raw(sourceOf(name))} t`.execute(db)).rows[0]?.count);
  return count;
}
