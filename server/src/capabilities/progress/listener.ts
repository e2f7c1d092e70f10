import { Readable } from 'node:stream';
import type { Credentials } from '../../db/transaction.ts';
import { GZIP_HEAD, type Message } from './event-text.ts';

/** Most bytes that wait for a reader who does not take them: then it is let go, and comes again. */
const MOST_WAITING = 1024 * 1024;

/** Milliseconds. */
const LONGEST_FAREWELL = 5_000;

export interface Listening {
  readonly credentials: Credentials;
  readonly account: string;
  readonly session: string;
  /** The last message that the reader saw, as it says. */
  readonly after: string | undefined;
  /** The stream ends after so many seconds; 0: after its first message. */
  readonly seconds: number | undefined;
  /** Whether the reader takes it as gzip. */
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

  /** The same bytes go to all: none is copied, and what a slow reader leaves lying is bounded. */
  send(message: Message): void {
    if (this.#ended || this.stream.destroyed) return;
    this.stream.push(this.of.packed ? message.packed : message.plain);
    if (this.stream.readableLength > MOST_WAITING) this.stream.destroy();
  }

  /** What was sent still arrives; whoever does not take it in a while is let go. */
  end(): void {
    if (this.#ended || this.stream.destroyed) return;
    this.#ended = true;
    this.stream.push(null);
    const timer = setTimeout(() => this.stream.destroy(), LONGEST_FAREWELL).unref();
    this.stream.once('close', () => clearTimeout(timer));
  }
}
