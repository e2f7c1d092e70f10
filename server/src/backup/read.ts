import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { openBackup } from './encryption.ts';
import { type BackupHead, BackupRefused, type BackupTail, backupHead, backupTail, FORMAT, tableLine } from './format.ts';

/** A part of a backup as it is read: the head, then per table its columns and its rows, then the tail. */
export type Part =
  | { readonly is: 'head'; readonly head: BackupHead }
  | { readonly is: 'table'; readonly table: string; readonly columns: readonly string[] }
  | { readonly is: 'row'; readonly row: readonly (string | null)[]; readonly text: string }
  | { readonly is: 'tail'; readonly tail: BackupTail };

/** Longer lines are not ours; this stops a decompression bomb. */
const LONGEST_LINE = 256 * 1024 * 1024;

const NEWLINE = 0x0a;

const damaged = (vi: string, en: string) => new BackupRefused({ vi: `Tệp sao lưu bị hỏng: ${vi}.`, en: `The backup is damaged: ${en}.` });
const cutOff = () => damaged('nội dung bị cắt ngang', 'it ends too early');
const notOurs = () => new BackupRefused({ vi: `Tệp không phải bản sao lưu ${FORMAT}.`, en: `The file is no ${FORMAT} backup.` });

/** Errors of decompression; errors of the system pass unchanged. */
function told(error: unknown, begun: boolean): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') return cutOff();
  if (code.startsWith('Z_')) return begun ? damaged('nội dung nén sai', 'its packing is broken') : notOurs();
  return error;
}

async function* linesOf(file: string, identities: readonly string[]): AsyncGenerator<Buffer> {
  const unpacked = pipeline(Readable.from(openBackup(file, identities), { objectMode: false }), createGunzip(), () => {});
  const rest: Buffer[] = [];
  let length = 0;
  let begun = false;
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      begun = true;
      let start = 0;
      for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, start)) {
        const line = piece.subarray(start, end + 1);
        yield rest.length === 0 ? line : Buffer.concat([...rest.splice(0), line]);
        length = 0;
        start = end + 1;
      }
      if (start < piece.length) rest.push(piece.subarray(start));
      length += piece.length - start;
      if (length > LONGEST_LINE) throw damaged('có dòng quá dài', 'a line is too long');
    }
  } catch (error) {
    throw told(error, begun);
  }
  if (rest.length > 0) throw cutOff();
}

function parse(line: Buffer, number: number): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
  } catch {
    throw number === 1 ? notOurs() : damaged(`dòng ${number} không đọc được`, `line ${number} cannot be read`);
  }
}

const isRow = (value: unknown, columns: number): value is (string | null)[] =>
  Array.isArray(value) && value.length === columns && value.every((member) => member === null || typeof member === 'string');

/** Reads a file line by line, keeping track of what was read. */
class Reader {
  #head: BackupHead | undefined;
  #columns = 0;
  #table: string | undefined;
  #hash = createHash('sha256');
  #rows = 0;
  readonly #all = createHash('sha256');
  readonly #seen: Record<string, { rows: number; sha256: string }> = {};
  #number = 0;
  ended = false;

  read(line: Buffer): Part {
    this.#number += 1;
    if (this.ended) throw damaged('có nội dung sau dòng kết', 'something follows its end');
    const value = parse(line, this.#number);
    if (!this.#head) return this.#readHead(value, line);
    if (Array.isArray(value)) return this.#readRow(value, line);
    const tail = backupTail.safeParse(value);
    if (tail.success) return this.#readTail(tail.data.tail);
    const table = tableLine.safeParse(value);
    if (!table.success) throw this.#wrong();
    return this.#readTable(table.data, line);
  }

  #wrong(): BackupRefused {
    return damaged(`dòng ${this.#number} sai dạng`, `line ${this.#number} has the wrong form`);
  }

  #readHead(value: unknown, line: Buffer): Part {
    if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== FORMAT) throw notOurs();
    const parsed = backupHead.safeParse(value);
    if (!parsed.success) throw this.#wrong();
    this.#head = parsed.data;
    this.#all.update(line);
    return { is: 'head', head: parsed.data };
  }

  #endTable(): void {
    if (this.#table === undefined) return;
    this.#seen[this.#table] = { rows: this.#rows, sha256: this.#hash.digest('hex') };
    this.#hash = createHash('sha256');
    this.#rows = 0;
  }

  #readTable({ table, columns }: { table: string; columns: string[] }, line: Buffer): Part {
    this.#endTable();
    if (this.#head?.tables[Object.keys(this.#seen).length] !== table) throw this.#wrong();
    this.#table = table;
    this.#columns = columns.length;
    this.#all.update(line);
    return { is: 'table', table, columns };
  }

  #readRow(row: unknown[], line: Buffer): Part {
    if (this.#table === undefined || !isRow(row, this.#columns)) throw this.#wrong();
    this.#rows += 1;
    this.#hash.update(line);
    this.#all.update(line);
    return { is: 'row', row, text: line.toString('utf8') };
  }

  #readTail(tail: BackupTail): Part {
    this.#endTable();
    this.ended = true;
    for (const name of this.#head?.tables ?? []) {
      const [seen, told] = [this.#seen[name], tail.tables[name]];
      if (!seen || !told || seen.rows !== told.rows || seen.sha256 !== told.sha256)
        throw damaged(`bảng ${name} không khớp với số dòng và mã băm đã ghi`, `table ${name} does not fit the count and hash that it was written with`);
    }
    if (this.#all.digest('hex') !== tail.sha256) throw damaged('mã băm của toàn tệp không khớp', 'its hash does not fit');
    return { is: 'tail', tail };
  }
}

/**
 * Reads a backup part by part with one line in memory, verifying all counts and hashes: once the tail is delivered,
 * everything has been verified. An encrypted one needs an identity. Throws `BackupRefused` at the first fault.
 */
export async function* readBackup(file: string, identities: readonly string[] = []): AsyncGenerator<Part> {
  const reader = new Reader();
  for await (const line of linesOf(file, identities)) yield reader.read(line);
  if (!reader.ended) throw cutOff();
}
