import type { z } from 'zod';
import type { Permission } from '../rights/table.ts';
import type { RecordedAct } from '../words/acts.ts';
import type { InBoth } from '../words/texts.ts';
import type * as schemas from './schemas/index.ts';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

type Schemas = typeof schemas;

/** The name under which a schema stands in core/src/contracts/schemas. */
export type SchemaName = { [K in keyof Schemas]: Schemas[K] extends z.ZodType ? K : never }[keyof Schemas];

/** `public`: for whoever comes; `secondFactor`: a sign-in that waits for it too; else a right of the table of rights. */
export type Access = Permission | 'public' | 'secondFactor';

/**
 * A route as a value: all that whoever calls it and whoever serves it agree on. Schemas are named, as in an OpenAPI
 * document: a page that calls a route loads its address, and not the library that checks what is sent.
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
  /** Most bytes of a body: where nothing is said 1 MiB, of whoever is not signed in 16 KiB. */
  readonly bodyLimit?: number;
  /** Most values of a JSON body, lists and objects counted; 50,000 where nothing is said. */
  readonly mostValues?: number;
  readonly answers: { readonly [status in 200 | 201 | 204]?: SchemaName };
  /** What the audit trail may tell of it. */
  readonly acts?: readonly RecordedAct[];
  /** A GET that leaves a trace: views of personal data and of the trail itself; `sometimes`: of some things alone. */
  readonly recordsView?: boolean | 'sometimes';
  /** A GET that is answered to no HEAD: its answer would be made for nobody. */
  readonly withoutHead?: boolean;
}

type Read<K> = K extends SchemaName ? z.output<Schemas[K]> : undefined;
type Written<K> = K extends SchemaName ? z.input<Schemas[K]> : undefined;
type Part<C extends Contract, P extends 'params' | 'query' | 'body'> = C extends { readonly [key in P]: infer K } ? K : undefined;

/** What a request says, once it has been read. */
export type Params<C extends Contract> = Read<Part<C, 'params'>>;
export type Query<C extends Contract> = Read<Part<C, 'query'>>;
export type Body<C extends Contract> = Read<Part<C, 'body'>>;

/** What a request may say, before it is read. */
export type SentParams<C extends Contract> = Written<Part<C, 'params'>>;
export type SentQuery<C extends Contract> = Written<Part<C, 'query'>>;
export type SentBody<C extends Contract> = Written<Part<C, 'body'>>;

/** What is answered where all went well; undefined where that is nothing. */
export type Answer<C extends Contract> = {
  [S in keyof C['answers']]: C['answers'][S] extends 'nothing' ? undefined : Read<C['answers'][S]>;
}[keyof C['answers']];
