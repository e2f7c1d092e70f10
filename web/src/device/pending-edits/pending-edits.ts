import type { Changes, Target } from '@parindex/core/ledger/entry';
import { Refused, signedOut } from '../../client/request.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { type Draft, type NewPending, type Pending, type Seen, sameTarget, sentTogether, withoutFields } from './pending.ts';
import { isRetryable, type SentEdits, sendPending } from './send-pending.ts';
import { type DraftKey, draftName, openStore, type Store } from './store.ts';

/** What the device holds at the moment. */
export interface PendingEditsState {
  /** Whether the stored edits have been read. */
  readonly ready: boolean;
  /** The browser keeps nothing: then nothing is entered, as it could be lost. */
  readonly unusable: boolean;
  readonly pending: readonly Pending[];
  readonly drafts: ReadonlyMap<string, Draft>;
  /** The drafts being typed in this window. */
  readonly typing: ReadonlySet<string>;
  /** Whether the line is lost: the browser says so, or the last attempt to send, from whichever window, got no answer. */
  readonly cut: boolean;
}

type Line = 'cut' | 'whole';

const NOTHING: PendingEditsState = { ready: false, unusable: false, pending: [], drafts: new Map(), typing: new Set(), cut: false };
const MOST_TOGETHER = 100;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

function withDraft(drafts: ReadonlyMap<string, Draft>, name: string, draft: Draft | null): ReadonlyMap<string, Draft> {
  const changed = new Map(drafts);
  if (draft === null) changed.delete(name);
  else changed.set(name, draft);
  return changed;
}

/** The lock that a window holds while it lives: whoever else gets it knows that the window has closed. */
const lockOf = (window: string): string => `parindex-window-${window}`;

/** A change before it is kept. */
export interface Made extends Seen {
  readonly target: Target;
  readonly changes: Changes;
  /** If it was not entered on the page. */
  readonly origin?: 'import' | undefined;
  /** Given where the target is assigned to a department. */
  readonly reason?: string | undefined;
}

/**
 * Keeps what a person enters until the server has it. Windows of one browser share the store; one of them sends. Edits
 * survive a closed window, a lost connection and a power cut.
 */
export class PendingEdits {
  readonly account: string;
  /** The last state of the store, and the same with additions still being written to it. */
  #state = NOTHING;
  #seen = NOTHING;
  #store: Store | undefined;
  #listeners = new Set<() => void>();
  #deliveredListeners = new Set<(delivered: SentEdits) => Promise<void>>();
  #channel: BroadcastChannel;
  #ended = new AbortController();
  #wake: () => void = () => undefined;
  /** Being written to the store; shown at once, whatever is read meanwhile. */
  #arriving = { changes: new Set<NewPending>(), drafts: new Map<string, Draft | null>() };
  #window = crypto.randomUUID();
  /** Other windows that left drafts, while their locks are waited for. */
  #watched = new Set<string>();
  #reading: Promise<void>;
  /** Ends once all that other windows have sent is shown. */
  #showing: Promise<void> = Promise.resolve();

  constructor(account: string) {
    this.account = account;
    this.#channel = new BroadcastChannel(`parindex-outbox-${account}`);
    this.#channel.onmessage = ({ data }: MessageEvent<SentEdits | 'changed' | Line>) => {
      if (data === 'cut' || data === 'whole') return this.#setLine(data);
      void this.#heard(data);
    };
    this.#reading = openStore(account).then(
      async (store) => {
        this.#store = store;
        await this.#read();
      },
      () => this.#set({ ...this.#state, ready: true, unusable: true }),
    );
    this.#setLine(navigator.onLine ? 'whole' : 'cut');
    addEventListener('online', this.#restored);
    addEventListener('offline', this.#lost);
    void this.#hold();
    void this.#send();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  getState = (): PendingEditsState => this.#seen;

  /** Called for everything that arrives, from whichever window it was sent; it is deleted here once the listener has shown it. */
  onSent(listener: (delivered: SentEdits) => Promise<void>): () => void {
    this.#deliveredListeners.add(listener);
    return () => this.#deliveredListeners.delete(listener);
  }

  /** What a person sees of a target who has a sheet before them as of an entry. */
  sees({ round, body }: SheetKey, target: Target, base: number): Seen {
    const saw = this.#seen.pending.filter((one) => one.round === round && one.body === body && sameTarget(one.target, target));
    return { base, saw: saw.map(({ id }) => id) };
  }

  /** A change as it is kept and sent. */
  make({ round, body }: SheetKey, { target, changes, base, saw, origin, reason }: Made): NewPending {
    return {
      ...{ id: crypto.randomUUID(), account: this.account, round, body, target, changes, base, saw, window: this.#window },
      ...{ madeAt: new Date().toISOString() },
      ...(origin ? { origin } : {}),
      ...(reason === undefined ? {} : { reason }),
      ...{ sent: false, standing: 'waiting', theirs: [], problem: null },
    };
  }

  /** Adds a change; `draft` is the unfinished text it completes. */
  async change(sheet: SheetKey, made: Made, draft?: DraftKey): Promise<void> {
    const entry = this.make(sheet, made);
    this.#arriving.changes.add(entry);
    if (draft) this.#arriving.drafts.set(draftName(draft), null);
    this.#set(this.#state);
    await (await this.#opened()).add(entry, draft);
    await this.#changed(() => {
      this.#arriving.changes.delete(entry);
      if (draft) this.#arriving.drafts.delete(draftName(draft));
    });
  }

  /** Retries what was late or refused. */
  async resend(entries: readonly Pending[]): Promise<void> {
    await (await this.#opened()).put(entries.map((entry) => ({ ...entry, standing: 'waiting', problem: null, theirs: [] })));
    await this.#changed();
  }

  /** Discards a change, or some of its fields. */
  async giveUp(entry: Pending, fields: readonly string[]): Promise<void> {
    const store = await this.#opened();
    const left = withoutFields(entry, new Set(fields));
    if (left) await store.put([left]);
    else await store.remove([entry.order]);
    await this.#changed();
  }

  /** Keeps what is being typed with the change it would make; null where there is nothing to keep. */
  async setDraft(key: DraftKey, typed: Omit<Draft, 'window'> | null): Promise<void> {
    const name = draftName(key);
    const draft = typed && { ...typed, window: this.#window };
    this.#arriving.drafts.set(name, draft);
    if (!draft) this.rest(key);
    // Whoever types on in the same field changes nothing of it.
    else if (!this.#state.typing.has(name)) this.#set({ ...this.#state, typing: new Set([...this.#state.typing, name]) });
    await (await this.#opened()).setDraft(key, draft);
    if (this.#arriving.drafts.get(name) !== draft) return;
    this.#arriving.drafts.delete(name);
    this.#set({ ...this.#state, drafts: withDraft(this.#state.drafts, name, draft) });
    if (!draft && !this.#ended.signal.aborted) this.#channel.postMessage('changed');
  }

  /** A field rests or was left: what is still a draft of it is not being typed any more. */
  rest(key: DraftKey): void {
    const name = draftName(key);
    if (this.#state.typing.has(name)) this.#set({ ...this.#state, typing: new Set([...this.#state.typing].filter((one) => one !== name)) });
  }

  wake = (): void => this.#wake();

  end(): void {
    this.#ended.abort();
    removeEventListener('online', this.#restored);
    removeEventListener('offline', this.#lost);
    this.#wake();
    this.#channel.close();
    void this.#reading.then(() => this.#store?.close());
  }

  async #opened(): Promise<Store> {
    await this.#reading;
    return this.#store as Store;
  }

  #set(state: PendingEditsState): void {
    this.#state = state;
    const { changes, drafts } = this.#arriving;
    const coming = [...changes].map((entry) => ({ ...entry, order: Number.POSITIVE_INFINITY }));
    this.#seen = {
      ...state,
      pending: coming.length === 0 ? state.pending : [...state.pending, ...coming],
      drafts: [...drafts].reduce((all, [name, text]) => withDraft(all, name, text), state.drafts),
    };
    for (const listener of this.#listeners) listener();
  }

  #restored = (): void => {
    this.#setLine('whole');
    this.#wake();
  };
  #lost = (): void => this.#setLine('cut');

  #setLine(line: Line): void {
    if (this.#state.cut !== (line === 'cut')) this.#set({ ...this.#state, cut: line === 'cut' });
  }

  /** Only the window that sends learns whether the server answers. */
  #tellLine(line: Line): void {
    if (this.#state.cut === (line === 'cut')) return;
    this.#setLine(line);
    this.#channel.postMessage(line);
  }

  /** What another window has sent is shown before it is gone from the store: until then the field would show the value of before. */
  async #heard(news: SentEdits | 'changed'): Promise<void> {
    const before = this.#showing;
    if (news !== 'changed') this.#showing = Promise.allSettled([before, this.#tell(news)]).then(() => undefined);
    else this.#wake();
    await this.#showing;
    await this.#read();
  }

  async #tell(delivered: SentEdits): Promise<void> {
    await Promise.all([...this.#deliveredListeners].map((listener) => listener(delivered)));
  }

  /** Reads the store; `arrived` says what it holds from now on. */
  async #read(arrived: () => void = () => undefined): Promise<void> {
    if (this.#ended.signal.aborted || !this.#store) return;
    const { pending, drafts } = await this.#store.read();
    arrived();
    // Unchanged edits keep their identity, so that nothing is rendered again.
    const kept = JSON.stringify(pending) === JSON.stringify(this.#state.pending) ? this.#state.pending : pending;
    this.#set({ ...this.#state, ready: true, pending: kept, drafts });
    for (const { window, change } of drafts.values()) if (window !== null && change) void this.#takeOver(window);
  }

  /** Holds the lock of this window until it closes. */
  async #hold(): Promise<void> {
    const { signal } = this.#ended;
    const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    await navigator.locks.request(lockOf(this.#window), () => ended);
  }

  /** Once another window has closed, what was typed there becomes changes: nobody is left who would leave the field. */
  async #takeOver(window: string): Promise<void> {
    if (window === this.#window || this.#watched.has(window)) return;
    this.#watched.add(window);
    const { signal } = this.#ended;
    try {
      await navigator.locks.request(lockOf(window), { signal }, async () => (this.#store as Store).settleLeft(window));
      await this.#changed();
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#watched.delete(window);
    }
  }

  async #changed(arrived?: () => void): Promise<void> {
    await this.#read(arrived);
    if (!this.#ended.signal.aborted) this.#channel.postMessage('changed');
    this.#wake();
  }

  /** Of all windows of a browser, the one holding the lock sends; when it closes, the next takes over. */
  async #send(): Promise<void> {
    const { signal } = this.#ended;
    await this.#reading;
    if (!this.#store) return;
    await navigator.locks
      .request(`parindex-outbox-${this.account}`, { signal }, async () => {
        let pause = FIRST_PAUSE;
        while (!signal.aborted) {
          const woken = new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
          const sent = await this.#sendAll();
          const slept = sent ? [] : [new Promise<'slept'>((resolve) => setTimeout(resolve, pause, 'slept'))];
          // Only a missing answer increases the delay; typing on, or coming back online, starts again without it.
          pause = (await Promise.race([woken, ...slept])) === 'slept' ? Math.min(2 * pause, LONGEST_PAUSE) : FIRST_PAUSE;
        }
      })
      .catch((error) => {
        if (!signal.aborted) throw error;
      });
  }

  /** Sends everything that waits; false if the server did not answer. */
  async #sendAll(): Promise<boolean> {
    const store = this.#store as Store;
    try {
      for (let waiting = await this.#waiting(); waiting.length > 0; waiting = await this.#waiting()) {
        const { round, body } = waiting[0] as Pending;
        const ofSheet = waiting.filter((entry) => entry.round === round && entry.body === body);
        const together = ofSheet.slice(0, sentTogether(ofSheet, MOST_TOGETHER)).map(({ order }) => order);
        await sendPending(store, { round, body }, together, (delivered) => {
          if (!this.#ended.signal.aborted) this.#channel.postMessage(delivered);
          return this.#tell(delivered);
        });
        if (this.#ended.signal.aborted) return true;
        await this.#read();
        this.#channel.postMessage('changed');
      }
      if (navigator.onLine) this.#tellLine('whole');
      return true;
    } catch (error) {
      if (this.#ended.signal.aborted) return true;
      if (error instanceof Refused && isRetryable(error) && error.problem.code === 'otherPerson') signedOut.dispatchEvent(new Event('end'));
      await this.#read();
      this.#tellLine('cut');
      return false;
    }
  }

  async #waiting(): Promise<readonly Pending[]> {
    return (await (this.#store as Store).read()).pending.filter(({ standing }) => standing === 'waiting');
  }
}
