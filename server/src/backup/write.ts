import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { pipeline as pass, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { InstallationKind } from '../context.ts';
import { AS_OF_ONE_MOMENT, inBackground } from '../db/background.ts';
import { findKind, findMigrations, findReferences, findSequences, findTables, type TableInfo } from '../db/catalogue.ts';
import { isRunning } from '../postgres/process-identity.ts';
import { encryptTo } from './encryption.ts';
import { type BackupHead, BackupRefused, type BackupTail, FORMAT, LEFT_OUT } from './format.ts';
import { orderByReference } from './order.ts';
import { holdTables, streamTable } from './queries/backup.ts';

/** Rows are passed on in chunks of about this many characters. */
const PIECE = 64 * 1024;

/** Hashes lines as they pass and groups them into larger chunks. */
class Lines {
  readonly #all = createHash('sha256');
  #table = createHash('sha256');
  #piece = '';

  add(value: unknown, inTable: boolean): string {
    const line = `${JSON.stringify(value)}\n`;
    this.#all.update(line);
    if (inTable) this.#table.update(line);
    this.#piece += line;
    return this.#piece.length >= PIECE ? this.take() : '';
  }

  take(): string {
    const piece = this.#piece;
    this.#piece = '';
    return piece;
  }

  endTable(): string {
    const hash = this.#table.digest('hex');
    this.#table = createHash('sha256');
    return hash;
  }

  end(): string {
    return this.#all.digest('hex');
  }
}

async function* piecesOf(
  client: pg.ClientBase,
  head: BackupHead,
  tables: readonly TableInfo[],
  tail: (tail: BackupTail) => void,
  progress: (rows: number) => void,
) {
  const lines = new Lines();
  yield lines.add(head, false);
  const told: Record<string, { rows: number; sha256: string }> = {};
  let rows = 0;
  for (const table of tables) {
    let count = 0;
    yield lines.add({ table: table.key, columns: table.columns.map(({ name }) => name) }, false);
    for await (const row of streamTable(client, table)) {
      count += 1;
      const piece = lines.add(row, true);
      if (piece === '') continue;
      progress(rows + count);
      yield piece;
    }
    rows += count;
    told[table.key] = { rows: count, sha256: lines.endTable() };
  }
  yield lines.take();
  const end = { tables: told, rows, sha256: lines.end() };
  tail(end);
  yield `${JSON.stringify({ tail: end })}\n`;
}

async function headOf(client: pg.ClientBase, tables: readonly TableInfo[], moment: Date): Promise<BackupHead> {
  const kind = await findKind(client);
  if (kind === undefined) throw new BackupRefused({ vi: 'Cơ sở dữ liệu chưa được khởi tạo.', en: 'The database is not set up yet.' });
  return {
    format: FORMAT,
    createdAt: moment.toISOString(),
    kind: kind as InstallationKind,
    migrations: await findMigrations(client),
    tables: tables.map(({ key }) => key),
    sequences: await findSequences(client),
  };
}

/** Whose unfinished files are whose: folders of backups may be shared by machines. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const DRAFT = new RegExp(`^\\..*\\.${HOST}-(\\d+)\\.parindex-draft$`, 's');

/** What a backup left that was killed: it holds personal data under a hidden name. */
function removeLeftDrafts(folder: string): void {
  // Of a folder that is not there, the writing tells.
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = DRAFT.exec(name)?.[1];
    if (pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid)))) rmSync(path.join(folder, name), { force: true });
  }
}

/**
 * Copies the database into one file, consistent at one moment while people work; runs under parindex_owner. The file is
 * readable by its owner only and gets its name only when complete; it is encrypted to its recipients as it is written, and nothing
 * of it lies on the disk unencrypted, unless there are none. Throws the errors of the system or the database.
 */
export async function writeBackup(
  ownerUrl: string,
  file: string,
  moment: Date,
  recipients: readonly string[],
  progress: (rows: number) => void = () => {},
): Promise<BackupTail> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${HOST}-${process.pid}.parindex-draft`);
  try {
    removeLeftDrafts(path.dirname(file));
    let tail: BackupTail | undefined;
    await inBackground(client, AS_OF_ONE_MOMENT, async () => {
      const all = await findTables(client);
      await holdTables(client, all, 'ACCESS SHARE');
      const { tables } = orderByReference(
        all.filter(({ key }) => !LEFT_OUT.includes(key)),
        await findReferences(client),
      );
      const pieces = piecesOf(client, await headOf(client, tables, moment), tables, (told) => (tail = told), progress);
      const packed = pass(Readable.from(pieces, { objectMode: true }), createGzip(), () => {});
      await pipeline(recipients.length === 0 ? packed : encryptTo(recipients)(packed), createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }));
    });
    renameSync(draft, file);
    return tail as unknown as BackupTail;
  } catch (error) {
    // The caller knows the final file name, not the temporary one.
    if (error instanceof Error && 'path' in error && error.path === draft) error.path = file;
    throw error;
  } finally {
    rmSync(draft, { force: true });
    await client.end();
  }
}
