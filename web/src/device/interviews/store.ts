import type { BackCheckVisit } from '@parindex/core/survey/fieldwork/back-checks';
import type { Answers } from '@parindex/core/survey/index';
import type { ApartTold } from '@parindex/core/survey/set-apart';
import { type DBSchema, openDB } from 'idb';
import type { Answer } from '../../client/request.ts';
import { INTERVIEWS } from '../kept-program.ts';
import { type LockedKey, type Sealed, seal, unseal } from './lock.ts';

export type InterviewedSurvey = Answer<'interviewsAnswer'>['surveys'][number];

/** An interview that is being held, or waits to be sent. */
export interface KeptInterview {
  /** By which the server knows it, however often it is sent. */
  readonly id: string;
  readonly address: string;
  readonly answers: Answers;
  /** Spent on it so far. */
  readonly seconds: number;
  /** Which page of the form is open. */
  readonly page: number;
  readonly finished: boolean;
  /** Why the server did not take it, as it said. */
  readonly refusal?: string;
}

/** A visit that the server does not have yet. */
export interface KeptVisit extends BackCheckVisit {
  readonly address: string;
  readonly returnAt: string | null;
  readonly note: string | null;
  /** Whether the server did not take it: the address was never this interviewer's. */
  readonly refused?: boolean;
}

/** What the server said of an interview: its answers are on this device no more. */
export interface KeptReceipt {
  readonly address: string;
  readonly receipt: string;
  readonly setApart: ApartTold | null;
}

/** All that a device keeps of one interviewer's work. */
export interface KeptWork {
  readonly surveys: readonly InterviewedSurvey[];
  readonly interviews: readonly KeptInterview[];
  readonly visits: readonly KeptVisit[];
  readonly receipts: readonly KeptReceipt[];
}

export interface Lock {
  readonly account: string;
  readonly name: string;
  readonly locked: LockedKey;
}

type Kind = 'surveys' | 'interview' | 'visit' | 'receipt';
type Place = [account: string, kind: Kind, id: string];

interface InterviewsSchema extends DBSchema {
  locks: { key: string; value: Lock };
  kept: { key: Place; value: Sealed };
}

// Never another number without carrying over what is there: interviews of days may wait in it.
const connect = () =>
  openDB<InterviewsSchema>(INTERVIEWS, 1, {
    upgrade(db) {
      db.createObjectStore('locks', { keyPath: 'account' });
      db.createObjectStore('kept');
    },
  });

/** Whose work this device keeps. */
export async function readLocks(): Promise<Lock[]> {
  const db = await connect();
  const locks = await db.getAll('locks');
  db.close();
  return locks;
}

/** Locks what the device keeps with another word, or for the first time. */
export async function keepLock(lock: Lock): Promise<void> {
  const db = await connect();
  await db.put('locks', lock);
  db.close();
}

/** One change: what is written, and what goes; both or neither. */
interface Change {
  readonly put?: readonly (readonly [Kind, string, unknown])[];
  readonly remove?: readonly (readonly [Kind, string])[];
}

/** What this device keeps for an interviewer, readable with the device's key alone. */
export class InterviewStore {
  readonly account: string;
  readonly #key: CryptoKey;
  constructor(account: string, key: CryptoKey) {
    this.account = account;
    this.#key = key;
  }

  async read(): Promise<KeptWork> {
    const db = await connect();
    const range = IDBKeyRange.bound([this.account], [this.account, []]);
    const transaction = db.transaction('kept');
    const [places, sealed] = await Promise.all([transaction.store.getAllKeys(range), transaction.store.getAll(range)]);
    db.close();
    const kept = await Promise.all(places.map(async (place, index) => [place[1], await unseal(this.#key, place, sealed[index] as Sealed)] as const));
    const of = <T>(kind: Kind) => kept.flatMap(([each, content]) => (each === kind ? [content as T] : []));
    return { surveys: of<InterviewedSurvey[]>('surveys').flat(), interviews: of('interview'), visits: of('visit'), receipts: of('receipt') };
  }

  /** Written to the disk before it is over: a page that is killed a moment later has lost nothing. */
  async change({ put = [], remove = [] }: Change): Promise<void> {
    // Sealed first: a transaction does not wait for it.
    const sealed = await Promise.all(
      put.map(async ([kind, id, content]) => {
        const place: Place = [this.account, kind, id];
        return [place, await seal(this.#key, place, content)] as const;
      }),
    );
    const db = await connect();
    const transaction = db.transaction('kept', 'readwrite', { durability: 'strict' });
    for (const [place, content] of sealed) void transaction.store.put(content, place);
    for (const [kind, id] of remove) void transaction.store.delete([this.account, kind, id]);
    await transaction.done;
    db.close();
  }
}

/** Waits until no other window of this browser works with what it keeps, and holds it for this one until it is given back: two would write over each other. */
export function holdInterviews(held: () => void): () => void {
  let giveBack = () => {};
  const over = new Promise<void>((resolve) => {
    giveBack = resolve;
  });
  const waiting = new AbortController();
  void navigator.locks
    .request('parindex-interviews-window', { signal: waiting.signal }, () => {
      held();
      return over;
    })
    .catch(() => undefined);
  return () => {
    waiting.abort();
    giveBack();
  };
}
