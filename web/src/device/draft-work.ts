import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What a person wrote in a draft and the server does not have yet, with the document in which it was written; documents and changes as JSON text. */
export interface DraftWork {
  readonly version: number;
  readonly base: string;
  /** What was done at once, one after another. */
  readonly own: readonly string[];
  /** A save that may have arrived: the same is sent again, and counted once. */
  readonly sent: { readonly id: string; readonly version: number; readonly steps: string; readonly count: number } | undefined;
}

interface DraftWorkSchema extends DBSchema {
  work: { key: [account: string, edition: string]; value: DraftWork };
}

/** Keeps the work of one person on one draft, for as long as this window writes it. */
export interface DraftWorkStore {
  /** What an earlier window left. */
  readonly left: DraftWork | undefined;
  /** Undefined: the server has all of it. */
  keep(work: DraftWork | undefined): void;
}

const connect = () => openDB<DraftWorkSchema>('parindex-drafts', 1, { upgrade: (db) => void db.createObjectStore('work') });

/** The drafts that this window writes; a draft remains its own until the window closes. */
const held = new Map<string, Promise<boolean>>();

/** Whether no other window of this browser writes the draft. */
function hold(name: string): Promise<boolean> {
  const known = held.get(name);
  if (known) return known;
  const asked = new Promise<boolean>((resolve) => {
    // A page that was not sent over HTTPS has no locks, and then it cannot tell whether another window writes.
    if (!navigator.locks) return resolve(false);
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      if (lock === null) held.delete(name);
      return lock === null ? undefined : new Promise<void>(() => undefined);
    });
  });
  held.set(name, asked);
  return asked;
}

/** Opens what is kept of a draft; undefined where another window writes it, or this device keeps nothing. */
export async function openDraftWork(account: string, edition: string): Promise<DraftWorkStore | undefined> {
  if (!(await hold(`parindex-draft ${account} ${edition}`))) return undefined;
  let db: IDBPDatabase<DraftWorkSchema>;
  try {
    db = await connect();
    const left = await db.get('work', [account, edition]);
    let next: { readonly work: DraftWork | undefined } | undefined;
    let isWriting = false;
    const write = async () => {
      isWriting = true;
      while (next) {
        const { work } = next;
        next = undefined;
        await (work ? db.put('work', work, [account, edition]) : db.delete('work', [account, edition]));
      }
      isWriting = false;
    };
    return {
      left,
      keep(work) {
        next = { work };
        // A device that is full keeps no more; the page goes on asking before it is left.
        if (!isWriting) write().catch(() => undefined);
      },
    };
  } catch {
    return undefined;
  }
}
