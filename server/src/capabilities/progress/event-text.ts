import { constants, deflateRawSync } from 'node:zlib';

/** How long a browser waits before reconnecting, in milliseconds. */
const COME_AGAIN = 2_000;

/** A message ready to send: plain, and compressed once for all readers. */
export class Message {
  readonly plain: Buffer;
  #packed: Buffer | undefined;

  constructor(lines: readonly string[]) {
    this.plain = Buffer.from(`${lines.join('\n')}\n\n`);
  }

  /** Compressed independently and flushed to a byte boundary, so that the same bytes fit into any stream. */
  get packed(): Buffer {
    this.#packed ??= deflateRawSync(this.plain, { finishFlush: constants.Z_SYNC_FLUSH });
    return this.#packed;
  }
}

/** How a compressed stream begins: a gzip header without name or time. The stream ends with the connection, so the checksum never follows. */
export const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** Changed rows, already serialised. */
export const rowsMessage = (id: string, at: Date, rows: readonly string[]): Message =>
  new Message([`id: ${id}`, 'event: rows', `data: {"at":${JSON.stringify(at.toISOString())},"rows":[${rows.join(',')}]}`]);

/** The reader's rows are outdated: it must load the board again. */
export const reloadMessage = (id: string): Message => new Message([`id: ${id}`, 'event: reload', 'data: {}']);

/** A comment without news, which keeps proxies from closing an idle connection. */
export const QUIET = new Message([':']);

/** What each stream begins with. */
export const BEGINNING = new Message([`retry: ${COME_AGAIN}`]);

/** Headers of a stream: not cached, not buffered by nginx, not compressed on the way. */
export const streamHeaders = (packed: boolean): Record<string, string> => ({
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  vary: 'accept-encoding',
  ...(packed ? { 'content-encoding': 'gzip' } : {}),
});
