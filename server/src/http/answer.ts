import type { Readable } from 'node:stream';
import type { Contract, Answer as Said } from '@parindex/core/contracts/contract';
import type { Effect } from '../audit/acting.ts';
import type { Problem } from './problems.ts';

/** A value as it is sent: nobody writes to it any more. */
export type Sendable<T> = T extends readonly (infer M)[]
  ? readonly Sendable<M>[]
  : T extends object
    ? unknown extends T[keyof T]
      ? object
      : { readonly [K in keyof T]: Sendable<T[K]> }
    : T;

/** What a contract answers where all went well, as it is sent. */
export type BodyOf<C extends Contract> = Sendable<Exclude<Said<C>, undefined>>;

/** An answer, whatever its contract. */
export interface AnyAnswer {
  /** Told after all is kept: a failed sign-in is counted and recorded, though it is refused. */
  readonly refusedWith?: Problem;
  /** Said where nothing was changed: by what only shows, and by what was told when it came first. */
  readonly effect?: Effect;
  readonly status?: 200 | 201 | 204 | 206 | 416;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

type Names<C extends Contract> = C['answers'][keyof C['answers']];

/** What a contract answers, with its status where that is not 200; bytes are answered whole or in part. */
type SuccessAnswer<C extends Contract> =
  Names<C> extends 'fileBytes'
    ? { readonly status?: 200 | 206 | 416; readonly body: Buffer | Readable | string }
    : // What was kept as JSON text goes out as it stands.
      Names<C> extends 'anyDocument'
      ? { readonly status?: 200; readonly body: object | string }
      : Names<C> extends 'nothing'
        ? { readonly status?: 204; readonly body?: undefined }
        : (200 extends keyof C['answers'] ? { readonly status?: keyof C['answers'] } : { readonly status: keyof C['answers'] }) & { readonly body: BodyOf<C> };

/** What a route may answer, by the answers of its contract. */
export type Answer<C extends Contract> = AnyAnswer & ({ readonly refusedWith: Problem } | SuccessAnswer<C>);
