import pg from 'pg';
import { recordAct } from '../audit/record.ts';
import type { InstallationKind } from '../context.ts';
import { inBackground } from '../db/background.ts';
import { type ColumnInfo, findMigrations, findReferences, findTables, type TableInfo } from '../db/catalogue.ts';
import { type BackupHead, BackupRefused, type BackupTail, THERE_FROM_THE_START } from './format.ts';
import { orderByReference } from './order.ts';
import {
  analyseTables,
  checkReferences,
  deferReferences,
  endSecrets,
  forgetInstallation,
  hasRows,
  holdTables,
  insertRows,
  setSequence,
} from './queries/backup.ts';
import { readBackup } from './read.ts';

export interface Restoring {
  readonly ownerUrl: string;
  readonly file: string;
  /** Open it where it is encrypted. */
  readonly identities?: readonly string[];
  /** Which kind of database it is restored into. */
  readonly kind: InstallationKind;
  readonly moment: Date;
  /** Judges what was loaded before it counts; what it throws undoes all. */
  judge?(client: pg.ClientBase): Promise<void>;
  /** Rows that were loaded so far. */
  progress?(rows: number): void;
}

/** Reads the whole file first, so that a damaged one changes nothing. */
async function readThrough(file: string, identities: readonly string[]): Promise<{ head: BackupHead; tail: BackupTail }> {
  let [head, tail]: [BackupHead | undefined, BackupTail | undefined] = [undefined, undefined];
  for await (const part of readBackup(file, identities)) {
    if (part.is === 'head') head = part.head;
    else if (part.is === 'tail') tail = part.tail;
  }
  return { head: head as BackupHead, tail: tail as BackupTail };
}

function refuseOtherKind(head: BackupHead, kind: InstallationKind): void {
  if (head.kind === kind) return;
  throw new BackupRefused(
    head.kind === 'sandbox'
      ? {
          vi: 'Bản sao lưu chứa dữ liệu minh họa, không phục hồi vào cơ sở dữ liệu thật.',
          en: 'The backup is of a sandbox and does not go into a real database.',
        }
      : { vi: 'Bản sao lưu chứa dữ liệu thật, không phục hồi vào cơ sở dữ liệu thử.', en: 'The backup is of real data and does not go into a sandbox.' },
  );
}

async function refuseOtherForm(client: pg.ClientBase, head: BackupHead): Promise<void> {
  const own = await findMigrations(client);
  if (own.join() === head.migrations.join()) return;
  const last = (names: readonly string[]) => names.at(-1) ?? '–';
  throw new BackupRefused({
    vi: `Bản sao lưu thuộc phiên bản cơ sở dữ liệu ${last(head.migrations)}, ở đây là ${last(own)}; hãy phục hồi bằng đúng phiên bản ParIndex đã sao lưu rồi nâng cấp.`,
    en: `The backup is of database version ${last(head.migrations)}, this one is ${last(own)}; restore with the ParIndex that made it, then upgrade.`,
  });
}

async function refuseFull(client: pg.ClientBase, tables: readonly TableInfo[]): Promise<void> {
  for (const table of tables) {
    if (THERE_FROM_THE_START.includes(table.key) || !(await hasRows(client, table))) continue;
    throw new BackupRefused({
      vi: `Chỉ phục hồi vào cơ sở dữ liệu trống; bảng ${table.key} đã có dữ liệu. Không có gì bị thay đổi.`,
      en: `A backup goes into an empty database only; table ${table.key} has rows. Nothing was changed.`,
    });
  }
}

/** The columns of the table in the order of the file. */
function tableAs(tables: ReadonlyMap<string, TableInfo>, key: string, columns: readonly string[]): TableInfo {
  const table = tables.get(key);
  const types = new Map(table?.columns.map((column) => [column.name, column]));
  const found = columns.map((name) => types.get(name)).filter((column): column is ColumnInfo => column !== undefined);
  if (table && found.length === columns.length && found.length === types.size) return { ...table, columns: found };
  throw new BackupRefused({ vi: `Bảng ${key} của bản sao lưu có dạng khác ở đây.`, en: `Table ${key} of the backup has another form here.` });
}

const MOST_ROWS = 1_000;
const MOST_CHARACTERS = 2_000_000;

/** Collects rows of a table and inserts them in batches. */
class Loading {
  readonly #client: pg.ClientBase;
  readonly #progress: (rows: number) => void;
  #table: TableInfo | undefined;
  #rows: string[] = [];
  #length = 0;
  #done = 0;

  constructor(client: pg.ClientBase, progress: (rows: number) => void) {
    this.#client = client;
    this.#progress = progress;
  }

  async begin(table: TableInfo): Promise<void> {
    await this.flush();
    this.#table = table;
  }

  async add(row: string): Promise<void> {
    this.#rows.push(row);
    this.#length += row.length;
    if (this.#rows.length >= MOST_ROWS || this.#length >= MOST_CHARACTERS) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#table && this.#rows.length > 0) await insertRows(this.#client, this.#table, `[${this.#rows.join(',')}]`);
    this.#done += this.#rows.length;
    this.#progress(this.#done);
    this.#rows = [];
    this.#length = 0;
  }
}

async function load(
  client: pg.ClientBase,
  { file, identities = [], progress = () => {} }: Restoring,
  tables: ReadonlyMap<string, TableInfo>,
  sha256: string,
): Promise<void> {
  const loading = new Loading(client, progress);
  for await (const part of readBackup(file, identities)) {
    if (part.is === 'table') await loading.begin(tableAs(tables, part.table, part.columns));
    else if (part.is === 'row') await loading.add(part.text);
    else if (part.is === 'tail' && part.tail.sha256 !== sha256)
      throw new BackupRefused({ vi: 'Tệp sao lưu đã thay đổi trong khi phục hồi.', en: 'The backup changed while it was restored.' });
  }
  await loading.flush();
}

async function setSequences(client: pg.ClientBase, head: BackupHead, tables: ReadonlyMap<string, TableInfo>): Promise<void> {
  for (const [name, last] of Object.entries(head.sequences)) {
    const dot = name.lastIndexOf('.');
    const table = tables.get(name.slice(0, dot));
    if (table) await setSequence(client, table, name.slice(dot + 1), last);
  }
}

/**
 * Restores a backup into an empty database with the same migrations, all or nothing; runs under parindex_owner with its
 * triggers active. The trail continues where it was: sealed rows stay sealed, the others will be, and the restore itself
 * is recorded as an act. Sessions, tokens and links end: one that was ended after the backup must not work again. Throws `BackupRefused` where this is impossible.
 */
export async function restoreBackup(restoring: Restoring): Promise<{ readonly head: BackupHead; readonly tail: BackupTail }> {
  const { ownerUrl, file, identities = [], kind, moment } = restoring;
  const { head, tail } = await readThrough(file, identities);
  refuseOtherKind(head, kind);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await inBackground(client, 'BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0', async (db) => {
      const all = await findTables(client);
      await holdTables(client, all, 'SHARE ROW EXCLUSIVE');
      await refuseOtherForm(client, head);
      await refuseFull(client, all);
      const tables = new Map(all.map((table) => [table.key, table]));
      const { backward } = orderByReference(all, await findReferences(client));
      await deferReferences(client, backward, tables);
      await forgetInstallation(client);
      await load(client, restoring, tables, tail.sha256);
      await checkReferences(client, backward, tables);
      await setSequences(client, head, tables);
      await endSecrets(client, tables, moment);
      await recordAct(
        { db, account: null, membership: null, receivedAt: moment },
        { act: 'installation.restore', subject: 'installation', content: { createdAt: head.createdAt, rows: String(tail.rows), sha256: tail.sha256 } },
      );
      await analyseTables(client, all);
      await restoring.judge?.(client);
    });
  } finally {
    await client.end();
  }
  return { head, tail };
}
