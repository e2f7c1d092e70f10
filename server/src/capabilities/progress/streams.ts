import type { Readable } from 'node:stream';
import { Problem } from '../../http/problems.ts';
import { BoardFeed, type Polled } from './feed.ts';
import { Listener, type Listening } from './listener.ts';
import { type BoardView, viewKey } from './view.ts';

/** Most streams that a process keeps open, and most of one session: a browser needs one. */
const MOST_STREAMS = 4_000;
const MOST_OF_A_SESSION = 6;

export interface BoardSource<R> {
  poll(round: string, view: BoardView, listener: Listener): Promise<Polled<R> | undefined>;
  refused(listeners: readonly Listener[], view: BoardView, rights: R): Promise<readonly Listener[]>;
  ended(listeners: readonly Listener[]): Promise<readonly Listener[]>;
  failed(error: unknown): void;
}

/** All open boards of a process, by round and view. */
export class BoardStreams<R> {
  readonly #source: BoardSource<R>;
  readonly #feeds = new Map<string, BoardFeed<R>>();
  readonly #sessions = new Map<string, Set<Listener>>();
  #open = 0;
  #ended = false;

  constructor(source: BoardSource<R>) {
    this.#source = source;
  }

  /** Opens a stream for somebody with the right to this view; with too many in one session, the oldest is closed. */
  listen(round: string, view: BoardView, of: Listening): Readable {
    if (this.#ended || this.#open >= MOST_STREAMS) throw new Problem('notReady');
    const listener = new Listener(of);
    this.#count(listener);
    const key = `${round} ${viewKey(view)}`;
    const feed = this.#feeds.get(key) ?? this.#begin(key, round, view);
    feed.add(listener);
    return listener.stream;
  }

  /** The server stops: all streams end at once. */
  end(): void {
    this.#ended = true;
    for (const feed of this.#feeds.values()) feed.end();
    this.#feeds.clear();
  }

  #begin(key: string, round: string, view: BoardView): BoardFeed<R> {
    const { poll, refused, ended, failed } = this.#source;
    const feed = new BoardFeed<R>({
      poll: (listener) => poll(round, view, listener),
      refused: (listeners, rights) => refused(listeners, view, rights),
      ended,
      failed,
      idle: () => void (this.#feeds.get(key) === feed && this.#feeds.delete(key)),
    });
    this.#feeds.set(key, feed);
    return feed;
  }

  #count(listener: Listener): void {
    const { session } = listener.of;
    const own = this.#sessions.get(session) ?? new Set();
    this.#sessions.set(session, own.add(listener));
    this.#open += 1;
    const [oldest] = own;
    if (own.size > MOST_OF_A_SESSION) oldest?.end();
    listener.stream.once('close', () => {
      this.#open -= 1;
      own.delete(listener);
      if (own.size === 0) this.#sessions.delete(session);
    });
  }
}
