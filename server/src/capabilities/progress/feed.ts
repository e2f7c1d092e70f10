import { randomBytes } from 'node:crypto';
import { BEGINNING, type Message, QUIET, reloadMessage, rowsMessage } from './event-text.ts';
import type { Listener } from './listener.ts';

/** What a look at a board found; `R` is what the rights of those who listen hang on. */
export interface Polled<R> {
  readonly at: Date;
  /** What the page shows besides rows: where it differs, the page is read anew. */
  readonly plan: string;
  /** Rows written out, by body, in their order. */
  readonly rows: ReadonlyMap<string, string>;
  readonly rights: R;
}

export interface FeedSource<R> {
  /** Looks as one of those who listen; undefined where they may no longer. */
  poll(listener: Listener): Promise<Polled<R> | undefined>;
  /** Of some who listen, those who no longer may. */
  refused(listeners: readonly Listener[], rights: R): Promise<readonly Listener[]>;
  failed(error: unknown): void;
  /** Nobody listens any more. */
  idle(): void;
}

/** Milliseconds between the end of one look and the next: no board gets more than one message in them. A round of thousands is looked at more rarely. */
const PERIOD = 1_000;
const PERIOD_OF_A_ROW = 2;
/** The same after a look that failed. */
const PERIOD_WHEN_AWAY = 5_000;
/** A quiet line hears something after so many milliseconds. */
const LONGEST_QUIET = 15_000;
/** Within so many looks each listener's rights are asked for anew. */
const JUDGED_WITHIN = 20;

/** Greetings that are kept ready. */
const MOST_GREETINGS = 16;

interface Known {
  readonly text: string;
  /** Number of the message that told it. */
  readonly message: number;
}

/** The stream of one board to all who see the same of it: one look a second for all, only while somebody listens. */
export class BoardFeed<R> {
  readonly #source: FeedSource<R>;
  /** In the order in which their rights are asked for. */
  readonly #listeners = new Set<Listener>();
  readonly #greeted = new WeakSet<Listener>();
  #rows = new Map<string, Known>();
  readonly #greetings = new Map<number, { readonly id: string; readonly message: Message }>();
  #plan: string | undefined;
  #at = new Date(0);
  /** Ids of another run, process or plan are not ours. */
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

  /** Whoever stands first in the line looks for all, in their own name. */
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

  /** Lets go whoever may no longer listen: some each time, so that all are asked for before long. */
  async #judge(rights: R): Promise<void> {
    if (this.#listeners.size <= 1) return;
    const due = [...this.#listeners].slice(0, Math.ceil(this.#listeners.size / JUDGED_WITHIN));
    for (const listener of await this.#source.refused(due, rights)) this.#drop(listener);
    for (const listener of due) this.#toTheEnd(listener);
  }

  /** Of the line; unless it has gone meanwhile. */
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

  /** All rows that were told after a message: made once for all who come again from there. */
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

  /** All rows; to one that comes again, those that changed since; the board anew, where it comes from another run. */
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
