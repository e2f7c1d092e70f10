import type { Answer, Contract, SentBody, SentParams, SentQuery } from '@parindex/core/contracts/contract';
import { request, Unanswered } from './request.ts';

/** A part of a request: left out where its contract has none, and need not be said where all of it may be left out. */
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : object extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };

/** What is sent is not changed: lists and objects that cannot be changed are taken too. */
type Given<Value> = Value extends readonly (infer Member)[]
  ? readonly Given<Member>[]
  : Value extends object
    ? { readonly [K in keyof Value]: Given<Value[K]> }
    : Value;

/** What is undefined of a query is not said. */
type Query<C extends Contract> = { readonly [K in keyof SentQuery<C>]: SentQuery<C>[K] | undefined };

type Addressed<C extends Contract> = Part<'params', SentParams<C>> & Part<'query', SentQuery<C> extends undefined ? undefined : Query<C>>;

type Content<C extends Contract> = C extends { readonly takes: readonly string[] }
  ? { readonly file: { readonly content: Blob; readonly type: C['takes'][number] } }
  : SentBody<C> extends undefined
    ? unknown
    : Part<'body', Given<SentBody<C>>> | { readonly text: string };

type Sent<C extends Contract> = Addressed<C> & Content<C> & { readonly signal?: AbortSignal | undefined };

/** What is sent: nothing need be said where a contract asks for nothing. */
type Sending<C extends Contract> = object extends Sent<C> ? [sent?: Sent<C>] : [sent: Sent<C>];

interface AnySent {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly text?: string;
  readonly file?: { readonly content: Blob; readonly type: string };
  readonly signal?: AbortSignal | undefined;
}

const addressIn = ({ url }: Contract, { params = {}, query = {} }: AnySent = {}): string => {
  // Ids come from people and other systems.
  const path = url.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const said = Object.entries(query).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, String(value)]]));
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`;
};

/** Where something is read from: for links, downloads, streams, and what sends bytes by itself. */
export const addressOf = <C extends Contract>(contract: C, ...[sent]: object extends Addressed<C> ? [sent?: Addressed<C>] : [sent: Addressed<C>]): string =>
  addressIn(contract, sent as AnySent | undefined);

const answerTo = (contract: Contract, sent: AnySent = {}): Promise<Response> => request(contract.method, addressIn(contract, sent), sent);

/** An answer that breaks off half-way is none. */
const whole = <T>(content: Promise<T>): Promise<T> =>
  content.catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : new Unanswered('the answer broke off', { cause: error });
  });

/** Calls a route and gives what it answers; throws Refused or Unanswered. Most answers are JSON; texts come as they were written. */
export async function call<C extends Contract>(contract: C, ...[sent]: Sending<C>): Promise<Answer<C>> {
  const response = await answerTo(contract, sent as AnySent | undefined);
  if (response.status === 204) return undefined as Answer<C>;
  return whole<Answer<C>>(response.headers.get('content-type')?.startsWith('text/plain') ? (response.text() as Promise<Answer<C>>) : response.json());
}

/** The same where the very text of the answer is wanted. */
export const callForText = async <C extends Contract>(contract: C, ...[sent]: Sending<C>): Promise<string> =>
  whole((await answerTo(contract, sent as AnySent | undefined)).text());

/** The same where a file is answered. */
export const callForFile = async <C extends Contract>(contract: C, ...[sent]: Sending<C>): Promise<Blob> =>
  whole((await answerTo(contract, sent as AnySent | undefined)).blob());
