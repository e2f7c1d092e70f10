import type { Target } from '@parindex/core/ledger/entry';
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { SheetKey } from '../../client/sheet.ts';
import { type Draft, knew, type NewPending, type Pending, placeChange } from './pending.ts';

/** The owner of an unfinished text: account, round, body, kind and id of the target, field. */
export type DraftKey = readonly [account: string, round: string, body: string, kind: Target['kind'], id: string, field: string];

interface PendingEditsSchema extends DBSchema {
  pending: { key: number; value: Pending; indexes: { account: string } };
  /** Earlier versions kept the text alone. */
  drafts: { key: string[]; value: Draft | string };
  /** Seqs of entries that this device sent, with the changes that they were; earlier versions kept the seq alone. */
  delivered: { key: [account: string, round: string, body: string, seq: number]; value: Delivered | true };
}

type Delivered = Pick<Pending, 'id' | 'window'>;

type Connection = IDBPDatabase<PendingEditsSchema>;

/** What this device keeps until the server has it: changes, unfinished texts, and which entries were its own. */
export interface Store {
  read(): Promise<{ pending: readonly Pending[]; drafts: ReadonlyMap<string, Draft> }>;
  /** Adds a change and deletes the draft it was made of, in one transaction. */
  add(change: NewPending, draft?: DraftKey): Promise<void>;
  /** Marks changes as perhaps sent and returns them in that state: until now they may still have been merged. */
  claim(orders: readonly number[]): Promise<readonly Pending[]>;
  put(changed: readonly Pending[]): Promise<void>;
  remove(orders: readonly number[]): Promise<void>;
  /** Puts what is left of a change in its place, if anything is, and what was taken out of it behind all others. */
  split(entry: Pending, rest: Pending | undefined, taken: Pending): Promise<void>;
  /** Deletes edits that arrived, and remembers their seqs. */
  markSent(sent: readonly (Pending & { readonly seq: number })[], sheet: SheetKey): Promise<void>;
  /** Whether an entry came from this device and was known to the author of a change. */
  wasKnown(change: Pending, seq: number): Promise<boolean>;
  setDraft(key: DraftKey, draft: Draft | null): Promise<void>;
  /** Makes changes of what was typed in a window that has closed, in one transaction. */
  settleLeft(window: string): Promise<void>;
  close(): void;
}

export const draftName = (key: DraftKey): string => JSON.stringify(key);

/** The owner that a draft's name says. */
export const draftKeyOf = (name: string): DraftKey => JSON.parse(name) as DraftKey;

const connect = () =>
  openDB<PendingEditsSchema>('parindex-outbox', 1, {
    upgrade(db) {
      db.createObjectStore('pending', { keyPath: 'order', autoIncrement: true }).createIndex('account', 'account');
      db.createObjectStore('drafts');
      db.createObjectStore('delivered');
    },
  });

/** All rows whose key begins so. */
const beginsWith = (...key: string[]) => IDBKeyRange.bound(key, [...key, []]);

const NOTHING_KNOWN = { change: null, seen: null, window: null };
const asDraft = (kept: Draft | string): Draft => ({ ...NOTHING_KNOWN, ...(typeof kept === 'string' ? { text: kept } : kept) });
/** As earlier versions kept it, without the window. */
const asPending = <P extends NewPending>(kept: P): P => ({ ...kept, saw: kept.saw ?? [], window: kept.window ?? '' });

type Writing = IDBPTransaction<PendingEditsSchema, ('pending' | 'drafts')[], 'readwrite'>;

/** Places a change among those of its sheet that wait. */
async function place(transaction: Writing, change: NewPending): Promise<void> {
  const store = transaction.objectStore('pending');
  const ofSheet = (await store.index('account').getAll(change.account)).filter(({ round, body }) => round === change.round && body === change.body);
  const { put, remove } = placeChange(ofSheet.map(asPending), asPending(change));
  for (const one of put) await store.put(one as Pending);
  for (const { order } of remove) await store.delete(order);
}

/** How many changes and unfinished texts this device keeps, whoever's they are. */
export async function countKept(): Promise<number> {
  const db = await connect();
  const [pending, drafts] = await Promise.all([db.count('pending'), db.count('drafts')]);
  db.close();
  return pending + drafts;
}

export async function openStore(account: string): Promise<Store> {
  const db: Connection = await connect();
  return {
    async read() {
      const transaction = db.transaction(['pending', 'drafts']);
      const drafts = transaction.objectStore('drafts');
      const [pending, keys, texts] = await Promise.all([
        transaction.objectStore('pending').index('account').getAll(account),
        drafts.getAllKeys(beginsWith(account)),
        drafts.getAll(beginsWith(account)),
      ]);
      return { pending: pending.map(asPending), drafts: new Map(keys.map((key, index) => [JSON.stringify(key), asDraft(texts[index] as Draft | string)])) };
    },
    async add(change, draft) {
      const transaction = db.transaction(['pending', 'drafts'], 'readwrite', { durability: 'strict' });
      await place(transaction, change);
      if (draft) await transaction.objectStore('drafts').delete([...draft]);
      await transaction.done;
    },
    async claim(orders) {
      const transaction = db.transaction('pending', 'readwrite', { durability: 'strict' });
      const claimed: Pending[] = [];
      for (const order of orders) {
        const entry = await transaction.store.get(order);
        if (entry?.standing !== 'waiting') continue;
        claimed.push({ ...asPending(entry), sent: true });
        if (!entry.sent) await transaction.store.put({ ...entry, sent: true });
      }
      await transaction.done;
      return claimed;
    },
    async put(changed) {
      const transaction = db.transaction('pending', 'readwrite', { durability: 'strict' });
      for (const one of changed) await transaction.store.put(one);
      await transaction.done;
    },
    async remove(orders) {
      const transaction = db.transaction('pending', 'readwrite', { durability: 'strict' });
      for (const order of orders) await transaction.store.delete(order);
      await transaction.done;
    },
    async split({ order }, rest, { order: _, ...taken }) {
      const transaction = db.transaction('pending', 'readwrite', { durability: 'strict' });
      if (rest) await transaction.store.put(rest);
      else await transaction.store.delete(order);
      await transaction.store.put(taken as Pending);
      await transaction.done;
    },
    async markSent(sent, { round, body }) {
      const transaction = db.transaction(['pending', 'delivered'], 'readwrite', { durability: 'strict' });
      for (const { order } of sent) await transaction.objectStore('pending').delete(order);
      const delivered = transaction.objectStore('delivered');
      for (const { id, window, seq } of sent) await delivered.put({ id, window }, [account, round, body, seq]);
      await transaction.done;
    },
    async wasKnown(change, seq) {
      const delivered = await db.get('delivered', [account, change.round, change.body, seq]);
      return delivered !== undefined && (delivered === true || knew(change, delivered));
    },
    async setDraft(key, draft) {
      const transaction = db.transaction('drafts', 'readwrite');
      const written = draft === null ? transaction.store.delete([...key]) : transaction.store.put(draft, [...key]);
      // At once, not when this page next has time: a letter may be followed by work on the points.
      transaction.commit();
      await Promise.all([written, transaction.done]);
    },
    async settleLeft(window) {
      const transaction = db.transaction(['pending', 'drafts'], 'readwrite', { durability: 'strict' });
      const drafts = transaction.objectStore('drafts');
      const keys = await drafts.getAllKeys(beginsWith(account));
      for (const key of keys) {
        const draft = asDraft((await drafts.get(key)) ?? '');
        if (draft.window !== window || !draft.change) continue;
        await place(transaction, draft.change);
        await drafts.delete(key);
      }
      await transaction.done;
    },
    close: () => db.close(),
  };
}
