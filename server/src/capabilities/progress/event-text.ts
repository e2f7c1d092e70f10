import { constants, deflateRawSync } from 'node:zlib';

/** How long a reader waits before it comes again, where its stream broke off; milliseconds. */
const COME_AGAIN = 2_000;

/** A message as it is sent: plain, and packed once for all who take it so. */
export class Message {
  readonly plain: Buffer;
  #packed: Buffer | undefined;

  constructor(lines: readonly string[]) {
    this.plain = Buffer.from(`${lines.join('\n')}\n\n`);
  }

  /** Packed for itself alone and ended at a whole byte: so the same bytes fit into every stream, whatever went before. */
  get packed(): Buffer {
    this.#packed ??= deflateRawSync(this.plain, { finishFlush: constants.Z_SYNC_FLUSH });
    return this.#packed;
  }
}

/** What a packed stream begins with: a gzip without name or time. It ends where its connection does, so its sum never comes. */
export const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** Rows as they stand now, written out already. */
export const rowsMessage = (id: string, at: Date, rows: readonly string[]): Message =>
  new Message([`id: ${id}`, 'event: rows', `data: {"at":${JSON.stringify(at.toISOString())},"rows":[${rows.join(',')}]}`]);

/** What is known to the reader no longer holds: the board is to be read anew. */
export const reloadMessage = (id: string): Message => new Message([`id: ${id}`, 'event: reload', 'data: {}']);

/** Nothing new: keeps proxies from closing a quiet line. */
export const QUIET = new Message([':']);

/** What each stream begins with. */
export const BEGINNING = new Message([`retry: ${COME_AGAIN}`]);

/** How a stream is sent: not kept, not gathered by nginx, packed by nobody on the way. */
export const streamHeaders = (packed: boolean): Record<string, string> => ({
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  vary: 'accept-encoding',
  ...(packed ? { 'content-encoding': 'gzip' } : {}),
});
