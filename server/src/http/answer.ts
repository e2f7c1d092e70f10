import type { Readable } from 'node:stream';
import type { Contract, Answer as Said } from '@parindex/core/contracts/contract';
import type { Effect } from '../audit/acting.ts';
import type { Problem } from './problems.ts';

/** A value to be sent, read-only. */
export type Sendable<T> = T extends readonly (infer M)[]
  ? readonly Sendable<M>[]
  : T extends object
    ? unknown extends T[keyof T]
      ? object
      : { readonly [K in keyof T]: Sendable<T[K]> }
    : T;

/** The body of a contract's successful answer. */
export type BodyOf<C extends Contract> = Sendable<Exclude<Said<C>, undefined>>;

/** A body that is written already, of parts that are kept; what it says is vouched for where it is put together. */
export class WrittenJson<T> {
  readonly bytes: Buffer;
  declare readonly says?: T;

  private constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** An object with a list, whose members are JSON, as its last key. */
  static withList<T extends object>(rest: Omit<T, keyof T & string> | object, key: keyof T & string, members: readonly Buffer[]): WrittenJson<T> {
    const comma = Buffer.from(',');
    const list = members.flatMap((member, at) => (at === 0 ? [member] : [comma, member]));
    return new WrittenJson<T>(Buffer.concat([Buffer.from(`${JSON.stringify(rest).slice(0, -1)},${JSON.stringify(key)}:[`), ...list, Buffer.from(']}')]));
  }
}

/** An answer of any contract. */
export interface AnyAnswer {
  /** Refused after the commit: a failed sign-in is counted and recorded, though it is refused. */
  readonly refusedWith?: Problem;
  /** Set if nothing was changed: by reads, and by repeated requests. */
  readonly effect?: Effect;
  readonly status?: 200 | 201 | 204 | 206 | 416;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
  /** Completes the answer after the commit: what the store or the scanner is asked for, while no connection is held. */
  readonly after?: () => Promise<AnyAnswer>;
}

type Names<C extends Contract> = C['answers'][keyof C['answers']];

/** A contract's successful answers, with a status other than 200 stated; bytes may be answered in part. */
type SuccessAnswer<C extends Contract> =
  Names<C> extends 'fileBytes'
    ? { readonly status?: 200 | 206 | 416; readonly body: Buffer | Readable | string }
    : // Stored JSON text is sent unchanged.
      Names<C> extends 'anyDocument'
      ? { readonly status?: 200; readonly body: object | string }
      : Names<C> extends 'nothing'
        ? { readonly status?: 204; readonly body?: undefined }
        : (200 extends keyof C['answers'] ? { readonly status?: keyof C['answers'] } : { readonly status: keyof C['answers'] }) & {
            readonly body: BodyOf<C> | WrittenJson<BodyOf<C>>;
          };

/** What a route may answer, by its contract. */
export type Answer<C extends Contract> = AnyAnswer &
  ({ readonly refusedWith: Problem } | SuccessAnswer<C> | { readonly after: () => Promise<AnyAnswer & SuccessAnswer<C>> });
