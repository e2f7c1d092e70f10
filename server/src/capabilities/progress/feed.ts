import { randomBytes } from 'node:crypto';
import { BEGINNING, type Message, QUIET, reloadMessage, rowsMessage } from './event-text.ts';
import type { Listener } from './listener.ts';

/** The outcome of polling a board; `R` is what the listeners' rights depend on. */
export interface Polled<R> {
  readonly at: Date;
  /** What the page shows besides rows: if it changes, the page is loaded again. */
  readonly plan: string;
  /** Serialised rows by body, in order. */
  readonly rows: ReadonlyMap<string, string>;
  readonly rights: R;
}

export interface FeedSource<R> {
  /** Polls in the name of a listener; undefined if they have lost the right. */
  poll(listener: Listener): Promise<Polled<R> | undefined>;
  /** Those of some listeners who have lost the right. */
  refused(listeners: readonly Listener[], rights: R): Promise<readonly Listener[]>;
  /** Those of all listeners whose session or token has ended. */
  ended(listeners: readonly Listener[]): Promise<readonly Listener[]>;
  failed(error: unknown): void;
  /** Nobody listens any more. */
  idle(): void;
}

/** Milliseconds between the end of one poll and the next; no board gets messages more often. Large rounds are polled less often. */
const PERIOD = 1_000;
const PERIOD_OF_A_ROW = 2;
/** The same after a failed poll. */
const PERIOD_WHEN_AWAY = 5_000;
/** An idle stream gets a keep-alive message after this many milliseconds. */
const LONGEST_QUIET = 15_000;
/** Each listener's rights are checked again within this many polls. */
const JUDGED_WITHIN = 20;

/** First messages kept ready. */
const MOST_GREETINGS = 16;

interface Known {
  readonly text: string;
  /** Number of the message that last carried the row. */
  readonly message: number;
}

/** The stream of one board to everybody who sees the same of it: one poll a second for all, only while somebody listens. */
export class BoardFeed<R> {
  readonly #source: FeedSource<R>;
  /** In the order in which their rights are checked. */
  readonly #listeners = new Set<Listener>();
  readonly #greeted = new WeakSet<Listener>();
  #rows = new Map<string, Known>();
  readonly #greetings = new Map<number, { readonly id: string; readonly message: Message }>();
  #plan: string | undefined;
  #at = new Date(0);
  /** Identifies this run: ids of another run, process or plan are unknown. */
  #run = '';
  #lastMessage = 0;
  #lastSent = 0;
  #timer: NodeJS.Timeout | undefined;
  #looking = false;

  constructor(source: FeedSource<R>) {
    this.#source = source;
  }

  add(listener: Listener): void {
    this.#listeners.add(listener);
    listener.stream.once('close', () => this.#remove(listener));
    listener.send(BEGINNING);
    if (this.#plan !== undefined) this.#greet(listener);
    if (!this.#looking && this.#timer === undefined) void this.#turn();
  }

  end(): void {
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.end();
    this.#listeners.clear();
  }

  #remove(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0 || this.#looking) return;
    clearTimeout(this.#timer);
    this.#source.idle();
  }

  #drop(listener: Listener): void {
    this.#listeners.delete(listener);
    listener.end();
  }

  async #turn(): Promise<void> {
    this.#looking = true;
    this.#timer = undefined;
    let period = PERIOD;
    try {
      // Before anything is sent: a session that has ended sees nothing more.
      for (const listener of await this.#source.ended([...this.#listeners])) this.#drop(listener);
      const looked = await this.#look();
      if (looked) {
        this.#announce(looked);
        period = Math.max(PERIOD, PERIOD_OF_A_ROW * looked.rows.size);
        await this.#judge(looked.rights);
      }
      if (Date.now() - this.#lastSent >= LONGEST_QUIET) this.#send(QUIET);
    } catch (error) {
      period = PERIOD_WHEN_AWAY;
      this.#source.failed(error);
    }
    this.#looking = false;
    if (this.#listeners.size === 0) this.#source.idle();
    else this.#timer = setTimeout(() => void this.#turn(), period).unref();
  }

  /** The first listener in line polls for all, by their own rights. */
  async #look(): Promise<Polled<R> | undefined> {
    const [first] = this.#listeners;
    if (!first) return undefined;
    const looked = await this.#source.poll(first);
    if (!looked) {
      this.#drop(first);
      return this.#look();
    }
    this.#toTheEnd(first);
    return looked;
  }

  /** Ends streams of listeners who have lost the right: a few each time, so that all are checked in turn. */
  async #judge(rights: R): Promise<void> {
    if (this.#listeners.size <= 1) return;
    const due = [...this.#listeners].slice(0, Math.ceil(this.#listeners.size / JUDGED_WITHIN));
    for (const listener of await this.#source.refused(due, rights)) this.#drop(listener);
    for (const listener of due) this.#toTheEnd(listener);
  }

  /** Moves a listener to the end of the line, unless it has left. */
  #toTheEnd(listener: Listener): void {
    if (this.#listeners.delete(listener)) this.#listeners.add(listener);
  }

  #announce({ at, plan, rows }: Polled<R>): void {
    this.#at = at;
    if (plan !== this.#plan) {
      const known = this.#plan !== undefined;
      this.#plan = plan;
      this.#run = randomBytes(6).toString('base64url').replaceAll('-', '_');
      this.#lastMessage = 1;
      this.#rows = new Map([...rows].map(([body, text]) => [body, { text, message: 1 }]));
      if (known) this.#send(reloadMessage(this.#id()));
    } else {
      const changed = [...rows].filter(([body, text]) => this.#rows.get(body)?.text !== text);
      if (changed.length > 0) {
        this.#lastMessage += 1;
        for (const [body, text] of changed) this.#rows.set(body, { text, message: this.#lastMessage });
        this.#send(
          rowsMessage(
            this.#id(),
            at,
            changed.map(([, text]) => text),
          ),
        );
      }
    }
    for (const listener of this.#listeners) this.#greet(listener);
  }

  #send(message: Message): void {
    this.#lastSent = Date.now();
    for (const listener of this.#listeners) if (this.#greeted.has(listener)) listener.send(message);
  }

  /** All rows changed after a message: built once for all who reconnect from there. */
  #since(after: number): Message {
    const id = this.#id();
    const known = this.#greetings.get(after);
    if (known?.id === id) return known.message;
    const rows = [...this.#rows.values()].filter((row) => row.message > after).map(({ text }) => text);
    const message = rowsMessage(id, this.#at, rows);
    if (this.#greetings.size >= MOST_GREETINGS) this.#greetings.clear();
    this.#greetings.set(after, { id, message });
    return message;
  }

  #id(): string {
    return `${this.#run}-${this.#lastMessage}`;
  }

  /** Sends all rows; to a reconnecting reader only those changed since; a reload to a reader of another run. */
  #greet(listener: Listener): void {
    if (this.#greeted.has(listener)) return;
    this.#greeted.add(listener);
    const { after, seconds } = listener.of;
    const [run, last = '0'] = after?.split('-') ?? [];
    if (after !== undefined && run !== this.#run) listener.send(reloadMessage(this.#id()));
    else if (after === undefined || Number(last) < this.#lastMessage) listener.send(this.#since(Number(last)));
    if (seconds === 0) listener.end();
  }
}
