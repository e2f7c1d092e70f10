import { Readable } from 'node:stream';
import type { Credentials } from '../../db/transaction.ts';
import { GZIP_HEAD, type Message } from './event-text.ts';

/** Most bytes waiting for a slow reader; beyond that the stream ends, and the reader reconnects. */
const MOST_WAITING = 1024 * 1024;

/** Milliseconds. */
const LONGEST_FAREWELL = 5_000;

export interface Listening {
  readonly credentials: Credentials;
  readonly account: string;
  readonly session: string;
  /** The last message that the reader reports to have. */
  readonly after: string | undefined;
  /** The stream ends after this many seconds; 0: after its first message. */
  readonly seconds: number | undefined;
  /** Whether the reader accepts gzip. */
  readonly packed: boolean;
}

/** One open stream, and who reads it. */
export class Listener {
  readonly of: Listening;
  readonly stream = new Readable({ read: () => undefined });
  #ended = false;

  constructor(of: Listening) {
    this.of = of;
    if (of.packed) this.stream.push(GZIP_HEAD);
    if (of.seconds === undefined || of.seconds === 0) return;
    const timer = setTimeout(() => this.end(), of.seconds * 1_000).unref();
    this.stream.once('close', () => clearTimeout(timer));
  }

  /** The same bytes go to all without copying, and the backlog of a slow reader is bounded. */
  send(message: Message): void {
    if (this.#ended || this.stream.destroyed) return;
    this.stream.push(this.of.packed ? message.packed : message.plain);
    if (this.stream.readableLength > MOST_WAITING) this.stream.destroy();
  }

  /** Messages already sent may still arrive; a reader that does not take them in time is cut off. */
  end(): void {
    if (this.#ended || this.stream.destroyed) return;
    this.#ended = true;
    this.stream.push(null);
    const timer = setTimeout(() => this.stream.destroy(), LONGEST_FAREWELL).unref();
    this.stream.once('close', () => clearTimeout(timer));
  }
}
