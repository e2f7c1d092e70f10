import type { z } from 'zod';
import type { Permission } from '../rights/table.ts';
import type { RecordedAct } from '../words/acts.ts';
import type { InBoth } from '../words/texts.ts';
import type * as schemas from './schemas/index.ts';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

type Schemas = typeof schemas;

/** A schema's name in core/src/contracts/schemas. */
export type SchemaName = { [K in keyof Schemas]: Schemas[K] extends z.ZodType ? K : never }[keyof Schemas];

/** `public`: for everybody; `secondFactor`: also for an incomplete sign-in; otherwise a right of the table. */
export type Access = Permission | 'public' | 'secondFactor';

/**
 * Within how many minutes before a binding act the person must have proven who they are: `now` for single acts, `inSeries` for
 * those that one day's work is made of.
 */
export const CONFIRMED_WITHIN = { now: 5, inSeries: 30 } as const;

/**
 * A route as a value: everything that caller and server agree on. Schemas are named, as in an OpenAPI document, so that a
 * page calling a route loads its address without the validation library.
 */
export interface Contract {
  readonly method: Method;
  /** Its parameters in braces. */
  readonly url: `/api/${string}`;
  readonly summary: InBoth;
  readonly tag: string;
  readonly access: Access;
  readonly params?: SchemaName;
  readonly query?: SchemaName;
  /** Of a body that is JSON. */
  readonly body?: SchemaName;
  /** The media types of a body that is a file. */
  readonly takes?: readonly string[];
  /** Size limit of a body: 1 MiB by default, 16 KiB before sign-in. */
  readonly bodyLimit?: number;
  /** Most values of a JSON body, including lists and objects; 50,000 by default. */
  readonly mostValues?: number;
  readonly answers: { readonly [status in 200 | 201 | 204]?: SchemaName };
  /** The acts that it may record. */
  readonly acts?: readonly RecordedAct[];
  /** What binds others, or gives rights: the person must have proven who they are shortly before (decision 0053). */
  readonly confirmed?: keyof typeof CONFIRMED_WITHIN;
  /** A GET that is recorded: views of personal data and of the trail itself; `sometimes`: only of certain things. */
  readonly recordsView?: boolean | 'sometimes';
  /** A GET without HEAD, whose answer would be generated for nobody. */
  readonly withoutHead?: boolean;
}

type Read<K> = K extends SchemaName ? z.output<Schemas[K]> : undefined;
type Written<K> = K extends SchemaName ? z.input<Schemas[K]> : undefined;
type Part<C extends Contract, P extends 'params' | 'query' | 'body'> = C extends { readonly [key in P]: infer K } ? K : undefined;

/** A request after parsing. */
export type Params<C extends Contract> = Read<Part<C, 'params'>>;
export type Query<C extends Contract> = Read<Part<C, 'query'>>;
export type Body<C extends Contract> = Read<Part<C, 'body'>>;

/** A request before parsing. */
export type SentParams<C extends Contract> = Written<Part<C, 'params'>>;
export type SentQuery<C extends Contract> = Written<Part<C, 'query'>>;
export type SentBody<C extends Contract> = Written<Part<C, 'body'>>;

/** The successful answer; undefined if it has no body. */
export type Answer<C extends Contract> = {
  [S in keyof C['answers']]: C['answers'][S] extends 'nothing' ? undefined : Read<C['answers'][S]>;
}[keyof C['answers']];
